#include "detente/report/power_table.hpp"

#include <algorithm>
#include <utility>

#include "detente/core/text.hpp"
#include "detente/report/page.hpp"
#include "detente/report/study_page.hpp"
#include "detente/report/study_words.hpp"
#include "detente/report/voice.hpp"

namespace detente {
namespace {

using detail::Name;
using detail::Page;
using detail::percent_in;
using detail::plain_number;
using detail::Slots;
using detail::Tone;
using detail::Voice;

constexpr int kIndent = 2;
constexpr int kCell = 15;
constexpr int kIndexDigits = 4;
constexpr std::size_t kToldPlayers = 40;

struct Telling {
  const PowerReport* report = nullptr;
  Voice voice;
  Page page;

  Language language() const { return voice.language(); }
  std::string say(std::string_view key, const Slots& slots = {}) const {
    return detail::study_phrase(language(), key, slots);
  }
  const std::vector<Player>& game_players() const {
    return report->game_players.empty() ? report->players : report->game_players;
  }
};

std::string title_of(const Telling& telling, const Player& player) {
  return player.actor < 0 ? player.id : telling.voice.title_of_actor(player.actor);
}

Name name_of(const Telling& telling, const Player& player) {
  if (player.actor >= 0) return telling.voice.actor(player.actor);
  return detail::make_name(telling.language(), player.id, nullptr);
}

/// "A, B and C"
std::string list_of(const Telling& telling, const std::vector<Player>& players,
                    const std::vector<int>& places) {
  std::vector<std::string> titles;
  titles.reserve(places.size());
  for (const int place : places) titles.push_back(title_of(telling, players[place]));
  return detail::join(telling.language(), titles);
}

/// "{A, B}; {C}": which of them are together is seen at a glance.
std::string groups_of(const Telling& telling, const std::vector<Player>& players,
                      const std::vector<std::vector<int>>& groups) {
  std::string text;
  for (const std::vector<int>& group : groups) {
    text += text.empty() ? "{" : "; {";
    for (std::size_t place = 0; place < group.size(); ++place) {
      if (place > 0) text += ", ";
      text += title_of(telling, players[group[place]]);
    }
    text += '}';
  }
  return text;
}

void tell_rules(Telling& telling) {
  const VotingGame& game = *telling.report->votes;
  for (std::size_t rule = 0; rule < game.rules.size(); ++rule) {
    std::int64_t total = 0;
    for (const std::int64_t weight : game.rules[rule].weights) total += weight;
    Slots slots{{"quota", std::to_string(game.rules[rule].quota)},
                {"total", std::to_string(total)}};
    if (game.rules.size() > 1) slots["n"] = static_cast<int>(rule) + 1;
    telling.page.add(telling.say(game.rules.size() > 1 ? "power.rules" : "power.rule", slots),
                     kIndent);
  }
}

/// The rule of a stage, and whose consent it takes.
void tell_stage_rule(Telling& telling) {
  const PowerReport& report = *telling.report;
  const Stage& stage = report.scenario->stages[report.stage];
  const double quorum = stage.quorum.value_or(stage.consent.empty() ? 1.0 : 0.0);
  if (quorum > 0.0) {
    telling.page.add(
        telling.say("power.quorum", {{"share", percent_in(telling.language(), quorum)}}), kIndent);
  }
  // the consents stand in the last rule, or in none
  const std::size_t rules = report.votes->rules.size();
  const WeightedRule& last = report.votes->rules.back();
  const bool consents = rules > 1 || (quorum <= 0.0 && last.quota > 1) ||
                        (quorum <= 0.0 && std::count(last.weights.begin(), last.weights.end(), 1) <
                                              static_cast<std::ptrdiff_t>(last.weights.size()));
  std::vector<Name> names;
  for (std::size_t player = 0; consents && player < report.players.size(); ++player) {
    if (last.weights[player] > 0) names.push_back(name_of(telling, report.players[player]));
  }
  if (!names.empty()) {
    telling.page.add(
        telling.say("power.consent", {{"who", detail::join(telling.language(), names)}}), kIndent);
  }
  if (quorum <= 0.0 && names.empty()) telling.page.add(telling.say("power.anybody"), kIndent);
  if (report.quorum_rounded) telling.page.add(telling.say("power.rounded"), kIndent);
}

/// A table with a row a player, `cells(player)` beside it.
template <typename Cells>
void tell_players(Telling& telling, const std::vector<Player>& players,
                  const std::vector<std::string>& columns, const Cells& cells) {
  detail::add_cells(telling.page, "", columns, kCell);
  for (std::size_t player = 0; player < players.size() && player < kToldPlayers; ++player) {
    detail::add_cells(telling.page, title_of(telling, players[player]), cells(player), kCell);
  }
  if (players.size() <= kToldPlayers) return;
  const int more = static_cast<int>(players.size() - kToldPlayers);
  telling.page.add(telling.say("power.more", {{"n", more}}), kIndent);
}

void tell_indices(Telling& telling, const VotingPower& power) {
  std::vector<std::string> columns{telling.say("power.column.shubik"),
                                   telling.say("power.column.banzhaf"),
                                   telling.say("power.column.penrose")};
  const bool counted = !power.swings.empty();
  if (counted) columns.push_back(telling.say("power.column.swings"));
  tell_players(telling, telling.report->players, columns, [&](std::size_t player) {
    const auto number = [&](double value) {
      return detail::number_in(telling.language(), value, kIndexDigits);
    };
    std::vector<std::string> cells{number(power.shapley_shubik[player]),
                                   number(power.banzhaf[player]), number(power.penrose[player])};
    if (counted) cells.push_back(power.swings[player]);
    return cells;
  });
}

/// Who decides alone, who can block, whom nothing hangs on.
void tell_roles(Telling& telling) {
  const PowerReport& report = *telling.report;
  std::vector<int> veto;
  std::vector<int> dummies;
  for (int player = 0; player < static_cast<int>(report.players.size()); ++player) {
    if (is_dictator(*report.votes, player)) {
      telling.page.add(detail::capitalised(telling.say(
                           "power.dictator", {{"who", name_of(telling, report.players[player])}})),
                       kIndent);
    } else if (has_veto(*report.votes, player)) {
      veto.push_back(player);
    }
    if (is_dummy(*report.power, player)) dummies.push_back(player);
  }
  if (veto.size() == 1) {
    telling.page.add(
        telling.say("power.veto", {{"who", name_of(telling, report.players[veto.front()])}}),
        kIndent);
  } else if (!veto.empty()) {
    std::vector<Name> names;
    names.reserve(veto.size());
    for (const int player : veto) names.push_back(name_of(telling, report.players[player]));
    telling.page.add(
        telling.say("power.veto.each", {{"who", detail::join(telling.language(), names)}}),
        kIndent);
  }
  if (dummies.empty()) return;
  telling.page.add(
      telling.say("power.dummies", {{"list", list_of(telling, report.players, dummies)}}), kIndent);
}

/// Those whose joining turns a losing coalition into a winning one in most orders.
void tell_most(Telling& telling) {
  const PowerReport& report = *telling.report;
  const auto& index = report.power->shapley_shubik;
  const double most = *std::max_element(index.begin(), index.end());
  std::vector<Name> names;
  for (std::size_t player = 0; player < index.size(); ++player) {
    if (index[player] >= most - 1e-9) names.push_back(name_of(telling, report.players[player]));
  }
  if (most <= 0.0 || names.size() > 1) return;
  telling.page.add(telling.say("power.most", {{"who", names.front()},
                                              {"share", percent_in(telling.language(), most)}}),
                   kIndent);
}

void tell_votes(Telling& telling) {
  const PowerReport& report = *telling.report;
  const VotingPower& power = *report.power;
  report.stage >= 0 ? tell_stage_rule(telling) : tell_rules(telling);
  telling.page.gap();
  tell_indices(telling, power);
  telling.page.gap();
  if (power.power_to_act <= 0.0) return telling.page.add(telling.say("power.nobody"), kIndent);
  tell_most(telling);
  tell_roles(telling);
  const std::string share = percent_in(telling.language(), power.power_to_act);
  const std::string& count = power.winning_coalitions;
  telling.page.add(count.empty() ? telling.say("power.winning.share", {{"share", share}})
                                 : telling.say("power.winning", {{"n", count}, {"share", share}}),
                   kIndent);
  if (!power.exact) telling.page.add(telling.say("power.inexact"), kIndent);
  if (!report.without_quorum) return;
  telling.page.gap();
  telling.page.add(telling.say("power.without"), 0, Tone::heading);
  tell_indices(telling, *report.without_quorum);
}

void tell_values(Telling& telling, const GameReport& game) {
  std::vector<std::string> columns;
  std::vector<const std::vector<double>*> values;
  const auto add = [&](const char* key, const std::vector<double>& numbers) {
    columns.push_back(telling.say(key));
    values.push_back(&numbers);
  };
  add("power.column.shapley", game.shapley);
  add("power.column.banzhaf", game.banzhaf_value);
  if (game.nucleolus) {
    const bool imputations = game.nucleolus->imputations;
    add(imputations ? "power.column.nucleolus" : "power.column.prenucleolus",
        game.nucleolus->payoff);
  }
  if (game.owen) add("power.column.owen", *game.owen);
  if (game.myerson) add("power.column.myerson", *game.myerson);
  tell_players(telling, telling.game_players(), columns, [&](std::size_t player) {
    std::vector<std::string> cells;
    cells.reserve(values.size());
    for (const auto* const numbers : values) {
      cells.push_back(plain_number(telling.language(), (*numbers)[player]));
    }
    return cells;
  });
}

void tell_structure(Telling& telling, const GameReport& game) {
  if (!game.best_structure) return;
  std::vector<std::vector<int>> groups;
  for (const std::uint32_t mask : game.best_structure->coalitions) {
    std::vector<int>& members = groups.emplace_back();
    for (int player = 0; player < game.game.players; ++player) {
      if ((mask >> static_cast<unsigned>(player) & 1U) != 0) members.push_back(player);
    }
  }
  const std::string list = groups_of(telling, telling.game_players(), groups);
  telling.page.add(
      telling.say("power.structure",
                  {{"list", list},
                   {"value", plain_number(telling.language(), game.best_structure->value)}}),
      kIndent);
}

void tell_game(Telling& telling) {
  const PowerReport& report = *telling.report;
  const GameReport& game = *report.game;
  telling.page.gap();
  telling.page.add(telling.say("power.game"), 0, Tone::heading);
  if (report.stage >= 0) telling.page.add(telling.say("power.worth"), kIndent, Tone::plain, 0);
  if (report.normalised) telling.page.add(telling.say("power.normalised"), kIndent);
  tell_values(telling, game);
  telling.page.gap();
  telling.page.add(
      telling.say("power.all",
                  {{"value", plain_number(telling.language(), game.game.value.back())}}),
      kIndent);
  if (game.core) {
    const std::string value = plain_number(telling.language(), game.core->epsilon);
    telling.page.add(game.core->core_empty ? telling.say("power.core.empty", {{"value", value}})
                                           : telling.say("power.core.full"),
                     kIndent);
  }
  tell_structure(telling, game);
}

void tell_plain(Telling& telling) {
  telling.page.gap();
  telling.page.add(telling.say("power.plain"), 0, Tone::heading);
  telling.page.add(telling.say("power.plain.about"), kIndent, Tone::plain, 0);
  tell_values(telling, *telling.report->plain);
  telling.page.gap();
  tell_structure(telling, *telling.report->plain);
}

void tell_blocs(Telling& telling) {
  const PowerReport& report = *telling.report;
  const std::string list = groups_of(telling, report.players, report.blocs);
  if (list.empty()) return;
  telling.page.gap();
  telling.page.add(telling.say("power.blocs", {{"list", list}}));
}

}  // namespace

std::string power_table(const PowerReport& report, const NarrationOptions& options) {
  const Scenario& scenario = *report.scenario;
  Telling telling{&report, Voice(scenario, options.language), Page(options)};
  Slots slots{{"title", scenario.title.in(options.language, scenario.id)}};
  const bool talks = report.stage >= 0;
  if (talks) slots["stage"] = telling.voice.stage(report.stage);
  if (!talks) slots["n"] = static_cast<int>(report.players.size());
  telling.page.add(telling.say(talks          ? "power.heading.talks"
                               : report.votes ? "power.heading.votes"
                                              : "power.heading.game",
                               slots),
                   0, Tone::heading);
  if (report.votes) tell_votes(telling);
  if (report.game) tell_game(telling);
  if (report.plain) tell_plain(telling);
  const bool related = !scenario.unions.empty() || !report.blocs.empty();
  if ((talks || related) && !report.game) {
    telling.page.add(telling.say("power.too_large", {{"n", kMostGamePlayers}}), kIndent);
  }
  tell_blocs(telling);
  telling.page.gap();
  telling.page.add(telling.say("power.closing"), 0, Tone::plain, 0);
  return std::move(telling.page).take();
}

}  // namespace detente
