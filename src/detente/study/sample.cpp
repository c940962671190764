#include "detente/study/sample.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "detente/core/quantiles.hpp"
#include "detente/core/rng.hpp"
#include "detente/scenario/edit.hpp"
#include "detente/scenario/field.hpp"

namespace detente {
namespace {

constexpr std::uint32_t kPurpose = 4;  // draws apart from those of other studies

/// The limits of the field at a path, for normals that are cut to them; [0, 1] elsewhere.
FieldRange limits_of(const Scenario& scenario, const std::string& path) {
  const auto field = find_field(scenario, path);
  return field ? range_of(scenario, *field) : FieldRange{};
}

Value chosen(const Uncertain& uncertain, double draw) {
  const auto& weights = uncertain.numbers;
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  double passed = 0.0;
  for (std::size_t choice = 0; choice < weights.size(); ++choice) {
    passed += weights[choice];
    if (draw * total < passed) return uncertain.choices[choice];
  }
  return uncertain.choices.back();
}

Value value_at(const Scenario& scenario, const Uncertain& uncertain, const std::string& path,
               double draw) {
  const auto& numbers = uncertain.numbers;
  switch (uncertain.kind) {
    case Uncertain::Kind::uniform:
      return Value::of(numbers[0] + draw * (numbers[1] - numbers[0]));
    case Uncertain::Kind::normal: {
      const FieldRange limits = limits_of(scenario, path);
      return Value::of(
          truncated_normal_quantile(draw, numbers[0], numbers[1], limits.low, limits.high));
    }
    case Uncertain::Kind::triangular:
      return Value::of(triangular_quantile(draw, numbers[0], numbers[1], numbers[2]));
    case Uncertain::Kind::beta:
      return Value::of(beta_quantile(draw, numbers[0], numbers[1], numbers[2], numbers[3]));
    case Uncertain::Kind::choice:
      break;
  }
  return chosen(uncertain, draw);
}

}  // namespace

Result<Scenario> draw_uncertain(const Scenario& scenario, std::uint64_t seed, std::uint32_t run) {
  const Rng rng(seed, run);
  std::vector<Edit> edits;
  for (std::size_t place = 0; place < scenario.uncertain.size(); ++place) {
    const Uncertain& uncertain = scenario.uncertain[place];
    const auto paths = matches(scenario, uncertain.path);
    if (!paths) return paths.error();
    for (std::size_t match = 0; match < paths->size(); ++match) {
      const DrawAt at{.actor = static_cast<std::uint32_t>(uncertain.each ? match : 0),
                      .purpose = kPurpose,
                      .draw = static_cast<std::uint32_t>(place)};
      const std::string& path = (*paths)[match];
      edits.push_back({path, value_at(scenario, uncertain, path, rng.uniform(at)), {}});
    }
  }
  return detente::apply(scenario, edits);
}

}  // namespace detente
