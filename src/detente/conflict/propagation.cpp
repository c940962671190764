#include "detente/conflict/propagation.hpp"

#include <algorithm>

#include "detente/conflict/answers.hpp"
#include "detente/core/contract.hpp"
#include "detente/core/parallel.hpp"

namespace detente {
namespace {

using detail::Blocks;
using detail::Field;
using detail::needs_seats;
using detail::spread_back;
using detail::Values;

constexpr auto kGreater = [](std::uint32_t one, std::uint32_t other) {
  return one > other ? one : other;
};

std::size_t place_of(Concept solution) {
  return static_cast<std::size_t>(solution);
}

bool wants(const StabilityOptions& options, Concept solution) {
  return std::find(options.concepts.begin(), options.concepts.end(), solution) !=
         options.concepts.end();
}

/// The feasible states at which a test holds.
template <typename Test>
StateSet states_where(const Conflict& conflict, const Test& test) {
  StateSet found(conflict.places());
  each_state(conflict.feasible, [&](StateIndex state) {
    if (test(state)) found.add(state);
  });
  return found;
}

/// Strikes out the states of one block from which the actor can move to a better one of another
/// block where nobody can bring it down again.
void strike_out(const Values& payoff, std::span<const StateIndex> from,
                std::span<const StateIndex> to, const Values& least, StateSet& stable) {
  std::uint32_t most = 0;
  std::size_t better = to.size();
  for (std::size_t place = from.size(); place-- > 0;) {
    const std::uint32_t worth = payoff[from[place]];
    while (better > 0 && payoff[to[better - 1]] > worth) {
      most = std::max(most, least[to[--better]]);
    }
    if (most > worth) stable.remove(from[place]);
  }
}

/// Everything about one actor.
class Solver {
 public:
  Solver(const Field& field, const StabilityOptions& options, int actor)
      : field_(field), options_(options), actor_(actor), payoff_(field.conflict->payoff[actor]) {}

  /// nash, gmr, seq
  void solve_plain(Stability& stability) const {
    const Conflict& conflict = *field_.conflict;
    if (wants(options_, Concept::nash)) {
      const Values best = escape();
      stability.stable[place_of(Concept::nash)][actor_] =
          states_where(conflict, [&](StateIndex state) { return best[state] == payoff_[state]; });
    }
    for (const Concept solution : {Concept::gmr, Concept::seq}) {
      if (!wants(options_, solution)) continue;
      auto least =
          least_answer(field_, actor_, payoff_, options_.sanctions, solution == Concept::seq);
      if (!least) continue;
      // the least never exceeds what its own state is worth, so worse moves do no harm here
      spread_back(conflict, actor_, *least, kGreater);
      stability.stable[place_of(solution)][actor_] = states_where(
          conflict, [&](StateIndex state) { return (*least)[state] <= payoff_[state]; });
    }
  }

  /// smr, sseq: an answer counts for what the actor can make of it
  void solve_symmetric(Stability& stability) const {
    if (!wants(options_, Concept::smr) && !wants(options_, Concept::sseq)) return;
    const Values key = escape();
    for (const Concept solution : {Concept::smr, Concept::sseq}) {
      if (!wants(options_, solution)) continue;
      const auto least =
          least_answer(field_, actor_, key, options_.sanctions, solution == Concept::sseq);
      if (least) stability.stable[place_of(solution)][actor_] = without_unanswered(*least);
    }
  }

 private:
  /// The best of a state and those that the actor can move to.
  Values escape() const {
    Values best = payoff_;
    spread_back(*field_.conflict, actor_, best, kGreater);
    return best;
  }

  StateSet without_unanswered(const Values& least) const {
    StateSet stable = field_.conflict->feasible;
    for (const Blocks& blocks : field_.blocks) {
      if (blocks.actor() != actor_) continue;
      blocks.each_way([&](std::span<const StateIndex> from, std::span<const StateIndex> to) {
        strike_out(payoff_, from, to, least, stable);
      });
    }
    return stable;
  }

  const Field& field_;
  const StabilityOptions& options_;
  int actor_;
  const Values& payoff_;
};

bool searches(const Conflict& conflict, const StabilityOptions& options) {
  return std::any_of(options.concepts.begin(), options.concepts.end(), [&](Concept solution) {
    const bool credible = solution == Concept::seq || solution == Concept::sseq;
    const bool sequences = credible || solution == Concept::gmr || solution == Concept::smr;
    return sequences && needs_seats(conflict, options.sanctions, credible);
  });
}

Field field_of(const Conflict& conflict, const StabilityOptions& options) {
  Field field{&conflict, {}, {}};
  for (int actor = 0; actor < conflict.actors; ++actor) {
    if (conflict.own[actor] != 0) field.blocks.emplace_back(conflict, actor);
  }
  const std::size_t movers = field.blocks.size();
  if (searches(conflict, options)) field.seats.resize(conflict.places() * movers);
  const bool lists = std::any_of(
      options.concepts.begin(), options.concepts.end(),
      [](Concept solution) { return solution != Concept::nash && solution != Concept::sim; });
  if (!lists) return field;
  in_parallel(static_cast<int>(movers), options.threads, [&](int mover) {
    detail::Seat* const seats = field.seats.empty() ? nullptr : &field.seats[mover];
    field.blocks[mover].list(conflict, seats, movers);
  });
  return field;
}

}  // namespace

Stability propagated_stability(const Conflict& conflict, const StabilityOptions& options) {
  expects(!conflict.is_graph(), "propagated_stability: option form");
  Stability stability{options.sanctions, {}};
  for (const Concept solution : options.concepts) {
    if (solution != Concept::sim) stability.stable[place_of(solution)].resize(conflict.actors);
  }
  const Field field = field_of(conflict, options);
  in_parallel(2 * conflict.actors, options.threads, [&](int task) {
    const Solver solver(field, options, task / 2);
    if (task % 2 == 0) {
      solver.solve_plain(stability);
    } else {
      solver.solve_symmetric(stability);
    }
  });
  for (auto& stable : stability.stable) {
    const bool whole = std::all_of(stable.begin(), stable.end(),
                                   [&](const StateSet& set) { return set.places() != 0; });
    if (!whole) stable.clear();
  }
  return stability;
}

}  // namespace detente
