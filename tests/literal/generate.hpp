#pragma once

#include <cstdint>

#include "detente/scenario/scenario.hpp"

namespace detente::literal {

/// What a random scenario may contain; each may still be absent from a given one.
struct Features {
  int max_parties = 5;
  int max_issues = 5;
  int max_options = 5;
  int max_packages = 400;  ///< Of all issues together; options are dropped until it holds.
  int max_rounds = 12;
  bool value_tables = true;
  bool missing_positions = true;
  bool red_lines = true;
  bool ties = true;
  bool directed_ties = true;
  bool rules = true;  ///< Consents and quorums; else everybody must accept.
  bool suppliers = true;
  bool channel = true;
  bool second_stage = true;
  bool kept_fallback = true;
  bool new_issue = true;  ///< The second stage may open one that the first did not treat.
  bool joining = true;    ///< The last party may join in the second stage only.
  bool stage_walk_away = true;
  bool delay = true;
  bool pressure = true;
  bool hardliners = true;
  bool leaving = true;
  bool starts = true;    ///< Another party than the first may open (`offers`).
  bool tactics = false;  ///< Most answer others or have an acceptance rule of their own.
  bool least = true;     ///< Some use the offer rule `least` (`offers`).
};

/// A valid scenario, the same on every machine for the same seed and features. Numbers have two
/// decimals, so ties are common.
Scenario random_scenario(std::uint64_t seed, const Features& features = {});

}  // namespace detente::literal
