#include <algorithm>
#include <bit>
#include <limits>
#include <optional>
#include <span>

#include "detente/conflict/codes.hpp"
#include "detente/conflict/propagation.hpp"
#include "detente/core/contract.hpp"
#include "detente/core/parallel.hpp"

namespace detente {
namespace {

using detail::Squeeze;

constexpr std::uint32_t kNowhere = std::numeric_limits<std::uint32_t>::max();
// about as many in one go, so that their choices stay at hand
constexpr std::size_t kTaskStates = 1024;

/// The ways in which every actor's own options stand in some feasible state, numbered from 0.
class Stands {
 public:
  explicit Stands(const Conflict& conflict) : own_(conflict.own) {
    for (const std::uint32_t own : own_) {
      squeeze_.emplace_back(own);
      number_.emplace_back(std::size_t{1} << std::popcount(own));
    }
    each_state(conflict.feasible, [&](StateIndex state) {
      for (std::size_t actor = 0; actor < own_.size(); ++actor) {
        number_[actor][squeeze_[actor](state)] = 1;
      }
    });
    bits_.resize(own_.size());
    for (std::size_t actor = 0; actor < own_.size(); ++actor) collect(actor);
  }

  /// [number]: the own options taken, as they stand in a code.
  const std::vector<std::uint32_t>& bits(int actor) const { return bits_[actor]; }
  std::uint32_t number(int actor, StateIndex state) const {
    return number_[actor][squeeze_[actor](state)];
  }

 private:
  void collect(std::size_t actor) {
    std::size_t place = 0;
    detail::each_part(own_[actor], [&](std::uint32_t part) {
      std::uint32_t& number = number_[actor][place++];
      if (number == 0) return;
      number = static_cast<std::uint32_t>(bits_[actor].size());
      bits_[actor].push_back(part);
    });
  }

  std::vector<std::uint32_t> own_;
  std::vector<Squeeze> squeeze_{};
  std::vector<std::vector<std::uint32_t>> number_{};  // [actor][own options, squeezed]
  std::vector<std::vector<std::uint32_t>> bits_{};
};

/// For one actor: what a state is worth to it, in a table close enough to stay at hand, and the
/// least of that where some opponents' choices are open.
class Bounds {
 public:
  Bounds(const Conflict& conflict, const Stands& stands, int actor) {
    for (int other = 0; other < conflict.actors; ++other) {
      if (other != actor && conflict.own[other] != 0) others_.push_back(other);
    }
    // who has most to choose from comes last, where places are next to each other
    std::stable_sort(others_.begin(), others_.end(), [&](int one, int other) {
      return stands.bits(one).size() < stands.bits(other).size();
    });
    for (const int other : others_) {
      count_.push_back(static_cast<std::uint32_t>(stands.bits(other).size()));
    }
    std::size_t size = stands.bits(actor).size();
    least_.emplace_back(size);
    for (const std::uint32_t count : count_) least_.emplace_back(size *= count);
    const Source source{conflict.payoff[actor], stands};
    for (std::uint32_t own = 0; own < stands.bits(actor).size(); ++own) {
      fill(source, 0, own, stands.bits(actor)[own]);
    }
  }

  std::size_t depth() const { return others_.size(); }
  int other(std::size_t depth) const { return others_[depth]; }
  /// The place of a branch that goes on with one choice of other(depth).
  std::uint32_t next(std::size_t depth, std::uint32_t place, std::uint32_t choice) const {
    return place * count_[depth] + choice;
  }
  /// The least over all choices of the others past the first `depth` of them; kNowhere: none leads
  /// to a state.
  std::uint32_t least(std::size_t depth, std::uint32_t place) const { return least_[depth][place]; }
  /// The last table, all choices made.
  const std::uint32_t* worth() const { return least_.back().data(); }

 private:
  struct Source {
    const std::vector<std::uint32_t>& payoff;
    const Stands& stands;
  };

  std::uint32_t fill(const Source& source, std::size_t depth, std::uint32_t place,
                     StateIndex code) {
    std::uint32_t least = kNowhere;
    if (depth == others_.size()) {
      const std::uint32_t payoff = source.payoff[code];
      least = payoff == 0 ? kNowhere : payoff;
    } else {
      const auto& choices = source.stands.bits(others_[depth]);
      for (std::uint32_t choice = 0; choice < choices.size(); ++choice) {
        least = std::min(
            least, fill(source, depth + 1, next(depth, place, choice), code | choices[choice]));
      }
    }
    least_[depth][place] = least;
    return least;
  }

  std::vector<int> others_{};
  std::vector<std::uint32_t> count_{};               // [depth]
  std::vector<std::vector<std::uint32_t>> least_{};  // [depth][place]
};

/// What every actor may take from some states if it stays or improves its lot, by number.
class Choices {
 public:
  Choices(const Conflict& conflict, const Stands& stands) : conflict_(conflict), stands_(stands) {}

  /// Staying comes first.
  void look_from(StateIndex state) {
    for (int actor = 0; actor < conflict_.actors; ++actor) {
      begin_.push_back(choices_.size());
      choices_.push_back(stands_.number(actor, state));
      if (conflict_.own[actor] == 0) continue;
      const auto& payoff = conflict_.payoff[actor];
      each_move(conflict_, actor, state, [&](StateIndex target) {
        if (payoff[target] > payoff[state]) choices_.push_back(stands_.number(actor, target));
      });
    }
  }

  void finish() { begin_.push_back(choices_.size()); }

  /// From the state that was looked at as the `place`-th.
  std::span<const std::uint32_t> of(std::size_t place, int actor) const {
    const std::size_t list = place * conflict_.actors + actor;
    return std::span(choices_).subspan(begin_[list], begin_[list + 1] - begin_[list]);
  }

 private:
  const Conflict& conflict_;
  const Stands& stands_;
  std::vector<std::size_t> begin_{};
  std::vector<std::uint32_t> choices_{};
};

/// Whether one actor stays at one state.
class Question {
 public:
  Question(const Bounds& bounds, const Choices& choices, std::size_t state, std::uint32_t limit)
      : bounds_(bounds), choices_(choices), state_(state), limit_(limit) {}

  bool stays(int actor) const {
    const auto improvements = choices_.of(state_, actor).subspan(1);
    return std::all_of(improvements.begin(), improvements.end(),
                       [&](std::uint32_t choice) { return is_answered(0, choice); });
  }

 private:
  /// Whether some choices of the others bring the actor down to the limit, given those of the first
  /// `depth` of them. Whole branches are passed over by what they are worth at least.
  bool is_answered(std::size_t depth, std::uint32_t place) const {
    if (bounds_.least(depth, place) > limit_) return false;
    if (depth == bounds_.depth()) return true;
    const auto open = choices_.of(state_, bounds_.other(depth));
    if (depth + 1 == bounds_.depth()) {
      const std::uint32_t* const worth = bounds_.worth() + bounds_.next(depth, place, 0);
      return std::any_of(open.begin(), open.end(),
                         [&](std::uint32_t choice) { return worth[choice] <= limit_; });
    }
    return std::any_of(open.begin(), open.end(), [&](std::uint32_t choice) {
      return is_answered(depth + 1, bounds_.next(depth, place, choice));
    });
  }

  const Bounds& bounds_;
  const Choices& choices_;
  std::size_t state_;
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

/// Of all states between two words.
class Part {
 public:
  Part(const Conflict& conflict, const Stands& stands, std::size_t first, std::size_t end)
      : conflict_(conflict),
        states_(states_between(conflict.feasible, first, end)),
        choices_(conflict, stands) {
    for (const StateIndex state : states_) choices_.look_from(state);
    choices_.finish();
  }

  void add_stable(int actor, const Bounds& bounds, StateSet& stable) const {
    for (std::size_t place = 0; place < states_.size(); ++place) {
      const std::uint32_t limit = conflict_.payoff[actor][states_[place]];
      const Question question(bounds, choices_, place, limit);
      if (question.stays(actor)) stable.add(states_[place]);
    }
  }

 private:
  const Conflict& conflict_;
  std::vector<StateIndex> states_;
  Choices choices_;
};

}  // namespace

std::vector<StateSet> simultaneous_stability(const Conflict& conflict, int threads) {
  expects(!conflict.is_graph(), "simultaneous_stability: option form");
  const Stands stands(conflict);
  std::vector<std::optional<Bounds>> bounds(conflict.actors);
  in_parallel(conflict.actors, threads,
              [&](int actor) { bounds[actor].emplace(conflict, stands, actor); });
  std::vector<StateSet> stable(conflict.actors, StateSet(conflict.places()));
  // parts write to words of their own
  const std::vector<std::size_t> cuts = cuts_of(conflict.feasible);
  in_parallel(static_cast<int>(cuts.size()) - 1, threads, [&](int task) {
    const Part part(conflict, stands, cuts[task], cuts[task + 1]);
    for (int actor = 0; actor < conflict.actors; ++actor) {
      part.add_stable(actor, *bounds[actor], stable[actor]);
    }
  });
  return stable;
}

}  // namespace detente
