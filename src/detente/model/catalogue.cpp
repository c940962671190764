#include <algorithm>
#include <array>

#include "detente/model/coalition_model.hpp"
#include "detente/model/conflict_model.hpp"
#include "detente/model/offers_model.hpp"

namespace detente {
namespace {

// To add a model: write its file, then add it here, in alphabetical order.
constexpr std::array kModels = {
    &kCoalitionModel,
    &kConflictModel,
    &kOffersModel,
};

}  // namespace

std::span<const ModelInfo* const> all_models() {
  return kModels;
}

const ModelInfo* find_model(std::string_view id) {
  const auto* const found = std::find_if(kModels.begin(), kModels.end(),
                                         [&](const ModelInfo* info) { return info->id == id; });
  return found == kModels.end() ? nullptr : *found;
}

}  // namespace detente
