#include <algorithm>
#include <array>
#include <cmath>

#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/cloud.hpp"
#include "ui/panels/frontier_scene.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panels/ranking.hpp"

namespace detente::ui {
namespace {

constexpr int kDecimals = 3;
constexpr float kWide = 56.0F;  // units from which picture and list stand side by side

void choose_package(Desk& desk, int package) {
  if (package < 0) return;
  desk.analysis.point = desk.analysis.point == package ? -1 : package;
}

/// The next package of a point after the one that is looked at.
int next_of(const std::vector<int>& packages, int chosen) {
  if (packages.empty()) return -1;
  const auto now = std::find(packages.begin(), packages.end(), chosen);
  if (now == packages.end() || std::next(now) == packages.end()) return packages.front();
  return *std::next(now);
}

std::string distance_words(const Ui& ui, const FrontierScene& scene, std::size_t point) {
  const bool known =
      scene.ended && scene.report->scores && point < scene.report->solved.points.size();
  if (!known) return {};
  const double distance = scene.report->scores->distance[point];
  return ui.say("frontier.distance", {{"n", scene.voice->number(distance, kDecimals)}});
}

/// Badge, name and definition of one point; a press looks at its package.
void draw_point(Ui& ui, Desk& desk, const FrontierScene& scene, std::size_t point) {
  const float unit = ui.unit();
  const auto& packages = packages_at(*scene.report, point);
  const std::string id(kPointIds[point]);
  const std::string words =
      scene.voice->phrase("solutions." + id, {{"name", point_title(ui, point)}});
  std::string more = distance_words(ui, scene, point);
  if (packages.size() > 1) {
    const int count = static_cast<int>(packages.size());
    more = ui.say("frontier.packages", {{"n", count}}) + (more.empty() ? "" : "; ") + more;
  }
  const float left = 2.1F * unit;
  const float right = 0.4F * unit;
  const auto lines =
      lines_of(words, std::max(ui.width() - left - right, 6 * unit), Typeface::small);
  const float small = line_height(Typeface::small);
  const auto count = static_cast<float>(lines.size() + (more.empty() ? 0 : 1));
  const Box row = ui.take(count * small + 0.4F * unit);
  const bool chosen =
      scene.chosen >= 0 && std::binary_search(packages.begin(), packages.end(), scene.chosen);
  const Touch touch = ui.touch("point_" + id, row, words, more);
  if (ui.visible(row)) {
    if (touch.hovered) ui.canvas().rect(row, ui.theme().hovered, 0.2F * unit);
    if (chosen) ui.canvas().frame(row.inset(1.0F), ui.theme().accent, 2.0F, 0.2F * unit);
    draw_badge(ui, {row.min.x + 0.4F * unit, row.min.y + 0.2F * unit + small / 2},
               std::to_string(point + 1), chosen);
    Point at{row.min.x + left, row.min.y + 0.2F * unit};
    for (const std::string& line : lines) {
      ui.canvas().text(at, line, ui.theme().text, Typeface::small);
      at.y += small;
    }
    ui.canvas().text_within(at, row.max.x - right - at.x, more, ui.theme().quiet, Typeface::small);
  }
  if (touch.pressed) desk.analysis.point = next_of(packages, scene.chosen);
}

void draw_chosen_party(Ui& ui, Desk& desk, const FrontierScene& scene, std::size_t party) {
  const detail::Voice& voice = *scene.voice;
  const int actor = scene.tables().parties[party].actor;
  const float unit = ui.unit();
  const double worth = scene.worth(party, scene.chosen);
  const double gain = worth - scene.report->solved.disagreement[party];
  const Box row = ui.take(1.3F * unit);
  const std::string text =
      voice.number(worth) + " (" + (gain < 0.0 ? "−" : "+") + voice.number(std::abs(gain)) + ')';
  const std::string name = voice.title_of_actor(actor);
  const Touch touch =
      ui.touch("party_" + voice.scenario().actors[actor].id, row, name + ' ' + text);
  if (touch.hovered) ui.canvas().rect(row, ui.theme().hovered, 0.2F * unit);
  Canvas canvas = ui.canvas();
  draw_actor_marks(canvas, ui, {actor}, {row.min.x + 0.3F * unit, row.centre().y});
  const float right = row.max.x - measure(text).x - 0.4F * unit;
  const float top = row.centre().y - line_height() / 2;
  canvas.text({right, top}, text, ui.theme().text);
  canvas.text_within({row.min.x + 1.4F * unit, top}, right - row.min.x - 1.8F * unit, name,
                     ui.theme().text);
  if (touch.pressed) select_actor(desk, actor);
}

/// The package that is looked at: what is in it, what it gives whom, how it differs from the end.
void draw_chosen(Ui& ui, Desk& desk, const FrontierScene& scene) {
  if (scene.chosen < 0) return ui.text("hint", ui.say("frontier.hint"), Tone::quiet);
  const detail::Voice& voice = *scene.voice;
  ui.heading("chosen", ui.say("frontier.chosen"));
  const std::vector<int> options = options_of(scene.tables(), scene.chosen);
  const bool deal = scene.ended && scene.report->outcome_index >= 0;
  const std::vector<int> agreed =
      deal ? options_of(scene.tables(), scene.report->outcome_index) : std::vector<int>{};
  for (const int issue : scene.tables().view.open) {
    const bool same = !deal || agreed[issue] == options[issue];
    std::string line = voice.issue(issue) + ": " + voice.option(issue, options[issue]);
    if (!same)
      line += ' ' + ui.say("frontier.instead", {{"option", voice.option(issue, agreed[issue])}});
    ui.text("chosen_" + voice.scenario().issues[issue].id, line, same ? Tone::plain : Tone::strong);
  }
  ui.text("gains", ui.say("frontier.gains"), Tone::quiet);
  for (std::size_t party = 0; party < scene.tables().parties.size(); ++party) {
    draw_chosen_party(ui, desk, scene, party);
  }
}

/// From one end of the frontier to the other, for the keyboard.
void draw_walk(Ui& ui, Desk& desk, const FrontierScene& scene) {
  const std::vector<int>& across = *scene.across;
  if (across.size() < 2) return;
  const auto found = std::find(across.begin(), across.end(), scene.chosen);
  auto place = static_cast<double>(found == across.end() ? 0 : found - across.begin() + 1);
  const auto last = static_cast<double>(across.size());
  const Edited edited = ui.slider("walk", ui.say("frontier.walk"), place, 0.0, last, {}, 0);
  if (!edited.changed && !edited.committed) return;
  const auto index = static_cast<std::size_t>(std::lround(std::clamp(place, 0.0, last)));
  desk.analysis.point = index == 0 ? -1 : across[index - 1];
}

void draw_scores(Ui& ui, const FrontierScene& scene) {
  if (!scene.report->scores) return;
  if (!scene.ended) return ui.text("later", ui.say("improve.later"), Tone::quiet);
  const detail::Voice& voice = *scene.voice;
  const OutcomeScores& scores = *scene.report->scores;
  const bool deal = scene.report->outcome_index >= 0;
  ui.text("outcome", ui.say(deal ? "frontier.deal" : "frontier.no_deal"));
  ui.text("to_frontier", detail::capitalised(voice.phrase(
                             "solutions.to_frontier",
                             {{"distance", voice.number(scores.to_frontier, kDecimals)}})));
  ui.text("scores",
          detail::capitalised(voice.phrase(
              "solutions.scores",
              {{"welfare", voice.number(scores.welfare_optimality, kDecimals)},
               {"fairness", voice.number(scores.fairness, kDecimals)},
               {"opposition", voice.number(scene.report->solved.opposition, kDecimals)}})));
}

void draw_division(Ui& ui, const FrontierScene& scene) {
  const auto& result = scene.report->division;
  if (!result) return;
  const detail::Voice& voice = *scene.voice;
  const auto& parties = scene.tables().view.parties;
  ui.text("winner", voice.sentence("solutions.winner",
                                   {{"points", voice.number(result->division.points_each.value)}}));
  for (std::size_t place = 0; place < result->issues.size(); ++place) {
    const double share = result->division.share_of_first[place].value;
    const std::string one = voice.title_of_actor(parties[0]);
    const std::string other = voice.title_of_actor(parties[1]);
    const Slots slots{{"issue", voice.issue(result->issues[place])},
                      {"who", share == 1.0 ? one : other},
                      {"one", one},
                      {"other", other},
                      {"share", voice.number(share, kDecimals)},
                      {"rest", voice.number(1.0 - share, kDecimals)}};
    const bool whole = share == 1.0 || share == 0.0;
    const char* const key = result->shared[place] ? "solutions.winner_both"
                            : whole               ? "solutions.winner_whole"
                                                  : "solutions.winner_part";
    ui.text("winner_" + voice.scenario().issues[result->issues[place]].id,
            voice.phrase(key, slots));
  }
}

/// What stands below or beside the picture.
void draw_list(Ui& ui, Desk& desk, const FrontierScene& scene) {
  draw_chosen(ui, desk, scene);
  ui.heading("points", ui.say("frontier.points"));
  for (std::size_t point = 0; point < kPointIds.size(); ++point) {
    draw_point(ui, desk, scene, point);
  }
  for (const int party : scene.report->solved.no_gain) {
    const int actor = scene.tables().parties[party].actor;
    ui.text("no_gain_" + scene.voice->scenario().actors[actor].id,
            scene.voice->phrase("solutions.no_gain", {{"who", scene.voice->title_of_actor(actor)}}),
            Tone::quiet);
  }
  ui.heading("scored", ui.say("frontier.outcome"));
  draw_scores(ui, scene);
  draw_division(ui, scene);
}

/// The signs of the picture that have no number.
void draw_signs(Ui& ui) {
  const float unit = ui.unit();
  const std::array words{ui.say("frontier.legend_frontier"), ui.say("util.package"),
                         ui.say("util.walk_away")};
  for (std::size_t entry = 0; entry < words.size(); ++entry) {
    const float width = measure(words[entry], Typeface::small).x + 2.0F * unit;
    if (entry > 0) ui.same_line(0.4F);
    const Box box = ui.take(1.1F * unit, std::min(width, ui.width()));
    Canvas canvas = ui.canvas();
    const Point sign{box.min.x + 0.7F * unit, box.centre().y};
    const float half = 0.15F * unit;
    if (entry == 0) canvas.disc(sign, 0.24F * unit, ui.theme().link);
    if (entry == 1) {
      canvas.rect({{sign.x - half, sign.y - half}, {sign.x + half, sign.y + half}},
                  ui.theme().quiet);
    }
    if (entry == 2) {
      const std::array line{Point{sign.x - 0.6F * unit, sign.y},
                            Point{sign.x + 0.6F * unit, sign.y}};
      draw_dashed(canvas, line, ui.theme().text, 1.0F);
    }
    ui.label("sign_" + std::to_string(entry), {box.min.x + 1.6F * unit, box.min.y + 0.1F * unit},
             words[entry], ui.theme().text, Typeface::small, box.width() - 1.6F * unit);
  }
}

void draw_picture(Ui& ui, Desk& desk, const FrontierScene& scene) {
  const bool wide = ui.width() > kWide * ui.unit();
  const float height = ui.body().max.y - ui.cursor().y;
  if (wide) ui.columns({0.56F, 0.44F});
  if (scene.cloud != nullptr) {
    const float part = wide ? height - 5.0F * ui.unit() : 0.58F * height;
    choose_package(desk,
                   draw_frontier_chart(ui, scene, ui.take(std::max(part, 12.0F * ui.unit()))));
  }
  if (scene.cloud != nullptr) draw_signs(ui);
  draw_walk(ui, desk, scene);
  if (wide) ui.next_column();
  draw_list(ui, desk, scene);
  if (wide) ui.end_columns();
}

/// The cloud, if it is of these tables.
const Density* cloud_of(const Desk& desk, const SolutionReport& report) {
  const Density* const cloud = desk.analysis.cloud.get();
  return cloud != nullptr && cloud->tables == report.tables ? cloud : nullptr;
}

void draw_report(Ui& ui, Desk& desk, const SolutionReport& report) {
  const detail::Voice voice(*report.scenario, ui.look().language);
  ui.text("moment", voice.sentence("solutions.heading", {{"stage", voice.stage(report.stage)}}),
          Tone::strong);
  const SolutionPoints& solved = report.solved;
  ui.text(
      "count",
      voice.sentence("solutions.count", {{"packages", report.tables->grid.packages()},
                                         {"rational", solved.rational},
                                         {"frontier", static_cast<int>(solved.frontier.size())}}),
      Tone::quiet);
  if (solved.frontier.empty()) return ui.text("no_zone", voice.sentence("solutions.no_zone"));
  const auto cloud = desk.analysis.cloud;  // kept while it is drawn
  FrontierScene scene{.report = &report,
                      .cloud = cloud_of(desk, report),
                      .across = &report.solved.frontier,
                      .voice = &voice,
                      .chosen = desk.analysis.point,
                      .ended = !hides_end(desk)};
  const std::vector<int> across = desk.analysis.across;
  if (scene.cloud != nullptr) scene.across = &across;
  const auto view = ui.tabs("view", {ui.say("frontier.picture"), ui.say("frontier.table")},
                            desk.analysis.frontier_view);
  if (view) desk.analysis.frontier_view = *view;
  if (desk.analysis.frontier_view == 1) {
    return choose_package(desk, draw_frontier_table(ui, scene));
  }
  if (report.tables->parties.size() > 1) {
    draw_axis_choosers(ui, desk.analysis, voice, *report.tables);
  }
  draw_picture(ui, desk, scene);
}

}  // namespace

void draw_frontier(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "frontier", ui.say("pane.frontier"), area);
  if (draw_no_talks(ui, desk)) return;
  if (scenario_of(desk) == nullptr) return ui.line("empty", ui.say("view.empty"), Tone::quiet);
  const auto known = desk.analysis.solutions;
  const TraceStage* const stage = current_stage(desk);
  const bool fresh = known != nullptr && stage != nullptr &&
                     desk.analysis.solutions_key == std::array{desk.document.current, stage->stage};
  if (!fresh) return ui.line("wait", ui.say("view.wait"), Tone::quiet);
  if (!*known) return ui.text("fault", known->error().front().message, Tone::warning);
  draw_report(ui, desk, **known);
}

}  // namespace detente::ui
