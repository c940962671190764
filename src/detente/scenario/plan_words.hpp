#pragma once

#include <array>
#include <cstdint>
#include <utility>

#include "detente/scenario/batch_plan.hpp"

// The words of designs, and the limits of batch plans.
namespace detente::detail {

/// What a plan may hold at most.
constexpr int kMostDimensions = 200;
constexpr int kMostShardRows = 1'000'000;
constexpr int kMostSteps = 1'000'000;
constexpr int kMostPoints = 100'000;  ///< Of a list, which is kept in memory.
constexpr std::int64_t kMostRuns = std::int64_t{1} << 40U;

constexpr std::array<std::pair<const char*, Design::Kind>, 7> kDesigns{
    {{"grid", Design::Kind::grid},
     {"list", Design::Kind::list},
     {"random", Design::Kind::random},
     {"lhs", Design::Kind::lhs},
     {"sobol", Design::Kind::sobol},
     {"saltelli", Design::Kind::saltelli},
     {"oat", Design::Kind::oat}}};

/// The word that a design is written with.
const char* design_word(Design::Kind kind);

/// Whether the design takes a number of points.
bool takes_number(Design::Kind kind);

}  // namespace detente::detail
