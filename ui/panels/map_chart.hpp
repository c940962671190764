#pragma once

#include <optional>
#include <utility>

#include "detente/report/voice.hpp"
#include "detente/study/outcome_map.hpp"
#include "ui/widgets.hpp"

namespace detente::ui {

/// The outcome map on its way to pixels.
struct MapChart {
  const OutcomeMap* map = nullptr;
  const detail::Voice* voice = nullptr;
  Box box{};  ///< Of the cells; the first column left, the first row below.

  Box cell(int column, int row) const;
  /// Column and row under a point; nothing outside.
  std::optional<std::pair<int, int>> cell_at(Point point) const;
  /// Where a pair of values lies.
  Point place(double x, double y) const;
};

/// Every cell that is known, by colour and pattern; how soon it was agreed by the shade.
void draw_cells(Ui& ui, const MapChart& chart);
/// Values along the two sides.
void draw_scales(Ui& ui, const MapChart& chart);
/// The ring at the values of the branch.
void draw_ring(Ui& ui, Point centre, bool moving);
/// What colours and patterns mean, of those that occur.
void draw_map_legend(Ui& ui, const MapChart& chart);
/// What a cell tells: its values and how the run ends there.
std::string cell_words(const Ui& ui, const MapChart& chart, int column, int row);

}  // namespace detente::ui
