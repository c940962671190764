#include "detente/report/outcome.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "detente/core/text.hpp"
#include "detente/model/lasting.hpp"
#include "detente/report/telling.hpp"

namespace detente::detail {
namespace {

/// Who walked out of a stage, in the order of leaving.
std::vector<int> leavers(const TraceStage& stage) {
  std::vector<int> all;
  for (const TraceRound& round : stage.rounds) {
    for (const TraceEvent& event : round.events) {
      if (event.kind != TraceEvent::Kind::left) continue;
      all.insert(all.end(), event.actors.begin(), event.actors.end());
    }
  }
  return all;
}

std::string reason_phrase(const Voice& voice, const TraceStage& stage) {
  switch (stage.outcome.reason) {
    case Reason::none:
    case Reason::agreement:
      break;
    case Reason::deadline:
      return voice.phrase("reason.deadline");
    case Reason::no_zone:
      return voice.phrase("reason.no_zone");
    case Reason::withdrawal:
      return voice.phrase("reason.withdrawal", {{"who", voice.actors(leavers(stage))}});
    case Reason::stable:
      return voice.phrase("reason.stable");
    case Reason::cycle:
      return voice.phrase("reason.cycle");
  }
  return {};
}

void tell_stages(const Voice& voice, Page& page, const Trace& trace) {
  for (const TraceStage& stage : trace.stages) {
    const Outcome& outcome = stage.outcome;
    Slots slots{{"stage", voice.stage(stage.stage)},
                {"round", outcome.round},
                {"rounds", static_cast<int>(stage.rounds.size()) - 1}};
    if (!outcome.agreed) slots["reason"] = reason_phrase(voice, stage);
    page.add(voice.sentence(outcome.agreed ? "outcome.agreed" : "outcome.not_agreed", slots),
             kIndent);
  }
  for (std::size_t stage = trace.stages.size(); stage < trace.scenario->stages.size(); ++stage) {
    const Slots slots{{"stage", voice.stage(static_cast<int>(stage))}};
    page.add(voice.sentence("outcome.not_begun", slots), kIndent);
  }
}

/// What holds now: the package of the last agreement, or of an earlier one that stands anyway.
void tell_package(const Voice& voice, Page& page, const Trace& trace) {
  const Outcome& outcome = trace.outcome;
  if (outcome.package.empty()) {
    page.add(voice.sentence("outcome.nothing"), kIndent);
    return;
  }
  page.add(voice.sentence("outcome.in_force"), kIndent);
  std::vector<int> issues(trace.scenario->issues.size());
  std::iota(issues.begin(), issues.end(), 0);
  for (const std::string& part : package_parts(voice, outcome.package, issues)) {
    page.add(part, kDeepIndent);
  }
  if (outcome.coalition.empty()) return;
  page.add(voice.sentence("outcome.signed", {{"who", voice.actors(outcome.coalition)}}), kIndent);
}

/// A table of utilities beside the walk-aways of the last round.
void tell_utilities(const Voice& voice, Page& page, const Trace& trace, std::string_view heading) {
  const TraceStage& stage = trace.stages.back();
  page.add(voice.sentence(heading), kIndent);
  int longest = 0;
  for (const auto& [actor, utility] : trace.outcome.utilities) {
    longest = std::max(longest, count_letters(voice.title_of_actor(actor)));
  }
  const int most = std::max(8, page.width() - kDeepIndent - 16);
  for (const auto& [actor, utility] : trace.outcome.utilities) {
    const double walk_away = standing_of(stage, stage.rounds.back(), actor).walk_away;
    const std::string name = pad_right(voice.title_of_actor(actor), std::min(longest, most));
    page.add_row(name + "  " + voice.number(utility) + "  (" + voice.number(walk_away) + ")",
                 kDeepIndent);
  }
}

}  // namespace

std::string outcome_phrase(const Voice& voice, const Outcome& outcome) {
  return voice.phrase(
      outcome.agreed ? "outcome.short_agreed" : "outcome.short_not_agreed",
      {{"stage", voice.quoted(voice.stage(outcome.stage))}, {"round", outcome.round}});
}

std::string assumptions_sentence(const Voice& voice, int holds, int worlds) {
  if (holds < 0) return voice.sentence("outcome.assumed");
  return voice.sentence("outcome.holds", {{"holds", holds}, {"worlds", worlds}});
}

void tell_lasting(const Voice& voice, Page& page, const PackageLife& life, int indent) {
  const auto of_hundred = [](double share) { return static_cast<int>(std::lround(100.0 * share)); };
  const auto& survival = life.life.survival;
  page.add(voice.sentence("lasting.year", {{"year", of_hundred(survival.at(0))},
                                           {"ten", of_hundred(survival.at(kValuedYears - 1))}}),
           indent);
  if (!life.weakest) {
    page.add(voice.sentence("lasting.strongest"), indent);
    return;
  }
  const WeakestLink& weak = *life.weakest;
  const auto link = voice.phrase("lasting." + std::string(link_name(weak.link)));
  page.add(voice.sentence("lasting.weakest",
                          {{"link", link},
                           {"option", voice.quoted(voice.option(weak.issue, weak.to))},
                           {"from", voice.quoted(voice.option(weak.issue, weak.from))},
                           {"issue", voice.quoted(voice.issue(weak.issue))},
                           {"year", of_hundred(weak.first_year)}}),
           indent);
  const auto losers = weak.losers();
  if (losers.empty()) {
    page.add(voice.sentence("lasting.no_losers"), indent);
  } else {
    page.add(voice.sentence("lasting.losers", {{"who", voice.actors(losers)}}), indent);
  }
}

void tell_outcome(const Voice& voice, Page& page, const Trace& trace,
                  const NarrationOptions& options) {
  page.gap();
  page.add(voice.sentence("outcome.heading"), 0, Tone::heading);
  const bool conflict = trace.scenario->conflict && trace.scenario->conflict->shown_issues > 0;
  if (conflict) {
    tell_end_of_conflict(voice, page, trace);
  } else {
    tell_stages(voice, page, trace);
    tell_package(voice, page, trace);
  }
  tell_utilities(voice, page, trace, conflict ? "conflict.worth" : "outcome.utilities");
  const auto lives = durability_of(trace);
  const PackageLife* const life = life_in_force(lives);
  if (life != nullptr) tell_lasting(voice, page, *life, kIndent);
  page.add(assumptions_sentence(voice, options.holds, options.worlds), kIndent);
  page.gap();
  const auto improvement = conflict ? std::nullopt : improve(trace);
  if (improvement) {
    tell_improvement(voice, page, *improvement);
    page.gap();
  }
  page.add(voice.sentence("outcome.digest", {{"digest", digest(trace)}}));
}

}  // namespace detente::detail
