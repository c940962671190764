#include "detente/scenario/field.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "detente/core/numerics.hpp"
#include "detente/scenario/derived.hpp"
#include "detente/scenario/tactic_specs.hpp"

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

/// The numbers that the actor's tactic reads.
void add_tactic(const Scenario& scenario, int actor, std::vector<Field>& fields) {
  const Tactic& tactic = scenario.actors[actor].tactic;
  const auto add = [&](bool counts, Field::Kind kind) {
    if (counts) fields.push_back({.kind = kind, .actor = actor});
  };
  const auto rule = tactic.accept.kind;
  add(tactic.kind == Tactic::Kind::time, Field::Kind::exponent);
  add(tactic.kind == Tactic::Kind::tit_for_tat, Field::Kind::kindness);
  add(detail::reads_scale(rule), Field::Kind::accept_alpha);
  add(detail::reads_scale(rule), Field::Kind::accept_beta);
  add(rule == AcceptRule::Kind::constant, Field::Kind::accept_theta);
  add(detail::reads_moment(rule), Field::Kind::accept_tau);
}

void add_actor(const Scenario& scenario, int actor, std::vector<Field>& fields) {
  const bool by_share = scenario.actors[actor].walk_away_share.has_value();
  const auto walk_away = by_share ? Field::Kind::walk_away_share : Field::Kind::walk_away;
  fields.push_back({.kind = walk_away, .actor = actor});
  fields.push_back({.kind = Field::Kind::power, .actor = actor});
  fields.push_back({.kind = Field::Kind::susceptibility, .actor = actor});
  if (scenario.durability) {
    fields.push_back({.kind = Field::Kind::values_durability, .actor = actor});
  }
  add_tactic(scenario, actor, fields);
  for (std::size_t issue = 0; issue < scenario.issues.size(); ++issue) {
    add_position(scenario, actor, static_cast<int>(issue), fields);
  }
}

void add_levels(const Scenario& scenario, Field::Kind kind, const std::vector<Lever>& levers,
                std::vector<Field>& fields) {
  for (const Lever& lever : levers) {
    // a point of a range has no path: its id may hold a dot
    if (scenario.issues[lever.issue].range) continue;
    for (int option = 0; option < static_cast<int>(lever.level.size()); ++option) {
      fields.push_back({.kind = kind, .issue = lever.issue, .option = option});
    }
  }
}

void add_durability(const Scenario& scenario, std::vector<Field>& fields) {
  if (!scenario.durability) return;
  fields.push_back({.kind = Field::Kind::durability_cost});
  add_levels(scenario, Field::Kind::detection, scenario.durability->detection, fields);
  add_levels(scenario, Field::Kind::credibility, scenario.durability->credibility, fields);
  add_levels(scenario, Field::Kind::response, scenario.durability->response, fields);
  fields.push_back({.kind = Field::Kind::opportunities});
  fields.push_back({.kind = Field::Kind::fatigue});
}

/// The level of one option; the issue is one of the levers.
template <typename Levers>
auto& level_at(Levers& levers, const Field& field) {
  const auto own = std::find_if(levers.begin(), levers.end(),
                                [&](const Lever& lever) { return lever.issue == field.issue; });
  return own->level[field.option];
}

/// Where a number of an actor is kept, if it is kept as it stands.
template <typename ActorType>
auto* slot_of_actor(ActorType& actor, const Field& field) {
  switch (field.kind) {
    case Field::Kind::walk_away:
      return &actor.walk_away;
    case Field::Kind::salience:
      return &actor.positions[field.issue].salience;
    case Field::Kind::value:
      return &actor.positions[field.issue].values[field.option];
    case Field::Kind::power:
      return &actor.power;
    case Field::Kind::susceptibility:
      return &actor.susceptibility;
    case Field::Kind::values_durability:
      return &actor.values_durability;
    case Field::Kind::exponent:
      return &actor.tactic.e;
    case Field::Kind::kindness:
      return &actor.tactic.kindness;
    case Field::Kind::accept_alpha:
      return &actor.tactic.accept.alpha;
    case Field::Kind::accept_beta:
      return &actor.tactic.accept.beta;
    case Field::Kind::accept_theta:
      return &actor.tactic.accept.theta;
    case Field::Kind::accept_tau:
      return &actor.tactic.accept.tau;
    default:
      return static_cast<decltype(&actor.power)>(nullptr);
  }
}

/// Where a number is kept, if it is kept as it stands.
template <typename ScenarioType>
auto* slot_of(ScenarioType& scenario, const Field& field) {
  switch (field.kind) {
    case Field::Kind::strength:
      return &scenario.ties[field.tie].strength;
    case Field::Kind::durability_cost:
      return &scenario.durability->cost;
    case Field::Kind::opportunities:
      return &scenario.durability->opportunities_per_year;
    case Field::Kind::fatigue:
      return &scenario.durability->fatigue;
    case Field::Kind::detection:
      return &level_at(scenario.durability->detection, field);
    case Field::Kind::credibility:
      return &level_at(scenario.durability->credibility, field);
    case Field::Kind::response:
      return &level_at(scenario.durability->response, field);
    default:
      break;
  }
  if (field.actor < 0) return static_cast<decltype(&scenario.ties[0].strength)>(nullptr);
  return slot_of_actor(scenario.actors[field.actor], field);
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
  add_durability(scenario, fields);
  return fields;
}

double get(const Scenario& scenario, const Field& field) {
  switch (field.kind) {
    case Field::Kind::walk_away_share:
      return scenario.actors[field.actor].walk_away_share.value_or(0.0);
    case Field::Kind::stage_walk_away:
      return scenario.stages[field.stage].walk_away.at(field.actor);
    case Field::Kind::ideal:
      return position(scenario, field).ideal->on(scenario.issues[field.issue]);
    case Field::Kind::rounds:
      return scenario.stages[field.stage].rounds;
    default:
      return *slot_of(scenario, field);
  }
}

void set(Scenario& scenario, const Field& field, double value) {
  switch (field.kind) {
    case Field::Kind::walk_away_share:
      scenario.actors[field.actor].walk_away_share = value;
      break;
    case Field::Kind::stage_walk_away:
      scenario.stages[field.stage].walk_away[field.actor] = value;
      return;
    case Field::Kind::ideal:
      scenario.actors[field.actor].positions[field.issue].ideal = Place{.number = value};
      break;
    case Field::Kind::rounds:
      scenario.stages[field.stage].rounds = static_cast<int>(value);
      return;
    case Field::Kind::walk_away:
      scenario.actors[field.actor].walk_away_share.reset();
      scenario.actors[field.actor].walk_away = value;
      return;
    default:
      *slot_of(scenario, field) = value;
  }
  const bool counts = field.kind == Field::Kind::walk_away_share || field.issue >= 0;
  if (counts && field.actor >= 0) detail::derive(scenario, field.actor);
}

FieldRange range_of(const Scenario& scenario, const Field& field) {
  switch (field.kind) {
    case Field::Kind::salience:
      return {.low = kLeast, .high = 1.0};
    case Field::Kind::ideal:
      return {.low = scenario.issues[field.issue].low(),
              .high = scenario.issues[field.issue].low() + scenario.issues[field.issue].axis()};
    case Field::Kind::power:
      return {.low = kLeast, .high = 2.0 * largest_power(scenario)};
    case Field::Kind::exponent:
      return {.low = 0.1, .high = 10.0, .logarithmic = true};
    case Field::Kind::strength:
      return {.low = -1.0, .high = 1.0};
    case Field::Kind::rounds:
      return {.low = 1.0, .high = 100.0, .whole = true};
    case Field::Kind::accept_alpha:
      return {.low = 0.0, .high = 10.0};
    case Field::Kind::accept_beta:
      return {.low = -1.0, .high = 1.0};
    case Field::Kind::durability_cost:
    case Field::Kind::opportunities:
      return {.low = 0.0, .high = std::max(1.0, 2.0 * get(scenario, field))};
    default:
      return {};
  }
}

namespace {

/// What follows `actors.us` in the path of a field.
std::string name_of(Field::Kind kind) {
  switch (kind) {
    case Field::Kind::walk_away:
      return "walk_away";
    case Field::Kind::walk_away_share:
      return "walk_away.share";
    case Field::Kind::power:
      return "power";
    case Field::Kind::susceptibility:
      return "susceptibility";
    case Field::Kind::values_durability:
      return "values_durability";
    case Field::Kind::exponent:
      return "tactic.e";
    case Field::Kind::kindness:
      return "tactic.kindness";
    case Field::Kind::accept_alpha:
      return "tactic.accept.alpha";
    case Field::Kind::accept_beta:
      return "tactic.accept.beta";
    case Field::Kind::accept_theta:
      return "tactic.accept.theta";
    case Field::Kind::accept_tau:
      return "tactic.accept.tau";
    default:
      return {};
  }
}

std::string durability_path(const Scenario& scenario, const Field& field) {
  const auto level = [&](const char* name) {
    const Issue& issue = scenario.issues[field.issue];
    return std::string("durability.") + name + '.' + issue.id + '.' +
           issue.options[field.option].id;
  };
  switch (field.kind) {
    case Field::Kind::durability_cost:
      return "durability.cost";
    case Field::Kind::opportunities:
      return "durability.opportunities_per_year";
    case Field::Kind::fatigue:
      return "durability.fatigue";
    case Field::Kind::detection:
      return level("detection");
    case Field::Kind::credibility:
      return level("credibility");
    case Field::Kind::response:
      return level("response");
    default:
      return {};
  }
}

}  // namespace

std::string path_of(const Scenario& scenario, const Field& field) {
  const auto actor = [&] { return "actors." + scenario.actors[field.actor].id; };
  const auto on_issue = [&] { return actor() + ".positions." + scenario.issues[field.issue].id; };
  const auto stage = [&] { return "stages." + scenario.stages[field.stage].id; };
  switch (field.kind) {
    case Field::Kind::stage_walk_away:
      return stage() + ".walk_away." + scenario.actors[field.actor].id;
    case Field::Kind::salience:
      return on_issue() + ".salience";
    case Field::Kind::ideal:
      return on_issue() + ".ideal";
    case Field::Kind::value:
      return on_issue() + ".values." + scenario.issues[field.issue].options[field.option].id;
    case Field::Kind::strength: {
      const Tie& tie = scenario.ties[field.tie];
      return "ties." + scenario.actors[tie.from].id + '.' + scenario.actors[tie.to].id +
             ".strength";
    }
    case Field::Kind::rounds:
      return stage() + ".rounds";
    default:
      break;
  }
  return field.actor < 0 ? durability_path(scenario, field) : actor() + '.' + name_of(field.kind);
}

}  // namespace detente
