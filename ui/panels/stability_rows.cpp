#include "ui/panels/stability_scene.hpp"

#include <algorithm>

#include "detente/report/stability_table.hpp"
#include "ui/panels/plain.hpp"

namespace detente::ui {
namespace {

constexpr float kGap = 0.7F;      // units, between columns
constexpr float kWords = 7.0F;    // units, the least for words
constexpr float kLongest = 9.0F;  // units, for the id of a state in graph form

float number_width(const Ui& ui, const SolvedConflict& solved) {
  const auto last = static_cast<StateIndex>(solved.conflict().places() - 1);
  const float title = measure(number_title(ui, solved), Typeface::small).x;
  return std::max(measure(state_number(solved, last)).x, title) + kGap * ui.unit();
}

float vector_width(const Ui& ui, const SolvedConflict& solved) {
  if (!solved.conflict().is_graph()) {
    return kLetterStep * ui.unit() * static_cast<float>(solved.conflict().options);
  }
  float width = 2 * ui.unit();
  const auto shown = std::min<std::size_t>(solved.conflict().places(), 200);
  for (std::size_t state = 0; state < shown; ++state) {
    width = std::max(width, measure(vector_of(solved.report, static_cast<StateIndex>(state))).x);
  }
  return std::min(width, kLongest * ui.unit());
}

void draw_vector(Ui& ui, const StabilityScene& scene, StateIndex state, Point left_middle) {
  const std::string vector = vector_of(scene.report(), state);
  const float high = line_height(Typeface::small);
  Canvas canvas = ui.canvas();
  if (scene.solved->conflict().is_graph()) {
    canvas.text_within({left_middle.x, left_middle.y - high / 2},
                       scene.columns.words - scene.columns.vector - 0.3F * ui.unit(), vector,
                       ui.theme().text, Typeface::small);
    return;
  }
  const float step = kLetterStep * ui.unit();
  for (std::size_t option = 0; option < vector.size(); ++option) {
    const std::string letter(1, vector[option]);
    const bool taken = letter == "Y";
    const Typeface face = taken ? Typeface::strong : Typeface::small;
    const Point size = measure(letter, face);
    const float middle = left_middle.x + step * (static_cast<float>(option) + 0.5F);
    canvas.text({middle - size.x / 2, left_middle.y - size.y / 2}, letter,
                taken ? ui.theme().text : ui.theme().quiet, face);
  }
}

/// The letters of one actor; those of the selected one are framed.
void draw_cell(Ui& ui, const StabilityScene& scene, StateIndex state, int shown, const Box& row) {
  const float unit = ui.unit();
  const int mover = scene.columns.first + shown;
  const float left =
      row.min.x + scene.columns.actors + scene.columns.cell * static_cast<float>(shown);
  const Box cell{{left, row.min.y}, {left + scene.columns.cell - 0.4F * unit, row.max.y}};
  const std::string letters = letters_where(*scene.solved, [&](Concept solution) {
    return scene.report().table.is_stable(solution, mover, state);
  });
  if (state == scene.state && mover == scene.mover) {
    ui.canvas().frame(cell.inset(1.0F), ui.theme().accent, 2.0F, 2.0F);
  }
  draw_letters(ui, {left, row.centre().y}, kLetterStep * unit, letters, scene.list->solution);
  const Actor& actor = scene.report().scenario->actors[scene.report().movers[mover]];
  ui.mark("state_" + state_number(*scene.solved, state) + '_' + actor.id, cell, letters);
}

void draw_equilibrium(Ui& ui, const StabilityScene& scene, StateIndex state, const Box& row) {
  const float unit = ui.unit();
  const float left = row.min.x + scene.columns.equilibrium;
  const float step = kLetterStep * unit;
  const std::string letters = letters_where(*scene.solved, [&](Concept solution) {
    return scene.solved->is_equilibrium(solution, state);
  });
  if (letters.find_first_not_of(". ") == std::string::npos) return;
  Canvas canvas = ui.canvas();
  const float radius = std::min(0.5F * step, 0.45F * row.height());
  for (std::size_t place = 0; place < letters.size(); ++place) {
    if (letters[place] == '.' || letters[place] == ' ') continue;
    const Point middle{left + step * (static_cast<float>(place) + 0.5F), row.centre().y};
    const bool chosen = place == static_cast<std::size_t>(scene.list->solution);
    const Box ground{{middle.x - radius, row.min.y + 2.0F}, {middle.x + radius, row.max.y - 2.0F}};
    if (chosen) canvas.rect(ground, ui.theme().accent, 2.0F);
    const Typeface face = chosen ? Typeface::strong : Typeface::small;
    const std::string letter = lone_letter(letters[place]);
    const Point size = measure(letter, face);
    canvas.text({middle.x - size.x / 2, middle.y - size.y / 2}, letter,
                chosen ? ui.theme().on_accent : ui.theme().text, face);
  }
}

}  // namespace

std::string number_title(const Ui& ui, const SolvedConflict& solved) {
  return ui.say(solved.conflict().is_graph() ? "conflict.number" : "conflict.code");
}

StabilityColumns stability_columns(const Ui& ui, const SolvedConflict& solved, int mover,
                                   float width) {
  const float unit = ui.unit();
  StabilityColumns columns;
  columns.cell = (kLetterStep * static_cast<float>(kConcepts.size()) + kGap) * unit;
  columns.vector = number_width(ui, solved);
  const float fixed =
      columns.vector + vector_width(ui, solved) + kGap * unit + columns.cell + 0.5F * unit;
  const auto all = static_cast<int>(solved.report.movers.size());
  const auto fit = static_cast<int>((width - fixed) / columns.cell);
  columns.count = std::clamp(fit, 1, all);
  columns.first = std::clamp(mover - columns.count + 1, 0, all - columns.count);
  const float rest = width - fixed - columns.cell * static_cast<float>(columns.count);
  // a state that is listed has no words besides its name
  const bool words = rest > kWords * unit && !solved.conflict().is_graph();
  columns.room = words ? rest - kGap * unit : 0.0F;
  columns.words = columns.vector + vector_width(ui, solved) + kGap * unit;
  columns.actors = columns.words + (columns.room > 0 ? columns.room + kGap * unit : 0.0F);
  columns.equilibrium = columns.actors + columns.cell * static_cast<float>(columns.count);
  return columns;
}

void draw_state_row(Ui& ui, const StabilityScene& scene, int place, const Box& row) {
  const float unit = ui.unit();
  const StateIndex state = scene.list->rows[static_cast<std::size_t>(place)];
  Canvas canvas = ui.canvas();
  if (state == scene.state) {
    canvas.rect(row, ui.theme().hovered, 3.0F);
    canvas.frame(row, ui.theme().accent, 1.5F, 3.0F);
  }
  const bool start = state == scene.report().status_quo;
  const std::string number = state_number(*scene.solved, state);
  const Typeface face = start ? Typeface::strong : Typeface::body;
  canvas.text({row.min.x + 0.2F * unit, row.centre().y - line_height(face) / 2}, number,
              ui.theme().text, face);
  draw_vector(ui, scene, state, {row.min.x + scene.columns.vector, row.centre().y});
  const std::string equilibrium = letters_where(*scene.solved, [&](Concept solution) {
    return scene.solved->is_equilibrium(solution, state);
  });
  ui.mark("state_" + number, {row.min, {row.min.x + scene.columns.actors, row.max.y}}, equilibrium);
  if (scene.columns.room > 0) {
    const std::string words = (start ? ui.say("conflict.status_quo") + ": " : std::string()) +
                              plain(state_words(scene.report(), state, ui.look().language));
    canvas.text_within(
        {row.min.x + scene.columns.words, row.centre().y - line_height(Typeface::small) / 2},
        scene.columns.room, words, ui.theme().text, Typeface::small);
  }
  for (int shown = 0; shown < scene.columns.count; ++shown) {
    draw_cell(ui, scene, state, shown, row);
  }
  draw_equilibrium(ui, scene, state, row);
}

}  // namespace detente::ui
