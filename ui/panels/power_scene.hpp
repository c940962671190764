#pragma once

#include <string>
#include <vector>

#include "detente/report/voice.hpp"
#include "detente/study/power.hpp"
#include "ui/widgets.hpp"

// What the two panes of the page of power have in common.
namespace detente::ui {

struct Desk;

/// The report that panes show, or nullptr and a line that says why there is none.
const PowerReport* shown_power(Ui& ui, const Desk& desk);

/// A player as it is called: an actor's title, else its id.
std::string player_title(const PowerReport& report, const Player& player, Language language);

/// One kind of number for every player.
struct PowerColumn {
  std::string key{};  ///< Word key of its name.
  const std::vector<double>* numbers = nullptr;
};

/// The index that is drawn as bars: 0 Shapley-Shubik, 1 Banzhaf, 2 Penrose.
const std::vector<double>& index_of_power(const VotingPower& power, int index);

/// The game that is shown, or nullptr; whose players it has; what is known of it.
const GameReport* shown_game(const PowerReport& report, bool plain);
const std::vector<Player>& players_of_game(const PowerReport& report);
std::vector<PowerColumn> columns_of_game(const GameReport& game);

/// Mark and name of a player at the left of its row, and the place where it can be pressed.
void draw_player(Ui& ui, Desk& desk, const PowerReport& report, const Player& player,
                 const Box& row, float width, const std::string& value);

/// "A, B | C" of masks over players.
std::string structure_words(const PowerReport& report, const std::vector<std::uint32_t>& coalitions,
                            Language language);

}  // namespace detente::ui
