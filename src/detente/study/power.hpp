#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "detente/coalition/characteristic.hpp"
#include "detente/coalition/core.hpp"
#include "detente/coalition/tu_game.hpp"
#include "detente/coalition/voting.hpp"
#include "detente/sim/simulate.hpp"

namespace detente {

/// The most players of whose game the best structure is looked for, which takes 3^players steps.
constexpr int kMostStructurePlayers = 20;

/// A player: an actor of the scenario where one has its id.
struct Player {
  std::string id{};
  int actor = -1;
};

/// The values of one game. What is too large for its method is absent.
struct GameReport {
  TuGame game{};
  std::vector<double> shapley{};
  std::vector<double> banzhaf_value{};
  std::optional<std::vector<double>> myerson{};  ///< Where there are links.
  std::optional<std::vector<double>> owen{};     ///< Where there are unions.
  std::optional<LeastCore> core{};
  std::optional<Nucleolus> nucleolus{};
  std::optional<CoalitionStructure> best_structure{};
};

/// Power in one decision: by votes, by a game, or by what a negotiation makes of both.
struct PowerReport {
  std::shared_ptr<const Scenario> scenario{};
  std::vector<Player> players{};
  int stage = -1;  ///< Of a negotiation; -1: votes or game stand in the scenario.
  std::optional<VotingGame> votes{};
  std::optional<VotingPower> power{};           ///< Of `votes`; of a negotiation: the stage's rule.
  std::optional<VotingPower> without_quorum{};  ///< Of a negotiation: consents alone, where it has
                                                ///< a quorum and somebody's consent is needed.
  std::optional<GameReport> game{};   ///< Of a negotiation: winning coalitions only. Of votes with
                                      ///< links or unions: 1 for a coalition that wins.
  std::optional<GameReport> plain{};  ///< Of a negotiation: as if each coalition decided.
  bool normalised = false;
  std::vector<std::vector<int>> blocs{};  ///< Places in `players`: who is tied to whom.
  std::vector<Player> game_players{};     ///< Of `game`; mostly those of the votes.
  bool quorum_rounded = false;            ///< Powers have too many decimals to be scaled exactly.
};

struct PowerQuestion {
  int stage = -1;           ///< Index; -1: votes or game if the scenario has them, else the first.
  bool normalised = false;  ///< Each party's surplus divided by its largest.
  int threads = 1;
};

/// A rule of the talks as a voting game over the same parties: their powers, scaled to whole
/// numbers, with the quorum, and the consents as a rule of its own.
/// @param rounded  set if powers had to be rounded.
VotingGame voting_game_of(const Rule& rule, bool& rounded);

/// Diagnostics if the scenario has neither votes, nor a game, nor a negotiation, or one too large.
Result<PowerReport> power(const Scenario& scenario, const Run& run, const PowerQuestion& question);

/// What a player of a voting game is: without it nobody wins; alone it wins; it never matters.
bool has_veto(const VotingGame& game, int player);
bool is_dictator(const VotingGame& game, int player);
bool is_dummy(const VotingPower& power, int player);

/// The document `detente/power/1` on one line.
std::string to_json(const PowerReport& report);

}  // namespace detente
