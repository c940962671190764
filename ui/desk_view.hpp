#pragma once

#include <string>

#include "ui/desk.hpp"
#include "ui/words.hpp"

// Reading the desk: what the panes show.
namespace detente::ui {

const Scenario* scenario_of(const Desk& desk);  ///< As opened, or nullptr.
/// Whose stages and issues the current run has: mostly as opened, of the model `conflict` one stage
/// with the options of the conflict as issues; or nullptr.
const Scenario* talks_of(const Desk& desk);
const Branch* current_branch(const Desk& desk);
/// The run of a branch; nullptr while it is computed or if it could not be played.
const Played* played_of(const Desk& desk, int branch);
const Played* current_run(const Desk& desk);
/// The round under the playhead, or nullptr. Its `scenario` and `tables` are as they stood then.
const TraceRound* current_round(const Desk& desk);
const TraceStage* current_stage(const Desk& desk);
/// The scenario as it stood in the round under the playhead, or as opened, or nullptr.
const Scenario* scenario_now(const Desk& desk);
/// The offer selected, or else the last one tabled up to the playhead in this stage, or nullptr.
const TraceOffer* current_offer(const Desk& desk);
/// The explanation of the selected decision; nullptr while it is computed.
const Result<Explanation>* current_why(const Desk& desk);
/// The decision that WHY is about: the selected actor (or the one that decided) at the playhead.
WhyKey why_key(const Desk& desk);
/// In how many of kWorlds nearby worlds a branch ends the same way; -1: not known (yet).
int holds_of(const Desk& desk, int branch);
/// "base", or what was changed: "walk-away of Russia 0.5 → 0.66".
std::string branch_name(const Desk& desk, const Branch& branch);

/// Whether something happened in that round besides offers and refusals.
bool is_event(const Played& run, int frame);
/// Whether the end of the run is kept from view: it was to be predicted and is not reached yet.
bool hides_end(const Desk& desk);
/// Whether an actor is a party of any stage, so that a person can take its seat.
bool can_be_played(const Scenario& scenario, int actor);

/// A word or sentence in the desk's language.
std::string say(const Desk& desk, std::string_view key, const Slots& slots = {});

}  // namespace detente::ui
