#include "detente/study/compare.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "detente/core/contract.hpp"
#include "detente/scenario/conflict_leaves.hpp"
#include "detente/scenario/leaves.hpp"

namespace detente {
namespace {

// --- what happened -------------------------------------------------------------------------------

using Ids = std::vector<std::string>;

template <typename Items>
Ids ids_of(const Items& items, const std::vector<int>& indices) {
  Ids ids;
  for (const int index : indices) ids.push_back(items[index].id);
  return ids;
}

/// issue -> option
std::map<std::string, std::string> choices(const Scenario& scenario,
                                           const std::vector<int>& package) {
  std::map<std::string, std::string> chosen;
  for (std::size_t issue = 0; issue < package.size(); ++issue) {
    if (package[issue] < 0) continue;
    chosen[scenario.issues[issue].id] = scenario.issues[issue].options[package[issue]].id;
  }
  return chosen;
}

bool same_deed(const Scenario& scenario_a, const Deed& a, const Scenario& scenario_b,
               const Deed& b) {
  return std::tie(a.kind, a.round, a.reason) == std::tie(b.kind, b.round, b.reason) &&
         ids_of(scenario_a.actors, a.actors) == ids_of(scenario_b.actors, b.actors) &&
         choices(scenario_a, a.package) == choices(scenario_b, b.package);
}

const Deed& told(const FirstDifference& first) {
  return first.a.kind == Deed::Kind::over ? first.b : first.a;
}

/// Whose turn it was, if that is one actor: the same in both runs, or the only one in either.
std::string turn_taker(const Scenario& scenario_a, const Deed& a, const Scenario& scenario_b,
                       const Deed& b) {
  const Ids one = ids_of(scenario_a.actors, a.actors);
  const Ids other = ids_of(scenario_b.actors, b.actors);
  const bool ends_a = a.kind == Deed::Kind::agreement;
  const bool ends_b = b.kind == Deed::Kind::agreement;
  const bool alone_a = one.size() == 1 && !ends_a;
  const bool alone_b = other.size() == 1 && !ends_b;
  if (alone_a && alone_b) return one == other ? one.front() : std::string{};
  if (alone_a) return one.front();
  return alone_b ? other.front() : std::string{};
}

FirstDifference difference(const Trace& trace_a, const Deed& a, const Trace& trace_b,
                           const Deed& b) {
  FirstDifference first{.a = a, .b = b};
  const bool only_b = a.kind == Deed::Kind::over;
  const Scenario& scenario = only_b ? *trace_b.scenario : *trace_a.scenario;
  first.stage = scenario.stages[told(first).stage].id;
  first.round = told(first).round;
  // what comes earlier in one of them is where they part
  if (!only_b && b.kind != Deed::Kind::over) first.round = std::min(a.round, b.round);
  first.actor = turn_taker(*trace_a.scenario, a, *trace_b.scenario, b);
  return first;
}

const std::string& stage_id(const Trace& trace, const TraceStage& stage) {
  return trace.scenario->stages[stage.stage].id;
}

std::optional<FirstDifference> first_difference(const Trace& a, const Trace& b) {
  const std::size_t stages = std::max(a.stages.size(), b.stages.size());
  for (std::size_t place = 0; place < stages; ++place) {
    if (place >= a.stages.size()) return difference(a, {}, b, deeds_of(b, b.stages[place]).front());
    if (place >= b.stages.size()) return difference(a, deeds_of(a, a.stages[place]).front(), b, {});
    const auto deeds_a = deeds_of(a, a.stages[place]);
    const auto deeds_b = deeds_of(b, b.stages[place]);
    if (stage_id(a, a.stages[place]) != stage_id(b, b.stages[place])) {
      return difference(a, deeds_a.front(), b, deeds_b.front());
    }
    // the last deed of a stage is its end, so neither list is the beginning of the other
    const auto [in_a, in_b] =
        std::mismatch(deeds_a.begin(), deeds_a.end(), deeds_b.begin(), deeds_b.end(),
                      [&](const Deed& one, const Deed& other) {
                        return same_deed(*a.scenario, one, *b.scenario, other);
                      });
    if (in_a != deeds_a.end() && in_b != deeds_b.end()) return difference(a, *in_a, b, *in_b);
  }
  return {};
}

// --- what went in --------------------------------------------------------------------------------

/// Inputs by path, in their order.
class Listing {
 public:
  void add(const std::string& path, std::string value) {
    const auto [found, fresh] = places_.emplace(path, items_.size());
    if (fresh) {
      items_.emplace_back(path, std::move(value));
    } else {
      items_[found->second].second = std::move(value);
    }
  }
  const std::string* find(const std::string& path) const {
    const auto found = places_.find(path);
    return found == places_.end() ? nullptr : &items_[found->second].second;
  }
  const std::vector<std::pair<std::string, std::string>>& items() const { return items_; }

 private:
  std::vector<std::pair<std::string, std::string>> items_{};
  std::map<std::string, std::size_t> places_{};
};

std::optional<std::string> copy_of(const std::string* text) {
  return text == nullptr ? std::nullopt : std::optional<std::string>(*text);
}

/// Adds what differs between two listings: first what `a` has, in its order, then what only `b`
/// has.
void add_differences(const Listing& a, const Listing& b, const std::optional<At>& at,
                     std::vector<InputDifference>& inputs) {
  for (const auto& [path, value] : a.items()) {
    const std::string* const other = b.find(path);
    if (other == nullptr || *other != value) inputs.push_back({path, at, value, copy_of(other)});
  }
  for (const auto& [path, value] : b.items()) {
    if (a.find(path) == nullptr) inputs.push_back({path, at, {}, value});
  }
}

/// What holds from the start.
Listing start_of(const Trace& trace, bool with_leaves) {
  Listing listing;
  listing.add("id", trace.scenario->id);
  listing.add("seed", std::to_string(trace.seed));
  listing.add("model", trace.model);
  if (!with_leaves) return listing;
  for (const Leaf& leaf : leaves_of(*trace.scenario)) {
    // of these two the run has the last word
    if (leaf.path != "seed" && leaf.path != "model") listing.add(leaf.path, to_string(leaf.value));
  }
  for (const Leaf& leaf : conflict_leaves(*trace.scenario)) {
    listing.add(leaf.path, to_string(leaf.value));
  }
  return listing;
}

/// What changes at rounds: by (place of the stage in `order`, round).
using Timeline = std::map<std::pair<std::size_t, int>, Listing>;

std::size_t place_in(Ids& order, const std::string& stage) {
  const auto found = std::find(order.begin(), order.end(), stage);
  if (found == order.end()) {
    order.push_back(stage);
    return order.size() - 1;
  }
  return static_cast<std::size_t>(found - order.begin());
}

std::string move_text(const Scenario& scenario, const Move& move) {
  switch (move.kind) {
    case Move::Kind::accept:
      return "accept";
    case Move::Kind::refuse:
      return "refuse";
    case Move::Kind::leave:
      return "leave";
    case Move::Kind::offer:
      break;
  }
  std::string text = "offer {";
  for (const auto& [issue, option] : move.offer) {
    if (text.back() != '{') text += ", ";
    text += scenario.issues[issue].id + ": " + scenario.issues[issue].options[option].id;
  }
  return text + '}';
}

/// All that was asked for, whether or not its round was played.
Timeline planned(const Compared& side, Ids& order) {
  const Scenario& scenario = *side.trace->scenario;
  Timeline timeline;
  const auto add = [&](const Edit& edit) {
    if (!edit.at) return;
    timeline[{place_in(order, edit.at->stage), edit.at->round}].add(edit.path,
                                                                    to_string(edit.value));
  };
  for (const Event& event : scenario.events) {
    for (const Edit& edit : event.edits) add(edit);
  }
  for (const Edit& edit : side.run->edits) add(edit);
  for (const Move& move : side.run->moves) {
    timeline[{place_in(order, move.at.stage), move.at.round}].add(
        "moves." + scenario.actors[move.actor].id, move_text(scenario, move));
  }
  return timeline;
}

/// What was changed before a round.
Listing changes_in(const TraceRound& round) {
  Listing listing;
  for (const TraceEvent& event : round.events) {
    if (event.kind == TraceEvent::Kind::edit) listing.add(event.path, event.value);
  }
  return listing;
}

/// All that was changed in rounds which were played; every such round has an entry.
Timeline played(const Trace& trace, Ids& order) {
  Timeline timeline;
  for (const TraceStage& stage : trace.stages) {
    const std::size_t place = place_in(order, stage_id(trace, stage));
    for (const TraceRound& round : stage.rounds) {
      timeline[{place, round.number}] = changes_in(round);
    }
  }
  return timeline;
}

void compare_rounds(const Compared& a, const Compared& b, std::vector<InputDifference>& inputs) {
  Ids order;
  for (const Stage& stage : a.trace->scenario->stages) order.push_back(stage.id);
  const bool asked = a.run != nullptr && b.run != nullptr;
  const Timeline one = asked ? planned(a, order) : played(*a.trace, order);
  const Timeline other = asked ? planned(b, order) : played(*b.trace, order);
  const auto at_of = [&](const std::pair<std::size_t, int>& when) {
    return At{.stage = order[when.first], .round = when.second};
  };
  Timeline all = one;
  all.insert(other.begin(), other.end());
  const Listing nothing;
  for (const auto& [when, listing] : all) {
    const auto in_a = one.find(when);
    const auto in_b = other.find(when);
    // who did not get to a round may well have had the same change in store
    if (!asked && (in_a == one.end() || in_b == other.end())) continue;
    add_differences(in_a == one.end() ? nothing : in_a->second,
                    in_b == other.end() ? nothing : in_b->second, at_of(when), inputs);
  }
}

template <typename Items>
void borrow_titles(Items& to, const Items& from) {
  for (auto& item : to) {
    const int same = index_of(from, item.id);
    if (same >= 0) item.title = from[same].title;
  }
}

/// What a document names by ids only gets the titles that the same scenario has on the other side.
std::shared_ptr<const Scenario> with_titles(const Scenario& bare, const Scenario& full) {
  Scenario titled = bare;
  borrow_titles(titled.stages, full.stages);
  borrow_titles(titled.actors, full.actors);
  for (Actor& actor : titled.actors) {
    const int same = index_of(full.actors, actor.id);
    if (same >= 0) actor.forms = full.actors[same].forms;
  }
  borrow_titles(titled.issues, full.issues);
  for (Issue& issue : titled.issues) {
    const int same = index_of(full.issues, issue.id);
    if (same >= 0) borrow_titles(issue.options, full.issues[same].options);
  }
  return std::make_shared<const Scenario>(std::move(titled));
}

ComparedRun run_of(const Compared& side, const Compared& other) {
  const Trace& trace = *side.trace;
  const bool bare =
      side.document && !other.document && trace.scenario->id == other.trace->scenario->id;
  return {.scenario = bare ? with_titles(*trace.scenario, *other.trace->scenario) : trace.scenario,
          .model = trace.model,
          .seed = trace.seed,
          .digest = side.digest.empty() ? digest(trace) : side.digest,
          .outcome = trace.outcome};
}

}  // namespace

Comparison compare(const Trace& a, const Trace& b) {
  return compare(Compared{.trace = &a}, Compared{.trace = &b});
}

Comparison compare(const Compared& a, const Compared& b) {
  expects(a.trace != nullptr && b.trace != nullptr, "compare: both traces are there");
  Comparison comparison{.all_inputs = !a.document && !b.document,
                        .runs = {run_of(a, b), run_of(b, a)}};
  const bool alike = comparison.runs[0].digest == comparison.runs[1].digest;
  if (!alike) comparison.first = first_difference(*a.trace, *b.trace);
  add_differences(start_of(*a.trace, comparison.all_inputs),
                  start_of(*b.trace, comparison.all_inputs), {}, comparison.inputs);
  compare_rounds(a, b, comparison.inputs);
  comparison.equal = alike && comparison.inputs.empty();
  return comparison;
}

}  // namespace detente
