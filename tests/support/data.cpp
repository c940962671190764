#include "support/data.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "detente/scenario/edit.hpp"

namespace detente::support {
namespace {

const std::string kRoot = DETENTE_SOURCE_DIR;

}  // namespace

nlohmann::json read_data(const std::string& name) {
  std::ifstream file(kRoot + "/tests/data/" + name + ".json");
  REQUIRE(file.good());
  return nlohmann::json::parse(file);
}

Scenario load_shipped(const std::string& name) {
  const auto loaded = load_scenario(kRoot + "/scenarios/" + name + ".yaml");
  REQUIRE(loaded);
  return loaded->scenario;
}

std::vector<std::string> shipped_files() {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kRoot + "/scenarios")) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path().string());
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
