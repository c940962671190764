#include <algorithm>

#include "detente/model/conflict_talks.hpp"
#include "ui/conflict_view.hpp"
#include "ui/desk_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/issue_row.hpp"
#include "ui/panels/panels.hpp"

namespace detente::ui {
namespace {

constexpr int kTrail = 3;          ///< Rounds.
constexpr int kWithoutScroll = 6;  ///< Issues that share the height of the pane.
constexpr float kLeastRow = 2.1F;  ///< In units.
constexpr float kBetween = 0.3F;   ///< From one row to the next.
constexpr float kMostRow = 4.0F;

/// The offers of the last rounds before the one on the table, newest first.
std::vector<const TraceOffer*> trail_of(const Desk& desk, const TraceOffer* now) {
  std::vector<const TraceOffer*> trail;
  const TraceStage* const stage = current_stage(desk);
  if (stage == nullptr || now == nullptr) return trail;
  for (int round = now->round - 1; round >= 0 && now->round - round <= kTrail; --round) {
    const auto& offers = stage->rounds[round].offers;
    if (!offers.empty()) trail.push_back(&offers.back());
  }
  return trail;
}

IssueChart chart_of(const Desk& desk) {
  IssueChart chart{.scenario = scenario_now(desk),
                   .round = current_round(desk),
                   .offer = current_offer(desk),
                   .actor = desk.view.actor};
  chart.trail = trail_of(desk, chart.offer);
  if (chart.round != nullptr) {
    const StageTables& tables = *chart.round->tables;
    chart.actors = tables.view.parties;
    if (const auto state = played_state(desk)) {
      chart.standing = options_of(tables, package_of(tables, tables.board->game.conflict, *state));
    }
    return chart;
  }
  for (int actor = 0; actor < std::ssize(chart.scenario->actors); ++actor) {
    chart.actors.push_back(actor);
  }
  return chart;
}

}  // namespace

void draw_issues(Ui& ui, Desk& desk, const Box& area) {
  const bool moves = played_state(desk).has_value();
  const std::string title =
      moves ? ui.say("ranking.options") : ui.say("pane.issues") + " · " + ui.say("issues.hint");
  const PaneScope pane(ui, "issues", title, area);
  const Scenario* const scenario = scenario_now(desk);
  if (scenario == nullptr || scenario->issues.empty()) {
    ui.line("empty", ui.say("centre.empty"), Tone::quiet);
    return;
  }
  const IssueChart chart = chart_of(desk);
  const auto issues = static_cast<int>(scenario->issues.size());
  const float room = ui.body().height() / ui.unit() / static_cast<float>(issues) - kBetween;
  const float least = kLeastRow + (is_narrow_row(ui, ui.width()) ? 1.0F : 0.0F);
  const float height = issues > kWithoutScroll ? least + 0.3F : std::clamp(room, least, kMostRow);
  for (int issue = 0; issue < issues; ++issue) {
    const Box row = ui.take(height * ui.unit());
    const bool seen = row.max.y > ui.body().min.y && row.min.y < ui.body().max.y;
    if (seen) draw_issue_row(ui, chart, issue, row, issue == desk.view.issue);
    const Issue& own = scenario->issues[issue];
    const std::string& name = own.title.in(ui.look().language, own.id);
    const Touch touch = ui.touch("issue_" + own.id, row, name);
    if (touch.hovered || touch.focused) ui.tip(issue_tip(ui, chart, issue));
    if (touch.pressed) desk.view.issue = issue == desk.view.issue ? -1 : issue;
  }
}

}  // namespace detente::ui
