#pragma once

#include <doctest/doctest.h>

#include <string>

#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/headless/headless.hpp"

// What the tests of the panes on better deals, durability and assumptions share.
namespace detente::ui {

inline const std::string kScenarios = std::string(DETENTE_SOURCE_DIR) + "/scenarios/";

/// Two parties that care about different things: a deal in the middle can be made better.
inline const std::string kTrade = R"(schema: detente/scenario/1
id: trade
title: Trade
model: offers
issues:
  land: {options: [a, b, c]}
  water: {options: [a, b, c]}
actors:
  north:
    walk_away: {share: 0.4}
    tactic: {kind: conceder}
    positions:
      land: {ideal: 0, salience: 0.9}
      water: {ideal: 0, salience: 0.1}
  south:
    tactic: {kind: conceder}
    positions:
      land: {ideal: 100, salience: 0.1}
      water: {ideal: 100, salience: 0.9}
)";

inline void open(Headless& window, const std::string& name) {
  open_file(window.desk(), kScenarios + name + ".yaml");
  REQUIRE(window.desk().problems.empty());
  window.desk().tour.open = false;
  window.settle();
}

inline void open_yaml(Headless& window, const std::string& yaml) {
  open_text(window.desk(), "", yaml);
  REQUIRE_MESSAGE(window.desk().problems.empty(), window.desk().problems.front().message);
  window.desk().tour.open = false;
  window.settle();
}

inline bool is_drawn(const Headless& window, const std::string& path) {
  return window.registry().find(path) != nullptr;
}

}  // namespace detente::ui
