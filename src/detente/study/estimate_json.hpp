#pragma once

#include <optional>

#include "detente/core/json.hpp"
#include "detente/study/estimate.hpp"

// Private to the library's sources.
namespace detente::detail {

/// `[low, high]`, or null.
inline Json interval_json(const std::optional<Interval>& interval) {
  if (!interval) return nullptr;
  Json list = Json::array();
  list.push_back(interval->low);
  list.push_back(interval->high);
  return list;
}

/// `{value, interval}`, or null.
inline Json estimate_json(const std::optional<Estimate>& estimate) {
  if (!estimate) return nullptr;
  Json json;
  json["value"] = estimate->value;
  json["interval"] = interval_json(estimate->interval);
  return json;
}

}  // namespace detente::detail
