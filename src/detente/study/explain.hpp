#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "detente/core/stop.hpp"
#include "detente/sim/simulate.hpp"
#include "detente/study/durability.hpp"

namespace detente {

/// Which decision to explain; what is left out is chosen as in explain().
struct DecisionAt {
  int stage = -1;  ///< Index, or -1.
  int round = 0;   ///< From 1, or 0.
  int actor = -1;  ///< Index, or -1.
};

/// What an actor did in one round.
struct Decision {
  /// silent: its side could table nothing; unreached: the offer did not get to it.
  enum class Kind { accept, refuse, offer, leave, pass, silent, unreached };

  Kind kind = Kind::silent;
  int index = -1;              ///< Of the package decided on; -1 if there was none.
  std::vector<int> package{};  ///< Option per issue; empty if there was none.
  std::vector<int> by{};       ///< Who tabled it.
  double utility = 0.0;        ///< Of the package for the actor.
  double threshold = 0.0;      ///< The least that it accepted in this round.
  double margin = 0.0;         ///< utility - threshold.
};

/// One issue's part of the utility: product = weight * value.
struct Term {
  int issue = 0;  ///< -1: the chance that the agreement lasts, for an actor that values it.
  int option = 0;
  double weight = 0.0;
  double value = 0.0;
  double product = 0.0;
};

/// One change of one field that turns the decision round, and keeps it so in 32 nearby worlds.
struct Flip {
  std::string path{};  ///< Of the field; empty if the offer is changed instead.
  std::optional<std::pair<int, int>> offer{};  ///< (issue, option) put in place of the offered one.
  double from = 0.0;                           ///< Of an offer flip: `at` of the option offered.
  double to = 0.0;
  double change = 0.0;  ///< |to - from| in parts of the field's range.
  Decision::Kind decision_after = Decision::Kind::refuse;
  Outcome outcome_after{};  ///< Of the run with this edit made at that round.
  int holds = 0;            ///< In how many nearby worlds that outcome holds.
};

/// One earlier step of the same actor in this stage.
struct HistoryStep {
  int round = 0;
  Decision::Kind kind = Decision::Kind::refuse;
  std::vector<int> package{};
  double utility = 0.0;
  double threshold = 0.0;
};

/// Why one actor decided as it did.
struct Explanation {
  std::shared_ptr<const Scenario> scenario{};  ///< As it stood in that round.
  std::string model{};
  int stage = 0;
  int round = 0;
  int actor = 0;
  Decision decision{};
  bool played = false;         ///< A person\'s move: no change of numbers turns it.
  std::vector<int> crossed{};  ///< Issues on which the package crosses its red line.
  std::vector<Term> terms{};   ///< In file order; their products sum to decision.utility.
  std::vector<Flip> flips{};   ///< At most three, nearest first; empty: no single change does it.
  bool searched = true;        ///< For flips; false: too many packages and parties.
  std::optional<PackageLife> lasting{};  ///< Of the package; only with a section `durability`.
  std::vector<HistoryStep> history{};    ///< At most three, oldest first.
  Outcome outcome{};                     ///< Of the run as it was.
  int holds = 0;                         ///< In how many of `worlds` nearby worlds.
  int worlds = 0;
};

/// Explains one decision of a run. Without a place: the decision that ended the run, that is the
/// last acceptance or, without agreement, the refusal with the smallest shortfall in the last
/// round; an actor that was not asked in a round: its offer.
/// Diagnostics if the stage or round was not played or the actor is no party of it, and a single
/// Code::stopped if it was asked to stop.
Result<Explanation> explain(const Scenario& scenario, const Run& run, const DecisionAt& at,
                            int worlds = 100, const Stop& stop = {});

/// "accept", "refuse", ...
std::string_view decision_name(Decision::Kind kind);

}  // namespace detente
