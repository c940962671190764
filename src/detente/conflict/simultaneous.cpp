#include <algorithm>
#include <limits>
#include <span>

#include "detente/conflict/blocks.hpp"
#include "detente/conflict/propagation.hpp"
#include "detente/core/contract.hpp"
#include "detente/core/parallel.hpp"

namespace detente {
namespace {

using detail::Squeeze;

constexpr std::uint32_t kNowhere = std::numeric_limits<std::uint32_t>::max();
// about as many in one go, so that their choices stay at hand
constexpr std::size_t kTaskStates = 1024;

/// Own options taken: where they stand in a code, and pressed together.
struct Choice {
  std::uint32_t bits = 0;
  std::uint32_t rank = 0;
};

/// Some actors' choices: as a code, and as a place in a table.
struct Branch {
  std::uint32_t code = 0;
  std::uint32_t place = 0;
};

/// For one actor: the least that a state is worth to it where some opponents'
/// choices are open.
class Bounds {
 public:
  Bounds(const Conflict& conflict, int actor) : payoff_(&conflict.payoff[actor]) {
    for (int other = 0; other < conflict.actors; ++other) {
      if (other != actor && conflict.own[other] != 0) others_.push_back(other);
    }
    // low bits vary fastest, so that neighbouring places are looked at one
    // after the other
    std::sort(others_.begin(), others_.end(), [&](int one, int other) {
      return std::countr_zero(conflict.own[one]) > std::countr_zero(conflict.own[other]);
    });
    int settled = std::popcount(conflict.own[actor]);
    for (const int other : others_) {
      least_.emplace_back(std::size_t{1} << settled);
      width_.push_back(std::popcount(conflict.own[other]));
      settled += width_.back();
    }
    std::uint32_t place = 0;
    detail::each_part(conflict.own[actor], [&](std::uint32_t bits) {
      fill(conflict, 0, {bits, place++});
    });
  }

  std::size_t depth() const { return others_.size(); }
  int other(std::size_t depth) const { return others_[depth]; }

  Branch with(std::size_t depth, Branch branch, Choice choice) const {
    return {branch.code | choice.bits, branch.place << width_[depth] | choice.rank};
  }

  /// The least over all choices of the others past the first `depth` of them;
  /// kNowhere: none leads to a state. @pre  depth < depth()
  std::uint32_t least(std::size_t depth, std::uint32_t place) const { return least_[depth][place]; }

  bool is_worth_at_most(StateIndex code, std::uint32_t limit) const {
    // where no state is 0 becomes more than any limit
    return (*payoff_)[code] - 1 < limit;
  }

 private:
  std::uint32_t fill(const Conflict& conflict, std::size_t depth, Branch branch) {
    if (depth == others_.size()) {
      const std::uint32_t payoff = (*payoff_)[branch.code];
      return payoff == 0 ? kNowhere : payoff;
    }
    std::uint32_t least = kNowhere;
    std::uint32_t rank = 0;
    detail::each_part(conflict.own[others_[depth]], [&](std::uint32_t bits) {
      least = std::min(least, fill(conflict, depth + 1, with(depth, branch, {bits, rank++})));
    });
    least_[depth][branch.place] = least;
    return least;
  }

  const std::vector<std::uint32_t>* payoff_;
  std::vector<int> others_{};
  std::vector<int> width_{};                         // [depth]: options of the one who is next
  std::vector<std::vector<std::uint32_t>> least_{};  // [depth][place]
};

/// What every actor may take from some states if it stays or improves its lot.
class Choices {
 public:
  explicit Choices(const Conflict& conflict) : conflict_(&conflict) {
    for (const std::uint32_t own : conflict.own) rank_.emplace_back(own);
  }

  /// Staying comes first.
  void look_from(StateIndex state) {
    for (int actor = 0; actor < conflict_->actors; ++actor) {
      begin_.push_back(choices_.size());
      add(actor, state);
      if (conflict_->own[actor] == 0) continue;
      const auto& payoff = conflict_->payoff[actor];
      each_move(*conflict_, actor, state, [&](StateIndex target) {
        if (payoff[target] > payoff[state]) add(actor, target);
      });
    }
  }

  void finish() { begin_.push_back(choices_.size()); }

  /// From the state that was looked at as the `place`-th.
  std::span<const Choice> of(std::size_t place, int actor) const {
    const std::size_t list = place * conflict_->actors + actor;
    return std::span(choices_).subspan(begin_[list], begin_[list + 1] - begin_[list]);
  }

 private:
  void add(int actor, StateIndex state) {
    choices_.push_back({state & conflict_->own[actor], rank_[actor](state)});
  }

  const Conflict* conflict_;
  std::vector<Squeeze> rank_{};
  std::vector<std::size_t> begin_{};
  std::vector<Choice> choices_{};
};

/// Whether one actor stays at one state.
class Question {
 public:
  Question(const Bounds& bounds, const Choices& choices, std::size_t place, std::uint32_t limit)
      : bounds_(bounds), choices_(choices), place_(place), limit_(limit) {}

  bool stays(int actor) const {
    const auto improvements = choices_.of(place_, actor).subspan(1);
    return std::all_of(improvements.begin(), improvements.end(), [&](Choice choice) {
      return is_answered(0, {choice.bits, choice.rank});
    });
  }

 private:
  /// Whether some choices of the others bring the actor down to the limit,
  /// given those of the first `depth` of them. Whole branches are passed over
  /// by what they are worth at least.
  bool is_answered(std::size_t depth, Branch branch) const {
    if (depth == bounds_.depth()) return bounds_.is_worth_at_most(branch.code, limit_);
    if (bounds_.least(depth, branch.place) > limit_) return false;
    const auto open = choices_.of(place_, bounds_.other(depth));
    if (depth + 1 == bounds_.depth()) {
      return std::any_of(open.begin(), open.end(), [&](Choice choice) {
        return bounds_.is_worth_at_most(branch.code | choice.bits, limit_);
      });
    }
    return std::any_of(open.begin(), open.end(), [&](Choice choice) {
      return is_answered(depth + 1, bounds_.with(depth, branch, choice));
    });
  }

  const Bounds& bounds_;
  const Choices& choices_;
  std::size_t place_;
  std::uint32_t limit_;
};

/// Where the words of a set are cut into parts with about as many members each.
std::vector<std::size_t> cuts_of(const StateSet& set) {
  std::vector<std::size_t> cuts{0};
  std::size_t states = 0;
  for (std::size_t word = 0; word < set.words().size(); ++word) {
    states += static_cast<std::size_t>(std::popcount(set.words()[word]));
    if (states < kTaskStates && word + 1 < set.words().size()) continue;
    cuts.push_back(word + 1);
    states = 0;
  }
  return cuts;
}

std::vector<StateIndex> states_between(const StateSet& set, std::size_t first, std::size_t end) {
  std::vector<StateIndex> states;
  for (std::size_t word = first; word < end; ++word) {
    for (std::uint64_t rest = set.words()[word]; rest != 0; rest &= rest - 1) {
      states.push_back(static_cast<StateIndex>(word * 64 + std::countr_zero(rest)));
    }
  }
  return states;
}

}  // namespace

std::vector<StateSet> simultaneous_stability(const Conflict& conflict, int threads) {
  expects(!conflict.is_graph(), "simultaneous_stability: option form");
  std::vector<Bounds> bounds;
  bounds.reserve(conflict.actors);
  for (int actor = 0; actor < conflict.actors; ++actor) bounds.emplace_back(conflict, actor);
  std::vector<StateSet> stable(conflict.actors, StateSet(conflict.places()));
  // tasks write to words of their own
  const std::vector<std::size_t> cuts = cuts_of(conflict.feasible);
  in_parallel(static_cast<int>(cuts.size()) - 1, threads, [&](int task) {
    const auto states = states_between(conflict.feasible, cuts[task], cuts[task + 1]);
    Choices choices(conflict);
    for (const StateIndex state : states) choices.look_from(state);
    choices.finish();
    for (int actor = 0; actor < conflict.actors; ++actor) {
      for (std::size_t place = 0; place < states.size(); ++place) {
        const std::uint32_t limit = conflict.payoff[actor][states[place]];
        const Question question(bounds[actor], choices, place, limit);
        if (question.stays(actor)) stable[actor].add(states[place]);
      }
    }
  });
  return stable;
}

}  // namespace detente
