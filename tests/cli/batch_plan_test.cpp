#include "cli/batch_plan.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "cli/exit_code.hpp"

namespace cli = detente::cli;

namespace {

const std::string kRoot = DETENTE_SOURCE_DIR;

struct Said {
  int code = 0;
  std::string out{};
  std::string messages{};
};

Said plan(const std::string& file, bool json, int pilot = 2) {
  std::ostringstream out;
  std::ostringstream messages;
  const int code = cli::run_batch_plan(
      {.plan = kRoot + file, .threads = 2, .pilot = pilot, .json = json}, out, messages);
  return {code, out.str(), messages.str()};
}

}  // namespace

TEST_CASE("batch plan counts runs, shards and columns, and measures some runs") {
  const Said said = plan("/scenarios/batch/paris-grid.yaml", true);
  CHECK(said.code == cli::kOk);
  CHECK(said.messages.empty());
  const auto json = nlohmann::json::parse(said.out);
  CHECK(json.at("schema") == "detente/batch-plan/1");
  CHECK(json.at("runs") == 100'000);
  CHECK(json.at("points") == 100'000);
  CHECK(json.at("shards") == 25);
  CHECK(json.at("varied").size() == 6);
  CHECK(json.at("varied").at(0).at("range") == nlohmann::json({0.45, 0.8}));
  CHECK(json.at("varied").at(5).at("values") == nlohmann::json({"boulware", "linear"}));
  const double per_run = json.at("pilot").at("seconds_per_run");
  const double per_row = json.at("pilot").at("bytes_per_row");
  CHECK(json.at("pilot").at("runs") >= 1);
  CHECK(json.at("estimate").at("seconds").get<double>() == doctest::Approx(per_run * 50'000));
  CHECK(json.at("estimate").at("csv_bytes").get<double>() == doctest::Approx(per_row * 100'000));
}

TEST_CASE("batch plan reads well, and without a pilot it plays nothing") {
  const Said said = plan("/scenarios/batch/paris-saltelli.yaml", false, 0);
  CHECK(said.code == cli::kOk);
  CHECK(said.out.find("paris-saltelli.yaml: 10,240 runs\n") != std::string::npos);
  CHECK(said.out.find("design saltelli: 10,240 points, 1 repetition each; 3 shards") !=
        std::string::npos);
  CHECK(said.out.find("/scenarios/paris.yaml, model ") != std::string::npos);  // not batch/..
  CHECK(said.out.find("  uniform(0.45, 0.8)\n") != std::string::npos);
  CHECK(said.out.find("pilot") == std::string::npos);
}

TEST_CASE("a plan with a series tells how many numbers it will hold") {
  const Said said = plan("/scenarios/batch/paris-oat.yaml", false);
  CHECK(said.code == cli::kOk);
  CHECK(said.out.find("series: about ") != std::string::npos);
}

TEST_CASE("batch plan tells what is wrong with a plan, and its exit code says whose fault it is") {
  const Said broken = plan("/tests/data/broken_plans/metrics.yaml", false);
  CHECK(broken.code == cli::kInvalid);
  CHECK(broken.out.empty());
  CHECK(broken.messages.find("metrics.yaml:4:19: error[D022]") != std::string::npos);
  CHECK(plan("/nowhere.yaml", false).code == cli::kFailed);
}
