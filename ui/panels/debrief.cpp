#include <string>
#include <vector>

#include "detente/report/outcome.hpp"
#include "detente/study/debrief.hpp"
#include "ui/actions.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panels/seat_words.hpp"

namespace detente::ui {
namespace {

const std::vector<float> kColumns{0.26F, 0.14F, 0.15F, 0.18F, 0.11F, 0.16F};

void draw_titles(Ui& ui) {
  ui.columns(kColumns);
  for (const char* key : {"who", "claimed", "conceded", "joint", "time", "margin"}) {
    ui.line(std::string("title_") + key, ui.say(std::string("debrief.") + key), Tone::quiet);
    ui.next_column();
  }
  ui.end_columns();
}

void draw_seat(Ui& ui, const detail::Voice& voice, const SeatMetrics& seat, bool own) {
  const std::string& id = voice.scenario().actors[seat.actor].id;
  const Tone tone = own ? Tone::strong : Tone::plain;
  const std::string joint =
      seat.joint_gains_left ? voice.number(*seat.joint_gains_left) : ui.say("debrief.none");
  const std::string values[] = {voice.title_of_actor(seat.actor), voice.number(seat.claimed),
                                voice.number(seat.conceded),      joint,
                                std::to_string(seat.rounds),      voice.number(seat.margin)};
  const char* const names[] = {"who", "claimed", "conceded", "joint", "time", "margin"};
  ui.columns(kColumns);
  for (std::size_t column = 0; column < std::size(values); ++column) {
    ui.line(id + "_" + names[column], values[column], tone);
    ui.next_column();
  }
  ui.end_columns();
}

/// The same talks from another chair.
void draw_swaps(Ui& ui, Desk& desk, const detail::Voice& voice, int own) {
  ui.skip(0.4F);
  ui.text("swap", ui.say("debrief.swap"), Tone::quiet);
  const Scenario& scenario = voice.scenario();
  for (int actor = 0; actor < std::ssize(scenario.actors); ++actor) {
    if (actor == own || !can_be_played(scenario, actor)) continue;
    if (ui.button("swap_" + scenario.actors[actor].id, voice.title_of_actor(actor))) {
      take_seat(desk, actor);
      return;
    }
  }
}

}  // namespace

void draw_debrief(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "debrief", ui.say("pane.debrief"), area);
  const Played* const run = current_run(desk);
  const Branch* const branch = current_branch(desk);
  if (run == nullptr || run->turn != nullptr) {
    ui.text("empty", ui.say("debrief.later"), Tone::quiet);
    return;
  }
  const detail::Voice voice(*run->trace.scenario, desk.settings.language);
  const int known = holds_of(desk, branch->id);
  ui.text("outcome",
          ui.say("debrief.outcome", {{"how", detail::outcome_phrase(voice, run->trace.outcome)}}),
          Tone::strong);
  ui.text("assumptions", detail::assumptions_sentence(voice, known, kWorlds), Tone::quiet);
  ui.skip(0.4F);
  draw_titles(ui);
  if (desk.roleplay.debriefed != run) {
    desk.roleplay.debriefed = run;
    desk.roleplay.metrics = debrief(run->trace);
  }
  for (const SeatMetrics& seat : desk.roleplay.metrics) {
    draw_seat(ui, voice, seat, seat.actor == branch->seat);
  }
  ui.skip(0.4F);
  ui.text("meaning", ui.say("debrief.meaning"), Tone::quiet);
  if (ui.button("share", ui.say("action.share.copy"))) perform(desk, "share.copy");
  draw_swaps(ui, desk, voice, branch->seat);
}

}  // namespace detente::ui
