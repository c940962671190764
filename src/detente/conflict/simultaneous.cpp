#include <algorithm>
#include <limits>

#include "detente/conflict/blocks.hpp"
#include "detente/conflict/propagation.hpp"
#include "detente/core/contract.hpp"
#include "detente/core/parallel.hpp"

namespace detente {
namespace {

using detail::Squeeze;

constexpr std::uint32_t kNowhere = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t kTaskWords = 32;  // of 64 states each

/// For one actor: the least that a state is worth to it where some opponents' choices are open.
class Bounds {
 public:
  Bounds(const Conflict& conflict, int actor) : payoff_(&conflict.payoff[actor]) {
    std::uint32_t settled = conflict.own[actor];
    squeeze_.emplace_back(settled);
    std::vector<std::uint32_t> masks{settled};
    for (int other = 0; other < conflict.actors; ++other) {
      if (other != actor && conflict.own[other] != 0) others_.push_back(other);
    }
    // low bits vary fastest, so that neighbouring places are looked at one after the other
    std::sort(others_.begin(), others_.end(), [&](int one, int other) {
      return std::countr_zero(conflict.own[one]) > std::countr_zero(conflict.own[other]);
    });
    for (const int other : others_) {
      settled |= conflict.own[other];
      squeeze_.emplace_back(settled);
      masks.push_back(settled);
    }
    least_.resize(others_.size());
    for (std::size_t depth = others_.size(); depth-- > 0;) fill(depth, masks);
  }

  const std::vector<int>& others() const { return others_; }

  /// The least over all choices of the others past the first `depth`; kNowhere: no state is there.
  std::uint32_t least(std::size_t depth, std::uint32_t code) const {
    return depth == others_.size() ? worth(code) : least_[depth][squeeze_[depth](code)];
  }

 private:
  std::uint32_t worth(std::uint32_t code) const {
    const std::uint32_t payoff = (*payoff_)[code];
    return payoff == 0 ? kNowhere : payoff;
  }

  void fill(std::size_t depth, const std::vector<std::uint32_t>& masks) {
    auto& level = least_[depth];
    level.assign(std::size_t{1} << std::popcount(masks[depth]), kNowhere);
    detail::each_part(masks[depth + 1], [&](std::uint32_t code) {
      std::uint32_t& place = level[squeeze_[depth](code)];
      place = std::min(place, least(depth + 1, code));
    });
  }

  const std::vector<std::uint32_t>* payoff_;
  std::vector<int> others_{};
  std::vector<Squeeze> squeeze_{};                   // [depth]
  std::vector<std::vector<std::uint32_t>> least_{};  // [depth][squeezed code]
};

/// Which of its options every actor may take if it stays or improves its lot: its own bits.
class Choices {
 public:
  explicit Choices(const Conflict& conflict) : conflict_(&conflict), bits_(conflict.actors) {}

  /// Staying comes first.
  void look_from(StateIndex state) {
    for (int actor = 0; actor < conflict_->actors; ++actor) {
      const auto& payoff = conflict_->payoff[actor];
      const std::uint32_t own = conflict_->own[actor];
      bits_[actor].assign(1, state & own);
      if (own == 0) continue;
      each_move(*conflict_, actor, state, [&](StateIndex target) {
        if (payoff[target] > payoff[state]) bits_[actor].push_back(target & own);
      });
    }
  }

  const std::vector<std::uint32_t>& of(int actor) const { return bits_[actor]; }

 private:
  const Conflict* conflict_;
  std::vector<std::vector<std::uint32_t>> bits_;
};

/// Whether some choices of the others bring the actor down to `limit`, given those of the first
/// `depth` of them in `code`. Whole branches are passed over by what they are worth at least.
bool is_answered(const Bounds& bounds, const Choices& choices, std::size_t depth,
                 std::uint32_t code, std::uint32_t limit) {
  if (bounds.least(depth, code) > limit) return false;
  if (depth == bounds.others().size()) return true;
  const auto& bits = choices.of(bounds.others()[depth]);
  return std::any_of(bits.begin(), bits.end(), [&](std::uint32_t chosen) {
    return is_answered(bounds, choices, depth + 1, code | chosen, limit);
  });
}

bool is_stable(const Bounds& bounds, const Choices& choices, int actor, std::uint32_t limit) {
  const auto& improvements = choices.of(actor);
  return std::all_of(improvements.begin() + 1, improvements.end(), [&](std::uint32_t chosen) {
    return is_answered(bounds, choices, 0, chosen, limit);
  });
}

}  // namespace

std::vector<StateSet> simultaneous_stability(const Conflict& conflict, int threads) {
  expects(!conflict.is_graph(), "simultaneous_stability: option form");
  std::vector<Bounds> bounds;
  bounds.reserve(conflict.actors);
  for (int actor = 0; actor < conflict.actors; ++actor) bounds.emplace_back(conflict, actor);
  std::vector<StateSet> stable(conflict.actors, StateSet(conflict.places()));
  const auto words = conflict.feasible.words();
  // tasks write to words of their own
  const auto tasks = static_cast<int>((words.size() + kTaskWords - 1) / kTaskWords);
  in_parallel(tasks, threads, [&](int task) {
    Choices choices(conflict);
    const std::size_t first = task * kTaskWords;
    const std::size_t end = std::min(words.size(), first + kTaskWords);
    for (std::size_t word = first; word < end; ++word) {
      for (std::uint64_t rest = words[word]; rest != 0; rest &= rest - 1) {
        const auto state = static_cast<StateIndex>(word * 64 + std::countr_zero(rest));
        choices.look_from(state);
        for (int actor = 0; actor < conflict.actors; ++actor) {
          if (is_stable(bounds[actor], choices, actor, conflict.payoff[actor][state])) {
            stable[actor].add(state);
          }
        }
      }
    }
  });
  return stable;
}

}  // namespace detente
