#pragma once

#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "literal/stage.hpp"

namespace detente::literal {

enum class Response { accept, refuse, leave };

/// One offer and what those who were asked about it said.
struct Offer {
  int round = 1;  ///< From 1.
  int actor = 0;
  int index = -1;
  Package package{};
  std::vector<std::pair<int, Response>> responses{};  ///< (actor, answer), in the order asked.
};

struct OffersStage {
  Table table{};
  std::vector<Offer> offers{};
  std::vector<std::pair<int, int>> passed{};  ///< (round, actor): offered nothing at its turn.
  std::vector<std::pair<int, int>> left{};    ///< (round, actor).
  std::vector<std::map<int, double>> thresholds{};  ///< Of those present as each round ended.
  StageEnd end{};
};

struct OffersRun {
  std::vector<OffersStage> stages{};
  Ending ending{};
};

/// Plays the model `offers` to its end.
OffersRun play_offers(const Scenario& scenario);

/// One stage on a table; adds what it agrees to `agreed`.
OffersStage play_offers(const Table& table, const Stage& stage, Agreed& agreed);

/// A party as the recorded data give it: u = sum of weight * value, the weights as they are.
struct RawParty {
  std::vector<double> weights{};
  std::vector<std::vector<double>> values{};  ///< [issue][option].
  double walk_away = 0.0;
  Tactic tactic{};
};

/// A rule as the recorded data give it.
struct RawRule {
  Bloc consents{};
  std::vector<double> power{};
  double quorum = 0.0;
};

/// A table for raw parties; without a rule everybody must accept.
Table raw_table(const std::vector<RawParty>& parties, const std::optional<RawRule>& rule,
                int rounds);

/// One stage on a raw table.
OffersStage play_offers(const Table& table);

}  // namespace detente::literal
