#pragma once

#include <cstdint>
#include <vector>

#include "detente/conflict/paths.hpp"
#include "detente/conflict/stability.hpp"

namespace detente {

/// Who moves in a search of sequences, and how.
struct SequenceRule {
  Sanctions sanctions = Sanctions::legal;
  std::vector<int> movers{};  ///< Ascending.
  bool credible = false;      ///< Every step must improve its mover's lot.
};

/// All actors but one, ascending.
std::vector<int> others_of(const Conflict& conflict, int actor);

/// Whether a move cannot be taken back, see PathStep.
bool is_irreversible(const Conflict& conflict, int actor, StateIndex from, StateIndex to);

/// Searches, breadth first, what a group reaches in a sequence of its members' moves. Keeps arrays
/// over the places, so use one for many searches.
class Sequences {
 public:
  /// @pre  under `once` at most 64 movers
  Sequences(const Conflict& conflict, SequenceRule rule);

  /// Calls reached(state) once for every state at the end of a sequence, but for `from` itself,
  /// until it says true. Returns whether it did. Neighbours are tried by mover, then by state.
  template <typename Reached>
  bool explore(StateIndex from, const Reached& reached);

  /// The moves that lead to the last state for which reached() was called.
  std::vector<PathStep> path() const;

 private:
  struct Visit {
    StateIndex state = 0;
    int last = -1;            // position of who moved here among the movers
    int previous = -1;        // visit
    std::uint64_t moved = 0;  // `once`: positions of those who have moved
  };

  template <typename Reached>
  bool expand(int number, int position, const Reached& reached);
  void restart(StateIndex from);
  bool may_move(const Visit& visit, int position) const;
  bool is_news(StateIndex state, int position, std::uint64_t moved, bool& first);

  const Conflict& conflict_;
  SequenceRule rule_{};
  std::vector<Visit> visits_{};
  int last_reached_ = 0;
  std::vector<std::int32_t> seen_{};  // by place: 0 never, position + 1 of who led here, -1 closed
  std::vector<std::vector<std::uint64_t>> histories_{};  // `once`, by place: the smallest sets
};

template <typename Reached>
bool Sequences::explore(StateIndex from, const Reached& reached) {
  restart(from);
  const bool one_move = rule_.sanctions == Sanctions::direct;
  const int movers = static_cast<int>(rule_.movers.size());
  for (std::size_t number = 0; number < visits_.size() && (number == 0 || !one_move); ++number) {
    for (int position = 0; position < movers; ++position) {
      if (!may_move(visits_[number], position)) continue;
      if (expand(static_cast<int>(number), position, reached)) return true;
    }
  }
  return false;
}

template <typename Reached>
bool Sequences::expand(int number, int position, const Reached& reached) {
  const StateIndex from = visits_[number].state;
  const int actor = rule_.movers[position];
  const auto& payoff = conflict_.payoff[actor];
  const std::uint64_t moved = visits_[number].moved | std::uint64_t{1} << (position & 63);
  bool done = false;
  each_move(conflict_, actor, from, [&](StateIndex target) {
    if (done || (rule_.credible && payoff[target] <= payoff[from])) return;
    bool first = false;
    if (!is_news(target, position, moved, first)) return;
    visits_.push_back({target, position, number, moved});
    if (!first) return;
    last_reached_ = static_cast<int>(visits_.size()) - 1;
    done = reached(target);
  });
  return done;
}

}  // namespace detente
