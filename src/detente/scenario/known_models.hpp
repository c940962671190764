#pragma once

#include <span>
#include <string_view>

namespace detente::detail {

/// One number that a model takes, as far as a file may set it.
struct ParameterFacts {
  std::string_view id;
  double low;
  double high;
};

/// What a scenario may say about one model.
struct ModelFacts {
  std::string_view id;
  bool available;
  std::span<const ParameterFacts> parameters;
};

/// Every model that files may name, in alphabetical order.
std::span<const ModelFacts> known_models();

}  // namespace detente::detail
