#include "detente/conflict/propagation.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "detente/conflict/answers.hpp"
#include "detente/core/contract.hpp"
#include "detente/core/parallel.hpp"

namespace detente {
namespace {

using detail::Blocks;
using detail::Field;
using detail::needs_seats;
using detail::Values;

using Numbers = std::span<const std::uint32_t>;

std::size_t place_of(Concept solution) {
  return static_cast<std::size_t>(solution);
}

bool wants(const StabilityOptions& options, Concept solution) {
  return std::find(options.concepts.begin(), options.concepts.end(), solution) !=
         options.concepts.end();
}

/// Strikes out the states of one block from which the actor can move to a
/// better one of another block where nobody can bring it down again.
void strike_out(Numbers payoff, std::pair<Numbers, Numbers> way, const Values& least,
                StateSet& stable) {
  const auto& [from, to] = way;
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
      : field_(field), options_(options), actor_(actor), payoff_(field.payoff(actor)) {
    for (const Blocks& blocks : field.blocks()) {
      if (blocks.actor() == actor) own_ = &blocks;
    }
  }

  /// nash, gmr, seq: an answer counts for what it is worth
  void solve_plain(Stability& stability) const {
    const Values key(payoff_.begin(), payoff_.end());
    if (wants(options_, Concept::nash)) {
      stability.stable[place_of(Concept::nash)][actor_] = unanswered_nowhere(key);
    }
    solve(Concept::gmr, key, stability);
    solve(Concept::seq, key, stability);
  }

  /// smr, sseq: an answer counts for what the actor can make of it
  void solve_symmetric(Stability& stability) const {
    if (!wants(options_, Concept::smr) && !wants(options_, Concept::sseq)) return;
    const Values key = escape();
    solve(Concept::smr, key, stability);
    solve(Concept::sseq, key, stability);
  }

 private:
  void solve(Concept solution, const Values& key, Stability& stability) const {
    if (!wants(options_, solution)) return;
    const bool credible = solution == Concept::seq || solution == Concept::sseq;
    const auto least = least_answer(field_, actor_, key, options_.sanctions, credible);
    if (least) stability.stable[place_of(solution)][actor_] = unanswered_nowhere(*least);
  }

  /// The best of a state and those that the actor can move to.
  Values escape() const {
    Values best(payoff_.begin(), payoff_.end());
    if (own_ == nullptr) return best;
    own_->each_way([&](Numbers from, Numbers to) {
      if (to.empty()) return;
      const std::uint32_t most = payoff_[to.back()];
      for (const std::uint32_t number : from) best[number] = std::max(best[number], most);
    });
    return best;
  }

  /// The states where every improvement leads to one whose least is no more
  /// than they are worth.
  StateSet unanswered_nowhere(const Values& least) const {
    StateSet stable(least.size());
    for (std::uint32_t number = 0; number < least.size(); ++number) stable.add(number);
    if (own_ != nullptr) {
      own_->each_way([&](Numbers from, Numbers to) {
        strike_out(payoff_, {from, to}, least, stable);
      });
    }
    return by_code(std::move(stable));
  }

  StateSet by_code(StateSet numbers) const {
    const std::size_t places = field_.conflict().places();
    if (numbers.places() == places) return numbers;
    StateSet states(places);
    each_state(numbers,
               [&](std::uint32_t number) { states.add(field_.numbering().code_of(number)); });
    return states;
  }

  const Field& field_;
  const StabilityOptions& options_;
  int actor_;
  Numbers payoff_;
  const Blocks* own_ = nullptr;
};

bool searches(const Conflict& conflict, const StabilityOptions& options) {
  const bool any = wants(options, Concept::gmr) || wants(options, Concept::smr);
  const bool credible = wants(options, Concept::seq) || wants(options, Concept::sseq);
  return (any && needs_seats(conflict, options.sanctions, false)) ||
         (credible && needs_seats(conflict, options.sanctions, true));
}

}  // namespace

Stability propagated_stability(const Conflict& conflict, const StabilityOptions& options) {
  expects(!conflict.is_graph(), "propagated_stability: option form");
  Stability stability{options.sanctions, {}};
  for (const Concept solution : options.concepts) {
    if (solution != Concept::sim) stability.stable[place_of(solution)].resize(conflict.actors);
  }
  const Field field(conflict, searches(conflict, options), options.threads);
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
