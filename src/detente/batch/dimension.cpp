#include "detente/batch/dimension.hpp"

#include "detente/core/contract.hpp"
#include "detente/scenario/edit.hpp"

namespace detente {

Value value_of(const Dimension& dimension, const Setting& setting) {
  expects(setting.choice != Setting::kUnset, "value_of: the setting is set");
  if (setting.choice == Setting::kNumber) return Value::of(setting.number);
  const Vary& vary = dimension.vary;
  const bool drawn = vary.kind == Vary::Kind::distribution;
  return (drawn ? vary.distribution.choices : vary.values)[setting.choice];
}

std::vector<Dimension> dimensions_of(const LoadedPlan& plan) {
  std::vector<Dimension> dimensions;
  for (const Vary& vary : plan.plan.vary) {
    if (vary.path.find('*') == std::string::npos) {
      dimensions.push_back({.column = vary.path, .paths = {vary.path}, .vary = vary});
      continue;
    }
    const auto paths = matches(plan.scenario, vary.path);
    expects(paths.has_value(), "dimensions_of: the plan is sound");
    if (!vary.each) {
      dimensions.push_back({.column = vary.path, .paths = *paths, .vary = vary});
      continue;
    }
    for (const std::string& path : *paths) {
      dimensions.push_back({.column = path, .paths = {path}, .vary = vary});
    }
  }
  return dimensions;
}

}  // namespace detente
