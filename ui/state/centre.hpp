#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "detente/graph/places.hpp"
#include "detente/graph/tie_graph.hpp"
#include "detente/scenario/text.hpp"
#include "ui/document.hpp"

namespace detente::ui {

/// How the ties of one stage hang together.
struct TieStudy {
  std::shared_ptr<const Scenario> scenario{};  ///< What it was made for,
  int stage = -1;                              ///< and which stage.
  std::vector<int> members{};                  ///< Actors: parties and advisers.
  std::vector<double> brokers{};               ///< Betweenness of each member.
  SplitLine split{};                           ///< Sides are places in `members`.
};

/// How many stand together behind the package that has most behind it, after one round.
struct Support {
  double have = 0.0;
  double needed = 0.0;
  double all = 1.0;
  bool in_power = false;  ///< Shares of power; else parties whose consent is needed.
};

/// What the panes in the middle worked out, so as not to do it again in every frame.
struct CentreState {
  std::shared_ptr<const Source> placed{};  ///< What `places` was made for.
  std::vector<PlanePlace> places{};        ///< Of every actor, the same in all rounds.
  std::vector<TieStudy> ties{};            ///< The last few.
  std::map<int, std::pair<std::shared_ptr<const Played>, std::vector<Support>>>
      support{};                                            ///< By branch: of every frame.
  std::map<std::pair<int, Language>, std::string> names{};  ///< Of branches.
  int first_run = 0;   ///< First line of the run tree that is seen.
  int shown_run = -1;  ///< Branch that was last scrolled to.
};

}  // namespace detente::ui
