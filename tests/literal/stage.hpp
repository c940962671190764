#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "detente/scenario/scenario.hpp"

/// A second, literal program for the negotiation models: plain sets, all packages, all subsets.
/// It is the oracle of the tests and shares nothing with the engine but the scenario's types.
namespace detente::literal {

/// Some of a stage's parties, by their places in its list: place 0 is the first party.
using Bloc = std::set<int>;

/// One option for every open issue of a stage, in scenario order.
using Package = std::vector<int>;

/// Issue -> option.
using Whole = std::map<int, int>;

/// What earlier stages agreed.
struct Agreed {
  std::vector<Whole> stages{};  ///< Package of every earlier stage, its kept options included.
  Whole in_force{};             ///< All of them together, the later over the earlier.
  std::set<int> signatories{};  ///< Actors that accepted the latest of them.
};

/// A stage made ready for play. Everything "by place" has one entry per party.
struct Table {
  int stage = 0;
  std::vector<int> parties{};               ///< Actor, by place.
  std::vector<int> open{};                  ///< Issues under negotiation.
  Whole kept{};                             ///< Issues that are not.
  std::vector<std::vector<double>> axis{};  ///< [open issue][option]: its `at`.
  std::vector<Package> packages{};          ///< Lexicographic: last issue fastest.
  std::vector<std::vector<double>> u{};     ///< [place][package].
  std::vector<std::vector<bool>> inside{};  ///< [place][package]: within the red lines.
  std::vector<double> best{};               ///< max_p u_i(p) over all packages, by place.
  std::vector<double> worst{};              ///< min_p u_i(p) over all packages, by place.
  std::vector<double> power{};              ///< By place.
  Bloc required{};                          ///< Consents that the rule asks for.
  double quorum = 1.0;                      ///< Share of the power of all parties.
  std::vector<double> walk_away{};          ///< r_i as the stage begins, by place.
  std::vector<double> delay{};              ///< Fall of r_i per round, by place.
  std::vector<Pressure> pressure{};         ///< Of the stage, by actors.
  std::vector<Tactic> tactics{};            ///< By place.
  int rounds = 1;
  int starts = 0;                 ///< Place.
  Bloc floored{};                 ///< Signatories protected by `fallback: kept`.
  std::vector<double> floor{};    ///< u_i of the package in force, by place.
  std::optional<int> in_force{};  ///< Its index, where it is a package of this stage.
};

enum class Reason { agreement, deadline, no_zone, withdrawal };

/// How a stage ended.
struct StageEnd {
  bool agreed = false;
  Reason reason = Reason::deadline;
  int round = 0;                      ///< Of the agreement, from 1; 0 without one.
  int index = -1;                     ///< Package of the agreement, or -1.
  Whole package{};                    ///< In force afterwards; empty if nothing is.
  std::set<int> signatories{};        ///< Actors that accepted the agreement.
  std::map<int, double> utilities{};  ///< Actor -> u of the agreement, or walk-away.
};

/// How a run ended.
struct Ending {
  bool agreed = false;  ///< Every stage was agreed.
  int stage = 0;        ///< The last one played.
  StageEnd last{};      ///< How that one ended.
};

int count(const auto& items) {
  return static_cast<int>(items.size());
}

/// Every combination of options, the last one fastest; without issues the one empty package.
std::vector<Package> all_packages(const std::vector<int>& sizes);

/// Every set of places 0..n-1, the empty one first, in the order of bitmasks.
std::vector<Bloc> all_blocs(int n);
/// The bitmask of a bloc: 2^place summed.
long mask(const Bloc& bloc);
bool is_subset(const Bloc& part, const Bloc& whole);
/// The stage `stage` of `scenario` after `before`.
Table set_table(const Scenario& scenario, int stage, const Agreed& before);
/// Fills in `best` and `worst` from `u`.
void find_extremes(Table& table);
/// Sum of power in file order.
double power_of(const Table& table, const Bloc& bloc);
/// The rule of the stage: all required consents, and the quorum of power within 1e-12.
bool wins(const Table& table, const Bloc& bloc);

/// True for a party for which no package within its red lines has u >= r.
bool passes(const Table& table, int place, double r);
/// What delay and pressure have taken off a party's walk-away before round k.
double fall(const Table& table, const Bloc& present, int place, int k);

/// True if some package is acceptable to a winning set of those present at walk-aways `r`.
bool has_zone(const Table& table, const Bloc& present, const std::vector<double>& r);

/// t^e; products and square roots where the exponent allows it.
double power_curve(double t, double e);
/// theta of a party at time t that would get `r` without agreement.
double aspiration(const Table& table, int place, double r, double t);

std::set<int> actors_of(const Table& table, const Bloc& bloc);
/// The kept options and those of package `index` together.
Whole whole_package(const Table& table, int index);

/// Ends a stage in agreement and adds it to what is agreed.
StageEnd agree(const Table& table, int index, const Bloc& accepting, Agreed& agreed);
/// Ends a stage without agreement.
StageEnd fail(const Table& table, Reason reason, const std::vector<double>& r, const Stage& stage,
              const Agreed& before);

}  // namespace detente::literal
