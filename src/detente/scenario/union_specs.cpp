#include <algorithm>
#include <set>

#include "detente/scenario/game_specs.hpp"
#include "detente/scenario/items.hpp"

// The sections `graph` and `unions`: who talks with whom, and who votes as one.
namespace detente::detail {
namespace {

using Ids = std::vector<std::string>;

/// Those whom both sections may name: players, or where there are none the actors.
Ids players_of(const Scenario& scenario) {
  Ids ids;
  const auto add = [&](const Ids& more) {
    for (const std::string& id : more) {
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    }
  };
  if (scenario.votes) add(scenario.votes->players);
  if (scenario.game) add(scenario.game->players);
  if (!scenario.votes && !scenario.game) add(Reader::ids_of(scenario.actors));
  return ids;
}

/// Whether all who may be named have been read.
bool players_known(const Faults& faults) {
  static constexpr const char* kNaming[] = {"actors", "votes", "game.players", "game.airport",
                                            "game.bankruptcy"};
  return std::all_of(std::begin(kNaming), std::end(kNaming),
                     [&](const char* path) { return faults.sound(path); });
}

/// Reads references to players.
class PlayerReader {
 public:
  PlayerReader(Reader& reader, Mark mark)
      : reader_(reader),
        ids_(players_of(reader.scenario())),
        judge_(players_known(reader.faults())) {
    const Scenario& scenario = reader.scenario();
    if (!ids_.empty() || !judge_ || !scenario.issues.empty()) return;
    reader.error(Code::missing_section, mark, "missing section 'votes', 'game' or 'actors'");
    judge_ = false;
  }

  const Ids& ids() const { return ids_; }

  /// The id of a known player.
  std::optional<std::string> read(const Value& item) {
    auto id = reader_.plain(item);
    if (!id) return {};
    const bool known = std::find(ids_.begin(), ids_.end(), *id) != ids_.end();
    if (!known && judge_) reader_.unknown(Code::unknown_id, item.mark, "player", *id, ids_);
    if (!known) return {};
    return id;
  }

 private:
  Reader& reader_;
  Ids ids_;
  bool judge_;
};

/// The members of one union, each of them new to all.
Ids read_union(Reader& reader, const Value& list, PlayerReader& players,
               std::set<std::string>& taken) {
  Ids members;
  for_each_item(reader, list, [&](const Value& item) {
    const auto id = players.read(item);
    if (!id) return;
    if (taken.insert(*id).second) {
      members.push_back(*id);
    } else {
      reader.error_within(Code::taken_id, item.mark, '\'' + *id + "' is in a union already");
    }
  });
  if (list.is_list() && list.items.empty()) {
    reader.error_within(Code::too_few, list.mark, "a union must have a member");
  }
  return members;
}

}  // namespace

void LinkList::read(Reader& reader, const Value& value,
                    std::vector<std::pair<std::string, std::string>>& member) const {
  member.clear();
  PlayerReader players(reader, value.mark);
  std::set<std::pair<std::string, std::string>> taken;
  for_each_item(reader, value, [&](const Value& item) {
    if (!item.is_list() || item.items.size() != 2) {
      return reader.error_within(Code::wrong_kind, item.mark,
                                 "a link must name two players, [A, B]");
    }
    const auto first = players.read(item.items.front());
    const auto second = players.read(item.items.back());
    if (!first || !second) return;
    if (*first == *second) {
      return reader.error_within(Code::conflicting_keys, item.mark,
                                 "a link joins two different players");
    }
    if (!taken.insert(std::minmax(*first, *second)).second) {
      return reader.error_within(Code::repeated_tie, item.mark,
                                 "a second link of " + *first + " and " + *second);
    }
    member.emplace_back(*first, *second);
  });
  if (!value.is_list() || !value.items.empty()) return;
  // nobody talks with anybody else, which is not the same as no graph
  for (const std::string& id : players.ids()) member.emplace_back(id, id);
}

void UnionList::read(Reader& reader, const Value& value,
                     std::vector<std::vector<std::string>>& member) const {
  member.clear();
  PlayerReader players(reader, value.mark);
  std::set<std::string> taken;
  for_each_item(reader, value, [&](const Value& list) {
    Ids members = read_union(reader, list, players, taken);
    if (!members.empty()) member.push_back(std::move(members));
  });
}

}  // namespace detente::detail
