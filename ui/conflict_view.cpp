#include "ui/conflict_view.hpp"

#include <algorithm>
#include <utility>

#include "detente/model/conflict_talks.hpp"
#include "ui/desk_view.hpp"

namespace detente::ui {
namespace {

constexpr std::size_t place_of(Concept solution) {
  return static_cast<std::size_t>(solution);
}

/// The options that are to be taken, and those that are not.
std::pair<StateIndex, StateIndex> masks_of(const std::vector<Wanted>& filter) {
  StateIndex care = 0;
  StateIndex value = 0;
  for (std::size_t option = 0; option < filter.size(); ++option) {
    if (filter[option] == Wanted::any) continue;
    care |= StateIndex{1} << option;
    if (filter[option] == Wanted::yes) value |= StateIndex{1} << option;
  }
  return {care, value};
}

}  // namespace

bool SolvedConflict::is_equilibrium(Concept solution, StateIndex state) const {
  const StateSet& set = equilibria[place_of(solution)];
  return set.places() > state && set.contains(state);
}

std::shared_ptr<const SolvedConflict> solved_from(StabilityReport report) {
  auto solved = std::make_shared<SolvedConflict>();
  solved->report = std::move(report);
  for (const Concept solution : kConcepts) {
    if (!solved->report.table.has(solution)) continue;
    solved->equilibria[place_of(solution)] = equilibria(solved->report.table, solution);
  }
  solved->states = solved->conflict().feasible.count();
  return solved;
}

void list_states(StateList& list) {
  const SolvedConflict& solved = *list.of;
  const auto [care, value] = masks_of(list.filter);
  std::vector<StateIndex> others;
  list.rows.clear();
  list.all = 0;
  const auto add = [](std::vector<StateIndex>& rows, StateIndex state) {
    if (rows.size() < kMostRows) rows.push_back(state);
  };
  each_state(solved.conflict().feasible, [&, care = care, value = value](StateIndex state) {
    if ((state & care) != value) return;
    const bool equilibrium = solved.is_equilibrium(list.solution, state);
    if (list.only_equilibria && !equilibrium) return;
    ++list.all;
    add(list.equilibria_first && !equilibrium ? others : list.rows, state);
  });
  for (const StateIndex state : others) add(list.rows, state);
}

const SolvedConflict* current_conflict(const Desk& desk) {
  return desk.conflict.key == desk.conflict.asked ? desk.conflict.solved.get() : nullptr;
}

bool has_conflict(const Desk& desk) {
  const Scenario* const scenario = scenario_of(desk);
  return scenario != nullptr && scenario->conflict.has_value();
}

bool has_power(const Desk& desk) {
  const Scenario* const scenario = scenario_of(desk);
  return scenario != nullptr && (scenario->votes || scenario->game || !scenario->stages.empty());
}

StateIndex selected_state(const Desk& desk, const SolvedConflict& solved) {
  const auto state = static_cast<StateIndex>(desk.conflict.state);
  const StateSet& feasible = solved.conflict().feasible;
  const bool known = desk.conflict.state >= 0 && state < feasible.places();
  if (known && feasible.contains(state)) return state;
  // where the moves have come to, if they are played
  const StateIndex played = played_state(desk).value_or(solved.report.status_quo);
  return played < feasible.places() && feasible.contains(played) ? played
                                                                 : solved.report.status_quo;
}

int selected_mover(const Desk& desk, const SolvedConflict& solved) {
  const std::vector<int>& movers = solved.report.movers;
  const auto found = std::find(movers.begin(), movers.end(), desk.view.actor);
  return found == movers.end() ? 0 : static_cast<int>(found - movers.begin());
}

void select_state(Desk& desk, StateIndex state) {
  desk.conflict.state = static_cast<std::int64_t>(state);
  desk.conflict.answer = 0;
}

const Certificate* current_certificate(const Desk& desk) {
  const SolvedConflict* const solved = current_conflict(desk);
  const auto& why = desk.conflict.why;
  if (solved == nullptr || why == nullptr || why->of.get() != solved) return nullptr;
  const Certificate& certificate = why->certificate;
  const bool asked = certificate.solution == desk.conflict.solution &&
                     certificate.state == selected_state(desk, *solved) &&
                     certificate.actor == selected_mover(desk, *solved);
  return asked ? &certificate : nullptr;
}

const InverseAnswer* current_inverse(const Desk& desk) {
  const SolvedConflict* const solved = current_conflict(desk);
  const auto& known = desk.conflict.inverse;
  if (solved == nullptr || known == nullptr || known->of.get() != solved) return nullptr;
  const bool asked = known->state == selected_state(desk, *solved) &&
                     known->mover == selected_mover(desk, *solved);
  return asked ? known.get() : nullptr;
}

const EquilibriumReport* equilibrium_at(const SolvedConflict& solved, StateIndex state) {
  const auto& all = solved.report.equilibria;
  const auto found =
      std::lower_bound(all.begin(), all.end(), state,
                       [](const EquilibriumReport& a, StateIndex b) { return a.state < b; });
  return found == all.end() || found->state != state ? nullptr : &*found;
}

std::optional<StateIndex> next_equilibrium(const SolvedConflict& solved, Concept solution,
                                           StateIndex after) {
  std::optional<StateIndex> first;
  std::optional<StateIndex> next;
  each_state(solved.equilibria[place_of(solution)], [&](StateIndex state) {
    if (!first) first = state;
    if (!next && state > after) next = state;
  });
  return next ? next : first;
}

std::vector<ToldStep> told_steps(const Certificate& certificate, int answer) {
  const StateIndex state = certificate.state;
  if (!certificate.stable) return {{state, certificate.unanswered, certificate.actor, false}};
  if (certificate.answers.empty()) return {};
  const auto count = static_cast<int>(certificate.answers.size());
  const Answered& told =
      certificate.answers[static_cast<std::size_t>(std::clamp(answer, 0, count - 1))];
  std::vector<ToldStep> steps{{state, told.improvement, certificate.actor, false}};
  const bool at_once = certificate.solution == Concept::sim;
  StateIndex from = told.improvement;
  for (const PathStep& step : told.answer) {
    steps.push_back({at_once ? state : from, step.to, step.actor, true});
    from = step.to;
  }
  return steps;
}

const Result<ConflictExplanation>* current_played_why(const Desk& desk) {
  const auto& why = desk.conflict.why;
  const bool known = why != nullptr && why->played && why->key == why_key(desk);
  return known ? &*why->played : nullptr;
}

std::optional<StateIndex> played_state(const Desk& desk) {
  const TraceRound* const round = current_round(desk);
  if (round == nullptr || round->tables->board == nullptr) return {};
  const ConflictGame& game = round->tables->board->game;
  const TraceOffer* const move = current_offer(desk);
  if (move == nullptr) return game.status_quo;
  return state_of(*round->tables, game.conflict, move->index);
}

std::string mover_title(const StabilityReport& report, int mover, Language language) {
  const Actor& actor = report.scenario->actors[report.movers[mover]];
  return actor.title.in(language, actor.id);
}

}  // namespace detente::ui
