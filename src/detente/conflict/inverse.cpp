#include <algorithm>
#include <bit>
#include <numeric>
#include <optional>
#include <utility>

#include "detente/conflict/listed.hpp"
#include "detente/conflict/local_stability.hpp"
#include "detente/conflict/rankings.hpp"
#include "detente/conflict/robustness.hpp"
#include "detente/core/contract.hpp"
#include "detente/core/rng.hpp"

namespace detente {
namespace {

constexpr std::size_t kMostRanked = 9;  // all rankings: 362,880
constexpr std::size_t kMostUpper = 20;  // all sets of better states; 20! fits into 64 bits
constexpr std::size_t kMostDraws = 10'000;
constexpr std::size_t kFewestDraws = 100;
constexpr std::size_t kMostShuffled = std::size_t{1} << 22U;  // states times draws
constexpr std::uint32_t kDrawPurpose = 34;

bool is_own_matter(Concept solution) {
  return solution == Concept::nash || solution == Concept::gmr || solution == Concept::smr;
}

// The question, with a conflict whose preferences may be changed.
class Inverse {
 public:
  Inverse(const Conflict& conflict, int actor, StateIndex state, Sanctions sanctions)
      : changed_(conflict),
        local_(changed_, sanctions),
        states_(members_of(conflict.feasible)),
        actor_(actor),
        state_(state) {
    for (const Concept solution : kConcepts) {
      verdicts_[static_cast<std::size_t>(solution)] = verdict_of(solution);
    }
  }

  std::array<InverseCount, kConcepts.size()> count(std::uint64_t seed) {
    if (states_.size() <= kMostUpper) count_upper_sets();
    if (states_.size() <= kMostRanked && any_left()) {
      rank_all();
    } else if (any_left()) {
      draw(seed);
    }
    return counts_;
  }

 private:
  // What the others make of the state.
  enum class Verdict {
    undefined,  // the concept is not
    against,    // one of them leaves, whatever the ranking
    agreed,     // all stay, whatever the ranking
    depends     // on how the actor would answer
  };

  Verdict verdict_of(Concept solution) {
    if (solution == Concept::sim && changed_.is_graph()) return Verdict::undefined;
    Verdict verdict = Verdict::agreed;
    for (const int other : others_of(changed_, actor_)) {
      // nobody has to answer one who has no improvement
      if (local_.is_stable(Concept::nash, other, state_)) continue;
      if (!is_own_matter(solution)) {
        verdict = Verdict::depends;
      } else if (!local_.is_stable(solution, other, state_)) {
        return Verdict::against;
      }
    }
    return verdict;
  }

  InverseCount& of(Concept solution) { return counts_[static_cast<std::size_t>(solution)]; }
  Verdict verdict(Concept solution) const { return verdicts_[static_cast<std::size_t>(solution)]; }

  bool is_left(Concept solution) {
    return verdict(solution) != Verdict::undefined && of(solution).rankings == 0;
  }
  bool any_left() {
    return std::any_of(kConcepts.begin(), kConcepts.end(),
                       [this](Concept solution) { return is_left(solution); });
  }

  bool others_stay(Concept solution) {
    const std::vector<int> others = others_of(changed_, actor_);
    return std::all_of(others.begin(), others.end(),
                       [&](int other) { return local_.is_stable(solution, other, state_); });
  }

  // whether the ranking in `changed_` fits
  bool fits(Concept solution) {
    if (verdict(solution) == Verdict::against) return false;
    if (!local_.is_stable(solution, actor_, state_)) return false;
    return verdict(solution) == Verdict::agreed || others_stay(solution);
  }

  // Whether the actor stays depends only on which states it likes better than this one: as many
  // rankings go with each such set as there are orders above and below.
  void count_upper_sets() {
    std::array<std::uint64_t, kMostUpper + 1> factorial{1};
    for (std::size_t n = 1; n < factorial.size(); ++n) factorial[n] = factorial[n - 1] * n;
    std::vector<StateIndex> rest;
    for (const StateIndex state : states_) {
      if (state != state_) rest.push_back(state);
    }
    std::vector<Concept> fixed;
    for (const Concept solution : kConcepts) {
      const bool known =
          verdict(solution) == Verdict::agreed || verdict(solution) == Verdict::against;
      if (!known) continue;
      fixed.push_back(solution);
      of(solution).rankings = factorial[states_.size()];
    }
    auto& payoff = changed_.payoff[actor_];
    payoff[state_] = 2;
    for (std::uint32_t better = 0; better < 1U << rest.size(); ++better) {
      for (std::size_t place = 0; place < rest.size(); ++place) {
        payoff[rest[place]] = (better >> place & 1U) != 0 ? 3 : 1;
      }
      const auto above = static_cast<std::size_t>(std::popcount(better));
      const std::uint64_t rankings = factorial[above] * factorial[rest.size() - above];
      for (const Concept solution : fixed) {
        if (fits(solution)) of(solution).fitting += rankings;
      }
    }
  }

  void look(const std::vector<Concept>& open) {
    for (const Concept solution : open) {
      ++of(solution).rankings;
      if (fits(solution)) ++of(solution).fitting;
    }
  }

  std::vector<Concept> left() {
    std::vector<Concept> open;
    for (const Concept solution : kConcepts) {
      if (is_left(solution)) open.push_back(solution);
    }
    return open;
  }

  void rank_all() {
    const std::vector<Concept> open = left();
    std::vector<std::uint32_t> ranks(states_.size());
    std::iota(ranks.begin(), ranks.end(), 1U);
    do {
      for (std::size_t place = 0; place < states_.size(); ++place) {
        changed_.payoff[actor_][states_[place]] = ranks[place];
      }
      look(open);
    } while (std::next_permutation(ranks.begin(), ranks.end()));
  }

  void draw(std::uint64_t seed) {
    const std::vector<Concept> open = left();
    const std::size_t draws = std::clamp(kMostShuffled / states_.size(), kFewestDraws, kMostDraws);
    std::vector<StateIndex> order = states_;
    for (std::size_t run = 0; run < draws; ++run) {
      const Rng rng(seed, static_cast<std::uint32_t>(run));
      for (std::size_t rest = order.size(); rest > 0; --rest) {
        const double share =
            rng.uniform({.purpose = kDrawPurpose, .draw = static_cast<std::uint32_t>(rest)});
        std::swap(order[static_cast<std::size_t>(share * static_cast<double>(rest))],
                  order[rest - 1]);
        changed_.payoff[actor_][order[rest - 1]] = static_cast<std::uint32_t>(rest);
      }
      look(open);
    }
    for (const Concept solution : open) {
      InverseCount& count = of(solution);
      const Share share =
          wilson(static_cast<double>(count.fitting), static_cast<double>(count.rankings));
      count.exact = false;
      count.low = share.low;
      count.high = share.high;
    }
  }

  Conflict changed_;
  LocalStability local_;
  std::vector<StateIndex> states_{};
  int actor_;
  StateIndex state_;
  std::array<Verdict, kConcepts.size()> verdicts_{};
  std::array<InverseCount, kConcepts.size()> counts_{};
};

}  // namespace

std::array<InverseCount, kConcepts.size()> inverse(const Conflict& conflict, int actor,
                                                   StateIndex state, Sanctions sanctions,
                                                   std::uint64_t seed) {
  expects(actor >= 0 && actor < conflict.actors, "inverse: an actor of the conflict");
  expects(state < conflict.places() && conflict.feasible.contains(state),
          "inverse: a feasible state");
  return Inverse(conflict, actor, state, sanctions).count(seed);
}

}  // namespace detente
