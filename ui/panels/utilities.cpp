#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "detente/report/voice.hpp"
#include "ui/desk_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/chart.hpp"
#include "ui/panels/cloud.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panels/ranking.hpp"

namespace detente::ui {
namespace {

/// What the pictures of one moment share.
struct Scene {
  const Density* density = nullptr;
  const TraceStage* stage = nullptr;
  const TraceRound* round = nullptr;
  const TraceOffer* offer = nullptr;  ///< Selected, or the last one; or nullptr.
  const detail::Voice* voice = nullptr;
  Plot plot{};

  const StageTables& tables() const { return *density->tables; }
  Point point_of(int package) const { return place_of(*density, plot, package); }
};

std::string title_of_party(const Scene& scene, int party) {
  return scene.voice->title_of_actor(scene.tables().parties[party].actor);
}

/// What both parties accept now, shaded, with the threshold and the walk-away of each.
void draw_bounds(Ui& ui, const Scene& scene) {
  const Theme& theme = ui.theme();
  Canvas canvas = ui.canvas();
  const Box& box = scene.plot.box;
  const Standing& across = scene.round->standings[scene.density->party_x];
  const Standing& up = scene.round->standings[scene.density->party_y];
  const Point corner = scene.plot.at(across.threshold, up.threshold);
  const Point walk = scene.plot.at(across.walk_away, up.walk_away);
  const Box both{{std::max(corner.x, box.min.x), box.min.y},
                 {box.max.x, std::min(corner.y, box.max.y)}};
  if (both.width() > 0 && both.height() > 0) canvas.rect(both, faded(theme.accent, 0.14F));
  const auto upright = [&](float x, bool dashed) {
    const std::array way{Point{x, box.min.y}, Point{x, box.max.y}};
    if (dashed) draw_dashed(canvas, way, theme.text, 1.0F);
    if (!dashed) canvas.polyline(way, theme.text, 1.5F);
  };
  const auto level = [&](float y, bool dashed) {
    const std::array way{Point{box.min.x, y}, Point{box.max.x, y}};
    if (dashed) draw_dashed(canvas, way, theme.text, 1.0F);
    if (!dashed) canvas.polyline(way, theme.text, 1.5F);
  };
  canvas.push_clip(box);
  upright(corner.x, false);
  upright(walk.x, true);
  level(corner.y, false);
  level(walk.y, true);
  canvas.pop_clip();
}

/// Packages with the rounds of their offers: "3–5".
using Tabled = std::vector<std::pair<int, std::string>>;

void add_offer(Tabled& all, int package, int round) {
  const std::string number = std::to_string(round);
  if (all.empty() || all.back().first != package) {
    all.emplace_back(package, number);
    return;
  }
  std::string& rounds = all.back().second;
  rounds = rounds.substr(0, rounds.find("–")) + "–" + number;
}

/// The packages tabled up to the playhead, each once as long as it stays on the table.
Tabled tabled(const Scene& scene) {
  Tabled all;
  for (const TraceRound& round : scene.stage->rounds) {
    if (round.number > scene.round->number) break;
    for (const TraceOffer& offer : round.offers) add_offer(all, offer.index, round.number);
  }
  return all;
}

void draw_tabled(Ui& ui, const Scene& scene) {
  Canvas canvas = ui.canvas();
  const Theme& theme = ui.theme();
  const float unit = ui.unit();
  const Tabled all = tabled(scene);
  std::vector<Point> way;
  way.reserve(all.size());
  for (const auto& [package, rounds] : all) way.push_back(scene.point_of(package));
  if (way.size() > 1) canvas.polyline(way, theme.link, 0.1F * unit);
  for (std::size_t place = 0; place < way.size(); ++place) {
    canvas.disc(way[place], 0.24F * unit, theme.link);
    // the newest numbers only: the earlier ones would lie on each other
    if (place + 6 < way.size()) continue;
    const float width = measure(all[place].second, Typeface::small).x;
    const bool right = way[place].x + width + 0.8F * unit < scene.plot.box.max.x;
    const float x = right ? way[place].x + 0.4F * unit : way[place].x - 0.4F * unit - width;
    const float y =
        std::clamp(way[place].y - 1.1F * unit, scene.plot.box.min.y, scene.plot.box.max.y - unit);
    ui.label("tabled_" + std::to_string(place), {x, y}, all[place].second, theme.text,
             Typeface::small);
  }
  if (scene.offer != nullptr) {
    canvas.circle(scene.point_of(scene.offer->index), 0.42F * unit, theme.text, 0.12F * unit);
  }
  const Outcome& outcome = scene.stage->outcome;
  const bool agreed = outcome.agreed && scene.round->number >= outcome.round;
  const int package = agreed ? find_package(scene.tables(), outcome.package) : -1;
  if (package >= 0) draw_star(canvas, scene.point_of(package), 0.6F * unit, theme.accepts);
}

/// The package nearest to the mouse, or -1 if none is near; and how many lie there.
std::pair<int, int> package_at(const Scene& scene, Point mouse, float reach) {
  const Density& density = *scene.density;
  const int packages = scene.tables().grid.packages();
  if (packages > kSinglePackages) {
    const auto column = static_cast<int>((mouse.x - scene.plot.box.min.x) / scene.plot.box.width() *
                                         static_cast<float>(density.columns));
    const auto row = static_cast<int>((scene.plot.box.max.y - mouse.y) / scene.plot.box.height() *
                                      static_cast<float>(density.rows));
    const bool inside = column >= 0 && row >= 0 && column < density.columns && row < density.rows;
    if (!inside) return {-1, 0};
    const int place = row * density.columns + column;
    return {density.example[place], density.count[place]};
  }
  int nearest = -1;
  float least = reach;
  for (int package = 0; package < packages; ++package) {
    const Point at = scene.point_of(package);
    const float away = std::hypot(at.x - mouse.x, at.y - mouse.y);
    if (away >= least) continue;
    least = away;
    nearest = package;
  }
  return {nearest, nearest < 0 ? 0 : 1};
}

std::string tip_of(const Ui& ui, const Scene& scene, int package, int count) {
  std::string tip;
  if (count > 1) tip = ui.say("util.here", {{"n", count}}) + '\n';
  const std::vector<int> options = options_of(scene.tables(), package);
  for (std::size_t issue = 0; issue < options.size(); ++issue) {
    if (options[issue] < 0) continue;
    const auto place = static_cast<int>(issue);
    tip += scene.voice->issue(place) + ": " + scene.voice->option(place, options[issue]) + '\n';
  }
  for (const int party : {scene.density->party_x, scene.density->party_y}) {
    tip += title_of_party(scene, party) + ' ' +
           scene.voice->number(scene.tables().parties[party].utility[package]) + "  ";
  }
  for (const auto& [offered, rounds] : tabled(scene)) {
    if (offered == package) tip += '\n' + ui.say("util.round", {{"rounds", rounds}});
  }
  return tip;
}

/// Drawn signs and what they mean, one after the other, as many as fit in a line.
void draw_legend(Ui& ui, const Scene& scene) {
  const float unit = ui.unit();
  const Theme& theme = ui.theme();
  const bool dense = scene.tables().grid.packages() > kSinglePackages;
  const std::array<std::string, 6> words{ui.say(dense ? "util.dense" : "util.package"),
                                         ui.say("util.tabled"),
                                         ui.say("util.agreed"),
                                         ui.say("util.region"),
                                         ui.say("util.threshold"),
                                         ui.say("util.walk_away")};
  for (std::size_t entry = 0; entry < words.size(); ++entry) {
    const float width = measure(words[entry], Typeface::small).x + 2.0F * unit;
    if (entry > 0) ui.same_line(0.4F);
    const Box box = ui.take(1.1F * unit, std::min(width, ui.body().width()));
    Canvas canvas = ui.canvas();
    const Point sign{box.min.x + 0.7F * unit, box.centre().y};
    const Point left{sign.x - 0.6F * unit, sign.y};
    const Point right{sign.x + 0.6F * unit, sign.y};
    const float dot = 0.15F * unit;
    if (entry == 0) {
      canvas.rect({{sign.x - dot, sign.y - dot}, {sign.x + dot, sign.y + dot}}, theme.quiet);
    }
    if (entry == 1) {
      canvas.line(left, right, theme.link, 0.1F * unit);
      canvas.disc(sign, 0.24F * unit, theme.link);
    }
    if (entry == 2) draw_star(canvas, sign, 0.5F * unit, theme.accepts);
    if (entry == 3) {
      canvas.rect({{left.x, box.min.y + 0.2F * unit}, {right.x, box.max.y - 0.2F * unit}},
                  faded(theme.accent, 0.3F));
    }
    if (entry == 4) canvas.line(left, right, theme.text, 1.5F);
    if (entry == 5) draw_dashed(canvas, std::array{left, right}, theme.text, 1.0F);
    ui.label("legend_" + std::to_string(entry), {box.min.x + 1.6F * unit, box.min.y + 0.1F * unit},
             words[entry], theme.text, Typeface::small, box.width() - 1.6F * unit);
  }
}

}  // namespace

void draw_utilities(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "utilities", ui.say("pane.utilities"), area);
  if (draw_no_talks(ui, desk)) return;
  if (scenario_of(desk) == nullptr) return ui.line("empty", ui.say("view.empty"), Tone::quiet);
  const TraceRound* const round = current_round(desk);
  const auto density = desk.analysis.density;
  if (round != nullptr && round->tables->parties.size() < 2) {
    return ui.text("few", ui.say("util.few"), Tone::quiet);
  }
  if (round == nullptr || density == nullptr ||
      density->tables->parties.size() != round->tables->parties.size() ||
      density->tables->view.stage != round->tables->view.stage ||
      density->tables->grid.packages() != round->tables->grid.packages()) {
    return ui.line("wait", ui.say("view.wait"), Tone::quiet);
  }
  const detail::Voice voice(*round->scenario, ui.look().language);
  Scene scene{density.get(), current_stage(desk), round, current_offer(desk), &voice, {}};
  draw_axis_choosers(ui, desk.analysis, voice, scene.tables());
  scene.plot = {inner_box(ui, take_rest(ui, 9.0F, ui.width() > 52 * ui.unit() ? 2.0F : 3.4F)),
                {density->low_x, density->high_x},
                {density->low_y, density->high_y}};
  const auto axis = [&](int party) {
    return ui.say("util.axis", {{"who", title_of_party(scene, party)}});
  };
  draw_axes(ui, voice, scene.plot, {axis(density->party_x), axis(density->party_y)});
  draw_bounds(ui, scene);
  draw_cloud(ui, *density, scene.plot);
  draw_tabled(ui, scene);
  const std::string value = std::to_string(scene.tables().grid.packages());
  const Touch touch = ui.touch("chart", scene.plot.box, value);
  const auto [package, count] =
      touch.hovered ? package_at(scene, touch.at, 0.8F * ui.unit()) : std::pair{-1, 0};
  if (package >= 0) {
    ui.canvas().circle(scene.point_of(package), 0.3F * ui.unit(), ui.theme().focus, 2.0F);
    ui.tip(tip_of(ui, scene, package, count));
  }
  draw_legend(ui, scene);
}

}  // namespace detente::ui
