#include "detente/conflict/literal.hpp"

#include <algorithm>
#include <utility>

#include "detente/conflict/listed.hpp"
#include "detente/conflict/sequences.hpp"
#include "detente/core/contract.hpp"
#include "detente/core/parallel.hpp"

namespace detente {
namespace {

bool asks(const StabilityOptions& options, Concept solution) {
  const auto& concepts = options.concepts;
  return std::find(concepts.begin(), concepts.end(), solution) != concepts.end();
}

bool meet(const StateSet& one, const StateSet& other) {
  const auto words = one.words();
  for (std::size_t word = 0; word < words.size(); ++word) {
    if ((words[word] & other.words()[word]) != 0) return true;
  }
  return false;
}

StateSet ends_of(Sequences& sequences, StateIndex from, std::size_t places) {
  StateSet ends(places);
  sequences.explore(from, [&](StateIndex end) {
    ends.add(end);
    return false;
  });
  return ends;
}

// [state]: where the others may take it; no places where the actor would never move to
std::vector<StateSet> answers_to(const Conflict& conflict, int actor, Sanctions sanctions,
                                 bool credible) {
  Sequences sequences(conflict, {sanctions, others_of(conflict, actor), credible});
  std::vector<StateSet> answers(conflict.places());
  each_state(conflict.feasible, [&](StateIndex state) {
    for (const StateIndex improvement : improvements(conflict, actor, state)) {
      if (answers[improvement].places() > 0) continue;
      answers[improvement] = ends_of(sequences, improvement, conflict.places());
    }
  });
  return answers;
}

// [state]: the best that the actor has there and after one move of its own
std::vector<std::uint32_t> best_escapes(const Conflict& conflict, int actor) {
  const auto& payoff = conflict.payoff[actor];
  std::vector<std::uint32_t> best = payoff;
  each_state(conflict.feasible, [&](StateIndex state) {
    each_move(conflict, actor, state,
              [&](StateIndex target) { best[state] = std::max(best[state], payoff[target]); });
  });
  return best;
}

// The states at which some answer to every improvement leaves the actor no better off: the worth
// of an answer is payoff (gmr, seq), or the best escape from it (smr, sseq).
StateSet answered(const Conflict& conflict, int actor, const std::vector<StateSet>& answers,
                  const std::vector<std::uint32_t>& worth) {
  const auto& payoff = conflict.payoff[actor];
  StateSet stable(conflict.places());
  each_state(conflict.feasible, [&](StateIndex state) {
    StateSet no_better(conflict.places());
    each_state(conflict.feasible, [&](StateIndex end) {
      if (worth[end] <= payoff[state]) no_better.add(end);
    });
    const std::vector<StateIndex> temptations = improvements(conflict, actor, state);
    const bool all =
        std::all_of(temptations.begin(), temptations.end(),
                    [&](StateIndex improvement) { return meet(answers[improvement], no_better); });
    if (all) stable.add(state);
  });
  return stable;
}

StateSet without_improvement(const Conflict& conflict, int actor) {
  StateSet stable(conflict.places());
  each_state(conflict.feasible, [&](StateIndex state) {
    if (improvements(conflict, actor, state).empty()) stable.add(state);
  });
  return stable;
}

// `ends`, and each of them with the own options as in one of the choices
std::vector<StateIndex> combined(std::vector<StateIndex> ends, std::uint32_t own,
                                 const std::vector<StateIndex>& choices) {
  const std::size_t staying = ends.size();
  ends.reserve(staying * (choices.size() + 1));
  for (const StateIndex choice : choices) {
    for (std::size_t end = 0; end < staying; ++end) {
      ends.push_back((ends[end] & ~own) | (choice & own));
    }
  }
  return ends;
}

// Whether the others, each staying or changing its own options from `state` for its own good, can
// meet the improvement so that the actor is no better off than at `state`.
bool met_at_once(const Conflict& conflict, int actor, StateIndex state, StateIndex improvement) {
  const auto& payoff = conflict.payoff[actor];
  std::vector<StateIndex> ends{improvement};
  for (const int other : others_of(conflict, actor)) {
    ends = combined(std::move(ends), conflict.own[other], improvements(conflict, other, state));
  }
  return std::any_of(ends.begin(), ends.end(), [&](StateIndex end) {
    return conflict.feasible.contains(end) && payoff[end] <= payoff[state];
  });
}

StateSet simultaneously_stable(const Conflict& conflict, int actor) {
  StateSet stable(conflict.places());
  each_state(conflict.feasible, [&](StateIndex state) {
    const std::vector<StateIndex> temptations = improvements(conflict, actor, state);
    const bool all = std::all_of(
        temptations.begin(), temptations.end(),
        [&](StateIndex improvement) { return met_at_once(conflict, actor, state, improvement); });
    if (all) stable.add(state);
  });
  return stable;
}

using Row = std::array<StateSet, kConcepts.size()>;

StateSet& of(Row& row, Concept solution) {
  return row[static_cast<std::size_t>(solution)];
}

// what one actor makes of the conflict, under the concepts of sequences of answers
Row solve(const Conflict& conflict, int actor, const StabilityOptions& options) {
  Row row;
  if (asks(options, Concept::nash)) of(row, Concept::nash) = without_improvement(conflict, actor);
  const std::vector<std::uint32_t> escapes = best_escapes(conflict, actor);
  const auto with = [&](Concept plain, Concept symmetric, bool credible) {
    if (!asks(options, plain) && !asks(options, symmetric)) return;
    const std::vector<StateSet> answers = answers_to(conflict, actor, options.sanctions, credible);
    if (asks(options, plain)) {
      of(row, plain) = answered(conflict, actor, answers, conflict.payoff[actor]);
    }
    if (asks(options, symmetric)) of(row, symmetric) = answered(conflict, actor, answers, escapes);
  };
  with(Concept::gmr, Concept::smr, false);
  with(Concept::seq, Concept::sseq, true);
  return row;
}

StateSet at_places(const StateSet& numbers, const std::vector<StateIndex>& states,
                   std::size_t places) {
  StateSet set(places);
  each_state(numbers, [&](StateIndex number) { set.add(states[number]); });
  return set;
}

}  // namespace

Stability literal_stability(const Conflict& conflict, const StabilityOptions& options) {
  expects(conflict.feasible.count() <= kMostLiteralStates,
          "literal_stability: at most kMostLiteralStates states");
  Stability result;
  result.sanctions = options.sanctions;
  for (const Concept solution : options.concepts) {
    if (solution == Concept::sim && conflict.is_graph()) continue;
    result.stable[static_cast<std::size_t>(solution)].resize(
        static_cast<std::size_t>(conflict.actors));
  }
  const ListedConflict list = listed(conflict);
  in_parallel(conflict.actors, options.threads, [&](int actor) {
    Row row = solve(list.conflict, actor, options);
    for (const Concept solution : options.concepts) {
      if (!result.has(solution) || solution == Concept::sim) continue;
      result.stable[static_cast<std::size_t>(solution)][actor] =
          at_places(of(row, solution), list.states, conflict.places());
    }
    if (!result.has(Concept::sim)) return;
    result.stable[static_cast<std::size_t>(Concept::sim)][actor] =
        simultaneously_stable(conflict, actor);
  });
  return result;
}

}  // namespace detente
