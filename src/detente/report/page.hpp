#pragma once

#include <string>

#include "detente/report/narrate.hpp"

namespace detente::detail {

/// How a line stands out if colours are wanted. The words say the same without them.
enum class Tone { plain, heading, accepts, refuses };

/// Text for people, line by line: wrapped between words, counted in letters.
class Page {
 public:
  explicit Page(const NarrationOptions& options) : width_(options.width), colour_(options.colour) {}

  /// Adds a paragraph, `indent` letters in; where it takes several lines, the others stand
  /// `hanging` letters further in.
  void add(const std::string& text, int indent = 0, Tone tone = Tone::plain, int hanging = 2);

  /// Adds a line as it is: its blanks align it with others.
  void add_row(const std::string& text, int indent = 0);

  /// Adds an empty line, but never two in a row, nor one at the top.
  void gap();

  int width() const { return width_; }
  std::string take() && { return std::move(text_); }

 private:
  int width_;
  bool colour_;
  std::string text_{};
};

/// The lines of a text that is `width` letters wide, without their indents. A firm blank (U+00A0)
/// becomes a blank at which no line was broken; a word that is longer than a line stays whole.
std::string wrapped(const std::string& text, int width, int indent, int hanging);

/// The text with blanks for firm blanks.
std::string without_firm_blanks(std::string text);

}  // namespace detente::detail
