#include "detente/scenario/scalar_place.hpp"

#include <algorithm>
#include <optional>

#include "detente/core/text.hpp"

namespace detente::detail {
namespace {

bool is_blank(char letter) {
  return letter == ' ' || letter == '\t' || letter == '\n';
}

/// The byte where a letter of a line stands, if the text is as long as that.
std::optional<std::size_t> byte_of(std::string_view text, Mark mark) {
  std::size_t place = 0;
  for (int line = 1; line < mark.line; ++line) {
    const std::size_t end = text.find('\n', place);
    if (end == std::string_view::npos) return {};
    place = end + 1;
  }
  // the first byte of each letter but this one
  for (int letter = 0; place < text.size(); ++place) {
    const bool begins = (static_cast<unsigned char>(text[place]) & 0xC0U) != 0x80U;
    if (begins && ++letter == mark.column) return place;
  }
  return {};
}

/// Goes through the words of a scalar in the text that it was read from. Blanks are left out of
/// the comparison: a scalar over several lines has others than its text.
class WordWalk {
 public:
  WordWalk(std::string_view source, std::size_t start) : source_(source), place_(start) {
    style_ = source[start];
    if (style_ == '"' || style_ == '\'') ++place_;
    if (style_ == '|' || style_ == '>') place_ = std::min(source.find('\n', start), source.size());
  }

  /// Goes behind the next letter that is no blank; false if the text has another one.
  bool pass(char letter) {
    if (!go_to(letter)) return false;
    ++place_;
    return true;
  }

  /// Goes to the next letter that is no blank; false if the text has another one.
  bool go_to(char letter) {
    // a backslash before a blank, or at the end of a line that is continued, is none
    while (at(place_, is_blank) || (is_escaped() && at(place_ + 1, is_blank))) ++place_;
    if (is_escaped() && !next_is(1, '"') && !next_is(1, '\\') && !next_is(1, '/')) {
      return false;  // other escapes are for letters that no word needs
    }
    if (is_escaped() || (style_ == '\'' && next_is(0, '\'') && next_is(1, '\''))) ++place_;
    return next_is(0, letter);
  }

  std::size_t place() const { return place_; }

 private:
  template <typename Test>
  bool at(std::size_t place, Test test) const {
    return place < source_.size() && test(source_[place]);
  }
  bool is_escaped() const { return style_ == '"' && next_is(0, '\\'); }
  bool next_is(std::size_t ahead, char letter) const {
    return at(place_ + ahead, [&](char one) { return one == letter; });
  }

  std::string_view source_;
  std::size_t place_;
  char style_;
};

}  // namespace

Mark place_in_scalar(std::string_view source, const Value& value, std::size_t byte) {
  const auto start = byte_of(source, value.mark);
  if (!start) return value.mark;
  WordWalk walk(source, *start);
  for (const char letter : std::string_view(value.scalar).substr(0, byte)) {
    if (!is_blank(letter) && !walk.pass(letter)) return value.mark;
  }
  if (byte < value.scalar.size() && !walk.go_to(value.scalar[byte])) return value.mark;

  const std::string_view before = source.substr(*start, walk.place() - *start);
  const auto lines = static_cast<int>(std::count(before.begin(), before.end(), '\n'));
  if (lines == 0) return {value.mark.line, value.mark.column + count_letters(before)};
  return {value.mark.line + lines, count_letters(before.substr(before.rfind('\n') + 1)) + 1};
}

}  // namespace detente::detail
