#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "ui/canvas.hpp"
#include "ui/panels/glyphs.hpp"
#include "ui/widgets.hpp"

namespace detente::ui {

/// Finds room for texts in a chart, so that none lies over another or over a mark.
class LabelRoom {
 public:
  explicit LabelRoom(const Box& area) : area_(area) {}

  /// Nothing may be written here.
  void block(const Box& box) { taken_.push_back(box); }
  bool is_free(const Box& box) const;
  /// Where a text of that size can stand beside a mark; its place is taken then. Nothing if there
  /// is no room anywhere around the mark.
  std::optional<Point> beside(Point mark, float radius, Point size);

 private:
  Box area_;
  std::vector<Box> taken_{};
};

/// One entry of a legend.
struct LegendItem {
  std::optional<Glyph> glyph{};
  std::string text{};
};

/// Height of a legend as wide as `width`, at most `lines` lines of it.
float legend_height(const Ui& ui, std::span<const LegendItem> items, float width, int lines);

/// Draws the entries one after the other; what does not fit is left out.
void draw_legend(Ui& ui, const std::string& id, std::span<const LegendItem> items, const Box& area);

}  // namespace detente::ui
