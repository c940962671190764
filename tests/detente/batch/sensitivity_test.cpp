// What is said of a batch, on results made by hand: what comes out is known before.

#include "detente/batch/sensitivity.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "detente/batch/experiment.hpp"
#include "detente/batch/sensitivity_sample.hpp"
#include "detente/core/rng.hpp"
#include "detente/report/sensitivity_table.hpp"
#include "support/batch.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only
using detente::support::batch_by_hand;
using detente::support::kEmpty;
using nlohmann::json;

namespace {

constexpr double kPi = 3.14159265358979323846;

const std::string kThree = R"(vary:
  actors.north.walk_away: {uniform: [0, 1]}
  actors.south.walk_away: {uniform: [0, 1]}
  actors.north.power: {uniform: [1, 2]}
metrics: [agreed, utility.north]
)";

double ishigami(double x, double y, double z) {
  const double sine = std::sin(kPi * (2.0 * y - 1.0));
  const double first = std::sin(kPi * (2.0 * x - 1.0));
  return first + 7.0 * sine * sine + 0.1 * std::pow(kPi * (2.0 * z - 1.0), 4) * first;
}

/// The runs of a plan with three inputs; the metrics are functions of these.
template <typename Agreed, typename Utility>
Results three_inputs(const std::string& design, int repetitions, Agreed agreed, Utility utility) {
  const std::string text =
      "schema: detente/batch/1\nscenario: strip.yaml\nrepetitions: " + std::to_string(repetitions) +
      "\ndesign: " + design + '\n' + kThree;
  auto loaded = parse_plan(text, "p.yaml", support::kBatchScenario, "strip.yaml");
  if (!loaded) FAIL(to_string(loaded.error().front()));
  const Experiment experiment = make_experiment(std::move(loaded).value());
  Results results{.folder = "by-hand", .planned = experiment.runs, .repetitions = repetitions};
  results.plan_file = "p.yaml";
  results.plan_text = text;
  results.scenario_file = "strip.yaml";
  results.scenario_text = support::kBatchScenario;
  for (const Column& column : experiment.columns) results.columns.push_back({.column = column});
  std::vector<Setting> settings;
  for (std::int64_t run = 0; run < experiment.runs; ++run) {
    const int repetition = static_cast<int>(run % repetitions);
    experiment.points.at(run / repetitions, repetition, settings);
    std::vector<double> in;
    for (const Setting& setting : settings) {
      in.push_back(setting.choice == Setting::kUnset ? kEmpty : setting.number);
    }
    for (std::size_t input = 0; input < 3; ++input)
      results.columns[input].numbers.push_back(in[input]);
    results.columns[3].numbers.push_back(agreed(in, repetition) ? 1.0 : 0.0);
    results.columns[4].numbers.push_back(utility(in, repetition));
    results.runs.push_back(run);
    results.ok.push_back(true);
  }
  return results;
}

Sensitivity studied(const Results& results, const SensitivityOptions& options = {}) {
  auto result = sensitivity(results, options);
  if (!result) FAIL(to_string(result.error().front()));
  return std::move(result).value();
}

const InputEffect& effect_of(const MetricSensitivity& metric, int input) {
  const auto found = std::find_if(metric.effects.begin(), metric.effects.end(),
                                  [&](const InputEffect& effect) { return effect.input == input; });
  REQUIRE(found != metric.effects.end());
  return *found;
}

const SensitivityRemark* remark_of(const std::vector<SensitivityRemark>& remarks,
                                   SensitivityWarning kind) {
  const auto found = std::find_if(remarks.begin(), remarks.end(),
                                  [&](const auto& remark) { return remark.kind == kind; });
  return found == remarks.end() ? nullptr : &*found;
}

Results ishigami_batch(int repetitions = 1, int points = 1024) {
  return three_inputs(
      "{kind: saltelli, n: " + std::to_string(points) + "}", repetitions,
      [](const auto& in, int) { return in[0] <= 0.5; },
      [](const auto& in, int repetition) {
        return ishigami(in[0], in[1], in[2] - 1.0) + (repetition % 2 == 0 ? 0.5 : -0.5);
      });
}

}  // namespace

TEST_CASE("a design after Saltelli gives Ishigami's indices, from the plan to the estimate") {
  const Sensitivity result = studied(ishigami_batch(), {.resamples = 300});
  CHECK(result.design == Design::Kind::saltelli);
  REQUIRE(result.metrics.size() == 2);
  const MetricSensitivity& utility = result.metrics[1];
  CHECK(utility.method == SobolMethod::saltelli);
  CHECK(utility.base_points == 1024);
  CHECK(utility.n == 2048);
  const std::vector<double> first{0.3139, 0.4424, 0.0};
  const std::vector<double> total{0.5576, 0.4424, 0.2437};
  for (int input = 0; input < 3; ++input) {
    CAPTURE(input);
    const InputEffect& effect = effect_of(utility, input);
    REQUIRE(effect.first);
    REQUIRE(effect.total);
    // a Sobol' sequence: far nearer than random points; 0.02 has stood since the first run
    CHECK(std::abs(effect.first->value - first[input]) < 0.02);
    CHECK(std::abs(effect.total->value - total[input]) < 0.02);
    CHECK(effect.first->interval.contains(first[input]));
    CHECK(effect.total->interval.contains(total[input]));
  }
  const auto* zero = remark_of(utility.remarks, SensitivityWarning::contains_zero);
  REQUIRE(zero != nullptr);
  CHECK(zero->inputs == std::vector<int>{2});
  // agreed depends on the first input alone
  const MetricSensitivity& agreed = result.metrics[0];
  CHECK(effect_of(agreed, 0).first->value == doctest::Approx(1.0).epsilon(0.03));
  CHECK(effect_of(agreed, 1).total->value == 0.0);
  CHECK(agreed.effects.front().input == 0);
}

TEST_CASE("thresholds after Saltelli count the points A and B alone, as bars do") {
  const auto first_half = [](const auto& in, int) { return in[0] <= 0.5; };
  const auto nothing = [](const auto&, int) { return 0.0; };
  for (const int repetitions : {1, 3}) {
    CAPTURE(repetitions);
    const Sensitivity result =
        studied(three_inputs("{kind: saltelli, n: 64}", repetitions, first_half, nothing),
                {.resamples = 20});
    CHECK(result.rows == 64 * 5 * repetitions);
    CHECK(result.counted == 64 * 2 * repetitions);
    REQUIRE(result.metrics[0].thresholds.size() == 2);
    for (const Threshold& threshold : result.metrics[0].thresholds) {
      CHECK(threshold.input == 0);
      CHECK(threshold.runs + threshold.runs_elsewhere == result.counted);
    }
  }
}

TEST_CASE("fewer than twenty base points: no indices and no intervals, but bars and a warning") {
  const Sensitivity few = studied(ishigami_batch(1, 16), {.resamples = 20});
  const Sensitivity enough = studied(ishigami_batch(1, 32), {.resamples = 20});
  const MetricSensitivity& utility = few.metrics[1];
  CHECK(remark_of(utility.remarks, SensitivityWarning::too_few)->count == 16);
  CHECK_FALSE(effect_of(utility, 0).first);
  CHECK_FALSE(effect_of(utility, 0).total);
  CHECK(effect_of(utility, 0).bar);
  CHECK(effect_of(enough.metrics[1], 0).first);
  CHECK(remark_of(enough.metrics[1].remarks, SensitivityWarning::too_few) == nullptr);
}

TEST_CASE(
    "a numeric input with few values goes from the lowest to the highest; spread shows a bend") {
  Results results = batch_by_hand();
  for (std::int64_t run = 0; run < 20; ++run) {
    // along north 0.6, 1, 0.2, 0.4
    const std::vector<double> bend{0.6, 1.0, 0.2, 0.4};
    results.columns[5].numbers[run] = bend[run / 5];
  }
  const Sensitivity result = studied(results, {.metrics = {"utility.north", "agreed"}});
  const TornadoBar& bent = *effect_of(result.metrics[0], 0).bar;
  CHECK(bent.steps[bent.low].from == doctest::Approx(0.1));
  CHECK(bent.steps[bent.high].from == doctest::Approx(0.7));
  CHECK(bent.swing == doctest::Approx(-0.2));
  CHECK(bent.spread == doctest::Approx(0.8));
  CHECK(result.metrics[0].effects.front().input == 0);
  CHECK(effect_of(result.metrics[1], 1).bar->swing == doctest::Approx(-0.75));
  const std::string text = sensitivity_table(result, {.language = Language::en, .colour = false});
  CHECK(text.find("0.6 at 0.1; 0.4 at 0.7; change \u22120.2, spread 0.8") != std::string::npos);
  CHECK(text.find("change \u22120.75\n") != std::string::npos);
}

TEST_CASE("repetitions of a point are averaged before its indices are taken") {
  const Sensitivity once = studied(ishigami_batch(1, 64), {.resamples = 20});
  const Sensitivity twice = studied(ishigami_batch(2, 64), {.resamples = 20});
  CHECK(twice.by_point);
  CHECK_FALSE(once.by_point);
  CHECK(twice.metrics[1].n == once.metrics[1].n);
  for (int input = 0; input < 3; ++input) {
    CHECK(effect_of(twice.metrics[1], input).first->value ==
          doctest::Approx(effect_of(once.metrics[1], input).first->value));
  }
}

TEST_CASE("a base point without all of its runs is left out, and counted") {
  Results results = ishigami_batch(1, 64);
  results.ok[7] = false;  // in the second base point
  results.columns[4].numbers[7] = kEmpty;
  results.columns[4].numbers[20] = kEmpty;  // in the fifth
  for (auto& column : results.columns) column.numbers.resize(300);
  results.runs.resize(300);
  results.ok.resize(300);
  const Sensitivity result = studied(results, {.resamples = 20});
  CHECK(result.metrics[1].base_points == 58);
  CHECK(remark_of(result.metrics[1].remarks, SensitivityWarning::left_out)->count == 2);
  CHECK(remark_of(result.metrics[1].remarks, SensitivityWarning::missing)->count == 1);
  CHECK(remark_of(result.metrics[0].remarks, SensitivityWarning::left_out)->count == 1);
  CHECK(remark_of(result.remarks, SensitivityWarning::incomplete)->count == 20);
  CHECK(remark_of(result.remarks, SensitivityWarning::failed)->count == 1);
}

TEST_CASE("a constant metric has no indices, no correlations and no thresholds, and says so") {
  for (const std::string design : {"{kind: saltelli, n: 32}", "{kind: lhs, n: 100}"}) {
    CAPTURE(design);
    const Sensitivity result = studied(three_inputs(
        design, 1, [](const auto&, int) { return true; }, [](const auto&, int) { return 0.3; }));
    for (const MetricSensitivity& metric : result.metrics) {
      CHECK(remark_of(metric.remarks, SensitivityWarning::constant) != nullptr);
      CHECK(metric.thresholds.empty());
      for (const InputEffect& effect : metric.effects) {
        CHECK_FALSE(effect.first);
        CHECK_FALSE(effect.total);
        CHECK_FALSE(effect.correlation);
      }
    }
    CHECK(to_json(result).find("nan") == std::string::npos);
  }
}

TEST_CASE("sampled designs: fifths, shares by classes, rank correlation, a threshold") {
  const Sensitivity result = studied(three_inputs(
      "{kind: lhs, n: 2000}", 1, [](const auto& in, int) { return in[0] <= 0.64; },
      [](const auto& in, int) { return in[0] - 2.0 * in[1]; }));
  const MetricSensitivity& utility = result.metrics[1];
  CHECK(utility.method == SobolMethod::classes);
  CHECK(utility.effects.front().input == 1);
  const InputEffect& second = utility.effects.front();
  REQUIRE(second.bar);
  CHECK(second.bar->steps.size() == 5);
  // the mean of in[1] is 0.1 in the lowest fifth and 0.9 in the highest
  CHECK(second.bar->swing == doctest::Approx(-1.6).epsilon(0.03));
  CHECK(second.bar->steps[0].n == 400);
  CHECK(second.bar->steps[4].from == doctest::Approx(0.8).epsilon(0.01));
  CHECK(second.first->value == doctest::Approx(0.8).epsilon(0.03));
  CHECK(effect_of(utility, 0).first->value == doctest::Approx(0.2).epsilon(0.1));
  CHECK(second.first->interval.contains(0.8));
  CHECK(second.correlation->value < -0.8);
  CHECK(effect_of(utility, 2).correlation->interval.contains(0.0));
  const MetricSensitivity& agreed = result.metrics[0];
  REQUIRE(agreed.thresholds.size() == 2);
  for (const Threshold& threshold : agreed.thresholds) {
    CHECK(threshold.input == 0);
    CHECK(threshold.cut == 0.64);
    CHECK(threshold.share == 1.0);
    CHECK(threshold.runs == (threshold.above ? 720 : 1280));
    CHECK(threshold.yes == !threshold.above);
    CHECK(threshold.gain == doctest::Approx(1.0));
  }
}

TEST_CASE("one at a time: every step against what comes with nothing changed") {
  const std::string text = R"(schema: detente/batch/1
scenario: strip.yaml
repetitions: 2
design: oat
vary:
  actors.north.walk_away: {values: [0.1, 0.3, 0.9]}
  actors.south.walk_away: {values: [0.2, 0.4]}
metrics: [utility.north]
)";
  Results results{.folder = "x", .planned = 12, .repetitions = 2};
  results.plan_text = text;
  results.plan_file = "p";
  results.scenario_text = support::kBatchScenario;
  results.scenario_file = "s";
  using Role = Column::Role;
  using Kind = Column::Kind;
  ResultColumn north{{"actors.north.walk_away", Kind::real, Role::varied}};
  ResultColumn south{{"actors.south.walk_away", Kind::real, Role::varied}};
  ResultColumn utility{{"utility.north", Kind::real, Role::metric}};
  const std::vector<double> first{kEmpty, 0.1, 0.3, 0.9, kEmpty, kEmpty};
  const std::vector<double> second{kEmpty, kEmpty, kEmpty, kEmpty, 0.2, 0.4};
  const std::vector<double> out{0.5, 0.4, 0.5, 0.9, 0.5, 0.3};
  for (std::int64_t run = 0; run < 12; ++run) {
    results.runs.push_back(run);
    results.ok.push_back(true);
    north.numbers.push_back(first[run / 2]);
    south.numbers.push_back(second[run / 2]);
    utility.numbers.push_back(out[run / 2] + (run % 2 == 0 ? 0.01 : -0.01));
  }
  results.columns = {south, north, utility};
  const Sensitivity result = studied(results);
  const MetricSensitivity& metric = result.metrics.front();
  REQUIRE(metric.base);
  CHECK(*metric.base == doctest::Approx(0.5));
  CHECK(metric.effects.front().input == 1);
  const TornadoBar& wide = *metric.effects[0].bar;
  REQUIRE(wide.steps.size() == 3);
  CHECK(wide.steps[1].from == 0.3);
  CHECK(wide.steps[1].mean == doctest::Approx(0.5));
  CHECK(wide.steps[1].n == 2);
  CHECK(wide.swing == doctest::Approx(0.5));
  CHECK(metric.effects[1].bar->swing == doctest::Approx(-0.2));
  CHECK(metric.effects[1].bar->spread == doctest::Approx(0.2));
  CHECK(metric.method == SobolMethod::none);
}

TEST_CASE("an input of words has the lowest and the highest mean, and no correlation") {
  Results results = batch_by_hand();
  ResultColumn tactic{{"actors.north.tactic", Column::Kind::text, Column::Role::varied},
                      {},
                      {"linear", "boulware", "conceder"}};
  for (std::int64_t run = 0; run < 20; ++run) {
    tactic.numbers.push_back(static_cast<double>(run % 3));
    results.columns[5].numbers[run] = run % 3 == 1 ? 0.9 : run % 3 == 2 ? 0.2 : 0.5;
  }
  results.columns.insert(results.columns.begin(), tactic);
  const Sensitivity result = studied(results, {.metrics = {"utility.north"}});
  const InputEffect& effect = result.metrics.front().effects.front();
  CHECK(effect.input == 0);
  CHECK(effect.bar->steps[effect.bar->low].word == "conceder");
  CHECK(effect.bar->steps[effect.bar->high].word == "boulware");
  CHECK(effect.bar->swing == doctest::Approx(0.7));
  CHECK(effect.first->value == doctest::Approx(1.0));
  CHECK_FALSE(effect.correlation);
}

TEST_CASE("metrics by name, pattern and word; faults name what there is") {
  const Results results = batch_by_hand();
  CHECK(studied(results).metrics.size() == 2);  // agreed, utility.north
  CHECK(studied(results, {.metrics = {"utility.*", "round"}}).metrics.size() == 2);
  CHECK(studied(results, {.metrics = {"*"}}).metrics.size() == 3);
  const Sensitivity deadline = studied(results, {.metrics = {"reason=deadline"}});
  CHECK(deadline.metrics.front().metric == "reason=deadline");
  CHECK(deadline.metrics.front().yes_no);
  CHECK(deadline.metrics.front().mean == doctest::Approx(0.3));
  const auto wrong = sensitivity(results, {.metrics = {"agred", "reason", "reason=x"}});
  REQUIRE_FALSE(wrong);
  REQUIRE(wrong.error().size() == 3);
  CHECK(wrong.error()[0].hint == "did you mean 'agreed'?");
  CHECK(wrong.error()[0].message.find("there are: agreed, round, reason, utility.north") !=
        std::string::npos);
  CHECK(wrong.error()[1].hint.find("reason=agreement") != std::string::npos);
}

TEST_CASE("runs without a number for a metric are left out of it, and counted") {
  const Sensitivity result = studied(batch_by_hand(20, 2), {.metrics = {"round"}});
  CHECK(result.failed == 2);
  CHECK(result.metrics.front().n == 14);
  CHECK(remark_of(result.metrics.front().remarks, SensitivityWarning::missing)->count == 4);
}

TEST_CASE("sensitivity/1: fields that scripts rely on, and null where there is nothing") {
  const Sensitivity result =
      studied(batch_by_hand(20, 1), {.map = std::pair<std::string, std::string>{
                                         "actors.north.walk_away", "actors.south.walk_away"}});
  const json document = json::parse(to_json(result));
  CHECK(document.at("schema") == "detente/sensitivity/1");
  CHECK(document.at("design") == "grid");
  CHECK(document.at("runs") == 20);
  CHECK(document.at("failed") == 1);
  const json& metric = document.at("metrics")[0];
  CHECK(metric.at("metric") == "agreed");
  CHECK(metric.at("inputs").size() == 2);
  CHECK(metric.at("inputs")[0].at("total_order").is_null());
  // 19 runs: nothing but bars
  CHECK(document.at("counted") == 19);
  CHECK(metric.at("inputs")[0].at("first_order").is_null());
  CHECK(metric.at("inputs")[0].at("rank_correlation").is_null());
  CHECK(metric.at("inputs")[0].at("swing").is_number());
  CHECK(metric.at("first_order_method") == "none");
  CHECK(metric.at("warnings")[0].at("kind") == "too_few");
  CHECK(metric.at("warnings")[0].at("count") == 19);
  const json enough = json::parse(to_json(studied(batch_by_hand())));
  CHECK(enough.at("metrics")[0].at("inputs")[0].at("first_order").at("interval").size() == 2);
  CHECK(enough.at("metrics")[0].at("first_order_method") == "classes");
  const json& map = document.at("map");
  CHECK(map.at("outcomes").size() == 2);
  CHECK(map.at("cells").size() == 20);
  CHECK(map.at("cells")[0].at("shares") == json::array({1.0, 0.0}));
  CHECK(map.at("cells")[19].at("n") == 0);
  CHECK(map.at("left_out") == 1);
}

TEST_CASE("a plan that can no longer be read: taken for a list, and said") {
  Results results = batch_by_hand();
  results.plan_text = "schema: detente/batch/9\n";
  const Sensitivity result = studied(results);
  CHECK(result.design == Design::Kind::list);
  CHECK(remark_of(result.remarks, SensitivityWarning::unreadable_plan) != nullptr);
}
