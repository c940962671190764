#include "detente/conflict/answers.hpp"

#include <algorithm>
#include <limits>

namespace detente::detail {
namespace {

constexpr std::uint32_t kNowhere = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint64_t kMostSets = std::uint64_t{1} << 30;

constexpr auto kLesser = [](std::uint32_t one, std::uint32_t other) {
  return one < other ? one : other;
};

constexpr std::size_t kAhead = 8;

/// Numbers among the movers.
using Opponents = std::vector<std::size_t>;

Opponents opponents_of(const Field& field, int actor) {
  Opponents others;
  for (std::size_t mover = 0; mover < field.blocks.size(); ++mover) {
    if (field.blocks[mover].actor() != actor) others.push_back(mover);
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
  Backward(const Field& field, const Opponents& others, bool credible)
      : field_(field),
        others_(others),
        credible_(credible),
        least_(field.conflict->places()),
        open_(field.conflict->feasible) {
    next_.resize(others_.size());
    for (std::size_t other = 0; other < others_.size(); ++other) {
      const Blocks& blocks = field_.blocks[others_[other]];
      next_[other].resize(blocks.count());
      for (std::uint32_t block = 0; block < blocks.count(); ++block) {
        next_[other][block] = blocks.begin(block);
      }
    }
  }

  Values search(const Values& key) {
    const std::vector<StateIndex> order = by_key(*field_.conflict, key);
    queue_.reserve(order.size());
    std::size_t head = 0;
    for (const StateIndex end : order) {
      if (open_.contains(end)) reach(end, key[end]);
      while (head < queue_.size()) {
        fetch_early(head + kAhead);
        go_back_from(queue_[head++], key[end]);
      }
    }
    return std::move(least_);
  }

 private:
  /// The seats of a state that comes later: they are far apart.
  void fetch_early(std::size_t place) const {
#ifdef __GNUC__
    if (place >= queue_.size()) return;
    const Seat* const seats = &field_.seats[queue_[place] * field_.blocks.size()];
    __builtin_prefetch(seats);
    __builtin_prefetch(seats + field_.blocks.size() - 1);
#endif
  }

  void reach(StateIndex state, std::uint32_t key) {
    open_.remove(state);
    least_[state] = key;
    queue_.push_back(state);
  }

  void go_back_from(StateIndex target, std::uint32_t key) {
    const Seat* const seats = &field_.seats[target * field_.blocks.size()];
    for (std::size_t other = 0; other < others_.size(); ++other) {
      const Blocks& blocks = field_.blocks[others_[other]];
      if (blocks.has_one_way()) {
        go_back_far(other, target, key);
        continue;
      }
      const Seat seat = seats[others_[other]];
      const std::uint32_t end = credible_ ? seat.worse : blocks.end(seat.block);
      take(blocks, next_[other][seat.block], end, key);
    }
  }

  /// Over blocks between which there is a way to here only.
  void go_back_far(std::size_t other, StateIndex target, std::uint32_t key) {
    const Blocks& blocks = field_.blocks[others_[other]];
    const auto& payoff = field_.conflict->payoff[blocks.actor()];
    blocks.each_source(target, [&](std::uint32_t block) {
      std::uint32_t& next = next_[other][block];
      std::uint32_t end = credible_ ? next : blocks.end(block);
      while (end < blocks.end(block) && payoff[blocks.at(end)] < payoff[target]) ++end;
      take(blocks, next, end, key);
    });
  }

  void take(const Blocks& blocks, std::uint32_t& next, std::uint32_t end, std::uint32_t key) {
    for (; next < end; ++next) {
      const StateIndex state = blocks.at(next);
      if (open_.contains(state)) reach(state, key);
    }
  }

  const Field& field_;
  const Opponents& others_;
  bool credible_;
  Values least_;
  StateSet open_;                                   // feasible and without a value
  std::vector<std::vector<std::uint32_t>> next_{};  // [opponent][block]: place in the list
  std::vector<StateIndex> queue_{};
};

/// Lowers the values of one block to the least among the states of another that the mover likes
/// better.
void lower_by_block(const Values& payoff, std::span<const StateIndex> from,
                    std::span<const StateIndex> to, const Values& values, Values& lowered) {
  std::uint32_t least = kNowhere;
  std::size_t better = to.size();
  for (std::size_t place = from.size(); place-- > 0;) {
    const StateIndex state = from[place];
    while (better > 0 && payoff[to[better - 1]] > payoff[state]) {
      least = std::min(least, values[to[--better]]);
    }
    lowered[state] = std::min(lowered[state], least);
  }
}

/// The least of a value and the values that one move of the mover leads to; kNowhere where no
/// state is.
Values after_one_move(const Conflict& conflict, const Blocks& blocks, const Values& values,
                      bool credible) {
  const auto& payoff = conflict.payoff[blocks.actor()];
  Values lowered = values;
  if (credible) {
    blocks.each_way([&](std::span<const StateIndex> from, std::span<const StateIndex> to) {
      lower_by_block(payoff, from, to, values, lowered);
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
Values least_once(const Field& field, const Opponents& others, const Values& key, bool credible) {
  std::vector<Values> least(std::size_t{1} << others.size());
  least[0] = key;
  for (std::size_t set = 1; set < least.size(); ++set) {
    least[set] = key;
    for (std::size_t other = 0; other < others.size(); ++other) {
      const std::size_t bit = std::size_t{1} << other;
      if ((set & bit) == 0) continue;
      lower(least[set], after_one_move(*field.conflict, field.blocks[others[other]],
                                       least[set ^ bit], credible));
    }
  }
  return std::move(least.back());
}

Values least_direct(const Field& field, const Opponents& others, const Values& key, bool credible) {
  Values least = key;
  for (const std::size_t other : others) {
    lower(least, after_one_move(*field.conflict, field.blocks[other], key, credible));
  }
  return least;
}

}  // namespace

bool needs_seats(const Conflict& conflict, Sanctions sanctions, bool credible) {
  const auto movers = std::count_if(conflict.own.begin(), conflict.own.end(),
                                    [](std::uint32_t own) { return own != 0; });
  // where every state is feasible, every option of the others moves on its own
  return sanctions == Sanctions::legal && movers > 2 &&
         (credible || conflict.feasible.count() != conflict.places());
}

std::optional<Values> least_answer(const Field& field, int actor, const Values& key,
                                   Sanctions sanctions, bool credible) {
  const Conflict& conflict = *field.conflict;
  const Opponents others = opponents_of(field, actor);
  if (needs_seats(conflict, sanctions, credible)) {
    return Backward(field, others, credible).search(key);
  }
  if (sanctions == Sanctions::once &&
      (others.size() > 30 || (conflict.places() << others.size()) > kMostSets)) {
    return {};
  }
  Values least = key;
  set_infeasible(conflict, least, kNowhere);
  if (sanctions == Sanctions::once) {
    least = least_once(field, others, least, credible);
  } else if (sanctions == Sanctions::legal && !credible) {
    for (const std::size_t other : others) {
      spread_back(conflict, field.blocks[other].actor(), least, kLesser);
    }
  } else {
    least = least_direct(field, others, least, credible);
  }
  set_infeasible(conflict, least, 0);
  return least;
}

}  // namespace detente::detail
