#pragma once

#include <array>
#include <string_view>

#include "ui/canvas.hpp"

namespace detente::ui {

enum class ThemeName { light, dark, contrast };
inline constexpr std::array kThemes{ThemeName::light, ThemeName::dark, ThemeName::contrast};

/// "light", "dark" or "contrast".
std::string_view theme_code(ThemeName name);

/// Colours by the part they play. Every text colour has a contrast of at least 4.5 : 1 (contrast
/// and presenter: 7 : 1) on every ground that it stands on; a test measures it.
struct Theme {
  Colour window = 0;     ///< Behind the panes.
  Colour pane = 0;       ///< Ground of a pane.
  Colour raised = 0;     ///< Buttons, fields, cards.
  Colour hovered = 0;    ///< The same under the mouse.
  Colour edge = 0;       ///< Lines between things.
  Colour text = 0;       ///< On window, pane, raised, hovered.
  Colour quiet = 0;      ///< Less important text, on the same grounds.
  Colour accent = 0;     ///< Ground of what is selected or to be pressed.
  Colour on_accent = 0;  ///< Text on accent.
  Colour link = 0;       ///< Text that can be clicked.
  Colour focus = 0;      ///< Ring around what the keyboard acts on.
  Colour accepts = 0;    ///< With a tick, never alone.
  Colour refuses = 0;    ///< With a cross, never alone.
  Colour warning = 0;
  std::array<Colour, 12> actors{};  ///< Safe for the colour-blind; after the last from the start.
  bool dark = false;
};

const Theme& theme(ThemeName name);

/// The outlines that tell actors apart besides their colour: disc, triangle, square, diamond,
/// hexagon, star, cross, ... in order; they and the colours start over at different lengths.
void draw_actor_mark(Canvas& canvas, const Theme& theme, int actor, Point centre, float radius);
Colour actor_colour(const Theme& theme, int actor);

/// Contrast of two opaque colours, 1 to 21. @source  WCAG 2.1, "contrast ratio".
double contrast(Colour a, Colour b);

}  // namespace detente::ui
