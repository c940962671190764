// tests/data/conflict_synthetic.json: seeded conflicts of 16 to 2,048 states.

#include <doctest/doctest.h>

#include <cstdio>
#include <string>

#include "detente/conflict/stability.hpp"
#include "support/data.hpp"
#include "support/synthetic.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only
using nlohmann::json;

namespace {

Conflict conflict_of(const json& data) {
  const auto family = data.at("family_letter") == "R" ? support::SyntheticFamily::rankings
                                                      : support::SyntheticFamily::statements;
  return support::synthetic_conflict(family, data.at("options"), data.at("actors"));
}

/// As the data file describes it.
std::string hash_of(const Conflict& conflict, const Stability& table) {
  std::uint64_t hash = 1469598103934665603U;
  for (const Concept solution : kConcepts) {
    if (solution == Concept::sim) continue;
    for (const StateSet& stable : table.of(solution)) {
      each_state(conflict.feasible, [&](StateIndex state) {
        hash = (hash ^ (stable.contains(state) ? 1U : 0U)) * 1099511628211U;
      });
    }
  }
  std::array<char, 17> text{};
  std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(hash));
  return text.data();
}

void check_counts(const Stability& table, const json& expected) {
  for (const auto& item : expected.items()) {
    const std::string& name = item.key();
    const auto count = item.value().get<std::size_t>();
    for (const Concept solution : kConcepts) {
      if (concept_name(solution) != name) continue;
      CAPTURE(name);
      CHECK(equilibria(table, solution).count() == count);
    }
  }
}

}  // namespace

TEST_CASE("seeded conflicts have the recorded equilibria, state by state") {
  const json file = support::read_data("conflict_synthetic");
  int cases = 0;
  for (const json& data : file.at("cases")) {
    CAPTURE(data.at("id").get<std::string>());
    const Conflict conflict = conflict_of(data);
    CHECK(conflict.feasible.count() == data.at("states").get<std::size_t>());
    const Stability table = stability(conflict);
    check_counts(table, data.at("equilibria"));
    CHECK(hash_of(conflict, table) == data.at("stability_hash").get<std::string>());
    for (const Concept solution : kConcepts) {
      const json codes = data.value("equilibrium_codes", json::object());
      const std::string name(concept_name(solution));
      if (!codes.contains(name)) continue;
      CHECK(members_of(equilibria(table, solution)) ==
            codes.at(name).get<std::vector<StateIndex>>());
    }
    ++cases;
  }
  CHECK(cases == 12);
}

TEST_CASE("seeded conflicts under the other sanction rules") {
  const json file = support::read_data("conflict_synthetic");
  int tables = 0;
  for (const json& data : file.at("cases")) {
    CAPTURE(data.at("id").get<std::string>());
    for (const Sanctions sanctions : {Sanctions::once, Sanctions::direct}) {
      const std::string field = "equilibria_" + std::string(sanctions_name(sanctions));
      if (!data.contains(field)) continue;
      StabilityOptions options;
      options.sanctions = sanctions;
      check_counts(stability(conflict_of(data), options), data.at(field));
      ++tables;
    }
  }
  CHECK(tables == 4);
}
