#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace detente {

// Opinion change on a network of ties (docs/influence.md). An actor is a number from 0.

/// `from` moves `to`, away from its own opinion if the strength is below 0.
struct Pull {
  int from = 0;
  int to = 0;
  double strength = 0.0;
};

/// How much each actor weighs the opinions of all: in every row the sizes sum to 1.
struct Weights {
  /// row[a] = (actor, weight) of everybody whom `a` listens to, itself included, by actor.
  std::vector<std::vector<std::pair<int, double>>> row{};

  int actors() const { return static_cast<int>(row.size()); }
};

/// Row `to` has the strength of every pull on it and 1 for the actor itself, over the sum of their
/// sizes. Pulls of strength 0 are dropped; of several from one actor to another the last counts.
/// @param present  by actor: the others neither move nor are moved, and keep their opinion.
///                 Empty: all are there.
Weights weights_from(int actors, std::span<const Pull> pulls,
                     const std::vector<bool>& present = {});

/// Where an opinion process stands, actor by actor.
struct Opinions {
  std::span<const double> now{};
  std::span<const double> first{};
  std::span<const double> openness{};  ///< 0 = stubborn, 1 = fully open.
};

/// One step y + share (L W y + (I - L) y(0) - y), L = diag(openness), about a centre: with z = y -
/// centre. The centre matters only where a weight is negative. Plain sums in the order of actors.
/// @param share  1: the whole step.
/// @source  Friedkin & Johnsen, "Social influence and opinions", Journal of Mathematical Sociology
///          15 (1990); signed ties: Altafini, IEEE Transactions on Automatic Control 58(4) (2013).
std::vector<double> influence_step(const Weights& weights, const Opinions& opinions, double share,
                                   double centre);

/// Where the steps of a Friedkin-Johnsen process end.
struct Equilibrium {
  std::vector<double> opinions{};
  /// effects[a][b] = how much b's first opinion weighs in a's last one: V = (I - L W)^-1 (I - L).
  std::vector<std::vector<double>> effects{};
  double residual = 0.0;  ///< max |y - (L W y + (I - L) y(0))|.
};

/// Solves for it by elimination with row exchanges. Nothing if some actors, all fully open, listen
/// to nobody less open, directly or not: closed_classes() says where they end.
/// @param first  about the centre already, where weights are negative.
std::optional<Equilibrium> equilibrium(const Weights& weights, std::span<const double> first,
                                       std::span<const double> openness);

/// A set of actors that listen to each other, directly or not, and to nobody else.
struct ClosedClass {
  std::vector<int> actors{};      ///< In order.
  int period = 1;                 ///< 1: the opinions settle; else they go round in so many steps.
  std::vector<double> weights{};  ///< Of each first opinion in the consensus, or in the average
                                  ///< over a period; they sum to 1.
};

/// The closed classes of repeated averaging y := W y, by their first actor.
/// @pre  no weight is negative.
/// @source  DeGroot, "Reaching a consensus", Journal of the American Statistical Association 69
///          (1974) 118-121; Golub & Jackson, AEJ: Microeconomics 2 (2010).
std::vector<ClosedClass> closed_classes(const Weights& weights);

}  // namespace detente
