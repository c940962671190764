#pragma once

#include <span>
#include <vector>

#include "detente/coalition/rule.hpp"
#include "detente/coalition/tu_game.hpp"
#include "detente/coalition/zone.hpp"

namespace detente {

/// How a negotiation becomes a game with transferable utility; our rule.
enum class Worth {
  plain,         ///< What a coalition would gain if it alone decided.
  winning_only,  ///< The same where it wins under the rule, else 0.
};

/// v(S) = the largest sum of the members' surpluses over their thresholds, among the packages that
/// each of them accepts (utility >= threshold - 1e-12); 0 if there is none.
/// @param parties    judged utilities (minus infinity outside red lines) and thresholds d.
/// @param units      > 0: what each party's surpluses are divided by; empty: they are as they are.
/// @pre  1 <= parties <= kMostGamePlayers
/// @source docs/power.md, "from a negotiation to a game".
TuGame characteristic(std::span<const Judgement> parties, const Rule& rule, Worth worth,
                      std::span<const double> units = {}, int threads = 1);

}  // namespace detente
