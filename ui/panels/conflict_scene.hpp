#pragma once

#include <string>
#include <string_view>

#include "detente/report/voice.hpp"
#include "ui/conflict_view.hpp"
#include "ui/widgets.hpp"

// What the panes of the conflict's page have in common.
namespace detente::ui {

/// One letter a concept, by Concept; in every language.
constexpr std::string_view kConceptLetters = "NGMSYI";

/// The table that panes show, or nullptr and a line that says why there is none.
const SolvedConflict* shown_conflict(Ui& ui, const Desk& desk);

/// "Nash", "GMR", ...
std::string concept_short(const Ui& ui, Concept solution);
/// "general metarational"
std::string concept_title(const Ui& ui, Concept solution);

/// "5", as it is written in files; in graph form the number of the state.
std::string state_number(const SolvedConflict& solved, StateIndex state);

/// The concepts of which a state is an equilibrium: "Nash, SEQ"; empty if of none.
std::string equilibrium_words(const Ui& ui, const SolvedConflict& solved, StateIndex state);
/// The concepts under which a state is stable for an actor of the conflict.
std::string stable_words(const Ui& ui, const SolvedConflict& solved, int mover, StateIndex state);

/// Everything about a state in lines: number and vector, what is so, for whom it is stable.
std::string state_tip(const Ui& ui, const SolvedConflict& solved, StateIndex state);

/// Six places side by side, a letter where `is_there(concept)`, a dot where not.
template <typename IsThere>
std::string letters_where(const SolvedConflict& solved, const IsThere& is_there) {
  std::string letters;
  for (const Concept solution : kConcepts) {
    const bool known = solved.report.table.has(solution);
    letters += known && is_there(solution) ? kConceptLetters[static_cast<std::size_t>(solution)]
                                           : (known ? '.' : ' ');
  }
  return letters;
}

/// A letter ready to be drawn alone: one that is a mere stroke brings some ground along.
inline std::string lone_letter(char letter) {
  return letter == 'I' ? " I " : std::string(1, letter);
}

/// Draws such letters, each on its own place `step` pixels wide; that of `chosen` stands out.
void draw_letters(Ui& ui, Point left_middle, float step, const std::string& letters,
                  Concept chosen);

/// Chooses the concept for all panes: tabs.
void choose_concept(Ui& ui, Desk& desk);
/// Chooses whose stability is explained.
void choose_mover(Ui& ui, Desk& desk, const SolvedConflict& solved);

}  // namespace detente::ui
