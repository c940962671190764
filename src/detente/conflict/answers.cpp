#include "detente/conflict/answers.hpp"

#include <algorithm>
#include <limits>

namespace detente::detail {
namespace {

constexpr std::uint32_t kDone = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t kNowhere = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint64_t kMostSets = std::uint64_t{1} << 30;

constexpr auto kLesser = [](std::uint32_t one, std::uint32_t other) {
  return one < other ? one : other;
};

using Opponents = std::vector<const Blocks*>;

Opponents opponents_of(const Field& field, int actor) {
  Opponents others;
  for (const Blocks& blocks : field.blocks) {
    if (blocks.actor() != actor) others.push_back(&blocks);
  }
  return others;
}

void set_infeasible(const Conflict& conflict, Values& values, std::uint32_t value) {
  const auto words = conflict.feasible.words();
  for (std::size_t word = 0; word < words.size(); ++word) {
    if (words[word] == ~std::uint64_t{0}) continue;
    const std::size_t end = std::min(conflict.places(), word * 64 + 64);
    for (std::size_t state = word * 64; state < end; ++state) {
      if (!conflict.feasible.contains(static_cast<StateIndex>(state))) values[state] = value;
    }
  }
}

/// The feasible states, the lowest key first.
std::vector<StateIndex> by_key(const Conflict& conflict, const Values& key) {
  std::vector<std::uint32_t> place(*std::max_element(key.begin(), key.end()) + std::size_t{2});
  each_state(conflict.feasible, [&](StateIndex state) { ++place[key[state] + 1]; });
  for (std::size_t value = 1; value < place.size(); ++value) place[value] += place[value - 1];
  std::vector<StateIndex> order(place.back());
  each_state(conflict.feasible, [&](StateIndex state) { order[place[key[state]]++] = state; });
  return order;
}

/// Searches backwards from the states with the lowest keys: whatever can reach one of them, and has
/// no value yet, gets its key. Of every block it remembers how far it has been gone through, so
/// that each state is met once for every opponent.
class Backward {
 public:
  Backward(const Conflict& conflict, const Opponents& others, bool credible)
      : conflict_(conflict),
        others_(others),
        credible_(credible),
        least_(conflict.places()),
        open_(conflict.feasible) {
    for (const Blocks* blocks : others_) next_.emplace_back(blocks->count());
  }

  Values search(const Values& key) {
    for (const StateIndex end : by_key(conflict_, key)) {
      if (!open_.contains(end)) continue;
      reach(end, key[end]);
      while (!stack_.empty()) {
        const StateIndex target = stack_.back();
        stack_.pop_back();
        go_back_from(target, key[end]);
      }
    }
    return std::move(least_);
  }

 private:
  void reach(StateIndex state, std::uint32_t key) {
    open_.remove(state);
    least_[state] = key;
    stack_.push_back(state);
  }

  void go_back_from(StateIndex target, std::uint32_t key) {
    for (std::size_t other = 0; other < others_.size(); ++other) {
      const Blocks& blocks = *others_[other];
      blocks.each_source(target, [&](std::uint32_t base) {
        std::uint32_t& next = next_[other][blocks.number(base)];
        if (next == kDone) return;
        if (credible_) {
          take_worse(blocks, base, {target, key}, next);
        } else {
          take_all(blocks, base, key, next);
        }
      });
    }
  }

  struct Found {
    StateIndex target = 0;
    std::uint32_t key = 0;
  };

  static void advance(const Blocks& blocks, std::uint32_t& next) {
    next = (next - blocks.reversible()) & blocks.reversible();
    if (next == 0) next = kDone;
  }

  void take_worse(const Blocks& blocks, std::uint32_t base, Found found, std::uint32_t& next) {
    const auto& payoff = conflict_.payoff[blocks.actor()];
    const std::uint32_t bound = payoff[found.target];
    while (next != kDone) {
      const StateIndex state = blocks.at(base, next);
      if (payoff[state] >= bound) return;
      if (open_.contains(state)) reach(state, found.key);
      advance(blocks, next);
    }
  }

  void take_all(const Blocks& blocks, std::uint32_t base, std::uint32_t key, std::uint32_t& next) {
    for (; next != kDone; advance(blocks, next)) {
      if (open_.contains(base | next)) reach(base | next, key);
    }
  }

  const Conflict& conflict_;
  const Opponents& others_;
  bool credible_;
  Values least_;
  StateSet open_;                                   // feasible and without a value
  std::vector<std::vector<std::uint32_t>> next_{};  // [opponent][block]: place, or kDone
  std::vector<StateIndex> stack_{};
};

/// Lowers every value to the least among the states of one block that the mover likes better.
void lower_by_block(const Conflict& conflict, const Blocks& blocks, std::uint32_t from,
                    std::uint32_t to, const Values& values, Values& lowered) {
  const auto& payoff = conflict.payoff[blocks.actor()];
  const std::uint32_t all = blocks.reversible();
  std::uint32_t least = kNowhere;
  std::uint32_t better = all;
  bool more = true;
  std::uint32_t place = all;
  do {
    const StateIndex state = blocks.at(from, place);
    while (more && payoff[blocks.at(to, better)] > payoff[state]) {
      least = std::min(least, values[blocks.at(to, better)]);
      more = better != 0;
      better = (better - 1) & all;
    }
    lowered[state] = std::min(lowered[state], least);
    place = (place - 1) & all;
  } while (place != all);
}

/// The least of a value and the values that one move of the mover leads to; kNowhere where no
/// state is.
Values after_one_move(const Conflict& conflict, const Blocks& blocks, const Values& values,
                      bool credible) {
  Values lowered = values;
  if (credible) {
    blocks.each([&](std::uint32_t from) {
      blocks.each_target(from, [&](std::uint32_t to) {
        lower_by_block(conflict, blocks, from, to, values, lowered);
      });
    });
  } else {
    spread_back(conflict, blocks.actor(), lowered, kLesser);
  }
  set_infeasible(conflict, lowered, kNowhere);
  return lowered;
}

void lower(Values& values, const Values& by) {
  std::transform(values.begin(), values.end(), by.begin(), values.begin(), kLesser);
}

/// One set of opponents after the other: the first mover of a set, then the rest of it.
Values least_once(const Conflict& conflict, const Opponents& others, const Values& key,
                  bool credible) {
  std::vector<Values> least(std::size_t{1} << others.size());
  least[0] = key;
  for (std::size_t set = 1; set < least.size(); ++set) {
    least[set] = key;
    for (std::size_t other = 0; other < others.size(); ++other) {
      const std::size_t bit = std::size_t{1} << other;
      if ((set & bit) == 0) continue;
      lower(least[set], after_one_move(conflict, *others[other], least[set ^ bit], credible));
    }
  }
  return std::move(least.back());
}

Values least_direct(const Conflict& conflict, const Opponents& others, const Values& key,
                    bool credible) {
  Values least = key;
  for (const Blocks* other : others) {
    lower(least, after_one_move(conflict, *other, key, credible));
  }
  return least;
}

}  // namespace

std::optional<Values> least_answer(const Field& field, int actor, const Values& key,
                                   Sanctions sanctions, bool credible) {
  const Conflict& conflict = *field.conflict;
  const Opponents others = opponents_of(field, actor);
  const bool all_feasible = conflict.feasible.count() == conflict.places();
  if (sanctions == Sanctions::legal && (credible || !all_feasible) && others.size() > 1) {
    return Backward(conflict, others, credible).search(key);
  }
  if (sanctions == Sanctions::once &&
      (others.size() > 30 || (conflict.places() << others.size()) > kMostSets)) {
    return {};
  }
  Values least = key;
  set_infeasible(conflict, least, kNowhere);
  if (sanctions == Sanctions::once && others.size() > 1) {
    least = least_once(conflict, others, least, credible);
  } else if (sanctions == Sanctions::legal && others.size() > 1) {
    // every option of the others on its own
    for (const Blocks* other : others) spread_back(conflict, other->actor(), least, kLesser);
  } else {
    least = least_direct(conflict, others, least, credible);
  }
  set_infeasible(conflict, least, 0);
  return least;
}

}  // namespace detente::detail
