#include "detente/core/text.hpp"
#include "detente/scenario/field.hpp"

namespace detente {
namespace {

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

}  // namespace

std::optional<Field> find_field(const Scenario& scenario, const std::string& path) {
  const Parts parts = split(path, '.');
  if (parts.size() < 3) return {};
  if (parts[0] == "actors") return actor_field(scenario, parts);
  if (parts[0] == "stages") return stage_field(scenario, parts);
  if (parts[0] == "ties" && parts.size() == 4 && parts[3] == "strength") {
    return tie_field(scenario, parts);
  }
  return {};
}

}  // namespace detente
