#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "detente/scenario/actor.hpp"
#include "detente/scenario/conflict.hpp"
#include "detente/scenario/durability.hpp"
#include "detente/scenario/game.hpp"
#include "detente/scenario/stage.hpp"
#include "detente/scenario/text.hpp"
#include "detente/scenario/value.hpp"

namespace detente {

/// `from` moves `to`; a symmetric tie is stored once, with symmetric = true. No two ties share an
/// ordered pair.
struct Tie {
  int from = 0;
  int to = 0;
  double strength = 0.0;  ///< In [-1, 1].
  bool symmetric = true;
};

struct Source {
  std::string id{};
  Text title{};
  std::string publisher{};
  std::string language{};
  std::string url{};
};

/// Everything that is fixed for the length of a run. Built by load_scenario() and apply(), which
/// check every limit stated here; nothing downstream changes it or checks it again.
struct Scenario {
  std::string id{};
  Text title{};
  Text summary{};
  std::uint64_t seed = 1;
  std::string model = "coalition";
  std::map<std::string, std::map<std::string, double>> models{};  ///< Parameters set, by model.
  std::vector<Source> sources{};
  std::vector<Issue> issues{};
  std::vector<Actor> actors{};
  std::vector<Tie> ties{};
  std::vector<Stage> stages{};  ///< In order of play; at least one if there are issues.
  std::vector<Event> events{};
  std::vector<Uncertain> uncertain{};
  std::optional<Durability> durability{};
  std::optional<ConflictSection> conflict{};
  std::optional<Votes> votes{};
  std::optional<Game> game{};
  /// Who talks with whom (`graph`), by ids of players of `votes`, of `game`, or of actors.
  std::vector<std::pair<std::string, std::string>> links{};
  std::vector<std::vector<std::string>> unions{};  ///< A priori unions, by the same ids.
  Lesson lesson{};
  std::vector<Expect> expect{};
};

/// Index of the one with that id, or -1. Works for issues, options, actors, stages, sources.
template <typename Items>
int index_of(const Items& items, const std::string& id) {
  for (std::size_t place = 0; place < items.size(); ++place) {
    if (items[place].id == id) return static_cast<int>(place);
  }
  return -1;
}

}  // namespace detente
