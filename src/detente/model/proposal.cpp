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

/// A package that a bloc has in common.
struct Candidate {
  int package = 0;
  double shortfall = 0.0;
};

/// The packages that every member of a set accepts. Asked for in every turn, so sets of up to 64
/// parties are not spread out first.
std::vector<int> accepted_by(const ActorSet& members, const Acceptance& acceptance) {
  std::vector<int> packages;
  const auto count = static_cast<int>(acceptance.who.size());
  if (acceptance.who.width() > 1) {
    for (int package = 0; package < count; ++package) {
      if (includes(acceptance.who[package], members)) packages.push_back(package);
    }
    return packages;
  }
  const std::uint64_t wanted = members.word(0);
  const std::uint64_t* const words = acceptance.who.words().data();
  // without a branch: whether a package is accepted can hardly be foreseen
  packages.resize(acceptance.who.size());
  int* end = packages.data();
  for (int package = 0; package < count; ++package) {
    *end = package;
    end += (wanted & ~words[package]) == 0 ? 1 : 0;
  }
  packages.resize(static_cast<std::size_t>(end - packages.data()));
  return packages;
}

/// Whether exactly the members of one of some sets accept a package.
bool is_one_of(const std::vector<ActorSet>& sets, const Acceptance& acceptance, int package) {
  if (acceptance.who.width() > 1) {
    return std::find(sets.begin(), sets.end(), acceptance.who[package]) != sets.end();
  }
  const std::uint64_t who = acceptance.who.words()[package];
  return std::any_of(sets.begin(), sets.end(),
                     [&](const ActorSet& set) { return set.word(0) == who; });
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
  double most = 0.0;
  for (const Occupied& occupied : acceptance.occupied) {
    // a part has no more power than the whole, in rounded sums too
    if (power_of(tables.rule, occupied.who) < most) continue;
    for (const ActorSet bloc : tables.ties.parts(occupied.who)) {
      if (!(strongest == 0) && !stronger(tables.rule, bloc, strongest)) continue;
      strongest = bloc;
      most = power_of(tables.rule, bloc);
    }
  }
  return strongest;
}

}  // namespace

ActorSet reached(const StageTables& tables, ActorSet bloc) {
  if (tables.channel <= kEveryone) return tables.everybody() & ~bloc;
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
  double most = -std::numeric_limits<double>::infinity();
  for (int package = 0; package < tables.grid.packages(); ++package) {
    if (!is_one_of(sources, acceptance, package)) continue;
    const double product = nash_product(tables, standings, best.accepting, package);
    if (best.package >= 0 && product <= most) continue;
    best.package = package;
    most = product;
  }
  best.bloc = close_among(tables, acceptance.who[best.package]).bloc;
  return best;
}

Proposal find_offer(const StageTables& tables, std::span<const Standing> standings,
                    const Acceptance& acceptance, ActorSet table) {
  Proposal offer{.bloc = strongest_bloc(tables, acceptance)};
  if (offer.bloc == 0) return offer;
  offer.accepting = offer.bloc;
  const ActorSet needed = needed_by(tables.rule, offer.bloc, table);
  const std::vector<int> packages = accepted_by(offer.bloc, acceptance);
  std::vector<Candidate> common;
  common.reserve(packages.size());
  double least = std::numeric_limits<double>::infinity();
  for (const int package : packages) {
    common.push_back({package, shortfall(tables, standings, needed, package)});
    least = std::min(least, common.back().shortfall);
  }
  double best = -std::numeric_limits<double>::infinity();
  for (const Candidate& candidate : common) {
    if (candidate.shortfall > least + kTolerance) continue;
    const double product = nash_product(tables, standings, offer.bloc, candidate.package);
    if (offer.package >= 0 && product <= best) continue;
    offer.package = candidate.package;
    best = product;
  }
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
