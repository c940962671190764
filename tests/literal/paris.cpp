#include "literal/paris.hpp"

#include <utility>
#include <vector>

namespace detente::literal {
namespace {

Issue issue(const char* id, int supplier,
            const std::vector<std::pair<const char*, double>>& places) {
  Issue made{.id = id, .supplier = supplier};
  for (const auto& [option, at] : places) made.options.push_back({.id = option, .at = at});
  return made;
}

/// `wants`: ideal and salience, issue by issue.
Actor actor(const char* id, double power, double walk_away, double e,
            const std::vector<std::pair<double, double>>& wants) {
  Actor made{.id = id, .power = power, .walk_away = walk_away};
  made.tactic.e = e;
  for (const auto& [ideal, salience] : wants) {
    made.positions.push_back({.ideal = Place{.number = ideal}, .salience = salience});
  }
  return made;
}

}  // namespace

Scenario paris() {
  constexpr int kUs = 0;
  constexpr int kCoalition = 1;
  constexpr int kNato = 2;
  constexpr int kUkraine = 3;
  constexpr int kRussia = 4;
  Scenario scenario{.id = "paris"};
  scenario.issues = {
      issue("us_forces", kUs,
            {{"none", 0}, {"outside", 30}, {"inside_support", 70}, {"inside_force", 100}}),
      issue("support_force", kCoalition,
            {{"none", 0}, {"training", 33}, {"rear", 67}, {"robust", 100}}),
      issue("front_line", -1, {{"ukraine_alone", 0}, {"ukraine_leads", 50}, {"joint", 100}}),
      issue("monitoring", -1,
            {{"self", 0}, {"observers", 33}, {"intelligence", 67}, {"both", 100}}),
      issue("backstop", kUs,
            {{"none", 0}, {"political", 33}, {"consultation", 67}, {"binding", 100}})};
  scenario.actors = {
      actor("us", 100, 0.60, 2, {{45, 0.9}, {80, 0.3}, {40, 0.2}, {70, 0.5}, {30, 0.8}}),
      actor("coalition", 80, 0.55, 1, {{90, 0.8}, {60, 0.7}, {50, 0.3}, {90, 0.4}, {85, 0.8}}),
      actor("nato", 40, 0.30, 0.5, {{68, 0.3}, {70, 0.3}, {45, 0.3}, {80, 0.3}, {58, 0.3}}),
      actor("ukraine", 60, 0.52, 1, {{100, 0.9}, {90, 0.6}, {50, 0.7}, {90, 0.5}, {100, 0.9}}),
      actor("russia", 100, 0.50, 2, {{0, 0.9}, {10, 0.7}, {20, 0.2}, {40, 0.4}, {10, 0.6}})};
  scenario.ties = {{.from = kUs, .to = kCoalition, .strength = 0.6},
                   {.from = kCoalition, .to = kUkraine, .strength = 0.8},
                   {.from = kUs, .to = kUkraine, .strength = 0.5},
                   {.from = kNato, .to = kUs, .strength = 0.7},
                   {.from = kNato, .to = kCoalition, .strength = 0.7}};
  scenario.stages = {{.id = "guarantees",
                      .parties = {kUs, kCoalition, kUkraine},
                      .advisers = {kNato},
                      .issues = {0, 1, 2, 3, 4},
                      .consent = {kUs, kCoalition, kUkraine},
                      .rounds = 12,
                      .starts = kUs},
                     {.id = "settlement",
                      .parties = {kUs, kCoalition, kUkraine, kRussia},
                      .advisers = {kNato},
                      .issues = {0, 1, 2, 3, 4},
                      .consent = {kUs, kCoalition, kUkraine, kRussia},
                      .rounds = 12,
                      .starts = kUs,
                      .keeps = 0,
                      .reopens = {0, 1, 3}}};
  return scenario;
}

}  // namespace detente::literal
