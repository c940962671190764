#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "detente/batch/experiment.hpp"
#include "detente/scenario/load.hpp"
#include "support/batch.hpp"
#include "ui/batch_charts.hpp"
#include "ui/desk.hpp"

// Results of a batch on the desk, made by hand.
namespace detente::ui::support {

inline Experiment experiment_by_hand() {
  auto plan = parse_plan(detente::support::kBatchPlan, "strip-plan.yaml",
                         detente::support::kBatchScenario, "strip.yaml");
  REQUIRE_MESSAGE(plan.has_value(), to_string(plan.error().front()));
  return make_experiment(std::move(plan).value());
}

/// Workspace 4 with results that no folder holds.
inline void show_by_hand(Desk& desk, detente::Results results) {
  const std::string& yaml = detente::support::kBatchScenario;
  desk.tour.open = false;
  auto store = std::make_shared<BatchStore>();
  store->results = std::move(results);
  store->failed = std::count(store->results.ok.begin(), store->results.ok.end(), false);
  auto loaded = parse_scenario(yaml, "strip.yaml");
  REQUIRE(loaded.has_value());
  store->source =
      std::make_shared<const Source>(Source{"strip.yaml", yaml, std::move(loaded).value()});
  store->experiment = std::make_shared<const Experiment>(experiment_by_hand());
  desk.batch = {.folder = "made-by-hand", .typed = "made-by-hand", .store = store};
  choose_columns(desk.batch);
  desk.view.workspace = Workspace::batch;
}

}  // namespace detente::ui::support
