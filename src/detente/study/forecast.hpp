#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "detente/core/stop.hpp"
#include "detente/sim/simulate.hpp"
#include "detente/study/estimate.hpp"

namespace detente {

struct ForecastOptions {
  std::vector<std::string> models{"coalition", "offers"};
  int runs = 1000;               ///< Draws of what is uncertain; the same for every model.
  std::vector<Edit> settings{};  ///< Made in the scenario already: what they reach is not drawn.
};

/// The quantiles of a forecast, in percent.
constexpr std::array kForecastQuantiles{5, 25, 50, 75, 95};

/// What is in force on one issue at the end, over the draws in which something is.
struct IssueForecast {
  double settled = 0.0;  ///< Share of all draws; if 0, nothing below counts.
  double mean = 0.0;     ///< Of places on the issue's own axis.
  double median = 0.0;   ///< The lowest place with a running share of at least one half.
  std::array<double, kForecastQuantiles.size()> quantiles{};
  std::vector<double> options{};  ///< Share of each option; they sum to 1.
};

/// How often one stage was agreed, and how often the talks ended in it without agreement.
struct StageForecast {
  double agreed = 0.0;
  double ended = 0.0;
};

/// What comes out of the draws under one model, or under several with equal weights.
struct OutcomeForecast {
  double agreed = 0.0;                  ///< Share of draws in which every stage was agreed.
  std::optional<Interval> interval{};   ///< Wilson, 95 %; nothing if nothing was drawn.
  std::vector<StageForecast> stages{};  ///< One for each stage of the scenario.
  std::vector<IssueForecast> issues{};  ///< One for each issue.
};

struct ModelForecast {
  std::string id{};
  int failed = 0;       ///< Draws that could not be played; they count nowhere else.
  std::string fault{};  ///< Why the first of them could not.
  OutcomeForecast outcome{};
};

/// How far one input drives whether there is an agreement.
struct InputForecast {
  std::optional<Estimate> first{};        ///< First-order share of the variance, by classes.
  std::optional<Estimate> correlation{};  ///< Of ranks; only of numbers.
};

/// One uncertain input.
struct ForecastInput {
  std::string path{};
  bool is_text = false;
  InputForecast ensemble{};             ///< On the share of models with an agreement.
  std::vector<InputForecast> models{};  ///< One for each model.
};

/// What follows from a scenario's numbers and from what it says is uncertain. Never what will
/// happen: the numbers are assumptions.
struct ForecastReport {
  std::shared_ptr<const Scenario> scenario{};
  std::uint64_t seed = 1;
  int runs = 0;                        ///< Draws; 1 if nothing is uncertain.
  bool drawn = false;                  ///< Something is uncertain.
  int failed = 0;                      ///< Draws that failed under any of the models.
  std::vector<Edit> settings{};        ///< Of the options.
  std::vector<std::string> settled{};  ///< Paths that would be drawn but for them.
  std::vector<ModelForecast> models{};
  OutcomeForecast ensemble{};           ///< Models with equal weights.
  std::vector<ForecastInput> inputs{};  ///< Largest share first, as far as there are shares.
};

/// Plays every draw of what is uncertain under every model.
/// @param run  its model is not looked at.
/// Diagnostics: as of simulate() where no draw at all can be played; too few runs; no models, one
/// that plays no negotiation, or one twice; stopped.
Result<ForecastReport> forecast(const Scenario& scenario, const Run& run,
                                const ForecastOptions& options, const Stop& stop = {});

/// The document `detente/forecast/1` on one line.
std::string to_json(const ForecastReport& forecast);

}  // namespace detente
