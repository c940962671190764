#pragma once

#include "ui/canvas.hpp"
#include "ui/theme.hpp"

namespace detente::ui {

/// Small signs that mean the same in every pane; drawn with lines, so that no font lacks them and
/// their form tells them apart without colour.
enum class Glyph {
  tick,         ///< Accepts.
  cross,        ///< Refuses.
  dash,         ///< Was not reached, or could table nothing.
  flag,         ///< Made the offer.
  veto,         ///< Nothing passes without it.
  edit,         ///< A number was changed.
  together,     ///< Stand together from now on.
  out,          ///< Walked out.
  reopened,     ///< Issues were opened again.
  agreement,    ///< The stage was agreed.
  no_agreement  ///< It ended without.
};

void draw_glyph(Canvas& canvas, const Theme& theme, Glyph glyph, Point centre, float radius);

}  // namespace detente::ui
