#include "detente/model/proposal.hpp"

#include <algorithm>
#include <limits>

namespace detente {
namespace {

/// Product of (u - d) over the members, in file order: what a bloc maximises (Nash 1950).
double nash_product(const StageTables& tables, std::span<const Standing> standings,
                    ActorSet members, int package) {
  double product = 1.0;
  for (const int party : Members(members)) {
    product *= tables.parties[party].utility[package] - standings[party].lowest;
  }
  return product;
}

/// The package with the largest Nash product among those that `wanted` lets through; the lowest
/// index on ties.
template <typename Wanted>
int best_package(const StageTables& tables, std::span<const Standing> standings, ActorSet members,
                 Wanted wanted) {
  int best = -1;
  double best_product = -std::numeric_limits<double>::infinity();
  for (int package = 0; package < tables.grid.packages(); ++package) {
    if (!wanted(package)) continue;
    const double product = nash_product(tables, standings, members, package);
    if (best >= 0 && product <= best_product) continue;
    best = package;
    best_product = product;
  }
  return best;
}

/// How the parties of `willing` can agree among themselves: the most powerful connected bloc that
/// wins together with those it reaches.
Proposal close_among(const StageTables& tables, ActorSet willing) {
  Proposal proposal;
  if (!wins(tables.rule, willing)) return proposal;
  for (const ActorSet bloc : tables.ties.parts(willing)) {
    const ActorSet accepting = bloc | (reached(tables, bloc) & willing);
    if (!wins(tables.rule, accepting)) continue;
    if (proposal.bloc != 0 && !stronger(tables.rule, bloc, proposal.bloc)) continue;
    proposal = {.bloc = bloc, .accepting = accepting, .closes = true};
  }
  return proposal;
}

/// The strongest part that stands together behind some package.
ActorSet strongest_bloc(const StageTables& tables, const Acceptance& acceptance) {
  ActorSet strongest = 0;
  for (const Occupied& occupied : acceptance.occupied) {
    for (const ActorSet bloc : tables.ties.parts(occupied.who)) {
      if (strongest == 0 || stronger(tables.rule, bloc, strongest)) strongest = bloc;
    }
  }
  return strongest;
}

}  // namespace

ActorSet reached(const StageTables& tables, ActorSet bloc) {
  return tables.ties.reached_from(bloc, tables.channel);
}

Proposal find_agreement(const StageTables& tables, std::span<const Standing> standings,
                        const Acceptance& acceptance) {
  Proposal best;
  std::vector<ActorSet> sources;  // the sets m(p) that lead to the accepting set chosen so far
  for (const Occupied& occupied : acceptance.occupied) {
    const Proposal proposal = close_among(tables, occupied.who);
    if (!proposal.closes) continue;
    if (best.closes && proposal.accepting == best.accepting) {
      sources.push_back(occupied.who);
    } else if (!best.closes || stronger(tables.rule, proposal.accepting, best.accepting)) {
      best = proposal;
      sources = {occupied.who};
    }
  }
  if (!best.closes) return best;
  best.package = best_package(tables, standings, best.accepting, [&](int package) {
    const ActorSet who = acceptance.who[package];
    return std::find(sources.begin(), sources.end(), who) != sources.end();
  });
  best.bloc = close_among(tables, acceptance.who[best.package]).bloc;
  return best;
}

Proposal find_offer(const StageTables& tables, std::span<const Standing> standings,
                    const Acceptance& acceptance, ActorSet table) {
  Proposal offer{.bloc = strongest_bloc(tables, acceptance)};
  if (offer.bloc == 0) return offer;
  offer.accepting = offer.bloc;
  const ActorSet needed = needed_by(tables.rule, offer.bloc, table);
  const auto common = [&](int package) { return includes(acceptance.who[package], offer.bloc); };
  double least = std::numeric_limits<double>::infinity();
  for (int package = 0; package < tables.grid.packages(); ++package) {
    if (common(package)) least = std::min(least, shortfall(tables, standings, needed, package));
  }
  offer.package = best_package(tables, standings, offer.bloc, [&](int package) {
    return common(package) &&
           shortfall(tables, standings, needed, package) <= least + kTolerance;
  });
  return offer;
}

double shortfall(const StageTables& tables, std::span<const Standing> standings, ActorSet needed,
                 int package) {
  double most = 0.0;
  for (const int party : Members(needed)) {
    most = std::max(most, standings[party].threshold - tables.parties[party].utility[package]);
  }
  return most;
}

}  // namespace detente
