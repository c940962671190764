// What everybody brings to a game: values, core, nucleolus, and how the players are best grouped.

#include <algorithm>
#include <cmath>

#include "ui/desk_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panels/power_scene.hpp"

namespace detente::ui {
namespace {

constexpr float kRow = 1.6F;   // units
constexpr float kCell = 4.6F;  // units, the least for a number
constexpr int kDecimals = 3;

struct Scene {
  const PowerReport* report = nullptr;
  const GameReport* game = nullptr;
  const detail::Voice* voice = nullptr;
  std::vector<PowerColumn> columns{};  ///< As many as fit.
  std::size_t hidden = 0;              ///< How many do not.
  float names = 0.0F;
  float cell = 0.0F;
  double most = 1e-9;  ///< Of all numbers, without their signs.
};

Scene scene_of(const Ui& ui, const PowerReport& report, const GameReport& game,
               const detail::Voice& voice) {
  Scene scene{.report = &report, .game = &game, .voice = &voice, .columns = columns_of_game(game)};
  scene.names = 0.3F * ui.width();
  const float room = ui.width() - scene.names;
  const auto fit = static_cast<std::size_t>(std::max(1.0F, room / (kCell * ui.unit())));
  if (scene.columns.size() > fit) scene.hidden = scene.columns.size() - fit;
  scene.columns.resize(scene.columns.size() - scene.hidden);
  scene.cell = room / static_cast<float>(std::max<std::size_t>(scene.columns.size(), 1));
  for (const PowerColumn& column : scene.columns) {
    for (const double number : *column.numbers) {
      scene.most = std::max(scene.most, std::abs(number));
    }
  }
  return scene;
}

void draw_head(Ui& ui, const Scene& scene) {
  const Box row = ui.take(1.3F * ui.unit());
  for (std::size_t place = 0; place < scene.columns.size(); ++place) {
    const float left = row.min.x + scene.names + scene.cell * static_cast<float>(place);
    const Box cell{{left, row.min.y}, {left + scene.cell - 0.4F * ui.unit(), row.max.y}};
    const std::string& key = scene.columns[place].key;
    const std::string name = ui.say(key);
    const std::string shown = fitted(name, cell.width(), Typeface::small);
    ui.canvas().text({cell.max.x - measure(shown, Typeface::small).x, cell.min.y}, shown,
                     ui.theme().quiet, Typeface::small);
    ui.touch("head_" + key.substr(key.find('.') + 1), cell, name,
             name + ": " + ui.say(key + "_help"));
  }
}

/// A number with a bar under it; below zero the bar is hollow.
void draw_number(Ui& ui, const Scene& scene, const Box& cell, double number) {
  const float unit = ui.unit();
  const std::string text = scene.voice->number(number, kDecimals);
  Canvas canvas = ui.canvas();
  canvas.text({cell.max.x - measure(text).x, cell.min.y}, text, ui.theme().text);
  const auto wide = cell.width() * static_cast<float>(std::abs(number) / scene.most);
  const Box bar{{cell.max.x - wide, cell.max.y - 0.28F * unit}, {cell.max.x, cell.max.y}};
  if (number < 0.0) {
    canvas.frame(bar, ui.theme().text, 1.0F);
  } else {
    canvas.rect(bar, ui.theme().accent, 1.0F);
  }
}

void draw_row(Ui& ui, Desk& desk, const Scene& scene, std::size_t place) {
  const Box row = ui.take(kRow * ui.unit() - 0.3F * ui.unit());
  const Player& player = players_of_game(*scene.report)[place];
  std::string value;
  for (const PowerColumn& column : scene.columns) {
    value += (value.empty() ? "" : "  ") + scene.voice->number((*column.numbers)[place], kDecimals);
  }
  draw_player(ui, desk, *scene.report, player, row, scene.names, value);
  for (std::size_t column = 0; column < scene.columns.size(); ++column) {
    const float left = row.min.x + scene.names + scene.cell * static_cast<float>(column);
    const Box cell{{left + 0.3F * ui.unit(), row.min.y},
                   {left + scene.cell - 0.4F * ui.unit(), row.max.y}};
    draw_number(ui, scene, cell, (*scene.columns[column].numbers)[place]);
  }
}

void draw_core(Ui& ui, const Scene& scene) {
  if (!scene.game->core) return;
  const LeastCore& core = *scene.game->core;
  const Slots slots{{"n", scene.voice->gap(std::abs(core.epsilon))}};
  ui.text("core", ui.say(core.core_empty ? "values.core_empty" : "values.core_there", slots));
  if (scene.game->nucleolus && !scene.game->nucleolus->imputations) {
    ui.text("imputations", ui.say("values.no_imputations"), Tone::quiet);
  }
}

void draw_structure(Ui& ui, const Scene& scene) {
  const double whole = scene.game->game.value.empty() ? 0.0 : scene.game->game.value.back();
  if (!scene.game->best_structure) {
    ui.text("worth", ui.say("values.worth", {{"n", scene.voice->number(whole, kDecimals)}}));
    return;
  }
  const CoalitionStructure& best = *scene.game->best_structure;
  const Language language = ui.look().language;
  const Slots slots{{"structure", structure_words(*scene.report, best.coalitions, language)},
                    {"n", scene.voice->number(best.value, kDecimals)},
                    {"all", scene.voice->number(whole, kDecimals)}};
  ui.text("structure",
          ui.say(best.coalitions.size() == 1 ? "values.together" : "values.structure", slots));
}

/// Who is tied to whom; of a negotiation.
void draw_blocs(Ui& ui, const Scene& scene) {
  std::string text;
  for (const std::vector<int>& bloc : scene.report->blocs) {
    std::string names;
    for (const int player : bloc) {
      names += (names.empty() ? "" : ", ") +
               player_title(*scene.report, scene.report->players[static_cast<std::size_t>(player)],
                            ui.look().language);
    }
    text += (text.empty() ? "" : " | ") + names;
  }
  if (!text.empty()) ui.text("blocs", ui.say("values.blocs", {{"blocs", text}}), Tone::quiet);
}

/// Which game is made of the talks.
void draw_kind(Ui& ui, Desk& desk, const PowerReport& report) {
  if (report.stage < 0) return;
  const std::vector<std::string> labels{ui.say("values.winning_only"), ui.say("values.plain")};
  if (const auto chosen = ui.tabs("kind", labels, desk.power.plain ? 1 : 0)) {
    desk.power.plain = *chosen == 1;
  }
  ui.text("help_kind", ui.say(desk.power.plain ? "values.plain_help" : "values.winning_only_help"),
          Tone::quiet);
  if (ui.toggle("normalised", ui.say("values.normalised"), desk.power.normalised)) {
    desk.power.normalised = !desk.power.normalised;
  }
}

}  // namespace

void draw_values(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "values", ui.say("pane.values"), area);
  const PowerReport* const report = shown_power(ui, desk);
  if (report == nullptr) return;
  draw_kind(ui, desk, *report);
  const GameReport* const game = shown_game(*report, desk.power.plain);
  if (game == nullptr) return ui.text("no_game", ui.say("values.none"), Tone::quiet);
  const detail::Voice voice(*report->scenario, ui.look().language);
  const Scene scene = scene_of(ui, *report, *game, voice);
  if (scene.columns.empty()) return ui.text("no_game", ui.say("values.none"), Tone::quiet);
  draw_head(ui, scene);
  const auto players = static_cast<std::size_t>(game->game.players);
  for (std::size_t place = 0; place < players; ++place) draw_row(ui, desk, scene, place);
  if (scene.hidden > 0) {
    const Slots slots{{"n", static_cast<int>(scene.hidden)}};
    ui.text("hidden", ui.say("values.hidden", slots), Tone::quiet);
  }
  ui.skip(0.3F);
  draw_core(ui, scene);
  draw_structure(ui, scene);
  draw_blocs(ui, scene);
}

}  // namespace detente::ui
