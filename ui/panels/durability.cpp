#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>
#include <string>
#include <vector>

#include "detente/report/outcome.hpp"
#include "ui/desk_view.hpp"
#include "ui/lasting_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/actor_card.hpp"
#include "ui/panels/chart.hpp"
#include "ui/panels/knobs.hpp"
#include "ui/panels/panels.hpp"

namespace detente::ui {
namespace {

using Strings = std::vector<std::string>;

/// What the pane is drawn from.
struct Scene {
  const LastingView* view = nullptr;
  const detail::Voice* voice = nullptr;

  const Scenario& scenario() const { return voice->scenario(); }
  const Durability& durability() const { return *scenario().durability; }
  const std::vector<int>& package() const { return view->life.package; }
};

int of_hundred(double share) {
  return static_cast<int>(std::lround(100.0 * share));
}

/// Chance that it still holds after some years: all of it at the beginning.
double survival_at(const Life& life, int year) {
  return year <= 0 ? 1.0 : life.survival[static_cast<std::size_t>(year) - 1];
}

void draw_title(Ui& ui, const Scene& scene) {
  const Slots slots{{"stage", scene.voice->stage(scene.view->stage)}, {"round", scene.view->round}};
  const char* const key = scene.view->kind == LastingView::Kind::deal    ? "durability.deal"
                          : scene.view->kind == LastingView::Kind::offer ? "durability.offer"
                                                                         : "durability.in_force";
  ui.text("about", ui.say(key, slots), Tone::strong);
  if (!scene.view->settled) ui.text("open", ui.say("durability.open"), Tone::warning);
}

/// The sentences of the report: how long, and the weakest link.
Strings sentences_of(const Scene& scene) {
  constexpr int kOneLine = 100'000;
  detail::Page page({.width = kOneLine});
  detail::tell_lasting(*scene.voice, page, scene.view->life);
  std::istringstream lines(std::move(page).take());
  Strings sentences;
  for (std::string line; std::getline(lines, line);) sentences.push_back(line);
  return sentences;
}

/// All of them but the first, which stands above the curve.
void draw_weakest(Ui& ui, const Scene& scene, const Strings& sentences) {
  for (std::size_t place = 1; place < sentences.size(); ++place) {
    ui.text("sentence_" + std::to_string(place + 1), sentences[place]);
  }
  const Life& life = scene.view->life.life;
  if (std::isinf(life.median_years)) return ui.text("median", ui.say("durability.for_ever"));
  const Slots slots{{"n", scene.voice->short_number(life.median_years, 1)}};
  ui.text("median", ui.say("durability.median", slots), Tone::quiet);
}

std::vector<Point> curve_of(const Plot& plot, const Life& life) {
  std::vector<Point> way;
  for (int year = 0; year <= kSurvivalYears; ++year) {
    way.push_back(plot.at(year, 100.0 * survival_at(life, year)));
  }
  return way;
}

/// The year under the mouse or chosen by the keyboard, with what holds then.
void draw_year(Ui& ui, const Scene& scene, const Plot& plot, int year) {
  if (year < 0) return;
  const Point at = plot.at(year, 100.0 * survival_at(scene.view->life.life, year));
  ui.canvas().dashes({at.x, plot.box.min.y}, {at.x, plot.box.max.y}, ui.theme().text);
  ui.canvas().circle(at, 0.4F * ui.unit(), ui.theme().focus, 2.0F);
}

std::string year_words(const Ui& ui, const Scene& scene, int year) {
  const auto words = [&](const Life& life) {
    return ui.say("durability.point",
                  {{"n", year}, {"share", of_hundred(survival_at(life, year))}});
  };
  std::string text = words(scene.view->life.life);
  if (!scene.view->firmer) return text;
  const WeakestLink& weak = *scene.view->life.weakest;
  const Slots slots{{"option", scene.voice->quoted(scene.voice->option(weak.issue, weak.to))}};
  return text + '\n' + ui.say("durability.firmer", slots) + ": " +
         std::to_string(of_hundred(survival_at(scene.view->firmer->life, year)));
}

void draw_curve(Ui& ui, Desk& desk, const Scene& scene) {
  const float height = std::clamp(0.42F * ui.body().height(), 7.5F * ui.unit(), 22.0F * ui.unit());
  const Plot plot{inner_box(ui, ui.take(height)), {0.0, kSurvivalYears}, {0.0, 100.0}};
  draw_axes(ui, *scene.voice, plot, {ui.say("durability.years"), ui.say("durability.share")});
  Canvas canvas = ui.canvas();
  if (scene.view->firmer) {
    draw_dashed(canvas, curve_of(plot, scene.view->firmer->life), ui.theme().text, 1.5F);
  }
  const std::vector<Point> way = curve_of(plot, scene.view->life.life);
  canvas.polyline(way, ui.theme().accent, 0.14F * ui.unit());
  for (const Point& point : way) canvas.disc(point, 0.17F * ui.unit(), ui.theme().accent);
  const std::string value = std::to_string(of_hundred(survival_at(scene.view->life.life, 1)));
  const Touch touch = ui.touch("curve", plot.box, value);
  int year = desk.lasting.year > 0 ? desk.lasting.year : -1;
  if (touch.hovered) {
    const double under = std::round(plot.x_at(touch.at.x));
    year = static_cast<int>(std::clamp(under, 0.0, static_cast<double>(kSurvivalYears)));
    ui.tip(year_words(ui, scene, year));
    if (touch.pressed) desk.lasting.year = year;
  }
  draw_year(ui, scene, plot, year);
}

/// Which line is which.
void draw_legend(Ui& ui, const Scene& scene) {
  if (!scene.view->firmer) return;
  const WeakestLink& weak = *scene.view->life.weakest;
  const Strings words{
      ui.say("durability.this"),
      ui.say("durability.firmer",
             {{"option", scene.voice->quoted(scene.voice->option(weak.issue, weak.to))}})};
  for (std::size_t entry = 0; entry < words.size(); ++entry) {
    const float unit = ui.unit();
    const Box box = ui.take(1.1F * unit);
    Canvas canvas = ui.canvas();
    const std::array line{Point{box.min.x + 0.2F * unit, box.centre().y},
                          Point{box.min.x + 1.8F * unit, box.centre().y}};
    if (entry == 0) canvas.polyline(line, ui.theme().accent, 0.14F * unit);
    if (entry == 1) draw_dashed(canvas, line, ui.theme().text, 1.5F);
    ui.label("legend_" + std::to_string(entry),
             {box.min.x + 2.2F * unit, box.centre().y - line_height(Typeface::small) / 2},
             words[entry], ui.theme().text, Typeface::small, box.width() - 2.2F * unit);
  }
}

void draw_walk(Ui& ui, Desk& desk, const Scene& scene) {
  auto year = static_cast<double>(desk.lasting.year);
  const Edited edited =
      ui.slider("year", ui.say("durability.year"), year, 0.0, kSurvivalYears, {}, 0);
  if (edited.changed || edited.committed) desk.lasting.year = static_cast<int>(std::lround(year));
  if (desk.lasting.year > 0) {
    ui.text("year_words", year_words(ui, scene, desk.lasting.year), Tone::strong);
  }
}

void draw_levels(Ui& ui, const Scene& scene) {
  const Deterrent& at = scene.view->life.deterrent;
  ui.heading("levels", ui.say("durability.levels"));
  ui.text("detection", ui.say("durability.detection", {{"n", of_hundred(at.detection)}}));
  ui.text("credibility", ui.say("durability.credibility", {{"n", of_hundred(at.credibility)}}));
  ui.text("response", ui.say("durability.response", {{"n", of_hundred(at.response)}}));
  const auto& violators = scene.durability().violators;
  for (std::size_t place = 0; place < violators.size(); ++place) {
    const int actor = violators[place].actor;
    const Slots slots{{"who", scene.voice->title_of_actor(actor)},
                      {"n", of_hundred(scene.view->life.life.compliance[place])}};
    ui.text("complies_" + scene.scenario().actors[actor].id, ui.say("durability.complies", slots));
  }
}

/// The level that the package's option has, of every issue of a lever, to be moved.
void draw_levers(Ui& ui, Desk& desk, const Scene& scene, const std::vector<Lever>& levers,
                 const std::string& name) {
  for (const Lever& lever : levers) {
    const Issue& issue = scene.scenario().issues[lever.issue];
    const int option = scene.package()[lever.issue];
    // a point of a range has no path of its own
    if (option < 0 || issue.range) continue;
    const Slots slots{{"issue", scene.voice->issue(lever.issue)},
                      {"option", scene.voice->option(lever.issue, option)}};
    const std::string& id = issue.options[option].id;
    slide(ui, desk,
          {.id = name + '_' + issue.id,
           .label = ui.say("field." + name, slots),
           .path = "durability." + name + '.' + issue.id + '.' + id},
          lever.level[option]);
  }
}

/// "{uniform: [0.1, 0.9]}", as the file has it.
std::string gain_text(const Distribution& gain) {
  constexpr std::array kNames{"uniform", "normal", "triangular", "beta"};
  std::string text = std::string("{") + kNames[static_cast<std::size_t>(gain.kind)] + ": [";
  for (std::size_t place = 0; place < gain.numbers.size(); ++place) {
    text += (place == 0 ? "" : ", ") + plain_number(gain.numbers[place]);
  }
  return text + "]}";
}

void draw_gains(Ui& ui, Desk& desk, const Scene& scene) {
  for (const Violator& violator : scene.durability().violators) {
    const std::string& id = scene.scenario().actors[violator.actor].id;
    const bool listed = violator.gain.kind == Distribution::Kind::choice;
    const Slots slots{{"who", scene.voice->title_of_actor(violator.actor)}};
    type(ui, desk,
         {.id = "gain_" + id,
          .label = ui.say("durability.gain_of", slots),
          .path = "durability.violators." + id + ".gain",
          .why_not = listed ? ui.say("durability.choice") : ""},
         listed ? "…" : gain_text(violator.gain));
  }
}

void draw_assumptions(Ui& ui, Desk& desk, const Scene& scene) {
  if (!ui.fold("assumptions", ui.say("durability.assumptions"), true)) return;
  draw_edit_hint(ui, desk);
  const Durability& durability = scene.durability();
  type(ui, desk,
       {.id = "cost", .label = ui.say("field.durability_cost"), .path = "durability.cost"},
       plain_number(durability.cost));
  type(ui, desk,
       {.id = "opportunities",
        .label = ui.say("field.opportunities"),
        .path = "durability.opportunities_per_year"},
       plain_number(durability.opportunities_per_year));
  slide(ui, desk, {.id = "fatigue", .label = ui.say("field.fatigue"), .path = "durability.fatigue"},
        durability.fatigue);
  draw_levers(ui, desk, scene, durability.detection, "detection");
  draw_levers(ui, desk, scene, durability.credibility, "credibility");
  draw_levers(ui, desk, scene, durability.response, "response");
  draw_gains(ui, desk, scene);
  for (const int actor : scene.scenario().stages[scene.view->stage].parties) {
    const Actor& own = scene.scenario().actors[actor];
    slide(ui, desk,
          {.id = "values_" + own.id,
           .label = ui.say("durability.values", {{"who", scene.voice->title_of_actor(actor)}}),
           .path = "actors." + own.id + ".values_durability"},
          own.values_durability);
  }
}

}  // namespace

void draw_durability(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "durability", ui.say("pane.durability"), area);
  // kept: an edit below may make it give way to another
  const auto scenario = edited_scenario(desk);
  if (!scenario) return ui.text("empty", ui.say("left.empty"), Tone::quiet);
  if (!scenario->durability) return ui.text("none", ui.say("durability.none"), Tone::quiet);
  if (current_run(desk) == nullptr) return ui.line("wait", ui.say("view.wait"), Tone::quiet);
  const auto view = lasting_view(desk);
  if (!view) return ui.text("nothing", ui.say("durability.nothing"), Tone::quiet);
  const detail::Voice voice(*scenario, ui.look().language);
  const Scene scene{&*view, &voice};
  draw_title(ui, scene);
  const Strings sentences = sentences_of(scene);
  ui.text("sentence_1", sentences.front());
  draw_curve(ui, desk, scene);
  draw_legend(ui, scene);
  draw_weakest(ui, scene, sentences);
  draw_walk(ui, desk, scene);
  draw_levels(ui, scene);
  draw_assumptions(ui, desk, scene);
}

}  // namespace detente::ui
