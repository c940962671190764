#include "detente/scenario/game_specs.hpp"

#include <algorithm>
#include <set>

#include "detente/core/text.hpp"
#include "detente/scenario/describe.hpp"
#include "detente/scenario/ids.hpp"
#include "detente/scenario/items.hpp"

namespace detente::detail {
namespace {

constexpr double kMostWorth = 1e15;

std::size_t coalitions_of(const Game& game) {
  return std::size_t{1} << std::min(game.players.size(), kMostPlayers);
}

/// Whether the players are known; what refers to them is not judged otherwise.
bool players_known(const Reader& reader, const Game& game) {
  return !game.players.empty() && reader.faults().sound("game.players");
}

std::optional<std::size_t> player_named(const Game& game, const std::string& id) {
  const auto found = std::find(game.players.begin(), game.players.end(), id);
  if (found == game.players.end()) return {};
  return static_cast<std::size_t>(found - game.players.begin());
}

/// Adds a player; faults are reported.
void add_player(Reader& reader, const Value& item, Game& game) {
  const auto id = reader.plain(item);
  if (!id || !check_id(reader, *id, item.quoted, item.mark)) return;
  if (player_named(game, *id)) {
    return reader.error_within(Code::taken_id, item.mark, '\'' + *id + "' is named twice");
  }
  game.players.push_back(*id);
}

/// The coalition that a key names: ids with blanks between them.
std::optional<std::uint32_t> coalition_of(Reader& reader, const Entry& entry, const Game& game) {
  std::uint32_t mask = 0;
  if (!entry.quoted && is_yaml_word(entry.key)) {
    check_id(reader, entry.key, entry.quoted, entry.mark);
    return {};
  }
  for (const std::string& id : split(entry.key, ' ')) {
    if (id.empty()) continue;
    const auto player = player_named(game, id);
    if (!player) {
      reader.unknown(Code::unknown_id, entry.mark, "player", id, game.players);
      return {};
    }
    const std::uint32_t bit = std::uint32_t{1} << *player;
    if ((mask & bit) != 0) {
      reader.error_within(Code::taken_id, entry.mark,
                          "'" + id + "' stands twice in '" + entry.key + '\'');
      return {};
    }
    mask |= bit;
  }
  return mask;
}

void refuse_worth_of_nobody(Reader& reader, Mark mark, double worth) {
  if (worth == 0.0) return;
  reader.error(Code::out_of_range, mark,
               "nobody together must be worth 0, is " + show_number(worth));
}

/// A number of 0 or more for each of some players; who is not named has 0.
std::vector<double> read_amounts(Reader& reader, const Value& map, Game& game) {
  if (!reader.expect_map(map)) return {};
  const std::string holder = reader.path();
  const bool own = game.players.empty() && reader.faults().sound("game.players");
  std::vector<double> amounts(own ? map.entries.size() : game.players.size());
  for (const Entry& entry : map.entries) {
    if (entry.key.starts_with("x-")) continue;
    reader.at(holder, {});
    if (refuse_rest_of_number(reader, entry)) continue;
    if (own && check_id(reader, entry.key, entry.quoted, entry.mark)) {
      game.players.push_back(entry.key);
    }
    const auto player = player_named(game, entry.key);
    reader.at(holder, entry.key);
    const auto amount = read_worth(reader, entry.value);
    if (amount && *amount < 0.0) {
      reader.error(Code::out_of_range, entry.value.mark,
                   " must be at least 0, is " + show_number(*amount));
    }
    reader.at(holder, {});
    if (player) {
      amounts[*player] = amount.value_or(0.0);
    } else if (!own && players_known(reader, game)) {
      reader.unknown(Code::unknown_id, entry.mark, "player", entry.key, game.players);
    }
  }
  if (map.entries.empty()) reader.error(Code::too_few, map.mark, "somebody must be named");
  if (!reader.expect_at_most(game.players.size(), kMostPlayers, map.mark)) return {};
  amounts.resize(game.players.size());
  return amounts;
}

/// The two parts of a bankruptcy, for Fields.
struct Estate {
  double amount = 0.0;
  std::vector<double> claims{};
  Game* game;
};
struct EstateAmount {
  void read(Reader& reader, const Value& value, Estate& estate) const {
    const auto amount = read_worth(reader, value);
    if (amount && *amount < 0.0) {
      reader.error(Code::out_of_range, value.mark,
                   " must be at least 0, is " + show_number(*amount));
    }
    estate.amount = amount.value_or(0.0);
  }
};
struct Claims {
  void read(Reader& reader, const Value& value, Estate& estate) const {
    estate.claims = read_amounts(reader, value, *estate.game);
  }
};

}  // namespace

std::optional<double> worth_of(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return parse_number(text);
  const auto above = parse_number(text.substr(0, slash));
  const auto below = parse_number(text.substr(slash + 1));
  if (!above || !below || !(*below > 0.0)) return {};
  return *above / *below;
}

std::optional<double> read_worth(Reader& reader, const Value& value) {
  const bool fraction = value.is_scalar() && value.scalar.find('/') != std::string::npos;
  const auto worth = fraction ? worth_of(value.scalar) : reader.number(value);
  if (fraction && !worth) {
    reader.error(Code::not_a_number, value.mark,
                 " must be a number or a fraction, is '" + value.scalar + '\'', "write it as 1/3");
  }
  if (!worth || std::abs(*worth) <= kMostWorth) return worth;
  reader.error(Code::out_of_range, value.mark,
               " must lie in [" + show_number(-kMostWorth) + ", " + show_number(kMostWorth) +
                   "], is " + value.scalar);
  return {};
}

void GamePlayers::read(Reader& reader, const Value& value, Game& game) const {
  for_each_item(reader, value, [&](const Value& item) { add_player(reader, item, game); });
  if (value.is_list() && value.items.empty()) {
    reader.error(Code::too_few, value.mark, " must be at least one");
  }
  reader.expect_at_most(game.players.size(), kMostPlayers, value.mark);
}

void CoalitionValues::read(Reader& reader, const Value& value, Game& game) const {
  if (!reader.expect_map(value) || !players_known(reader, game)) return;
  const std::string holder = reader.path();
  std::vector<bool> taken(coalitions_of(game));
  game.values.assign(taken.size(), 0.0);
  for (const Entry& entry : value.entries) {
    if (entry.key.starts_with("x-")) continue;
    reader.at(holder, {});
    if (refuse_rest_of_number(reader, entry)) continue;
    const auto mask = coalition_of(reader, entry, game);
    if (mask && taken[*mask]) {
      reader.error(Code::taken_id, entry.mark,
                   "the coalition '" + entry.key + "' has a value already");
    }
    reader.at(holder, entry.key);
    const auto worth = read_worth(reader, entry.value);
    if (!mask) continue;
    taken[*mask] = true;
    game.values[*mask] = worth.value_or(0.0);
    if (*mask == 0) refuse_worth_of_nobody(reader, entry.value.mark, game.values[0]);
  }
}

void ValueTable::read(Reader& reader, const Value& value, Game& game) const {
  if (!players_known(reader, game)) return;
  const std::size_t entries = coalitions_of(game);
  if (value.is_scalar() && !parse_number(value.scalar)) {
    const auto table = read_table_file(reader, value, entries);
    if (table) game.values = *table;
  } else {
    for_each_item(reader, value, [&](const Value& item) {
      game.values.push_back(read_worth(reader, item).value_or(0.0));
    });
    if (value.is_list() && value.items.size() != entries) {
      return reader.error(Code::wrong_kind, value.mark,
                          " must have " + std::to_string(entries) + " numbers, 2 to the power of " +
                              std::to_string(game.players.size()) + ", has " +
                              std::to_string(value.items.size()));
    }
  }
  if (!game.values.empty()) refuse_worth_of_nobody(reader, value.mark, game.values[0]);
  game.values.resize(entries);
}

void Airport::read(Reader& reader, const Value& value, Game& game) const {
  const std::vector<double> costs = read_amounts(reader, value, game);
  if (costs.empty()) return;
  game.values.assign(coalitions_of(game), 0.0);
  for (std::size_t mask = 1; mask < game.values.size(); ++mask) {
    double most = 0.0;
    for (std::size_t player = 0; player < costs.size(); ++player) {
      if ((mask >> player & 1U) != 0) most = std::max(most, costs[player]);
    }
    game.values[mask] = -most;
  }
}

void Bankruptcy::read(Reader& reader, const Value& value, Game& game) const {
  const Site site{{reader.holder(), reader.name()}, value.mark};
  if (!open_record(reader, value, site)) return;
  Estate estate{.game = &game};
  Fields fields(reader, value, site.spot.path(), site.mark);
  fields.fixed(required("estate"), estate, EstateAmount{});
  fields.fixed(required("claims"), estate, Claims{});
  fields.finish();
  if (estate.claims.empty()) return;
  game.values.assign(coalitions_of(game), 0.0);
  for (std::size_t mask = 0; mask < game.values.size(); ++mask) {
    double others = 0.0;
    for (std::size_t player = 0; player < estate.claims.size(); ++player) {
      if ((mask >> player & 1U) == 0) others += estate.claims[player];
    }
    game.values[mask] = std::max(0.0, estate.amount - others);
  }
  if (game.values[0] == 0.0 || !reader.faults().sound(site.spot.path())) return;
  reader.at(site.spot.path(), "estate");
  reader.error(Code::out_of_range, value.find("estate")->mark,
               " must not be above the sum of the claims");
}

void GameForm::read(Reader& reader, const Value& value, std::optional<Game>& member) const {
  member.emplace();
  read_record(reader, value, {{reader.holder(), reader.name()}, value.mark}, *member);
}

void settle(Fields& fields, Game& game) {
  const std::string_view given = fields.at_most_one({"values", "table", "airport", "bankruptcy"});
  if (given.empty()) return fields.missing("values", "or give 'table', 'airport' or 'bankruptcy'");
  const bool names = given == "values" || given == "table";
  if (names && fields.find("players") == nullptr) fields.missing("players");
  game.values.resize(coalitions_of(game));
}

}  // namespace detente::detail
