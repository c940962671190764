#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "detente/scenario/field.hpp"
#include "detente/study/coalitions.hpp"
#include "detente/study/outcome_map.hpp"
#include "detente/study/solutions.hpp"

namespace detente::ui {

/// How many packages are worth how much to two parties: a grid of counts.
struct Density {
  std::shared_ptr<const StageTables> tables{};  ///< Of the round that was asked about.
  int party_x = 0;
  int party_y = 1;
  double low_x = 0.0;
  double high_x = 1.0;
  double low_y = 0.0;
  double high_y = 1.0;
  int columns = 0;
  int rows = 0;
  int most = 0;                ///< Packages in the fullest place.
  std::vector<int> count{};    ///< [row * columns + column], rows from the lowest up.
  std::vector<int> example{};  ///< The first package there, or -1.
};

/// What workspace 5 shows.
struct AnalysisState {
  int page = 0;     ///< Agreement, conflict, power: see kConflictPage.
  int party_x = 0;  ///< Parties on the axes of the utilities, by place in the stage.
  int party_y = 1;
  std::shared_ptr<const Density> density{};
  std::array<int, 3> zones_asked{-1, -1, -1};  ///< Branch, stage and round last asked for.
  std::array<int, 3> zones_key{-1, -1, -1};    ///< The same of `zones`.
  std::shared_ptr<const Result<CoalitionReport>> zones{};
  std::array<int, 2> solutions_asked{-1, -1};  ///< Branch and stage last asked for.
  std::array<int, 2> solutions_key{-1, -1};    ///< The same of `solutions`.
  std::shared_ptr<const Result<SolutionReport>> solutions{};
  std::shared_ptr<const Density> cloud{};  ///< Of the packages behind the frontier.
  std::vector<int> across{};               ///< The frontier from left to right on the cloud.
  int point = -1;                          ///< Package of the frontier that is looked at, or -1.
  int frontier_view = 0;                   ///< 0: picture, 1: table.
  Field knob_x{};                          ///< Of the outcome map.
  Field knob_y{};
  bool knobs_chosen = false;  ///< False: take the first that make sense.
  int column = -1;            ///< Place on the map that the keyboard stands on, or -1.
  int row = -1;
  std::string map_key{};  ///< What `map` was computed for.
  std::shared_ptr<const OutcomeMap> map{};
  Diagnostics map_faults{};  ///< Why there is no map; mostly empty.
};

}  // namespace detente::ui
