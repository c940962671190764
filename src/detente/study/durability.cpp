#include "detente/study/durability.hpp"

#include <algorithm>
#include <map>

#include "detente/model/lasting.hpp"

namespace detente {
namespace {

constexpr double kNoChange = 1e-12;

const std::vector<Lever>& levers_of(const Durability& durability, WeakestLink::Link link) {
  switch (link) {
    case WeakestLink::Link::detection:
      return durability.detection;
    case WeakestLink::Link::credibility:
      return durability.credibility;
    case WeakestLink::Link::response:
      break;
  }
  return durability.response;
}

/// The option with the least level above that of `now`, the nearest on ties; -1 if there is none.
int next_firmer(const Lever& lever, int now) {
  int found = -1;
  const auto options = static_cast<int>(lever.level.size());
  for (int option = 0; option < options; ++option) {
    if (lever.level[option] <= lever.level[now]) continue;
    const bool better = found < 0 || lever.level[option] < lever.level[found] ||
                        (lever.level[option] == lever.level[found] &&
                         std::abs(option - now) < std::abs(found - now));
    if (better) found = option;
  }
  return found;
}

/// One package with one option put into it.
std::vector<int> with_option(std::vector<int> package, int issue, int option) {
  package[issue] = option;
  return package;
}

double deterrence_of(const Durability& durability, const std::vector<int>& package) {
  const Deterrent at = deterrent_of(durability, package);
  return durability.cost * at.detection * at.credibility * at.response;
}

std::optional<WeakestLink> find_weakest(const Durability& durability,
                                        const std::vector<int>& package) {
  std::optional<WeakestLink> best;
  double most = deterrence_of(durability, package);
  for (const auto link : {WeakestLink::Link::detection, WeakestLink::Link::credibility,
                          WeakestLink::Link::response}) {
    for (const Lever& lever : levers_of(durability, link)) {
      const int now = package[lever.issue];
      const int firmer = now < 0 ? -1 : next_firmer(lever, now);
      if (firmer < 0) continue;
      const double deterrence =
          deterrence_of(durability, with_option(package, lever.issue, firmer));
      if (deterrence <= most) continue;
      most = deterrence;
      best = WeakestLink{link, lever.issue, now, firmer, deterrence};
    }
  }
  return best;
}

/// What exchanging one option, for a chance to last of `gain` more, is worth to a party of a stage.
double change_for(const Scenario& scenario, const Stage& stage, int actor, const WeakestLink& link,
                  double gain) {
  const Actor& own = scenario.actors[actor];
  double sum = 0.0;
  for (const int issue : stage.issues) sum += own.positions[issue].salience;
  const bool counts =
      std::find(stage.issues.begin(), stage.issues.end(), link.issue) != stage.issues.end();
  const Issue& issue = scenario.issues[link.issue];
  const Position& position = own.positions[link.issue];
  const double step =
      counts && sum > 0.0
          ? position.salience / sum *
                (option_value(issue, position, link.to) - option_value(issue, position, link.from))
          : 0.0;
  return (1.0 - own.values_durability) * step + own.values_durability * gain;
}

void complete(const Scenario& scenario, int stage, const std::vector<int>& package,
              WeakestLink& link) {
  const Peril peril = peril_of(*scenario.durability);
  const Deterrent before = deterrent_of(*scenario.durability, package);
  const Deterrent after =
      deterrent_of(*scenario.durability, with_option(package, link.issue, link.to));
  link.first_year = chance_to_last(peril, after, 1);
  const double gain =
      chance_to_last(peril, after, kValuedYears) - chance_to_last(peril, before, kValuedYears);
  std::vector<int> parties = scenario.stages[stage].parties;
  std::sort(parties.begin(), parties.end());
  for (const int actor : parties) {
    link.change.emplace_back(actor,
                             change_for(scenario, scenario.stages[stage], actor, link, gain));
  }
}

/// Collects packages, each once.
class LifeList {
 public:
  explicit LifeList(const Scenario& scenario) : scenario_(&scenario) {}

  PackageLife& at(int stage, const std::vector<int>& package) {
    const auto found = place_.find(package);
    if (found != place_.end()) return lives_[found->second];
    place_.emplace(package, lives_.size());
    lives_.push_back(*life_of_package(*scenario_, stage, package));
    return lives_.back();
  }

  std::vector<PackageLife> take() && { return std::move(lives_); }

 private:
  const Scenario* scenario_;
  std::map<std::vector<int>, std::size_t> place_{};
  std::vector<PackageLife> lives_{};
};

}  // namespace

std::shared_ptr<const Scenario> closing_scenario(const Trace& trace) {
  if (trace.stages.empty() || trace.stages.back().rounds.empty()) return trace.scenario;
  const auto& last = trace.stages.back().rounds.back().scenario;
  return last ? last : trace.scenario;  // a trace that was only read has none
}

std::vector<int> WeakestLink::losers() const {
  std::vector<int> actors;
  for (const auto& [actor, difference] : change) {
    if (difference < -kNoChange) actors.push_back(actor);
  }
  return actors;
}

std::optional<PackageLife> life_of_package(const Scenario& scenario, int stage,
                                           const std::vector<int>& package) {
  if (!scenario.durability) return std::nullopt;
  PackageLife life{.package = package, .deterrent = deterrent_of(*scenario.durability, package)};
  life.life = life_of(peril_of(*scenario.durability), life.deterrent, kSurvivalYears);
  life.weakest = find_weakest(*scenario.durability, package);
  if (life.weakest) complete(scenario, stage, package, *life.weakest);
  return life;
}

std::vector<PackageLife> durability_of(const Trace& trace) {
  const auto scenario = closing_scenario(trace);
  if (!scenario->durability) return {};
  LifeList lives(*scenario);
  std::vector<int> settled;
  for (const TraceStage& stage : trace.stages) {
    for (const TraceRound& round : stage.rounds) {
      for (const TraceOffer& offer : round.offers) {
        lives.at(stage.stage, laid_over(settled, offer.package))
            .offers.emplace_back(stage.stage, round.number);
      }
    }
    settled = stage.outcome.package;
  }
  const Outcome& outcome = trace.outcome;
  if (!outcome.package.empty()) lives.at(outcome.stage, outcome.package).in_force = true;
  return std::move(lives).take();
}

const PackageLife* life_in_force(const std::vector<PackageLife>& lives) {
  const auto found = std::find_if(lives.begin(), lives.end(),
                                  [](const PackageLife& life) { return life.in_force; });
  return found == lives.end() ? nullptr : &*found;
}

}  // namespace detente
