#include "detente/conflict/breaking.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "detente/conflict/local_stability.hpp"
#include "detente/conflict/rankings.hpp"

namespace detente {
namespace {

// looks at a state under changed preferences, for every length of sequences
constexpr double kMostLooks = 400'000.0;

// whether what one actor makes of a state depends on its own preferences alone
bool is_own_matter(Concept solution) {
  return solution == Concept::nash || solution == Concept::gmr || solution == Concept::smr;
}

// Two swaps that do not touch each other lead to the same in either order: the lower goes first.
bool may_follow(const Swap& before, const Swap& after) {
  if (before.actor != after.actor) return before.actor < after.actor;
  return before.group != after.group &&
         (std::abs(before.group - after.group) == 1 || before.group < after.group);
}

class Breaking {
 public:
  Breaking(const Conflict& conflict, const RobustnessOptions& options, const Stop& stop)
      : changed_(conflict),
        rankings_(conflict),
        local_(changed_, options.sanctions),
        deepest_(options.deepest),
        stop_(stop),
        all_(rankings_.swaps()) {}

  // Without an improvement for as long as all that can be moved to lies below: the nearest of it
  // has to be passed.
  void leave_nash(Robustness& one) const {
    one.looked = deepest_;
    std::optional<Swap> first;
    std::uint32_t fewest = static_cast<std::uint32_t>(deepest_) + 1;
    for (int actor = 0; actor < changed_.actors; ++actor) {
      const auto& payoff = changed_.payoff[actor];
      each_move(changed_, actor, one.state, [&](StateIndex target) {
        const std::uint32_t gap = payoff[one.state] - payoff[target];
        if (gap == 0 || gap >= fewest) return;
        fewest = gap;
        first = Swap{actor, rankings_.groups(actor) - static_cast<int>(payoff[one.state])};
      });
    }
    for (std::uint32_t step = 0; first && step < fewest; ++step) {
      one.breaking.push_back({first->actor, first->group + static_cast<int>(step)});
    }
  }

  // What is better than the state decides, and that changes only near the state.
  void leave_own(Robustness& one) {
    while (one.looked < deepest_ && one.breaking.empty() && !stop_.asked()) {
      ++one.looked;
      for (int actor = 0; actor < changed_.actors && one.breaking.empty(); ++actor) {
        leave_by(actor, one);
      }
    }
  }

  // Everybody's preferences decide: one walk for all.
  void leave_common(std::vector<Robustness*> open) {
    double sequences = 1.0;
    for (int length = 1; length <= deepest_ && !open.empty(); ++length) {
      sequences *= static_cast<double>(all_.size()) / length;
      if (sequences * static_cast<double>(open.size()) > kMostLooks) return;
      walk(all_, length, [&] {
        look_at(open);
        return open.empty() || stop_.asked();
      });
      for (Robustness* one : open) one->looked = length;
    }
  }

 private:
  // with as many of its own swaps as are looked at
  void leave_by(int actor, Robustness& one) {
    walk(swaps_near(actor, one.state), one.looked, [&] {
      if (!local_.is_stable(one.solution, actor, one.state)) one.breaking = sequence_;
      return !one.breaking.empty() || stop_.asked();
    });
  }

  std::vector<Swap> swaps_near(int actor, StateIndex state) const {
    const int place = rankings_.groups(actor) - static_cast<int>(changed_.payoff[actor][state]);
    const int first = std::max(0, place - deepest_);
    const int last = std::min(rankings_.groups(actor) - 2, place + deepest_ - 1);
    std::vector<Swap> near;
    for (int group = first; group <= last; ++group) near.push_back({actor, group});
    return near;
  }

  // strikes out what is no equilibrium any more
  void look_at(std::vector<Robustness*>& open) {
    const auto falls = [&](Robustness* one) {
      if (local_.is_equilibrium(one->solution, one->state)) return false;
      one->breaking = sequence_;
      one->looked = static_cast<int>(sequence_.size());
      return true;
    };
    open.erase(std::remove_if(open.begin(), open.end(), falls), open.end());
  }

  // Calls done() after every sequence of `length` swaps, in order, until it says true. Everything
  // is as before afterwards.
  template <typename Done>
  bool walk(const std::vector<Swap>& swaps, int length, const Done& done) {
    if (length == 0) return done();
    for (const Swap& swap : swaps) {
      if (!sequence_.empty() && !may_follow(sequence_.back(), swap)) continue;
      rankings_.swap(swap, changed_);
      sequence_.push_back(swap);
      const bool over = walk(swaps, length - 1, done);
      sequence_.pop_back();
      rankings_.swap(swap, changed_);
      if (over) return true;
    }
    return false;
  }

  Conflict changed_;
  Rankings rankings_;
  LocalStability local_;
  int deepest_;
  Stop stop_;
  std::vector<Swap> all_{};
  std::vector<Swap> sequence_{};
};

}  // namespace

void find_breaking(const Conflict& conflict, const RobustnessOptions& options,
                   std::vector<Robustness>& equilibria, const Stop& stop) {
  Breaking breaking(conflict, options, stop);
  std::vector<Robustness*> common;
  for (Robustness& one : equilibria) {
    if (stop.asked()) return;
    one.looked = 0;
    if (one.solution == Concept::nash) {
      breaking.leave_nash(one);
    } else if (is_own_matter(one.solution)) {
      breaking.leave_own(one);
    } else {
      common.push_back(&one);
    }
  }
  breaking.leave_common(std::move(common));
}

}  // namespace detente
