#include "literal/generate.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "detente/core/rng.hpp"
#include "literal/stage.hpp"

namespace detente::literal {
namespace {

constexpr std::uint32_t kPurpose = 7001;

/// Keyed draws, one after the other.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : rng_(seed) {}

  double uniform() { return rng_.uniform({.purpose = kPurpose, .draw = next_++}); }

  /// From `low` to `high`, both included.
  int whole(int low, int high) {
    return low + static_cast<int>(std::floor(uniform() * (high - low + 1)));
  }

  /// A multiple of 0.01 from `low` to `high`, the double nearest to the decimal.
  double cents(double low, double high) {
    return whole(static_cast<int>(std::lround(low * 100)),
                 static_cast<int>(std::lround(high * 100))) /
           100.0;
  }

  bool chance(double probability) { return uniform() < probability; }

  /// Each of 0..n-1 with the given probability.
  std::vector<int> some_of(int n, double probability) {
    std::vector<int> chosen;
    for (int item = 0; item < n; ++item) {
      if (chance(probability)) chosen.push_back(item);
    }
    return chosen;
  }

 private:
  Rng rng_;
  std::uint32_t next_ = 0;
};

/// Options per issue, thinned until the packages are few enough.
std::vector<int> option_counts(Dice& dice, const Features& features) {
  std::vector<int> sizes(
      std::max(dice.whole(2, features.max_issues), dice.whole(2, features.max_issues)));
  for (int& size : sizes) {
    size = std::max(dice.whole(2, features.max_options), dice.whole(2, features.max_options));
  }
  const auto packages = [&sizes] {
    int product = 1;
    for (const int size : sizes) product *= size;
    return product;
  };
  while (packages() > features.max_packages) {
    auto largest = std::max_element(sizes.begin(), sizes.end());
    if (*largest == 2) break;
    --*largest;
  }
  return sizes;
}

/// Places in rising order with the ends at 0 and 100; half of the issues are evenly spaced.
Issue random_issue(Dice& dice, int number, int size) {
  Issue issue{.id = "issue" + std::to_string(number)};
  const bool even = dice.chance(0.5);
  for (int option = 0; option < size; ++option) {
    const double spaced = kAxis * option / (size - 1);
    const bool end = option == 0 || option == size - 1;
    const double at = even || end ? spaced : std::floor(spaced) + dice.whole(-8, 8);
    issue.options.push_back({.id = "option" + std::to_string(option), .at = at});
  }
  return issue;
}

Place random_place(Dice& dice, const Issue& issue) {
  if (dice.chance(0.3)) return {.option = dice.whole(0, count(issue.options) - 1)};
  return {.number = static_cast<double>(dice.whole(0, 100))};
}

void draw_red_line(Dice& dice, const Issue& issue, Position& position) {
  if (dice.chance(0.5)) {
    const int first = dice.whole(0, 1);
    const int last = count(issue.options) - 1;
    position.red_line = {{.option = first},
                         {.option = dice.whole(std::max(first, last - 1), last)}};
  } else {
    position.red_line = {{.number = static_cast<double>(dice.whole(0, 40))},
                         {.number = static_cast<double>(dice.whole(60, 100))}};
  }
}

Position random_position(Dice& dice, const Features& features, const Issue& issue, bool needed) {
  Position position;
  if (!needed && features.missing_positions && dice.chance(0.1)) return position;
  position.salience = dice.cents(needed ? 0.1 : 0.0, 1.0);
  if (features.value_tables && dice.chance(0.35)) {
    for (const Option& option : issue.options) {
      (void)option;
      position.values.push_back(dice.cents(0.0, 1.0));
    }
  } else {
    position.ideal = random_place(dice, issue);
    position.loss = dice.chance(0.35) ? Loss::quadratic : Loss::linear;
  }
  if (features.red_lines && dice.chance(0.06)) draw_red_line(dice, issue, position);
  return position;
}

AcceptRule random_rule(Dice& dice) {
  AcceptRule rule{.kind = static_cast<AcceptRule::Kind>(dice.whole(1, 6))};
  if (dice.chance(0.5)) rule.alpha = dice.cents(0.0, 1.5);
  if (dice.chance(0.5)) rule.beta = dice.cents(-0.2, 0.2);
  rule.theta = dice.cents(0.2, 0.8);
  rule.tau = dice.cents(0.2, 1.0);
  return rule;
}

/// Puts one that answers others, or a rule of acceptance, in place of most.
void draw_answers(Dice& dice, Tactic& tactic) {
  if (dice.chance(0.7)) tactic.kind = static_cast<Tactic::Kind>(dice.whole(3, 6));
  tactic.mode = dice.chance(0.5) ? Tactic::Mode::relative : Tactic::Mode::average;
  tactic.lag = dice.whole(1, 3);
  tactic.window = dice.whole(1, 3);
  tactic.kindness = dice.chance(0.3) ? 0.0 : dice.cents(0.01, 0.1);
  if (dice.chance(0.5)) tactic.accept = random_rule(dice);
}

Tactic random_tactic(Dice& dice, const Features& features) {
  constexpr std::array kExponents{0.25, 0.5, 1.0, 1.0, 2.0, 2.0, 4.0, 4.0};
  Tactic tactic;
  if (features.hardliners && dice.chance(0.08)) tactic.kind = Tactic::Kind::hardliner;
  tactic.e = kExponents[dice.whole(0, count(kExponents) - 1)];
  if (dice.chance(0.2)) tactic.start = dice.cents(0.6, 1.0);
  if (dice.chance(0.2)) tactic.margin = dice.chance(0.5) ? 0.0 : 0.01;
  if (features.least && dice.chance(0.4)) tactic.offer = Tactic::Offer::least;
  if (features.leaving && dice.chance(0.15)) tactic.leave_after = dice.whole(1, 6);
  if (features.tactics) draw_answers(dice, tactic);
  return tactic;
}

Actor random_actor(Dice& dice, const Features& features, const Scenario& scenario) {
  Actor actor{.id = "actor" + std::to_string(scenario.actors.size())};
  actor.power = dice.chance(0.7) ? dice.whole(1, 10) : dice.cents(0.1, 3.0);
  actor.walk_away = dice.chance(0.06) ? dice.cents(0.7, 1.0) : dice.cents(0.1, 0.65);
  if (features.delay && dice.chance(0.2)) actor.delay_cost = dice.cents(0.01, 0.05);
  actor.tactic = random_tactic(dice, features);
  for (const Issue& issue : scenario.issues) {
    const bool needed = actor.positions.empty();
    actor.positions.push_back(random_position(dice, features, issue, needed));
  }
  return actor;
}

double random_strength(Dice& dice) {
  if (dice.chance(0.1)) return 0.05;
  return dice.chance(0.25) ? dice.cents(-1.0, 0.0) : dice.cents(0.06, 1.0);
}

/// Between two actors: nothing, one tie, or one in each direction.
void draw_ties(Dice& dice, const Features& features, int a, int b, Scenario& scenario) {
  if (!features.ties || dice.chance(0.35)) return;
  if (!features.directed_ties || dice.chance(0.6)) {
    scenario.ties.push_back({.from = a, .to = b, .strength = random_strength(dice)});
    return;
  }
  const int which = dice.whole(0, 2);
  if (which != 1) {
    scenario.ties.push_back(
        {.from = a, .to = b, .strength = random_strength(dice), .symmetric = false});
  }
  if (which != 0) {
    scenario.ties.push_back(
        {.from = b, .to = a, .strength = random_strength(dice), .symmetric = false});
  }
}

void draw_rule(Dice& dice, const Features& features, Stage& stage) {
  constexpr std::array kQuorums{0.5, 0.6, 0.66, 0.75, 0.9};
  if (!features.rules) return;
  const int kind = dice.whole(0, 3);
  if (kind == 1 || kind == 3) {
    for (const int place : dice.some_of(count(stage.parties), 0.75)) {
      stage.consent.push_back(stage.parties[place]);
    }
    if (stage.consent.empty()) stage.consent = {stage.parties.front()};
  }
  if (kind >= 2) stage.quorum = kQuorums[dice.whole(0, count(kQuorums) - 1)];
}

void draw_pressure(Dice& dice, const Features& features, Stage& stage) {
  if (!features.pressure || !dice.chance(0.25)) return;
  const int on = dice.whole(0, count(stage.parties) - 1);
  Pressure pressure{
      .on = stage.parties[on], .per_round = dice.cents(0.01, 0.04), .cost = dice.cents(0.0, 0.02)};
  for (const int place : dice.some_of(count(stage.parties), 0.5)) {
    if (place != on) pressure.by.push_back(stage.parties[place]);
  }
  if (!pressure.by.empty()) stage.pressure.push_back(pressure);
}

Stage random_stage(Dice& dice, const Features& features, const Scenario& scenario, int parties) {
  Stage stage{.id = "stage" + std::to_string(scenario.stages.size())};
  for (int actor = 0; actor < parties; ++actor) stage.parties.push_back(actor);
  for (int issue = 0; issue < count(scenario.issues); ++issue) stage.issues.push_back(issue);
  draw_rule(dice, features, stage);
  draw_pressure(dice, features, stage);
  stage.rounds = dice.chance(0.1)
                     ? dice.whole(1, std::min(2, features.max_rounds))
                     : dice.whole(std::min(3, features.max_rounds), features.max_rounds);
  if (features.starts && dice.chance(0.5)) {
    stage.starts = stage.parties[dice.whole(0, parties - 1)];
  }
  for (const int actor : stage.parties) {
    if (!features.stage_walk_away || !dice.chance(0.1)) continue;
    stage.walk_away[actor] = dice.cents(0.1, 0.7);
  }
  return stage;
}

/// One stage, or a second that keeps the first and reopens some of it.
void draw_stages(Dice& dice, const Features& features, Scenario& scenario) {
  const int everybody = count(scenario.actors);
  const bool two = features.second_stage && dice.chance(0.6);
  const bool joins = two && features.joining && everybody > 2 && dice.chance(0.4);
  scenario.stages.push_back(
      random_stage(dice, features, scenario, joins ? everybody - 1 : everybody));
  if (!two) return;
  if (joins && dice.chance(0.5)) scenario.stages[0].advisers = {everybody - 1};
  Stage second = random_stage(dice, features, scenario, everybody);
  if (features.kept_fallback && dice.chance(0.5)) second.fallback = Fallback::kept;
  const bool adds = features.new_issue && scenario.issues.size() > 2 && dice.chance(0.3);
  if (adds && second.fallback == Fallback::walk_away) scenario.stages[0].issues.pop_back();
  second.keeps = 0;
  for (const int issue : scenario.stages[0].issues) {
    if (dice.chance(0.6)) second.reopens.push_back(issue);
  }
  scenario.stages.push_back(second);
}

}  // namespace

Scenario random_scenario(std::uint64_t seed, const Features& features) {
  Dice dice(seed);
  Scenario scenario{.id = "random" + std::to_string(seed), .seed = seed};
  for (const int size : option_counts(dice, features)) {
    scenario.issues.push_back(random_issue(dice, count(scenario.issues), size));
  }
  const int actors = dice.whole(2, features.max_parties);
  while (count(scenario.actors) < actors) {
    scenario.actors.push_back(random_actor(dice, features, scenario));
  }
  for (Issue& issue : scenario.issues) {
    if (features.suppliers && dice.chance(0.15)) issue.supplier = dice.whole(0, actors - 1);
  }
  for (int a = 0; a < actors; ++a) {
    for (int b = a + 1; b < actors; ++b) draw_ties(dice, features, a, b, scenario);
  }
  if (features.channel && dice.chance(0.4)) {
    scenario.models["coalition"]["channel"] = dice.cents(0.05, 0.6);
  }
  draw_stages(dice, features, scenario);
  return scenario;
}

}  // namespace detente::literal
