#include "support/synthetic.hpp"

#include <algorithm>
#include <bit>
#include <map>
#include <numeric>
#include <utility>

#include "detente/conflict/preference.hpp"

namespace detente::support {
namespace {

// splitmix64
class Draws {
 public:
  explicit Draws(std::uint64_t seed) : state_(seed) {}
  std::uint64_t below(std::uint64_t bound) {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return (mixed ^ (mixed >> 31U)) % bound;
  }

 private:
  std::uint64_t state_;
};

std::uint64_t seed_of(SyntheticFamily family, int options, int actors) {
  return 1000U * static_cast<std::uint64_t>(options) + 10U * static_cast<std::uint64_t>(actors) +
         (family == SyntheticFamily::statements ? 1 : 0);
}

/// The best first.
std::vector<StateIndex> drawn_order(Draws& draws, std::vector<StateIndex> states) {
  for (std::size_t last = states.size(); last > 1; --last) {
    std::swap(states[last - 1], states[draws.below(last)]);
  }
  return states;
}

/// Option -> whether it is taken; all of them hold.
using Literals = std::map<int, bool>;

Condition conjunction_of(const Literals& literals) {
  Condition condition;
  for (const auto& [option, taken] : literals) {
    const bool first = condition.steps.empty();
    condition.steps.push_back({Condition::Kind::is_on, option});
    if (!taken) condition.steps.push_back({Condition::Kind::negation, -1});
    if (!first) condition.steps.push_back({Condition::Kind::conjunction, -1});
  }
  return condition;
}

std::vector<Condition> drawn_statements(Draws& draws, int options) {
  std::vector<Literals> seen;
  std::vector<Condition> statements;
  for (int statement = 0; statement < 2 * options; ++statement) {
    Literals literals;
    const std::uint64_t length = 1 + draws.below(3);
    for (std::uint64_t literal = 0; literal < length; ++literal) {
      const int option = static_cast<int>(draws.below(static_cast<std::uint64_t>(options)));
      literals.emplace(option, draws.below(2) == 1);
    }
    if (std::find(seen.begin(), seen.end(), literals) != seen.end()) continue;
    seen.push_back(literals);
    statements.push_back(conjunction_of(literals));
  }
  return statements;
}

std::vector<std::uint32_t> drawn_payoff(Draws& draws, SyntheticFamily family, int options,
                                        const StateSet& feasible) {
  if (family == SyntheticFamily::statements) {
    return payoff_of_statements(feasible, drawn_statements(draws, options));
  }
  const auto order = drawn_order(draws, members_of(feasible));
  std::vector<std::uint32_t> payoff(feasible.places());
  auto worth = static_cast<std::uint32_t>(order.size());
  for (const StateIndex state : order) payoff[state] = worth--;
  return payoff;
}

Conflict without_payoff(int options, int actors) {
  Conflict conflict;
  conflict.actors = actors;
  conflict.options = options;
  conflict.feasible = StateSet(std::size_t{1} << options);
  for (StateIndex state = 0; state < conflict.places(); ++state) conflict.feasible.add(state);
  int first = 0;
  for (int actor = 0; actor < actors; ++actor) {
    const int owned = options / actors + (actor < options % actors ? 1 : 0);
    conflict.own.push_back(((1U << owned) - 1) << first);
    first += owned;
  }
  return conflict;
}

}  // namespace

Conflict synthetic_conflict(SyntheticFamily family, int options, int actors) {
  Draws draws(seed_of(family, options, actors));
  Conflict conflict = without_payoff(options, actors);
  for (int actor = 0; actor < actors; ++actor) {
    conflict.payoff.push_back(drawn_payoff(draws, family, options, conflict.feasible));
  }
  return conflict;
}

std::vector<std::vector<Condition>> synthetic_statements(int options, int actors) {
  Draws draws(seed_of(SyntheticFamily::statements, options, actors));
  std::vector<std::vector<Condition>> wants;
  wants.reserve(actors);
  for (int actor = 0; actor < actors; ++actor) wants.push_back(drawn_statements(draws, options));
  return wants;
}

Conflict knotted_conflict(SyntheticFamily family) {
  constexpr int kOptions = 20;
  Conflict conflict = without_payoff(kOptions, 6);
  for (const StateIndex group : {0x00003U, 0x00030U, 0x00300U, 0x1e000U}) {
    for (StateIndex state = 0; state < conflict.places(); ++state) {
      if (std::popcount(state & group) > 1) conflict.feasible.remove(state);
    }
  }
  Draws draws(seed_of(family, kOptions, conflict.actors));
  for (int actor = 0; actor < conflict.actors; ++actor) {
    conflict.payoff.push_back(drawn_payoff(draws, family, kOptions, conflict.feasible));
  }
  return conflict;
}

}  // namespace detente::support
