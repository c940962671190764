#pragma once

#include <iosfwd>
#include <vector>

#include "detente/report/narrate.hpp"
#include "detente/sim/simulate.hpp"

namespace detente::cli {

/// How a game in the terminal came to its end.
enum class PlayEnd {
  over,         ///< Every decision was taken.
  input_ended,  ///< The program plays on in the seats that are left.
  quit,         ///< Somebody stopped it.
};

/// Actors whose tactic is `human`, in file order.
std::vector<int> people_of(const Scenario& scenario);

/// Asks for the decisions of every human seat, line by line, in the order in which they come up,
/// and adds them to the run's moves. Several people on one terminal are asked in turn.
/// @param narrating  language, width and colour of the dialogue.
/// Diagnostics as of simulate().
Result<PlayEnd> play(const Scenario& scenario, Run& run, const NarrationOptions& narrating,
                     std::istream& in, std::ostream& out);

}  // namespace detente::cli
