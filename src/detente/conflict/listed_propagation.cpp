#include "detente/conflict/listed_propagation.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "detente/conflict/sequences.hpp"
#include "detente/core/contract.hpp"
#include "detente/core/parallel.hpp"

namespace detente {
namespace {

using Values = std::vector<std::uint32_t>;

constexpr std::uint32_t kNever = std::numeric_limits<std::uint32_t>::max();

// [state]: from where an actor comes here
std::vector<std::vector<StateIndex>> reversed(const Conflict& conflict, int actor) {
  std::vector<std::vector<StateIndex>> sources(conflict.places());
  for (StateIndex from = 0; from < conflict.places(); ++from) {
    for (const StateIndex to : conflict.arcs[actor][from]) sources[to].push_back(from);
  }
  return sources;
}

// The least key at the end of the others' legal sequences, by search backwards from the lowest key
// up. A state is open to more labels as long as one of the others would have to move on from it
// who must not, because it would also be the one that led there.
class LegalAnswers {
 public:
  LegalAnswers(const Conflict& conflict, int actor, bool credible)
      : conflict_(conflict), others_(others_of(conflict, actor)), credible_(credible) {
    for (const int other : others_) sources_.push_back(reversed(conflict, other));
  }

  // [state]: its own key, or the least that the others lead to
  Values least(const Values& key) {
    std::vector<StateIndex> order = members_of(conflict_.feasible);
    std::stable_sort(order.begin(), order.end(),
                     [&](StateIndex one, StateIndex other) { return key[one] < key[other]; });
    Values least(conflict_.places(), kNever);
    open_.assign(conflict_.places(), kAll);
    for (const StateIndex end : order) {
      least_ = key[end];
      arrive(end, kAll, least);
      while (!stack_.empty()) {
        const auto [state, mover] = stack_.back();
        stack_.pop_back();
        lead_back(state, mover, least);
      }
    }
    return least;
  }

 private:
  static constexpr int kAll = -1;   // no label yet; to arrive: by whomever
  static constexpr int kNone = -2;  // every way to be here has its label

  // The label reaches `state`, and all who may have led there but `next`, who goes on from here.
  void arrive(StateIndex state, int next, Values& least) {
    int& open = open_[state];
    if (open == kNone || (open >= 0 && open == next)) return;
    if (open == kAll) {
      least[state] = least_;
      for (int before = 0; before < static_cast<int>(others_.size()); ++before) {
        if (before != next) stack_.emplace_back(state, before);
      }
      open = next == kAll ? kNone : next;
      return;
    }
    stack_.emplace_back(state, open);
    open = kNone;
  }

  // the way before: `mover` led to the state from somewhere
  void lead_back(StateIndex state, int mover, Values& least) {
    const auto& payoff = conflict_.payoff[others_[mover]];
    for (const StateIndex source : sources_[mover][state]) {
      if (!credible_ || payoff[state] > payoff[source]) arrive(source, mover, least);
    }
  }

  const Conflict& conflict_;
  std::vector<int> others_{};
  bool credible_ = false;
  std::vector<std::vector<std::vector<StateIndex>>> sources_{};  // by position among the others
  std::vector<int> open_{};
  std::vector<std::pair<StateIndex, int>> stack_{};  // state, position of who led there
  std::uint32_t least_ = 0;
};

// [state]: the least key after one move of one of the others
Values least_direct(const Conflict& conflict, int actor, bool credible, const Values& key) {
  Values least(conflict.places(), kNever);
  const auto lower = [&](int other, StateIndex from) {
    const auto& payoff = conflict.payoff[other];
    for (const StateIndex to : conflict.arcs[other][from]) {
      if (!credible || payoff[to] > payoff[from]) least[from] = std::min(least[from], key[to]);
    }
  };
  for (const int other : others_of(conflict, actor)) {
    for (StateIndex from = 0; from < conflict.places(); ++from) lower(other, from);
  }
  return least;
}

// [state]: the best that the actor has there and after one move of its own
Values best_escapes(const Conflict& conflict, int actor) {
  const auto& payoff = conflict.payoff[actor];
  Values best = payoff;
  for (StateIndex state = 0; state < conflict.places(); ++state) {
    for (const StateIndex to : conflict.arcs[actor][state]) {
      best[state] = std::max(best[state], payoff[to]);
    }
  }
  return best;
}

StateSet stable_under(const Conflict& conflict, int actor, const Values& least) {
  const auto& payoff = conflict.payoff[actor];
  StateSet stable(conflict.places());
  each_state(conflict.feasible, [&](StateIndex state) {
    const auto& arcs = conflict.arcs[actor][state];
    const bool all = std::all_of(arcs.begin(), arcs.end(), [&](StateIndex to) {
      return payoff[to] <= payoff[state] || least[to] <= payoff[state];
    });
    if (all) stable.add(state);
  });
  return stable;
}

StateSet solve(const Conflict& conflict, Concept solution, Sanctions sanctions, int actor) {
  if (solution == Concept::nash) {
    return stable_under(conflict, actor, Values(conflict.places(), kNever));
  }
  const bool credible = solution == Concept::seq || solution == Concept::sseq;
  const bool symmetric = solution == Concept::smr || solution == Concept::sseq;
  const Values key = symmetric ? best_escapes(conflict, actor) : conflict.payoff[actor];
  if (sanctions == Sanctions::direct) {
    return stable_under(conflict, actor, least_direct(conflict, actor, credible, key));
  }
  return stable_under(conflict, actor, LegalAnswers(conflict, actor, credible).least(key));
}

}  // namespace

Stability listed_stability(const Conflict& conflict, const StabilityOptions& options) {
  expects(conflict.is_graph(), "listed_stability: graph form");
  expects(options.sanctions != Sanctions::once, "listed_stability: not the rule once");
  Stability result;
  result.sanctions = options.sanctions;
  for (const Concept solution : options.concepts) {
    if (solution == Concept::sim) continue;
    result.stable[static_cast<std::size_t>(solution)].resize(
        static_cast<std::size_t>(conflict.actors));
  }
  in_parallel(conflict.actors, options.threads, [&](int actor) {
    for (const Concept solution : options.concepts) {
      if (!result.has(solution)) continue;
      result.stable[static_cast<std::size_t>(solution)][actor] =
          solve(conflict, solution, options.sanctions, actor);
    }
  });
  return result;
}

}  // namespace detente
