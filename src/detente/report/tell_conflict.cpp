#include <numeric>

#include "detente/report/outcome.hpp"
#include "detente/report/telling.hpp"
#include "detente/sim/trace.hpp"

// A conflict that is played: one move a round, until it rests.
namespace detente::detail {
namespace {

std::vector<int> shown_issues(const Voice& voice) {
  std::vector<int> issues(voice.scenario().conflict->shown_issues);
  std::iota(issues.begin(), issues.end(), 0);
  return issues;
}

void tell_state(const Voice& voice, Page& page, const std::vector<int>& package) {
  for (const std::string& part : package_parts(voice, package, shown_issues(voice))) {
    page.add(part, kDeepIndent);
  }
}

/// Where it all begins, as a package.
std::vector<int> status_quo(const Scenario& scenario) {
  const ConflictSection& conflict = *scenario.conflict;
  std::vector<int> package(scenario.issues.size(), -1);
  for (int issue = 0; issue < conflict.shown_issues; ++issue) {
    const auto taken = static_cast<int>(conflict.status_quo >> static_cast<unsigned>(issue) & 1U);
    package[issue] = conflict.graph ? static_cast<int>(conflict.status_quo) : taken;
  }
  return package;
}

/// The state before a round's move.
std::vector<int> state_before(const Telling& telling, int number) {
  const TraceOffer* const last = offer_on_table(*telling.stage, number - 1);
  return last == nullptr ? status_quo(telling.voice->scenario()) : last->package;
}

std::string rest_sentence(const Voice& voice, const TraceStage& stage) {
  const Slots slots{{"rounds", static_cast<int>(stage.rounds.size()) - 1}};
  switch (stage.outcome.reason) {
    case Reason::stable:
      return voice.sentence(stage.rounds.size() == 1 ? "conflict.rests_at_once" : "conflict.rests",
                            slots);
    case Reason::cycle:
      return voice.sentence("conflict.cycle", slots);
    default:
      return voice.sentence("conflict.goes_on", slots);
  }
}

}  // namespace

void tell_opening_of_conflict(const Telling& telling) {
  const Voice& voice = *telling.voice;
  const Stage& plan = voice.scenario().stages[telling.stage->stage];
  telling.page->gap();
  telling.page->add(voice.stage(telling.stage->stage), 0, Tone::heading);
  telling.page->add(
      voice.sentence("conflict.parties",
                     {{"who", voice.actors(telling.stage->parties)}, {"rounds", plan.rounds}}));
  telling.page->add(voice.sentence("conflict.begins"));
  tell_state(voice, *telling.page, status_quo(voice.scenario()));
}

void tell_round_of_conflict(const Telling& telling, int number) {
  const TraceRound& round = telling.round(number);
  const Voice& voice = *telling.voice;
  telling.page->gap();
  if (round.offers.empty()) {
    telling.page->add(voice.sentence("round.plain", {{"round", number}}), 0, Tone::heading);
    tell_edits(telling, round);
    return;
  }
  const TraceOffer& move = round.offers.back();
  telling.page->add(
      voice.sentence("conflict.moves", {{"round", number}, {"who", voice.actors(move.by)}}), 0,
      Tone::heading);
  tell_edits(telling, round);
  const auto changes =
      changed_parts(voice, state_before(telling, number), move.package, shown_issues(voice));
  for (const std::string& part : changes) telling.page->add(part, kDeepIndent);
}

void tell_conflict(const Telling& telling) {
  tell_opening_of_conflict(telling);
  for (int round = 1; round <= telling.rounds(); ++round) tell_round_of_conflict(telling, round);
}

void tell_end_of_conflict(const Voice& voice, Page& page, const Trace& trace) {
  page.add(rest_sentence(voice, trace.stages.back()), kIndent);
  tell_state(voice, page, trace.outcome.package);
}

}  // namespace detente::detail
