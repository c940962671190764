#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "detente/conflict/conflict.hpp"

namespace detente {

/// Solution concepts: why an actor would not leave a state.
enum class Concept {
  nash,  ///< It has no improvement (Nash 1950).
  gmr,   ///< General metarational: every improvement can be answered by the others (Howard 1971).
  smr,   ///< Symmetric metarational: and it cannot escape the answer (Howard 1971).
  seq,   ///< Sequential: the answer is in the others' interest, too (Fraser & Hipel 1979).
  sseq,  ///< Symmetric sequential: seq, and it cannot escape the answer.
  sim,   ///< Simultaneous: the others may move at the same time (option form only).
};

constexpr std::array kConcepts{Concept::nash, Concept::gmr,  Concept::smr,
                               Concept::seq,  Concept::sseq, Concept::sim};

/// "nash", "gmr", ...
std::string_view concept_name(Concept solution);

/// How the others may answer a move (Kilgour, Hipel, Fang & Peng 2001).
enum class Sanctions {
  legal,   ///< In any sequence of moves in which nobody moves twice in a row.
  once,    ///< The same, with each moving at most once.
  direct,  ///< By one move of one of them.
};

/// "legal", "once", "direct".
std::string_view sanctions_name(Sanctions sanctions);

struct StabilityOptions {
  Sanctions sanctions = Sanctions::legal;
  std::vector<Concept> concepts{kConcepts.begin(), kConcepts.end()};
  int threads = 1;  ///< The table does not depend on it.
};

/// Who would stay where.
struct Stability {
  Sanctions sanctions = Sanctions::legal;
  /// [concept][actor]: the states that are stable for the actor; no actors where the concept was
  /// not asked for, or is not defined (sim in graph form).
  std::array<std::vector<StateSet>, kConcepts.size()> stable{};

  bool has(Concept solution) const { return !of(solution).empty(); }
  const std::vector<StateSet>& of(Concept solution) const {
    return stable[static_cast<std::size_t>(solution)];
  }
  bool is_stable(Concept solution, int actor, StateIndex state) const {
    return of(solution)[actor].contains(state);
  }
};

/// The states that are stable for every actor. @pre  stability.has(solution)
StateSet equilibria(const Stability& stability, Concept solution);

/// Solves a conflict by the definitions of the literature: by value propagation on implicit moves
/// where that is right (option form, `legal`; one opponent: any rule), literally elsewhere.
/// @source docs/conflict.md, "stability"; models in Fang, Hipel & Kilgour 1993.
Stability stability(const Conflict& conflict, const StabilityOptions& options = {});

}  // namespace detente
