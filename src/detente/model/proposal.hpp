#pragma once

#include "detente/model/standing.hpp"

namespace detente {

/// What a bloc tables in one round of the coalition model.
struct Proposal {
  ActorSet bloc = 0;  ///< Who tables it; empty: nobody can table anything.
  int package = -1;
  ActorSet accepting = 0;  ///< The bloc and, where it closes the talks, those it reaches who agree.
  bool closes = false;     ///< The accepting parties win: this is the agreement.
};

/// A channel that everybody is reached through: no tie is weaker.
constexpr double kEveryone = -1.0;

/// The parties outside `bloc` that its offers reach.
ActorSet reached(const StageTables& tables, ActorSet bloc);

/// The agreement that is possible now: the accepting set with most power, then the largest Nash
/// product over it, then the lowest package. `bloc` is empty if there is none.
Proposal find_agreement(const StageTables& tables, std::span<const Standing> standings,
                        const Acceptance& acceptance);

/// What the most powerful connected bloc tables towards those whom the rule needs, while no
/// agreement is possible. `table` = the parties still in the talks.
Proposal find_offer(const StageTables& tables, std::span<const Standing> standings,
                    const Acceptance& acceptance, ActorSet table);

/// The largest gap, over the parties of `needed`, between threshold and utility of a package.
double shortfall(const StageTables& tables, std::span<const Standing> standings, ActorSet needed,
                 int package);

}  // namespace detente
