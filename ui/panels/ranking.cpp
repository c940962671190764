#include "ui/panels/ranking.hpp"

#include <algorithm>
#include <sstream>

#include "detente/model/conflict_talks.hpp"
#include "detente/report/explain_conflict_words.hpp"
#include "detente/report/voice.hpp"
#include "ui/actions.hpp"
#include "ui/conflict_view.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/panels/plain.hpp"

namespace detente::ui {
namespace {

constexpr int kOneLine = 1'000'000;  // letters: the pane breaks lines itself

/// One party: mark, name, how good the state is for it, a line where the status quo was.
void draw_party(Ui& ui, Desk& desk, const detail::Voice& voice, const PartyTable& party,
                double worth) {
  const float unit = ui.unit();
  const Box row = ui.take(1.3F * unit);
  const std::string name = voice.title_of_actor(party.actor);
  const Slots slots{{"n", voice.number(worth)}, {"before", voice.number(party.walk_away)}};
  const std::string value = ui.say("ranking.value", slots);
  const Touch touch =
      ui.touch("rank_" + voice.scenario().actors[party.actor].id, row, value, name + ": " + value);
  Canvas canvas = ui.canvas();
  if (touch.hovered || desk.view.actor == party.actor) {
    canvas.rect(row, ui.theme().hovered, 3.0F);
  }
  draw_actor_mark(canvas, ui.theme(), party.actor, {row.min.x + 0.7F * unit, row.centre().y},
                  0.32F * unit);
  const float names = 0.42F * row.width();
  const float top = row.centre().y - line_height() / 2;
  canvas.text_within({row.min.x + 1.4F * unit, top}, names - 1.6F * unit, name, ui.theme().text);
  const std::string number = voice.number(worth);
  const float numbers = measure(number).x + 0.8F * unit;
  const Box full{
      {row.min.x + names, row.centre().y - 0.35F * unit},
      {std::max(row.max.x - numbers, row.min.x + names + unit), row.centre().y + 0.35F * unit}};
  const auto at = [&](double share) {
    return full.min.x + full.width() * static_cast<float>(std::clamp(share, 0.0, 1.0));
  };
  canvas.rect(full, faded(ui.theme().edge, 0.35F), 2.0F);
  canvas.rect({full.min, {at(worth), full.max.y}}, ui.theme().accent, 2.0F);
  const float before = at(party.walk_away);
  canvas.line({before, full.min.y - 2.0F}, {before, full.max.y + 2.0F}, ui.theme().text, 2.0F);
  canvas.text({row.max.x - numbers + 0.5F * unit, top}, number, ui.theme().text);
  if (touch.pressed) select_actor(desk, party.actor);
}

}  // namespace

void draw_ranking(Ui& ui, Desk& desk) {
  const auto state = played_state(desk);
  const TraceRound& round = *current_round(desk);
  const StageTables& tables = *round.tables;
  const detail::Voice voice(*round.scenario, ui.look().language);
  const Conflict& conflict = tables.board->game.conflict;
  const std::string number = std::to_string(code_of(conflict, *state));
  ui.text("state", ui.say("ranking.state", {{"n", number}}), Tone::strong);
  const auto package = static_cast<std::size_t>(package_of(tables, conflict, *state));
  for (const PartyTable& party : tables.parties) {
    draw_party(ui, desk, voice, party, party.utility[package]);
  }
  ui.text("help", ui.say("ranking.help"), Tone::quiet);
}

void draw_played_why(Ui& ui, const Desk& desk) {
  const Result<ConflictExplanation>* const why = current_played_why(desk);
  if (why == nullptr) return ui.text("computing", ui.say("why.computing"), Tone::quiet);
  if (!why->has_value()) {
    return ui.text("fault", why->error().front().message, Tone::warning);
  }
  const Language language = ui.look().language;
  const std::string first = plain(headline(**why, language));
  ui.text("headline", first, Tone::strong);
  std::istringstream lines(plain(narrate(**why, {.language = language, .width = kOneLine})));
  int place = 0;
  for (std::string line; std::getline(lines, line);) {
    line.erase(0, line.find_first_not_of(' '));
    if (line.empty() || line == first) continue;
    ui.text("told_" + std::to_string(place++), line);
  }
}

bool draw_no_talks(Ui& ui, Desk& desk) {
  const Scenario* const scenario = scenario_of(desk);
  if (scenario == nullptr) return false;
  const bool played = played_state(desk).has_value();
  if (!played && !scenario->stages.empty()) return false;
  ui.text("no_talks", ui.say("ranking.no_talks"), Tone::quiet);
  const char* const where = scenario->conflict ? "view.conflict" : "view.power";
  if (ui.button("show", ui.say("action." + std::string(where)), Tone::primary)) {
    perform(desk, where);
  }
  return true;
}

}  // namespace detente::ui
