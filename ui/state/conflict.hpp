#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "detente/core/result.hpp"

namespace detente {
struct PowerReport;
enum class Concept;
enum class Sanctions;
}  // namespace detente

namespace detente::ui {

struct Source;
struct Firmness;
struct InverseAnswer;
struct MoveGraph;
struct SolvedConflict;
struct StateList;
struct StateWhy;

/// What a stability table is of.
struct ConflictKey {
  int branch = -1;
  int edits = 0;  ///< Of the branch, in force under the playhead.
  Sanctions sanctions{};

  bool operator==(const ConflictKey&) const = default;
};

/// What an option is to be in the states that are listed.
enum class Wanted : signed char { any, yes, no };

/// What the page of the conflict shows. All that is computed is shared and never changed.
struct ConflictState {
  // chosen
  Sanctions sanctions{};
  Concept solution{};
  std::int64_t state = -1;        ///< That is looked at; -1: the status quo.
  std::vector<Wanted> filter{};   ///< By option; short: any.
  bool only_equilibria = false;   ///< Of `solution`.
  bool equilibria_first = false;  ///< The same.
  int top = 0;                    ///< First row of the table that is seen,
  std::int64_t followed = -1;     ///< moved so that this state is seen (times rows).
  int answer = 0;                 ///< Which answer of the certificate is followed in the graph.
  int tab = 0;                    ///< Of the right side where it is narrow: moves, why.
  bool every_move = false;        ///< All states in the graph, also where they crowd it.
  bool firmness_asked = false;    ///< Also where it takes long.

  ConflictKey asked{};
  ConflictKey key{};  ///< What `solved` or `faults` are of.
  std::shared_ptr<const SolvedConflict> solved{};
  Diagnostics faults{};  ///< Why there is no table; mostly empty.
  std::shared_ptr<const StateList> list{};
  std::shared_ptr<const MoveGraph> graph{};
  std::shared_ptr<const StateWhy> why{};
  std::shared_ptr<const Firmness> firmness{};
  std::shared_ptr<const InverseAnswer> inverse{};
};

/// What shares of power are of.
struct PowerKey {
  int branch = -1;
  int stage = -1;
  bool normalised = false;

  bool operator==(const PowerKey&) const = default;
};

/// What the page of power shows.
struct PowerState {
  int index = 0;            ///< 0: Shapley-Shubik, 1: Banzhaf, 2: Penrose.
  bool normalised = false;  ///< Every party's gain counts as a share of its largest.
  bool talks = false;       ///< Of the talks, where the scenario has votes or a game, too.
  bool plain = false;       ///< The game in which each coalition decides alone.
  int tab = 0;              ///< Where it is narrow: power, values.
  PowerKey asked{};
  PowerKey key{};
  std::shared_ptr<const PowerReport> report{};
  Diagnostics faults{};
};

}  // namespace detente::ui
