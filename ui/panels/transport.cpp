#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "detente/core/text.hpp"
#include "ui/actions.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/bar.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panels/plain.hpp"

namespace detente::ui {
namespace {

constexpr double kFastest = 0.2;  // seconds a round
constexpr double kSlowest = 5.0;
constexpr float kNarrow = 76.0F;  // units; below, signs and numbers go without their words

/// A triangle that points to the right, or to the left with a negative size.
void draw_triangle(Canvas canvas, Point centre, float size, Colour colour) {
  const float half = std::abs(size);
  const std::array points{Point{centre.x - size * 0.7F, centre.y - half},
                          Point{centre.x + size, centre.y},
                          Point{centre.x - size * 0.7F, centre.y + half}};
  canvas.area(points, colour);
}

void draw_bar(Canvas canvas, Point centre, float size, Colour colour) {
  canvas.rect(
      {{centre.x - size * 0.2F, centre.y - size}, {centre.x + size * 0.2F, centre.y + size}},
      colour);
}

enum class Icon { first, back, play, pause, step, last, event };

void draw_icon(Canvas canvas, Icon icon, const Box& box, Colour colour) {
  const Point at = box.centre();
  const float size = box.height() * 0.24F;
  switch (icon) {
    case Icon::first:
      draw_bar(canvas, {at.x - size, at.y}, size, colour);
      draw_triangle(canvas, {at.x + size * 0.4F, at.y}, -size, colour);
      break;
    case Icon::back:
      draw_triangle(canvas, at, -size, colour);
      break;
    case Icon::play:
      draw_triangle(canvas, at, size * 1.3F, colour);
      break;
    case Icon::pause:
      draw_bar(canvas, {at.x - size * 0.5F, at.y}, size * 1.2F, colour);
      draw_bar(canvas, {at.x + size * 0.5F, at.y}, size * 1.2F, colour);
      break;
    case Icon::step:
      draw_triangle(canvas, at, size, colour);
      break;
    case Icon::last:
      draw_triangle(canvas, {at.x - size * 0.4F, at.y}, size, colour);
      draw_bar(canvas, {at.x + size, at.y}, size, colour);
      break;
    case Icon::event:
      draw_triangle(canvas, {at.x - size * 0.6F, at.y}, size, colour);
      canvas.disc({at.x + size, at.y}, size * 0.45F, colour);
      break;
  }
}

/// What an action is called, and its key.
std::string tip_of(const Ui& ui, const Action& action) {
  const std::string name = ui.say("action." + std::string(action.id));
  return action.chord.key == Key::none ? name : name + "  " + to_string(action.chord);
}

/// A button that shows a sign and says in words what it does.
void draw_icon_button(Ui& ui, Desk& desk, Bar& bar, std::string_view id, Icon icon) {
  const Action& action = *find_action(id);
  const BarButton button{.id = std::string(id), .why_not = obstacle_to(ui, desk, action)};
  const Box box = bar.take_left(1.9F * ui.unit());
  draw_ground(ui, button, box);
  const bool possible = button.why_not.empty();
  draw_icon(ui.canvas(), icon, box, possible ? ui.theme().text : faded(ui.theme().quiet, 0.5F));
  const std::string tip = tip_of(ui, action);
  if (ui.touch(button.id, box, tip, tip, button.why_not).pressed) perform(desk, id);
}

void draw_buttons(Ui& ui, Desk& desk, Bar& bar, bool narrow) {
  draw_icon_button(ui, desk, bar, "run.first", Icon::first);
  draw_icon_button(ui, desk, bar, "run.back", Icon::back);
  draw_icon_button(ui, desk, bar, "run.play", desk.view.playing ? Icon::pause : Icon::play);
  draw_icon_button(ui, desk, bar, "run.step", Icon::step);
  draw_icon_button(ui, desk, bar, "run.last", Icon::last);
  if (narrow) return draw_icon_button(ui, desk, bar, "run.next_event", Icon::event);
  const Action& next = *find_action("run.next_event");
  const BarButton button{.id = "run.next_event",
                         .label = ui.say("action.run.next_event"),
                         .tip = tip_of(ui, next),
                         .why_not = obstacle_to(ui, desk, next)};
  if (bar.left(button)) perform(desk, next.id);
}

/// Every stage in order of play; a press goes to its opening.
void draw_stages(Ui& ui, Desk& desk, Bar& bar) {
  const Scenario* const scenario = talks_of(desk);
  if (scenario == nullptr || scenario->stages.empty()) return;
  const Played* const run = current_run(desk);
  const TraceStage* const now = current_stage(desk);
  bar.gap(0.5F);
  const auto count = static_cast<float>(scenario->stages.size());
  const float most = bar.room() / count - 0.3F * ui.unit();
  for (std::size_t place = 0; place < scenario->stages.size(); ++place) {
    const Stage& stage = scenario->stages[place];
    const int index = static_cast<int>(place);
    const int frame = run == nullptr ? -1 : run->find_frame(index, 0);
    const std::string title = stage.title.in(ui.look().language, stage.id);
    const BarButton button{.id = "stage_" + stage.id,
                           .label = std::to_string(index + 1) + ". " + title,
                           .tip = title,
                           .why_not = frame < 0 ? ui.say("transport.not_reached") : std::string(),
                           .on = now != nullptr && now->stage == index};
    const Box box = bar.take_left(std::min(bar.width_of(button.label), most));
    if (bar.button(button, box)) move_playhead(desk, frame);
  }
}

/// The models, and which of them the branch is played with.
struct Models {
  std::vector<std::string> labels{};
  int chosen = 0;
};

Models models_of(const Ui& ui, const Desk& desk, bool narrow) {
  const Branch* const branch = current_branch(desk);
  std::string own = branch == nullptr ? std::string() : branch->run.model;
  if (own.empty() && scenario_of(desk) != nullptr) own = scenario_of(desk)->model;
  Models models;
  for (const ModelInfo* const model : all_models()) {
    if (model->id == own) models.chosen = static_cast<int>(models.labels.size());
    const std::string id(model->id);
    models.labels.push_back(narrow ? id : ui.say("transport.model", {{"model", id}}));
  }
  return models;
}

std::string without_branch(const Ui& ui, const Desk& desk) {
  return current_branch(desk) == nullptr ? ui.say("why_not.no_scenario") : std::string();
}

void draw_model(Ui& ui, Desk& desk, const Models& models) {
  const auto picked = ui.choice("model", models.labels, models.chosen, without_branch(ui, desk));
  if (!picked || *picked == models.chosen) return;
  choose_model(desk, std::string(all_models()[static_cast<std::size_t>(*picked)]->id));
}

void draw_speed(Ui& ui, Desk& desk) {
  double seconds = desk.settings.seconds_a_round;
  ui.skip(0.2F);
  if (ui.slider("speed", {}, seconds, kFastest, kSlowest, {}, 1).changed) {
    desk.settings.seconds_a_round = static_cast<float>(seconds);
  }
  ui.tip(ui.say("transport.speed_tip"));
}

void draw_seed(Ui& ui, Desk& desk) {
  const Branch* const branch = current_branch(desk);
  BarState& state = desk.bars;
  if (branch != nullptr && state.seed_branch != branch->id) {
    state = {.seed = std::to_string(branch->run.seed), .seed_branch = branch->id};
  }
  const Edited edited = ui.field("seed", {}, state.seed, 1, without_branch(ui, desk));
  ui.tip(ui.say("transport.seed_tip"));
  if (!edited.committed || branch == nullptr) return;
  state.seed_branch = -1;
  const bool digits = !state.seed.empty() && state.seed.size() <= 19 &&
                      state.seed.find_first_not_of("0123456789") == std::string::npos;
  if (!digits) {
    tell(desk, ui.say("transport.bad_seed"), true);
  } else if (const std::uint64_t seed = std::stoull(state.seed); seed != branch->run.seed) {
    choose_seed(desk, seed);
  }
}

std::string round_text(const Ui& ui, const Desk& desk) {
  const TraceStage* const stage = current_stage(desk);
  if (stage == nullptr) return {};
  const TraceRound& round = *current_round(desk);
  const Stage& plan = round.scenario->stages[static_cast<std::size_t>(stage->stage)];
  return ui.say(round.number == 0 ? "transport.opening" : "transport.round",
                {{"round", round.number}, {"rounds", plan.rounds}});
}

std::string seconds_text(const Ui& ui, const Desk& desk) {
  std::string number = show_fixed(static_cast<double>(desk.settings.seconds_a_round), 1);
  if (ui.look().language != Language::en) std::replace(number.begin(), number.end(), '.', ',');
  return plain(ui.say("transport.speed", {{"n", number}}));
}

/// What stands right of the stages, and how wide.
struct Controls {
  bool narrow = false;
  std::string round{};
  std::string seconds{};
  std::string seed{};
  Models models{};

  /// The widths of all cells; the first one takes what is left.
  std::vector<float> cells(const Ui& ui) const {
    const float unit = ui.unit();
    const float slot = ui.width() * 0.13F;  // long words leave room for the others
    const auto room = [&](const std::string& text, float most) {
      return std::min(measure(text, Typeface::strong).x + 1, most);
    };
    float choice = 0.0F;
    for (const std::string& label : models.labels) {
      choice = std::max(choice, measure(label).x + 2.5F * unit);
    }
    std::vector<float> widths{ui.width(),
                              room(round, slot),
                              std::min(choice, slot),
                              room(seconds, slot / 2),
                              (narrow ? 4.0F : 6.0F) * unit,
                              room(seed, slot),
                              (narrow ? 3.5F : 4.5F) * unit};
    for (std::size_t cell = 1; cell < widths.size(); ++cell) {
      widths.front() -= widths[cell] + 0.8F * unit;
    }
    return widths;
  }
};

/// A text as tall as the controls beside it, in a cell of its own.
void draw_text(Ui& ui, Bar& bar, const std::string& id, const std::string& text, Tone tone) {
  bar.text(id, ui.take(1.7F * ui.unit()), text, tone);
}

}  // namespace

void draw_transport(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "transport", {}, area);
  const bool narrow = area.width() < kNarrow * ui.unit();
  const Controls controls{.narrow = narrow,
                          .round = round_text(ui, desk),
                          .seconds = seconds_text(ui, desk),
                          .seed = narrow ? "#" : ui.say("transport.seed"),
                          .models = models_of(ui, desk, narrow)};
  ui.columns(controls.cells(ui));
  Bar bar(ui, {{ui.cursor().x, area.min.y}, {ui.cursor().x + ui.width(), area.max.y}});
  draw_buttons(ui, desk, bar, narrow);
  draw_stages(ui, desk, bar);
  ui.next_column();
  draw_text(ui, bar, "round", controls.round, Tone::strong);
  ui.next_column();
  draw_model(ui, desk, controls.models);
  ui.next_column();
  draw_text(ui, bar, "speed_label", controls.seconds, Tone::quiet);
  ui.next_column();
  draw_speed(ui, desk);
  ui.next_column();
  draw_text(ui, bar, "seed_label", controls.seed, Tone::quiet);
  ui.next_column();
  draw_seed(ui, desk);
  ui.end_columns();
}

}  // namespace detente::ui
