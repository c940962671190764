#include "detente/study/power.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <utility>

#include "detente/model/standing.hpp"
#include "detente/study/power_rules.hpp"

namespace detente {
namespace {

Diagnostics fault(Code code, std::string path, std::string message, std::string hint = {}) {
  return {{.code = code,
           .path = std::move(path),
           .message = std::move(message),
           .hint = std::move(hint)}};
}

int place_of(const std::vector<Player>& players, const std::string& id) {
  return index_of(players, id);
}

std::vector<Player> players_of(const Scenario& scenario, const std::vector<std::string>& ids) {
  std::vector<Player> players;
  players.reserve(ids.size());
  for (const std::string& id : ids) players.push_back({id, index_of(scenario.actors, id)});
  return players;
}

/// The pairs among these players, each once; a pair of one with itself links nobody.
Links linked(const std::vector<std::pair<int, int>>& pairs) {
  Links links;
  for (const auto& [a, b] : pairs) {
    if (a >= 0 && b >= 0 && a != b) links.emplace_back(std::min(a, b), std::max(a, b));
  }
  std::sort(links.begin(), links.end());
  links.erase(std::unique(links.begin(), links.end()), links.end());
  return links;
}

/// The links of the file among these players; where it has no graph, their positive ties. Nothing
/// if the graph names none of them, or there are no such ties.
std::optional<Links> links_among(const Scenario& scenario, const std::vector<Player>& players) {
  std::vector<std::pair<int, int>> pairs;
  for (const auto& [one, other] : scenario.links) {
    const std::pair<int, int> places{place_of(players, one), place_of(players, other)};
    if (places.first >= 0 || places.second >= 0) pairs.push_back(places);
  }
  if (!pairs.empty()) return linked(pairs);
  if (!scenario.links.empty()) return std::nullopt;
  for (const Tie& tie : scenario.ties) {
    if (tie.strength <= kTieThreshold) continue;
    pairs.emplace_back(place_of(players, scenario.actors[tie.from].id),
                       place_of(players, scenario.actors[tie.to].id));
  }
  Links links = linked(pairs);
  if (links.empty()) return std::nullopt;
  return links;
}

/// The first of those with whom a player is known to hang together.
int first_of(const std::vector<int>& earlier, int player) {
  while (earlier[player] != player) player = earlier[player];
  return player;
}

/// Who hangs together by the links, by their first members. Empty without a graph.
std::vector<std::vector<int>> blocs_of(const std::optional<Links>& links, int players) {
  if (!links) return {};
  std::vector<int> earlier(players);
  std::iota(earlier.begin(), earlier.end(), 0);
  for (const auto& [one, other] : *links) {
    const int a = first_of(earlier, one);
    const int b = first_of(earlier, other);
    earlier[std::max(a, b)] = std::min(a, b);
  }
  std::vector<std::vector<int>> blocs;
  std::vector<int> place(players);
  for (int player = 0; player < players; ++player) {
    const int first = first_of(earlier, player);
    if (first == player) {
      place[player] = static_cast<int>(blocs.size());
      blocs.emplace_back();
    }
    blocs[place[first]].push_back(player);
  }
  return blocs;
}

/// The unions of the file among these players, whoever is in none alone. Empty without unions.
std::vector<std::vector<int>> unions_among(const Scenario& scenario,
                                           const std::vector<Player>& players) {
  std::vector<std::vector<int>> unions;
  std::vector<bool> named(players.size(), false);
  for (const auto& ids : scenario.unions) {
    std::vector<int> members;
    for (const std::string& id : ids) {
      const int place = place_of(players, id);
      if (place < 0 || named[place]) continue;
      named[place] = true;
      members.push_back(place);
    }
    if (!members.empty()) unions.push_back(std::move(members));
  }
  if (unions.empty()) return {};
  for (std::size_t place = 0; place < players.size(); ++place) {
    if (!named[place]) unions.push_back({static_cast<int>(place)});
  }
  return unions;
}

/// What a game is looked at with.
struct Surroundings {
  std::optional<Links> links{};
  std::vector<std::vector<int>> unions{};
  bool solved = true;  ///< Core and nucleolus make sense.
  int threads = 1;
};

GameReport values_of(TuGame game, const Surroundings& around) {
  GameReport report{.game = std::move(game)};
  const TuGame& own = report.game;
  report.shapley = shapley_value(own, around.threads);
  report.banzhaf_value = banzhaf_value(own);
  if (around.links) report.myerson = myerson_value(own, *around.links);
  if (!around.unions.empty()) report.owen = owen_value(own, around.unions);
  if (around.solved && own.players <= kMostCorePlayers) {
    report.core = least_core(own);
    report.nucleolus = nucleolus(own);
  }
  if (own.players <= kMostStructurePlayers) {
    report.best_structure = best_structure(own, around.threads);
  }
  return report;
}

bool same_players(const std::vector<Player>& one, const std::vector<Player>& other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](const Player& a, const Player& b) { return a.id == b.id; });
}

/// The vote as a game: 1 for a coalition that wins, 0 for the others.
TuGame simple_game(const VotingGame& votes) {
  TuGame game{votes.players, std::vector<double>(std::size_t{1} << votes.players, 1.0)};
  std::vector<std::int64_t> weight(game.value.size());
  for (const WeightedRule& rule : votes.rules) {
    for (std::size_t mask = 0; mask < weight.size(); ++mask) {
      const std::size_t rest = mask & (mask - 1);
      if (mask != 0) weight[mask] = weight[rest] + rule.weights[std::countr_zero(mask)];
      if (weight[mask] < rule.quota) game.value[mask] = 0.0;
    }
  }
  return game;
}

Result<PowerReport> of_sections(const Scenario& scenario, const PowerQuestion& question) {
  PowerReport report{.scenario = std::make_shared<const Scenario>(scenario)};
  Surroundings around{.threads = question.threads};
  if (scenario.votes) {
    report.players = players_of(scenario, scenario.votes->players);
    report.votes = VotingGame{static_cast<int>(report.players.size()), {}};
    for (const VotingRule& rule : scenario.votes->rules) {
      report.votes->rules.push_back({rule.quota, rule.weights});
    }
    if (!fits(*report.votes)) {
      return fault(Code::too_many, "votes", "too many voters with too large weights to be counted",
                   "divide the weights and the quota of each rule by their common factor, or "
                   "round them");
    }
    report.power = voting_power(*report.votes, {.threads = question.threads});
    around.links = links_among(scenario, report.players);
    around.unions = unions_among(scenario, report.players);
    report.blocs = blocs_of(around.links, static_cast<int>(report.players.size()));
  }
  if (!scenario.game) {
    const bool related = around.links || !around.unions.empty();
    if (related && report.votes->players <= kMostGamePlayers) {
      report.game = values_of(simple_game(*report.votes), around);
    }
    return report;
  }
  std::vector<Player> players = players_of(scenario, scenario.game->players);
  around.links = links_among(scenario, players);
  around.unions = unions_among(scenario, players);
  report.game = values_of({static_cast<int>(players.size()), scenario.game->values}, around);
  if (!scenario.votes) {
    report.blocs = blocs_of(around.links, static_cast<int>(players.size()));
    report.players = std::move(players);
  } else if (!same_players(report.players, players)) {
    report.game_players = std::move(players);
  }
  return report;
}

/// A stage as it opens, after what a run agreed before.
struct Opening {
  std::shared_ptr<const Scenario> scenario{};
  std::shared_ptr<const StageTables> tables{};
};

Result<Opening> open(const Scenario& scenario, const Run& run, int stage) {
  auto ready = plan_talks(borrowed(scenario), run);
  if (!ready) return ready.error();
  Simulation simulation(std::move(ready).value());
  const auto wanted = static_cast<std::size_t>(stage) + 1;
  while (!simulation.over() && simulation.stage_count() < wanted) simulation.play_stage();
  if (!simulation.faults().empty()) return simulation.faults();
  if (simulation.stage_count() < wanted) {
    return fault(Code::out_of_range, {},
                 "stage '" + scenario.stages[stage].id + "' is not reached in this run");
  }
  // the plan, and so the scenario, may end with the simulation
  return Opening{std::make_shared<const Scenario>(simulation.scenario()),
                 simulation.shared_tables()};
}

/// Adds who is pivotal under the rule of the stage. Diagnostics if it cannot be counted.
Diagnostics add_votes(const Rule& rule, int threads, PowerReport& report) {
  report.votes = voting_game_of(rule, report.quorum_rounded);
  if (!fits(*report.votes)) {
    return fault(Code::too_many, "actors",
                 "too many parties with too many decimals in their powers",
                 "give them powers with fewer digits");
  }
  report.power = voting_power(*report.votes, {.threads = threads});
  if (rule.quorum <= 0.0 || rule.required == 0) return {};
  Rule consents = rule;
  consents.quorum = 0.0;
  bool rounded = false;
  report.without_quorum = voting_power(voting_game_of(consents, rounded), {.threads = threads});
  return {};
}

/// The parties at their walk-aways, or at their worst packages where those are better.
std::vector<Standing> disagreement(const StageTables& tables) {
  std::vector<Standing> standings = grounds(tables, 1, {});
  for (Standing& standing : standings) standing.threshold = standing.lowest;
  return standings;
}

/// The most that each party could gain, whoever accepts; 1 for one with nothing to gain.
std::vector<double> largest_gains(const StageTables& tables,
                                  const std::vector<Standing>& standings) {
  std::vector<double> gains;
  for (std::size_t party = 0; party < standings.size(); ++party) {
    const double gain = tables.parties[party].range.most - standings[party].lowest;
    gains.push_back(gain > kTolerance ? gain : 1.0);
  }
  return gains;
}

Result<PowerReport> of_stage(const Scenario& scenario, const Run& run,
                             const PowerQuestion& question) {
  const int stage = std::max(question.stage, 0);
  const auto opening = open(scenario, run, stage);
  if (!opening) return opening.error();
  const StageTables& tables = *opening->tables;
  PowerReport report{
      .scenario = opening->scenario, .stage = stage, .normalised = question.normalised};
  for (const int actor : tables.view.parties) {
    report.players.push_back({report.scenario->actors[actor].id, actor});
  }
  const Diagnostics faults = add_votes(tables.rule, question.threads, report);
  if (!faults.empty()) return faults;
  Surroundings around{.links = links_among(*report.scenario, report.players),
                      .unions = unions_among(*report.scenario, report.players),
                      .threads = question.threads};
  const auto players = static_cast<int>(report.players.size());
  report.blocs = blocs_of(around.links, players);
  if (players > kMostGamePlayers) return report;
  const std::vector<Standing> standings = disagreement(tables);
  const auto parties = judgements(tables, standings);
  std::vector<double> units;
  if (question.normalised) units = largest_gains(tables, standings);
  const auto worth = [&](Worth kind) {
    return characteristic(parties, tables.rule, kind, units, question.threads);
  };
  report.game = values_of(worth(Worth::winning_only), around);
  around.solved = false;  // singles get their best package, so no split could be stable
  report.plain = values_of(worth(Worth::plain), around);
  return report;
}

}  // namespace

Result<PowerReport> power(const Scenario& scenario, const Run& run, const PowerQuestion& question) {
  const bool sections = scenario.votes || scenario.game;
  if (question.stage < 0 && sections) return of_sections(scenario, question);
  if (!scenario.stages.empty()) return of_stage(scenario, run, question);
  return fault(Code::missing_section, {},
               "nothing to weigh: the sections 'votes', 'game' and 'issues' are missing",
               scenario.conflict ? "one of them is needed; its conflict is solved by `stability`"
                                 : "one of them is needed");
}

}  // namespace detente
