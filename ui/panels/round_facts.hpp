#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/desk.hpp"
#include "ui/panels/glyphs.hpp"
#include "ui/widgets.hpp"

namespace detente::ui {

/// How much stands behind the best supported package after each frame of a branch; empty while it
/// is computed.
const std::vector<Support>& support_of(Desk& desk, int branch);

/// "2 of 3", or "67 %" of the power.
std::string show_support(const Ui& ui, const Support& support, double amount);

/// What happened in a round, the most important first.
std::vector<Glyph> happenings(const TraceStage& stage, const TraceRound& round);

/// The word key of a happening.
std::string_view happening_word(Glyph glyph);

/// "Stage, round 5" and what happened, in lines.
std::string round_tip(const Ui& ui, const Played& run, int frame);

/// The name of a branch, without working it out again in every frame.
const std::string& name_of_branch(Desk& desk, const Branch& branch);

/// How a branch's run ended, under which assumptions, and how surely.
std::string outcome_words(const Desk& desk, const Played& run, int branch);

}  // namespace detente::ui
