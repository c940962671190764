#include <cstdint>
#include <string>

#include "detente/core/json.hpp"
#include "detente/study/power.hpp"

namespace detente {
namespace {

using Players = std::vector<Player>;

/// 2^53: above, a double cannot count.
const std::string kMostExact = "9007199254740992";

/// A whole number; as a text where a reader of doubles would lose digits.
Json whole_json(const std::string& digits) {
  const bool large = digits.size() > kMostExact.size() ||
                     (digits.size() == kMostExact.size() && digits > kMostExact);
  if (digits.empty()) return nullptr;
  return large ? Json(digits) : Json(std::stoll(digits));
}

template <typename Number>
Json by_player(const Players& players, const std::vector<Number>& numbers) {
  Json json = Json::object();
  for (std::size_t player = 0; player < numbers.size(); ++player) {
    json[players[player].id] = numbers[player];
  }
  return json;
}

template <typename Numbers>
Json by_player(const Players& players, const std::optional<Numbers>& numbers) {
  return numbers ? by_player(players, *numbers) : Json(nullptr);
}

Json rules_json(const Players& players, const VotingGame& game) {
  Json list = Json::array();
  for (const WeightedRule& rule : game.rules) {
    Json json;
    json["quota"] = rule.quota;
    json["weights"] = by_player(players, rule.weights);
    list.push_back(std::move(json));
  }
  return list;
}

void add_power(const Players& players, const VotingPower& power, Json& json) {
  json["banzhaf"] = by_player(players, power.banzhaf);
  json["penrose"] = by_player(players, power.penrose);
  json["shapley_shubik"] = by_player(players, power.shapley_shubik);
  json["swings"] = power.swings.empty() ? Json(nullptr) : Json::object();
  for (std::size_t player = 0; player < power.swings.size(); ++player) {
    json["swings"][players[player].id] = whole_json(power.swings[player]);
  }
  json["total_swings"] = whole_json(power.total_swings);
  json["winning_coalitions"] = whole_json(power.winning_coalitions);
  json["power_to_act"] = power.power_to_act;
  json["exact"] = power.exact;
}

/// Ids of the players of a mask.
Json members_json(const Players& players, std::uint32_t mask) {
  Json list = Json::array();
  for (std::size_t player = 0; player < players.size(); ++player) {
    if ((mask >> player & 1U) != 0) list.push_back(players[player].id);
  }
  return list;
}

Json structure_json(const Players& players, const CoalitionStructure& structure) {
  Json json;
  json["value"] = structure.value;
  json["coalitions"] = Json::array();
  for (const std::uint32_t mask : structure.coalitions) {
    json["coalitions"].push_back(members_json(players, mask));
  }
  return json;
}

void add_core(const Players& players, const GameReport& game, Json& json) {
  json["nucleolus"] = nullptr;
  if (game.nucleolus) {
    const Json payoff = by_player(players, game.nucleolus->payoff);
    if (game.nucleolus->imputations) json["nucleolus"] = payoff;
    json["imputations"] = game.nucleolus->imputations;
    if (!game.nucleolus->imputations) json["prenucleolus"] = payoff;
  }
  json["core"] = nullptr;
  json["least_core"] = nullptr;
  if (!game.core) return;
  json["core"] = Json::object({{"empty", game.core->core_empty}});
  json["least_core"] = game.core->epsilon;
  json["least_core_payoff"] = by_player(players, game.core->payoff);
}

void add_game(const Players& players, const GameReport& game, bool solved, Json& json) {
  json["value_of_all"] = game.game.value.back();
  json["shapley"] = by_player(players, game.shapley);
  json["banzhaf_value"] = by_player(players, game.banzhaf_value);
  if (solved) add_core(players, game, json);
  json["owen"] = by_player(players, game.owen);
  json["myerson"] = by_player(players, game.myerson);
  json["best_structure"] =
      game.best_structure ? structure_json(players, *game.best_structure) : Json(nullptr);
}

Json flags_json(const Players& players, const PowerReport& report) {
  Json json;
  json["veto"] = Json::array();
  json["dummies"] = Json::array();
  json["dictator"] = nullptr;
  for (std::size_t player = 0; player < players.size(); ++player) {
    const int place = static_cast<int>(player);
    if (has_veto(*report.votes, place)) json["veto"].push_back(players[player].id);
    if (is_dummy(*report.power, place)) json["dummies"].push_back(players[player].id);
    if (is_dictator(*report.votes, place)) json["dictator"] = players[player].id;
  }
  return json;
}

}  // namespace

std::string to_json(const PowerReport& report) {
  const Players& players = report.players;
  Json json;
  json["schema"] = "detente/power/1";
  json["scenario"] = report.scenario->id;
  const bool talks = report.stage >= 0;
  json["stage"] = talks ? Json(report.scenario->stages[report.stage].id) : Json(nullptr);
  json["players"] = Json::array();
  for (const Player& player : players) json["players"].push_back(player.id);
  if (report.votes && report.power) {
    json["rules"] = rules_json(players, *report.votes);
    if (talks) json["rules_exact"] = !report.quorum_rounded;
    add_power(players, *report.power, json);
    json.update(flags_json(players, report));
  }
  if (report.without_quorum) {
    Json own;
    add_power(players, *report.without_quorum, own);
    json["without_quorum"] = std::move(own);
  }
  if (report.game) {
    if (talks) json["worth"] = "winning-only";
    if (talks) json["normalised"] = report.normalised;
    const Players& own = report.game_players.empty() ? players : report.game_players;
    if (!report.game_players.empty()) {
      json["game_players"] = Json::array();
      for (const Player& player : own) json["game_players"].push_back(player.id);
    }
    add_game(own, *report.game, true, json);
  }
  if (report.plain) {
    Json own;
    add_game(players, *report.plain, false, own);
    json["plain"] = std::move(own);
  }
  json["blocs"] = Json::array();
  for (const auto& bloc : report.blocs) {
    Json ids = Json::array();
    for (const int place : bloc) ids.push_back(players[place].id);
    json["blocs"].push_back(std::move(ids));
  }
  return compact(json);
}

}  // namespace detente
