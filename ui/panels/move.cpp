#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "ui/actions.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panels/seat_words.hpp"

namespace detente::ui {
namespace {

/// A move that answers what is on the table, and its button.
struct Answering {
  const char* id = "";
  const char* action = "";
  Move::Kind kind{};
  Tone tone{};
};

constexpr std::array<Answering, 3> kAnswers{
    {{"accept", "role.accept", Move::Kind::accept, Tone::primary},
     {"refuse", "role.refuse", Move::Kind::refuse, Tone::plain},
     {"leave", "role.leave", Move::Kind::leave, Tone::plain}}};

bool may(const SeatTurn& turn, Move::Kind kind) {
  return std::find(turn.allowed.begin(), turn.allowed.end(), kind) != turn.allowed.end();
}

/// The option of every open issue in a package.
std::vector<int> options_in(const PackageGrid& grid, int package) {
  std::vector<int> options(static_cast<std::size_t>(grid.issues()));
  for (int issue = 0; issue < grid.issues(); ++issue) {
    options[static_cast<std::size_t>(issue)] = grid.option(package, issue);
  }
  return options;
}

/// Begins the offer of a new turn with what is on the table, or else with the program's idea.
void begin_proposal(RoleplayState& state, const SeatTurn& turn) {
  if (state.turn == &turn) return;
  state.turn = &turn;
  state.idea = hint(turn);
  state.asked.reset();
  if (turn.package >= 0) state.asked = likely_answers(turn, turn.package);
  const int package = turn.package >= 0 ? turn.package : std::max(state.idea.package, 0);
  state.proposal = options_in(turn.before->tables().grid, package);
  state.package = -1;
}

/// What the proposal would meet with; computed once for each.
const Forecast& forecast_of(RoleplayState& state, const SeatTurn& turn) {
  const int package = turn.before->tables().grid.index(state.proposal);
  if (package != state.package || !state.forecast) {
    state.package = package;
    state.forecast = likely_answers(turn, package);
  }
  return *state.forecast;
}

/// What a package is worth, as much of it as the hints allow.
void draw_worth(Ui& ui, const Desk& desk, const detail::Voice& voice, const std::string& id,
                const Forecast& forecast) {
  if (forecast.crosses) ui.text(id + "_red", ui.say("role.crosses"), Tone::warning);
  if (desk.roleplay.hints == Hints::numbers) {
    ui.text(id, ui.say("role.worth", {{"utility", voice.number(forecast.utility)},
                                      {"threshold", voice.number(forecast.threshold)},
                                      {"walk_away", voice.number(forecast.walk_away)}}));
  } else {
    const bool better = forecast.utility >= forecast.walk_away;
    ui.text(id, ui.say(better ? "role.better" : "role.worse"));
  }
}

void draw_buttons(Ui& ui, Desk& desk, const SeatTurn& turn) {
  for (const Answering& move : kAnswers) {
    if (&move != &kAnswers.front()) ui.same_line();
    const std::string why_not = may(turn, move.kind) ? "" : ui.say("why_not.not_allowed");
    const std::string label = ui.say("action." + std::string(move.action));
    if (ui.button(move.id, label, move.tone, why_not)) perform(desk, move.action);
  }
}

/// What is on the table, and the answers to it.
void draw_decision(Ui& ui, Desk& desk, const detail::Voice& voice, const SeatTurn& turn) {
  ui.heading("when",
             ui.say("role.when", {{"round", turn.round}, {"stage", voice.stage(turn.stage)}}));
  if (turn.package >= 0) {
    const char* const key = turn.answers ? "role.asked" : "role.bloc";
    ui.text("asked", ui.say(key, {{"who", voice.actors(turn.by)}}));
    const StageTables& tables = turn.before->tables();
    ui.text("package", package_words(voice, options_of(tables, turn.package), tables.view.open),
            Tone::strong);
    draw_worth(ui, desk, voice, "worth", *desk.roleplay.asked);
  } else {
    ui.text("asked", ui.say("role.first_word"));
  }
  if (desk.roleplay.hints != Hints::off) {
    const Hint& idea = desk.roleplay.idea;
    const std::string verb = idea.kind == Move::Kind::accept   ? "role.would_accept"
                             : idea.kind == Move::Kind::leave  ? "role.would_leave"
                             : idea.kind == Move::Kind::refuse ? "role.would_refuse"
                                                               : "role.would_offer";
    ui.text("hint", ui.say(verb), Tone::quiet);
  }
  draw_buttons(ui, desk, turn);
}

void draw_answers(Ui& ui, const Desk& desk, const detail::Voice& voice, const Forecast& forecast) {
  if (desk.roleplay.hints == Hints::off) return;
  ui.line("likely", ui.say("role.likely"), Tone::quiet);
  for (const Response& response : forecast.answers) {
    const bool yes = response.answer == Answer::accept;
    const std::string& id = voice.scenario().actors[response.actor].id;
    ui.line("likely_" + id, answer_sentence(ui, voice, response.actor, response.answer),
            yes ? Tone::accepts : Tone::plain);
  }
  if (forecast.agreed) ui.text("closes", ui.say("role.closes"), Tone::strong);
}

/// The offer that is being put together, option by option.
void draw_proposal(Ui& ui, Desk& desk, const detail::Voice& voice, const SeatTurn& turn) {
  const StageTables& tables = turn.before->tables();
  ui.rule();
  ui.heading("offer_title", ui.say("role.your_offer"));
  for (std::size_t place = 0; place < tables.view.open.size(); ++place) {
    const int issue = tables.view.open[place];
    const Issue& topic = voice.scenario().issues[issue];
    std::vector<std::string> labels;
    labels.reserve(topic.options.size());
    for (int option = 0; option < std::ssize(topic.options); ++option) {
      labels.push_back(voice.option(issue, option));
    }
    ui.line("topic_" + topic.id, voice.issue(issue), Tone::quiet);
    const auto chosen = ui.choice("option_" + topic.id, labels, desk.roleplay.proposal[place]);
    if (chosen) desk.roleplay.proposal[place] = *chosen;
  }
  const Forecast& forecast = forecast_of(desk.roleplay, turn);
  draw_worth(ui, desk, voice, "offer_worth", forecast);
  draw_answers(ui, desk, voice, forecast);
  std::string why_not;
  if (!may(turn, Move::Kind::offer)) {
    why_not = ui.say("why_not.not_allowed");
  } else if (!forecast.tabled) {
    why_not = ui.say("role.not_tabled");
  }
  if (ui.button("offer", ui.say("action.role.offer"), Tone::primary, why_not)) {
    perform(desk, "role.offer");
    return;
  }
  if (desk.roleplay.hints == Hints::off) return;
  const int idea = desk.roleplay.idea.package;
  ui.same_line();
  if (idea >= 0 && ui.button("use_hint", ui.say("role.use_hint"))) {
    desk.roleplay.proposal = options_in(tables.grid, idea);
  }
}

}  // namespace

void draw_move(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "move", ui.say("pane.move"), area);
  const SeatTurn* const turn = seat_turn(desk);
  if (turn == nullptr) {
    ui.text("empty", ui.say("role.seat_first"), Tone::quiet);
    return;
  }
  const detail::Voice voice(turn->before->scenario(), desk.settings.language);
  begin_proposal(desk.roleplay, *turn);
  draw_decision(ui, desk, voice, *turn);
  // a move makes another branch, whose turn is not known before the next frame
  if (may(*turn, Move::Kind::offer) && seat_turn(desk) == turn) {
    draw_proposal(ui, desk, voice, *turn);
  }
}

}  // namespace detente::ui
