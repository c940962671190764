#pragma once

#include <map>
#include <set>
#include <vector>

#include "literal/aspiration.hpp"
#include "literal/stage.hpp"

namespace detente::literal {

enum class Answer { accept, refuse, unreached };

/// One round of the model `coalition`. Sets and maps are by actor.
struct CoalitionRound {
  int round = 1;
  std::set<int> bloc{};                ///< Who tables; empty in a silent round.
  int index = -1;                      ///< The package tabled, or -1.
  Package package{};                   ///< Its open options.
  Whole whole{};                       ///< The kept ones with it.
  std::map<int, double> utilities{};   ///< Of the package tabled, for every party present.
  std::map<int, double> walk_aways{};  ///< r_i(k) of every party present.
  std::map<int, double> thresholds{};  ///< theta_i of every party present.
  std::set<int> passing{};
  std::set<int> needed{};            ///< Whose consent is looked for; empty if agreed or silent.
  std::map<int, Answer> answers{};   ///< Every outsider's.
  std::set<int> accepting{};         ///< The bloc and the outsiders that accept.
  std::map<int, double> blockers{};  ///< Needed outsiders that did not accept -> shortfall.
  bool agreement = false;
  std::set<int> left{};  ///< Who leaves at the end of the round.
  View view{};           ///< Of those present during the round.
};

struct CoalitionStage {
  Table table{};
  std::vector<CoalitionRound> rounds{};
  StageEnd end{};
};

struct CoalitionRun {
  std::vector<CoalitionStage> stages{};  ///< Those played.
  Ending ending{};
};

/// Plays the model `coalition` (without influence, events and people) to its end.
CoalitionRun play_coalition(const Scenario& scenario);

}  // namespace detente::literal
