#include "detente/model/influenced.hpp"

#include <algorithm>
#include <cmath>

#include "detente/scenario/derived.hpp"
#include "detente/spatial/influence.hpp"

namespace detente {
namespace {

std::vector<Pull> pulls_of(const Scenario& scenario) {
  std::vector<Pull> pulls;
  for (const Tie& tie : scenario.ties) {
    pulls.push_back({tie.from, tie.to, tie.strength});
    if (tie.symmetric) pulls.push_back({tie.to, tie.from, tie.strength});
  }
  return pulls;
}

/// Everybody's ideal on an issue; 0 where there is none.
std::vector<double> ideals_on(const Scenario& scenario, int issue) {
  std::vector<double> ideals;
  ideals.reserve(scenario.actors.size());
  for (const Actor& actor : scenario.actors) {
    const auto& ideal = actor.positions[issue].ideal;
    ideals.push_back(ideal ? ideal->on(scenario.issues[issue]) : 0.0);
  }
  return ideals;
}

std::vector<bool> who_has_an_ideal(const Scenario& scenario, int issue) {
  std::vector<bool> present;
  for (const Actor& actor : scenario.actors) {
    const Position& position = actor.positions[issue];
    present.push_back(position.ideal.has_value() && position.values.empty());
  }
  return present;
}

std::vector<double> openness_of(const Scenario& scenario) {
  std::vector<double> openness;
  openness.reserve(scenario.actors.size());
  for (const Actor& actor : scenario.actors) openness.push_back(actor.susceptibility);
  return openness;
}

}  // namespace

std::optional<Shift> influence(const Scenario& first, Scenario& now, double share) {
  const auto pulls = pulls_of(now);
  const auto openness = openness_of(now);
  const auto actors = static_cast<int>(now.actors.size());
  std::optional<Shift> largest;
  double furthest = 0.0;
  for (int issue = 0; issue < std::ssize(now.issues); ++issue) {
    const Issue& axis = now.issues[issue];
    const auto present = who_has_an_ideal(now, issue);
    const auto before = ideals_on(now, issue);
    const auto start = ideals_on(first, issue);
    const auto after =
        influence_step(weights_from(actors, pulls, present), {before, start, openness}, share,
                       axis.low() + axis.axis() / 2.0);
    for (int actor = 0; actor < actors; ++actor) {
      // rounding must not carry it off the axis
      const double to = std::clamp(after[actor], axis.low(), axis.low() + axis.axis());
      if (!present[actor] || to == before[actor]) continue;
      now.actors[actor].positions[issue].ideal = Place{.number = to};
      const double part = std::abs(to - before[actor]) / axis.axis();
      if (part <= furthest) continue;
      furthest = part;
      largest = Shift{actor, issue, before[actor], to};
    }
  }
  if (largest) detail::derive(now);  // a walk-away given as a share follows the ideals
  return largest;
}

bool reads_all_the_same(const Scenario& scenario, std::string_view model,
                        std::string_view pattern) {
  return pattern == "actors.*.susceptibility" && influence_of(scenario, model) > 0.0;
}

double influence_of(const Scenario& scenario, std::string_view model) {
  const auto found = scenario.models.find(std::string(model));
  if (found == scenario.models.end()) return 0.0;
  const auto share = found->second.find("influence");
  return share == found->second.end() ? 0.0 : share->second;
}

}  // namespace detente
