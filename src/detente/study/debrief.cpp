#include "detente/study/debrief.hpp"

#include <algorithm>

#include "detente/core/contract.hpp"

namespace detente {
namespace {

int party_of(const StageTables& tables, int actor) {
  const auto& parties = tables.view.parties;
  const auto found = std::find(parties.begin(), parties.end(), actor);
  return found == parties.end() ? -1 : static_cast<int>(found - parties.begin());
}

bool has(const std::vector<int>& items, int item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

double joint_utility(const StageTables& tables, int package) {
  double sum = 0.0;
  for (const PartyTable& party : tables.parties) sum += party.utility[package];
  return sum;
}

/// The least that a package must be worth to a party, where it has a say.
struct Floor {
  int party = 0;
  double utility = 0.0;
};

/// The largest joint utility among the packages that meet every floor inside the red lines.
std::optional<double> best_above(const StageTables& tables, const std::vector<Floor>& floors) {
  std::optional<double> best;
  for (int package = 0; package < tables.grid.packages(); ++package) {
    const bool meets = std::all_of(floors.begin(), floors.end(), [&](const Floor& floor) {
      return tables.parties[floor.party].judged()[package] >= floor.utility - kTolerance;
    });
    if (meets) best = std::max(best.value_or(0.0), joint_utility(tables, package));
  }
  return best;
}

std::optional<double> gains_left(const TraceStage& stage) {
  const TraceRound& last = stage.rounds.back();
  const StageTables& tables = *last.tables;
  std::vector<Floor> floors;
  if (stage.outcome.agreed) {
    const int deal = find_package(tables, stage.outcome.package);
    for (const int actor : stage.outcome.coalition) {
      const int party = party_of(tables, actor);
      floors.push_back({party, tables.parties[party].utility[deal]});
    }
    const double now = joint_utility(tables, deal);
    return std::max(now, best_above(tables, floors).value_or(now)) - now;
  }
  double now = 0.0;
  for (std::size_t party = 0; party < tables.parties.size(); ++party) {
    floors.push_back({static_cast<int>(party), last.standings[party].walk_away});
    now += last.standings[party].walk_away;
  }
  const auto best = best_above(tables, floors);
  if (!best) return std::nullopt;
  return std::max(0.0, *best - now);
}

/// What the actor's own offers of one stage lost it, from each to the next.
double conceded_in(const TraceStage& stage, int actor) {
  double sum = 0.0;
  std::optional<double> before;
  for (const TraceRound& round : stage.rounds) {
    const int party = party_of(*round.tables, actor);
    for (const TraceOffer& offer : round.offers) {
      if (party < 0 || !has(offer.by, actor)) continue;
      const double utility = offer.utilities[party];
      if (before) sum += std::max(0.0, *before - utility);
      before = utility;
    }
  }
  return sum;
}

/// What the stage left the actor with.
double claimed_in(const TraceStage& stage, int actor) {
  const auto& utilities = stage.outcome.utilities;
  const auto own = std::find_if(utilities.begin(), utilities.end(),
                                [&](const auto& entry) { return entry.first == actor; });
  return own->second;
}

SeatMetrics measure(const Trace& trace, int actor, const TraceStage& last) {
  const TraceRound& end = last.rounds.back();
  SeatMetrics metrics{.actor = actor,
                      .stage = last.stage,
                      .claimed = claimed_in(last, actor),
                      .joint_gains_left = gains_left(last),
                      .agreed = last.outcome.agreed};
  for (const TraceStage& stage : trace.stages) {
    if (party_of(*stage.rounds.back().tables, actor) < 0) continue;
    metrics.conceded += conceded_in(stage, actor);
    metrics.rounds += stage.rounds.back().number;
  }
  metrics.margin = metrics.claimed - end.standings[party_of(*end.tables, actor)].walk_away;
  return metrics;
}

}  // namespace

std::vector<SeatMetrics> debrief(const Trace& trace) {
  expects(trace.outcome.reason != Reason::none, "debrief: the run is over");
  std::vector<SeatMetrics> all;
  const auto actors = static_cast<int>(trace.scenario->actors.size());
  for (int actor = 0; actor < actors; ++actor) {
    const TraceStage* last = nullptr;
    for (const TraceStage& stage : trace.stages) {
      if (party_of(*stage.rounds.back().tables, actor) >= 0) last = &stage;
    }
    if (last != nullptr) all.push_back(measure(trace, actor, *last));
  }
  return all;
}

}  // namespace detente
