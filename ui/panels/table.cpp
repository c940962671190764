#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "ui/desk_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panels/seat_words.hpp"

namespace detente::ui {
namespace {

constexpr std::size_t kRoundsTold = 30;  // older ones are in the timeline

/// Who answered what, in the order asked.
std::string answers_line(const Ui& ui, const detail::Voice& voice, const TraceOffer& offer) {
  std::string line;
  for (const Response& response : offer.responses) {
    if (!line.empty()) line += " · ";
    line += answer_sentence(ui, voice, response.actor, response.answer);
  }
  for (const int actor : offer.unreached) {
    if (!line.empty()) line += " · ";
    line += answer_sentence(ui, voice, actor, Answer::unreached);
  }
  return line;
}

/// What the same actors tabled last before an offer, or nullptr.
const TraceOffer* before(const TraceStage& stage, const TraceOffer& offer) {
  const TraceOffer* last = nullptr;
  for (const TraceRound& round : stage.rounds) {
    for (const TraceOffer& other : round.offers) {
      if (&other == &offer) return last;
      if (other.by == offer.by) last = &other;
    }
  }
  return last;
}

/// The issues on which two packages differ.
std::vector<int> changed_issues(const TraceStage& stage, const TraceOffer& from,
                                const TraceOffer& to) {
  std::vector<int> changed;
  for (const int issue : stage.open) {
    if (from.package[issue] != to.package[issue]) changed.push_back(issue);
  }
  return changed;
}

/// The first offer of an actor in full, later ones by what is new in them.
void draw_offer(Ui& ui, const detail::Voice& voice, const TraceStage& stage,
                const TraceOffer& offer, const std::string& id) {
  const TraceOffer* const last = before(stage, offer);
  const std::vector<int> issues =
      last == nullptr ? stage.open : changed_issues(stage, *last, offer);
  const char* const key = last == nullptr  ? "table.offers"
                          : issues.empty() ? "table.repeats"
                                           : "table.changes";
  ui.text(id, detail::capitalised(ui.say(key, {{"who", voice.actors(offer.by)}})), Tone::strong);
  for (const int issue : issues) {
    ui.text(id + "_" + voice.scenario().issues[issue].id,
            package_words(voice, offer.package, {issue}));
  }
  const std::string answers = answers_line(ui, voice, offer);
  if (!answers.empty()) ui.text(id + "_answers", answers, Tone::quiet);
}

/// Who agreed on what at the end of a stage.
void draw_agreement(Ui& ui, const detail::Voice& voice, const TraceStage& stage,
                    const std::string& id) {
  const std::string who = ui.say("table.agreed", {{"who", voice.actors(stage.outcome.coalition)}});
  ui.text(id, who, Tone::accepts);
  for (const int issue : stage.open) {
    ui.text(id + "_" + voice.scenario().issues[issue].id,
            package_words(voice, stage.outcome.package, {issue}));
  }
}

void draw_round(Ui& ui, const detail::Voice& voice, const TraceStage& stage,
                const TraceRound& round) {
  const std::string id = "r" + std::to_string(stage.stage) + "_" + std::to_string(round.number);
  ui.heading(id,
             ui.say("table.round", {{"round", round.number}, {"stage", voice.stage(stage.stage)}}));
  int place = 0;
  for (const TraceOffer& offer : round.offers) {
    draw_offer(ui, voice, stage, offer, id + "_offer" + std::to_string(place++));
  }
  for (const TraceEvent& event : round.events) {
    if (event.kind != TraceEvent::Kind::left) continue;
    ui.text(id + "_left",
            detail::capitalised(ui.say("table.left", {{"who", voice.actors(event.actors)}})),
            Tone::warning);
  }
  const bool agreed = stage.outcome.agreed && &round == &stage.rounds.back();
  if (agreed) {
    draw_agreement(ui, voice, stage, id + "_agreed");
  } else if (round.offers.empty()) {
    ui.text(id + "_quiet", ui.say("table.nothing"), Tone::quiet);
  }
  ui.skip(0.4F);
}

/// A round, and the stage that it belongs to.
using RoundOfStage = std::pair<const TraceStage*, const TraceRound*>;

/// The rounds played, without the openings, the newest first, as many as are told.
std::vector<RoundOfStage> newest_rounds(const Trace& trace) {
  std::vector<RoundOfStage> rounds;
  for (const TraceStage& stage : trace.stages) {
    for (const TraceRound& round : stage.rounds) {
      if (round.number > 0) rounds.emplace_back(&stage, &round);
    }
  }
  std::reverse(rounds.begin(), rounds.end());
  if (rounds.size() > kRoundsTold) rounds.resize(kRoundsTold);
  return rounds;
}

}  // namespace

void draw_table(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "table", ui.say("pane.table"), area);
  const Played* const run = current_run(desk);
  if (run == nullptr) {
    ui.text("empty", ui.say("why_not.no_run"), Tone::quiet);
    return;
  }
  if (seat_branch(desk) == nullptr) {
    ui.text("seat_first", ui.say("role.seat_first"), Tone::quiet);
    return;
  }
  const detail::Voice voice(*scenario_now(desk), desk.settings.language);
  // the newest on top: that is what the decision is about
  const auto rounds = newest_rounds(run->trace);
  for (const auto& [stage, round] : rounds) draw_round(ui, voice, *stage, *round);
  if (rounds.empty()) ui.text("opening", ui.say("table.opening"), Tone::quiet);
}

}  // namespace detente::ui
