#pragma once

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

#include "detente/scenario/edit.hpp"
#include "detente/scenario/load.hpp"

// One scenario with everything that goes beyond the first path: tactics that answer others, a
// continuous issue, a walk-away as a share, the section `durability`.
namespace detente::support {

inline const std::string kYaml = R"(schema: detente/scenario/1
id: t
title: Test
models: {coalition: {influence: 0.2}}
issues:
  q: {options: [none, half, full]}
  d: {title: Distance, range: [0, 60], unit: km, steps: 13}
actors:
  a:
    walk_away: {share: 0.4}
    tactic: {kind: tit_for_tat, mode: average, window: 2, kindness: 0.02, accept: {rule: next, alpha: 1.1, beta: 0.1}}
    positions: {q: {ideal: none, salience: 1}, d: {ideal: 7.5, salience: 0.5, red_line: [0, 30.5]}}
  b:
    tactic: {kind: time, e: 2, accept: combi}
    values_durability: 0.2
    positions: {q: {values: [0.1, 0.5, 1]}, d: {ideal: 60}}
  c:
    tactic: micro
    positions: {q: {ideal: half}, d: {ideal: 60, loss: quadratic}}
stages: [{id: talks, rounds: 9}]
durability:
  violators: {b: {gain: {uniform: [0.1, 0.9]}}, a: {gain: {choice: {0.2: 3, 0.5: 1}}}}
  cost: 2
  detection: {q: {half: 0.4, full: 0.9}}
  credibility: {d: {30: 0.5, 60.0: 0.7}}
  response: {q: {none: 0.1}, d: {0: 1}}
  opportunities_per_year: 0.25
  fatigue: 0.1
)";

inline Scenario load(const std::string& yaml) {
  auto loaded = parse_scenario(yaml, "t");
  if (!loaded) throw std::runtime_error(to_string(loaded.error().front()));
  return std::move(loaded).value().scenario;
}

inline const Scenario& base() {
  static const Scenario scenario = load(kYaml);
  return scenario;
}

inline Scenario with(const std::string& text) {
  const auto edit = parse_edit(text);
  REQUIRE(edit);
  auto changed = apply(base(), *edit);
  if (!changed) FAIL(to_string(changed.error().front()));
  return std::move(changed).value();
}

inline std::string fault(const std::string& text) {
  const auto edit = parse_edit(text);
  REQUIRE(edit);
  const auto changed = apply(base(), *edit);
  REQUIRE_FALSE(changed);
  const std::string said = to_string(changed.error().front());
  return said.substr(said.find(text) + text.size() + 2);
}

/// The base with one text in place of another.
inline std::string replaced(const std::string& old, const std::string& fresh) {
  std::string yaml = kYaml;
  const std::size_t place = yaml.find(old);
  REQUIRE(place != std::string::npos);
  return yaml.replace(place, old.size(), fresh);
}

/// All that is said about a text, without its lines.
inline std::string said(const std::string& yaml) {
  const auto loaded = parse_scenario(yaml, "t");
  std::string text;
  for (Diagnostic one : loaded ? loaded->remarks : loaded.error()) {
    one.source.clear();
    text += to_string(one) + '\n';
  }
  return text;
}

}  // namespace detente::support
