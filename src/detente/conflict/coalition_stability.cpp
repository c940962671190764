#include "detente/conflict/coalition_stability.hpp"

#include <algorithm>
#include <utility>

#include "detente/conflict/components.hpp"
#include "detente/conflict/listed.hpp"
#include "detente/conflict/sequences.hpp"
#include "detente/core/contract.hpp"

namespace detente {
namespace {

std::vector<int> members(std::uint32_t coalition) {
  std::vector<int> actors;
  for (std::uint32_t rest = coalition; rest != 0; rest &= rest - 1) {
    actors.push_back(std::countr_zero(rest));
  }
  return actors;
}

// All moves in one array, by state, then actor: what is looked at together lies together.
struct Arcs {
  Arcs(const Conflict& graph, bool credible) : actors(graph.actors) {
    for (StateIndex state = 0; state < graph.places(); ++state) {
      for (int actor = 0; actor < actors; ++actor) {
        const auto ends = credible ? improvements(graph, actor, state) : graph.arcs[actor][state];
        targets.insert(targets.end(), ends.begin(), ends.end());
        begin.push_back(static_cast<std::uint32_t>(targets.size()));
      }
    }
  }

  std::span<const StateIndex> of(StateIndex state, int actor) const {
    const std::size_t at =
        std::size_t{state} * static_cast<std::size_t>(actors) + static_cast<std::size_t>(actor);
    return {targets.data() + begin[at], targets.data() + begin[at + 1]};
  }

  int actors = 0;
  std::vector<std::uint32_t> begin{0};
  std::vector<StateIndex> targets{};
};

// What a coalition reaches by legal sequences, found out when it is first asked for.
class Reach {
 public:
  // `merges`: two moves of one actor in a row are one move, so that it does not matter who moved
  // last
  Reach(const Arcs& arcs, std::size_t states, std::vector<int> movers, bool merges)
      : arcs_(arcs),
        states_(states),
        movers_(std::move(movers)),
        lasts_(merges ? 1 : static_cast<std::uint32_t>(movers_.size()) + 1),
        part_of_(states * lasts_),
        components_(part_of_.size(), next_, found_) {}
  Reach(const Reach&) = delete;  // its parts know where it is
  Reach& operator=(const Reach&) = delete;

  const StateSet& from(StateIndex state) {
    const std::uint32_t start = state * lasts_;
    components_.visit(start);
    return rows_[part_of_[start]];
  }

 private:
  // a node is a state and, unless moves merge, 1 + the position of who moved last (0: nobody)
  struct Cursor {
    std::uint32_t position = 0;
    std::uint32_t arc = 0;
  };

  bool next_arc(std::uint32_t node, Cursor& cursor, std::uint32_t& target) const {
    const StateIndex state = lasts_ == 1 ? node : node / lasts_;
    const std::uint32_t last = node - state * lasts_;
    for (; cursor.position < movers_.size(); cursor = {cursor.position + 1, 0}) {
      if (cursor.position + 1 == last) continue;
      const std::span<const StateIndex> ends = arcs_.of(state, movers_[cursor.position]);
      if (cursor.arc == ends.size()) continue;
      target = ends[cursor.arc++] * lasts_ + (lasts_ == 1 ? 0 : cursor.position + 1);
      return true;
    }
    return false;
  }

  void add_part(std::span<const std::uint32_t> nodes) {
    const auto part = static_cast<std::uint32_t>(rows_.size());
    for (const std::uint32_t node : nodes) part_of_[node] = part;
    StateSet row(states_);
    for (const std::uint32_t node : nodes) {
      Cursor cursor;
      std::uint32_t target = 0;
      while (next_arc(node, cursor, target)) {
        const StateIndex end = lasts_ == 1 ? target : target / lasts_;
        // what is in the row already came with all that follows, unless it is of this very part
        const bool known = lasts_ == 1 && row.contains(end);
        row.add(end);
        if (!known && part_of_[target] != part) row |= rows_[part_of_[target]];
      }
    }
    rows_.push_back(std::move(row));
  }

  struct Next {
    const Reach* reach;
    bool operator()(std::uint32_t node, Cursor& cursor, std::uint32_t& target) const {
      return reach->next_arc(node, cursor, target);
    }
  };
  struct Found {
    Reach* reach;
    void operator()(std::span<const std::uint32_t> nodes, bool /*terminal*/) const {
      reach->add_part(nodes);
    }
  };

  const Arcs& arcs_;
  std::size_t states_ = 0;
  std::vector<int> movers_{};
  std::uint32_t lasts_ = 1;
  std::vector<std::uint32_t> part_of_{};  // by node
  std::vector<StateSet> rows_{};          // by part
  Next next_{this};
  Found found_{this};
  Components<Cursor, Next, Found> components_;
};

// [state]: what is better for the actor
std::vector<StateSet> better_states(const Conflict& graph, int actor) {
  const auto& payoff = graph.payoff[actor];
  std::vector<StateSet> better(graph.places(), StateSet(graph.places()));
  for (StateIndex state = 0; state < graph.places(); ++state) {
    for (StateIndex other = 0; other < graph.places(); ++other) {
      if (payoff[other] > payoff[state]) better[state].add(other);
    }
  }
  return better;
}

bool is_within(const StateSet& part, const StateSet& whole) {
  const auto words = part.words();
  for (std::size_t word = 0; word < words.size(); ++word) {
    if ((words[word] & ~whole.words()[word]) != 0) return false;
  }
  return true;
}

using BrokenBy = std::array<std::vector<std::optional<CoalitionMove>>, 3>;

constexpr std::size_t at(CoalitionConcept solution) {
  return static_cast<std::size_t>(solution);
}

class Search {
 public:
  Search(const Conflict& graph, bool merges)
      : graph_(graph),
        any_(graph, false),
        credible_(graph, true),
        merges_(merges),
        targets_(graph.places()) {
    for (int actor = 0; actor < graph.actors; ++actor) {
      better_.push_back(better_states(graph, actor));
    }
    for (auto& moves : broken_by_) moves.resize(graph.places());
  }

  BrokenBy run() {
    const std::uint32_t everybody = (1U << graph_.actors) - 1;
    for (std::uint32_t coalition = 1; coalition <= everybody; ++coalition) {
      look_at(coalition, members(everybody & ~coalition));
    }
    return std::move(broken_by_);
  }

 private:
  // where the others lead, computed when it is first asked for
  struct Answers {
    std::optional<Reach> any{};
    std::optional<Reach> credible{};
  };

  void look_at(std::uint32_t coalition, const std::vector<int>& outside) {
    const std::vector<int> inside = members(coalition);
    std::optional<Reach> reach;
    Answers answers;
    for (StateIndex state = 0; state < graph_.places(); ++state) {
      if (is_broken(state)) continue;
      if (!reach) reach.emplace(any_, graph_.places(), inside, merges_);
      if (!find_targets(inside, state, reach->from(state))) continue;
      wanted_ = better_[inside.front()][state];
      for (const int member : inside) wanted_ &= better_[member][state];
      look_at({coalition, state}, outside, answers);
    }
  }

  // `from.target` is the state that is left for one of the targets
  void look_at(CoalitionMove from, const std::vector<int>& outside, Answers& answers) {
    note(CoalitionConcept::nash, from, [](StateIndex) { return true; });
    if (!answers.any) {
      answers.any.emplace(any_, graph_.places(), outside, merges_);
      answers.credible.emplace(credible_, graph_.places(), outside, merges_);
    }
    // an answer after which all are still better off is none
    note(CoalitionConcept::gmr, from,
         [&](StateIndex target) { return is_within(answers.any->from(target), wanted_); });
    note(CoalitionConcept::seq, from,
         [&](StateIndex target) { return is_within(answers.credible->from(target), wanted_); });
  }

  bool is_broken(StateIndex state) const {
    return std::all_of(broken_by_.begin(), broken_by_.end(),
                       [&](const auto& moves) { return moves[state].has_value(); });
  }

  // what the coalition reaches and every member wants; whether there is anything
  bool find_targets(const std::vector<int>& coalition, StateIndex state, const StateSet& reached) {
    const auto from = reached.words();
    const auto to = targets_.words();
    std::uint64_t any = 0;
    for (std::size_t word = 0; word < from.size(); ++word) {
      std::uint64_t left = from[word];
      for (std::size_t member = 0; left != 0 && member < coalition.size(); ++member) {
        left &= better_[coalition[member]][state].words()[word];
      }
      to[word] = left;
      any |= left;
    }
    return any != 0;
  }

  // keeps the first target that breaks the state, unless an earlier coalition has broken it
  template <typename Breaks>
  void note(CoalitionConcept solution, CoalitionMove from, const Breaks& breaks) {
    auto& broken = broken_by_[at(solution)][from.target];
    if (broken) return;
    each_state(targets_, [&](StateIndex target) {
      if (!broken && breaks(target)) broken = CoalitionMove{from.coalition, target};
    });
  }

  const Conflict& graph_;
  Arcs any_;
  Arcs credible_;
  bool merges_ = false;
  std::vector<std::vector<StateSet>> better_{};  // [actor][state]
  StateSet targets_{};                           // of the coalition and state that are looked at
  StateSet wanted_{};                            // better for every member
  BrokenBy broken_by_{};
};

}  // namespace

Concept individual(CoalitionConcept solution) {
  switch (solution) {
    case CoalitionConcept::nash:
      return Concept::nash;
    case CoalitionConcept::gmr:
      return Concept::gmr;
    case CoalitionConcept::seq:
      break;
  }
  return Concept::seq;
}

std::vector<StateIndex> coalition_improvements(const Conflict& conflict, std::uint32_t coalition,
                                               StateIndex from) {
  expects(coalition != 0, "coalition_improvements: somebody");
  const std::vector<int> actors = members(coalition);
  Sequences sequences(conflict, {Sanctions::legal, actors, false});
  std::vector<StateIndex> targets;
  sequences.explore(from, [&](StateIndex target) {
    const bool better = std::all_of(actors.begin(), actors.end(), [&](int actor) {
      return conflict.payoff[actor][target] > conflict.payoff[actor][from];
    });
    if (better) targets.push_back(target);
    return false;
  });
  std::sort(targets.begin(), targets.end());
  return targets;
}

std::optional<CoalitionStability> coalition_stability(const Conflict& conflict) {
  if (conflict.actors > kMostCoalitionActors) return std::nullopt;
  if (conflict.feasible.count() > kMostCoalitionStates) return std::nullopt;
  const ListedConflict list = listed(conflict);
  const BrokenBy broken_by = Search(list.conflict, !conflict.is_graph()).run();
  CoalitionStability result;
  for (std::size_t solution = 0; solution < broken_by.size(); ++solution) {
    result.stable[solution] = conflict.feasible;
    result.broken_by[solution].resize(conflict.places());
    for (std::size_t number = 0; number < list.states.size(); ++number) {
      const std::optional<CoalitionMove>& move = broken_by[solution][number];
      if (!move) continue;
      const StateIndex state = list.states[number];
      result.stable[solution].remove(state);
      result.broken_by[solution][state] = {move->coalition, list.states[move->target]};
    }
  }
  return result;
}

}  // namespace detente
