#include "detente/study/forecast_draws.hpp"

#include <algorithm>
#include <utility>

#include "detente/core/rng.hpp"
#include "detente/scenario/draw.hpp"
#include "detente/scenario/edit.hpp"
#include "detente/study/sample.hpp"

namespace detente {
namespace {

bool all_numbers(const std::vector<Override>& choices) {
  return std::all_of(choices.begin(), choices.end(),
                     [](const Override& choice) { return std::holds_alternative<double>(choice); });
}

DrawnInput input_of(const Uncertain& uncertain, const std::string& path) {
  DrawnInput input{.path = path};
  if (all_numbers(overrides_of(uncertain.choices))) return input;
  for (const Value& choice : uncertain.choices) input.words.push_back(to_string(choice));
  return input;
}

/// Takes the first name off a path.
std::string_view next_name(std::string_view& path) {
  const std::string_view name = path.substr(0, path.find('.'));
  path.remove_prefix(std::min(name.size() + 1, path.size()));
  return name;
}

/// Whether setting one path, where * is any name, sets the other, a part of it or what holds it.
bool reaches(std::string_view set, std::string_view path) {
  while (!set.empty() && !path.empty()) {
    const std::string_view wanted = next_name(set);
    if (const std::string_view name = next_name(path); wanted != "*" && wanted != name) {
      return false;
    }
  }
  return true;
}

/// One of the paths that an entry stands for, and its place among all of them: the draws of the
/// others are as they were, whichever is left out.
struct Match {
  int place = 0;
  std::string path{};
};

/// Those that are drawn; `settled` gains the rest.
std::vector<Match> drawn_of(const std::vector<std::string>& paths,
                            const std::vector<Edit>& settings, std::vector<std::string>& settled) {
  std::vector<Match> drawn;
  for (std::size_t place = 0; place < paths.size(); ++place) {
    const auto sets = [&](const Edit& setting) { return reaches(setting.path, paths[place]); };
    if (std::any_of(settings.begin(), settings.end(), sets)) {
      settled.push_back(paths[place]);
    } else {
      drawn.push_back({static_cast<int>(place), paths[place]});
    }
  }
  return drawn;
}

}  // namespace

Result<Draws> Draws::of(const Scenario& scenario, std::uint64_t seed,
                        const std::vector<Edit>& settings) {
  const auto own = std::make_shared<const Scenario>(scenario);
  std::vector<Lane> lanes;
  std::vector<DrawnInput> inputs;
  std::vector<std::string> settled;
  for (std::size_t entry = 0; entry < own->uncertain.size(); ++entry) {
    const Uncertain& uncertain = own->uncertain[entry];
    const auto paths = matches(*own, uncertain.path);
    if (!paths) return paths.error();
    bool leads = true;
    for (const auto& [match, path] : drawn_of(*paths, settings, settled)) {
      if (leads) inputs.push_back(input_of(uncertain, uncertain.each ? path : uncertain.path));
      lanes.push_back({.entry = static_cast<int>(entry),
                       .match = uncertain.each ? match : 0,
                       .path = path,
                       .limits = draw_limits(*own, path),
                       .choices = overrides_of(uncertain.choices),
                       .input = static_cast<int>(inputs.size()) - 1,
                       .leads = leads});
      leads = uncertain.each;
    }
  }
  Draws draws(own, seed, std::move(lanes), std::move(inputs));
  draws.settled_ = std::move(settled);
  return draws;
}

Draws::Draws(std::shared_ptr<const Scenario> scenario, std::uint64_t seed, std::vector<Lane> lanes,
             std::vector<DrawnInput> inputs)
    : scenario_(scenario),
      seed_(seed),
      lanes_(std::move(lanes)),
      inputs_(std::move(inputs)),
      overwriter_(std::move(scenario), [this] {
        std::vector<std::string> paths;
        for (const Lane& lane : lanes_) paths.push_back(lane.path);
        return paths;
      }()) {
}

Override Draws::override_of(const Lane& lane, double part, double& number) const {
  const Uncertain& uncertain = scenario_->uncertain[lane.entry];
  if (uncertain.kind != Uncertain::Kind::choice) {
    number = quantile_of(uncertain, part, lane.limits);
    return number;
  }
  const int choice = choice_at(uncertain, part);
  const Override& chosen = lane.choices[choice];
  const bool by_number = inputs_[lane.input].words.empty();
  number = by_number ? std::get<double>(chosen) : choice;
  return chosen;
}

Result<const Scenario*> Draws::draw(std::uint32_t run, std::vector<double>& numbers) {
  const Rng rng(seed_, run);
  numbers.assign(inputs_.size(), 0.0);
  overrides_.clear();
  for (const Lane& lane : lanes_) {
    const double part = rng.uniform(place_of_draw(lane.entry, lane.match));
    double number = 0.0;
    overrides_.push_back(override_of(lane, part, number));
    if (lane.leads) numbers[lane.input] = number;
  }
  return overwriter_.with(overrides_);
}

}  // namespace detente
