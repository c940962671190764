#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "ui/app.hpp"
#include "ui/conflict_view.hpp"
#include "ui/desk_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/panels.hpp"

// Which panes a workspace shows, and where.
namespace detente::ui {
namespace {

constexpr float kLeast = 0.12F;  // no pane is pushed away for good
constexpr float kTimelineUnits = 5.8F;
constexpr float kNarrow = 1280.0F;  // below, the right column becomes tabs
using Halves = std::pair<Box, Box>;

/// The thin place between two panes that moves their border.
void draw_handle(Ui& ui, Desk& desk, const std::string& id, const Box& handle, float moved) {
  const PaneScope pane(ui, "layout_" + id, {}, handle);
  const Touch touch = ui.touch("handle", handle, id);
  const Point middle = handle.centre();
  const float half = ui.unit() * (touch.hovered || touch.held || touch.focused ? 1.0F : 0.5F);
  const bool upright = handle.height() > handle.width();
  const Point from = upright ? Point{middle.x, middle.y - half} : Point{middle.x - half, middle.y};
  const Point to = upright ? Point{middle.x, middle.y + half} : Point{middle.x + half, middle.y};
  ui.canvas().line(from, to, touch.held ? ui.theme().accent : ui.theme().edge, ui.unit() * 0.15F);
  if (touch.held) desk.settings.splits[id] = std::clamp(moved, kLeast, 1.0F - kLeast);
}

/// Left and right, with a border that can be dragged.
Halves across(Ui& ui, Desk& desk, const std::string& id, const Box& area, float fallback) {
  const float gap = ui.unit() * 0.5F;
  const float at = area.min.x + area.width() * desk.settings.split(id, fallback);
  const Box handle{{at - gap / 2, area.min.y}, {at + gap / 2, area.max.y}};
  draw_handle(ui, desk, id, handle, (ui.input().mouse_x - area.min.x) / area.width());
  return {{area.min, {handle.min.x, area.max.y}}, {{handle.max.x, area.min.y}, area.max}};
}

/// Above and below, likewise.
Halves down(Ui& ui, Desk& desk, const std::string& id, const Box& area, float fallback) {
  const float gap = ui.unit() * 0.5F;
  const float at = area.min.y + area.height() * desk.settings.split(id, fallback);
  const Box handle{{area.min.x, at - gap / 2}, {area.max.x, at + gap / 2}};
  draw_handle(ui, desk, id, handle, (ui.input().mouse_y - area.min.y) / area.height());
  return {{area.min, {area.max.x, handle.min.y}}, {{area.min.x, handle.max.y}, area.max}};
}

/// Tabs on top of a pane; what is left for the pane.
Box draw_tabs(Ui& ui, const std::string& id, const Box& area,
              const std::vector<std::string>& labels, int& chosen) {
  const float height = ui.unit() * 1.9F;
  const Box strip{area.min, {area.max.x, area.min.y + height}};
  const PaneScope pane(ui, id, {}, strip);
  if (const auto pressed = ui.tabs("tab", labels, chosen)) chosen = *pressed;
  return {{area.min.x, strip.max.y}, area.max};
}

void draw_story(Ui& ui, Desk& desk, const Box& area) {
  const Box rest = draw_tabs(
      ui, "story", area,
      {ui.say("pane.actors"), ui.say("pane.source"), ui.say("pane.lesson"), ui.say("tab.swap")},
      desk.view.story_tab);
  constexpr std::array kPanes{draw_actors, draw_source, draw_lesson, draw_swap};
  kPanes[static_cast<std::size_t>(std::clamp(desk.view.story_tab, 0, 3))](ui, desk, rest);
}

void draw_reasons(Ui& ui, Desk& desk, const Box& area) {
  constexpr std::array kPanes{draw_acceptance, draw_why, draw_improve, draw_durability};
  const std::vector<std::string> names{ui.say("pane.acceptance"), ui.say("pane.why"),
                                       ui.say("tab.improve"), ui.say("pane.durability")};
  int& tab = desk.view.side_tab;
  if (ui.window().width() >= kNarrow * ui.look().scale) {
    const auto [above, below] = down(ui, desk, "reasons", area, 0.44F);
    draw_acceptance(ui, desk, above);
    int chosen = std::clamp(tab, kWhyTab, kDurabilityTab) - kWhyTab;
    const int before = chosen;
    const Box rest =
        draw_tabs(ui, "reasons", below, {names.begin() + kWhyTab, names.end()}, chosen);
    if (chosen != before) tab = chosen + kWhyTab;
    kPanes[static_cast<std::size_t>(chosen + kWhyTab)](ui, desk, rest);
    return;
  }
  const Box rest = draw_tabs(ui, "reasons", area, names, tab);
  kPanes[static_cast<std::size_t>(std::clamp(tab, 0, kDurabilityTab))](ui, desk, rest);
}

void draw_step(Ui& ui, Desk& desk, const Box& area) {
  // in a low window the curve needs more than its share
  const float share = std::min(0.82F, 1.0F - kTimelineUnits * ui.unit() / area.height());
  const auto [above, below] = down(ui, desk, "timeline", area, std::max(share, 0.5F));
  const auto [left, right] = across(ui, desk, "story", above, 0.24F);
  const auto [centre, reasons] = across(ui, desk, "centre", right, 0.56F);
  const auto [graph, issues] = down(ui, desk, "graph", centre, 0.52F);
  draw_story(ui, desk, left);
  draw_graph(ui, desk, graph);
  draw_issues(ui, desk, issues);
  draw_reasons(ui, desk, reasons);
  draw_timeline(ui, desk, below);
}

void draw_compare(Ui& ui, Desk& desk, const Box& area) {
  const auto [strip, rest] = down(ui, desk, "difference", area, 0.25F);
  const auto [sides, chart] = down(ui, desk, "overlay", rest, 0.62F);
  const auto [a, b] = across(ui, desk, "sides", sides, 0.5F);
  draw_difference(ui, desk, strip);
  draw_side(ui, desk, a, false);
  draw_side(ui, desk, b, true);
  draw_overlay(ui, desk, chart);
}

void draw_roleplay(Ui& ui, Desk& desk, const Box& area) {
  const Played* const run = current_run(desk);
  const Branch* const branch = current_branch(desk);
  const bool over = branch != nullptr && branch->seat >= 0 && run != nullptr && !run->turn;
  const auto [left, right] = across(ui, desk, "brief", area, 0.27F);
  const auto [table, move] = across(ui, desk, "table", right, 0.55F);
  draw_brief(ui, desk, left);
  draw_table(ui, desk, table);
  (over ? draw_debrief : draw_move)(ui, desk, move);
}

void draw_batch_side(Ui& ui, Desk& desk, const Box& area) {
  constexpr std::array kPanes{draw_batch_tornado, draw_batch_density, draw_batch_runs};
  int& tab = desk.batch.tab;
  const Box rest = draw_tabs(
      ui, "batch_side", area,
      {ui.say("tab.batch_tornado"), ui.say("tab.batch_density"), ui.say("tab.batch_runs")}, tab);
  kPanes[static_cast<std::size_t>(std::clamp(tab, 0, 2))](ui, desk, rest);
}

void draw_batch(Ui& ui, Desk& desk, const Box& area) {
  const float unit = ui.unit();
  const bool high = area.width() <= 60.0F * unit;  // the bar takes two lines
  const float bar = (high ? 4.3F : 2.3F) * unit;
  draw_batch_bar(ui, desk, {area.min, {area.max.x, area.min.y + bar}});
  const Box rest{{area.min.x, area.min.y + bar + 0.4F * unit}, area.max};
  if (desk.batch.store == nullptr) return draw_batch_near(ui, desk, rest);
  const auto [left, right] = across(ui, desk, "batch", rest, 0.5F);
  if (ui.window().width() < kNarrow * ui.look().scale) {
    draw_batch_map(ui, desk, left);
    draw_batch_side(ui, desk, right);
    return;
  }
  const auto [map, runs] = down(ui, desk, "batch_map", left, 0.66F);
  const auto [tornado, density] = down(ui, desk, "batch_tornado", right, 0.5F);
  draw_batch_map(ui, desk, map);
  draw_batch_runs(ui, desk, runs);
  draw_batch_tornado(ui, desk, tornado);
  draw_batch_density(ui, desk, density);
}

void draw_agreement(Ui& ui, Desk& desk, const Box& area) {
  const auto [left, right] = across(ui, desk, "zones", area, 0.5F);
  const auto [zones, utilities] = down(ui, desk, "utilities", left, 0.45F);
  draw_zones(ui, desk, zones);
  draw_utilities(ui, desk, utilities);
  const Box rest =
      draw_tabs(ui, "analysis", right, {ui.say("pane.outcome_map"), ui.say("pane.frontier")},
                desk.view.analysis_tab);
  (desk.view.analysis_tab == kFrontierTab ? draw_frontier : draw_outcome_map)(ui, desk, rest);
}

void draw_conflict(Ui& ui, Desk& desk, const Box& area) {
  if (!has_conflict(desk)) return draw_stability(ui, desk, area);
  const auto [left, right] = across(ui, desk, "conflict", area, 0.53F);
  draw_stability(ui, desk, left);
  if (ui.window().width() >= kNarrow * ui.look().scale) {
    const auto [moves, why] = down(ui, desk, "moves", right, 0.55F);
    draw_moves(ui, desk, moves);
    draw_certificate(ui, desk, why);
    return;
  }
  int& tab = desk.conflict.tab;
  const Box rest =
      draw_tabs(ui, "conflict_side", right, {ui.say("tab.moves"), ui.say("tab.certificate")}, tab);
  (tab == 0 ? draw_moves : draw_certificate)(ui, desk, rest);
}

void draw_say(Ui& ui, Desk& desk, const Box& area) {
  if (!has_power(desk)) return draw_power(ui, desk, area);
  if (ui.window().width() >= kNarrow * ui.look().scale) {
    const auto [left, right] = across(ui, desk, "power", area, 0.47F);
    draw_power(ui, desk, left);
    draw_values(ui, desk, right);
    return;
  }
  int& tab = desk.power.tab;
  const Box rest =
      draw_tabs(ui, "power_side", area, {ui.say("tab.power"), ui.say("tab.values")}, tab);
  (tab == 0 ? draw_power : draw_values)(ui, desk, rest);
}

void draw_analysis(Ui& ui, Desk& desk, const Box& area) {
  int& page = desk.analysis.page;
  const Box rest =
      draw_tabs(ui, "analysis_page", area,
                {ui.say("page.agreement"), ui.say("page.conflict"), ui.say("page.power")}, page);
  constexpr std::array kPages{draw_agreement, draw_conflict, draw_say};
  kPages[static_cast<std::size_t>(std::clamp(page, 0, kPowerPage))](ui, desk, rest);
}

/// Big panes for a projector: who is with whom, and what is on the table or why; the third is the
/// telling below.
void draw_presentation(Ui& ui, Desk& desk, const Box& area) {
  const auto [left, right] = across(ui, desk, "present_graph", area, 0.47F);
  draw_graph(ui, desk, left);
  constexpr std::array kPanes{draw_issues, draw_why, draw_improve, draw_durability};
  kPanes[static_cast<std::size_t>(std::clamp(desk.view.side_tab, 0, kDurabilityTab))](ui, desk,
                                                                                      right);
}

using Draw = void (*)(Ui&, Desk&, const Box&);

/// The panes that can fill the workspace, by id.
Draw maximised_pane(const std::string& id) {
  static constexpr std::array<std::pair<std::string_view, Draw>, 34> kPanes{{
      {"actors", draw_actors},
      {"actor", draw_actors},
      {"graph", draw_graph},
      {"issues", draw_issues},
      {"acceptance", draw_acceptance},
      {"why", draw_why},
      {"timeline", draw_timeline},
      {"source", draw_source},
      {"lesson", draw_lesson},
      {"swap", draw_swap},
      {"improve", draw_improve},
      {"durability", draw_durability},
      {"frontier", draw_frontier},
      {"difference", draw_difference},
      {"overlay", draw_overlay},
      {"brief", draw_brief},
      {"table", draw_table},
      {"move", draw_move},
      {"debrief", draw_debrief},
      {"zones", draw_zones},
      {"utilities", draw_utilities},
      {"outcome_map", draw_outcome_map},
      {"stability", draw_stability},
      {"moves", draw_moves},
      {"certificate", draw_certificate},
      {"power", draw_power},
      {"values", draw_values},
      {"batch_near", draw_batch_near},
      {"batch_map", draw_batch_map},
      {"batch_tornado", draw_batch_tornado},
      {"batch_density", draw_batch_density},
      {"batch_runs", draw_batch_runs},
      {"side_a", [](Ui& ui, Desk& desk, const Box& area) { draw_side(ui, desk, area, false); }},
      {"side_b", [](Ui& ui, Desk& desk, const Box& area) { draw_side(ui, desk, area, true); }},
  }};
  const auto found = std::find_if(kPanes.begin(), kPanes.end(),
                                  [&](const auto& pane) { return pane.first == id; });
  return found == kPanes.end() ? nullptr : found->second;
}

Draw workspace_of(const View& view) {
  if (view.presenting) return draw_presentation;
  switch (view.workspace) {
    case Workspace::compare:
      return draw_compare;
    case Workspace::roleplay:
      return draw_roleplay;
    case Workspace::analysis:
      return draw_analysis;
    case Workspace::batch:
      return draw_batch;
    case Workspace::step:
      break;
  }
  return draw_step;
}

}  // namespace

void draw_workspace(Ui& ui, Desk& desk, const Box& area) {
  const Box inside = area.inset(ui.unit() * 0.4F);
  if (!desk.problems.empty()) {
    draw_problems(ui, desk, inside);
    return;
  }
  const Draw whole = maximised_pane(desk.view.maximised);
  (whole != nullptr ? whole : workspace_of(desk.view))(ui, desk, inside);
}

}  // namespace detente::ui
