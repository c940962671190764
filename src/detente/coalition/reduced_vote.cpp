#include "detente/coalition/reduced_vote.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>

namespace detente {
namespace {

/// A rule, as long as players and rules are still being left out.
struct Majority {
  std::vector<std::int64_t> weight{};  ///< By player of the game.
  std::int64_t slack = 0;
};

constexpr int kActive = 0;

/// Everybody whom a rule does not allow to be absent.
void mark_vetoes(const std::vector<Majority>& rules, std::vector<int>& role) {
  for (const Majority& rule : rules) {
    for (std::size_t player = 0; player < role.size(); ++player) {
      if (rule.weight[player] > rule.slack) role[player] = ReducedVote::kVeto;
    }
  }
}

bool binds(const Majority& rule, const std::vector<int>& role) {
  std::int64_t total = 0;
  for (std::size_t player = 0; player < role.size(); ++player) {
    if (role[player] == kActive) total += rule.weight[player];
  }
  return total > rule.slack;
}

/// Everybody who weighs nothing under the rules that are left.
void mark_nulls(const std::vector<Majority>& rules, std::vector<int>& role) {
  for (std::size_t player = 0; player < role.size(); ++player) {
    const bool weighs = std::any_of(rules.begin(), rules.end(), [player](const Majority& rule) {
      return rule.weight[player] > 0;
    });
    if (role[player] == kActive && !weighs) role[player] = ReducedVote::kNull;
  }
}

/// Active players only, divided by what their weights have in common.
void shrink(Majority& rule, const std::vector<int>& role) {
  std::int64_t divisor = 0;
  for (std::size_t player = 0; player < role.size(); ++player) {
    if (role[player] != kActive) rule.weight[player] = 0;
    divisor = std::gcd(divisor, rule.weight[player]);
  }
  for (std::int64_t& weight : rule.weight) weight /= divisor;
  rule.slack /= divisor;
}

/// Of rules with the same weights only the strictest.
std::vector<Majority> distinct(const std::vector<Majority>& rules) {
  std::vector<Majority> kept;
  for (const Majority& rule : rules) {
    const auto same = std::find_if(kept.begin(), kept.end(), [&rule](const Majority& other) {
      return other.weight == rule.weight;
    });
    if (same == kept.end()) {
      kept.push_back(rule);
    } else {
      same->slack = std::min(same->slack, rule.slack);
    }
  }
  return kept;
}

/// Types are numbered by increasing weights, so that the order of players changes nothing.
ReducedVote by_types(const std::vector<Majority>& rules, std::vector<int> role) {
  std::map<std::vector<std::int64_t>, std::vector<std::size_t>> members;
  ReducedVote vote;
  for (std::size_t player = 0; player < role.size(); ++player) {
    if (role[player] == ReducedVote::kVeto) ++vote.vetoes;
    if (role[player] == ReducedVote::kNull) ++vote.nulls;
    if (role[player] != kActive) continue;
    std::vector<std::int64_t> weights;
    weights.reserve(rules.size());
    for (const Majority& rule : rules) weights.push_back(rule.weight[player]);
    members[weights].push_back(player);
    ++vote.players;
  }
  vote.weight.resize(rules.size());
  for (const Majority& rule : rules) vote.slack.push_back(rule.slack);
  vote.type = std::move(role);
  for (const auto& [weights, players] : members) {
    for (std::size_t rule = 0; rule < rules.size(); ++rule) {
      vote.weight[rule].push_back(weights[rule]);
    }
    for (const std::size_t player : players) vote.type[player] = vote.types();
    vote.count.push_back(static_cast<int>(players.size()));
  }
  return vote;
}

}  // namespace

bool sums_are_small(const VotingGame& game) {
  return std::all_of(game.rules.begin(), game.rules.end(), [](const WeightedRule& rule) {
    std::int64_t left = std::numeric_limits<std::int64_t>::max();
    for (const std::int64_t weight : rule.weights) {
      if (weight > left) return false;
      left -= weight;
    }
    return true;
  });
}

std::optional<ReducedVote> reduced(const VotingGame& game) {
  std::vector<Majority> rules;
  for (const WeightedRule& rule : game.rules) {
    const std::int64_t total =
        std::accumulate(rule.weights.begin(), rule.weights.end(), std::int64_t{0});
    if (total < rule.quota) return std::nullopt;
    rules.push_back({rule.weights, total - rule.quota});
  }
  std::vector<int> role(game.players, kActive);
  mark_vetoes(rules, role);
  const auto idle = [&role](const Majority& rule) { return !binds(rule, role); };
  rules.erase(std::remove_if(rules.begin(), rules.end(), idle), rules.end());
  mark_nulls(rules, role);
  for (Majority& rule : rules) shrink(rule, role);
  return by_types(distinct(rules), std::move(role));
}

std::int64_t total_weight(const ReducedVote& vote, int rule) {
  std::int64_t total = 0;
  for (int type = 0; type < vote.types(); ++type) {
    total += vote.count[type] * vote.weight[rule][type];
  }
  return total;
}

std::vector<int> types_of_players(const ReducedVote& vote) {
  std::vector<int> types;
  for (int type = 0; type < vote.types(); ++type) {
    types.insert(types.end(), vote.count[type], type);
  }
  return types;
}

}  // namespace detente
