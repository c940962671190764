#include "detente/coalition/voting.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "detente/coalition/big_count.hpp"
#include "detente/coalition/count_votes.hpp"
#include "detente/coalition/quadrature.hpp"
#include "detente/coalition/reduced_vote.hpp"
#include "detente/core/contract.hpp"

namespace detente {
namespace {

constexpr int kMostExactVoters = 200;  // whose Shapley-Shubik index of one rule is counted
constexpr double kMostBytes = 2e9;
constexpr double kMostSteps = 2e11;  // some minutes
constexpr double kPatience = 4e10;   // before quadrature takes the place of exact counts

enum class Method { by_size, by_types, by_enumeration, by_halves, by_quadrature, none };

bool is_feasible(const CountCost& cost, double most_steps = kMostSteps) {
  return cost.bytes <= kMostBytes && cost.steps <= most_steps;
}

/// The cheapest way that gives exact numbers, within reason.
Method exact_method(const ReducedVote& vote, double most_steps) {
  const std::array<std::pair<CountCost, Method>, 4> ways{
      {{cost_by_size(vote), Method::by_size},
       {cost_by_types(vote), Method::by_types},
       {cost_by_enumeration(vote), Method::by_enumeration},
       {cost_by_halves(vote), Method::by_halves}}};
  Method best = Method::none;
  double least = most_steps;
  for (const auto& [cost, method] : ways) {
    if (!is_feasible(cost, least)) continue;
    best = method;
    least = cost.steps;
  }
  return best;
}

Method method_for(const ReducedVote& vote, int players) {
  const bool can_be_integrated = vote.rules() == 1 && is_feasible(cost_of_totals(vote)) &&
                                 steps_of_pivot_chances(vote) <= kMostSteps;
  if (players > kMostExactVoters && can_be_integrated) return Method::by_quadrature;
  const Method exact = exact_method(vote, can_be_integrated ? kPatience : kMostSteps);
  return exact == Method::none && can_be_integrated ? Method::by_quadrature : exact;
}

WinningCounts count(const ReducedVote& vote, Method method, int threads) {
  switch (method) {
    case Method::by_enumeration:
      return count_by_enumeration(vote, threads);
    case Method::by_types:
      return count_by_types(vote);
    case Method::by_halves:
      return count_by_halves(vote, threads);
    case Method::by_quadrature:
      return count_totals(vote);
    default:
      return count_by_size(vote);
  }
}

BigCount sum_of(const std::vector<BigCount>& counts) {
  BigCount sum = 0;
  for (const BigCount& one : counts) sum += one;
  return sum;
}

/// What players of each kind have: of a type, with a veto, null.
template <typename Value>
struct ByKind {
  std::vector<Value> type{};
  Value veto{};
  Value null{};

  const Value& of(int kind) const {
    if (kind == ReducedVote::kVeto) return veto;
    return kind == ReducedVote::kNull ? null : type[kind];
  }
};

/// Among all coalitions, null players included.
ByKind<BigCount> swings_of(const ReducedVote& vote, const WinningCounts& counts) {
  const auto nulls = static_cast<unsigned>(vote.nulls);
  const BigCount winning = sum_of(counts.all);
  ByKind<BigCount> swings{.veto = winning << nulls, .null = 0};
  // winning with the player, less winning without it
  for (const auto& present : counts.present) {
    swings.type.emplace_back((2 * sum_of(present) - winning) << nulls);
  }
  return swings;
}

/// The share of all orders of the players that are not null in which a player is pivotal.
/// @param swings  by how many are absent beside the player
double pivotal_share(const std::vector<BigCount>& swings, const std::vector<BigCount>& factorial,
                     int players) {
  BigCount orders = 0;
  for (int absent = 0; absent < players; ++absent) {
    if (absent >= static_cast<int>(swings.size())) break;
    orders += swings[absent] * factorial[absent] * factorial[players - 1 - absent];
  }
  return ratio(orders, factorial[players]);
}

/// By size, where a given player is absent last: sets within the bounds that leave them with it.
std::vector<BigCount> swings_by_size(const std::vector<BigCount>& all,
                                     const std::vector<BigCount>& present) {
  std::vector<BigCount> swings(all.size() - 1);
  for (std::size_t absent = 0; absent < swings.size(); ++absent) {
    swings[absent] = present[absent] - (all[absent + 1] - present[absent + 1]);
  }
  return swings;
}

ByKind<double> pivots_of(const ReducedVote& vote, const WinningCounts& counts) {
  const int players = vote.players + vote.vetoes;
  const std::vector<BigCount> factorial = factorials(players);
  ByKind<double> pivots;
  if (vote.vetoes > 0) pivots.veto = pivotal_share(counts.all, factorial, players);
  for (const auto& present : counts.present) {
    const std::vector<BigCount> swings = swings_by_size(counts.all, present);
    pivots.type.push_back(pivotal_share(swings, factorial, players));
  }
  return pivots;
}

VotingPower nobody_wins(int players) {
  VotingPower power{.winning_coalitions = "0", .total_swings = "0"};
  power.swings.assign(players, "0");
  power.banzhaf.assign(players, 0.0);
  power.penrose = power.banzhaf;
  power.shapley_shubik = power.banzhaf;
  return power;
}

/// All that follows from the number of swings.
VotingPower power_from_swings(const ReducedVote& vote, const WinningCounts& counts, int players) {
  const ByKind<BigCount> swings = swings_of(vote, counts);
  BigCount total = 0;
  for (const int kind : vote.type) total += swings.of(kind);
  const BigCount others = BigCount(1) << static_cast<unsigned>(players - 1);
  ByKind<std::string> text{.veto = text_of(swings.veto), .null = "0"};
  ByKind<double> share{.veto = ratio(swings.veto, total), .null = 0.0};
  ByKind<double> penrose{.veto = ratio(swings.veto, others), .null = 0.0};
  for (const BigCount& one : swings.type) {
    text.type.push_back(text_of(one));
    share.type.push_back(ratio(one, total));
    penrose.type.push_back(ratio(one, others));
  }
  VotingPower power;
  for (const int kind : vote.type) {
    power.swings.push_back(text.of(kind));
    power.banzhaf.push_back(share.of(kind));
    power.penrose.push_back(penrose.of(kind));
  }
  const BigCount winning = sum_of(counts.all) << static_cast<unsigned>(vote.nulls);
  power.winning_coalitions = text_of(winning);
  power.total_swings = text_of(total);
  power.power_to_act = ratio(winning, 2 * others);
  return power;
}

void check(const VotingGame& game) {
  expects(1 <= game.players && game.players <= kMostVoters, "voting_power: 1 to 1,000 players");
  expects(!game.rules.empty(), "voting_power: at least one rule");
  for (const WeightedRule& rule : game.rules) {
    expects(rule.quota > 0, "voting_power: 0 < quota");
    expects(static_cast<int>(rule.weights.size()) == game.players,
            "voting_power: a weight for every player");
    expects(std::all_of(rule.weights.begin(), rule.weights.end(),
                        [](std::int64_t weight) { return weight >= 0; }),
            "voting_power: no negative weight");
  }
}

}  // namespace

VotingPower voting_power(const VotingGame& game, const PowerOptions& options) {
  check(game);
  expects(sums_are_small(game), "voting_power: a game that fits");
  const std::optional<ReducedVote> vote = reduced(game);
  if (!vote) return nobody_wins(game.players);
  const Method method = method_for(*vote, game.players);
  expects(method != Method::none, "voting_power: a game that fits");
  const WinningCounts counts = count(*vote, method, options.threads);
  VotingPower power = power_from_swings(*vote, counts, game.players);
  ByKind<double> pivots;
  if (method == Method::by_quadrature) {
    PivotChances chances = pivot_chances(*vote, options.threads);
    pivots = {.type = std::move(chances.type), .veto = chances.veto};
    power.exact = false;
  } else {
    pivots = pivots_of(*vote, counts);
  }
  for (const int kind : vote->type) power.shapley_shubik.push_back(pivots.of(kind));
  return power;
}

bool fits(const VotingGame& game) {
  check(game);
  if (!sums_are_small(game)) return false;
  const std::optional<ReducedVote> vote = reduced(game);
  return !vote || method_for(*vote, game.players) != Method::none;
}

}  // namespace detente
