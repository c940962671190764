#include "detente/scenario/known_models.hpp"

namespace detente::detail {
namespace {

constexpr ParameterFacts kCoalition[] = {
    {"channel", -1.0, 1.0},
    {"influence", 0.0, 1.0},
};

constexpr ParameterFacts kConflict[] = {
    {"concept", -1.0, 5.0},
    {"rounds", 1.0, 10'000.0},
};

constexpr ModelFacts kModels[] = {
    {"adjusted-winner", false, {}},
    {"aspiration", false, {}},
    {"challenge", false, {}},
    {"coalition", true, kCoalition},
    {"coalition-games", false, {}},
    {"compromise", false, {}},
    {"conflict", true, kConflict},
    {"durability", false, {}},
    {"forecast", false, {}},
    {"influence", false, {}},
    {"offers", true, {}},
    {"power", false, {}},
    {"smp", false, {}},
    {"solutions", false, {}},
};

}  // namespace

std::span<const ModelFacts> known_models() {
  return kModels;
}

}  // namespace detente::detail
