#include "ui/panels/field_title.hpp"

#include <vector>

#include "ui/widgets.hpp"

namespace detente::ui {
namespace {

std::vector<std::string> split(const std::string& path) {
  std::vector<std::string> parts(1);
  for (const char letter : path) {
    if (letter == '.') {
      parts.emplace_back();
    } else {
      parts.back() += letter;
    }
  }
  return parts;
}

using Parts = std::vector<std::string>;

/// actors.us.positions.us_forces.…
std::optional<Field> position_field(const Scenario& scenario, const Parts& parts, int actor) {
  const int issue = parts.size() > 4 ? index_of(scenario.issues, parts[3]) : -1;
  if (issue < 0) return {};
  Field field{.actor = actor, .issue = issue};
  const Position& position = scenario.actors[actor].positions[issue];
  if (parts.size() == 5 && parts[4] == "salience") {
    field.kind = Field::Kind::salience;
    return field;
  }
  if (parts.size() == 5 && parts[4] == "ideal" && position.ideal) {
    field.kind = Field::Kind::ideal;
    return field;
  }
  if (parts.size() != 6 || parts[4] != "values" || position.values.empty()) return {};
  field.kind = Field::Kind::value;
  field.option = index_of(scenario.issues[issue].options, parts[5]);
  return field.option < 0 ? std::optional<Field>{} : field;
}

std::optional<Field> actor_field(const Scenario& scenario, const Parts& parts) {
  const int actor = index_of(scenario.actors, parts[1]);
  if (actor < 0) return {};
  const std::string& name = parts[2];
  if (name == "positions") return position_field(scenario, parts, actor);
  if (name == "walk_away") return Field{.kind = Field::Kind::walk_away, .actor = actor};
  if (name == "power") return Field{.kind = Field::Kind::power, .actor = actor};
  if (name == "susceptibility") return Field{.kind = Field::Kind::susceptibility, .actor = actor};
  if (name == "tactic" && parts.size() == 4 && parts[3] == "e") {
    return Field{.kind = Field::Kind::exponent, .actor = actor};
  }
  return {};
}

std::optional<Field> stage_field(const Scenario& scenario, const Parts& parts) {
  const int stage = index_of(scenario.stages, parts[1]);
  if (stage < 0) return {};
  if (parts[2] == "rounds") return Field{.kind = Field::Kind::rounds, .stage = stage};
  if (parts[2] != "walk_away" || parts.size() != 4) return {};
  const int actor = index_of(scenario.actors, parts[3]);
  if (actor < 0) return {};
  return Field{.kind = Field::Kind::stage_walk_away, .actor = actor, .stage = stage};
}

std::optional<Field> tie_field(const Scenario& scenario, const Parts& parts) {
  const int from = index_of(scenario.actors, parts[1]);
  const int to = index_of(scenario.actors, parts[2]);
  for (std::size_t tie = 0; tie < scenario.ties.size(); ++tie) {
    const Tie& each = scenario.ties[tie];
    const bool same = each.from == from && each.to == to;
    const bool turned = each.symmetric && each.from == to && each.to == from;
    if (same || turned) {
      return Field{.kind = Field::Kind::strength, .tie = static_cast<int>(tie)};
    }
  }
  return {};
}

/// Whose the field is: an actor's or a stage's title; empty for ties.
std::string owner_title(const detail::Voice& voice, const Field& field) {
  if (field.actor >= 0) return voice.title_of_actor(field.actor);
  return field.stage >= 0 ? voice.stage(field.stage) : std::string{};
}

}  // namespace

std::optional<Field> field_at(const Scenario& scenario, const std::string& path) {
  const Parts parts = split(path);
  if (parts.size() < 3) return {};
  if (parts[0] == "actors") return actor_field(scenario, parts);
  if (parts[0] == "stages") return stage_field(scenario, parts);
  if (parts[0] == "ties" && parts.size() == 4 && parts[3] == "strength") {
    return tie_field(scenario, parts);
  }
  return {};
}

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
  const auto field = field_at(voice.scenario(), path);
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
