// Where the next widget goes.

#include <algorithm>
#include <numeric>
#include <utility>

#include "detente/core/contract.hpp"
#include "ui/ui_state.hpp"

namespace detente::ui {
namespace {

constexpr float kBetween = 0.3F;  // units from one widget to the one below
constexpr float kCells = 0.8F;    // units from one cell to the next

/// Puts the flow into the row's next cell.
void enter_cell(Row& row, Flow& flow, float gap) {
  const float all = std::accumulate(row.fractions.begin(), row.fractions.end(), 0.0F);
  const float gaps = gap * static_cast<float>(row.fractions.size() - 1);
  const float room = std::max(0.0F, row.outer.right - row.outer.left - gaps);
  const auto cell = row.fractions.begin() + static_cast<std::ptrdiff_t>(row.cell);
  const float before = std::accumulate(row.fractions.begin(), cell, 0.0F);
  flow.left = row.outer.left + room * before / all + gap * static_cast<float>(row.cell);
  flow.right = flow.left + room * *cell / all;
  flow.bottom = row.top;
  flow.beside = false;
  flow.last = {{flow.left, row.top}, {flow.left, row.top}};
}

}  // namespace

Point Ui::cursor() const {
  expects(state_->pane.has_value(), "Ui::cursor: no pane is open");
  const Flow& flow = state_->pane->flow;
  if (flow.beside) return {flow.last.max.x + flow.gap, flow.last.min.y};
  return {flow.left, flow.bottom};
}

float Ui::width() const {
  expects(state_->pane.has_value(), "Ui::width: no pane is open");
  return state_->pane->flow.right - cursor().x;
}

void Ui::skip(float units) {
  expects(state_->pane.has_value(), "Ui::skip: no pane is open");
  Flow& flow = state_->pane->flow;
  if (std::exchange(flow.beside, false)) {
    flow.last.max.x += units * unit();
    flow.beside = true;
  } else {
    flow.bottom += units * unit();
  }
}

Box Ui::take(float height, float width) {
  expects(state_->pane.has_value(), "Ui::take: no pane is open");
  Flow& flow = state_->pane->flow;
  Point at = cursor();
  const float least = width > 0 ? width : 4 * unit();
  // what does not fit beside goes below
  if (flow.beside && at.x + least > flow.right + 0.5F) at = {flow.left, flow.bottom};
  const float room = std::max(0.0F, flow.right - at.x);
  const Box box{at, {at.x + (width > 0 ? std::min(width, room) : room), at.y + height}};
  flow.beside = false;
  flow.last = box;
  flow.bottom = std::max(flow.bottom, box.max.y + kBetween * unit());
  return box;
}

void Ui::same_line(float gap_units) {
  expects(state_->pane.has_value(), "Ui::same_line: no pane is open");
  Flow& flow = state_->pane->flow;
  flow.beside = flow.last.width() > 0;
  flow.gap = gap_units * unit();
}

void Ui::columns(const std::vector<float>& fractions) {
  expects(state_->pane.has_value() && !fractions.empty(), "Ui::columns: a pane and cells");
  Pane& pane = *state_->pane;
  const float top = pane.flow.bottom;
  pane.rows.push_back({.outer = pane.flow, .fractions = fractions, .top = top, .bottom = top});
  enter_cell(pane.rows.back(), pane.flow, kCells * unit());
}

void Ui::next_column() {
  expects(state_->pane && !state_->pane->rows.empty(), "Ui::next_column: no columns");
  Pane& pane = *state_->pane;
  Row& row = pane.rows.back();
  row.bottom = std::max(row.bottom, pane.flow.bottom);
  row.cell = (row.cell + 1) % row.fractions.size();
  if (row.cell == 0) row.top = row.bottom;  // the next row of cells
  enter_cell(row, pane.flow, kCells * unit());
}

void Ui::end_columns() {
  expects(state_->pane && !state_->pane->rows.empty(), "Ui::end_columns: no columns");
  Pane& pane = *state_->pane;
  const Row row = pane.rows.back();
  pane.rows.pop_back();
  const float bottom = std::max(row.bottom, pane.flow.bottom);
  pane.flow = row.outer;
  pane.flow.bottom = bottom;
  pane.flow.beside = false;
}

}  // namespace detente::ui
