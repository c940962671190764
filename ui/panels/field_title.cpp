#include "ui/panels/field_title.hpp"

#include <vector>

#include "ui/widgets.hpp"

namespace detente::ui {
namespace {

/// Whose the field is: an actor's or a stage's title; empty for ties.
std::string owner_title(const detail::Voice& voice, const Field& field) {
  if (field.actor >= 0) return voice.title_of_actor(field.actor);
  return field.stage >= 0 ? voice.stage(field.stage) : std::string{};
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
  }
  return {};
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
    case Field::Kind::power:
      return voice.short_number(value, 1);
    default:
      return voice.number(value, 2);
  }
}

}  // namespace detente::ui
