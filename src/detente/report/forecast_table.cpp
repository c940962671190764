#include "detente/report/forecast_table.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "detente/report/page.hpp"
#include "detente/report/study_page.hpp"
#include "detente/report/study_words.hpp"
#include "detente/report/voice.hpp"

namespace detente {
namespace {

using detail::Page;
using detail::percent_in;
using detail::plain_number;
using detail::Slots;
using detail::study_phrase;
using detail::Tone;
using detail::Voice;

constexpr int kIndent = 2;
constexpr int kDeepIndent = 4;
constexpr std::size_t kListedOptions = 6;  // of an issue with many, the most frequent
constexpr int kCell = 18;

struct Telling {
  const ForecastReport* forecast = nullptr;
  Voice voice;
  Page page;

  Language language() const { return voice.language(); }
  std::string say(std::string_view key, const Slots& slots = {}) const {
    return study_phrase(language(), key, slots);
  }
};

void tell_settings(Telling& telling) {
  const ForecastReport& forecast = *telling.forecast;
  if (forecast.settings.empty()) return;
  const auto add = [](std::string& list, const std::string& one) {
    list.append(list.empty() ? "" : "; ").append(one);
  };
  std::string set;
  for (const Edit& setting : forecast.settings) {
    add(set, setting.path + "=" + to_string(setting.value));
  }
  telling.page.add(telling.say("forecast.set", {{"list", set}}), kIndent);
  std::string settled;
  for (const std::string& path : forecast.settled) add(settled, path);
  if (settled.empty()) return;
  telling.page.add(telling.say("forecast.settled", {{"list", settled}}), kIndent);
}

std::string interval_of(const Telling& telling, const std::optional<Interval>& interval) {
  return telling.say("interval", {{"low", percent_in(telling.language(), interval->low)},
                                  {"high", percent_in(telling.language(), interval->high)}});
}

void tell_stages(Telling& telling, const OutcomeForecast& outcome) {
  if (outcome.stages.size() < 2) return;
  for (std::size_t stage = 0; stage < outcome.stages.size(); ++stage) {
    const StageForecast& own = outcome.stages[stage];
    telling.page.add(
        telling.say("forecast.stage", {{"stage", telling.voice.stage(static_cast<int>(stage))},
                                       {"agreed", percent_in(telling.language(), own.agreed)},
                                       {"ended", percent_in(telling.language(), own.ended)}}),
        kIndent);
  }
}

void tell_model(Telling& telling, const ModelForecast& model) {
  const int played = telling.forecast->runs - model.failed;
  if (played > 0 && telling.forecast->drawn) {
    const int agreed = static_cast<int>(std::floor(model.outcome.agreed * played + 0.5));
    telling.page.add(telling.say("forecast.model",
                                 {{"n", agreed},
                                  {"runs", played},
                                  {"model", model.id},
                                  {"share", percent_in(telling.language(), model.outcome.agreed)},
                                  {"interval", interval_of(telling, model.outcome.interval)}}));
    tell_stages(telling, model.outcome);
  } else if (played > 0) {
    const bool agreed = model.outcome.agreed > 0.5;
    telling.page.add(
        telling.say(agreed ? "forecast.model.yes" : "forecast.model.no", {{"model", model.id}}));
  }
  if (model.failed == 0) return;
  telling.page.add(telling.say("forecast.failed", {{"n", model.failed}, {"why", model.fault}}),
                   kIndent);
}

void tell_ensemble(Telling& telling) {
  const ForecastReport& forecast = *telling.forecast;
  if (!forecast.drawn || forecast.models.size() < 2) return;
  double low = 1.0;
  double high = 0.0;
  for (const ModelForecast& model : forecast.models) {
    if (model.failed == forecast.runs) continue;
    low = std::min(low, model.outcome.agreed);
    high = std::max(high, model.outcome.agreed);
  }
  const int points = static_cast<int>(std::floor(100.0 * (high - low) + 0.5));
  telling.page.add(telling.say("forecast.ensemble",
                               {{"share", percent_in(telling.language(), forecast.ensemble.agreed)},
                                {"interval", interval_of(telling, forecast.ensemble.interval)},
                                {"points", points}}));
}

/// The end of an issue's axis, with the unit of its own if it has one.
std::string end_of_axis(Language language, const Issue& issue) {
  const std::string end = plain_number(language, issue.low() + issue.axis());
  const bool has_unit = issue.range && !issue.range->unit.empty();
  return has_unit ? end + "\u00A0" + issue.range->unit : end;
}

/// The options with a share, the most frequent first where there are many.
std::string options_of(const Telling& telling, int issue, const IssueForecast& forecast) {
  std::vector<int> options;
  for (std::size_t option = 0; option < forecast.options.size(); ++option) {
    if (forecast.options[option] > 0.0) options.push_back(static_cast<int>(option));
  }
  if (options.size() > kListedOptions) {
    std::stable_sort(options.begin(), options.end(), [&](int left, int right) {
      return forecast.options[left] > forecast.options[right];
    });
    options.resize(kListedOptions);
  }
  std::string list;
  for (const int option : options) {
    if (!list.empty()) list += "; ";
    list += telling.say("forecast.option",
                        {{"option", telling.voice.option(issue, option)},
                         {"share", percent_in(telling.language(), forecast.options[option])}});
  }
  return list;
}

void tell_issue(Telling& telling, int issue, const IssueForecast& forecast) {
  const Language language = telling.language();
  const std::string title = telling.voice.issue(issue);
  if (forecast.settled <= 0.0) {
    return telling.page.add(telling.say("forecast.issue.none", {{"issue", title}}), kIndent);
  }
  const Issue& axis = telling.forecast->scenario->issues[issue];
  telling.page.add(
      telling.say("forecast.issue", {{"issue", title},
                                     {"from", plain_number(language, axis.low())},
                                     {"to", end_of_axis(language, axis)},
                                     {"settled", percent_in(language, forecast.settled)},
                                     {"median", plain_number(language, forecast.median)},
                                     {"low", plain_number(language, forecast.quantiles.front())},
                                     {"high", plain_number(language, forecast.quantiles.back())},
                                     {"mean", detail::number_in(language, forecast.mean, 1)}}),
      kIndent);
  telling.page.add(options_of(telling, issue, forecast), kDeepIndent);
}

void tell_issues(Telling& telling) {
  telling.page.gap();
  const bool is_one = telling.forecast->models.size() == 1;
  telling.page.add(telling.say(is_one ? "forecast.issues.one" : "forecast.issues"), 0,
                   Tone::heading);
  const auto& issues = telling.forecast->ensemble.issues;
  for (std::size_t issue = 0; issue < issues.size(); ++issue) {
    tell_issue(telling, static_cast<int>(issue), issues[issue]);
  }
}

void tell_inputs(Telling& telling) {
  const auto& inputs = telling.forecast->inputs;
  if (inputs.empty()) return;
  telling.page.gap();
  telling.page.add(telling.say("forecast.inputs"), 0, Tone::heading);
  const bool known = std::any_of(inputs.begin(), inputs.end(), [](const ForecastInput& input) {
    return input.ensemble.first.has_value();
  });
  if (!known) {
    const double agreed = telling.forecast->ensemble.agreed;
    const bool alike = agreed <= 0.0 || agreed >= 1.0;
    return telling.page.add(telling.say(alike ? "forecast.constant" : "forecast.few"), kIndent);
  }
  telling.page.add(telling.say("forecast.inputs.about"), 0, Tone::plain, 0);
  detail::add_cells(telling.page, "", {telling.say("column.first"), telling.say("column.rank")},
                    kCell);
  for (const ForecastInput& input : inputs) {
    detail::add_cells(telling.page, detail::short_path(input.path),
                      {detail::share_cell(telling.language(), input.ensemble.first),
                       detail::correlation_cell(telling.language(), input.ensemble.correlation)},
                      kCell);
  }
}

}  // namespace

std::string forecast_table(const ForecastReport& forecast, const NarrationOptions& options) {
  const Scenario& scenario = *forecast.scenario;
  Telling telling{&forecast, Voice(scenario, options.language), Page(options)};
  const std::string title = scenario.title.in(options.language, scenario.id);
  telling.page.add(
      telling.say(
          forecast.drawn             ? "forecast.heading"
          : forecast.settled.empty() ? "forecast.alone"
                                     : "forecast.alone.set",
          {{"title", title}, {"runs", forecast.runs}, {"seed", std::to_string(forecast.seed)}}),
      0, Tone::heading);
  tell_settings(telling);
  telling.page.gap();
  for (const ModelForecast& model : forecast.models) tell_model(telling, model);
  tell_ensemble(telling);
  tell_issues(telling);
  tell_inputs(telling);
  telling.page.gap();
  telling.page.add(telling.say("forecast.closing"), 0, Tone::plain, 0);
  return std::move(telling.page).take();
}

}  // namespace detente
