#pragma once

// A small invented scenario, and a run of it written down by hand: every kind of event once.

#include <memory>
#include <string>
#include <vector>

#include "detente/sim/trace.hpp"
#include "detente/study/explain.hpp"

namespace detente::example {

Text text(std::string en, std::string bg, std::string uk);

std::vector<Issue> issues();

/// The Isles (plural, all forms), the League (singular, all forms), Port (no forms at all).
std::vector<Actor> actors();

std::shared_ptr<const Scenario> scenario();

Standing standing(double walk_away, double threshold);

TraceStage first_stage();
TraceStage second_stage();

/// Agreed in the first stage, not agreed in the second.
Trace trace();

/// Why the Isles refused, or did whatever `kind` says, in the first stage.
Explanation explanation(Decision::Kind kind = Decision::Kind::refuse);

/// Whether a text holds a letter from a to z.
bool has_latin(const std::string& text);

}  // namespace detente::example
