#include "literal/ties.hpp"

#include <algorithm>

namespace detente::literal {
namespace {

/// Strength of the tie in one direction; no tie counts 0.
double directed(const Scenario& scenario, int from, int to) {
  for (const Tie& tie : scenario.ties) {
    if (tie.from == from && tie.to == to) return tie.strength;
    if (tie.symmetric && tie.from == to && tie.to == from) return tie.strength;
  }
  return 0.0;
}

}  // namespace

std::vector<std::vector<double>> tie_table(const Scenario& scenario,
                                           const std::vector<int>& parties) {
  std::vector<std::vector<double>> ties;
  for (const int a : parties) {
    ties.emplace_back();
    for (const int b : parties) {
      ties.back().push_back(std::max(directed(scenario, a, b), directed(scenario, b, a)));
    }
  }
  return ties;
}

double channel_of(const Scenario& scenario) {
  const auto model = scenario.models.find("coalition");
  if (model == scenario.models.end()) return -1.0;
  const auto channel = model->second.find("channel");
  return channel == model->second.end() ? -1.0 : channel->second;
}

}  // namespace detente::literal
