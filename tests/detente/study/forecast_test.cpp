// Forecasts against plain loops over the same draws, and against what can be said beforehand.

#include "detente/study/forecast.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "detente/scenario/edit.hpp"
#include "detente/scenario/load.hpp"
#include "detente/study/forecast_draws.hpp"
#include "detente/study/sample.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only
using nlohmann::json;

namespace {

const std::string kStrip = R"(schema: detente/scenario/1
id: strip
title: Strip
issues:
  land: {options: {a: {at: 0}, c: {at: 80}, b: {at: 40}}}
  depth: {range: [0, 10], unit: km, steps: 6}
actors:
  north:
    walk_away: 0.3
    positions: {land: {ideal: 0, salience: 1}, depth: {ideal: 2, salience: 0.5}}
  south:
    walk_away: 0.3
    positions: {land: {ideal: 80, salience: 1}, depth: {ideal: 8, salience: 0.5}}
stages:
  - {id: talks, rounds: 6}
)";

Scenario strip(const std::string& uncertain = {}) {
  auto loaded = parse_scenario(kStrip + uncertain, "strip.yaml");
  if (!loaded) FAIL(to_string(loaded.error().front()));
  return loaded->scenario;
}

Scenario paris() {
  return load_scenario(DETENTE_SOURCE_DIR "/scenarios/paris.yaml")->scenario;
}

ForecastReport forecast_of(const Scenario& scenario, const ForecastOptions& options = {}) {
  auto result = forecast(scenario, {.seed = 4}, options);
  if (!result) FAIL(to_string(result.error().front()));
  return std::move(result).value();
}

}  // namespace

TEST_CASE("a forecast counts what a loop over draw_uncertain() counts") {
  const Scenario scenario = paris();
  constexpr int kRuns = 40;
  const ForecastReport result = forecast_of(scenario, {.runs = kRuns});
  REQUIRE(result.models.size() == 2);
  double together = 0.0;
  for (const ModelForecast& model : result.models) {
    CAPTURE(model.id);
    int agreed = 0;
    int settled = 0;
    double sum = 0.0;
    for (std::uint32_t draw = 0; draw < kRuns; ++draw) {
      const auto drawn = draw_uncertain(scenario, 4, draw);
      REQUIRE(drawn);
      const auto outcome = simulate_outcome(*drawn, {.model = model.id, .seed = 4});
      REQUIRE(outcome);
      agreed += outcome->agreed ? 1 : 0;
      if (outcome->package.empty()) continue;
      ++settled;
      sum += drawn->issues[0].options[outcome->package[0]].at;
    }
    CHECK(model.outcome.agreed == doctest::Approx(static_cast<double>(agreed) / kRuns));
    CHECK(model.outcome.issues[0].settled == doctest::Approx(static_cast<double>(settled) / kRuns));
    CHECK(model.outcome.issues[0].mean == doctest::Approx(sum / settled));
    together += model.outcome.agreed / 2.0;
  }
  CHECK(result.ensemble.agreed == doctest::Approx(together));
  REQUIRE(result.ensemble.interval);
  CHECK(result.ensemble.interval->contains(together));
}

TEST_CASE("shares add up, quantiles rise and are places of the issue") {
  const ForecastReport result = forecast_of(paris(), {.runs = 60});
  for (const OutcomeForecast* outcome :
       {&result.models[0].outcome, &result.models[1].outcome, &result.ensemble}) {
    double ended = outcome->agreed;
    for (const StageForecast& stage : outcome->stages) ended += stage.ended;
    CHECK(ended == doctest::Approx(1.0));
    CHECK(outcome->stages.back().agreed == doctest::Approx(outcome->agreed));
    for (std::size_t issue = 0; issue < outcome->issues.size(); ++issue) {
      const IssueForecast& own = outcome->issues[issue];
      double sum = 0.0;
      for (const double share : own.options) sum += share;
      CHECK(sum == doctest::Approx(1.0));
      CHECK(std::is_sorted(own.quantiles.begin(), own.quantiles.end()));
      CHECK(own.quantiles[2] == own.median);
      const auto& options = result.scenario->issues[issue].options;
      CHECK(std::any_of(options.begin(), options.end(),
                        [&](const Option& option) { return option.at == own.median; }));
    }
  }
}

TEST_CASE("nothing uncertain: one run for each model, no interval, no inputs") {
  const ForecastReport result = forecast_of(strip());
  CHECK_FALSE(result.drawn);
  CHECK(result.runs == 1);
  for (const ModelForecast& model : result.models) {
    CHECK_FALSE(model.outcome.interval);
    const auto outcome = simulate_outcome(strip(), {.model = model.id, .seed = 4});
    CHECK(model.outcome.agreed == (outcome->agreed ? 1.0 : 0.0));
  }
  CHECK_FALSE(result.ensemble.interval);
  CHECK(result.inputs.empty());
  const json document = json::parse(to_json(result));
  CHECK(document.at("ensemble").at("interval").is_null());
  CHECK(document.at("uncertain") == false);
}

TEST_CASE("the input that decides is named first, with nearly all of the variance") {
  // above 0.8 south refuses everything that north could offer
  const ForecastReport result = forecast_of(strip(R"(uncertain:
  actors.north.power: {uniform: [1, 2]}
  actors.south.walk_away: {choice: {0.1: 1, 0.99: 1}}
  actors.north.walk_away: {uniform: [0.3, 0.4]}
)"),
                                            {.runs = 300});
  REQUIRE(result.inputs.size() == 3);
  CHECK(result.inputs[0].path == "actors.south.walk_away");
  CHECK_FALSE(result.inputs[0].is_text);
  CHECK(result.inputs[0].ensemble.first->value > 0.95);
  CHECK(result.inputs[0].ensemble.correlation->value < -0.95);
  CHECK(result.inputs[0].models.size() == 2);
  CHECK(result.inputs[1].ensemble.first->interval.contains(0.0));
  CHECK(result.ensemble.agreed == doctest::Approx(0.5).epsilon(0.15));
}

TEST_CASE("words are drawn too, and a wildcard with `each` is several inputs") {
  const ForecastReport result = forecast_of(strip(R"(uncertain:
  actors.*.walk_away: {uniform: [0.1, 0.9], each: yes}
  actors.north.tactic: {choice: [linear, boulware]}
)"),
                                            {.models = {"offers"}, .runs = 100});
  REQUIRE(result.inputs.size() == 3);
  int words = 0;
  for (const ForecastInput& input : result.inputs) {
    words += input.is_text ? 1 : 0;
    CHECK(input.path.find('*') == std::string::npos);
    if (input.is_text) CHECK_FALSE(input.ensemble.correlation);
  }
  CHECK(words == 1);
  CHECK(result.failed == 0);
}

TEST_CASE("what is set is no longer drawn; all else is drawn as before") {
  const std::string uncertain = R"(uncertain:
  actors.*.walk_away: {uniform: [0.1, 0.9], each: yes}
  actors.*.power: {uniform: [1, 2]}
  actors.south.positions.land.ideal: {uniform: [60, 100]}
)";
  const auto inputs_of = [&](const std::vector<std::string>& texts) {
    std::vector<Edit> settings;
    for (const std::string& text : texts) settings.push_back(parse_edit(text).value());
    const auto changed = detente::apply(strip(uncertain), settings);
    REQUIRE(changed);
    const ForecastReport result =
        forecast_of(*changed, {.models = {"offers"}, .runs = 60, .settings = settings});
    std::vector<std::string> paths = result.settled;
    std::sort(paths.begin(), paths.end());
    return std::pair{paths, result};
  };
  using Paths = std::vector<std::string>;
  CHECK(inputs_of({}).first.empty());
  CHECK(inputs_of({}).second.inputs.size() == 4);
  const auto [one, without_one] = inputs_of({"actors.north.walk_away=0.99"});
  CHECK(one == Paths{"actors.north.walk_away"});
  CHECK(without_one.inputs.size() == 3);
  CHECK(without_one.ensemble.agreed == 0.0);
  CHECK(inputs_of({"actors.*.walk_away=0.2"}).first ==
        Paths{"actors.north.walk_away", "actors.south.walk_away"});
  // of the power, one draw for both, the other's is still drawn
  CHECK(inputs_of({"actors.north.power=3"}).second.inputs.size() == 4);
  CHECK(inputs_of({"actors.*.power=3"}).second.inputs.size() == 3);
  // what holds it
  CHECK(inputs_of({"actors.south.positions.land={ideal: 80, salience: 1}"}).first ==
        Paths{"actors.south.positions.land.ideal"});
  CHECK(inputs_of({"actors.south.positions.depth.ideal=5"}).first.empty());
  const auto all =
      inputs_of({"actors.*.walk_away=0.2", "actors.*.power=1", "actors.*.positions.land.ideal=70"});
  CHECK_FALSE(all.second.drawn);
  CHECK(all.second.runs == 1);

  // set to what is there already, and not drawn: the other draws are the same ones
  Scenario changed = strip(uncertain);
  std::vector<double> before;
  std::vector<double> after;
  auto drawn = Draws::of(changed, 4);
  auto rest = Draws::of(changed, 4, {parse_edit("actors.north.walk_away=0.3").value()});
  REQUIRE(drawn);
  REQUIRE(rest);
  Draws all_draws = std::move(drawn).value();
  Draws rest_draws = std::move(rest).value();
  REQUIRE(all_draws.draw(7, before));
  REQUIRE(rest_draws.draw(7, after));
  before.erase(before.begin());
  CHECK(before == after);
}

TEST_CASE("forecast/1 names the settings with their values") {
  const std::vector<Edit> settings{parse_edit("actors.north.walk_away=0.4").value(),
                                   parse_edit("actors.south.tactic=linear").value()};
  const Scenario scenario = strip("uncertain:\n  actors.*.walk_away: {uniform: [0.1, 0.5]}\n");
  const json document =
      json::parse(to_json(forecast_of(scenario, {.runs = 19, .settings = settings})));
  CHECK(document.at("settings") ==
        json({{"actors.north.walk_away", 0.4}, {"actors.south.tactic", "linear"}}));
  CHECK(document.at("uncertain") == true);
  // fewer than twenty draws drive nothing
  CHECK(document.at("inputs")[0].at("first_order").is_null());
  CHECK(json::parse(to_json(forecast_of(scenario, {.runs = 19}))).at("settings").empty());
}

TEST_CASE("all draws alike: no share of nothing, not even of rounding") {
  const ForecastReport result =
      forecast_of(strip("uncertain:\n  actors.north.power: {uniform: [1, 2]}\n"), {.runs = 50});
  CHECK_FALSE(result.inputs[0].ensemble.first);
  CHECK_FALSE(result.inputs[0].ensemble.correlation);
  CHECK(to_json(result).find("nan") == std::string::npos);
}

TEST_CASE("forecast/1: places on the issue's own axis, options by id, equal weights") {
  const json document = json::parse(to_json(forecast_of(
      strip("uncertain:\n  actors.*.walk_away: {uniform: [0.1, 0.5]}\n"), {.runs = 50})));
  CHECK(document.at("schema") == "detente/forecast/1");
  CHECK(document.at("label") == "under these assumptions");
  CHECK(document.at("runs") == 50);
  CHECK(document.at("failed") == 0);
  CHECK(document.at("models")[0].at("id") == "coalition");
  CHECK(document.at("models")[1].at("id") == "offers");
  CHECK(document.at("ensemble").at("weights") == "equal");
  CHECK(document.at("ensemble").at("interval").size() == 2);
  const json& land = document.at("ensemble").at("issues").at("land");
  for (const char* quantile : {"5", "25", "50", "75", "95"}) {
    CHECK(land.at("quantiles").at(quantile).is_number());
  }
  CHECK(land.at("options").contains("a"));
  CHECK(land.at("settled").get<double>() + land.at("without").get<double>() == 1.0);
  const json& depth = document.at("ensemble").at("issues").at("depth");
  CHECK(depth.at("median").get<double>() <= 10.0);
  CHECK(document.at("inputs")[0].at("path") == "actors.*.walk_away");
}

TEST_CASE("the same scenario, seed and number of draws: the same bytes") {
  const Scenario scenario = paris();
  CHECK(to_json(forecast_of(scenario, {.runs = 20})) ==
        to_json(forecast_of(scenario, {.runs = 20})));
  const auto other = forecast(scenario, {.seed = 5}, {.runs = 20});
  REQUIRE(other);
  CHECK(to_json(*other) != to_json(forecast_of(scenario, {.runs = 20})));
}

TEST_CASE("faults: no runs, no models, one that is not there, one twice") {
  const Scenario scenario = strip();
  CHECK_FALSE(forecast(scenario, {}, {.runs = 0}));
  CHECK_FALSE(forecast(scenario, {}, {.models = {}}));
  const auto wrong = forecast(scenario, {}, {.models = {"ofers"}});
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error()[0].hint == "did you mean 'offers'?");
  CHECK_FALSE(forecast(scenario, {}, {.models = {"offers", "offers"}}));
  const std::atomic<bool> asked{true};
  const auto stopped = forecast(scenario, {}, {}, Stop(&asked));
  REQUIRE_FALSE(stopped);
  CHECK(stopped.error()[0].code == Code::stopped);
}

TEST_CASE("draws that cannot be played are counted apart; if all are, the reason is the answer") {
  // two rounds of ten thousand and one are too many
  const std::string some = "uncertain:\n  stages.talks.rounds: {choice: [5, 6, 10001]}\n";
  auto loaded = parse_scenario(kStrip + some, "strip.yaml");
  if (!loaded) return;  // refused where it is read, which is as good
  const ForecastReport result = forecast_of(loaded->scenario, {.runs = 60});
  CHECK(result.failed > 0);
  CHECK(result.failed < 60);
  CHECK(result.models[0].failed == result.failed);
  CHECK_FALSE(result.models[0].fault.empty());
  CHECK(result.models[0].outcome.interval);
}
