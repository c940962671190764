#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "detente/scenario/tactic.hpp"
#include "detente/scenario/text.hpp"

namespace detente {

/// One choice on an issue.
struct Option {
  std::string id{};
  Text title{};
  double at = 0.0;  ///< Place on the issue's axis: 0-100, or in the unit of its range.
};

/// Length of the axis of an issue with options.
constexpr double kAxis = 100.0;

/// The axis of a continuous issue, in its own unit.
struct Range {
  double low = 0.0;
  double high = kAxis;
  std::string unit{};
  int steps = 11;  ///< Grid points for protocols of packages, 2 to 1,000: they are its options.
};

/// One thing under negotiation: 1 to 1,000 options, in file order.
struct Issue {
  std::string id{};
  Text title{};
  Text question{};
  std::vector<Option> options{};
  int supplier = -1;  ///< Actor whose consent is needed wherever the issue is open; -1 for none.
  std::optional<Range> range{};  ///< Continuous: `options` are its grid, `at` from low to high.

  double low() const { return range ? range->low : 0.0; }
  /// Length of the axis: the R of v = 1 - |at - ideal| / R.
  double axis() const { return range ? range->high - range->low : kAxis; }
};

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

/// One party or adviser.
struct Actor {
  std::string id{};
  Text title{};
  Forms forms{};  ///< How the title declines, for narration.
  std::vector<std::string> delegates{};
  double power = 1.0;                       ///< Capability, > 0, relative.
  double walk_away = 0.0;                   ///< Utility of no deal, in [0, 1].
  std::optional<double> walk_away_share{};  ///< Share of all packages of the scenario that it
                                            ///< refuses; `walk_away` then follows from it.
  double delay_cost = 0.0;                  ///< Fall of the walk-away per round, in [0, 1].
  double susceptibility = 0.5;              ///< In [0, 1].
  double values_durability = 0.0;  ///< Weight of a lasting agreement in its utility, in [0, 1].
  Tactic tactic{};
  std::vector<Position> positions{};  ///< One per issue, in scenario order.
};

}  // namespace detente
