#include "detente/model/standing.hpp"

#include <algorithm>
#include <limits>

#include "detente/bargain/aspiration.hpp"

namespace detente {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

double threshold_of(const PartyTable& party, double t, double lowest) {
  if (party.tactic.kind == Tactic::Kind::hardliner) return party.range.most;
  const TimeCurve curve{party.tactic.e, party.tactic.start, party.tactic.margin};
  return aspiration(curve, t, lowest, party.range.most);
}

Standing ground_at(const PartyTable& party, double fall) {
  Standing standing{.walk_away = std::max(0.0, party.walk_away - fall)};
  standing.walk_away = std::max(standing.walk_away, party.in_force);
  standing.lowest = std::max(standing.walk_away, party.range.least);
  standing.threshold = standing.walk_away;
  standing.passing = party.best_acceptable < standing.walk_away;
  return standing;
}

}  // namespace

double fall_of(const StageTables& tables, int party, int round, ActorSet left) {
  const double rounds_passed = std::max(0, round - 1);
  double fall = tables.parties[party].delay_cost * rounds_passed;
  for (const PressureTable& pressure : tables.pressure) {
    if ((pressure.by & left) != 0) continue;
    if (pressure.on == party) fall += pressure.per_round * rounds_passed;
    if (contains(pressure.by, party)) fall += pressure.cost * rounds_passed;
  }
  return fall;
}

double time_of(const StageTables& tables, int round) {
  return std::min(1.0, static_cast<double>(round) / (tables.rounds + 1));
}

Standing ground_of(const StageTables& tables, int party, int round, const ActorSet& left) {
  return ground_at(tables.parties[party], fall_of(tables, party, round, left));
}

std::vector<Standing> grounds(const StageTables& tables, int round, const ActorSet& left) {
  std::vector<Standing> all;
  all.reserve(tables.parties.size());
  for (std::size_t party = 0; party < tables.parties.size(); ++party) {
    all.push_back(ground_of(tables, static_cast<int>(party), round, left));
  }
  return all;
}

Standing standing_at(const PartyTable& party, double t, double fall) {
  Standing standing = ground_at(party, fall);
  if (!standing.passing) standing.threshold = threshold_of(party, t, standing.lowest);
  return standing;
}

Acceptance who_accepts(const StageTables& tables, std::span<const Standing> standings,
                       ActorSet table, bool signatory_clause) {
  auto parties = judgements(tables, standings);
  for (std::size_t party = 0; party < parties.size(); ++party) {
    const bool out = standings[party].passing || !contains(table, static_cast<int>(party));
    if (out) parties[party].threshold = kInfinity;
  }
  Acceptance result = acceptance(parties);
  if (!signatory_clause || tables.in_force < 0) return result;
  ActorSet content = 0;
  for (const int party : Members(tables.signatories & table)) {
    const PartyTable& own = tables.parties[party];
    const double judged = own.judged()[tables.in_force];
    if (signatory_accepts(own, standings[party], judged)) content |= only(party);
  }
  also_accepted(result, tables.in_force, content);
  return result;
}

bool signatory_accepts(const PartyTable& party, const Standing& standing, double judged) {
  // the walk-away has the utility of that package as a floor, so it lies above only where the
  // party's own does
  return judged > -kInfinity && party.in_force >= standing.walk_away;
}

std::vector<Judgement> judgements(const StageTables& tables, std::span<const Standing> standings) {
  std::vector<Judgement> parties;
  parties.reserve(standings.size());
  for (std::size_t party = 0; party < standings.size(); ++party) {
    parties.push_back({tables.parties[party].judged(), standings[party].threshold});
  }
  return parties;
}

bool no_zone_at_walk_away(const StageTables& tables, std::span<const Standing> standings,
                          ActorSet table) {
  for (int package = 0; package < tables.grid.packages(); ++package) {
    ActorSet willing = 0;
    for (const int party : Members(table)) {
      const Standing& standing = standings[party];
      const double judged = tables.parties[party].judged()[package];
      if (!standing.passing && judged >= standing.walk_away - kTolerance) willing |= only(party);
    }
    if (wins(tables.rule, willing)) return false;
  }
  return true;
}

}  // namespace detente
