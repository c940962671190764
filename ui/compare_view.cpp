#include "ui/compare_view.hpp"

#include <algorithm>
#include <utility>

#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"

namespace detente::ui {
namespace {

Side side_of(const Desk& desk, int id) {
  Side side{.branch = desk.document.find(id), .run = played_of(desk, id)};
  if (side.run == nullptr) return side;
  const int frame = id == desk.document.current ? desk.view.frame : desk.view.other_frame;
  side.frame = std::clamp(frame, 0, static_cast<int>(side.run->frames.size()) - 1);
  return side;
}

/// Ids left and right.
std::optional<std::pair<int, int>> order_of(const Desk& desk) {
  const auto& [current, other] = std::pair(desk.document.current, desk.document.other);
  if (current == other || desk.document.find(current) == nullptr ||
      desk.document.find(other) == nullptr) {
    return {};
  }
  const std::pair chosen = desk.compare.order;
  const std::pair back{chosen.second, chosen.first};
  const std::pair now{current, other};
  if (chosen == now || back == now) return chosen;
  return std::minmax(current, other);
}

/// The frame of that stage and round, or the last one before it.
int nearest_frame(const Played& run, int stage, int round) {
  int nearest = 0;
  for (std::size_t frame = 0; frame < run.frames.size(); ++frame) {
    const auto here = static_cast<int>(frame);
    const std::pair place{run.stage_at(here).stage, run.round_at(here).number};
    if (place <= std::pair{stage, round}) nearest = here;
  }
  return nearest;
}

}  // namespace

std::optional<std::array<Side, 2>> sides_of(const Desk& desk) {
  const auto order = order_of(desk);
  if (!order) return {};
  return std::array{side_of(desk, order->first), side_of(desk, order->second)};
}

void put_on_side(Desk& desk, bool right, int branch) {
  const auto order = order_of(desk);
  if (!order || desk.document.find(branch) == nullptr) return;
  const int gone = right ? order->second : order->first;
  const int stays = right ? order->first : order->second;
  if (branch == gone) return;
  if (branch == stays) return swap_sides(desk);
  if (gone == desk.document.current) {
    show_branch(desk, branch);
  } else {
    compare_with(desk, branch);
  }
  desk.compare.order = right ? std::pair{stays, branch} : std::pair{branch, stays};
  move_playhead(desk, desk.view.frame);
}

void swap_sides(Desk& desk) {
  const auto order = order_of(desk);
  if (order) desk.compare.order = {order->second, order->first};
}

void move_side(Desk& desk, int branch, int frame) {
  if (branch == desk.document.current) return move_playhead(desk, frame);
  const Played* const other = played_of(desk, desk.document.other);
  if (branch != desk.document.other || other == nullptr) return;
  if (desk.view.linked) move_playhead(desk, frame);
  desk.view.other_frame = std::clamp(frame, 0, static_cast<int>(other->frames.size()) - 1);
}

void go_to_first_difference(Desk& desk) {
  const Comparison* const comparison = comparison_of(desk);
  const Scenario* const scenario = scenario_of(desk);
  if (comparison == nullptr || !comparison->first || scenario == nullptr) return;
  const int stage = index_of(scenario->stages, comparison->first->stage);
  const int round = comparison->first->round;
  const Played* const run = current_run(desk);
  const Played* const other = played_of(desk, desk.document.other);
  if (run != nullptr) move_playhead(desk, nearest_frame(*run, stage, round));
  if (other != nullptr) desk.view.other_frame = nearest_frame(*other, stage, round);
}

const Comparison* comparison_of(const Desk& desk) {
  return order_of(desk) == desk.compare.key ? desk.compare.comparison.get() : nullptr;
}

}  // namespace detente::ui
