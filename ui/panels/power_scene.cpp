#include "ui/panels/power_scene.hpp"

#include "ui/conflict_view.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"

namespace detente::ui {

const PowerReport* shown_power(Ui& ui, const Desk& desk) {
  if (scenario_of(desk) == nullptr) {
    ui.line("empty", ui.say("view.empty"), Tone::quiet);
    return nullptr;
  }
  if (!has_power(desk)) {
    ui.text("none", ui.say("power.none"), Tone::quiet);
    return nullptr;
  }
  const PowerState& state = desk.power;
  const bool fresh = state.key == state.asked;
  if (fresh && state.report != nullptr) return state.report.get();
  if (!fresh || state.faults.empty()) {
    ui.line("wait", ui.say("view.wait"), Tone::quiet);
    return nullptr;
  }
  for (std::size_t place = 0; place < state.faults.size(); ++place) {
    ui.text("fault_" + std::to_string(place), state.faults[place].message, Tone::warning);
  }
  return nullptr;
}

std::string player_title(const PowerReport& report, const Player& player, Language language) {
  if (player.actor < 0) return player.id;
  const Actor& actor = report.scenario->actors[static_cast<std::size_t>(player.actor)];
  return actor.title.in(language, actor.id);
}

const std::vector<double>& index_of_power(const VotingPower& power, int index) {
  if (index == 1) return power.banzhaf;
  return index == 2 ? power.penrose : power.shapley_shubik;
}

const GameReport* shown_game(const PowerReport& report, bool plain) {
  if (plain && report.plain) return &*report.plain;
  if (report.game) return &*report.game;
  return report.plain ? &*report.plain : nullptr;
}

const std::vector<Player>& players_of_game(const PowerReport& report) {
  return report.game_players.empty() ? report.players : report.game_players;
}

std::vector<PowerColumn> columns_of_game(const GameReport& game) {
  std::vector<PowerColumn> columns;
  const auto add = [&](const char* key, const std::vector<double>& numbers) {
    if (!numbers.empty()) columns.push_back({key, &numbers});
  };
  add("values.shapley", game.shapley);
  add("values.banzhaf", game.banzhaf_value);
  if (game.nucleolus) {
    add(game.nucleolus->imputations ? "values.nucleolus" : "values.prenucleolus",
        game.nucleolus->payoff);
  }
  if (game.myerson) add("values.myerson", *game.myerson);
  if (game.owen) add("values.owen", *game.owen);
  if (game.core) add("values.least_core", game.core->payoff);
  return columns;
}

// NOLINTNEXTLINE(readability-function-size): a row, whose it is, and what it says
void draw_player(Ui& ui, Desk& desk, const PowerReport& report, const Player& player,
                 const Box& row, float width, const std::string& value) {
  const float unit = ui.unit();
  const std::string name = player_title(report, player, ui.look().language);
  const Touch touch = ui.touch("player_" + player.id, row, value, name + ": " + value);
  const bool selected = player.actor >= 0 && desk.view.actor == player.actor;
  Canvas canvas = ui.canvas();
  if (touch.hovered || selected) canvas.rect(row, ui.theme().hovered, 3.0F);
  if (selected) canvas.frame(row, ui.theme().accent, 1.5F, 3.0F);
  const float left = row.min.x + 1.4F * unit;
  if (player.actor >= 0) {
    draw_actor_mark(canvas, ui.theme(), player.actor, {row.min.x + 0.7F * unit, row.centre().y},
                    0.32F * unit);
  }
  const Typeface face = selected ? Typeface::strong : Typeface::body;
  canvas.text_within({left, row.centre().y - line_height(face) / 2},
                     row.min.x + width - left - 0.3F * unit, name, ui.theme().text, face);
  if (touch.pressed && player.actor >= 0) select_actor(desk, player.actor);
}

std::string structure_words(const PowerReport& report, const std::vector<std::uint32_t>& coalitions,
                            Language language) {
  const std::vector<Player>& players = players_of_game(report);
  std::string text;
  for (const std::uint32_t coalition : coalitions) {
    std::string names;
    for (std::size_t player = 0; player < players.size(); ++player) {
      if ((coalition >> player & 1U) == 0) continue;
      names += (names.empty() ? "" : ", ") + player_title(report, players[player], language);
    }
    text += (text.empty() ? "" : " | ") + names;
  }
  return text;
}

}  // namespace detente::ui
