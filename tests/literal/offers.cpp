#include "literal/offers.hpp"

#include <algorithm>

#include "literal/bidding.hpp"

namespace detente::literal {
namespace {

/// The protocol's state.
struct State {
  const Table& table;
  std::vector<double> r;          ///< By place.
  std::vector<bool> passing;      ///< By place.
  std::optional<int> standing{};  ///< C.
  int proposer = -1;              ///< Whose C is.
  Bloc accepting{};               ///< S.
  Bloc present{};
  std::vector<Mind> minds{};  ///< By place.
};

Seat seat_of(const State& state, int place, double t) {
  return {state.table, place, state.r[place], t, state.standing, state.minds[place]};
}

/// True if a party at its turn in this round has lost patience.
bool leaves(const State& state, int place, int round) {
  const std::optional<int>& after = state.table.tactics[place].leave_after;
  if (!after || round < *after) return false;
  return std::none_of(state.minds[place].met.begin(), state.minds[place].met.end(),
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
  if (asked) meet(seat_of(state, place, t), *state.standing, state.minds[place]);
  if (leaves(state, place, round)) {
    if (asked) played.offers.back().responses.emplace_back(actor, Response::leave);
    played.left.emplace_back(round, actor);
    state.present.erase(place);
    state.accepting.erase(place);
    return false;
  }
  if (asked) {
    const bool yes = !state.passing[place] && accepts(seat_of(state, place, t), *state.standing);
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
  const int index = planned_offer(seat_of(state, place, t));
  for (int other = 0; other < count(state.minds); ++other) {
    if (other != place) state.minds[other].heard.insert(index);
  }
  state.minds[place].own.push_back(index);
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
  state.minds.resize(table.parties.size());
  look_at_walk_aways(state, 1);
  return state;
}

/// Writes down the least that everybody present would accept now.
void note_thresholds(State& state, int round, OffersStage& played) {
  look_at_walk_aways(state, round);
  const double t = static_cast<double>(round) / (state.table.rounds + 1);
  played.thresholds.emplace_back();
  for (const int place : state.present) {
    played.thresholds.back()[state.table.parties[place]] =
        state.passing[place] ? state.r[place] : least_accepted(seat_of(state, place, t), false);
  }
}

/// The turns of one round; a reason if the stage ends with it.
std::optional<Reason> play_round(State& state, OffersStage& played, int round) {
  const int n = count(state.table.parties);
  for (int turn = 0; turn < n; ++turn) {
    look_at_walk_aways(state, round);
    if (all_pass(state)) return Reason::no_zone;
    const int place = (state.table.starts + turn) % n;
    if (state.present.count(place) == 0) continue;
    if (take_turn(state, place, round, played)) return Reason::agreement;
    look_at_walk_aways(state, round);
    if (!wins(state.table, state.present)) return Reason::withdrawal;
  }
  return std::nullopt;
}

/// Plays until the stage ends. The reason; `round` = the last one played.
Reason play_turns(State& state, OffersStage& played, int& round) {
  for (round = 1; round <= state.table.rounds; ++round) {
    look_at_walk_aways(state, round);
    if (all_pass(state)) return Reason::no_zone;
    const std::optional<Reason> reason = play_round(state, played, round);
    note_thresholds(state, round, played);
    if (reason) return *reason;
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
