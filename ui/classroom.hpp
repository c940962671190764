#pragma once

#include <string>
#include <vector>

#include "ui/desk.hpp"
#include "ui/jobs.hpp"

// Share codes, one or a whole class of them.
namespace detente::ui {

/// The code of the current branch; empty if it would be too long or nothing has been played.
std::string code_of_branch(const Desk& desk);

/// A share code in a text, and what stood before it in its line.
struct PastedCode {
  std::string name{};
  std::string code{};
};

/// Every share code in a text, in order. A line with none that is not empty counts as one that
/// cannot be read.
std::vector<PastedCode> codes_in(const std::string& text);

/// Reads a code and plays its run again.
ClassRow check_code(const std::string& code, const Source& source);

/// The word key of a verdict.
std::string verdict_key(detente::Verdict verdict);

/// What a run changes, as the name of its branch would say it; with its moves.
std::string told_changes(const Desk& desk, const Run& run);

/// Starts checking what was pasted into the Class pane, if that is not done yet.
void think_classroom(Desk& desk, Jobs& jobs);

}  // namespace detente::ui
