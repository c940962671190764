#include "detente/scenario/draw.hpp"

#include <algorithm>
#include <numeric>

#include "detente/core/contract.hpp"
#include "detente/core/quantiles.hpp"
#include "detente/scenario/edit.hpp"
#include "detente/scenario/known_models.hpp"

namespace detente {
namespace {

/// The limits of a parameter of a model: `models.coalition.channel`.
FieldRange parameter_limits(const std::string& path) {
  for (const detail::ModelFacts& model : detail::known_models()) {
    for (const detail::ParameterFacts& facts : model.parameters) {
      const std::string known =
          std::string("models.").append(model.id).append(".").append(facts.id);
      if (path == known) return {.low = facts.low, .high = facts.high};
    }
  }
  return {};
}

}  // namespace

FieldRange draw_limits(const Scenario& scenario, const std::string& path) {
  if (const auto field = find_field(scenario, path)) return range_of(scenario, *field);
  if (fits_pattern(path, "issues.*.options.*.at")) return {.low = 0.0, .high = kAxis};
  return parameter_limits(path);
}

FieldRange draw_limits(const Scenario& scenario, const std::vector<std::string>& paths) {
  FieldRange limits = draw_limits(scenario, paths.front());
  for (const std::string& path : paths) {
    const FieldRange one = draw_limits(scenario, path);
    limits.low = std::max(limits.low, one.low);
    limits.high = std::min(limits.high, one.high);
  }
  return limits;
}

double quantile_of(const Distribution& distribution, double p, const FieldRange& limits) {
  const auto& numbers = distribution.numbers;
  switch (distribution.kind) {
    case Distribution::Kind::uniform:
      return std::min(numbers[1], numbers[0] + p * (numbers[1] - numbers[0]));
    case Distribution::Kind::normal:
      return truncated_normal_quantile(p, numbers[0], numbers[1], limits.low, limits.high);
    case Distribution::Kind::triangular:
      return triangular_quantile(p, numbers[0], numbers[1], numbers[2]);
    case Distribution::Kind::beta:
      return beta_quantile(p, numbers[0], numbers[1], numbers[2], numbers[3]);
    case Distribution::Kind::choice:
      break;
  }
  throw ContractViolation("quantile_of() a choice");
}

int choice_at(const Distribution& distribution, double p) {
  const auto& weights = distribution.numbers;
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  double passed = 0.0;
  for (std::size_t choice = 0; choice < weights.size(); ++choice) {
    passed += weights[choice];
    if (p * total < passed) return static_cast<int>(choice);
  }
  return static_cast<int>(weights.size()) - 1;
}

}  // namespace detente
