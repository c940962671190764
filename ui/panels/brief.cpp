#include <algorithm>
#include <string>
#include <vector>

#include "ui/actions.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/issue_row.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panels/seat_words.hpp"

namespace detente::ui {
namespace {

/// Whom to play: one button an actor that has a turn.
void draw_seats(Ui& ui, Desk& desk, const Scenario& scenario) {
  const detail::Voice voice(scenario, desk.settings.language);
  ui.text("question", ui.say("role.whom"));
  ui.skip(0.4F);
  for (int actor = 0; actor < std::ssize(scenario.actors); ++actor) {
    if (!can_be_played(scenario, actor)) continue;
    if (ui.button("seat_" + scenario.actors[actor].id, voice.title_of_actor(actor))) {
      take_seat(desk, actor);
      return;
    }
  }
  ui.skip(0.4F);
  ui.text("others", ui.say("role.others"), Tone::quiet);
}

/// The model of conflicts plays everybody; talks, where the scenario has any, can be joined.
void draw_no_seats(Ui& ui, Desk& desk) {
  ui.text("no_seats", ui.say("role.conflict"), Tone::quiet);
  if (scenario_of(desk)->stages.empty()) return;
  if (ui.button("use_offers", ui.say("role.use_offers"))) choose_model(desk, "offers");
}

/// Only alternating offers give every party a turn of its own in every round.
void draw_model_advice(Ui& ui, Desk& desk) {
  const Branch& branch = *current_branch(desk);
  if (branch.run.model == "offers") return;
  ui.skip(0.4F);
  ui.text("advice", ui.say("role.model"), Tone::quiet);
  if (ui.button("use_offers", ui.say("role.use_offers"))) choose_model(desk, "offers");
}

std::string red_line_words(const Ui& ui, const Issue& issue, const Position& position,
                           const detail::Voice& voice) {
  if (!position.red_line) return {};
  const auto place = [&](const Place& end) { return voice.short_number(end.on(issue), 1); };
  return ui.say("role.red_line", {{"from", place(position.red_line->first)},
                                  {"to", place(position.red_line->second)}});
}

void draw_wish(Ui& ui, const detail::Voice& voice, int issue, int actor) {
  const Scenario& scenario = voice.scenario();
  const Issue& topic = scenario.issues[issue];
  const Position& position = scenario.actors[actor].positions[issue];
  const int best = favourite(topic, position);
  if (best < 0) return;
  ui.line("issue_" + topic.id, voice.issue(issue), Tone::strong);
  ui.text("wish_" + topic.id, ui.say("role.wish", {{"option", voice.option(issue, best)},
                                                   {"weight", voice.number(position.salience)}}));
  const std::string limit = red_line_words(ui, topic, position, voice);
  if (!limit.empty()) ui.text("limit_" + topic.id, limit, Tone::warning);
  const std::string because = position.because.in(voice.language(), "");
  if (!because.empty()) ui.text("because_" + topic.id, because, Tone::quiet);
  ui.skip(0.3F);
}

void draw_secret(Ui& ui, Desk& desk, const Scenario& scenario, int actor) {
  const detail::Voice voice(scenario, desk.settings.language);
  const Actor& own = scenario.actors[actor];
  ui.heading("you", ui.say("role.you", {{"who", voice.title_of_actor(actor)}}));
  if (!own.delegates.empty()) {
    std::string names;
    for (const std::string& name : own.delegates) names += (names.empty() ? "" : ", ") + name;
    ui.text("delegates", names, Tone::quiet);
  }
  ui.text("walk_away", ui.say("role.walk_away", {{"value", voice.number(own.walk_away)}}));
  ui.rule();
  for (int issue = 0; issue < std::ssize(scenario.issues); ++issue) {
    draw_wish(ui, voice, issue, actor);
  }
}

void draw_hint_choice(Ui& ui, Desk& desk) {
  ui.line("hints_label", ui.say("role.hints"), Tone::quiet);
  const auto chosen =
      ui.tabs("hints", {ui.say("role.off"), ui.say("role.nudge"), ui.say("role.numbers")},
              static_cast<int>(desk.roleplay.hints));
  if (chosen) desk.roleplay.hints = static_cast<Hints>(*chosen);
}

}  // namespace

void draw_brief(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "brief", ui.say("pane.brief"), area);
  const Scenario* const scenario = scenario_now(desk);
  if (scenario == nullptr) {
    ui.text("empty", ui.say("why_not.no_scenario"), Tone::quiet);
    return;
  }
  const Branch* const seat = seat_branch(desk);
  if (seat == nullptr && current_branch(desk)->run.model == "conflict") {
    return draw_no_seats(ui, desk);
  }
  if (seat == nullptr) {
    draw_seats(ui, desk, *scenario);
    draw_model_advice(ui, desk);
    return;
  }
  draw_hint_choice(ui, desk);
  ui.skip(0.4F);
  draw_secret(ui, desk, *scenario, seat->seat);
  if (ui.button("stand_up", ui.say("role.stand_up"))) {
    show_branch(desk, desk.document.branches.front()->id);
  }
}

}  // namespace detente::ui
