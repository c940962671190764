#pragma once

#include <string>
#include <vector>

#include "detente/report/page.hpp"
#include "detente/report/voice.hpp"
#include "detente/sim/trace.hpp"

// What the telling of blocs and the telling of offers in turn have in common.
namespace detente::detail {

/// What it takes to tell one stage.
struct Telling {
  const Voice* voice = nullptr;
  Page* page = nullptr;
  const TraceStage* stage = nullptr;

  const TraceRound& round(int number) const { return stage->rounds[number]; }
  int rounds() const { return static_cast<int>(stage->rounds.size()) - 1; }
};

constexpr int kIndent = 2;      ///< Of what a round consists of.
constexpr int kDeepIndent = 4;  ///< Of the parts of a package.

/// "Issue: option" for each of those issues.
std::vector<std::string> package_parts(const Voice& voice, const std::vector<int>& package,
                                       const std::vector<int>& issues);

/// "Issue: option → option" for each of those issues on which the packages differ.
std::vector<std::string> changed_parts(const Voice& voice, const std::vector<int>& before,
                                       const std::vector<int>& after,
                                       const std::vector<int>& issues);

/// What an offer is worth to a party of the stage.
double utility_of(const TraceStage& stage, const TraceOffer& offer, int actor);

/// Where a party of the stage stands after a round.
const Standing& standing_of(const TraceStage& stage, const TraceRound& round, int actor);

/// How a party answered an offer and by how much, as a sentence; `round` = when it answered.
std::string answer_sentence(const Telling& telling, const TraceOffer& offer,
                            const Response& response, const TraceRound& round);

/// Changes of numbers before the round.
void tell_edits(const Telling& telling, const TraceRound& round);

/// Who passed and who left.
void tell_other_events(const Telling& telling, const TraceRound& round);

/// Who blocks, if no package can pass.
void tell_blockers(const Telling& telling, const TraceRound& round);

/// Whether the stage was agreed in that round.
bool is_agreement(const TraceStage& stage, const TraceRound& round);

/// The last offer tabled up to that round, or nullptr.
const TraceOffer* offer_on_table(const TraceStage& stage, int round);

/// Why the agreement came when it did: whose threshold fell to meet the package.
/// @param answered  the round in which each of the outcome's coalition accepted.
void tell_opening(const Telling& telling, const TraceOffer& offer,
                  const std::vector<int>& answered);

/// All rounds of a stage in which blocs offer jointly.
void tell_blocs(const Telling& telling);
/// One of them, from 1.
void tell_round_of_blocs(const Telling& telling, int number);

/// All rounds of a stage in which each party offers in its turn.
void tell_offers(const Telling& telling);
/// One of them, from 1.
void tell_round_of_offers(const Telling& telling, int number);

/// A conflict that was played, from the status quo on.
void tell_conflict(const Telling& telling);
void tell_opening_of_conflict(const Telling& telling);
/// One move, from 1.
void tell_round_of_conflict(const Telling& telling, int number);
/// Whether it rests, and where it stands.
void tell_end_of_conflict(const Voice& voice, Page& page, const Trace& trace);

}  // namespace detente::detail
