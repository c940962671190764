#include "ui/desk_view.hpp"

#include <algorithm>
#include <cstdlib>

#include "detente/report/field_words.hpp"
#include "detente/scenario/edit.hpp"
#include "detente/scenario/field.hpp"

namespace detente::ui {
namespace {

/// "walk-away of Russia 0.5 → 0.66", or path and value where the field is no number.
std::string edit_name(const Desk& desk, const Edit& edit) {
  const Scenario& scenario = *scenario_of(desk);
  const auto field = find_field(scenario, edit.path);
  char* end = nullptr;
  const double to = std::strtod(edit.value.scalar.c_str(), &end);
  const bool number = edit.value.is_scalar() && end != edit.value.scalar.c_str() && *end == '\0';
  if (!field || !number) return edit.path + " = " + to_string(edit.value);
  const Flip flip{.path = edit.path, .from = get(scenario, *field), .to = to};
  const detail::Voice voice(scenario, desk.settings.language);
  const detail::FieldWords words = detail::describe_field(voice, flip, -1, -1);
  const std::string name = words.phrase.empty() ? edit.path : words.phrase;
  return name + " " + words.from + " → " + words.to;
}

/// The party whose decision ended the round: who answered last, else who offered last.
int decider(const TraceRound& round) {
  for (std::size_t place = round.offers.size(); place-- > 0;) {
    const TraceOffer& offer = round.offers[place];
    if (!offer.responses.empty()) return offer.responses.back().actor;
    if (!offer.by.empty()) return offer.by.front();
  }
  return -1;
}

bool takes_part(const TraceStage& stage, int actor) {
  return std::find(stage.parties.begin(), stage.parties.end(), actor) != stage.parties.end();
}

}  // namespace

const Scenario* scenario_of(const Desk& desk) {
  const auto& source = desk.document.source;
  return source == nullptr ? nullptr : &source->loaded.scenario;
}

const Scenario* talks_of(const Desk& desk) {
  const Played* const run = current_run(desk);
  return run == nullptr ? scenario_of(desk) : run->trace.scenario.get();
}

const Branch* current_branch(const Desk& desk) {
  return desk.document.find(desk.document.current);
}

const Played* played_of(const Desk& desk, int branch) {
  const auto found = desk.results.played.find(branch);
  if (found == desk.results.played.end() || found->second->frames.empty()) return nullptr;
  return found->second.get();
}

const Played* current_run(const Desk& desk) {
  return played_of(desk, desk.document.current);
}

const TraceRound* current_round(const Desk& desk) {
  const Played* const run = current_run(desk);
  return run == nullptr ? nullptr : &run->round_at(desk.view.frame);
}

const TraceStage* current_stage(const Desk& desk) {
  const Played* const run = current_run(desk);
  return run == nullptr ? nullptr : &run->stage_at(desk.view.frame);
}

const Scenario* scenario_now(const Desk& desk) {
  const TraceRound* const round = current_round(desk);
  return round == nullptr ? scenario_of(desk) : round->scenario.get();
}

const TraceOffer* current_offer(const Desk& desk) {
  const Played* const run = current_run(desk);
  if (run == nullptr) return nullptr;
  const auto& rounds = run->stage_at(desk.view.frame).rounds;
  const auto& here = run->round_at(desk.view.frame).offers;
  if (desk.view.offer >= 0 && desk.view.offer < std::ssize(here)) return &here[desk.view.offer];
  for (int round = run->frames[desk.view.frame].round; round >= 0; --round) {
    if (!rounds[round].offers.empty()) return &rounds[round].offers.back();
  }
  return nullptr;
}

WhyKey why_key(const Desk& desk) {
  const Played* const run = current_run(desk);
  if (run == nullptr) return {desk.document.current, -1, 0, -1};
  const TraceStage& stage = run->stage_at(desk.view.frame);
  // the opening decides nothing: ask about the end of the run
  const TraceRound& round = run->round_at(desk.view.frame);
  const bool opening = round.number == 0;
  const bool chosen = desk.view.actor >= 0 && takes_part(stage, desk.view.actor);
  if (opening) return {desk.document.current, -1, 0, -1};
  return {desk.document.current, stage.stage, round.number,
          chosen ? desk.view.actor : decider(round)};
}

const Result<Explanation>* current_why(const Desk& desk) {
  const auto found = desk.results.why.find(why_key(desk));
  return found == desk.results.why.end() ? nullptr : found->second.get();
}

int holds_of(const Desk& desk, int branch) {
  const auto found = desk.results.holds.find(branch);
  return found == desk.results.holds.end() ? -1 : found->second;
}

std::string branch_name(const Desk& desk, const Branch& branch) {
  if (!branch.name.empty()) return branch.name;
  if (scenario_of(desk) == nullptr || branch.parent < 0) return say(desk, "branch.base");
  if (branch.seat >= 0) {
    const Actor& actor = scenario_of(desk)->actors[branch.seat];
    return say(desk, "branch.seat", {{"who", actor.title.in(desk.settings.language, actor.id)}});
  }
  if (branch.own_edits > 0 && branch.own_edits <= std::ssize(branch.run.edits)) {
    std::string last = edit_name(desk, branch.run.edits.back());
    if (branch.own_edits == 1) return last;
    return say(desk, "branch.more", {{"last", last}, {"n", branch.own_edits - 1}});
  }
  const Branch* const parent = desk.document.find(branch.parent);
  if (parent != nullptr && parent->run.model != branch.run.model) {
    return say(desk, "branch.model", {{"model", branch.run.model}});
  }
  if (parent != nullptr && parent->run.seed != branch.run.seed) {
    return say(desk, "branch.seed", {{"seed", std::to_string(branch.run.seed)}});
  }
  return say(desk, "branch.copy");
}

bool is_event(const Played& run, int frame) {
  const TraceStage& stage = run.stage_at(frame);
  const TraceRound& round = run.round_at(frame);
  const bool ends = &round == &stage.rounds.back() && stage.outcome.reason != Reason::none;
  return ends || std::any_of(round.events.begin(), round.events.end(), [](const auto& event) {
           // influence pulls before every round, or before none
           return event.kind != TraceEvent::Kind::pass && event.kind != TraceEvent::Kind::silence &&
                  event.kind != TraceEvent::Kind::influence;
         });
}

bool hides_end(const Desk& desk) {
  constexpr int kScoreCard = 4;  // the card that says how the prediction did
  const Played* const run = current_run(desk);
  const bool at_end = run != nullptr && desk.view.frame + 1 == std::ssize(run->frames);
  const bool pending =
      desk.tour.open && desk.tour.card < kScoreCard && desk.tour.prediction != Prediction::skipped;
  return pending && !at_end;
}

bool can_be_played(const Scenario& scenario, int actor) {
  return std::any_of(scenario.stages.begin(), scenario.stages.end(), [&](const Stage& stage) {
    return std::find(stage.parties.begin(), stage.parties.end(), actor) != stage.parties.end();
  });
}

std::string say(const Desk& desk, std::string_view key, const Slots& slots) {
  return say(desk.settings.language, key, slots);
}

}  // namespace detente::ui
