#include <algorithm>
#include <cmath>

#include "detente/coalition/rule.hpp"
#include "detente/report/voice.hpp"
#include "ui/desk_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/chart.hpp"
#include "ui/panels/lists.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panels/ranking.hpp"

namespace detente::ui {
namespace {

/// A coalition with what it takes to draw its bar.
struct Bar {
  const Zone* zone = nullptr;
  bool minimal = false;  ///< Enough for an agreement, and nobody can be spared.
};

/// What all bars share.
struct Scene {
  const CoalitionReport* report = nullptr;
  const detail::Voice* voice = nullptr;
  const StageTables* tables = nullptr;  ///< Of that stage, or nullptr: no rule is known.
  std::int64_t largest = 1;
  float marks = 0.0F;  ///< Width of the widest row of marks.
};

ActorSet set_of(const CoalitionReport& report, const std::vector<int>& actors) {
  ActorSet set = 0;
  for (std::size_t place = 0; place < report.parties.size(); ++place) {
    const int actor = report.parties[place];
    if (holds(actors, actor)) set |= only(static_cast<int>(place));
  }
  return set;
}

bool minimal_winning(const Scene& scene, const Zone& zone) {
  if (scene.tables == nullptr) return false;
  const ActorSet set = set_of(*scene.report, zone.coalition);
  if (!wins(scene.tables->rule, set)) return false;
  for (const int party : Members(set)) {
    if (wins(scene.tables->rule, set & ~only(party))) return false;
  }
  return true;
}

/// The largest coalitions first: those are what the talks are about.
std::vector<Bar> bars_of(const Scene& scene) {
  std::vector<Bar> bars;
  bars.reserve(scene.report->zones.size());
  for (const Zone& zone : scene.report->zones) bars.push_back({&zone});
  std::stable_sort(bars.begin(), bars.end(), [](const Bar& a, const Bar& b) {
    return a.zone->coalition.size() > b.zone->coalition.size();
  });
  return bars;
}

std::string names_of(const detail::Voice& voice, const std::vector<int>& actors) {
  std::vector<std::string> titles;
  titles.reserve(actors.size());
  for (const int actor : actors) titles.push_back(voice.title_of_actor(actor));
  return detail::join(voice.language(), titles);
}

/// What a hovered bar tells: who, and the package that is best for them together.
std::string tip_of(const Ui& ui, const Scene& scene, const Zone& zone) {
  std::string tip = names_of(*scene.voice, zone.coalition) + '\n';
  if (zone.package.empty()) return tip + ui.say("zones.empty");
  tip += ui.say("zones.best");
  for (std::size_t issue = 0; issue < zone.package.size(); ++issue) {
    if (zone.package[issue] < 0) continue;
    const auto place = static_cast<int>(issue);
    tip +=
        "\n" + scene.voice->issue(place) + ": " + scene.voice->option(place, zone.package[issue]);
  }
  for (std::size_t place = 0; place < zone.utilities.size(); ++place) {
    const int actor = scene.report->parties[place];
    tip += (place == 0 ? "\n" : "; ") + scene.voice->title_of_actor(actor) + ' ' +
           scene.voice->number(zone.utilities[place]);
  }
  return tip;
}

std::string id_of(const detail::Voice& voice, const std::vector<int>& actors) {
  std::string id = "zone";
  for (const int actor : actors) id += '_' + voice.scenario().actors[actor].id;
  return id;
}

void draw_bar(Ui& ui, const Scene& scene, const Bar& bar, const Box& row) {
  const float unit = ui.unit();
  const Theme& theme = ui.theme();
  Canvas canvas = ui.canvas();
  const Zone& zone = *bar.zone;
  draw_actor_marks(canvas, ui, zone.coalition, {row.min.x + 0.3F * unit, row.centre().y});
  const float left = row.min.x + scene.marks;
  const float number = 3.2F * unit;
  const float room = std::max(row.max.x - left - number, unit);
  const auto share =
      static_cast<float>(static_cast<double>(zone.size) / static_cast<double>(scene.largest));
  const Box full{{left, row.min.y + 0.25F * unit}, {left + room, row.max.y - 0.25F * unit}};
  const Box filled{full.min, {full.min.x + room * share, full.max.y}};
  canvas.rect(full, faded(theme.edge, 0.35F), 0.15F * unit);
  if (zone.size > 0) {
    canvas.rect({filled.min, {std::max(filled.max.x, filled.min.x + 2.0F), filled.max.y}},
                bar.minimal ? theme.accent : faded(theme.quiet, 0.6F), 0.15F * unit);
  }
  if (bar.minimal) canvas.frame(full.inset(-1.5F), theme.text, 1.5F, 0.2F * unit);
  canvas.text({full.max.x + 0.5F * unit, row.min.y + 0.15F * unit}, std::to_string(zone.size),
              theme.text, bar.minimal ? Typeface::strong : Typeface::body);
}

void draw_bars(Ui& ui, Scene& scene) {
  std::vector<Bar> bars = bars_of(scene);
  std::size_t most = 0;
  for (const Bar& bar : bars) {
    scene.largest = std::max(scene.largest, bar.zone->size);
    most = std::max(most, bar.zone->coalition.size());
  }
  scene.marks = std::min((0.85F * static_cast<float>(most) + 0.8F) * ui.unit(), ui.width() / 2);
  const float height = 1.35F * ui.unit();
  const Box all = ui.take(height * static_cast<float>(bars.size()));
  const int total = scene.tables == nullptr ? 0 : scene.tables->grid.packages();
  for (std::size_t place = 0; place < bars.size(); ++place) {
    const float top = all.min.y + height * static_cast<float>(place);
    const Box row{{all.min.x, top}, {all.max.x, top + height}};
    if (!ui.visible(row)) continue;
    Bar& bar = bars[place];
    bar.minimal = minimal_winning(scene, *bar.zone);
    draw_bar(ui, scene, bar, row);
    const auto size = static_cast<int>(bar.zone->size);
    const std::string value =
        total > 0 ? ui.say("zones.count", {{"n", size}, {"all", total}}) : std::to_string(size);
    const Touch touch = ui.touch(id_of(*scene.voice, bar.zone->coalition), row, value);
    if (touch.hovered || touch.focused) ui.tip(tip_of(ui, scene, *bar.zone));
  }
}

/// Lines of text, as the report has them.
void add_line(Ui& ui, const std::string& id, const std::string& text) {
  ui.text(id, detail::capitalised(text));
}

void draw_blockers(Ui& ui, const Scene& scene) {
  const detail::Voice& voice = *scene.voice;
  const auto& blockers = scene.report->blockers;
  ui.heading("blockers", voice.sentence("coalitions.blockers"));
  if (blockers.empty()) ui.text("no_blockers", voice.sentence("coalitions.no_blockers"));
  int number = 0;
  for (const TraceBlocker& blocker : blockers) {
    const bool forbidden = std::isinf(blocker.shortfall);
    Slots slots{{"list", names_of(voice, blocker.actors)}};
    if (!forbidden) slots["shortfall"] = voice.gap(blocker.shortfall);
    add_line(ui, "blocker_" + std::to_string(number++),
             voice.phrase(forbidden ? "coalitions.red_line" : "coalitions.blocker", slots));
  }
}

void draw_ties(Ui& ui, const Scene& scene) {
  const detail::Voice& voice = *scene.voice;
  const CoalitionReport& report = *scene.report;
  ui.heading("ties", voice.sentence("coalitions.ties"));
  for (std::size_t member = 0; member < report.members.size(); ++member) {
    if (report.betweenness[member] <= 0.0) continue;
    const int actor = report.members[member];
    add_line(
        ui, "broker_" + voice.scenario().actors[actor].id,
        voice.phrase("coalitions.broker", {{"name", voice.title_of_actor(actor)},
                                           {"share", voice.number(report.betweenness[member])}}));
  }
  if (report.components.size() > 1) {
    std::string groups;
    for (const auto& group : report.components) {
      groups += (groups.empty() ? "" : " | ") + names_of(voice, group);
    }
    ui.text("parts", voice.sentence("coalitions.parts") + ": " + groups);
  } else if (report.sides.size() == 2) {
    ui.text("split",
            voice.phrase("coalitions.split", {{"one", names_of(voice, report.sides[0])},
                                              {"other", names_of(voice, report.sides[1])},
                                              {"strength", voice.number(report.split_strength)}}));
  }
}

}  // namespace

void draw_zones(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "zones", ui.say("pane.zones"), area);
  if (draw_no_talks(ui, desk)) return;
  if (scenario_of(desk) == nullptr) return ui.line("empty", ui.say("view.empty"), Tone::quiet);
  const auto& known = desk.analysis.zones;
  if (known == nullptr || desk.analysis.zones_key[0] != desk.document.current) {
    return ui.line("wait", ui.say("view.wait"), Tone::quiet);
  }
  if (!*known) return ui.text("fault", known->error().front().message, Tone::warning);
  const detail::Voice voice(*scenario_of(desk), ui.look().language);
  Scene scene{.report = &known->value(), .voice = &voice};
  const TraceRound* const round = current_round(desk);
  const bool same = round != nullptr && round->tables->view.stage == scene.report->stage;
  if (same) scene.tables = round->tables.get();
  ui.text("moment", voice.sentence("coalitions.after", {{"stage", voice.stage(scene.report->stage)},
                                                        {"round", scene.report->round}}));
  draw_bars(ui, scene);
  ui.text("wins", ui.say("zones.wins"), Tone::quiet);
  if (scene.report->truncated) {
    ui.text("truncated", voice.sentence("coalitions.truncated"), Tone::quiet);
  }
  draw_blockers(ui, scene);
  draw_ties(ui, scene);
}

}  // namespace detente::ui
