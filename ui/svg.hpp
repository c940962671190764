#pragma once

#include <string>
#include <vector>

#include "ui/canvas.hpp"

namespace detente::ui {

/// What was drawn inside a box, as an SVG picture of that size: shapes as paths, text as text.
/// @param title  for those who cannot see it.
std::string to_svg(const std::vector<Stroke>& strokes, const Box& box, const std::string& title);

/// The text with the signs that XML keeps for itself escaped, and without control characters.
std::string escaped(const std::string& text);

}  // namespace detente::ui
