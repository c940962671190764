// forecast as people and scripts call it.

#include "cli/forecast.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "cli/exit_code.hpp"
#include "support/printed.hpp"

using namespace detente::cli;  // NOLINT(google-build-using-namespace): tests only
using detente::support::Printed;
using detente::support::widest_line;
using nlohmann::json;

namespace {

const std::string kParis = DETENTE_SOURCE_DIR "/scenarios/paris.yaml";

Printed forecast_it(const ForecastVerbOptions& options) {
  std::ostringstream out;
  std::ostringstream messages;
  const int code = run_forecast(options, out, messages);
  return {code, out.str(), messages.str()};
}

}  // namespace

TEST_CASE("forecast: under these assumptions, in every language, within 80 letters") {
  const std::vector<std::pair<std::string, std::string>> labels{
      {"en", "Under these assumptions"}, {"bg", "При тези допускания"}, {"uk", "За цих припущень"}};
  for (const auto& [spoken, label] : labels) {
    const std::string& language = spoken;  // no binding can be captured
    CAPTURE(language);
    const Printed text = forecast_it({.inputs = {.file = kParis},
                                      .show = {.language = language, .no_colour = true},
                                      .runs = 50});
    CHECK(text.code == kOk);
    CHECK(text.says(label));
    CHECK(text.says("russia.walk_away"));
    CHECK(text.out.find(" will ") == std::string::npos);
    CHECK(widest_line(text.out) <= 80);
  }
}

TEST_CASE("forecast --json: models asked for, settings made, seed given") {
  const Printed one = forecast_it({.inputs = {.file = kParis, .seed = 9},
                                   .show = {.json = true},
                                   .runs = 30,
                                   .models = {"offers"}});
  const json document = json::parse(one.out);
  CHECK(document.at("models").size() == 1);
  CHECK(document.at("seed") == 9);
  CHECK(document.at("ensemble").at("agreement_probability") ==
        document.at("models")[0].at("agreed"));
  const Printed set =
      forecast_it({.inputs = {.file = kParis, .sets = {"stages.settlement.rounds=1"}},
                   .show = {.json = true},
                   .runs = 30});
  CHECK(set.code == kOk);
  CHECK(json::parse(set.out).at("ensemble").at("agreement_probability").get<double>() < 0.4);
}

TEST_CASE("forecast: one model has no weights, and one draw ends where others end") {
  const Printed one = forecast_it({.inputs = {.file = kParis, .seed = 1},
                                   .show = {.no_colour = true},
                                   .runs = 1,
                                   .models = {"offers"}});
  CHECK(one.says("What is in force at the end, where something is\n"));
  CHECK_FALSE(one.says("equal weights"));
  const std::string agreed = one.says("1 of 1 draw") ? "ends" : "end";
  CHECK(one.says("draw under the model “offers” " + agreed + " with an\n"));
}

TEST_CASE("forecast --set on what is uncertain has its effect, and is told") {
  const auto with = [](const std::string& set, bool as_json, const std::string& language) {
    return forecast_it({.inputs = {.file = kParis, .sets = {set}},
                        .show = {.language = language, .json = as_json, .no_colour = true},
                        .runs = 40});
  };
  const auto agreed = [&](const std::string& set) {
    return json::parse(with(set, true, "en").out)
        .at("ensemble")
        .at("agreement_probability")
        .get<double>();
  };
  CHECK(agreed("actors.russia.walk_away=0.01") > agreed("actors.russia.walk_away=0.99"));
  const json document = json::parse(with("actors.russia.walk_away=0.99", true, "en").out);
  CHECK(document.at("settings").at("actors.russia.walk_away") == 0.99);
  for (const json& input : document.at("inputs")) {
    CHECK(input.at("path") != "actors.russia.walk_away");
  }
  const Printed text = with("actors.russia.walk_away=0.99", false, "en");
  CHECK(text.says("Set: actors.russia.walk_away=0.99"));
  CHECK(text.says("Set and therefore not drawn: actors.russia.walk_away"));
  const Printed drawn = with("seed=3", false, "en");
  CHECK(drawn.out.find("not drawn") == std::string::npos);
  CHECK(drawn.says("axis from 0 to 100"));
  const Printed bulgarian = with("actors.russia.walk_away=0.5", false, "bg");
  CHECK(bulgarian.says("начално число"));
  CHECK(bulgarian.says("постигнато споразумение"));
  CHECK(with("seed=3", false, "uk").says("розіграшів"));
}

TEST_CASE("forecast: a wrong model and a wrong file are told") {
  const Printed model = forecast_it({.inputs = {.file = kParis}, .models = {"coalitions"}});
  CHECK(model.code == kInvalid);
  CHECK(model.messages.find("did you mean 'coalition'?") != std::string::npos);
  const std::string choice = "there are coalition, offers";
  const Printed far = forecast_it({.inputs = {.file = kParis}, .models = {"groups"}});
  CHECK(far.code == kInvalid);
  CHECK(far.messages.find(choice) != std::string::npos);
  for (const std::vector<std::string>& models :
       {std::vector<std::string>{"conflict"}, std::vector<std::string>{"coalition", "conflict"}}) {
    const Printed conflict = forecast_it({.inputs = {.file = kParis}, .models = models});
    CHECK(conflict.code == kInvalid);
    CHECK(conflict.out.empty());
    CHECK(conflict.messages.find("'conflict' plays no negotiation") != std::string::npos);
    CHECK(conflict.messages.find(choice) != std::string::npos);
  }
  CHECK(forecast_it({.inputs = {.file = "no-such.yaml"}}).code == kFailed);
}

TEST_CASE("forecast: nothing uncertain is said") {
  const Printed alone =
      forecast_it({.inputs = {.file = DETENTE_SOURCE_DIR "/scenarios/lessons/veto.yaml"},
                   .show = {.no_colour = true}});
  CHECK(alone.code == kOk);
  CHECK(alone.says("nothing in this scenario is uncertain"));
}
