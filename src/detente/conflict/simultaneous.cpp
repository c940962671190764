#include <algorithm>
#include <bit>
#include <span>

#include "detente/conflict/answers.hpp"
#include "detente/conflict/propagation.hpp"
#include "detente/core/contract.hpp"
#include "detente/core/parallel.hpp"

namespace detente {
namespace {

using detail::Blocks;
using detail::Field;
using detail::Squeeze;

using Numbers = std::span<const std::uint32_t>;
using Words = std::span<const std::uint64_t>;

constexpr std::uint32_t kWordBits = 64;
// of what everybody may choose, so much is kept at a time: 64 MB
constexpr std::size_t kMostWords = std::size_t{1} << 23U;

constexpr std::size_t kAhead = 16;

std::size_t words_for(std::uint32_t bits) {
  return (bits + kWordBits - 1) / kWordBits;
}

void set_bit(std::uint64_t* words, std::uint32_t bit) {
  words[bit / kWordBits] |= std::uint64_t{1} << bit % kWordBits;
}

/// Whether test(bit) holds for some bit of a word.
template <typename Test>
bool any_bit(std::uint64_t word, const Test& test) {
  for (; word != 0; word &= word - 1) {
    if (test(static_cast<std::uint32_t>(std::countr_zero(word)))) return true;
  }
  return false;
}

/// The ways in which every actor's own options stand in some feasible state, numbered from 0.
class Stands {
 public:
  explicit Stands(const Field& field)
      : actors_(static_cast<std::size_t>(field.conflict().actors)),
        stand_(field.numbering().count() * actors_) {
    for (std::size_t actor = 0; actor < actors_; ++actor) {
      number(field.numbering(), field.conflict().own[actor], actor);
    }
  }

  std::uint32_t count(int actor) const { return count_[actor]; }
  std::uint32_t of(int actor, std::uint32_t state) const { return stand_[state * actors_ + actor]; }
  void fetch_early(std::uint32_t state) const { detail::fetch_early(&stand_[state * actors_]); }

 private:
  void number(const detail::Numbering& states, std::uint32_t own, std::size_t actor) {
    const Squeeze squeeze(own);
    std::vector<std::uint32_t> numbers(std::size_t{1} << std::popcount(own));
    std::uint32_t count = 0;
    for (std::uint32_t state = 0; state < states.count(); ++state) {
      std::uint32_t& number = numbers[squeeze(states.code_of(state))];
      if (number == 0) number = ++count;
      stand_[state * actors_ + actor] = number - 1;
    }
    count_.push_back(count);
  }

  std::size_t actors_;
  std::vector<std::uint32_t> stand_;  // [state * actors + actor]
  std::vector<std::uint32_t> count_{};
};

/// From some states with numbers in a row: what every actor may take if it stays or improves its
/// lot, one bit for each of its stands.
class Choices {
 public:
  Choices(const Field& field, const Stands& stands) : field_(field), stands_(stands) {
    for (int actor = 0; actor < field.conflict().actors; ++actor) {
      offset_.push_back(stride_);
      stride_ += words_for(stands.count(actor));
    }
  }

  /// How many states it can look from at a time.
  std::uint32_t most_states() const {
    const std::size_t states =
        std::max<std::size_t>(1, kMostWords / std::max<std::size_t>(1, stride_));
    return static_cast<std::uint32_t>(std::min<std::size_t>(states, field_.numbering().count()));
  }

  void look_from(std::uint32_t first, std::uint32_t end) {
    first_ = first;
    end_ = end;
    words_.assign((end - first) * stride_, 0);
    for (std::uint32_t state = first; state < end; ++state) {
      for (int actor = 0; actor < field_.conflict().actors; ++actor) {
        set_bit(row(actor, state), stands_.of(actor, state));
      }
    }
    for (const Blocks& blocks : field_.blocks()) {
      blocks.each_way([&](Numbers from, Numbers to) { add_better(blocks.actor(), from, to); });
    }
  }

  void fetch_early(std::uint32_t state) const {
    if (has(state)) detail::fetch_early(&words_[(state - first_) * stride_]);
  }
  bool has(std::uint32_t state) const { return first_ <= state && state < end_; }
  Words of(int actor, std::uint32_t state) const {
    return Words(words_).subspan((state - first_) * stride_ + offset_[actor],
                                 words_for(stands_.count(actor)));
  }

 private:
  std::uint64_t* row(int actor, std::uint32_t state) {
    return words_.data() + (state - first_) * stride_ + offset_[actor];
  }

  /// Both from the worst to the best.
  void add_better(int actor, Numbers from, Numbers to) {
    const Numbers payoff = field_.payoff(actor);
    better_.assign(words_for(stands_.count(actor)), 0);
    std::size_t rest = to.size();
    for (std::size_t place = from.size(); place-- > 0;) {
      const std::uint32_t state = from[place];
      while (rest > 0 && payoff[to[rest - 1]] > payoff[state]) {
        set_bit(better_.data(), stands_.of(actor, to[--rest]));
      }
      if (!has(state)) continue;
      std::uint64_t* const chosen = row(actor, state);
      for (std::size_t word = 0; word < better_.size(); ++word) chosen[word] |= better_[word];
    }
  }

  const Field& field_;
  const Stands& stands_;
  std::size_t stride_ = 0;
  std::vector<std::size_t> offset_{};  // [actor]
  std::uint32_t first_ = 0;
  std::uint32_t end_ = 0;
  std::vector<std::uint64_t> words_{};   // [state, actor]
  std::vector<std::uint64_t> better_{};  // kept for its room
};

/// Some opponents whose stands together have room in a word, or one that has more of them.
struct Level {
  std::vector<int> members{};
  std::uint32_t count = 1;               ///< Of their stands together.
  std::vector<std::uint64_t> reached{};  ///< [place, words of the count]
  std::vector<std::uint64_t> open{};     ///< What they may choose from the state asked about.

  bool takes(std::uint32_t stands) const { return count * std::uint64_t{stands} <= kWordBits; }
};

std::vector<Level> levels_of(const Field& field, const Stands& stands, int actor) {
  std::vector<int> others;
  for (const Blocks& blocks : field.blocks()) {
    if (blocks.actor() != actor) others.push_back(blocks.actor());
  }
  std::stable_sort(others.begin(), others.end(),
                   [&](int one, int other) { return stands.count(one) > stands.count(other); });
  std::vector<Level> levels;
  for (const int other : others) {
    if (levels.empty() || !levels.back().takes(stands.count(other))) levels.emplace_back();
    levels.back().members.push_back(other);
    levels.back().count *= stands.count(other);
  }
  // who has most to choose from comes last, where a word answers for all of it
  std::stable_sort(levels.begin(), levels.end(),
                   [](const Level& one, const Level& other) { return one.count < other.count; });
  return levels;
}

/// The states that are worth at most so much to an actor, as a tree: its own stand, then those of
/// its opponents level by level, with a bit for every branch that holds any.
class Bad {
 public:
  Bad(const Field& field, const Stands& stands, int actor)
      : stands_(stands), actor_(actor), levels_(levels_of(field, stands, actor)) {
    std::size_t places = stands.count(actor);
    for (Level& level : levels_) {
      level.reached.resize(places * words_for(level.count));
      level.open.resize(words_for(level.count));
      places *= level.count;
    }
  }

  void add(std::uint32_t state) {
    std::size_t place = stands_.of(actor_, state);
    for (Level& level : levels_) {
      std::uint32_t stand = 0;
      for (const int other : level.members) {
        stand = stand * stands_.count(other) + stands_.of(other, state);
      }
      set_bit(&level.reached[place * level.open.size()], stand);
      place = place * level.count + stand;
    }
  }

  /// Whether the opponents' choices can meet every improvement of the actor.
  bool meets(const Choices& choices, std::uint32_t state) {
    const std::uint32_t stays = stands_.of(actor_, state);
    const Words own = choices.of(actor_, state);
    bool looked = false;
    for (std::size_t word = 0; word < own.size(); ++word) {
      std::uint64_t improvements = own[word];
      if (word == stays / kWordBits) improvements &= ~(std::uint64_t{1} << stays % kWordBits);
      if (improvements == 0) continue;
      if (!looked) open_levels(choices, state);
      looked = true;
      const std::size_t first = word * kWordBits;
      if (any_bit(improvements, [&](std::uint32_t bit) { return !holds_any(0, first + bit); })) {
        return false;
      }
    }
    return true;
  }

 private:
  void open_levels(const Choices& choices, std::uint32_t state) {
    for (Level& level : levels_) {
      const Words first = choices.of(level.members.front(), state);
      std::copy(first.begin(), first.end(), level.open.begin());
      std::uint32_t count = stands_.count(level.members.front());
      for (std::size_t member = 1; member < level.members.size(); ++member) {
        const int other = level.members[member];
        const std::uint64_t chosen = choices.of(other, state).front();
        level.open.front() = together({level.open.front(), count}, chosen, stands_.count(other));
        count *= stands_.count(other);
      }
    }
  }

  struct Chosen {
    std::uint64_t bits = 0;
    std::uint32_t count = 0;
  };

  /// Every choice of one with every choice of another that has so many stands. Without branches:
  /// nobody can guess what is chosen.
  static std::uint64_t together(Chosen one, std::uint64_t other, std::uint32_t stands) {
    std::uint64_t both = 0;
    for (std::uint32_t bit = 0; bit < one.count; ++bit) {
      const std::uint64_t all_if_set = -(one.bits >> bit & 1U);
      both |= (other << bit * stands) & all_if_set;
    }
    return both;
  }

  bool holds_any(std::size_t depth, std::size_t place) const {
    if (depth == levels_.size()) return false;  // nobody to answer
    const Level& level = levels_[depth];
    const std::uint64_t* const reached = &level.reached[place * level.open.size()];
    for (std::size_t word = 0; word < level.open.size(); ++word) {
      const std::uint64_t open = level.open[word] & reached[word];
      if (open == 0) continue;
      if (depth + 1 == levels_.size()) return true;
      const std::size_t first = place * level.count + word * kWordBits;
      if (any_bit(open, [&](std::uint32_t bit) { return holds_any(depth + 1, first + bit); })) {
        return true;
      }
    }
    return false;
  }

  const Stands& stands_;
  int actor_;
  std::vector<Level> levels_;
};

/// One actor at the states that the choices are of, the worst first.
void add_stable(const Field& field, const Stands& stands, const Choices& choices, int actor,
                StateSet& stable) {
  const Numbers payoff = field.payoff(actor);
  const std::vector<std::uint32_t> order = detail::ascending(payoff);
  const auto fetch_early = [&](std::size_t place) {
    if (place >= order.size()) return;
    stands.fetch_early(order[place]);
    choices.fetch_early(order[place]);
  };
  Bad bad(field, stands, actor);
  for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
    for (; end < order.size() && payoff[order[end]] == payoff[order[begin]]; ++end) {
      fetch_early(end + kAhead);
      bad.add(order[end]);
    }
    for (std::size_t place = begin; place < end; ++place) {
      const std::uint32_t state = order[place];
      if (!choices.has(state) || !bad.meets(choices, state)) continue;
      stable.add(field.numbering().code_of(state));
    }
  }
}

}  // namespace

std::vector<StateSet> simultaneous_stability(const Conflict& conflict, int threads) {
  expects(!conflict.is_graph(), "simultaneous_stability: option form");
  const Field field(conflict, false, threads);
  const Stands stands(field);
  std::vector<StateSet> stable(conflict.actors, StateSet(conflict.places()));
  Choices choices(field, stands);
  const std::uint32_t count = field.numbering().count();
  for (std::uint32_t first = 0; first < count; first += choices.most_states()) {
    choices.look_from(first, std::min(count, first + choices.most_states()));
    in_parallel(conflict.actors, threads,
                [&](int actor) { add_stable(field, stands, choices, actor, stable[actor]); });
  }
  return stable;
}

}  // namespace detente
