#include <algorithm>
#include <utility>

#include "detente/conflict/components.hpp"
#include "detente/conflict/paths.hpp"
#include "detente/core/contract.hpp"

namespace detente {
namespace {

constexpr std::size_t kMostPlaces = std::size_t{1} << 20U;

// where the search stands among the moves of a state
struct Cursor {
  int actor = 0;
  std::uint32_t next = 0;    // option form: the next choice; graph form: the next arc
  bool last_choice = false;  // option form: all choices of the actor have been looked at
};

bool next_choice(const Conflict& conflict, StateIndex from, Cursor& cursor, StateIndex& target) {
  const std::uint32_t locked = (conflict.stays_yes & from) | (conflict.stays_no & ~from);
  const std::uint32_t free = conflict.own[cursor.actor] & ~locked;
  while (!cursor.last_choice) {
    target = (from & ~free) | cursor.next;
    cursor.next = (cursor.next - free) & free;
    cursor.last_choice = cursor.next == 0;
    if (target != from && conflict.feasible.contains(target)) return true;
  }
  return false;
}

bool next_arc(const Conflict& conflict, StateIndex from, Cursor& cursor, StateIndex& target) {
  const std::vector<StateIndex>& arcs = conflict.arcs[cursor.actor][from];
  if (cursor.next >= arcs.size()) return false;
  target = arcs[cursor.next++];
  return true;
}

bool next_improvement(const Conflict& conflict, StateIndex from, Cursor& cursor,
                      StateIndex& target) {
  while (cursor.actor < conflict.actors) {
    const auto& payoff = conflict.payoff[cursor.actor];
    while (conflict.is_graph() ? next_arc(conflict, from, cursor, target)
                               : next_choice(conflict, from, cursor, target)) {
      if (payoff[target] > payoff[from]) return true;
    }
    cursor = {cursor.actor + 1, 0, false};
  }
  return false;
}

}  // namespace

std::vector<std::vector<StateIndex>> attractors(const Conflict& conflict) {
  expects(conflict.places() <= kMostPlaces, "attractors: at most 2^20 places");
  std::vector<std::vector<StateIndex>> result;
  const auto next = [&](StateIndex from, Cursor& cursor, StateIndex& target) {
    return next_improvement(conflict, from, cursor, target);
  };
  const auto found = [&](std::span<const StateIndex> members, bool terminal) {
    if (!terminal) return;
    result.emplace_back(members.begin(), members.end());
    std::sort(result.back().begin(), result.back().end());
  };
  Components<Cursor, decltype(next), decltype(found)> components(conflict.places(), next, found);
  each_state(conflict.feasible, [&](StateIndex state) { components.visit(state); });
  std::sort(result.begin(), result.end());
  return result;
}

}  // namespace detente
