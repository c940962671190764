#include "detente/study/power_rules.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "detente/core/text.hpp"

namespace detente {
namespace {

constexpr int kMostDecimals = 9;
constexpr double kMostTotal = 9007199254740992.0;  // 2^53

/// How many decimals it takes to write the number.
int decimals_of(double value) {
  const std::string text = show_number(value);
  const std::size_t exponent = text.find('e');
  const std::size_t point = text.find('.');
  const std::size_t end = std::min(exponent, text.size());
  int decimals = point == std::string::npos ? 0 : static_cast<int>(end - point) - 1;
  if (exponent != std::string::npos) {
    const auto power = parse_number(text.substr(exponent + 1));
    decimals -= static_cast<int>(power.value_or(0.0));
  }
  return std::max(0, decimals);
}

double ten_to(int power) {
  double result = 1.0;
  for (int step = 0; step < power; ++step) result *= 10.0;
  return result;
}

/// The power of ten that makes all numbers whole, or the largest that keeps their sum exact.
double scale_of(const std::vector<double>& numbers, double total, bool& rounded) {
  int decimals = 0;
  for (const double number : numbers) decimals = std::max(decimals, decimals_of(number));
  rounded =
      decimals > kMostDecimals || total * ten_to(std::min(decimals, kMostDecimals)) > kMostTotal;
  int power = std::min(decimals, kMostDecimals);
  while (power > 0 && total * ten_to(power) > kMostTotal) --power;
  return ten_to(power);
}

/// The least whole weight that, scaled back, reaches the share of power as wins() compares it.
std::int64_t quota_of(const Rule& rule, double total, double scale) {
  const double least = rule.quorum * total - kTolerance;
  auto quota = static_cast<std::int64_t>(std::floor(least * scale)) - 1;
  while (static_cast<double>(quota) / scale < least) ++quota;
  return std::max<std::int64_t>(quota, 1);
}

}  // namespace

VotingGame voting_game_of(const Rule& rule, bool& rounded) {
  const int parties = rule.parties();
  rounded = false;
  VotingGame game{.players = parties};
  if (rule.quorum > 0.0) {
    const double total = rule.total > 0.0 ? rule.total : power_of(rule, first_actors(parties));
    const double scale = scale_of(rule.power, total, rounded);
    WeightedRule quorum{.quota = quota_of(rule, total, scale)};
    for (const double power : rule.power) {
      quorum.weights.push_back(static_cast<std::int64_t>(std::floor(power * scale + 0.5)));
    }
    game.rules.push_back(std::move(quorum));
  }
  if (rule.required != 0) {
    WeightedRule consents{.quota = size_of(rule.required)};
    for (int party = 0; party < parties; ++party) {
      consents.weights.push_back(contains(rule.required, party) ? 1 : 0);
    }
    game.rules.push_back(std::move(consents));
  }
  // with neither, whoever accepts something has an agreement
  if (game.rules.empty()) game.rules.push_back({1, std::vector<std::int64_t>(parties, 1)});
  return game;
}

bool meets(const VotingGame& game, const std::vector<bool>& in) {
  return std::all_of(game.rules.begin(), game.rules.end(), [&](const WeightedRule& rule) {
    std::int64_t sum = 0;
    for (std::size_t player = 0; player < in.size(); ++player) {
      if (in[player]) sum += rule.weights[player];
    }
    return sum >= rule.quota;
  });
}

bool has_veto(const VotingGame& game, int player) {
  std::vector<bool> in(static_cast<std::size_t>(game.players), true);
  if (!meets(game, in)) return false;
  in[player] = false;
  return !meets(game, in);
}

bool is_dictator(const VotingGame& game, int player) {
  std::vector<bool> in(static_cast<std::size_t>(game.players), false);
  in[player] = true;
  return meets(game, in) && has_veto(game, player);
}

bool is_dummy(const VotingPower& power, int player) {
  if (!power.swings.empty()) return power.swings[player] == "0";
  return power.banzhaf[player] == 0.0;
}

}  // namespace detente
