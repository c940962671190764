#include "support/data.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include "detente/scenario/edit.hpp"

namespace detente::support {
namespace {

const std::string kRoot = DETENTE_SOURCE_DIR;

const std::map<std::string, Tactic::Kind> kKinds = {
    {"time", Tactic::Kind::time},
    {"hardliner", Tactic::Kind::hardliner},
    {"micro", Tactic::Kind::micro},
    {"tit_for_tat", Tactic::Kind::tit_for_tat},
    {"nice_tit_for_tat", Tactic::Kind::nice_tit_for_tat},
    {"hybrid", Tactic::Kind::hybrid}};

const std::map<std::string, AcceptRule::Kind> kRules = {
    {"next", AcceptRule::Kind::next},   {"const", AcceptRule::Kind::constant},
    {"time", AcceptRule::Kind::time},   {"previous", AcceptRule::Kind::previous},
    {"combi", AcceptRule::Kind::combi}, {"combi_max", AcceptRule::Kind::combi_max}};

AcceptRule recorded_rule(const nlohmann::json& given) {
  AcceptRule rule{.kind = kRules.at(given.at("rule"))};
  rule.alpha = given.value("alpha", rule.alpha);
  rule.beta = given.value("beta", rule.beta);
  rule.theta = given.value("theta", rule.theta);
  rule.tau = given.value("tau", rule.tau);
  return rule;
}

}  // namespace

nlohmann::json read_data(const std::string& name) {
  std::ifstream file(kRoot + "/tests/data/" + name + ".json");
  REQUIRE(file.good());
  return nlohmann::json::parse(file);
}

Tactic recorded_tactic(const nlohmann::json& strategy) {
  Tactic tactic{.kind = kKinds.at(strategy.at("kind")), .offer = Tactic::Offer::least};
  tactic.e = strategy.value("e", tactic.e);
  tactic.start = strategy.value("start", tactic.start);
  tactic.margin = strategy.value("margin", tactic.margin);
  if (strategy.value("mode", "relative") == "average") tactic.mode = Tactic::Mode::average;
  tactic.lag = strategy.value("lag", tactic.lag);
  tactic.window = strategy.value("window", tactic.window);
  tactic.kindness = strategy.value("kindness", 0.0);
  if (strategy.contains("accept")) tactic.accept = recorded_rule(strategy.at("accept"));
  return tactic;
}

Scenario load_shipped(const std::string& name) {
  const auto loaded = load_scenario(kRoot + "/scenarios/" + name + ".yaml");
  REQUIRE(loaded);
  return loaded->scenario;
}

std::vector<std::string> shipped_files() {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kRoot + "/scenarios")) {
    const bool is_plan = entry.path().parent_path().filename() == "batch";
    if (entry.path().extension() == ".yaml" && !is_plan) files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

Scenario with(const Scenario& scenario, const nlohmann::json& set) {
  Scenario changed = scenario;
  for (const auto& [path, value] : set.items()) {
    const auto edit = parse_edit(path + '=' + value.dump());
    REQUIRE(edit);
    auto next = apply(changed, *edit);
    REQUIRE(next);
    changed = std::move(next).value();
  }
  return changed;
}

}  // namespace detente::support
