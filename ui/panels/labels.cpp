#include "ui/panels/labels.hpp"

#include <algorithm>
#include <array>

namespace detente::ui {
namespace {

bool overlap(const Box& a, const Box& b) {
  return a.min.x < b.max.x && b.min.x < a.max.x && a.min.y < b.max.y && b.min.y < a.max.y;
}

Box box_at(Point at, Point size) {
  return {at, {at.x + size.x, at.y + size.y}};
}

/// Width of an entry with its sign and the gap after it.
float entry_width(const LegendItem& item) {
  const float unit = line_height(Typeface::small);
  return measure(item.text, Typeface::small).x + (item.glyph ? 0.95F : 0.0F) * unit + 0.9F * unit;
}

}  // namespace

bool LabelRoom::is_free(const Box& box) const {
  const bool inside = box.min.x >= area_.min.x && box.max.x <= area_.max.x &&
                      box.min.y >= area_.min.y && box.max.y <= area_.max.y;
  return inside && std::none_of(taken_.begin(), taken_.end(),
                                [&](const Box& other) { return overlap(box, other); });
}

std::optional<Point> LabelRoom::beside(Point mark, float radius, Point size) {
  const float near = radius * 1.35F;
  const std::array places{
      Point{mark.x + near, mark.y - size.y / 2},           // right
      Point{mark.x - size.x / 2, mark.y + near},           // below
      Point{mark.x - near - size.x, mark.y - size.y / 2},  // left
      Point{mark.x - size.x / 2, mark.y - near - size.y},  // above
      Point{mark.x - near, mark.y + near},                 // below, from its left edge on
      Point{mark.x + near - size.x, mark.y + near},        // below, up to its right edge
      Point{mark.x - near, mark.y - near - size.y},
      Point{mark.x + near - size.x, mark.y - near - size.y},
  };
  for (const Point place : places) {
    const Box box = box_at(place, size);
    if (!is_free(box)) continue;
    taken_.push_back(box);
    return place;
  }
  return std::nullopt;
}

float legend_height(const Ui&, std::span<const LegendItem> items, float width, int lines) {
  int used = 1;
  float x = 0.0F;
  for (const LegendItem& item : items) {
    const float own = entry_width(item);
    if (x > 0.0F && x + own > width) {
      ++used;
      x = 0.0F;
    }
    x += own;
  }
  return items.empty()
             ? 0.0F
             : static_cast<float>(std::min(used, lines)) * line_height(Typeface::small) * 1.15F;
}

void draw_legend(Ui& ui, const std::string& id, std::span<const LegendItem> items,
                 const Box& area) {
  Canvas canvas = ui.canvas();
  const float unit = line_height(Typeface::small);
  Point at = area.min;
  std::string told;
  for (const LegendItem& item : items) {
    const float own = entry_width(item);
    if (at.x > area.min.x && at.x + own > area.max.x) at = {area.min.x, at.y + 1.15F * unit};
    if (at.y + unit > area.max.y + 1.0F) break;
    float x = at.x;
    if (item.glyph) {
      draw_glyph(canvas, ui.theme(), *item.glyph, {x + 0.4F * unit, at.y + 0.5F * unit},
                 0.32F * unit);
      x += 0.95F * unit;
    }
    told += told.empty() ? "" : "; ";
    told +=
        canvas.text_within({x, at.y}, area.max.x - x, item.text, ui.theme().quiet, Typeface::small);
    at.x += own;
  }
  ui.mark(id, area, told);
}

}  // namespace detente::ui
