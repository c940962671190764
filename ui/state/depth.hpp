#pragma once

#include <memory>
#include <string>
#include <vector>

#include "detente/core/result.hpp"
#include "detente/scenario/scenario.hpp"

namespace detente::ui {

struct Source;

/// One number, or choice, in two tables side by side.
struct SwapRow {
  std::string path{};        ///< Of this branch.
  std::string other_path{};  ///< Of the other table: the same, or the other actor's.
  Value mine{};              ///< Null: this branch has none.
  Value other{};             ///< Null: the other has none.
  bool differs = false;
};

/// What Durability shows.
struct LastingState {
  int year = 0;  ///< That is looked at; 0: none.
};

/// What Swap assumptions shows.
struct SwapState {
  /// The other table: "base", "branch:ID", "draw", "file:PATH", "overlay:PATH", "actor:ID".
  std::string other = "base";
  int draw = 1;         ///< Number of the draw of what is uncertain.
  bool all = false;     ///< Equal numbers are listed too.
  std::string asked{};  ///< What `loaded` is of, or will be.
  std::string loaded_for{};
  /// A file's or a draw's scenario, or why there is none; nullptr while it is read.
  std::shared_ptr<const Result<std::shared_ptr<const Scenario>>> loaded{};
  std::shared_ptr<const Source> listed_for{};  ///< Whose neighbours `files` are.
  std::vector<std::string> files{};            ///< "file:PATH" and "overlay:PATH".

  // the rows, and what they were made of
  std::shared_ptr<const Scenario> rows_mine{};
  std::shared_ptr<const Scenario> rows_other{};
  int rows_actor = -2;
  int rows_other_actor = -2;
  std::vector<SwapRow> rows{};
};

}  // namespace detente::ui
