#include "literal/conflict.hpp"

#include <algorithm>
#include <deque>
#include <tuple>
#include <utility>
#include <vector>

namespace detente::literal {
namespace {

bool takes(StateIndex state, int option) {
  return (state >> option & 1U) != 0;
}

/// Whether an actor may go from one state straight to another.
bool may_move(const Conflict& conflict, int actor, StateIndex from, StateIndex to) {
  if (from == to) return false;
  if (conflict.is_graph()) {
    const auto& arcs = conflict.arcs[actor][from];
    return std::find(arcs.begin(), arcs.end(), to) != arcs.end();
  }
  for (int option = 0; option < conflict.options; ++option) {
    if (takes(from, option) == takes(to, option)) continue;
    if (!takes(conflict.own[actor], option)) return false;
    if (takes(from, option) && takes(conflict.stays_yes, option)) return false;
    if (!takes(from, option) && takes(conflict.stays_no, option)) return false;
  }
  return true;
}

/// A state on the way, who moved last and who has moved at all.
struct Step {
  StateIndex state = 0;
  int last = -1;
  std::set<int> moved{};
  bool operator<(const Step& other) const {
    return std::tie(state, last, moved) < std::tie(other.state, other.last, other.moved);
  }
};

bool may_move_next(const Step& step, int mover, Sanctions sanctions) {
  if (sanctions == Sanctions::direct) return step.moved.empty();
  if (sanctions == Sanctions::once) return step.moved.count(mover) == 0;
  return step.last != mover;
}

/// Whether an end leaves the actor no better off than `worth`; symmetric: whatever it does then.
bool is_sanction(const Sets& sets, int actor, StateIndex end, std::uint32_t worth, bool symmetric) {
  const auto& payoff = sets.conflict.payoff[actor];
  if (payoff[end] > worth) return false;
  if (!symmetric) return true;
  const States& escapes = sets.moves[actor].at(end);
  return std::all_of(escapes.begin(), escapes.end(),
                     [&](StateIndex escape) { return payoff[escape] <= worth; });
}

/// Every state that the others' own choices make of `from`, where the actor goes to `to`.
States combinations(const Sets& sets, int actor, StateIndex from, StateIndex to) {
  const Conflict& conflict = sets.conflict;
  States ends{to & conflict.own[actor]};
  for (int other = 0; other < conflict.actors; ++other) {
    if (other == actor) continue;
    States choices = sets.improvements[other].at(from);
    choices.insert(from);
    States longer;
    for (const StateIndex end : ends) {
      for (const StateIndex choice : choices) longer.insert(end | (choice & conflict.own[other]));
    }
    ends = longer;
  }
  return ends;
}

bool is_answered(const Sets& sets, int actor, StateIndex state, StateIndex improvement,
                 std::pair<Concept, Sanctions> rule) {
  const auto [solution, sanctions] = rule;
  const auto& payoff = sets.conflict.payoff[actor];
  if (solution == Concept::nash) return false;
  if (solution == Concept::sim) {
    for (const StateIndex end : combinations(sets, actor, state, improvement)) {
      if (sets.states.count(end) == 1 && payoff[end] <= payoff[state]) return true;
    }
    return false;
  }
  const bool credible = solution == Concept::seq || solution == Concept::sseq;
  const bool symmetric = solution == Concept::smr || solution == Concept::sseq;
  for (const StateIndex end : answers(sets, actor, improvement, sanctions, credible)) {
    if (is_sanction(sets, actor, end, payoff[state], symmetric)) return true;
  }
  return false;
}

}  // namespace

Sets::Sets(const Conflict& given)
    : conflict(given), moves(given.actors), improvements(given.actors) {
  for (StateIndex state = 0; state < conflict.places(); ++state) {
    if (conflict.feasible.contains(state)) states.insert(state);
  }
  for (int actor = 0; actor < conflict.actors; ++actor) {
    const auto& payoff = conflict.payoff[actor];
    for (const StateIndex from : states) {
      States& targets = moves[actor][from];
      States& better = improvements[actor][from];
      for (const StateIndex to : states) {
        if (may_move(conflict, actor, from, to)) targets.insert(to);
      }
      for (const StateIndex to : targets) {
        if (payoff[to] > payoff[from]) better.insert(to);
      }
    }
  }
}

States answers(const Sets& sets, int actor, StateIndex from, Sanctions sanctions, bool credible) {
  States ends;
  std::set<Step> known;
  std::deque<Step> waiting{{from, -1, {}}};
  while (!waiting.empty()) {
    const Step step = waiting.front();
    waiting.pop_front();
    for (int mover = 0; mover < sets.conflict.actors; ++mover) {
      if (mover == actor || !may_move_next(step, mover, sanctions)) continue;
      const Moves& moves = credible ? sets.improvements : sets.moves;
      for (const StateIndex target : moves[mover].at(step.state)) {
        ends.insert(target);
        Step next{target, mover, {}};
        if (sanctions != Sanctions::legal) {
          next.moved = step.moved;
          next.moved.insert(mover);
        }
        if (known.insert(next).second) waiting.push_back(next);
      }
    }
  }
  return ends;
}

States stable_states(const Sets& sets, int actor, Concept solution, Sanctions sanctions) {
  States stable;
  for (const StateIndex state : sets.states) {
    const States& improvements = sets.improvements[actor].at(state);
    if (std::all_of(improvements.begin(), improvements.end(), [&](StateIndex improvement) {
          return is_answered(sets, actor, state, improvement, {solution, sanctions});
        })) {
      stable.insert(state);
    }
  }
  return stable;
}

}  // namespace detente::literal
