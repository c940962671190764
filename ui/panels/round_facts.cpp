#include "ui/panels/round_facts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "detente/report/outcome.hpp"
#include "detente/report/voice.hpp"
#include "ui/desk_view.hpp"
#include "ui/panels/lists.hpp"
#include "ui/panels/plain.hpp"

namespace detente::ui {
namespace {

ActorSet parties_of(const StageTables& tables, const std::vector<int>& actors) {
  ActorSet set = 0;
  for (std::size_t party = 0; party < tables.parties.size(); ++party) {
    const int actor = tables.parties[party].actor;
    if (holds(actors, actor)) set |= only(static_cast<int>(party));
  }
  return set;
}

/// Where a quorum of power decides, shares of power; otherwise how many of those who must consent.
Support measure(const TraceRound& round) {
  const StageTables& tables = *round.tables;
  const Rule& rule = tables.rule;
  Support support;
  support.in_power = rule.quorum > 0.0;
  const ActorSet counted = rule.required == 0 ? tables.everybody() : rule.required;
  const double power = power_of(rule, tables.everybody());
  for (const auto& bloc : round.blocs) {
    const ActorSet set = parties_of(tables, bloc);
    const double have = support.in_power ? power_of(rule, set) / power
                                         : static_cast<double>(size_of(set & counted));
    support.have = std::max(support.have, have);
  }
  if (support.in_power) {
    support.needed = std::max(rule.quorum, power_of(rule, rule.required) / power);
  } else {
    support.all = size_of(counted);
    support.needed = rule.required == 0 ? 1.0 : support.all;
  }
  return support;
}

bool has(const TraceRound& round, TraceEvent::Kind kind) {
  return std::any_of(round.events.begin(), round.events.end(),
                     [&](const TraceEvent& event) { return event.kind == kind; });
}

/// Whether somebody was asked about an offer and nobody refused it.
bool all_accepted(const TraceOffer& offer) {
  return !offer.responses.empty() &&
         std::all_of(offer.responses.begin(), offer.responses.end(),
                     [](const Response& response) { return response.answer == Answer::accept; });
}

}  // namespace

const std::vector<Support>& support_of(Desk& desk, int branch) {
  static const std::vector<Support> none;
  const auto found = desk.results.played.find(branch);
  if (played_of(desk, branch) == nullptr) return none;
  auto& [run, support] = desk.centre.support[branch];
  if (run == found->second) return support;
  run = found->second;
  support.clear();
  for (int frame = 0; frame < std::ssize(run->frames); ++frame) {
    support.push_back(measure(run->round_at(frame)));
  }
  return support;
}

std::string show_support(const Ui& ui, const Support& support, double amount) {
  if (support.in_power) return std::to_string(std::lround(100.0 * amount / support.all)) + " %";
  return ui.say("centre.of", {{"n", static_cast<int>(std::lround(amount))},
                              {"all", static_cast<int>(std::lround(support.all))}});
}

std::vector<Glyph> happenings(const TraceStage& stage, const TraceRound& round) {
  std::vector<Glyph> found;
  const bool last = &round == &stage.rounds.back();
  if (last && stage.outcome.agreed) found.push_back(Glyph::agreement);
  if (last && !stage.outcome.agreed && stage.outcome.reason != Reason::none) {
    const Reason reason = stage.outcome.reason;
    const bool moves = reason == Reason::stable || reason == Reason::cycle;
    found.push_back(moves ? Glyph::dash : Glyph::no_agreement);
  }
  using Kind = TraceEvent::Kind;
  constexpr std::array<std::pair<Kind, Glyph>, 5> kShown{{{Kind::left, Glyph::out},
                                                          {Kind::edit, Glyph::edit},
                                                          {Kind::reopened, Glyph::reopened},
                                                          {Kind::together, Glyph::together},
                                                          {Kind::silence, Glyph::dash}}};
  for (const auto& [kind, glyph] : kShown) {
    if (has(round, kind)) found.push_back(glyph);
  }
  const bool accepted = std::any_of(round.offers.begin(), round.offers.end(), all_accepted);
  if (accepted && !(last && stage.outcome.agreed)) found.push_back(Glyph::tick);
  return found;
}

std::string_view happening_word(Glyph glyph) {
  switch (glyph) {
    case Glyph::agreement:
      return "timeline.agreement";
    case Glyph::no_agreement:
      return "timeline.no_agreement";
    case Glyph::out:
      return "timeline.out";
    case Glyph::edit:
      return "timeline.edit";
    case Glyph::reopened:
      return "timeline.reopened";
    case Glyph::together:
      return "timeline.together";
    case Glyph::dash:
      return "timeline.silence";
    default:
      return "timeline.accepted";
  }
}

std::string round_tip(const Ui& ui, const Played& run, int frame) {
  const TraceStage& stage = run.stage_at(frame);
  const TraceRound& round = run.round_at(frame);
  const detail::Voice voice(*round.scenario, ui.look().language);
  std::string tip = voice.stage(stage.stage) + ": ";
  tip +=
      round.number == 0 ? ui.say("centre.opening") : ui.say("centre.round", {{"n", round.number}});
  for (const Glyph glyph : happenings(stage, round)) tip += "\n" + ui.say(happening_word(glyph));
  return tip;
}

const std::string& name_of_branch(Desk& desk, const Branch& branch) {
  const std::pair key{branch.id, desk.settings.language};
  const auto found = desk.centre.names.find(key);
  if (found != desk.centre.names.end()) return found->second;
  return desk.centre.names[key] = branch_name(desk, branch);
}

std::string outcome_words(const Desk& desk, const Played& run, int branch) {
  const detail::Voice voice(*run.trace.scenario, desk.settings.language);
  const Outcome& outcome = run.trace.outcome;
  std::string ended =
      voice.sentence("explain.outcome", {{"outcome", detail::outcome_phrase(voice, outcome)}});
  // nobody negotiates in a conflict
  if (outcome.reason == Reason::stable || outcome.reason == Reason::cycle) {
    const char* const key = outcome.reason == Reason::stable ? "runs.rests" : "runs.cycle";
    ended = detail::capitalised(say(desk, key)) + '.';
  }
  return plain(ended + ' ' + detail::assumptions_sentence(voice, holds_of(desk, branch), kWorlds));
}

}  // namespace detente::ui
