#include "detente/conflict/robustness.hpp"

#include <algorithm>
#include <utility>

#include "detente/conflict/breaking.hpp"
#include "detente/conflict/literal.hpp"
#include "detente/conflict/rankings.hpp"
#include "detente/core/contract.hpp"
#include "detente/core/parallel.hpp"
#include "detente/core/rng.hpp"

namespace detente {
namespace {

// how much is solved again: places times swaps, and places times draws
constexpr std::size_t kMostSolved = std::size_t{1} << 20U;
constexpr std::size_t kFewestSwaps = 32;
constexpr std::size_t kFewestDraws = 20;

enum class Purpose : std::uint32_t { swap = 32, tie = 33 };

// by concept; no places where it is not defined
using Equilibria = std::array<StateSet, kConcepts.size()>;

Equilibria solve(const Conflict& conflict, Sanctions sanctions) {
  StabilityOptions options;
  options.sanctions = sanctions;
  const Stability table = stability(conflict, options);
  Equilibria found;
  for (const Concept solution : kConcepts) {
    if (table.has(solution)) {
      found[static_cast<std::size_t>(solution)] = equilibria(table, solution);
    }
  }
  return found;
}

std::vector<StateIndex> only_in(const StateSet& one, const StateSet& other) {
  std::vector<StateIndex> states;
  each_state(one, [&](StateIndex state) {
    if (!other.contains(state)) states.push_back(state);
  });
  return states;
}

// at most `most` of the entries, evenly spread
std::vector<Swap> thinned(const std::vector<Swap>& swaps, std::size_t most) {
  if (swaps.size() <= most) return swaps;
  std::vector<Swap> kept;
  for (std::size_t number = 0; number < most; ++number) {
    kept.push_back(swaps[number * swaps.size() / most]);
  }
  return kept;
}

// Every thread its own conflict to change: look(number, conflict, rankings).
template <typename Look>
void over(int count, const Conflict& conflict, const RobustnessOptions& options, const Look& look) {
  const int tasks = std::max(1, std::min(options.threads, count));
  in_parallel(tasks, tasks, [&](int task) {
    Conflict changed = conflict;
    for (int number = task; number < count; number += tasks) look(number, changed);
  });
}

// One swap at random, and in every second draw all ties at random.
void perturb(int actor, const Rng& rng, bool break_ties, Rankings& rankings) {
  auto& groups = rankings.of(actor);
  const auto below = [&](Purpose purpose, std::uint32_t draw, std::size_t bound) {
    const double share = rng.uniform({.actor = static_cast<std::uint32_t>(actor),
                                      .purpose = static_cast<std::uint32_t>(purpose),
                                      .draw = draw});
    return static_cast<std::size_t>(share * static_cast<double>(bound));
  };
  if (groups.size() > 1) {
    const std::size_t group = below(Purpose::swap, 0, groups.size() - 1);
    std::swap(groups[group], groups[group + 1]);
  }
  if (!break_ties) return;
  std::vector<std::vector<StateIndex>> strict;
  std::uint32_t draw = 0;
  for (std::vector<StateIndex>& group : groups) {
    for (std::size_t rest = group.size(); rest > 0; --rest) {
      std::swap(group[below(Purpose::tie, draw++, rest)], group[rest - 1]);
      strict.push_back({group[rest - 1]});
    }
  }
  groups = std::move(strict);
}

class Study {
 public:
  Study(const Conflict& conflict, const RobustnessOptions& options, const Stop& stop)
      : conflict_(conflict),
        options_(options),
        stop_(stop),
        before_(solve(conflict, options.sanctions)) {}

  std::optional<RobustnessReport> run() {
    list_equilibria();
    swap_neighbours();
    draw_perturbations();
    find_breaking(conflict_, options_, report_.equilibria, stop_);
    if (stop_.asked()) return std::nullopt;
    return std::move(report_);
  }

 private:
  void list_equilibria() {
    for (const Concept solution : kConcepts) {
      each_state(before_[static_cast<std::size_t>(solution)], [&](StateIndex state) {
        Robustness one;
        one.solution = solution;
        one.state = state;
        report_.equilibria.push_back(std::move(one));
      });
    }
  }

  std::size_t most(std::size_t fewest) const {
    return std::max(fewest, kMostSolved / conflict_.places());
  }

  void swap_neighbours() {
    const Rankings rankings(conflict_);
    const std::vector<Swap> all = rankings.swaps();
    const std::vector<Swap> tried = thinned(all, most(kFewestSwaps));
    report_.swaps = static_cast<int>(all.size());
    report_.swaps_tried = static_cast<int>(tried.size());
    std::vector<Equilibria> after(tried.size());
    over(report_.swaps_tried, conflict_, options_, [&](int number, Conflict& changed) {
      if (stop_.asked()) return;
      auto& payoff = changed.payoff[tried[number].actor];
      Rankings own = rankings;
      own.swap(tried[number], changed);
      after[number] = solve(changed, options_.sanctions);
      payoff = conflict_.payoff[tried[number].actor];
    });
    if (stop_.asked()) return;
    for (std::size_t number = 0; number < tried.size(); ++number)
      note(tried[number], after[number]);
  }

  void note(const Swap& swap, const Equilibria& after) {
    for (const Concept solution : kConcepts) {
      const StateSet& old = before_[static_cast<std::size_t>(solution)];
      const StateSet& now = after[static_cast<std::size_t>(solution)];
      if (old == now) continue;
      report_.effects.push_back({swap, solution, only_in(old, now), only_in(now, old)});
    }
    for (Robustness& one : report_.equilibria) {
      ++one.swaps;
      if (after[static_cast<std::size_t>(one.solution)].contains(one.state)) ++one.kept;
    }
  }

  void draw_perturbations() {
    const int draws = static_cast<int>(
        std::min(static_cast<std::size_t>(std::max(0, options_.draws)), most(kFewestDraws)));
    const Rankings rankings(conflict_);
    std::vector<Equilibria> after(static_cast<std::size_t>(draws));
    over(draws, conflict_, options_, [&](int number, Conflict& changed) {
      if (stop_.asked()) return;
      const Rng rng(options_.seed, static_cast<std::uint32_t>(number));
      Rankings own = rankings;
      for (int actor = 0; actor < conflict_.actors; ++actor) {
        perturb(actor, rng, number % 2 == 1, own);
        own.write(actor, changed);
      }
      after[number] = solve(changed, options_.sanctions);
    });
    if (stop_.asked() || draws == 0) return;
    for (Robustness& one : report_.equilibria) count_survivals(one, after);
  }

  static void count_survivals(Robustness& one, const std::vector<Equilibria>& after) {
    one.draws = static_cast<int>(after.size());
    for (const Equilibria& found : after) {
      if (found[static_cast<std::size_t>(one.solution)].contains(one.state)) ++one.survived;
    }
    const Share share = wilson(one.survived, one.draws);
    one.low = share.low;
    one.high = share.high;
  }

  const Conflict& conflict_;
  const RobustnessOptions& options_;
  Stop stop_;
  Equilibria before_{};
  RobustnessReport report_{};
};

}  // namespace

std::optional<RobustnessReport> robustness(const Conflict& conflict,
                                           const RobustnessOptions& options, const Stop& stop) {
  expects(options.draws >= 0 && options.deepest >= 0, "robustness: draws and deepest >= 0");
  if (conflict.feasible.count() > kMostLiteralStates) return std::nullopt;
  return Study(conflict, options, stop).run();
}

}  // namespace detente
