#include "detente/coalition/excess.hpp"

#include <stdexcept>

#include "detente/coalition/equations.hpp"
#include "detente/coalition/linear_program.hpp"

namespace detente {
namespace {

using Mask = std::uint32_t;

// prices at a corner are quotients of determinants of zeros and ones: at most 12 players make none
// between 0 and 1e-4
constexpr double kBinding = 1e-5;
constexpr double kSame = 1e-7;

/// What must hold in every optimum up to some level: x(S) = amount.
struct Fixed {
  Mask coalition = 0;
  double amount = 0.0;
};

/// A coalition whose excess is the level's, or (level -1) whose payoff is its worth.
struct Binding {
  Mask coalition = 0;
  int level = -1;
};

class Levels {
 public:
  Levels(const TuGame& game, bool individually)
      : game_(game),
        all_((Mask{1} << game.players) - 1),
        individually_(individually),
        known_(game.players) {
    fix({all_, game.value[all_]});
    binding_.push_back({all_, -1});
    for (Mask coalition = 1; coalition < all_; ++coalition) free_.push_back(coalition);
    drop_known();
  }

  LeastExcess solve() {
    while (!free_.empty()) descend();
    LeastExcess found{.largest = level_.front(), .payoff = payoff_};
    polish(found);
    return found;
  }

 private:
  std::vector<double> indicator(Mask coalition, int unknowns) const {
    std::vector<double> members(unknowns);
    for (int player = 0; player < game_.players; ++player) {
      members[player] = (coalition >> player & 1U) != 0 ? 1.0 : 0.0;
    }
    return members;
  }

  void fix(const Fixed& fixed) {
    if (known_.add(indicator(fixed.coalition, game_.players), fixed.amount)) {
      fixed_.push_back(fixed);
    }
  }

  /// Coalitions whose payoff follows from what is fixed are content with it.
  void drop_known() {
    std::vector<Mask> left;
    for (const Mask coalition : free_) {
      if (!known_.spans(indicator(coalition, game_.players))) left.push_back(coalition);
    }
    free_ = std::move(left);
  }

  /// Payoffs and, last, the largest excess of those who are free.
  LinearProgram program() const {
    const std::size_t fixed = fixed_.size();
    LinearProgram program{.rows = static_cast<int>(fixed + free_.size()),
                          .columns = game_.players + 1};
    for (const Fixed& one : fixed_) {
      program.row_least.push_back(one.amount);
      program.row_most.push_back(one.amount);
    }
    for (const Mask coalition : free_) {
      program.row_least.push_back(game_.value[coalition]);
      program.row_most.push_back(kNoBound);
    }
    for (int player = 0; player < game_.players; ++player) {
      for (const Fixed& one : fixed_) {
        program.coefficient.push_back((one.coalition >> player & 1U) != 0 ? 1.0 : 0.0);
      }
      for (const Mask coalition : free_) {
        program.coefficient.push_back((coalition >> player & 1U) != 0 ? 1.0 : 0.0);
      }
    }
    program.coefficient.insert(program.coefficient.end(), fixed, 0.0);
    program.coefficient.insert(program.coefficient.end(), free_.size(), 1.0);
    const double least = individually_ ? 0.0 : -kNoBound;
    program.column_least.assign(game_.players, least);
    program.column_least.push_back(-kNoBound);
    program.cost.assign(game_.players, 0.0);
    program.cost.push_back(1.0);
    return program;
  }

  /// One level: what binds in every optimum is fixed.
  void descend() {
    const auto optimum = minimise(program());
    if (!optimum) throw std::runtime_error("least excess: a linear program has no optimum");
    const int level = static_cast<int>(level_.size());
    level_.push_back(optimum->x.back());
    payoff_.assign(optimum->x.begin(), optimum->x.end() - 1);
    const int rank = known_.rank();
    const std::size_t fixed = fixed_.size();
    for (std::size_t place = 0; place < free_.size(); ++place) {
      if (optimum->row_price[fixed + place] <= kBinding) continue;
      fix({free_[place], game_.value[free_[place]] - level_.back()});
      binding_.push_back({free_[place], level});
    }
    for (int player = 0; player < game_.players && individually_; ++player) {
      if (optimum->reduced_cost[player] <= kBinding) continue;
      fix({Mask{1} << player, 0.0});
      binding_.push_back({Mask{1} << player, -1});
    }
    if (known_.rank() == rank) throw std::runtime_error("least excess: nothing binds");
    drop_known();
  }

  /// The same numbers from what binds, without the noise of the linear programs.
  void polish(LeastExcess& found) const {
    const int levels = static_cast<int>(level_.size());
    Equations equations(game_.players + levels);
    for (const Binding& one : binding_) {
      std::vector<double> left = indicator(one.coalition, equations.unknowns());
      if (one.level >= 0) left[game_.players + one.level] = 1.0;
      equations.add(left, game_.value[one.coalition]);
    }
    const auto solution = equations.solution();
    if (!solution) return;
    for (int player = 0; player < game_.players; ++player) {
      const double change = (*solution)[player] - payoff_[player];
      if (change > kSame || change < -kSame) return;
    }
    found.largest = (*solution)[game_.players];
    found.payoff.assign(solution->begin(), solution->begin() + game_.players);
  }

  const TuGame& game_;
  Mask all_;
  bool individually_;
  Equations known_;  ///< Unknowns: payoffs.
  std::vector<Fixed> fixed_{};
  std::vector<Mask> free_{};
  std::vector<Binding> binding_{};
  std::vector<double> level_{};
  std::vector<double> payoff_{};
};

}  // namespace

LeastExcess least_excess(const TuGame& game, bool individually) {
  return Levels(game, individually).solve();
}

}  // namespace detente
