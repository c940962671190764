#include "detente/scenario/layout.hpp"

#include <algorithm>

namespace detente::detail {
namespace {

constexpr std::string_view kBlanks = " \t";
constexpr std::string_view kSpace = " \t\n";

bool is_any_of(char letter, std::string_view letters) {
  return letter != '\0' && letters.find(letter) != std::string_view::npos;
}

/// Whether the byte is not the first of its letter.
bool continues_letter(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

}  // namespace

bool is_nothing(const Value& value) {
  return value.kind == Value::Kind::null && value.scalar.empty();
}

std::size_t Layout::place_of(Mark mark) const {
  std::size_t place = 0;
  for (int line = 1; line < mark.line; ++line) {
    place = line_end(place) + 1;
    if (place > text_.size()) throw Unclear{};
  }
  for (int column = 1; column < mark.column; ++column) {
    if (at(place) == '\0') throw Unclear{};
    ++place;
    while (continues_letter(at(place))) ++place;
  }
  return place;
}

std::size_t Layout::line_end(std::size_t place) const {
  return std::min(text_.find('\n', place), text_.size());
}

char Layout::first_letter(const Value& value) const {
  return at(place_of(value.mark));
}

bool Layout::in_lines(const Value& value) const {
  if (!value.is_list() && !value.is_map()) return false;
  return first_letter(value) != (value.is_list() ? '[' : '{');
}

std::size_t Layout::skip_blanks(std::size_t place) const {
  while (is_any_of(at(place), kBlanks)) ++place;
  return place;
}

std::size_t Layout::end_of(const Value& value) const {
  const std::size_t place = place_of(value.mark);
  if (is_nothing(value)) throw Unclear{};
  if (value.kind == Value::Kind::null) return end_of_plain(place, value.scalar);
  if (value.is_scalar()) return end_of_scalar(place, value.scalar, value.quoted);
  const bool empty = value.items.empty() && value.entries.empty();
  if (empty) return behind_bracket(place + 1, value.is_list() ? ']' : '}');
  const std::size_t last =
      value.is_list() ? end_of(value.items.back()) : end_of(value.entries.back());
  if (in_lines(value)) return last;
  return behind_bracket(last, value.is_list() ? ']' : '}');
}

std::size_t Layout::end_of(const Entry& entry) const {
  if (!is_nothing(entry.value)) return end_of(entry.value);
  const std::size_t end = end_of_key(entry);
  const std::size_t colon = skip_blanks(end);
  return at(colon) == ':' ? colon + 1 : end;
}

std::size_t Layout::behind_colon(const Entry& entry) const {
  const std::size_t colon = skip_blanks(end_of_key(entry));
  if (at(colon) != ':') throw Unclear{};
  return colon + 1;
}

std::size_t Layout::end_of_key(const Entry& entry) const {
  return end_of_scalar(place_of(entry.mark), entry.key, entry.quoted);
}

std::size_t Layout::end_of_scalar(std::size_t place, const std::string& words, bool quoted) const {
  if (!quoted) return end_of_plain(place, words);
  if (at(place) == '"' || at(place) == '\'') return end_of_quotes(place);
  if (at(place) == '|' || at(place) == '>') return end_of_block(place, words);
  throw Unclear{};
}

std::size_t Layout::end_of_quotes(std::size_t place) const {
  const char quote = at(place);
  for (++place; place < text_.size(); ++place) {
    if (quote == '"' && at(place) == '\\') {
      ++place;
    } else if (at(place) == quote) {
      if (quote == '"' || at(place + 1) != quote) return place + 1;
      ++place;  // '' stands for one
    }
  }
  throw Unclear{};
}

bool Layout::line_breaks(std::size_t place) const {
  return at(text_.find_first_not_of(kBlanks, place)) == '\n';
}

std::size_t Layout::end_of_plain(std::size_t place, std::string_view words) const {
  for (std::size_t next = 0; next < words.size(); ++next) {
    if (at(place) == words[next] && !line_breaks(place)) {
      ++place;
      continue;
    }
    // a line break reads as a blank, several as all but one of them
    if (!is_any_of(words[next], kSpace) || !is_any_of(at(place), kSpace)) throw Unclear{};
    while (is_any_of(at(place), kSpace)) ++place;
    while (next + 1 < words.size() && words[next + 1] == '\n') ++next;
  }
  return place;
}

std::size_t Layout::end_of_block(std::size_t place, std::string_view words) const {
  if (words.find_first_not_of(kSpace) == std::string_view::npos) {
    while (is_any_of(at(place), "|>+-0123456789")) ++place;
    return place;
  }
  std::size_t indent = 0;
  std::size_t end = place;
  for (std::size_t line = line_end(place) + 1; line < text_.size(); line = line_end(line) + 1) {
    const std::size_t first = text_.find_first_not_of(' ', line);
    if (first == std::string_view::npos) break;
    if (text_[first] == '\n') continue;
    if (indent == 0) indent = first - line;
    if (first - line < indent) break;
    end = line_end(line);
  }
  return end;
}

std::size_t Layout::behind_bracket(std::size_t place, char bracket) const {
  while (place < text_.size()) {
    if (text_[place] == bracket) return place + 1;
    if (text_[place] == '#') {
      place = line_end(place);
    } else if (text_[place] == ',' || is_any_of(text_[place], kSpace)) {
      ++place;
    } else {
      break;
    }
  }
  throw Unclear{};
}

}  // namespace detente::detail
