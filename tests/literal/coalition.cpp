#include "literal/coalition.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "literal/bidding.hpp"
#include "literal/ties.hpp"

namespace detente::literal {
namespace {

constexpr double kTolerance = 1e-12;
constexpr double kConnects = 0.05;

/// What a stage needs besides its table.
struct Talks {
  const Scenario& scenario;
  const Stage& stage;
  Table table;
  std::vector<std::vector<double>> ties;  ///< [place][place]: strength.
  double channel = -1.0;
  Bloc present{};             ///< Parties that have not left.
  std::vector<int> tabled{};  ///< Packages tabled so far.
  std::vector<Mind> minds{};  ///< By place; what a round taught counts from the next one.
};

/// Where everybody stands in one round, by place.
struct Mood {
  std::vector<double> r{};
  std::vector<double> d{};
  std::vector<double> theta{};
  Bloc passing{};
  Acceptable acceptable{};
};

/// A bloc that tables, and those of m(p) that it brings with it.
struct Reach {
  Bloc bloc{};
  Bloc accepting{};
};

bool is_tied(const Talks& talks, int place, const Bloc& bloc) {
  return std::any_of(bloc.begin(), bloc.end(),
                     [&](int member) { return talks.ties[place][member] > kConnects; });
}

/// By ties among its own members; a single party is connected.
bool connected(const Talks& talks, const Bloc& bloc) {
  if (bloc.empty()) return false;
  Bloc found = {*bloc.begin()};
  for (int pass = 0; pass < count(bloc); ++pass) {
    for (const int place : bloc) {
      if (is_tied(talks, place, found)) found.insert(place);
    }
  }
  return found == bloc;
}

bool reaches(const Talks& talks, const Bloc& bloc, int outsider) {
  return std::any_of(bloc.begin(), bloc.end(),
                     [&](int member) { return talks.ties[member][outsider] >= talks.channel; });
}

/// More power; then more members; then the lower mask.
bool stronger(const Table& table, const Bloc& a, const Bloc& b) {
  if (power_of(table, a) != power_of(table, b)) return power_of(table, a) > power_of(table, b);
  if (a.size() != b.size()) return a.size() > b.size();
  return mask(a) < mask(b);
}

/// A signatory always accepts the package in force, if it gives at least the own walk-away.
void accept_what_is_in_force(const Table& table, int place, double own, Acceptable& acceptable) {
  if (table.floored.count(place) == 0 || !table.in_force) return;
  const int index = *table.in_force;
  if (!table.inside[place][index]) return;
  if (table.u[place][index] >= own - kTolerance) acceptable[place][index] = true;
}

Mood mood_at(const Talks& talks, int k) {
  const Table& table = talks.table;
  const double t = static_cast<double>(k) / (table.rounds + 1);
  Mood mood;
  std::vector<double> own;
  for (int place = 0; place < count(table.parties); ++place) {
    own.push_back(std::max(0.0, table.walk_away[place] - fall(table, talks.present, place, k)));
    double r = own[place];
    if (table.floored.count(place) > 0) r = std::max(r, table.floor[place]);
    const bool passing = passes(table, place, r);
    if (passing) mood.passing.insert(place);
    mood.r.push_back(r);
    mood.d.push_back(std::max(r, table.worst[place]));
    const Seat seat{table, place, r, t, std::nullopt, talks.minds[place]};
    mood.theta.push_back(passing ? r : least_accepted(seat, true));
  }
  mood.acceptable = acceptable_at(table, mood.theta);
  for (int place = 0; place < count(table.parties); ++place) {
    accept_what_is_in_force(table, place, own[place], mood.acceptable);
    if (mood.passing.count(place) == 0) continue;
    mood.acceptable[place].assign(table.packages.size(), false);
  }
  return mood;
}

/// The most powerful connected bloc inside `willing` that wins with those of them it reaches.
std::optional<Reach> reach_of(const Talks& talks, const Bloc& willing) {
  std::optional<Reach> best;
  for (const Bloc& bloc : all_blocs(count(talks.table.parties))) {
    if (!is_subset(bloc, willing) || !connected(talks, bloc)) continue;
    Bloc accepting = bloc;
    for (const int place : willing) {
      if (reaches(talks, bloc, place)) accepting.insert(place);
    }
    if (!wins(talks.table, accepting)) continue;
    if (!best || stronger(talks.table, bloc, best->bloc)) best = Reach{bloc, accepting};
  }
  return best;
}

/// Product of u_i - d_i over a bloc, in file order.
double nash_product(const Table& table, const Mood& mood, const Bloc& bloc, int index) {
  double product = 1.0;
  for (const int place : bloc) product *= table.u[place][index] - mood.d[place];
  return product;
}

/// Of `packages`, the one with the largest Nash product over a bloc; the lowest index on ties.
int best_for(const Table& table, const Mood& mood, const Bloc& bloc,
             const std::vector<int>& packages) {
  int best = packages.front();
  for (const int index : packages) {
    if (nash_product(table, mood, bloc, index) > nash_product(table, mood, bloc, best)) {
      best = index;
    }
  }
  return best;
}

/// Step 0: the agreement of this round, if there is one.
std::optional<std::pair<Reach, int>> deal(const Talks& talks, const Mood& mood) {
  const Table& table = talks.table;
  std::map<Bloc, std::optional<Reach>> reach;
  std::vector<Bloc> willing;
  for (int index = 0; index < count(table.packages); ++index) {
    willing.push_back(willing_at(mood.acceptable, talks.present, index));
    if (reach.count(willing.back()) == 0) reach[willing.back()] = reach_of(talks, willing.back());
  }
  std::optional<Bloc> accepting;
  for (const auto& [_, found] : reach) {
    if (!found) continue;
    if (!accepting || stronger(table, found->accepting, *accepting)) accepting = found->accepting;
  }
  if (!accepting) return std::nullopt;
  std::vector<int> packages;
  for (int index = 0; index < count(table.packages); ++index) {
    const std::optional<Reach>& found = reach.at(willing[index]);
    if (found && found->accepting == *accepting) packages.push_back(index);
  }
  const int index = best_for(table, mood, *accepting, packages);
  return std::pair(*reach.at(willing[index]), index);
}

/// The packages that all of a bloc accept.
std::vector<int> intersection(const Talks& talks, const Mood& mood, const Bloc& bloc) {
  std::vector<int> packages;
  for (int index = 0; index < count(talks.table.packages); ++index) {
    if (willing_at(mood.acceptable, bloc, index) == bloc) packages.push_back(index);
  }
  return packages;
}

/// Steps 1 and 2: the tabling bloc; empty if none is feasible.
Bloc tabling_bloc(const Talks& talks, const Mood& mood) {
  Bloc best;
  for (const Bloc& bloc : all_blocs(count(talks.table.parties))) {
    if (!is_subset(bloc, talks.present) || !connected(talks, bloc)) continue;
    if (intersection(talks, mood, bloc).empty()) continue;
    if (best.empty() || stronger(talks.table, bloc, best)) best = bloc;
  }
  return best;
}

/// Step 3: the outsiders without whom the others do not win; if there is none, all outsiders.
Bloc needed_by(const Talks& talks, const Bloc& bloc) {
  Bloc outsiders;
  Bloc needed;
  for (const int place : talks.present) {
    if (bloc.count(place) > 0) continue;
    outsiders.insert(place);
    Bloc others = talks.present;
    others.erase(place);
    if (!wins(talks.table, others)) needed.insert(place);
  }
  return needed.empty() ? outsiders : needed;
}

double shortfall(const Table& table, const Mood& mood, int place, int index) {
  return std::max(0.0, mood.theta[place] - table.u[place][index]);
}

/// Step 4: the joint offer.
int joint_offer(const Talks& talks, const Mood& mood, const Bloc& bloc, const Bloc& needed) {
  const std::vector<int> packages = intersection(talks, mood, bloc);
  std::vector<double> lacks;
  for (const int index : packages) {
    double largest = 0.0;
    for (const int place : needed) {
      largest = std::max(largest, shortfall(talks.table, mood, place, index));
    }
    lacks.push_back(largest);
  }
  const double least = *std::min_element(lacks.begin(), lacks.end());
  std::vector<int> nearest;
  for (int at = 0; at < count(packages); ++at) {
    if (lacks[at] <= least + kTolerance) nearest.push_back(packages[at]);
  }
  return best_for(talks.table, mood, bloc, nearest);
}

/// The state of the round, before anything is tabled.
CoalitionRound opening(const Talks& talks, const Mood& mood, int k) {
  CoalitionRound round;
  round.round = k;
  for (const int place : talks.present) {
    round.walk_aways[talks.table.parties[place]] = mood.r[place];
    round.thresholds[talks.table.parties[place]] = mood.theta[place];
    if (mood.passing.count(place) > 0) round.passing.insert(talks.table.parties[place]);
  }
  round.view = look(talks.table, talks.present, mood.acceptable, mood.theta);
  return round;
}

/// Writes down what `bloc` tables; step 5: the answers.
void table_package(const Talks& talks, const Mood& mood, const Bloc& bloc, int index,
                   CoalitionRound& round) {
  const Table& table = talks.table;
  round.bloc = actors_of(table, bloc);
  round.index = index;
  round.package = table.packages[index];
  round.whole = whole_package(table, index);
  round.accepting = round.bloc;
  for (const int place : talks.present) {
    const int actor = table.parties[place];
    round.utilities[actor] = table.u[place][index];
    if (bloc.count(place) > 0) continue;
    if (!reaches(talks, bloc, place)) {
      round.answers[actor] = Answer::unreached;
    } else if (mood.acceptable[place][index]) {
      round.answers[actor] = Answer::accept;
      round.accepting.insert(actor);
    } else {
      round.answers[actor] = Answer::refuse;
    }
  }
}

/// Step 6: the needed outsiders that refused or were not reached.
void name_blockers(const Talks& talks, const Mood& mood, const Bloc& needed,
                   CoalitionRound& round) {
  round.needed = actors_of(talks.table, needed);
  for (const int place : needed) {
    const int actor = talks.table.parties[place];
    if (round.answers.at(actor) == Answer::accept) continue;
    round.blockers[actor] = shortfall(talks.table, mood, place, round.index);
  }
}

/// Those whose patience ends with round k.
Bloc leavers(const Talks& talks, const Mood& mood, int k) {
  Bloc leaving;
  for (const int place : talks.present) {
    const std::optional<int>& after = talks.table.tactics[place].leave_after;
    if (!after || k < *after) continue;
    const bool content = std::any_of(talks.tabled.begin(), talks.tabled.end(), [&](int index) {
      return talks.table.u[place][index] >= mood.r[place];
    });
    if (!content) leaving.insert(place);
  }
  return leaving;
}

CoalitionRound play_round(Talks& talks, const Mood& mood, int k) {
  CoalitionRound round = opening(talks, mood, k);
  if (const auto found = deal(talks, mood)) {
    table_package(talks, mood, found->first.bloc, found->second, round);
    round.agreement = true;
    return round;
  }
  const Bloc bloc = tabling_bloc(talks, mood);
  if (!bloc.empty()) {
    const Bloc needed = needed_by(talks, bloc);
    const int index = joint_offer(talks, mood, bloc, needed);
    table_package(talks, mood, bloc, index, round);
    name_blockers(talks, mood, needed, round);
    talks.tabled.push_back(index);
  }
  const Bloc leaving = leavers(talks, mood, k);
  round.left = actors_of(talks.table, leaving);
  for (const int place : leaving) talks.present.erase(place);
  return round;
}

Bloc places_of(const Table& table, const std::set<int>& actors) {
  Bloc bloc;
  for (int place = 0; place < count(table.parties); ++place) {
    if (actors.count(table.parties[place]) > 0) bloc.insert(place);
  }
  return bloc;
}

/// What everybody present remembers of the round: its bloc has tabled, the others have heard it,
/// and those whom the offer reached have met it.
void remember(Talks& talks, const Mood& mood, const CoalitionRound& round) {
  if (round.index < 0) return;
  const double t = static_cast<double>(round.round) / (talks.table.rounds + 1);
  for (const int place : talks.present) {
    Mind& mind = talks.minds[place];
    const int actor = talks.table.parties[place];
    if (round.bloc.count(actor) > 0) {
      mind.own.push_back(round.index);
      continue;
    }
    mind.heard.insert(round.index);
    if (round.answers.at(actor) == Answer::unreached) continue;
    meet({talks.table, place, mood.r[place], t, std::nullopt, mind}, round.index, mind);
  }
}

Talks open_talks(const Scenario& scenario, int stage, const Agreed& agreed) {
  Talks talks{.scenario = scenario,
              .stage = scenario.stages[stage],
              .table = set_table(scenario, stage, agreed),
              .ties = tie_table(scenario, scenario.stages[stage].parties),
              .channel = channel_of(scenario)};
  for (int place = 0; place < count(talks.table.parties); ++place) talks.present.insert(place);
  talks.minds.resize(talks.table.parties.size());
  return talks;
}

CoalitionStage play_stage(const Scenario& scenario, int stage, Agreed& agreed) {
  Talks talks = open_talks(scenario, stage, agreed);
  CoalitionStage played{.table = talks.table};
  Mood mood;
  for (int k = 1; k <= talks.table.rounds; ++k) {
    mood = mood_at(talks, k);
    played.rounds.push_back(play_round(talks, mood, k));
    const CoalitionRound& round = played.rounds.back();
    if (round.agreement) {
      played.end = agree(talks.table, round.index, places_of(talks.table, round.accepting), agreed);
      played.end.round = k;
      return played;
    }
    mood = mood_at(talks, k);  // who has left presses nobody any more
    remember(talks, mood, round);
    if (!wins(talks.table, talks.present)) {
      played.end = fail(talks.table, Reason::withdrawal, mood.r, talks.stage, agreed);
      return played;
    }
  }
  const bool zone = has_zone(talks.table, talks.present, mood.r);
  played.end =
      fail(talks.table, zone ? Reason::deadline : Reason::no_zone, mood.r, talks.stage, agreed);
  return played;
}

}  // namespace

CoalitionRun play_coalition(const Scenario& scenario) {
  CoalitionRun run;
  Agreed agreed;
  for (int stage = 0; stage < count(scenario.stages); ++stage) {
    run.stages.push_back(play_stage(scenario, stage, agreed));
    run.ending.stage = stage;
    run.ending.last = run.stages.back().end;
    if (!run.ending.last.agreed) return run;
  }
  run.ending.agreed = true;
  return run;
}

}  // namespace detente::literal
