#include "detente/conflict/sequences.hpp"

#include <algorithm>
#include <utility>

#include "detente/core/contract.hpp"

namespace detente {
namespace {

constexpr std::int32_t kClosed = -1;

}  // namespace

std::vector<int> others_of(const Conflict& conflict, int actor) {
  std::vector<int> others;
  for (int other = 0; other < conflict.actors; ++other) {
    if (other != actor) others.push_back(other);
  }
  return others;
}

bool is_irreversible(const Conflict& conflict, int actor, StateIndex from, StateIndex to) {
  if (conflict.is_graph()) {
    const auto& back = conflict.arcs[actor][to];
    return !std::binary_search(back.begin(), back.end(), from);
  }
  const std::uint32_t taken = to & ~from;
  const std::uint32_t given_up = from & ~to;
  return ((taken & conflict.stays_yes) | (given_up & conflict.stays_no)) != 0;
}

Sequences::Sequences(const Conflict& conflict, SequenceRule rule)
    : conflict_(conflict), rule_(std::move(rule)), seen_(conflict.places(), 0) {
  if (rule_.sanctions != Sanctions::once) return;
  expects(rule_.movers.size() <= 64, "Sequences: at most 64 movers");
  histories_.resize(conflict.places());
}

void Sequences::restart(StateIndex from) {
  for (const Visit& visit : visits_) {
    seen_[visit.state] = 0;
    if (!histories_.empty()) histories_[visit.state].clear();
  }
  visits_.assign(1, {from, -1, -1, 0});
  last_reached_ = 0;
  // whatever can be done after coming back can be done at once
  seen_[from] = kClosed;
}

bool Sequences::may_move(const Visit& visit, int position) const {
  if (rule_.sanctions == Sanctions::once) return (visit.moved >> position & 1U) == 0;
  return visit.last != position;
}

// Whether a visit leads to anything that earlier visits of the state do not lead to.
bool Sequences::is_news(StateIndex state, int position, std::uint64_t moved, bool& first) {
  std::int32_t& seen = seen_[state];
  first = seen == 0;
  if (seen == kClosed) return false;
  if (rule_.sanctions == Sanctions::once) {
    seen = position + 1;
    auto& histories = histories_[state];
    for (const std::uint64_t history : histories) {
      if ((history & ~moved) == 0) return false;
    }
    histories.push_back(moved);
    return true;
  }
  if (seen == position + 1) return false;
  // options: two moves of one actor in a row are one move, so that once here is enough
  seen = first && conflict_.is_graph() ? position + 1 : kClosed;
  return true;
}

std::vector<PathStep> Sequences::path() const {
  std::vector<PathStep> steps;
  for (int number = last_reached_; visits_[number].previous >= 0;
       number = visits_[number].previous) {
    const Visit& visit = visits_[number];
    const int actor = rule_.movers[visit.last];
    const StateIndex from = visits_[visit.previous].state;
    steps.push_back({actor, visit.state, is_irreversible(conflict_, actor, from, visit.state)});
  }
  std::reverse(steps.begin(), steps.end());
  return steps;
}

}  // namespace detente
