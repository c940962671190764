#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "detente/batch/results.hpp"

// Results of a batch, made by hand.
namespace detente::support {

/// Two parties with one stage: quick to play.
inline const std::string kBatchScenario = R"(schema: detente/scenario/1
id: strip
title: Strip
model: offers
issues:
  land: {options: [a, b, c, d, e]}
actors:
  north:
    walk_away: 0.3
    tactic: {kind: conceder}
    positions: {land: {ideal: 0, salience: 1}}
  south:
    walk_away: 0.3
    tactic: {kind: conceder}
    positions: {land: {ideal: 100, salience: 1}}
)";

inline const std::string kBatchPlan = R"(schema: detente/batch/1
scenario: strip.yaml
design: {kind: grid}
vary:
  actors.north.walk_away: {range: [0.1, 0.7], steps: 4}
  actors.south.walk_away: {range: [0.1, 0.9], steps: 5}
metrics: [agreed, round, reason, utility.north]
)";

inline constexpr double kEmpty = std::numeric_limits<double>::quiet_NaN();

/// The batch of that plan: four by five points. Runs whose walk-aways sum to more than one do not
/// agree; `failed` of them, from the last one backwards, could not be played; only the first
/// `rows` are there.
inline Results batch_by_hand(std::int64_t rows = 20, std::int64_t failed = 0) {
  using Role = Column::Role;
  using Kind = Column::Kind;
  Results results{.folder = "made-by-hand", .planned = 20};
  results.plan_file = "strip-plan.yaml";
  results.plan_text = kBatchPlan;
  results.scenario_file = "strip.yaml";
  results.scenario_text = kBatchScenario;
  results.command = "detente batch run strip-plan.yaml -o made-by-hand";
  ResultColumn north{{"actors.north.walk_away", Kind::real, Role::varied}};
  ResultColumn south{{"actors.south.walk_away", Kind::real, Role::varied}};
  ResultColumn agreed{{"agreed", Kind::flag, Role::metric}};
  ResultColumn round{{"round", Kind::whole, Role::metric}};
  ResultColumn reason{{"reason", Kind::text, Role::metric}, {}, {"agreement", "deadline"}};
  ResultColumn utility{{"utility.north", Kind::real, Role::metric}};
  for (std::int64_t run = 0; run < rows; ++run) {
    const double a = 0.1 + 0.2 * static_cast<double>(run / 5);
    const double b = 0.1 + 0.2 * static_cast<double>(run % 5);
    const bool ok = run < 20 - failed;
    const bool deal = a + b <= 1.0;
    results.runs.push_back(run);
    results.ok.push_back(ok);
    north.numbers.push_back(a);
    south.numbers.push_back(b);
    agreed.numbers.push_back(ok ? (deal ? 1.0 : 0.0) : kEmpty);
    round.numbers.push_back(ok && deal ? 2.0 + static_cast<double>(run % 5) : kEmpty);
    reason.numbers.push_back(ok ? (deal ? 0.0 : 1.0) : kEmpty);
    utility.numbers.push_back(ok ? (deal ? 1.0 - b : a) : kEmpty);
  }
  results.columns = {north, south, agreed, round, reason, utility};
  return results;
}

}  // namespace detente::support
