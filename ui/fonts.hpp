#pragma once

#include "ui/canvas.hpp"

struct ImFont;

namespace detente::ui {

/// Letters of this many pixels make up the text of the body: larger with `scale` and with the
/// pixel density of the screen; presenting, at least 28 pixels on a picture 720 pixels high.
float letter_size(float scale, bool presenting, float window_height);

/// How large the letters of every typeface are, body text having `letters` pixels.
float letter_size_of(Typeface face, float letters, bool presenting);

/// Makes the atlas of ImGui's current context hold the four typefaces, body text having `letters`
/// pixels. Called between frames. True if the atlas is new, so that its texture has to be given to
/// the screen again. Says on stderr if the fonts are missing, and takes ImGui's own instead.
bool prepare_fonts(float letters, bool presenting);

/// The font of a typeface in ImGui's current context.
ImFont* font_of(Typeface face);

/// Height of a line of Inter as a multiple of the size of its letters, and of its part above the
/// base line: letters of 10 pixels stand on lines of 12.1 pixels, 9.7 above the base.
constexpr float kLineOfLetters = 1.2102F;
constexpr float kAscentOfLetters = 0.96875F;

}  // namespace detente::ui
