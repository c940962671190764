#pragma once

#include <array>
#include <span>
#include <utility>

#include "detente/scenario/specs.hpp"

// The fields of a tactic: its kind brings its own `e`.
namespace detente::detail {

constexpr std::array<std::pair<const char*, Tactic::Offer>, 2> kOffers{
    {{"nearest", Tactic::Offer::nearest}, {"least", Tactic::Offer::least}}};
constexpr std::array<std::pair<const char*, Tactic::Mode>, 2> kModes{
    {{"relative", Tactic::Mode::relative}, {"average", Tactic::Mode::average}}};
constexpr std::array<std::pair<const char*, AcceptRule::Kind>, 7> kAcceptRules{
    {{"own", AcceptRule::Kind::own},
     {"next", AcceptRule::Kind::next},
     {"const", AcceptRule::Kind::constant},
     {"time", AcceptRule::Kind::time},
     {"previous", AcceptRule::Kind::previous},
     {"combi", AcceptRule::Kind::combi},
     {"combi_max", AcceptRule::Kind::combi_max}}};

constexpr OneOf<AcceptRule::Kind> kAcceptRule{"acceptance rule", kAcceptRules};
constexpr Whole kSteps{1, 100};

/// A word that stands for a tactic.
struct TacticFacts {
  const char* name;
  Tactic::Kind kind;
  double e;  ///< What it brings; 0: as it was.
};

/// All words; the first of a kind is the kind's own name.
std::span<const TacticFacts> tactic_facts();

/// The name of a tactic, with what it brings.
struct TacticKind {
  void read(Reader& reader, const Value& value, Tactic& tactic) const;
};

/// Which numbers an acceptance rule reads.
bool reads_scale(AcceptRule::Kind kind);   ///< alpha and beta
bool reads_moment(AcceptRule::Kind kind);  ///< tau

}  // namespace detente::detail
