#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "detente/study/explain_conflict.hpp"
#include "detente/study/stability.hpp"
#include "ui/desk.hpp"

// The conflict that the desk shows: what was computed of it, and what is selected.
namespace detente::ui {

/// A stability table with what panes would otherwise count in every frame.
struct SolvedConflict {
  StabilityReport report{};
  std::array<StateSet, kConcepts.size()> equilibria{};  ///< Empty sets where not defined.
  std::size_t states = 0;                               ///< Feasible ones.

  const Conflict& conflict() const { return *report.conflict; }
  bool is_equilibrium(Concept solution, StateIndex state) const;
};
std::shared_ptr<const SolvedConflict> solved_from(StabilityReport report);

/// The states that the table lists, in its order.
struct StateList {
  std::shared_ptr<const SolvedConflict> of{};
  Concept solution{};
  std::vector<Wanted> filter{};
  bool only_equilibria = false;
  bool equilibria_first = false;
  std::vector<StateIndex> rows{};  ///< At most kMostRows.
  std::size_t all = 0;             ///< How many there are.
};
constexpr std::size_t kMostRows = 100'000;

/// Fills `rows` and `all` from the rest.
void list_states(StateList& list);

/// Why the selected state is stable for the selected actor, or is not; or, in a run of the model
/// `conflict`, why an actor moved or stayed.
struct StateWhy {
  std::shared_ptr<const SolvedConflict> of{};  ///< nullptr: of a run.
  Certificate certificate{};
  WhyKey key{};  ///< Of a run, with
  std::optional<Result<ConflictExplanation>> played{};
};

/// Who would break the equilibria together, and what small changes do to them.
struct Firmness {
  std::shared_ptr<const SolvedConflict> of{};
  std::optional<CoalitionStability> coalitions{};
  std::optional<RobustnessReport> robustness{};
};
/// How many rankings of one actor make a state an equilibrium.
struct InverseAnswer {
  std::shared_ptr<const SolvedConflict> of{};
  int mover = 0;  ///< Actor of the conflict.
  StateIndex state = 0;
  std::array<InverseCount, kConcepts.size()> counts{};
};
/// Up to so many states it is computed without being asked for.
constexpr std::size_t kQuickStates = 128;

/// The table that is shown; nullptr while it is computed, or where there is none.
const SolvedConflict* current_conflict(const Desk& desk);

/// Whether the scenario has what the panes are about.
bool has_conflict(const Desk& desk);
bool has_power(const Desk& desk);

// What is selected, as far as there is a table.
StateIndex selected_state(const Desk& desk, const SolvedConflict& solved);
int selected_mover(const Desk& desk, const SolvedConflict& solved);  ///< Actor of the conflict.
void select_state(Desk& desk, StateIndex state);
/// The certificate of what is selected, or nullptr.
const Certificate* current_certificate(const Desk& desk);
/// How many rankings of the selected actor make the selected state an equilibrium, or nullptr.
const InverseAnswer* current_inverse(const Desk& desk);
/// The report's line on a state, if it is an equilibrium of any concept; else nullptr.
const EquilibriumReport* equilibrium_at(const SolvedConflict& solved, StateIndex state);
/// The next equilibrium of the selected concept after a state, over the end to the beginning.
std::optional<StateIndex> next_equilibrium(const SolvedConflict& solved, Concept solution,
                                           StateIndex after);

/// One arc that is drawn over the others, because the certificate speaks of it.
struct ToldStep {
  StateIndex from = 0;
  StateIndex to = 0;
  int actor = 0;        ///< Of the conflict.
  bool answer = false;  ///< Of the others; false: the improvement itself.
};
/// The improvement that is looked at, and how the others answer it. Of `sim` each step starts at
/// the state itself.
std::vector<ToldStep> told_steps(const Certificate& certificate, int answer);

/// What is asked about in a run of the model `conflict`; nullptr while it is computed.
const Result<ConflictExplanation>* current_played_why(const Desk& desk);
/// Where a run of the model `conflict` stands under the playhead; nothing of any other run.
std::optional<StateIndex> played_state(const Desk& desk);

/// An actor of the conflict as it is called.
std::string mover_title(const StabilityReport& report, int mover, Language language);

}  // namespace detente::ui
