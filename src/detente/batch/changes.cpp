#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "detente/batch/inputs_file.hpp"
#include "detente/core/text.hpp"
#include "detente/core/version.hpp"
#include "detente/scenario/conflict_leaves.hpp"
#include "detente/scenario/leaves.hpp"

namespace detente::detail {
namespace {

/// A field of a plan or scenario and what it says.
using Said = std::pair<std::string, std::string>;

/// More differences than these are only counted.
constexpr std::size_t kTold = 5;

std::string list_of(const std::vector<std::string>& items) {
  std::string text = "[";
  for (const std::string& item : items) {
    if (text.size() > 1) text += ", ";
    text += item;
  }
  return text + ']';
}

std::string list_of(const std::vector<Value>& items) {
  std::vector<std::string> texts;
  texts.reserve(items.size());
  for (const Value& item : items) texts.push_back(to_string(item));
  return list_of(texts);
}

std::string list_of(const std::vector<double>& items) {
  std::vector<std::string> texts;
  texts.reserve(items.size());
  for (const double item : items) texts.push_back(show_number(item));
  return list_of(texts);
}

void say_distribution(const std::string& path, const Distribution& draw, std::vector<Said>& said) {
  static constexpr std::array kDistributions{"uniform", "normal", "triangular", "beta", "choice"};
  std::string text = list_of(draw.numbers);
  if (!draw.choices.empty()) text = list_of(draw.choices) + " by " + text;
  said.emplace_back(path + kDistributions.at(static_cast<std::size_t>(draw.kind)), text);
}

void say_vary(const Vary& vary, std::vector<Said>& said) {
  const std::string path = "vary." + vary.path + '.';
  if (vary.kind == Vary::Kind::range) {
    said.emplace_back(path + "range", list_of(std::vector{vary.low, vary.high}));
    said.emplace_back(path + "steps", std::to_string(vary.steps));
  } else if (vary.kind == Vary::Kind::values) {
    said.emplace_back(path + "values", list_of(vary.values));
  } else {
    say_distribution(path, vary.distribution, said);
  }
  said.emplace_back(path + "each", vary.each ? "yes" : "no");
}

/// Where each point of a list goes.
void say_points(const BatchPlan& plan, std::vector<Said>& said) {
  const std::size_t columns = plan.vary.size();
  if (columns == 0) return;
  for (std::size_t place = 0; place < plan.design.places.size(); ++place) {
    const Vary& vary = plan.vary[place % columns];
    const int choice = plan.design.places[place];
    std::string path = "design.points[";
    path += std::to_string(place / columns) + "]." + vary.path;
    said.emplace_back(std::move(path),
                      choice < 0 ? "as it stands" : to_string(vary.values.at(choice)));
  }
}

/// All that the results depend on, and in which order.
std::vector<Said> said_by_plan(const LoadedPlan& loaded) {
  static constexpr std::array kDesigns{"grid", "list", "random", "lhs", "sobol", "saltelli", "oat"};
  const BatchPlan& plan = loaded.plan;
  const bool is_list = plan.design.kind == Design::Kind::list;
  std::vector<Said> said{
      {"model", loaded.scenario.model},
      {"seed", std::to_string(loaded.seed)},
      {"repetitions", std::to_string(plan.repetitions)},
      {"design.kind", kDesigns.at(static_cast<std::size_t>(plan.design.kind))},
      {is_list ? "design.points (how many)" : "design.n", std::to_string(plan.design.n)}};
  if (is_list) {
    say_points(plan, said);
  } else {
    for (const Vary& vary : plan.vary) say_vary(vary, said);
  }
  said.emplace_back("metrics", list_of(plan.metrics));
  if (plan.series) {
    said.emplace_back("series.every", std::to_string(plan.series->every));
    said.emplace_back("series.metrics", list_of(plan.series->metrics));
  }
  said.emplace_back("shard_size", std::to_string(plan.shard_size));
  return said;
}

/// What comes by itself at a round.
void say_events(const Scenario& scenario, std::vector<Said>& said) {
  for (const Event& event : scenario.events) {
    for (const Edit& edit : event.edits) {
      said.emplace_back(fmt::format("events.{}.{}.{}", event.at.stage, event.at.round, edit.path),
                        to_string(edit.value));
    }
  }
}

/// The plan has the last word on the model and the seed.
std::vector<Said> said_by_scenario(const LoadedPlan& loaded) {
  std::vector<Said> said;
  for (const Leaf& leaf : leaves_of(loaded.scenario)) {
    if (leaf.path == "model" || leaf.path == "seed") continue;
    said.emplace_back(leaf.path, to_string(leaf.value));
  }
  for (const Leaf& leaf : conflict_leaves(loaded.scenario)) {
    said.emplace_back(leaf.path, to_string(leaf.value));
  }
  say_events(loaded.scenario, said);
  return said;
}

/// The first field that stands elsewhere, where both say the same things.
std::string out_of_order(const std::vector<Said>& before, const std::vector<Said>& now) {
  const auto [first, second] = std::mismatch(before.begin(), before.end(), now.begin(), now.end());
  if (first == before.end() || second == now.end()) return {};
  return second->first + " now stands before " + first->first;
}

/// "x was 1, is 2" for everything that differs.
std::vector<std::string> differences(const std::vector<Said>& before,
                                     const std::vector<Said>& now) {
  const std::map<std::string, std::string> old_words(before.begin(), before.end());
  const std::map<std::string, std::string> new_words(now.begin(), now.end());
  std::vector<std::string> found;
  for (const auto& [path, word] : before) {
    const auto other = new_words.find(path);
    if (other == new_words.end()) {
      found.push_back(fmt::format("{} was {}, is gone", path, word));
    } else if (other->second != word) {
      found.push_back(fmt::format("{} was {}, is {}", path, word, other->second));
    }
  }
  for (const auto& [path, word] : now) {
    if (old_words.count(path) == 0)
      found.push_back(fmt::format("{} was not there, is {}", path, word));
  }
  if (found.empty() && before != now) found.push_back(out_of_order(before, now));
  return found;
}

void tell(const std::string& what, std::vector<std::string> found,
          std::vector<std::string>& lines) {
  const std::string lead = what + " changed since this batch began: ";
  for (std::size_t place = 0; place < std::min(found.size(), kTold); ++place) {
    lines.push_back(lead + found[place]);
  }
  if (found.size() <= kTold) return;
  lines.push_back(lead + "and " + std::to_string(found.size() - kTold) + " more");
}

std::string parts_of(int shards) {
  return shards == 0 ? "not cut into shards" : "cut into " + std::to_string(shards) + " shards";
}

}  // namespace

std::vector<std::string> changes_between(const BatchInputs& kept, const LoadedPlan& now,
                                         int shards) {
  std::vector<std::string> lines;
  if (kept.engine != version()) {
    tell("engine", {"version was " + kept.engine + ", is " + std::string(version())}, lines);
    return lines;
  }
  if (kept.shards != shards) {
    lines.push_back("this batch was " + parts_of(kept.shards) + ", it is now to be " +
                    parts_of(shards));
  }
  const bool same_texts = kept.plan_text == now.text && kept.scenario_text == now.scenario_text &&
                          kept.points_text == now.points_text;
  if (same_texts) return lines;
  const auto before = plan_of(kept);
  if (!before) {
    // no longer read as it was, by the same version: somebody has changed the folder
    for (const Diagnostic& one : before.error()) lines.push_back(to_string(one));
    return lines;
  }
  tell("plan", differences(said_by_plan(*before), said_by_plan(now)), lines);
  tell("scenario", differences(said_by_scenario(*before), said_by_scenario(now)), lines);
  return lines;
}

}  // namespace detente::detail
