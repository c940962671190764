#pragma once

#include <string>

namespace detente::ui {

/// The text with blanks for the firm blanks of the report's sentences: panes break lines by width.
std::string plain(const std::string& text);

/// A told round as one paragraph: lines become sentences, the parts of a package a list.
/// @param told  as narrate_round() gives it, its parts indented deeper than what they belong to.
std::string one_paragraph(const std::string& told);

}  // namespace detente::ui
