#include "detente/study/forecast.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "detente/core/text.hpp"
#include "detente/model/model.hpp"
#include "detente/study/forecast_draws.hpp"
#include "detente/study/statistics.hpp"

namespace detente {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr int kFewValues = 12;

Diagnostics fault(Code code, std::string message, std::string hint = {}) {
  return {{.code = code, .message = std::move(message), .hint = std::move(hint)}};
}

/// How the draws ended under one model, counted. Of several models: with weights.
struct Counts {
  double played = 0.0;
  double agreed = 0.0;
  std::vector<double> stage_agreed{};
  std::vector<double> stage_ended{};
  std::vector<std::vector<double>> options{};  ///< By issue and option.

  explicit Counts(const Scenario& scenario)
      : stage_agreed(scenario.stages.size()), stage_ended(scenario.stages.size()) {
    for (const Issue& issue : scenario.issues) options.emplace_back(issue.options.size());
  }

  void add(const Outcome& outcome) {
    played += 1.0;
    agreed += outcome.agreed ? 1.0 : 0.0;
    for (std::size_t stage = 0; stage < stage_agreed.size(); ++stage) {
      const int place = static_cast<int>(stage);
      if (outcome.agreed || place < outcome.stage) stage_agreed[stage] += 1.0;
      if (!outcome.agreed && place == outcome.stage) stage_ended[stage] += 1.0;
    }
    for (std::size_t issue = 0; issue < outcome.package.size(); ++issue) {
      if (outcome.package[issue] >= 0) options[issue][outcome.package[issue]] += 1.0;
    }
  }

  /// Adds shares instead of counts, so that every model weighs the same.
  void add_shares(const Counts& other, double weight) {
    const double times = weight / other.played;
    played += weight;
    agreed += times * other.agreed;
    for (std::size_t stage = 0; stage < stage_agreed.size(); ++stage) {
      stage_agreed[stage] += times * other.stage_agreed[stage];
      stage_ended[stage] += times * other.stage_ended[stage];
    }
    for (std::size_t issue = 0; issue < options.size(); ++issue) {
      for (std::size_t option = 0; option < options[issue].size(); ++option) {
        options[issue][option] += times * other.options[issue][option];
      }
    }
  }
};

/// What is in force on an issue, from how often each option is.
IssueForecast issue_forecast(const Issue& issue, const std::vector<double>& counts, double played) {
  const double settled = std::accumulate(counts.begin(), counts.end(), 0.0);
  IssueForecast result{.settled = std::min(1.0, settled / played)};
  if (settled <= 0.0) return result;
  std::vector<int> order(counts.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int left, int right) {
    return issue.options[left].at < issue.options[right].at;
  });
  std::vector<double> places;
  std::vector<double> weights;
  double sum = 0.0;
  for (const int option : order) {
    if (counts[option] <= 0.0) continue;
    places.push_back(issue.options[option].at);
    weights.push_back(counts[option]);
    sum += counts[option] * issue.options[option].at;
  }
  result.mean = sum / settled;
  result.median = weighted_quantile(places, weights, 0.5);
  for (std::size_t place = 0; place < kForecastQuantiles.size(); ++place) {
    result.quantiles[place] = weighted_quantile(places, weights, kForecastQuantiles[place] / 100.0);
  }
  for (const double count : counts) result.options.push_back(count / settled);
  return result;
}

/// @param draws  that the interval is for; 0: nothing was drawn.
OutcomeForecast outcome_of(const Scenario& scenario, const Counts& counts, int draws) {
  const double played = counts.played;
  // a sum of shares may end a bit above 1
  OutcomeForecast result{.agreed = std::min(1.0, counts.agreed / played)};
  if (draws > 0) result.interval = share_of(result.agreed, draws).interval;
  for (std::size_t stage = 0; stage < scenario.stages.size(); ++stage) {
    result.stages.push_back(
        {counts.stage_agreed[stage] / played, counts.stage_ended[stage] / played});
  }
  for (std::size_t issue = 0; issue < scenario.issues.size(); ++issue) {
    result.issues.push_back(issue_forecast(scenario.issues[issue], counts.options[issue], played));
  }
  return result;
}

/// Everything that the draws gave.
struct Drawn {
  std::vector<Counts> counts{};               ///< By model.
  std::vector<std::vector<double>> agreed{};  ///< By model and draw; NaN = failed.
  std::vector<std::vector<double>> inputs{};  ///< By input and draw.
  Diagnostics first_fault{};
};

/// Plays one draw under every model.
void play_draw(const Result<const Scenario*>& drawn, const Run& run, ForecastReport& result,
               Drawn& all) {
  bool failed = false;
  for (std::size_t place = 0; place < result.models.size(); ++place) {
    ModelForecast& model = result.models[place];
    Run own = run;
    own.model = model.id;
    const Result<Outcome> outcome =
        drawn ? simulate_outcome(**drawn, own) : Result<Outcome>(drawn.error());
    all.agreed[place].push_back(kNone);
    if (outcome) {
      all.counts[place].add(*outcome);
      all.agreed[place].back() = outcome->agreed ? 1.0 : 0.0;
      continue;
    }
    failed = true;
    if (model.failed++ == 0) model.fault = outcome.error().front().message;
    if (all.first_fault.empty()) all.first_fault = outcome.error();
  }
  if (failed) ++result.failed;
}

/// The share of models with an agreement, draw by draw.
std::vector<double> mean_of(const std::vector<std::vector<double>>& agreed) {
  std::vector<double> mean;
  for (std::size_t draw = 0; draw < agreed.front().size(); ++draw) {
    double sum = 0.0;
    for (const auto& model : agreed) sum += model[draw];  // NaN stays
    mean.push_back(sum / static_cast<double>(agreed.size()));
  }
  return mean;
}

InputForecast input_forecast(const ForecastInput& input, const Classes& classes,
                             const std::vector<double>& numbers, const std::vector<double>& y) {
  const auto known = std::count_if(y.begin(), y.end(), [](double one) { return !std::isnan(one); });
  if (known < kFewestUnits) return {};
  InputForecast result{.first = first_order_by_classes(classes, y)};
  if (!input.is_text && !is_constant(y)) result.correlation = rank_correlation(numbers, y);
  return result;
}

std::vector<ForecastInput> inputs_of(const std::vector<DrawnInput>& names, const Drawn& all) {
  const std::vector<double> mean = mean_of(all.agreed);
  std::vector<ForecastInput> inputs;
  for (std::size_t place = 0; place < names.size(); ++place) {
    const auto& numbers = all.inputs[place];
    ForecastInput input{.path = names[place].path, .is_text = !names[place].words.empty()};
    const int few = input.is_text ? static_cast<int>(names[place].words.size()) : kFewValues;
    const Classes classes = classes_of(numbers, order_of(numbers), few);
    input.ensemble = input_forecast(input, classes, numbers, mean);
    for (const auto& agreed : all.agreed) {
      input.models.push_back(input_forecast(input, classes, numbers, agreed));
    }
    inputs.push_back(std::move(input));
  }
  const auto share = [](const ForecastInput& input) {
    return input.ensemble.first ? input.ensemble.first->value
                                : -std::numeric_limits<double>::infinity();
  };
  std::stable_sort(inputs.begin(), inputs.end(),
                   [&](const auto& left, const auto& right) { return share(left) > share(right); });
  return inputs;
}

/// Why a forecast cannot play that model; empty if it can.
Diagnostics fault_of_model(const std::string& id) {
  std::vector<std::string> known;
  std::string list;
  for (const ModelInfo* const info : all_models()) {
    if (info->model->of_conflict()) continue;  // its stages and issues are not those of the file
    known.emplace_back(info->id);
    list += (list.empty() ? "there are " : ", ") + known.back();
  }
  if (std::find(known.begin(), known.end(), id) != known.end()) return {};
  if (find_model(id) != nullptr) {
    return fault(Code::not_available,
                 "the model '" + id + "' plays no negotiation, so there is nothing to forecast",
                 list);
  }
  const std::string near = did_you_mean(id, known);
  return fault(Code::unknown_model, "no model '" + id + '\'', near.empty() ? list : near);
}

Diagnostics faults_in(const ForecastOptions& options) {
  if (options.runs < 1) return fault(Code::too_few, "a forecast needs at least one run");
  if (options.models.empty()) return fault(Code::too_few, "a forecast needs at least one model");
  for (std::size_t place = 0; place < options.models.size(); ++place) {
    const std::string& id = options.models[place];
    if (Diagnostics wrong = fault_of_model(id); !wrong.empty()) return wrong;
    const auto end = options.models.begin() + static_cast<std::ptrdiff_t>(place);
    if (std::find(options.models.begin(), end, id) != end) {
      return fault(Code::repeated_key, "model '" + id + "' is named twice");
    }
  }
  return {};
}

/// The ensemble: every model that could be played at all weighs the same.
OutcomeForecast ensemble_of(const Scenario& scenario, const Drawn& all, bool drawn) {
  Counts together(scenario);
  double fewest = std::numeric_limits<double>::infinity();
  for (const Counts& counts : all.counts) {
    if (counts.played <= 0.0) continue;
    together.add_shares(counts, 1.0);
    fewest = std::min(fewest, counts.played);
  }
  return outcome_of(scenario, together, drawn ? static_cast<int>(fewest) : 0);
}

}  // namespace

Result<ForecastReport> forecast(const Scenario& scenario, const Run& run,
                                const ForecastOptions& options, const Stop& stop) {
  const Diagnostics faults = faults_in(options);
  if (!faults.empty()) return faults;
  auto draws = Draws::of(scenario, run.seed, options.settings);
  if (!draws) return draws.error();
  Draws own = std::move(draws).value();
  ForecastReport result{.scenario = std::make_shared<const Scenario>(scenario), .seed = run.seed};
  result.settings = options.settings;
  result.settled = own.settled();
  result.drawn = !own.inputs().empty();
  result.runs = result.drawn ? options.runs : 1;
  for (const std::string& id : options.models) result.models.push_back({.id = id});
  Drawn all{.counts = std::vector<Counts>(options.models.size(), Counts(scenario)),
            .agreed = std::vector<std::vector<double>>(options.models.size()),
            .inputs = std::vector<std::vector<double>>(own.inputs().size())};
  std::vector<double> numbers;
  for (int draw = 0; draw < result.runs; ++draw) {
    if (stop.asked()) return fault(Code::stopped, "stopped");
    play_draw(own.draw(static_cast<std::uint32_t>(draw), numbers), run, result, all);
    for (std::size_t input = 0; input < numbers.size(); ++input) {
      all.inputs[input].push_back(numbers[input]);
    }
  }
  const bool played = std::any_of(all.counts.begin(), all.counts.end(),
                                  [](const Counts& counts) { return counts.played > 0.0; });
  if (!played) return all.first_fault;
  for (std::size_t place = 0; place < result.models.size(); ++place) {
    const Counts& counts = all.counts[place];
    if (counts.played <= 0.0) continue;
    const int played_draws = result.drawn ? static_cast<int>(counts.played) : 0;
    result.models[place].outcome = outcome_of(scenario, counts, played_draws);
  }
  result.ensemble = ensemble_of(scenario, all, result.drawn);
  if (result.drawn) result.inputs = inputs_of(own.inputs(), all);
  return result;
}

}  // namespace detente
