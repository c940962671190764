#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "detente/conflict/stability.hpp"
#include "detente/core/stop.hpp"

namespace detente {

/// Two neighbouring groups of one actor's ranking change places.
struct Swap {
  int actor = 0;
  int group = 0;  ///< The better of the two, counted from the best (0).
};

/// What a swap does to the equilibria of one concept.
struct SwapEffect {
  Swap swap{};
  Concept solution{};
  std::vector<StateIndex> lost{};
  std::vector<StateIndex> gained{};
};

/// How firmly one state is an equilibrium of one concept.
struct Robustness {
  Concept solution{};
  StateIndex state = 0;
  int swaps = 0;  ///< Adjacent swaps tried.
  int kept = 0;   ///< Of these, how many leave it an equilibrium.
  /// The fewest swaps, one after another, after which it is none; empty: more than `looked`.
  std::vector<Swap> breaking{};
  int draws = 0;     ///< Random perturbations of the rankings tried.
  int survived = 0;  ///< Of these, how many leave it an equilibrium.
  double low = 0.0;  ///< Wilson's 95 % interval of the share that survives.
  double high = 1.0;
  int looked = 3;  ///< So many swaps in every order were tried; fewer than asked for where there
                   ///< are too many of them.
};

struct RobustnessOptions {
  Sanctions sanctions = Sanctions::legal;
  int draws = 200;  ///< Each: every actor's ranking after one random adjacent swap, and
                    ///< every tie that it has broken at random in half of them.
  std::uint64_t seed = 1;
  int deepest = 3;  ///< Swaps one after another that are looked for.
  int threads = 1;  ///< The report does not depend on it.
};

struct RobustnessReport {
  std::vector<SwapEffect> effects{};     ///< Swaps that change something, by actor, then group.
  std::vector<Robustness> equilibria{};  ///< By concept, then state.
  int swaps = 0;                         ///< Adjacent swaps that there are.
  int swaps_tried = 0;  ///< All of them, or in large conflicts some, evenly spread.
};

/// What small changes of the preferences do to the equilibria. Nothing if it was stopped, or if
/// there are more than 4,096 states. The work is bounded: swaps and draws are fewer where
/// places times swaps would pass 2^20, and sequences of swaps are shorter where there are too many.
std::optional<RobustnessReport> robustness(const Conflict& conflict,
                                           const RobustnessOptions& options, const Stop& stop = {});

/// How many of an actor's strict rankings make a state an equilibrium, the others as they are.
struct InverseCount {
  std::uint64_t rankings = 0;  ///< Looked at: all of them up to 9 states, and up to 20 where only
                               ///< the states count that the actor prefers; else drawn.
  std::uint64_t fitting = 0;
  bool exact = true;
  double low = 0.0;  ///< Wilson's 95 % interval of the share where not exact.
  double high = 1.0;
};

/// The inverse question, by concept (Kinsara, Kilgour & Hipel 2015 ask it). No rankings: the
/// concept is not defined (`sim` in graph form).
/// @pre  a feasible state
std::array<InverseCount, kConcepts.size()> inverse(const Conflict& conflict, int actor,
                                                   StateIndex state, Sanctions sanctions,
                                                   std::uint64_t seed = 1);

}  // namespace detente
