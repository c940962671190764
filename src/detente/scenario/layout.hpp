#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "detente/scenario/value.hpp"

// Where the parts of a YAML text stand, to change one of them and leave the others alone.
namespace detente::detail {

/// Thrown where the text is laid out in a way that is not followed here; caught in patch().
struct Unclear {};

/// Places in one prepared text (yaml.hpp), in bytes. All functions may throw Unclear.
class Layout {
 public:
  /// @param text  outlives the layout; the values asked about were read from it.
  explicit Layout(std::string_view text) : text_(text) {}

  std::size_t place_of(Mark mark) const;
  /// Behind the last letter of what was read there.
  std::size_t end_of(const Value& value) const;
  std::size_t end_of(const Entry& entry) const;
  std::size_t behind_colon(const Entry& entry) const;
  /// The line end, or the end of the text, at or behind a place.
  std::size_t line_end(std::size_t place) const;
  /// The first letter of a value.
  char first_letter(const Value& value) const;
  /// Whether a list or map stands in lines of its own, without brackets.
  bool in_lines(const Value& value) const;

 private:
  char at(std::size_t place) const { return place < text_.size() ? text_[place] : '\0'; }
  std::size_t skip_blanks(std::size_t place) const;
  std::size_t end_of_key(const Entry& entry) const;
  std::size_t end_of_scalar(std::size_t place, const std::string& words, bool quoted) const;
  std::size_t end_of_quotes(std::size_t place) const;
  /// Whether nothing but blanks stands from there to the end of the line.
  bool line_breaks(std::size_t place) const;
  std::size_t end_of_plain(std::size_t place, std::string_view words) const;
  std::size_t end_of_block(std::size_t place, std::string_view words) const;
  std::size_t behind_bracket(std::size_t place, char bracket) const;

  std::string_view text_;
};

/// Whether nothing at all is written where the value belongs.
bool is_nothing(const Value& value);

}  // namespace detente::detail
