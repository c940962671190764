#include "support/conflicts.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <utility>

#include "support/data.hpp"

using nlohmann::json;

namespace detente::support {
namespace {

struct Pattern {
  StateIndex mask = 0;
  StateIndex value = 0;
};

Pattern pattern_of(const std::string& text) {
  Pattern pattern;
  for (std::size_t option = 0; option < text.size(); ++option) {
    if (text[option] == '-') continue;
    pattern.mask |= 1U << option;
    if (text[option] == 'Y') pattern.value |= 1U << option;
  }
  return pattern;
}

// groups best to worst; a state may stand for itself
std::vector<std::uint32_t> payoff_of(std::size_t places, const json& ranking, int first) {
  std::vector<std::uint32_t> payoff(places, 0);
  auto worth = static_cast<std::uint32_t>(ranking.size());
  for (const json& group : ranking) {
    const json states = group.is_array() ? group : json::array({group});
    for (const json& state : states) payoff[state.get<std::size_t>() - first] = worth;
    --worth;
  }
  return payoff;
}

StateSet feasible_of(int options, const json& patterns) {
  StateSet feasible(std::size_t{1} << options);
  for (StateIndex state = 0; state < feasible.places(); ++state) {
    const bool excluded = std::any_of(patterns.begin(), patterns.end(), [&](const json& text) {
      const Pattern pattern = pattern_of(text.get<std::string>());
      return (state & pattern.mask) == pattern.value;
    });
    if (!excluded) feasible.add(state);
  }
  return feasible;
}

PublishedConflict option_case(const json& data) {
  PublishedConflict result{data.at("id"), {}, {}, data, 0};
  Conflict& conflict = result.conflict;
  conflict.options = static_cast<int>(data.at("options").size());
  conflict.actors = static_cast<int>(data.at("actors").size());
  conflict.feasible = feasible_of(conflict.options, data.at("infeasible_patterns"));
  std::map<std::string, StateIndex> bit_of;
  for (const json& option : data.at("options")) {
    const StateIndex bit = 1U << bit_of.size();
    bit_of[option.at("id")] = bit;
    if (option.at("moves") == "only N to Y") conflict.stays_yes |= bit;
    if (option.at("moves") == "only Y to N") conflict.stays_no |= bit;
  }
  for (const json& actor : data.at("actors")) {
    result.actors.push_back(actor.at("id"));
    std::uint32_t own = 0;
    for (const json& option : actor.at("owns")) own |= bit_of.at(option);
    conflict.own.push_back(own);
    conflict.payoff.push_back(payoff_of(conflict.places(), actor.at("ranking"), 0));
  }
  return result;
}

PublishedConflict trap(const json& data) {
  PublishedConflict result{data.at("id"), {}, {}, data, 0};
  Conflict& conflict = result.conflict;
  conflict.actors = static_cast<int>(data.at("owns").size());
  for (const json& options : data.at("owns")) {
    std::uint32_t own = 0;
    for (const json& option : options) own |= 1U << option.get<int>();
    conflict.own.push_back(own);
    conflict.options += static_cast<int>(options.size());
    result.actors.push_back(std::to_string(result.actors.size()));
  }
  conflict.feasible = feasible_of(conflict.options, data.at("infeasible_patterns"));
  for (const json& option : data.at("moves").value("forward", json::array())) {
    conflict.stays_yes |= 1U << option.get<int>();
  }
  for (const json& option : data.at("moves").value("backward", json::array())) {
    conflict.stays_no |= 1U << option.get<int>();
  }
  for (const json& ranking : data.at("ranking_codes_best_to_worst")) {
    conflict.payoff.push_back(payoff_of(conflict.places(), ranking, 0));
  }
  return result;
}

PublishedConflict graph_case(const json& data) {
  PublishedConflict result{data.at("id"), {}, data.at("actors"), data, 1};
  Conflict& conflict = result.conflict;
  conflict.actors = static_cast<int>(data.at("actors").size());
  conflict.feasible = StateSet(data.at("states").size());
  for (StateIndex state = 0; state < conflict.places(); ++state) conflict.feasible.add(state);
  for (const json& moves : data.at("moves")) {
    auto& arcs = conflict.arcs.emplace_back(conflict.places());
    for (const auto& [from, targets] : moves.items()) {
      for (const json& target : targets) {
        arcs[std::stoul(from) - 1].push_back(target.get<StateIndex>() - 1);
      }
    }
  }
  for (const json& ranking : data.at("ranking_best_to_worst")) {
    conflict.payoff.push_back(payoff_of(conflict.places(), ranking, 1));
  }
  return result;
}

// splitmix64
class Draws {
 public:
  explicit Draws(std::uint64_t seed) : state_(seed) {}
  std::uint32_t below(std::uint32_t bound) {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return static_cast<std::uint32_t>((mixed ^ (mixed >> 31U)) % bound);
  }

 private:
  std::uint64_t state_;
};

std::vector<std::uint32_t> random_payoff(Draws& draws, const StateSet& feasible, bool ties) {
  std::vector<std::uint32_t> worth(feasible.places(), 0);
  const std::vector<StateIndex> states = members_of(feasible);
  const auto levels = static_cast<std::uint32_t>(states.size());
  if (ties) {
    for (const StateIndex state : states) worth[state] = 1 + draws.below((levels + 1) / 2);
  } else {
    std::vector<StateIndex> order = states;
    for (std::uint32_t last = levels; last > 1; --last) {
      std::swap(order[last - 1], order[draws.below(last)]);
    }
    for (std::uint32_t rank = 0; rank < levels; ++rank) worth[order[rank]] = rank + 1;
  }
  // dense from 1
  std::map<std::uint32_t, std::uint32_t> dense;
  for (const StateIndex state : states) dense[worth[state]] = 0;
  std::uint32_t next = 0;
  for (auto& level : dense) level.second = ++next;
  for (const StateIndex state : states) worth[state] = dense[worth[state]];
  return worth;
}

void draw_options(Draws& draws, const ConflictSize& size, Conflict& conflict) {
  conflict.options = size.options;
  conflict.own.assign(static_cast<std::size_t>(size.actors), 0);
  for (int option = 0; option < size.options; ++option) {
    // everybody gets one
    const std::uint32_t owner = option < size.actors
                                    ? static_cast<std::uint32_t>(option)
                                    : draws.below(static_cast<std::uint32_t>(size.actors));
    conflict.own[owner] |= 1U << option;
    const std::uint32_t kind = draws.below(5);
    if (size.locked && kind == 0) conflict.stays_yes |= 1U << option;
    if (size.locked && kind == 1) conflict.stays_no |= 1U << option;
  }
  conflict.feasible = StateSet(std::size_t{1} << size.options);
  for (StateIndex state = 0; state < conflict.places(); ++state) conflict.feasible.add(state);
  const StateIndex kept = draws.below(static_cast<std::uint32_t>(conflict.places()));
  for (int pattern = 0; pattern < size.patterns; ++pattern) {
    const StateIndex mask = 1U << draws.below(static_cast<std::uint32_t>(size.options)) |
                            1U << draws.below(static_cast<std::uint32_t>(size.options)) |
                            1U << draws.below(static_cast<std::uint32_t>(size.options));
    const StateIndex value = draws.below(static_cast<std::uint32_t>(conflict.places())) & mask;
    for (StateIndex state = 0; state < conflict.places(); ++state) {
      if (state != kept && (state & mask) == value) conflict.feasible.remove(state);
    }
  }
}

void draw_graph(Draws& draws, const ConflictSize& size, Conflict& conflict) {
  conflict.feasible = StateSet(static_cast<std::size_t>(size.states));
  for (StateIndex state = 0; state < conflict.places(); ++state) conflict.feasible.add(state);
  conflict.arcs.resize(static_cast<std::size_t>(size.actors));
  for (auto& arcs : conflict.arcs) {
    arcs.resize(conflict.places());
    for (StateIndex from = 0; from < conflict.places(); ++from) {
      for (StateIndex to = 0; to < conflict.places(); ++to) {
        if (from != to && draws.below(static_cast<std::uint32_t>(size.states)) < 2) {
          arcs[from].push_back(to);
        }
      }
    }
  }
}

}  // namespace

std::vector<int> PublishedConflict::printed(const std::vector<StateIndex>& states) const {
  std::vector<int> numbers;
  for (const StateIndex state : states) numbers.push_back(static_cast<int>(state) + first);
  return numbers;
}

int PublishedConflict::actor(const std::string& name) const {
  const auto found = std::find(actors.begin(), actors.end(), name);
  if (found == actors.end()) throw std::invalid_argument("no actor " + name);
  return static_cast<int>(found - actors.begin());
}

std::uint32_t PublishedConflict::coalition(const std::string& names) const {
  std::uint32_t coalition = 0;
  std::size_t begin = 0;
  while (begin <= names.size()) {
    const std::size_t end = std::min(names.find('+', begin), names.size());
    coalition |= 1U << actor(names.substr(begin, end - begin));
    begin = end + 1;
  }
  return coalition;
}

json PublishedConflict::expected(const std::string& sanctions) const {
  const json& all = data.at("expected");
  if (all.contains("nash")) return sanctions == "legal" ? all : json();
  return all.value(sanctions, json());
}

std::vector<PublishedConflict> published_conflicts() {
  const json file = read_data("conflict_cases");
  std::vector<PublishedConflict> conflicts;
  for (const json& one : file.at("cases")) conflicts.push_back(option_case(one));
  for (const json& one : file.at("graph_cases")) conflicts.push_back(graph_case(one));
  for (const json& one : file.at("traps")) conflicts.push_back(trap(one));
  return conflicts;
}

PublishedConflict published_conflict(const std::string& id) {
  for (PublishedConflict& conflict : published_conflicts()) {
    if (conflict.id == id) return std::move(conflict);
  }
  throw std::invalid_argument("no conflict " + id);
}

Conflict random_conflict(std::uint64_t seed, const ConflictSize& size) {
  Draws draws(seed);
  Conflict conflict;
  conflict.actors = size.actors;
  if (size.options > 0) {
    draw_options(draws, size, conflict);
  } else {
    draw_graph(draws, size, conflict);
  }
  for (int actor = 0; actor < size.actors; ++actor) {
    conflict.payoff.push_back(random_payoff(draws, conflict.feasible, size.ties));
  }
  return conflict;
}

}  // namespace detente::support
