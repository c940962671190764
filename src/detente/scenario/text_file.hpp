#pragma once

#include <string>
#include <string_view>

namespace detente::detail {

/// The bytes of a file, changed by places in its prepared text (yaml.hpp): the byte order mark and
/// the kind of line ends stay.
class TextFile {
 public:
  explicit TextFile(std::string bytes);

  const std::string& bytes() const { return bytes_; }
  const std::string& text() const { return text_; }

  /// Puts `fresh` in place of the text from `begin` to before `end`.
  void splice(std::size_t begin, std::size_t end, std::string_view fresh);

 private:
  std::size_t place_in_bytes(std::size_t place) const;
  /// How lines end around there.
  std::string line_end_near(std::size_t place) const;

  std::string bytes_;
  std::string text_{};
};

}  // namespace detente::detail
