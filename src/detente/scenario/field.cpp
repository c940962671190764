#include "detente/scenario/field.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "detente/core/numerics.hpp"

namespace detente {
namespace {

// an open end at 0 that no decision can tell from 0: power is positive, and a party must not
// stop caring altogether
constexpr double kLeast = 1e-9;

const Position& position(const Scenario& scenario, const Field& field) {
  return scenario.actors[field.actor].positions[field.issue];
}

void add_position(const Scenario& scenario, int actor, int issue, std::vector<Field>& fields) {
  const Position& own = scenario.actors[actor].positions[issue];
  const auto options = static_cast<int>(own.values.size());
  if (!own.ideal && options == 0) return;
  if (own.ideal) fields.push_back({.kind = Field::Kind::ideal, .actor = actor, .issue = issue});
  for (int option = 0; option < options; ++option) {
    fields.push_back(
        {.kind = Field::Kind::value, .actor = actor, .issue = issue, .option = option});
  }
  fields.push_back({.kind = Field::Kind::salience, .actor = actor, .issue = issue});
}

void add_actor(const Scenario& scenario, int actor, std::vector<Field>& fields) {
  fields.push_back({.kind = Field::Kind::walk_away, .actor = actor});
  fields.push_back({.kind = Field::Kind::power, .actor = actor});
  fields.push_back({.kind = Field::Kind::susceptibility, .actor = actor});
  if (scenario.actors[actor].tactic.kind == Tactic::Kind::time) {
    fields.push_back({.kind = Field::Kind::exponent, .actor = actor});
  }
  for (std::size_t issue = 0; issue < scenario.issues.size(); ++issue) {
    add_position(scenario, actor, static_cast<int>(issue), fields);
  }
}

double largest_power(const Scenario& scenario) {
  double largest = 0.0;
  for (const Actor& actor : scenario.actors) largest = std::max(largest, actor.power);
  return largest;
}

}  // namespace

double FieldRange::distance(double from, double to) const {
  if (logarithmic) {
    return std::abs(portable_log(to) - portable_log(from)) /
           (portable_log(high) - portable_log(low));
  }
  return std::abs(to - from) / (high - low);
}

double FieldRange::moved(double from, double part) const {
  if (logarithmic) {
    return from * portable_exp(part * (portable_log(high) - portable_log(low)));
  }
  return from + part * (high - low);
}

std::vector<Field> fields_of(const Scenario& scenario) {
  std::vector<Field> fields;
  for (std::size_t actor = 0; actor < scenario.actors.size(); ++actor) {
    add_actor(scenario, static_cast<int>(actor), fields);
  }
  for (std::size_t tie = 0; tie < scenario.ties.size(); ++tie) {
    fields.push_back({.kind = Field::Kind::strength, .tie = static_cast<int>(tie)});
  }
  for (std::size_t stage = 0; stage < scenario.stages.size(); ++stage) {
    const auto number = static_cast<int>(stage);
    for (const auto& [actor, walk_away] : scenario.stages[stage].walk_away) {
      fields.push_back({.kind = Field::Kind::stage_walk_away, .actor = actor, .stage = number});
    }
    fields.push_back({.kind = Field::Kind::rounds, .stage = number});
  }
  return fields;
}

double get(const Scenario& scenario, const Field& field) {
  switch (field.kind) {
    case Field::Kind::walk_away:
      return scenario.actors[field.actor].walk_away;
    case Field::Kind::stage_walk_away:
      return scenario.stages[field.stage].walk_away.at(field.actor);
    case Field::Kind::salience:
      return position(scenario, field).salience;
    case Field::Kind::ideal:
      return position(scenario, field).ideal->on(scenario.issues[field.issue]);
    case Field::Kind::value:
      return position(scenario, field).values[field.option];
    case Field::Kind::power:
      return scenario.actors[field.actor].power;
    case Field::Kind::susceptibility:
      return scenario.actors[field.actor].susceptibility;
    case Field::Kind::exponent:
      return scenario.actors[field.actor].tactic.e;
    case Field::Kind::strength:
      return scenario.ties[field.tie].strength;
    case Field::Kind::rounds:
      return scenario.stages[field.stage].rounds;
  }
  return 0.0;
}

void set(Scenario& scenario, const Field& field, double value) {
  const auto own = [&]() -> Position& {
    return scenario.actors[field.actor].positions[field.issue];
  };
  switch (field.kind) {
    case Field::Kind::walk_away:
      scenario.actors[field.actor].walk_away = value;
      break;
    case Field::Kind::stage_walk_away:
      scenario.stages[field.stage].walk_away[field.actor] = value;
      break;
    case Field::Kind::salience:
      own().salience = value;
      break;
    case Field::Kind::ideal:
      own().ideal = Place{.number = value};
      break;
    case Field::Kind::value:
      own().values[field.option] = value;
      break;
    case Field::Kind::power:
      scenario.actors[field.actor].power = value;
      break;
    case Field::Kind::susceptibility:
      scenario.actors[field.actor].susceptibility = value;
      break;
    case Field::Kind::exponent:
      scenario.actors[field.actor].tactic.e = value;
      break;
    case Field::Kind::strength:
      scenario.ties[field.tie].strength = value;
      break;
    case Field::Kind::rounds:
      scenario.stages[field.stage].rounds = static_cast<int>(value);
      break;
  }
}

FieldRange range_of(const Scenario& scenario, const Field& field) {
  switch (field.kind) {
    case Field::Kind::salience:
      return {.low = kLeast, .high = 1.0};
    case Field::Kind::ideal:
      return {.low = 0.0, .high = kAxis};
    case Field::Kind::power:
      return {.low = kLeast, .high = 2.0 * largest_power(scenario)};
    case Field::Kind::exponent:
      return {.low = 0.1, .high = 10.0, .logarithmic = true};
    case Field::Kind::strength:
      return {.low = -1.0, .high = 1.0};
    case Field::Kind::rounds:
      return {.low = 1.0, .high = 100.0, .whole = true};
    default:
      return {};
  }
}

std::string path_of(const Scenario& scenario, const Field& field) {
  const auto actor = [&] { return "actors." + scenario.actors[field.actor].id; };
  const auto on_issue = [&] { return actor() + ".positions." + scenario.issues[field.issue].id; };
  const auto stage = [&] { return "stages." + scenario.stages[field.stage].id; };
  switch (field.kind) {
    case Field::Kind::walk_away:
      return actor() + ".walk_away";
    case Field::Kind::stage_walk_away:
      return stage() + ".walk_away." + scenario.actors[field.actor].id;
    case Field::Kind::salience:
      return on_issue() + ".salience";
    case Field::Kind::ideal:
      return on_issue() + ".ideal";
    case Field::Kind::value:
      return on_issue() + ".values." + scenario.issues[field.issue].options[field.option].id;
    case Field::Kind::power:
      return actor() + ".power";
    case Field::Kind::susceptibility:
      return actor() + ".susceptibility";
    case Field::Kind::exponent:
      return actor() + ".tactic.e";
    case Field::Kind::strength: {
      const Tie& tie = scenario.ties[field.tie];
      return "ties." + scenario.actors[tie.from].id + '.' + scenario.actors[tie.to].id +
             ".strength";
    }
    case Field::Kind::rounds:
      return stage() + ".rounds";
  }
  return {};
}

}  // namespace detente
