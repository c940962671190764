#include "literal/stage.hpp"

#include <algorithm>
#include <cmath>

namespace detente::literal {
namespace {

constexpr double kTolerance = 1e-12;

bool has(const std::vector<int>& list, int item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

int place_of(const std::vector<int>& parties, int actor) {
  for (int place = 0; place < count(parties); ++place) {
    if (parties[place] == actor) return place;
  }
  return -1;
}

/// Kept: what the stage named by `keeps` agreed, as far as it belongs to this stage and is not
/// reopened.
Whole kept_options(const Stage& stage, const Agreed& before) {
  Whole kept;
  if (stage.keeps < 0) return kept;
  for (const auto& [issue, option] : before.stages[stage.keeps]) {
    if (has(stage.issues, issue) && !has(stage.reopens, issue)) kept[issue] = option;
  }
  return kept;
}

double score(const Position& position, const Issue& issue, int option) {
  if (!position.values.empty()) return position.values[option];
  if (!position.ideal) return 0.0;
  const double gap = (issue.options[option].at - position.ideal->on(issue)) / kAxis;
  return position.loss == Loss::linear ? 1.0 - std::fabs(gap) : 1.0 - gap * gap;
}

/// u of a package for an actor: over all issues of the stage that `package` settles.
double utility(const Scenario& scenario, const Stage& stage, int actor, const Whole& package) {
  const std::vector<Position>& positions = scenario.actors[actor].positions;
  double sum = 0.0;
  for (const int issue : stage.issues) sum += positions[issue].salience;
  double u = 0.0;
  for (const int issue : stage.issues) {
    if (package.count(issue) == 0) continue;
    const double weight = positions[issue].salience / sum;
    u += weight * score(positions[issue], scenario.issues[issue], package.at(issue));
  }
  return u;
}

bool within_red_lines(const Scenario& scenario, const Stage& stage, int actor,
                      const Whole& package) {
  for (const int issue : stage.issues) {
    const auto& red_line = scenario.actors[actor].positions[issue].red_line;
    if (!red_line) continue;
    const Issue& of = scenario.issues[issue];
    const double at = of.options[package.at(issue)].at;
    if (at < red_line->first.on(of) || at > red_line->second.on(of)) return false;
  }
  return true;
}

/// Required consents: `consent`, and the suppliers of open issues that are parties.
Bloc required_consents(const Scenario& scenario, const Table& table) {
  Bloc required;
  for (const int actor : scenario.stages[table.stage].consent) {
    required.insert(place_of(table.parties, actor));
  }
  for (const int issue : table.open) {
    const int place = place_of(table.parties, scenario.issues[issue].supplier);
    if (place >= 0) required.insert(place);
  }
  return required;
}

void set_issues(const Scenario& scenario, const Agreed& before, Table& table) {
  const Stage& stage = scenario.stages[table.stage];
  table.kept = kept_options(stage, before);
  std::vector<int> sizes;
  for (const int issue : stage.issues) {
    if (table.kept.count(issue) > 0) continue;
    table.open.push_back(issue);
    sizes.push_back(count(scenario.issues[issue].options));
    std::vector<double> axis;
    for (const Option& option : scenario.issues[issue].options) axis.push_back(option.at);
    table.axis.push_back(axis);
  }
  table.packages = all_packages(sizes);
}

void set_party(const Scenario& scenario, int actor, Table& table) {
  const Stage& stage = scenario.stages[table.stage];
  std::vector<double> u;
  std::vector<bool> inside;
  for (int index = 0; index < count(table.packages); ++index) {
    const Whole package = whole_package(table, index);
    u.push_back(utility(scenario, stage, actor, package));
    inside.push_back(within_red_lines(scenario, stage, actor, package));
  }
  table.u.push_back(u);
  table.inside.push_back(inside);
  table.power.push_back(scenario.actors[actor].power);
  table.tactics.push_back(scenario.actors[actor].tactic);
  const auto own = stage.walk_away.find(actor);
  table.delay.push_back(scenario.actors[actor].delay_cost);
  table.walk_away.push_back(own == stage.walk_away.end() ? scenario.actors[actor].walk_away
                                                         : own->second);
}

/// `fallback: kept`: who is protected by the package in force, and by how much.
void set_fallback(const Scenario& scenario, const Agreed& before, Table& table) {
  const Stage& stage = scenario.stages[table.stage];
  table.floor.assign(table.parties.size(), 0.0);
  if (stage.fallback != Fallback::kept || before.stages.empty()) return;
  for (int place = 0; place < count(table.parties); ++place) {
    const int actor = table.parties[place];
    if (before.signatories.count(actor) == 0) continue;
    table.floored.insert(place);
    table.floor[place] = utility(scenario, stage, actor, before.in_force);
  }
  for (int index = 0; index < count(table.packages); ++index) {
    bool same = true;
    for (const auto& [issue, option] : whole_package(table, index)) {
      const auto agreed = before.in_force.find(issue);
      if (agreed == before.in_force.end() || agreed->second != option) same = false;
    }
    if (same) table.in_force = index;
  }
}

std::vector<Package> with_another_issue(const std::vector<Package>& packages, int size) {
  std::vector<Package> longer;
  for (const Package& package : packages) {
    for (int option = 0; option < size; ++option) {
      longer.push_back(package);
      longer.back().push_back(option);
    }
  }
  return longer;
}

}  // namespace

std::vector<Package> all_packages(const std::vector<int>& sizes) {
  std::vector<Package> packages = {Package{}};
  for (const int size : sizes) packages = with_another_issue(packages, size);
  return packages;
}

std::vector<Bloc> all_blocs(int n) {
  std::vector<Bloc> blocs = {Bloc{}};
  for (int place = 0; place < n; ++place) {
    const std::vector<Bloc> without = blocs;
    for (Bloc bloc : without) {
      bloc.insert(place);
      blocs.push_back(bloc);
    }
  }
  return blocs;
}

long mask(const Bloc& bloc) {
  long sum = 0;
  for (const int place : bloc) {
    long power = 1;
    for (int step = 0; step < place; ++step) power *= 2;
    sum += power;
  }
  return sum;
}

bool is_subset(const Bloc& part, const Bloc& whole) {
  return std::all_of(part.begin(), part.end(),
                     [&whole](int place) { return whole.count(place) > 0; });
}

Table set_table(const Scenario& scenario, int stage, const Agreed& before) {
  const Stage& from = scenario.stages[stage];
  Table table;
  table.stage = stage;
  table.parties = from.parties;
  set_issues(scenario, before, table);
  for (const int actor : table.parties) set_party(scenario, actor, table);
  table.pressure = from.pressure;
  find_extremes(table);
  table.required = required_consents(scenario, table);
  table.quorum = from.quorum ? *from.quorum : (from.consent.empty() ? 1.0 : 0.0);
  table.rounds = from.rounds;
  table.starts = from.starts < 0 ? 0 : place_of(table.parties, from.starts);
  set_fallback(scenario, before, table);
  return table;
}

void find_extremes(Table& table) {
  for (const std::vector<double>& u : table.u) {
    table.best.push_back(*std::max_element(u.begin(), u.end()));
    table.worst.push_back(*std::min_element(u.begin(), u.end()));
  }
}

double power_of(const Table& table, const Bloc& bloc) {
  double sum = 0.0;
  for (const int place : bloc) sum += table.power[place];
  return sum;
}

bool wins(const Table& table, const Bloc& bloc) {
  if (!is_subset(table.required, bloc)) return false;
  double total = 0.0;
  for (const double power : table.power) total += power;
  return power_of(table, bloc) >= table.quorum * total - kTolerance;
}

bool passes(const Table& table, int place, double r) {
  for (int index = 0; index < count(table.packages); ++index) {
    if (table.inside[place][index] && table.u[place][index] >= r) return false;
  }
  return true;
}

double fall(const Table& table, const Bloc& present, int place, int k) {
  const int actor = table.parties[place];
  const std::set<int> parties = actors_of(table, present);
  double sum = table.delay[place] * (k - 1);
  for (const Pressure& pressure : table.pressure) {
    const std::set<int> by(pressure.by.begin(), pressure.by.end());
    if (!is_subset(by, parties)) continue;
    if (pressure.on == actor) sum += pressure.per_round * (k - 1);
    if (by.count(actor) > 0) sum += pressure.cost * (k - 1);
  }
  return sum;
}

bool has_zone(const Table& table, const Bloc& present, const std::vector<double>& r) {
  for (int index = 0; index < count(table.packages); ++index) {
    Bloc willing;
    for (const int place : present) {
      if (passes(table, place, r[place]) || !table.inside[place][index]) continue;
      if (table.u[place][index] >= r[place] - kTolerance) willing.insert(place);
    }
    if (wins(table, willing)) return true;
  }
  return false;
}

double power_curve(double t, double e) {
  if (e == 0.25) return std::sqrt(std::sqrt(t));
  if (e == 0.5) return std::sqrt(t);
  if (e == 1.0) return t;
  if (e == 2.0) return t * t;
  if (e == 4.0) return (t * t) * (t * t);
  return std::pow(t, e);
}

double aspiration(const Table& table, int place, double r, double t) {
  const Tactic& tactic = table.tactics[place];
  if (tactic.kind == Tactic::Kind::hardliner) return table.best[place];
  const double lo = std::max(r, table.worst[place]);
  const double share = tactic.start * (1.0 - power_curve(t, tactic.e));
  return std::max(lo, lo + share * (table.best[place] - lo) - tactic.margin);
}

std::set<int> actors_of(const Table& table, const Bloc& bloc) {
  std::set<int> actors;
  for (const int place : bloc) actors.insert(table.parties[place]);
  return actors;
}

Whole whole_package(const Table& table, int index) {
  Whole whole = table.kept;
  for (int issue = 0; issue < count(table.open); ++issue) {
    whole[table.open[issue]] = table.packages[index][issue];
  }
  return whole;
}

StageEnd agree(const Table& table, int index, const Bloc& accepting, Agreed& agreed) {
  StageEnd end;
  end.agreed = true;
  end.reason = Reason::agreement;
  end.index = index;
  end.signatories = actors_of(table, accepting);
  for (int place = 0; place < count(table.parties); ++place) {
    end.utilities[table.parties[place]] = table.u[place][index];
  }
  agreed.stages.push_back(whole_package(table, index));
  for (const auto& [issue, option] : agreed.stages.back()) agreed.in_force[issue] = option;
  agreed.signatories = end.signatories;
  end.package = agreed.in_force;
  return end;
}

StageEnd fail(const Table& table, Reason reason, const std::vector<double>& r, const Stage& stage,
              const Agreed& before) {
  StageEnd end;
  end.reason = reason;
  if (stage.fallback == Fallback::kept) end.package = before.in_force;
  for (int place = 0; place < count(table.parties); ++place) {
    end.utilities[table.parties[place]] = r[place];
  }
  return end;
}

}  // namespace detente::literal
