#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <utility>

#include "detente/report/stability_parts.hpp"

namespace detente::detail {
namespace {

constexpr int kIndent = 2;
constexpr int kDeepIndent = 4;
constexpr std::size_t kListed = 12;  // states of one list
constexpr std::size_t kTold = 20;    // equilibria

bool has(const std::vector<Concept>& concepts, Concept solution) {
  return std::find(concepts.begin(), concepts.end(), solution) != concepts.end();
}

Name members(const ConflictTelling& telling, std::uint32_t coalition) {
  std::vector<Name> names;
  for (int actor = 0; actor < telling.report().conflict->actors; ++actor) {
    const bool in = (coalition >> static_cast<unsigned>(actor) & 1U) != 0;
    if (in) names.push_back(telling.voice.mover(actor));
  }
  return join(telling.voice.language(), names);
}

/// What an actor thinks of the states: groups from best to worst.
using Groups = std::vector<std::vector<StateIndex>>;

Groups groups_of(const Conflict& conflict, int actor) {
  std::map<std::uint32_t, std::vector<StateIndex>, std::greater<>> by_payoff;
  each_state(conflict.feasible,
             [&](StateIndex state) { by_payoff[conflict.payoff[actor][state]].push_back(state); });
  Groups groups;
  for (auto& [payoff, states] : by_payoff) groups.push_back(std::move(states));
  return groups;
}

std::string group_words(const ConflictTelling& telling, const std::vector<StateIndex>& group) {
  return telling.say("stab.robust.group", {{"n", static_cast<int>(group.size())},
                                           {"list", telling.voice.labels(group, kListed)}});
}

/// The swaps in words, each on the rankings that the ones before have left.
std::string swap_words(const ConflictTelling& telling, const std::vector<Swap>& swaps) {
  std::map<int, Groups> rankings;
  std::vector<std::string> parts;
  for (const Swap& swap : swaps) {
    auto found = rankings.find(swap.actor);
    if (found == rankings.end()) {
      found = rankings.emplace(swap.actor, groups_of(*telling.report().conflict, swap.actor)).first;
    }
    auto& better = found->second[swap.group];
    auto& worse = found->second[swap.group + 1];
    parts.push_back(telling.say("stab.robust.swap", {{"who", telling.voice.mover(swap.actor)},
                                                     {"worse", group_words(telling, worse)},
                                                     {"better", group_words(telling, better)}}));
    std::swap(better, worse);
  }
  return join(telling.voice.language(), parts);
}

/// The shortest move of one statement that ends an equilibrium, or nullptr.
const StatementEffect* nearest_statement(const StatementReport& statements, const Robustness& one) {
  const StatementEffect* nearest = nullptr;
  const auto length = [](const StatementEffect& effect) {
    return std::abs(effect.move.from - effect.move.to);
  };
  for (const StatementEffect& effect : statements.effects) {
    const auto& lost = effect.lost;
    if (effect.solution != one.solution) continue;
    if (std::find(lost.begin(), lost.end(), one.state) == lost.end()) continue;
    if (nearest == nullptr || length(effect) < length(*nearest)) nearest = &effect;
  }
  return nearest;
}

void tell_statement(ConflictTelling& telling, const Robustness& one) {
  const StabilityReport& report = telling.report();
  if (!report.statements) return;
  const StatementEffect* const nearest = nearest_statement(*report.statements, one);
  if (nearest == nullptr) {
    return telling.page.add(telling.say("stab.robust.no_statement"), kDeepIndent);
  }
  const StatementMove& move = nearest->move;
  const int owner = report.movers[move.actor];
  const auto& statements = report.scenario->conflict->preferences[owner].statements;
  telling.page.add(telling.say("stab.robust.statement", {{"who", telling.voice.mover(move.actor)},
                                                         {"text", statements[move.from].text},
                                                         {"to", move.to + 1},
                                                         {"from", move.from + 1}}),
                   kDeepIndent);
}

void tell_one(ConflictTelling& telling, const Robustness& one) {
  const Language language = telling.voice.language();
  const std::string interval = telling.say("interval", {{"low", percent_in(language, one.low)},
                                                        {"high", percent_in(language, one.high)}});
  const double share = one.draws > 0 ? static_cast<double>(one.survived) / one.draws : 1.0;
  telling.page.add(
      telling.say("stab.robust.state", {{"state", telling.voice.label(one.state)},
                                        {"concept", telling.voice.concept_words(one.solution)},
                                        {"kept", one.kept},
                                        {"swaps", one.swaps},
                                        {"share", percent_in(language, share)},
                                        {"interval", interval}}),
      kIndent);
  if (!one.breaking.empty()) {
    telling.page.add(telling.say("stab.robust.gone", {{"list", swap_words(telling, one.breaking)}}),
                     kDeepIndent);
  } else if (one.looked > 0) {
    telling.page.add(telling.say("stab.robust.firm", {{"n", one.looked}}), kDeepIndent);
  }
  tell_statement(telling, one);
}

/// The firmest concept under which the state is an equilibrium, or nullptr.
const Robustness* firmest(const RobustnessReport& robustness, StateIndex state) {
  constexpr std::array kByStrength{Concept::nash, Concept::sseq, Concept::seq,
                                   Concept::smr,  Concept::gmr,  Concept::sim};
  for (const Concept solution : kByStrength) {
    for (const Robustness& one : robustness.equilibria) {
      if (one.state == state && one.solution == solution) return &one;
    }
  }
  return nullptr;
}

}  // namespace

bool is_strong(const EquilibriumReport& one) {
  return std::any_of(one.concepts.begin(), one.concepts.end(), [](Concept solution) {
    return solution != Concept::gmr && solution != Concept::smr;
  });
}

std::vector<const EquilibriumReport*> strong_equilibria(const StabilityReport& report) {
  std::vector<const EquilibriumReport*> order;
  for (const EquilibriumReport& one : report.equilibria) {
    if (is_strong(one)) order.push_back(&one);
  }
  std::stable_sort(order.begin(), order.end(), [](const auto* left, const auto* right) {
    return left->concepts.size() > right->concepts.size();
  });
  return order;
}

std::string ConflictTelling::state(StateIndex state) const {
  const std::string letters = vector_of(report(), state);
  const std::string code = std::to_string(code_of(*report().conflict, state));
  if (report().conflict->is_graph()) return letters + " (" + code + ')';
  return code + " (" + letters + ')';
}

std::size_t ConflictTelling::count_equilibria() const {
  StateSet any(report().conflict->places());
  for (const Concept solution : kConcepts) {
    if (report().table.has(solution)) any |= equilibria(report().table, solution);
  }
  return any.count();
}

void tell_coalitions(ConflictTelling& telling) {
  const StabilityReport& report = telling.report();
  telling.page.gap();
  telling.page.add(telling.say("stab.coalitions"), 0, Tone::heading);
  for (const CoalitionConcept solution : kCoalitionConcepts) {
    const auto stable = members_of(report.coalitions->stable[static_cast<std::size_t>(solution)]);
    const std::string name = telling.voice.concept_words(individual(solution));
    telling.page.add(
        stable.empty()
            ? telling.say("stab.coalition_stable.none", {{"concept", name}})
            : telling.say("stab.coalition_stable",
                          {{"concept", name}, {"list", telling.voice.labels(stable, kListed)}}),
        kIndent);
  }
  std::size_t told = 0;
  for (const EquilibriumReport& one : report.equilibria) {
    for (const CoalitionConcept solution : kCoalitionConcepts) {
      const auto place = static_cast<std::size_t>(solution);
      const auto& broken = report.coalitions->broken_by[place][one.state];
      if (!broken || !has(one.concepts, individual(solution)) || ++told > kTold) continue;
      telling.page.add(telling.say("stab.broken",
                                   {{"state", telling.voice.label(one.state)},
                                    {"concept", telling.voice.concept_words(individual(solution))},
                                    {"who", members(telling, broken->coalition)},
                                    {"target", telling.voice.label(broken->target)}}),
                       kIndent);
    }
  }
  if (told <= kTold) return;
  telling.page.add(telling.say("stab.more", {{"n", static_cast<int>(told - kTold)}}), kIndent);
}

void tell_robustness(ConflictTelling& telling) {
  const StabilityReport& report = telling.report();
  telling.page.gap();
  telling.page.add(telling.say("stab.robust"), 0, Tone::heading);
  std::size_t told = 0;
  for (const EquilibriumReport* const state : strong_equilibria(report)) {
    const Robustness* const one = firmest(*report.robustness, state->state);
    if (one == nullptr) continue;
    if (++told <= kTold) tell_one(telling, *one);
  }
  if (told <= kTold) return;
  telling.page.add(telling.say("stab.more", {{"n", static_cast<int>(told - kTold)}}), kIndent);
}

}  // namespace detente::detail
