#include "detente/model/stage_tables.hpp"

#include <algorithm>
#include <limits>

namespace detente {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::vector<int> open_options(const Scenario& scenario, const StageView& view) {
  std::vector<int> counts;
  for (const int issue : view.open) {
    counts.push_back(static_cast<int>(scenario.issues[issue].options.size()));
  }
  return counts;
}

/// Calls `score` with (issue, option) for every option of the stage: one entry where it is fixed.
template <typename Score>
AdditiveScores each_option(const Scenario& scenario, const StageView& view, Score score) {
  AdditiveScores scores;
  for (std::size_t place = 0; place < view.issues.size(); ++place) {
    const int issue = view.issues[place];
    const int fixed = view.fixed[issue];
    const int from = fixed < 0 ? 0 : fixed;
    const int to = fixed < 0 ? static_cast<int>(scenario.issues[issue].options.size()) : fixed + 1;
    std::vector<double> term;
    for (int option = from; option < to; ++option) term.push_back(score(place, issue, option));
    scores.term.push_back(std::move(term));
  }
  return scores;
}

bool has_red_line(const StageView& view, const Actor& actor) {
  return std::any_of(view.issues.begin(), view.issues.end(),
                     [&](int issue) { return actor.positions[issue].red_line.has_value(); });
}

/// Utilities with minus infinity where a red line is crossed. 0 and -infinity add up to either.
std::vector<double> inside_red_lines(const Scenario& scenario, const StageView& view,
                                     const PackageGrid& grid, const PartyTable& party) {
  const Actor& actor = scenario.actors[party.actor];
  const auto crossed = each_option(scenario, view, [&](std::size_t, int issue, int option) {
    return forbids(scenario.issues[issue], actor.positions[issue], option) ? -kInfinity : 0.0;
  });
  std::vector<double> acceptable = utilities(grid, crossed);
  for (std::size_t package = 0; package < acceptable.size(); ++package) {
    if (acceptable[package] == 0.0) acceptable[package] = party.utility[package];
  }
  return acceptable;
}

double worth_in_force(const Scenario& scenario, const StageView& view, const Actor& actor) {
  const auto weights = issue_weights(view, actor);
  double sum = 0.0;
  for (std::size_t place = 0; place < view.issues.size(); ++place) {
    const int issue = view.issues[place];
    const int option = view.in_force->package[issue];
    if (option < 0) continue;
    sum += weights[place] * option_value(scenario.issues[issue], actor.positions[issue], option);
  }
  return sum;
}

/// The terms with minus infinity for what a red line forbids.
AdditiveScores allowed_terms(const Scenario& scenario, const StageView& view, const Actor& actor,
                             AdditiveScores terms) {
  for (std::size_t place = 0; place < view.issues.size(); ++place) {
    const int issue = view.issues[place];
    int option = std::max(0, view.fixed[issue]);
    for (double& term : terms.term[place]) {
      if (forbids(scenario.issues[issue], actor.positions[issue], option++)) term = -kInfinity;
    }
  }
  return terms;
}

/// The largest utility inside the red lines, or minus infinity. As in extremes(), picking the best
/// allowed option of every issue gives the very double of the best allowed package.
double best_inside(const Scenario& scenario, const StageView& view, const Actor& actor,
                   const AdditiveScores& terms) {
  double sum = 0.0;
  for (std::size_t place = 0; place < view.issues.size(); ++place) {
    const int issue = view.issues[place];
    const int first = std::max(0, view.fixed[issue]);
    double best = -kInfinity;
    for (std::size_t entry = 0; entry < terms.term[place].size(); ++entry) {
      const int option = first + static_cast<int>(entry);
      if (forbids(scenario.issues[issue], actor.positions[issue], option)) continue;
      best = std::max(best, terms.term[place][entry]);
    }
    sum += best;
  }
  return sum;
}

PartyTable compile_party(const Scenario& scenario, const StageView& view, const PackageGrid& grid,
                         int actor, const Lasting* lasting) {
  const AdditiveScores terms = terms_of(scenario, view, actor);
  PartyTable party = outline_party(scenario, view, actor, terms, lasting);
  party.utility = utilities(grid, terms);
  const double weight = scenario.actors[actor].values_durability;
  if (lasting != nullptr && weight > 0.0) lasting->weigh_in(weight, grid, party.utility);
  if (has_red_line(view, scenario.actors[actor])) {
    party.acceptable = inside_red_lines(scenario, view, grid, party);
  }
  party.order = std::make_shared<const LazyOrder>();
  return party;
}

/// Place of each actor among the parties, or -1.
std::vector<int> party_places(const Scenario& scenario, const StageView& view) {
  std::vector<int> places(scenario.actors.size(), -1);
  for (std::size_t party = 0; party < view.parties.size(); ++party) {
    places[view.parties[party]] = static_cast<int>(party);
  }
  return places;
}

Rule compile_rule(const Scenario& scenario, const StageView& view, const std::vector<int>& place) {
  const Stage& stage = scenario.stages[view.stage];
  Rule rule;
  for (const int actor : view.parties) rule.power.push_back(scenario.actors[actor].power);
  for (const int actor : stage.consent) rule.required |= only(place[actor]);
  rule.quorum = stage.quorum.value_or(stage.consent.empty() ? 1.0 : 0.0);
  for (const int issue : view.open) {
    const int supplier = scenario.issues[issue].supplier;
    if (supplier >= 0 && place[supplier] >= 0) rule.required |= only(place[supplier]);
  }
  rule.total = power_of(rule, first_actors(rule.parties()));
  return rule;
}

/// Pressure counts only while all who press are parties, and on a party.
std::vector<PressureTable> compile_pressure(const Stage& stage, const std::vector<int>& place) {
  std::vector<PressureTable> tables;
  for (const Pressure& pressure : stage.pressure) {
    PressureTable table{
        .on = place[pressure.on], .per_round = pressure.per_round, .cost = pressure.cost};
    bool all_present = true;
    for (const int actor : pressure.by) {
      all_present = all_present && place[actor] >= 0;
      if (place[actor] >= 0) table.by |= only(place[actor]);
    }
    if (all_present) tables.push_back(table);
  }
  return tables;
}

void compile_in_force(const std::vector<int>& place, StageTables& tables) {
  if (!tables.view.in_force) return;
  tables.in_force = find_package(tables, tables.view.in_force->package);
  for (const int actor : tables.view.in_force->signatories) {
    if (place[actor] >= 0) tables.signatories |= only(place[actor]);
  }
}

double channel_of(const Scenario& scenario) {
  const auto model = scenario.models.find("coalition");
  if (model == scenario.models.end()) return -1.0;
  const auto channel = model->second.find("channel");
  return channel == model->second.end() ? -1.0 : channel->second;
}

bool has(const std::vector<int>& items, int item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

}  // namespace

TieGraph ties_among(const Scenario& scenario, const StageView& view) {
  const auto place = party_places(scenario, view);
  TieGraph graph(static_cast<int>(view.parties.size()));
  for (const Tie& tie : scenario.ties) {
    if (place[tie.from] >= 0 && place[tie.to] >= 0) {
      graph.add(place[tie.from], place[tie.to], tie.strength, tie.symmetric);
    }
  }
  return graph;
}

AdditiveScores terms_of(const Scenario& scenario, const StageView& view, int actor) {
  const auto& positions = scenario.actors[actor].positions;
  const auto weights = issue_weights(view, scenario.actors[actor]);
  return each_option(scenario, view, [&](std::size_t place, int issue, int option) {
    return weights[place] * option_value(scenario.issues[issue], positions[issue], option);
  });
}

PartyTable outline_party(const Scenario& scenario, const StageView& view, int actor,
                         const AdditiveScores& terms, const Lasting* lasting) {
  const Actor& own = scenario.actors[actor];
  PartyTable party{.actor = actor,
                   .range = extremes(terms),
                   .walk_away = base_walk_away(scenario, scenario.stages[view.stage], actor),
                   .delay_cost = own.delay_cost,
                   .tactic = own.tactic};
  party.best_acceptable = best_inside(scenario, view, own, terms);
  if (view.in_force && has(view.in_force->signatories, actor)) {
    party.in_force = worth_in_force(scenario, view, own);
  }
  const double weight = own.values_durability;
  if (lasting == nullptr || weight == 0.0) return party;
  party.range = lasting->extremes(weight, terms);
  party.best_acceptable = lasting->extremes(weight, allowed_terms(scenario, view, own, terms)).most;
  if (party.in_force >= 0.0) {
    party.in_force =
        (1.0 - weight) * party.in_force + weight * lasting->chance_of(view.in_force->package);
  }
  return party;
}

StageTables compile(const Scenario& scenario, const StageView& view) {
  const Stage& stage = scenario.stages[view.stage];
  const auto place = party_places(scenario, view);
  StageTables tables{.view = view,
                     .rounds = stage.rounds,
                     .starts = stage.starts < 0 ? 0 : std::max(0, place[stage.starts]),
                     .grid = PackageGrid(open_options(scenario, view)),
                     .pressure = compile_pressure(stage, place),
                     .rule = compile_rule(scenario, view, place),
                     .ties = ties_among(scenario, view),
                     .channel = channel_of(scenario),
                     .lasting = lasting_of(scenario, view)};
  for (const int issue : view.open) {
    std::vector<double> places;
    for (const Option& option : scenario.issues[issue].options) places.push_back(option.at);
    tables.places.push_back(std::move(places));
    tables.axes.push_back(scenario.issues[issue].axis());
  }
  for (const int actor : view.parties) {
    tables.parties.push_back(
        compile_party(scenario, view, tables.grid, actor, tables.lasting.get()));
  }
  compile_in_force(place, tables);
  return tables;
}

int find_package(const StageTables& tables, std::span<const int> option_by_issue) {
  std::vector<int> options;
  for (const int issue : tables.view.open) {
    if (option_by_issue[issue] < 0) return -1;
    options.push_back(option_by_issue[issue]);
  }
  return tables.grid.index(options);
}

std::vector<int> actors_of(const StageTables& tables, ActorSet parties) {
  std::vector<int> actors;
  for (const int party : Members(parties)) actors.push_back(tables.parties[party].actor);
  return actors;
}

std::vector<int> options_of(const StageTables& tables, int package) {
  std::vector<int> options(tables.view.fixed.size(), -1);
  for (const int issue : tables.view.issues) options[issue] = tables.view.fixed[issue];
  for (std::size_t place = 0; place < tables.view.open.size(); ++place) {
    options[tables.view.open[place]] = tables.grid.option(package, static_cast<int>(place));
  }
  return options;
}

}  // namespace detente
