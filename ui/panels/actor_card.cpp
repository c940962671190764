#include "ui/panels/actor_card.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "detente/report/voice.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/panels/knobs.hpp"
#include "ui/panels/tactic_card.hpp"
#include "ui/widgets.hpp"

namespace detente::ui {
namespace {

using Strings = std::vector<std::string>;

/// The actor of a card and where its fields lie.
struct Subject {
  const Scenario* scenario;
  int place;
  std::string path;

  const Actor& actor() const { return scenario->actors[static_cast<std::size_t>(place)]; }
};

const std::string& title(const Ui& ui, const Text& text, const std::string& id) {
  return text.in(ui.look().language, id);
}

/// A walk-away that is given as a share of the packages is moved as one; what follows stands below.
void draw_own_walk_away(Ui& ui, Desk& desk, const Subject& subject) {
  const Actor& actor = subject.actor();
  const std::string path = subject.path + "walk_away";
  if (!actor.walk_away_share) {
    return slide(ui, desk, {.id = "walk_away", .label = ui.say("actors.walk_away"), .path = path},
                 actor.walk_away);
  }
  slide(ui, desk,
        {.id = "walk_away", .label = ui.say("actors.walk_away_share"), .path = path + ".share"},
        *actor.walk_away_share);
  const detail::Voice voice(*subject.scenario, ui.look().language);
  const Slots slots{{"n", voice.short_number(*actor.walk_away_share * 100.0, 1)},
                    {"value", voice.number(actor.walk_away)}};
  ui.text("walk_away_value", ui.say("actors.refuses_share", slots), Tone::quiet);
}

void draw_walk_away(Ui& ui, Desk& desk, const Subject& subject) {
  const auto& stages = subject.scenario->stages;
  const std::string& id = subject.actor().id;
  draw_own_walk_away(ui, desk, subject);
  for (const Stage& stage : stages) {
    const auto own = stage.walk_away.find(subject.place);
    if (own == stage.walk_away.end()) continue;
    const Slots slots{{"stage", title(ui, stage.title, stage.id)}};
    slide(ui, desk,
          {.id = "walk_away_" + stage.id,
           .label = ui.say("actors.walk_away_in", slots),
           .path = "stages." + stage.id + ".walk_away." + id},
          own->second);
  }
}

bool has_view(const Position& position) {
  return position.ideal.has_value() || !position.values.empty();
}

void draw_saliences(Ui& ui, Desk& desk, const Subject& subject) {
  ui.text("saliences", ui.say("actors.salience"), Tone::strong);
  for (std::size_t issue = 0; issue < subject.scenario->issues.size(); ++issue) {
    const Issue& about = subject.scenario->issues[issue];
    const Position& position = subject.actor().positions[issue];
    const std::string none = has_view(position) ? std::string{} : ui.say("actors.no_view");
    slide(ui, desk,
          {.id = "salience_" + about.id,
           .label = title(ui, about.title, about.id),
           .path = subject.path + "positions." + about.id + ".salience",
           .why_not = none},
          position.salience);
  }
}

int nearest_option(const Issue& issue, double place) {
  const auto nearest = std::min_element(
      issue.options.begin(), issue.options.end(), [&](const Option& left, const Option& right) {
        return std::abs(left.at - place) < std::abs(right.at - place);
      });
  return static_cast<int>(nearest - issue.options.begin());
}

/// "Ideal", or "Ideal, in km" where the axis has a unit.
std::string ideal_label(const Ui& ui, const Issue& issue) {
  if (!issue.range || issue.range->unit.empty()) return ui.say("actors.ideal");
  return ui.say("actors.ideal_in", {{"unit", issue.range->unit}});
}

void draw_ideal(Ui& ui, Desk& desk, const Issue& issue, const Position& position,
                const std::string& path) {
  const double place = position.ideal->on(issue);
  slide(ui, desk,
        {.id = "ideal_" + issue.id, .label = ideal_label(ui, issue), .path = path + "ideal"}, place,
        {.low = issue.low(), .high = issue.low() + issue.axis(), .digits = place_digits(issue)});
  if (issue.range) return;  // its options are only a grid
  const Option& nearest = issue.options[static_cast<std::size_t>(nearest_option(issue, place))];
  ui.text("nearest_" + issue.id,
          ui.say("actors.nearest", {{"option", title(ui, nearest.title, nearest.id)}}),
          Tone::quiet);
}

/// Issues may have a thousand options; more than these are no sight for a card.
constexpr std::size_t kMostValues = 40;

void draw_values(Ui& ui, Desk& desk, const Issue& issue, const Position& position,
                 const std::string& path) {
  for (std::size_t option = 0; option < std::min(kMostValues, position.values.size()); ++option) {
    const Option& choice = issue.options[option];
    slide(ui, desk,
          {.id = "value_" + issue.id + '_' + choice.id,
           .label = title(ui, choice.title, choice.id),
           .path = path + "values." + choice.id},
          position.values[option]);
  }
}

void draw_loss(Ui& ui, Desk& desk, const Issue& issue, const Position& position,
               const std::string& path) {
  const std::string reason = position.values.empty() ? std::string{} : ui.say("knob.by_values");
  choose(ui, desk,
         {.id = "loss_" + issue.id,
          .label = ui.say("actors.loss"),
          .path = path + "loss",
          .why_not = reason},
         {.labels = {ui.say("actors.loss_linear"), ui.say("actors.loss_quadratic")},
          .values = {"linear", "quadratic"},
          .chosen = position.loss == Loss::quadratic ? 1 : 0});
}

/// The ends of a red line to choose from: the options from less to more, and a number of its own.
struct Ends {
  Strings labels{};
  Strings values{};
  int from = 0;
  int to = 0;
};

int find_end(Ends& ends, const Issue& issue, const Place& place) {
  const std::string value = place.option >= 0
                                ? issue.options[static_cast<std::size_t>(place.option)].id
                                : plain_number(place.number);
  const auto found = std::find(ends.values.begin(), ends.values.end(), value);
  const auto index = static_cast<int>(found - ends.values.begin());
  if (found == ends.values.end()) {
    ends.labels.push_back(value);
    ends.values.push_back(value);
  }
  return index;
}

Ends ends_of(const Ui& ui, const Issue& issue, const Position& position) {
  std::vector<const Option*> options;
  options.reserve(issue.options.size());
  for (const Option& option : issue.options) options.push_back(&option);
  std::stable_sort(options.begin(), options.end(),
                   [](const Option* left, const Option* right) { return left->at < right->at; });
  Ends ends;
  for (const Option* option : options) {
    ends.labels.push_back(title(ui, option->title, option->id));
    ends.values.push_back(option->id);
  }
  ends.to = static_cast<int>(options.size()) - 1;
  if (position.red_line) {
    ends.from = find_end(ends, issue, position.red_line->first);
    ends.to = find_end(ends, issue, position.red_line->second);
  }
  return ends;
}

/// Without a red line the ends are those of the axis, which say the same.
void draw_red_line(Ui& ui, Desk& desk, const Issue& issue, const Position& position,
                   const std::string& path) {
  const Ends ends = ends_of(ui, issue, position);
  const auto line_with = [&](int from, int to) {
    return '[' + ends.values[static_cast<std::size_t>(from)] + ", " +
           ends.values[static_cast<std::size_t>(to)] + ']';
  };
  const Knob knob{.id = "red_line_" + issue.id, .path = path + "red_line"};
  ui.line(knob.id + "_from_label", ui.say("actors.red_from"), Tone::quiet);
  if (const auto from = ui.choice(knob.id + "_from", ends.labels, ends.from)) {
    if (*from != ends.from) commit(desk, knob.path, line_with(*from, ends.to));
  }
  ui.line(knob.id + "_to_label", ui.say("actors.red_to"), Tone::quiet);
  if (const auto to = ui.choice(knob.id + "_to", ends.labels, ends.to)) {
    if (*to != ends.to) commit(desk, knob.path, line_with(ends.from, *to));
  }
  draw_fault(ui, desk, knob);
}

void draw_position(Ui& ui, Desk& desk, const Subject& subject, std::size_t place) {
  const Issue& issue = subject.scenario->issues[place];
  const Position& position = subject.actor().positions[place];
  const std::string path = subject.path + "positions." + issue.id + '.';
  if (!has_view(position)) {
    ui.text("no_view_" + issue.id, ui.say("actors.no_view"), Tone::quiet);
    if (ui.button("give_view_" + issue.id, ui.say("actors.give_view"))) {
      commit(desk, path + "ideal", plain_number(issue.low() + issue.axis() / 2));
    }
    return draw_fault(ui, desk, {.id = "give_view_" + issue.id, .path = path + "ideal"});
  }
  if (position.ideal) draw_ideal(ui, desk, issue, position, path);
  draw_values(ui, desk, issue, position, path);
  draw_loss(ui, desk, issue, position, path);
  draw_red_line(ui, desk, issue, position, path);
}

void draw_positions(Ui& ui, Desk& desk, const Subject& subject) {
  ui.text("positions", ui.say("actors.wants"), Tone::strong);
  for (std::size_t place = 0; place < subject.scenario->issues.size(); ++place) {
    const Issue& issue = subject.scenario->issues[place];
    const Position& position = subject.actor().positions[place];
    std::string label = title(ui, issue.title, issue.id);
    if (position.ideal) label += ": " + plain_number(position.ideal->on(issue));
    const bool open = ui.fold("position_" + issue.id, label);
    if (open) draw_position(ui, desk, subject, place);
  }
}

void draw_tactic(Ui& ui, Desk& desk, const Subject& subject) {
  if (!ui.fold("tactic", ui.say("actors.tactic"))) return;
  draw_tactic_card(ui, desk, *subject.scenario, subject.place);
}

void draw_more(Ui& ui, Desk& desk, const Subject& subject) {
  if (!ui.fold("more", ui.say("actors.more"))) return;
  const Actor& actor = subject.actor();
  type(ui, desk, {.id = "power", .label = ui.say("actors.power"), .path = subject.path + "power"},
       plain_number(actor.power));
  type(ui, desk,
       {.id = "delay_cost",
        .label = ui.say("actors.delay_cost"),
        .path = subject.path + "delay_cost"},
       plain_number(actor.delay_cost));
  slide(ui, desk,
        {.id = "susceptibility",
         .label = ui.say("actors.susceptibility"),
         .path = subject.path + "susceptibility"},
        actor.susceptibility);
  slide(ui, desk,
        {.id = "values_durability",
         .label = ui.say("actors.durability"),
         .path = subject.path + "values_durability",
         .why_not = subject.scenario->durability ? "" : ui.say("knob.no_durability")},
        actor.values_durability);
}

}  // namespace

void draw_edit_hint(Ui& ui, const Desk& desk) {
  const auto place = edit_place(desk);
  const Scenario* scenario = scenario_of(desk);
  const int stage = place && scenario != nullptr ? index_of(scenario->stages, place->stage) : -1;
  if (stage < 0) return ui.text("edit_hint", ui.say("knob.from_start"), Tone::quiet);
  const Stage& where = scenario->stages[static_cast<std::size_t>(stage)];
  const Slots slots{{"n", place->round}, {"stage", title(ui, where.title, where.id)}};
  ui.text("edit_hint", ui.say("knob.from_round", slots), Tone::quiet);
}

void draw_actor_card(Ui& ui, Desk& desk, const Scenario& scenario, int actor) {
  const Actor& subject_actor = scenario.actors[static_cast<std::size_t>(actor)];
  const Subject subject{&scenario, actor, "actors." + subject_actor.id + '.'};
  draw_edit_hint(ui, desk);
  draw_walk_away(ui, desk, subject);
  draw_saliences(ui, desk, subject);
  draw_positions(ui, desk, subject);
  draw_tactic(ui, desk, subject);
  draw_more(ui, desk, subject);
}

}  // namespace detente::ui
