#pragma once

#include <array>
#include <optional>
#include <vector>

#include "detente/conflict/stability.hpp"

namespace detente {

/// The most actors, and feasible states, of which all coalitions are looked at.
constexpr int kMostCoalitionActors = 12;
constexpr std::size_t kMostCoalitionStates = 4096;

/// A coalition that would leave a state together, and where to.
struct CoalitionMove {
  std::uint32_t coalition = 0;  ///< Bit a = actor a.
  StateIndex target = 0;        ///< The first in ascending order that nobody can answer.
};

/// The concepts for which coalition moves are looked at.
enum class CoalitionConcept { nash, gmr, seq };
inline constexpr std::array kCoalitionConcepts{CoalitionConcept::nash, CoalitionConcept::gmr,
                                               CoalitionConcept::seq};

/// The concept of single actors that it goes beyond.
Concept individual(CoalitionConcept solution);

struct CoalitionStability {
  /// By CoalitionConcept: the states that no coalition, single actors included, would leave.
  std::array<StateSet, 3> stable{};
  /// By CoalitionConcept, [state]: the lowest coalition that breaks the state; nothing where
  /// stable.
  std::array<std::vector<std::optional<CoalitionMove>>, 3> broken_by{};
};

/// The states that a coalition reaches together by a legal sequence of its members' moves after
/// which every member is better off, ascending.
std::vector<StateIndex> coalition_improvements(const Conflict& conflict, std::uint32_t coalition,
                                               StateIndex from);

/// Coalition stability over all 2^actors - 1 coalitions (Kilgour et al. 2001; Inohara & Hipel
/// 2008). Nothing if there are more actors or states than above.
std::optional<CoalitionStability> coalition_stability(const Conflict& conflict);

}  // namespace detente
