#include "literal/offers.hpp"

#include <algorithm>
#include <cmath>

namespace detente::literal {
namespace {

constexpr double kTolerance = 1e-12;
constexpr double kHardlinerTolerance = 1e-10;

/// The protocol's state.
struct State {
  const Table& table;
  std::vector<double> r;          ///< By place.
  std::vector<bool> passing;      ///< By place.
  std::optional<int> standing{};  ///< C.
  int proposer = -1;              ///< Whose C is.
  Bloc accepting{};               ///< S.
  Bloc present{};
  std::vector<std::vector<int>> met{};  ///< Y_p, by place.
};

/// R: packages within the red lines with u >= r, by (u, index).
std::vector<int> rational(const State& state, int place) {
  std::vector<int> packages;
  for (int index = 0; index < count(state.table.packages); ++index) {
    const bool inside = state.table.inside[place][index];
    if (inside && state.table.u[place][index] >= state.r[place]) packages.push_back(index);
  }
  const std::vector<double>& u = state.table.u[place];
  std::stable_sort(packages.begin(), packages.end(),
                   [&u](int a, int b) { return u[a] != u[b] ? u[a] < u[b] : a < b; });
  return packages;
}

/// B[0]: the best of R, the lowest index on ties.
int best_package(const State& state, int place) {
  const std::vector<int> packages = rational(state, place);
  const std::vector<double>& u = state.table.u[place];
  int best = packages.front();
  for (const int index : packages) {
    if (u[index] > u[best] || (u[index] == u[best] && index < best)) best = index;
  }
  return best;
}

/// Sum over the issues of |difference of `at`| / R.
double distance(const Table& table, int a, int b) {
  double sum = 0.0;
  for (int issue = 0; issue < count(table.open); ++issue) {
    const double from = table.axis[issue][table.packages[a][issue]];
    const double to = table.axis[issue][table.packages[b][issue]];
    sum += std::fabs(from - to) / kAxis;
  }
  return sum;
}

int pick_least(const State& state, int place, double target) {
  for (const int index : rational(state, place)) {
    if (state.table.u[place][index] >= target - kTolerance) return index;
  }
  return best_package(state, place);
}

int pick_nearest(const State& state, int place, double target) {
  const std::vector<double>& u = state.table.u[place];
  if (!state.standing) return best_package(state, place);
  std::vector<int> good;
  for (const int index : rational(state, place)) {
    if (u[index] >= target - kTolerance) good.push_back(index);
  }
  if (good.empty()) return best_package(state, place);
  std::sort(good.begin(), good.end(), [&](int a, int b) {
    const double to_a = distance(state.table, a, *state.standing);
    const double to_b = distance(state.table, b, *state.standing);
    if (to_a != to_b) return to_a < to_b;
    return u[a] != u[b] ? u[a] > u[b] : a < b;
  });
  return good.front();
}

int offer_of(const State& state, int place, double t) {
  const Tactic& tactic = state.table.tactics[place];
  if (tactic.kind == Tactic::Kind::hardliner) return best_package(state, place);
  const double target = aspiration(state.table, place, state.r[place], t);
  return tactic.offer == Tactic::Offer::least ? pick_least(state, place, target)
                                              : pick_nearest(state, place, target);
}

bool accepts(const State& state, int place, double t) {
  const Table& table = state.table;
  if (state.passing[place] || !table.inside[place][*state.standing]) return false;
  const double u = table.u[place][*state.standing];
  if (table.tactics[place].kind == Tactic::Kind::hardliner) {
    return u >= table.best[place] - kHardlinerTolerance;
  }
  return u >= aspiration(table, place, state.r[place], t) - kTolerance;
}

/// True if a party at its turn in this round has lost patience.
bool leaves(const State& state, int place, int round) {
  const std::optional<int>& after = state.table.tactics[place].leave_after;
  if (!after || round < *after) return false;
  return std::none_of(state.met[place].begin(), state.met[place].end(),
                      [&](int index) { return state.table.u[place][index] >= state.r[place]; });
}

bool all_pass(const State& state) {
  return std::all_of(state.present.begin(), state.present.end(),
                     [&state](int place) { return state.passing[place]; });
}

/// One turn: meet, leave, answer, offer. True if the stage is agreed.
bool take_turn(State& state, int place, int round, OffersStage& played) {
  const int actor = state.table.parties[place];
  const double t = static_cast<double>(round) / (state.table.rounds + 1);
  const bool asked = state.standing && state.proposer != place;
  if (asked) state.met[place].push_back(*state.standing);
  if (leaves(state, place, round)) {
    if (asked) played.offers.back().responses.emplace_back(actor, Response::leave);
    played.left.emplace_back(round, actor);
    state.present.erase(place);
    state.accepting.erase(place);
    return false;
  }
  if (asked) {
    const bool yes = accepts(state, place, t);
    played.offers.back().responses.emplace_back(actor, yes ? Response::accept : Response::refuse);
    if (yes) {
      state.accepting.insert(place);
      return wins(state.table, state.accepting);
    }
  }
  if (state.passing[place]) {
    played.passed.emplace_back(round, actor);
    return false;
  }
  const int index = offer_of(state, place, t);
  played.offers.push_back(
      {.round = round, .actor = actor, .index = index, .package = state.table.packages[index]});
  state.standing = index;
  state.proposer = place;
  state.accepting = {place};
  return wins(state.table, state.accepting);
}

/// Walk-aways of round k, those of protected signatories at least the package in force.
void look_at_walk_aways(State& state, int k) {
  const Table& table = state.table;
  for (int place = 0; place < count(table.parties); ++place) {
    double r = std::max(0.0, table.walk_away[place] - fall(table, state.present, place, k));
    if (table.floored.count(place) > 0) r = std::max(r, table.floor[place]);
    state.r[place] = r;
    state.passing[place] = passes(table, place, r);
  }
}

State open_state(const Table& table) {
  State state{.table = table, .r = table.walk_away, .passing = {}};
  for (int place = 0; place < count(table.parties); ++place) state.present.insert(place);
  state.passing.resize(table.parties.size());
  state.met.resize(table.parties.size());
  look_at_walk_aways(state, 1);
  return state;
}

/// Plays until the stage ends. The reason; `round` = the last one played.
Reason play_turns(State& state, OffersStage& played, int& round) {
  const int n = count(state.table.parties);
  for (round = 1; round <= state.table.rounds; ++round) {
    for (int turn = 0; turn < n; ++turn) {
      look_at_walk_aways(state, round);
      if (all_pass(state)) return Reason::no_zone;
      const int place = (state.table.starts + turn) % n;
      if (state.present.count(place) == 0) continue;
      if (take_turn(state, place, round, played)) return Reason::agreement;
      look_at_walk_aways(state, round);
      if (!wins(state.table, state.present)) return Reason::withdrawal;
    }
  }
  return has_zone(state.table, state.present, state.r) ? Reason::deadline : Reason::no_zone;
}

std::vector<double> raw_utilities(const RawParty& party, const std::vector<Package>& packages) {
  std::vector<double> u;
  for (const Package& package : packages) {
    double sum = 0.0;
    for (int issue = 0; issue < count(package); ++issue) {
      sum += party.weights[issue] * party.values[issue][package[issue]];
    }
    u.push_back(sum);
  }
  return u;
}

}  // namespace

OffersStage play_offers(const Table& table, const Stage& stage, Agreed& agreed) {
  OffersStage played{.table = table};
  State state = open_state(table);
  int round = 0;
  const Reason reason = play_turns(state, played, round);
  if (reason == Reason::agreement) {
    played.end = agree(table, *state.standing, state.accepting, agreed);
    played.end.round = round;
  } else {
    played.end = fail(table, reason, state.r, stage, agreed);
  }
  return played;
}

OffersRun play_offers(const Scenario& scenario) {
  OffersRun run;
  Agreed agreed;
  for (int stage = 0; stage < count(scenario.stages); ++stage) {
    const Table table = set_table(scenario, stage, agreed);
    run.stages.push_back(play_offers(table, scenario.stages[stage], agreed));
    run.ending.stage = stage;
    run.ending.last = run.stages.back().end;
    if (!run.ending.last.agreed) return run;
  }
  run.ending.agreed = true;
  return run;
}

Table raw_table(const std::vector<RawParty>& parties, const std::optional<RawRule>& rule,
                int rounds) {
  Table table;
  std::vector<int> sizes;
  for (const std::vector<double>& options : parties.front().values) {
    std::vector<double> axis(options.size());
    for (int option = 0; option < count(options); ++option) {
      axis[option] = kAxis * option / std::max(1, count(options) - 1);
    }
    table.open.push_back(count(sizes));
    table.axis.push_back(axis);
    sizes.push_back(count(options));
  }
  table.packages = all_packages(sizes);
  for (const RawParty& party : parties) {
    table.u.push_back(raw_utilities(party, table.packages));
    table.inside.emplace_back(table.packages.size(), true);
    table.required.insert(count(table.parties));
    table.parties.push_back(count(table.parties));
    table.power.push_back(1.0);
    table.walk_away.push_back(party.walk_away);
    table.delay.push_back(0.0);
    table.tactics.push_back(party.tactic);
  }
  find_extremes(table);
  table.floor.assign(parties.size(), 0.0);
  table.rounds = rounds;
  if (rule) {
    table.required = rule->consents;
    table.power = rule->power;
    table.quorum = rule->quorum;
  }
  return table;
}

OffersStage play_offers(const Table& table) {
  Agreed agreed;
  return play_offers(table, Stage{}, agreed);
}

}  // namespace detente::literal
