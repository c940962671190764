#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "detente/scenario/text.hpp"

namespace detente {

/// One choice on an issue.
struct Option {
  std::string id{};
  Text title{};
  double at = 0.0;  ///< Place on the issue's axis, 0-100.
};

/// One thing under negotiation: 1 to 1,000 options, in file order.
struct Issue {
  std::string id{};
  Text title{};
  Text question{};
  std::vector<Option> options{};
  int supplier = -1;  ///< Actor whose consent is needed wherever the issue is open; -1 for none.
};

/// Length of every axis of options: the R of v = 1 - |at - ideal| / R.
constexpr double kAxis = 100.0;

/// A place on an issue's axis: a number, or an option, whose `at` it then follows.
struct Place {
  double number = 0.0;
  int option = -1;  ///< Index of an option, or -1: `number` counts.

  double on(const Issue& issue) const { return option < 0 ? number : issue.options[option].at; }
};

enum class Loss { linear, quadratic };

/// What an actor wants on one issue. Either `ideal` or `values` says how it likes the options.
struct Position {
  std::optional<Place> ideal{};
  std::vector<double> values{};  ///< One score in [0, 1] per option; empty if `ideal` counts.
  double salience = 0.0;  ///< In [0, 1]; 0 = does not care (also where no position is given).
  Loss loss = Loss::linear;
  std::optional<std::pair<Place, Place>> red_line{};  ///< Accepts only from first to second.
  Text because{};
  std::string source{};  ///< Id in Scenario::sources, or empty.
};

/// How a party falls from its best package to its walk-away (models: alternating offers, 2).
struct Tactic {
  enum class Kind { time, hardliner, human };
  enum class Offer { nearest, least };

  Kind kind = Kind::time;
  double e = 1.0;          ///< Exponent of `time`, in [0.01, 100]: 4 firm, 1 steady, 0.25 soft.
  double start = 1.0;      ///< Share of the way to its best at which it begins, in [0, 1].
  double margin = 0.0001;  ///< Taken off the curve, in [0, 1].
  Offer offer = Offer::nearest;
  std::optional<int> leave_after{};  ///< Round, from 1.
};

/// One party or adviser.
struct Actor {
  std::string id{};
  Text title{};
  Forms forms{};  ///< How the title declines, for narration.
  std::vector<std::string> delegates{};
  double power = 1.0;           ///< Capability, > 0, relative.
  double walk_away = 0.0;       ///< Utility of no deal, in [0, 1].
  double delay_cost = 0.0;      ///< Fall of the walk-away per round, in [0, 1].
  double susceptibility = 0.5;  ///< In [0, 1].
  double values_durability = 0.0;
  Tactic tactic{};
  std::vector<Position> positions{};  ///< One per issue, in scenario order.
};

}  // namespace detente
