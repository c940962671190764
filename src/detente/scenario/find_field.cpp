#include <algorithm>

#include "detente/core/text.hpp"
#include "detente/scenario/field.hpp"
#include "detente/scenario/tactic_specs.hpp"

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

/// actors.us.tactic.…; only what the tactic reads
std::optional<Field> tactic_field(const Scenario& scenario, const std::string& name, int actor) {
  const Tactic& tactic = scenario.actors[actor].tactic;
  const auto rule = tactic.accept.kind;
  const bool scaled = detail::reads_scale(rule);
  const bool timed = detail::reads_moment(rule);
  const auto field = [&](bool counts, Field::Kind kind) {
    return counts ? std::optional<Field>{{.kind = kind, .actor = actor}} : std::nullopt;
  };
  if (name == "e") return field(tactic.kind == Tactic::Kind::time, Field::Kind::exponent);
  if (name == "kindness") {
    return field(tactic.kind == Tactic::Kind::tit_for_tat, Field::Kind::kindness);
  }
  if (name == "accept.alpha") return field(scaled, Field::Kind::accept_alpha);
  if (name == "accept.beta") return field(scaled, Field::Kind::accept_beta);
  if (name == "accept.tau") return field(timed, Field::Kind::accept_tau);
  if (name != "accept.theta") return {};
  return field(rule == AcceptRule::Kind::constant, Field::Kind::accept_theta);
}

std::optional<Field> actor_field(const Scenario& scenario, const Parts& parts) {
  const int actor = index_of(scenario.actors, parts[1]);
  if (actor < 0) return {};
  const std::string& name = parts[2];
  if (name == "positions") return position_field(scenario, parts, actor);
  if (name == "tactic" && parts.size() == 4) return tactic_field(scenario, parts[3], actor);
  if (name == "tactic" && parts.size() == 5) {
    return tactic_field(scenario, parts[3] + '.' + parts[4], actor);
  }
  if (name == "walk_away" && parts.size() == 4 && parts[3] == "share") {
    return scenario.actors[actor].walk_away_share
               ? std::optional<Field>{{.kind = Field::Kind::walk_away_share, .actor = actor}}
               : std::nullopt;
  }
  if (parts.size() != 3) return {};
  if (name == "walk_away") return Field{.kind = Field::Kind::walk_away, .actor = actor};
  if (name == "power") return Field{.kind = Field::Kind::power, .actor = actor};
  if (name == "susceptibility") return Field{.kind = Field::Kind::susceptibility, .actor = actor};
  if (name != "values_durability" || !scenario.durability) return {};
  return Field{.kind = Field::Kind::values_durability, .actor = actor};
}

/// durability.detection.monitoring.both
std::optional<Field> level_field(const Scenario& scenario, const Parts& parts) {
  const int issue = index_of(scenario.issues, parts[2]);
  if (issue < 0 || scenario.issues[issue].range) return {};
  const int option = index_of(scenario.issues[issue].options, parts[3]);
  const auto field = [&](const std::vector<Lever>& levers, Field::Kind kind) {
    const bool there = std::any_of(levers.begin(), levers.end(),
                                   [&](const Lever& lever) { return lever.issue == issue; });
    const bool known = there && option >= 0;
    return known ? std::optional<Field>{{.kind = kind, .issue = issue, .option = option}}
                 : std::nullopt;
  };
  if (parts[1] == "detection") return field(scenario.durability->detection, Field::Kind::detection);
  if (parts[1] == "response") return field(scenario.durability->response, Field::Kind::response);
  if (parts[1] != "credibility") return {};
  return field(scenario.durability->credibility, Field::Kind::credibility);
}

std::optional<Field> durability_field(const Scenario& scenario, const Parts& parts) {
  if (!scenario.durability) return {};
  if (parts.size() == 4) return level_field(scenario, parts);
  if (parts.size() != 2) return {};
  if (parts[1] == "cost") return Field{.kind = Field::Kind::durability_cost};
  if (parts[1] == "opportunities_per_year") return Field{.kind = Field::Kind::opportunities};
  if (parts[1] == "fatigue") return Field{.kind = Field::Kind::fatigue};
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
  if (parts[0] == "durability") return durability_field(scenario, parts);
  if (parts.size() < 3) return {};
  if (parts[0] == "actors") return actor_field(scenario, parts);
  if (parts[0] == "stages") return stage_field(scenario, parts);
  if (parts[0] == "ties" && parts.size() == 4 && parts[3] == "strength") {
    return tie_field(scenario, parts);
  }
  return {};
}

}  // namespace detente
