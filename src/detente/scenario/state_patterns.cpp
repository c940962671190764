#include <algorithm>
#include <tuple>

#include "detente/core/text.hpp"
#include "detente/scenario/conflict_specs.hpp"
#include "detente/scenario/describe.hpp"
#include "detente/scenario/items.hpp"

// States that cannot be, and the state of today: all that is written with options and yes or no.
namespace detente::detail {
namespace {

std::uint32_t bit_of(int option) {
  return std::uint32_t{1} << static_cast<unsigned>(option);
}

bool usable(const ConflictSection& conflict) {
  // of too many options none can be a switch; in graph form there are none
  return !conflict.graph && conflict.options.size() <= kMaxConflictOptions;
}

std::optional<int> option_named(Reader& reader, const std::string& id, Mark mark,
                                const ConflictSection& conflict) {
  const int option = index_of(conflict.options, id);
  if (option >= 0) return option;
  reader.unknown_id(mark, "option", id, Reader::ids_of(conflict.options));
  return {};
}

/// `{sign: yes, escalate: no}`; nothing if any of it is wrong.
std::optional<StatePattern> read_choices(Reader& reader, const Value& map,
                                         const ConflictSection& conflict) {
  if (!reader.expect_map(map)) return {};
  const std::string holder = reader.path();
  StatePattern pattern;
  bool sound = true;
  for (const Entry& entry : map.entries) {
    if (entry.key.starts_with("x-")) continue;
    reader.at(holder, {});
    const auto option = option_named(reader, entry.key, entry.mark, conflict);
    reader.at(holder, entry.key);
    const auto taken = reader.yes_or_no(entry.value);
    sound = sound && option && taken;
    if (!option || !taken) continue;
    pattern.mask |= bit_of(*option);
    if (*taken) pattern.value |= bit_of(*option);
  }
  reader.at(holder, {});
  if (!sound) return {};
  return pattern;
}

/// The same, of at least one option.
std::optional<StatePattern> read_some_choices(Reader& reader, const Value& map,
                                              const ConflictSection& conflict) {
  const auto pattern = read_choices(reader, map, conflict);
  if (!pattern || pattern->mask != 0) return pattern;
  reader.error(Code::too_few, map.mark, "at least one option must be named");
  return {};
}

/// Adds what is not there yet.
void add_patterns(Reader& reader, Mark mark, const std::vector<StatePattern>& fresh,
                  ConflictSection& conflict) {
  auto& all = conflict.infeasible;
  for (const StatePattern& pattern : fresh) {
    const bool known = std::any_of(all.begin(), all.end(), [&](const StatePattern& one) {
      return one.mask == pattern.mask && one.value == pattern.value;
    });
    if (!known && all.size() <= kMostPatterns) all.push_back(pattern);
  }
  if (all.size() <= kMostPatterns) return;
  reader.error(Code::too_many, mark,
               "more than " + std::to_string(kMostPatterns) + " patterns of states that cannot be");
}

/// `[delay, accept]`
std::vector<int> read_group(Reader& reader, const Value& list, const ConflictSection& conflict) {
  std::vector<int> group;
  for_each_item(reader, list, [&](const Value& item) {
    const auto id = reader.plain(item);
    const auto option = id ? option_named(reader, *id, item.mark, conflict) : std::nullopt;
    if (!option) return;
    if (std::find(group.begin(), group.end(), *option) != group.end()) {
      return reader.error_within(Code::taken_id, item.mark, '\'' + *id + "' is named twice");
    }
    group.push_back(*option);
  });
  if (list.is_list() && list.items.empty()) {
    reader.error(Code::too_few, list.mark, " must name at least one option");
  }
  return group;
}

/// Where none of a group is taken, and where two are.
std::vector<StatePattern> patterns_of(const std::vector<int>& group, const Counted& rule) {
  std::vector<StatePattern> patterns;
  StatePattern none;
  for (const int option : group) none.mask |= bit_of(option);
  for (std::size_t first = 0; rule.at_most_one && first < group.size(); ++first) {
    for (std::size_t second = 0; second < first; ++second) {
      const std::uint32_t both = bit_of(group[first]) | bit_of(group[second]);
      patterns.push_back({.mask = both, .value = both});
    }
  }
  if (rule.at_least_one && none.mask != 0) patterns.push_back(none);
  return patterns;
}

/// What stands under `if` and `then`.
struct Consequence {
  std::optional<StatePattern> cause{};
  std::optional<StatePattern> effect{};
};

struct Choices {
  const ConflictSection* conflict;

  void read(Reader& reader, const Value& value, std::optional<StatePattern>& member) const {
    member = read_some_choices(reader, value, *conflict);
  }
};

/// One pattern for each option that the cause settles: where it is settled otherwise.
std::vector<StatePattern> patterns_of(const StatePattern& cause, const StatePattern& effect) {
  std::vector<StatePattern> patterns;
  for (int option = 0; option < kMaxConflictOptions; ++option) {
    const std::uint32_t bit = bit_of(option);
    if ((effect.mask & bit) == 0) continue;
    const bool in_cause = (cause.mask & bit) != 0;
    const bool agrees = ((cause.value ^ effect.value) & bit) == 0;
    if (in_cause && agrees) continue;
    // a cause that contradicts its effect cannot be at all: the pattern is the cause
    const std::uint32_t otherwise = in_cause ? 0 : ~effect.value & bit;
    patterns.push_back({.mask = cause.mask | bit, .value = cause.value | otherwise});
  }
  return patterns;
}

}  // namespace

void InfeasibleStates::read(Reader& reader, const Value& value, ConflictSection& conflict) const {
  if (!usable(conflict)) return;
  for_each_item(reader, value, [&](const Value& item) {
    const auto pattern = read_some_choices(reader, item, conflict);
    if (pattern) add_patterns(reader, item.mark, {*pattern}, conflict);
  });
}

void Counted::read(Reader& reader, const Value& value, ConflictSection& conflict) const {
  if (!usable(conflict)) return;
  bool told = false;
  for_each_item(reader, value, [&](const Value& item) {
    if (item.is_scalar()) {
      if (told) return;  // the same holds for the rest
      told = true;
      return reader.error_within(Code::wrong_kind, item.mark, "here lists of options stand",
                                 "write [" + to_string(value) + ']');
    }
    const std::vector<int> group = read_group(reader, item, conflict);
    add_patterns(reader, item.mark, patterns_of(group, *this), conflict);
  });
}

void Implications::read(Reader& reader, const Value& value, ConflictSection& conflict) const {
  if (!usable(conflict)) return;
  for_each_item(reader, value, [&](const Value& item) {
    const Site site{{reader.path(), {}}, item.mark};
    if (!open_record(reader, item, site)) return;
    Consequence rule;
    Fields fields(reader, item, site.spot.holder, site.mark);
    fields.fixed(required("if"), rule.cause, Choices{&conflict});
    fields.fixed(required("then"), rule.effect, Choices{&conflict});
    fields.finish();
    if (!rule.cause || !rule.effect) return;
    reader.at(site.spot.holder, {});
    add_patterns(reader, item.mark, patterns_of(*rule.cause, *rule.effect), conflict);
  });
}

void StatusQuo::read(Reader& reader, const Value& value, ConflictSection& conflict) const {
  if (!conflict.graph && !usable(conflict)) return;
  if (!conflict.graph && value.is_scalar() && !parse_number(value.scalar)) {
    const bool known = index_of(conflict.options, value.scalar) >= 0;
    return reader.error(Code::wrong_kind, value.mark,
                        " must be a map of options or a code, is '" + value.scalar + '\'',
                        known ? "write {" + value.scalar + ": yes}" : "");
  }
  if (conflict.graph || !value.is_map()) {
    conflict.status_quo =
        read_state(reader, value, conflict, places_at_most(reader, conflict)).value_or(0);
    return;
  }
  const auto choices = read_choices(reader, value, conflict);
  if (choices) conflict.status_quo = choices->value;
}

}  // namespace detente::detail
