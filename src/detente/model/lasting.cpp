#include "detente/model/lasting.hpp"

#include <algorithm>
#include <limits>

#include "detente/core/text.hpp"

namespace detente {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

double level_of(const std::vector<Lever>& levers, std::span<const int> package) {
  std::vector<double> levels;
  for (const Lever& lever : levers) {
    const int option = package[lever.issue];
    if (option >= 0) levels.push_back(lever.level[option]);
  }
  return combined_level(levels);
}

Gain gain_of(const Distribution& given) {
  Gain gain{.kind = static_cast<Gain::Kind>(given.kind), .numbers = given.numbers};
  for (const Value& choice : given.choices)
    gain.choices.push_back(parse_number(choice.scalar).value_or(0.0));
  return gain;
}

bool counts(const Durability& durability, int issue) {
  for (const auto* const levers :
       {&durability.detection, &durability.credibility, &durability.response}) {
    if (std::any_of(levers->begin(), levers->end(),
                    [&](const Lever& lever) { return lever.issue == issue; })) {
      return true;
    }
  }
  return false;
}

double weighed(double weight, double utility, double chance) {
  // 0 x infinity would be no number
  return utility == -kInfinity ? utility : (1.0 - weight) * utility + weight * chance;
}

}  // namespace

Peril peril_of(const Durability& durability) {
  Peril peril{.cost = durability.cost,
              .opportunities_per_year = durability.opportunities_per_year,
              .fatigue = durability.fatigue};
  for (const Violator& violator : durability.violators)
    peril.gains.push_back(gain_of(violator.gain));
  return peril;
}

Deterrent deterrent_of(const Durability& durability, std::span<const int> package) {
  return {.detection = level_of(durability.detection, package),
          .credibility = level_of(durability.credibility, package),
          .response = level_of(durability.response, package)};
}

Lasting::Lasting(const Scenario& scenario, const StageView& view)
    : peril_(peril_of(*scenario.durability)), durability_(*scenario.durability) {
  std::vector<int> package = view.settled;
  package.resize(scenario.issues.size(), -1);
  int combinations = 1;
  for (std::size_t place = view.issues.size(); place-- > 0;) {
    const int issue = view.issues[place];
    const auto options = static_cast<int>(scenario.issues[issue].options.size());
    const bool open = view.fixed[issue] < 0;
    package[issue] = view.fixed[issue];
    options_.insert(options_.begin(), open ? options : 0);
    const bool at_work = open && counts(durability_, issue);
    stride_.insert(stride_.begin(), at_work ? combinations : 0);
    if (at_work) combinations *= options;
  }
  chance_.reserve(combinations);
  for (int combination = 0; combination < combinations; ++combination) {
    for (std::size_t place = 0; place < stride_.size(); ++place) {
      if (stride_[place] == 0) continue;
      package[view.issues[place]] = combination / stride_[place] % options_[place];
    }
    chance_.push_back(chance_of(package));
  }
}

double Lasting::chance_of(std::span<const int> package) const {
  return chance_to_last(peril_, deterrent_of(durability_, package), kValuedYears);
}

double Lasting::chance(const PackageGrid& grid, int package) const {
  int combination = 0;
  int open = 0;
  for (std::size_t place = 0; place < stride_.size(); ++place) {
    if (options_[place] == 0) continue;
    combination += stride_[place] * grid.option(package, open++);
  }
  return chance_[combination];
}

void Lasting::weigh_in(double weight, const PackageGrid& grid, std::vector<double>& utility) const {
  // which combination a package belongs to adds up issue by issue, as utilities do
  AdditiveScores places;
  for (std::size_t place = 0; place < stride_.size(); ++place) {
    places.term.emplace_back();
    for (int option = 0; option < std::max(1, options_[place]); ++option) {
      places.term.back().push_back(static_cast<double>(stride_[place]) * option);
    }
  }
  const std::vector<double> combination = utilities(grid, places);
  for (std::size_t package = 0; package < utility.size(); ++package) {
    const double chance = chance_[static_cast<std::size_t>(combination[package])];
    utility[package] = weighed(weight, utility[package], chance);
  }
}

Extremes Lasting::extremes_of(const AdditiveScores& scores, int combination) const {
  Extremes sum;
  for (std::size_t place = 0; place < scores.term.size(); ++place) {
    const auto& term = scores.term[place];
    const int stride = stride_[place];
    const auto [least, most] = std::minmax_element(term.begin(), term.end());
    const double* const chosen =
        stride > 0 ? &term[combination / stride % options_[place]] : nullptr;
    sum.least += chosen != nullptr ? *chosen : *least;
    sum.most += chosen != nullptr ? *chosen : *most;
  }
  return sum;
}

Extremes Lasting::extremes(double weight, const AdditiveScores& scores) const {
  Extremes found{.least = kInfinity, .most = -kInfinity};
  const auto combinations = static_cast<int>(chance_.size());
  for (int combination = 0; combination < combinations; ++combination) {
    const Extremes sum = extremes_of(scores, combination);
    found.least = std::min(found.least, weighed(weight, sum.least, chance_[combination]));
    found.most = std::max(found.most, weighed(weight, sum.most, chance_[combination]));
  }
  return found;
}

std::shared_ptr<const Lasting> lasting_of(const Scenario& scenario, const StageView& view) {
  const bool valued =
      scenario.durability && std::any_of(view.parties.begin(), view.parties.end(), [&](int actor) {
        return scenario.actors[actor].values_durability > 0.0;
      });
  return valued ? std::make_shared<const Lasting>(scenario, view) : nullptr;
}

}  // namespace detente
