#include "detente/conflict/answers.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "detente/core/parallel.hpp"

namespace detente::detail {
namespace {

constexpr std::uint32_t kNowhere = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint64_t kMostSets = std::uint64_t{1} << 30;
constexpr std::size_t kAhead = 8;

using Numbers = std::span<const std::uint32_t>;

/// Numbers among the movers.
using Opponents = std::vector<std::size_t>;

Opponents opponents_of(const Field& field, int actor) {
  Opponents others;
  for (std::size_t mover = 0; mover < field.blocks().size(); ++mover) {
    if (field.blocks()[mover].actor() != actor) others.push_back(mover);
  }
  return others;
}

/// The blocks of an actor's opponents, joined where a state lies in both. Where the opponents can
/// take back whatever they do, they lead from a state to all that lie in blocks of its group, and
/// nowhere else.
class Groups {
 public:
  Groups(const Field& field, const Opponents& others) : field_(field), others_(others) {
    std::uint32_t blocks = 0;
    for (const std::size_t mover : others) {
      first_.push_back(blocks);
      blocks += field.blocks()[mover].count();
    }
    joined_.resize(blocks);
    std::iota(joined_.begin(), joined_.end(), 0U);
    for (std::uint32_t number = 0; number < field.numbering().count(); ++number) join(number);
  }

  /// For every state the least key of its group.
  Values least(const Values& key) {
    Values of_group(joined_.size(), kNowhere);
    Values least(key.size());
    for (std::uint32_t number = 0; number < key.size(); ++number) {
      const std::uint32_t group = top_of(block_of(number, 0));
      least[number] = group;
      of_group[group] = std::min(of_group[group], key[number]);
    }
    for (std::uint32_t& one : least) one = of_group[one];
    return least;
  }

 private:
  std::uint32_t block_of(std::uint32_t number, std::size_t other) const {
    return first_[other] + field_.seats(number)[others_[other]].block;
  }

  void join(std::uint32_t number) {
    std::uint32_t top = top_of(block_of(number, 0));
    for (std::size_t other = 1; other < others_.size(); ++other) {
      const std::uint32_t next = top_of(block_of(number, other));
      joined_[std::max(top, next)] = std::min(top, next);
      top = std::min(top, next);
    }
  }

  /// Makes the way there shorter as it goes.
  std::uint32_t top_of(std::uint32_t block) {
    while (joined_[block] != block) block = joined_[block] = joined_[joined_[block]];
    return block;
  }

  const Field& field_;
  const Opponents& others_;
  Values first_{};   // by opponent: the number of its first block
  Values joined_{};  // [block]: another of its group with a lower number, or itself
};

/// Searches backwards from the states with the lowest keys: whatever can reach one of them, and has
/// no value yet, gets its key. Of every block it remembers how far it has been gone through, so
/// that each state is met once for every opponent.
class Backward {
 public:
  Backward(const Field& field, const Opponents& others, bool credible)
      : field_(field),
        credible_(credible),
        least_(field.numbering().count()),
        open_((least_.size() + 63) / 64, ~std::uint64_t{0}),
        queue_(least_.size() + 1) {
    others_.reserve(others.size());
    for (const std::size_t mover : others) {
      const Blocks& blocks = field_.blocks()[mover];
      Opponent& other = others_.emplace_back(Opponent{&blocks, mover, {}});
      other.next.reserve(blocks.count());
      for (std::uint32_t block = 0; block < blocks.count(); ++block) {
        other.next.push_back(blocks.begin(block));
      }
    }
  }

  Values search(const Values& key) {
    const Values order = ascending(key);
    std::size_t head = 0;
    for (const std::uint32_t end : order) {
      reach(end, key[end]);
      while (head < tail_) {
        if (head + kAhead < tail_) fetch_early(field_.seats(queue_[head + kAhead]));
        go_back_from(queue_[head++], key[end]);
      }
    }
    return std::move(least_);
  }

 private:
  struct Opponent {
    const Blocks* blocks = nullptr;
    std::size_t mover = 0;
    std::vector<std::uint32_t> next{};  // [block]: place in the list
  };

  /// Gives a state its value unless it has one; without branches, for nobody can guess which.
  void reach(std::uint32_t number, std::uint32_t key) {
    std::uint64_t& word = open_[number >> 6];
    const std::uint64_t is_open = word >> (number & 63U) & 1U;
    word &= ~(std::uint64_t{1} << (number & 63U));
    queue_[tail_] = number;
    tail_ += is_open;
    least_[number] = is_open != 0 ? key : least_[number];
  }

  void go_back_from(std::uint32_t target, std::uint32_t key) {
    const Seat* const seats = field_.seats(target);
    for (Opponent& other : others_) {
      if (other.blocks->has_one_way()) {
        go_back_far(other, target, key);
        continue;
      }
      const Seat seat = seats[other.mover];
      const std::uint32_t end = credible_ ? seat.worse : other.blocks->end(seat.block);
      std::uint32_t& next = other.next[seat.block];
      for (; next < end; ++next) reach(other.blocks->at(next), key);
    }
  }

  /// Over blocks between which there is a way to here only.
  void go_back_far(Opponent& other, std::uint32_t target, std::uint32_t key) {
    const Blocks& blocks = *other.blocks;
    const Numbers payoff = field_.payoff(blocks.actor());
    blocks.each_source(field_.numbering().code_of(target), [&](std::uint32_t block) {
      std::uint32_t& next = other.next[block];
      for (; next < blocks.end(block); ++next) {
        if (credible_ && payoff[blocks.at(next)] >= payoff[target]) return;
        reach(blocks.at(next), key);
      }
    });
  }

  const Field& field_;
  bool credible_;
  std::vector<Opponent> others_{};
  Values least_;
  std::vector<std::uint64_t> open_;  // by number, one bit each: without a value
  Values queue_;                     // one more than states, see reach()
  std::size_t tail_ = 0;
};

/// Lowers the values of one block to the least among the states of another, or
/// among those of them that the mover likes better.
void lower_by_block(Numbers from, Numbers to, const Values& values, Values& lowered) {
  std::uint32_t least = kNowhere;
  for (const std::uint32_t number : to) least = std::min(least, values[number]);
  for (const std::uint32_t number : from) lowered[number] = std::min(lowered[number], least);
}

void lower_by_better(Numbers payoff, std::pair<Numbers, Numbers> way, const Values& values,
                     Values& lowered) {
  const auto& [from, to] = way;
  std::uint32_t least = kNowhere;
  std::size_t better = to.size();
  for (std::size_t place = from.size(); place-- > 0;) {
    const std::uint32_t number = from[place];
    while (better > 0 && payoff[to[better - 1]] > payoff[number]) {
      least = std::min(least, values[to[--better]]);
    }
    lowered[number] = std::min(lowered[number], least);
  }
}

/// The least of a value and the values that one move of the mover leads to.
Values after_one_move(const Field& field, std::size_t mover, const Values& values, bool credible) {
  const Blocks& blocks = field.blocks()[mover];
  const Numbers payoff = field.payoff(blocks.actor());
  Values lowered = values;
  blocks.each_way([&](Numbers from, Numbers to) {
    if (credible) {
      lower_by_better(payoff, {from, to}, values, lowered);
    } else {
      lower_by_block(from, to, values, lowered);
    }
  });
  return lowered;
}

void lower(Values& values, const Values& by) {
  for (std::size_t number = 0; number < values.size(); ++number) {
    values[number] = std::min(values[number], by[number]);
  }
}

/// One set of opponents after the other: the first mover of a set, then the
/// rest of it.
Values least_once(const Field& field, const Opponents& others, const Values& key, bool credible) {
  std::vector<Values> least(std::size_t{1} << others.size(), key);
  for (std::size_t set = 1; set < least.size(); ++set) {
    for (std::size_t other = 0; other < others.size(); ++other) {
      const std::size_t bit = std::size_t{1} << other;
      if ((set & bit) == 0) continue;
      lower(least[set], after_one_move(field, others[other], least[set ^ bit], credible));
    }
  }
  return std::move(least.back());
}

Values least_direct(const Field& field, const Opponents& others, const Values& key, bool credible) {
  Values least = key;
  for (const std::size_t other : others) {
    lower(least, after_one_move(field, other, key, credible));
  }
  return least;
}

/// Where every state is feasible, the others' options move one by one, in any
/// order.
Values least_of_all(const Field& field, const Opponents& others, const Values& key) {
  Values least = key;
  for (const std::size_t other : others) least = after_one_move(field, other, least, false);
  return least;
}

}  // namespace

Field::Field(const Conflict& conflict, bool with_seats, int threads)
    : conflict_(&conflict), numbering_(conflict.feasible) {
  if (numbering_.count() != conflict.places()) number_payoffs();
  for (int actor = 0; actor < conflict.actors; ++actor) {
    if (conflict.own[actor] != 0) blocks_.emplace_back(conflict, actor);
  }
  if (with_seats) seats_.resize(numbering_.count() * blocks_.size());
  in_parallel(static_cast<int>(blocks_.size()), threads, [&](int mover) {
    blocks_[mover].list(conflict, numbering_, payoff(blocks_[mover].actor()));
    if (with_seats) fill_seats(static_cast<std::size_t>(mover));
  });
}

void Field::number_payoffs() {
  for (const Values& by_code : conflict_->payoff) {
    Values& by_number = payoff_.emplace_back();
    by_number.reserve(numbering_.count());
    each_state(conflict_->feasible, [&](StateIndex state) { by_number.push_back(by_code[state]); });
  }
}

void Field::fill_seats(std::size_t mover) {
  const Blocks& blocks = blocks_[mover];
  const Numbers worth = payoff(blocks.actor());
  for (std::uint32_t block = 0; block < blocks.count(); ++block) {
    std::uint32_t worse = blocks.begin(block);
    for (std::uint32_t place = worse; place < blocks.end(block); ++place) {
      const std::uint32_t number = blocks.at(place);
      if (worth[number] != worth[blocks.at(worse)]) worse = place;
      seats_[number * blocks_.size() + mover] = {block, worse};
    }
  }
}

bool needs_seats(const Conflict& conflict, Sanctions sanctions, bool credible) {
  const auto movers = std::count_if(conflict.own.begin(), conflict.own.end(),
                                    [](std::uint32_t own) { return own != 0; });
  return sanctions == Sanctions::legal && movers > 2 &&
         (credible || conflict.feasible.count() != conflict.places());
}

std::optional<Values> least_answer(const Field& field, int actor, const Values& key,
                                   Sanctions sanctions, bool credible) {
  const Opponents others = opponents_of(field, actor);
  if (needs_seats(field.conflict(), sanctions, credible)) {
    const bool may_go_back = std::none_of(others.begin(), others.end(), [&](std::size_t mover) {
      return field.blocks()[mover].has_one_way();
    });
    if (!credible && may_go_back) return Groups(field, others).least(key);
    return Backward(field, others, credible).search(key);
  }
  if (sanctions == Sanctions::once) {
    const std::uint64_t states = key.size();
    if (others.size() > 30 || (states << others.size()) > kMostSets) return {};
    return least_once(field, others, key, credible);
  }
  // one opponent moves once, whatever the rule
  if (sanctions == Sanctions::direct || credible || others.size() < 2) {
    return least_direct(field, others, key, credible);
  }
  return least_of_all(field, others, key);
}

}  // namespace detente::detail
