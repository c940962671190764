#include "ui/panels/field_title.hpp"

#include <vector>

#include "ui/panels/knobs.hpp"
#include "ui/widgets.hpp"

namespace detente::ui {
namespace {

/// Whose the field is: an actor's or a stage's title; empty for ties.
std::string owner_title(const detail::Voice& voice, const Field& field) {
  if (field.actor >= 0) return voice.title_of_actor(field.actor);
  return field.stage >= 0 ? voice.stage(field.stage) : std::string{};
}

/// The numbers that came later: tactics, and what an agreement has to hold against.
std::string newer_part(const Ui& ui, const detail::Voice& voice, const Field& field) {
  const auto level = [&](const char* key) {
    return ui.say(key, {{"issue", voice.issue(field.issue)},
                        {"option", voice.option(field.issue, field.option)}});
  };
  switch (field.kind) {
    case Field::Kind::walk_away_share:
      return ui.say("field.walk_away_share");
    case Field::Kind::values_durability:
      return ui.say("field.values_durability");
    case Field::Kind::kindness:
      return ui.say("field.kindness");
    case Field::Kind::accept_alpha:
      return ui.say("field.accept_alpha");
    case Field::Kind::accept_beta:
      return ui.say("field.accept_beta");
    case Field::Kind::accept_theta:
      return ui.say("field.accept_theta");
    case Field::Kind::accept_tau:
      return ui.say("field.accept_tau");
    case Field::Kind::durability_cost:
      return ui.say("field.durability_cost");
    case Field::Kind::opportunities:
      return ui.say("field.opportunities");
    case Field::Kind::fatigue:
      return ui.say("field.fatigue");
    case Field::Kind::detection:
      return level("field.detection");
    case Field::Kind::credibility:
      return level("field.credibility");
    case Field::Kind::response:
      return level("field.response");
    default:
      return path_of(voice.scenario(), field);
  }
}

}  // namespace

std::string field_part(const Ui& ui, const detail::Voice& voice, const Field& field) {
  const auto issue = [&] { return voice.issue(field.issue); };
  switch (field.kind) {
    case Field::Kind::walk_away:
      return ui.say("field.walk_away");
    case Field::Kind::stage_walk_away:
      return ui.say("field.stage_walk_away", {{"stage", voice.stage(field.stage)}});
    case Field::Kind::salience:
      return ui.say("field.salience", {{"issue", issue()}});
    case Field::Kind::ideal:
      return ui.say("field.ideal", {{"issue", issue()}});
    case Field::Kind::value:
      return ui.say("field.value",
                    {{"issue", issue()}, {"option", voice.option(field.issue, field.option)}});
    case Field::Kind::power:
      return ui.say("field.power");
    case Field::Kind::susceptibility:
      return ui.say("field.susceptibility");
    case Field::Kind::exponent:
      return ui.say("field.exponent");
    case Field::Kind::strength: {
      const Tie& tie = voice.scenario().ties[field.tie];
      return ui.say("field.strength", {{"from", voice.title_of_actor(tie.from)},
                                       {"to", voice.title_of_actor(tie.to)}});
    }
    case Field::Kind::rounds:
      return ui.say("field.rounds");
    default:
      break;
  }
  return newer_part(ui, voice, field);
}

std::string field_title(const Ui& ui, const detail::Voice& voice, const Field& field) {
  const std::string owner = owner_title(voice, field);
  const std::string part = field_part(ui, voice, field);
  return owner.empty() ? part : owner + " · " + part;
}

std::string path_title(const Ui& ui, const detail::Voice& voice, const std::string& path) {
  const auto field = find_field(voice.scenario(), path);
  return field ? field_title(ui, voice, *field) : path;
}

std::string field_value(const detail::Voice& voice, const Field& field, double value) {
  switch (field.kind) {
    case Field::Kind::rounds:
      return voice.short_number(value, 0);
    case Field::Kind::ideal:
      return voice.short_number(value, place_digits(voice.scenario().issues[field.issue]));
    case Field::Kind::power:
      return voice.short_number(value, 1);
    default:
      return voice.number(value, 2);
  }
}

}  // namespace detente::ui
