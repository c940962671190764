#include "detente/scenario/outline.hpp"

#include <numeric>
#include <set>

#include "detente/scenario/ids.hpp"
#include "detente/scenario/range_specs.hpp"

namespace detente::detail {
namespace {

constexpr std::size_t kMaxActors = 500;
constexpr std::size_t kMaxIssues = 200;
constexpr std::size_t kMaxOptions = 1000;
constexpr std::size_t kMaxStages = 200;
constexpr std::size_t kMaxSources = 1000;
constexpr std::size_t kMaxPositions = 20'000;

/// One item for each key of a map, named by it.
template <typename Item>
void read_ids(Reader& reader, const Value& map, std::size_t most, std::vector<Item>& items) {
  if (!reader.expect_map(map)) return;
  if (!reader.expect_at_most(map.entries.size(), most, map.mark)) return;
  for (const Entry& entry : map.entries) {
    if (entry.key.starts_with("x-")) continue;
    check_id(reader, entry.key, entry.quoted, entry.mark);
    Item item;
    item.id = entry.key;
    items.push_back(std::move(item));
  }
}

/// Reports what is no id, or not a new one.
void check_listed_id(Reader& reader, const Value& item, std::set<std::string>& taken) {
  if (item.is_list() || item.is_map() || item.scalar.empty()) {
    reader.error_within(Code::wrong_kind, item.mark,
                        std::string("an option must be an id, is ") + kind_name(item));
    return;
  }
  check_id(reader, item.scalar, item.quoted, item.mark);
  if (taken.insert(item.scalar).second) return;
  reader.error_within(Code::taken_id, item.mark, "id '" + item.scalar + "' is taken");
}

/// `[none, political, binding]`
void read_option_list(Reader& reader, const Value& list, std::vector<Option>& options) {
  if (!reader.expect_at_most(list.items.size(), kMaxOptions, list.mark)) return;
  std::set<std::string> taken;
  for (const Value& item : list.items) {
    check_listed_id(reader, item, taken);
    options.push_back({.id = item.scalar});
  }
}

/// `{count: 101, prefix: v}`
void read_counted_options(Reader& reader, const Value& form, std::vector<Option>& options) {
  const std::string holder = reader.path();
  std::string prefix;
  int count = 0;
  for (const Entry& entry : form.entries) {
    reader.at(holder, entry.key);
    if (entry.key == "count") {
      count = reader.whole(entry.value, 1, static_cast<int>(kMaxOptions)).value_or(0);
    } else if (entry.key == "prefix") {
      prefix = reader.plain(entry.value).value_or("v");
      check_id(reader, prefix, true, entry.value.mark);
    } else if (!entry.key.starts_with("x-")) {
      reader.at(holder, {});
      reader.unknown(Code::unknown_key, entry.mark, "key", entry.key, {"count", "prefix"});
    }
  }
  reader.at(holder, "prefix");
  if (form.find("prefix") == nullptr) {
    reader.error(Code::missing_key, form.mark, "missing key 'prefix'");
  }
  for (int place = 0; place < count; ++place) {
    options.push_back({.id = prefix + std::to_string(place)});
  }
}

void space_evenly(std::vector<Option>& options) {
  const auto last = static_cast<double>(options.size()) - 1.0;
  for (std::size_t place = 0; place < options.size(); ++place) {
    options[place].at = place == 0 ? 0.0 : kAxis * static_cast<double>(place) / last;
  }
}

void read_options(Reader& reader, const Value& value, std::vector<Option>& options) {
  const Value* count = value.find("count");
  if (value.is_list()) {
    read_option_list(reader, value, options);
  } else if (count != nullptr && count->is_scalar()) {
    read_counted_options(reader, value, options);
    return space_evenly(options);
  } else {
    read_ids(reader, value, kMaxOptions, options);
  }
  if ((value.is_list() && value.items.empty()) || (value.is_map() && value.entries.empty())) {
    reader.error(Code::too_few, value.mark, " must be at least one");
  }
  space_evenly(options);
}

/// The options of a continuous issue. Its fields are read once more by their description, which
/// reports what is wrong with them.
void make_grid(const Reader& reader, const Value& entry, Issue& issue) {
  Faults scratch;
  Reader quiet(reader.scenario(), scratch);
  Range& range = issue.range.emplace();
  const Value* unit = entry.find("unit");
  const Value* steps = entry.find("steps");
  if (unit != nullptr) Plain{}.read(quiet, *unit, range.unit);
  if (steps != nullptr) kGridSteps.read(quiet, *steps, range.steps);
  RangeEnds{}.read(quiet, *entry.find("range"), range);
  if (scratch.any_errors()) {
    // what refers to such a range is not judged
    range.low = kAxisEnd.low;
    range.high = kAxisEnd.high;
    return;
  }
  issue.options = grid_of(range);
}

void read_issues(Reader& reader, const Value& value, Scenario& scenario) {
  read_ids(reader, value, kMaxIssues, scenario.issues);
  for (Issue& issue : scenario.issues) {
    const Value* entry = value.find(issue.id);
    const Value* range = entry == nullptr ? nullptr : entry->find("range");
    if (range != nullptr) make_grid(reader, *entry, issue);
    if (range != nullptr) continue;
    const Value* options = entry == nullptr ? nullptr : entry->find("options");
    if (options == nullptr) continue;
    reader.at("issues." + issue.id, "options");
    read_options(reader, *options, issue.options);
  }
}

/// Where a file says nothing about stages: one, with everybody and everything.
Stage whole_talks(const Scenario& scenario) {
  Stage stage;
  stage.id = "talks";
  stage.parties.resize(scenario.actors.size());
  stage.issues.resize(scenario.issues.size());
  std::iota(stage.parties.begin(), stage.parties.end(), 0);
  std::iota(stage.issues.begin(), stage.issues.end(), 0);
  return stage;
}

/// Gives every actor its positions.
void make_room(Reader& reader, Mark mark, Scenario& scenario) {
  const std::size_t positions = scenario.actors.size() * scenario.issues.size();
  reader.at({}, "actors");
  if (positions > kMaxPositions) {
    reader.error(Code::too_many, mark,
                 " times issues must not be more than " + std::to_string(kMaxPositions) + ", are " +
                     std::to_string(positions));
    scenario.actors.clear();
  }
  for (Actor& actor : scenario.actors) actor.positions.resize(scenario.issues.size());
}

/// Reports a stage's id that is bad or taken.
void check_stage_id(Reader& reader, const Value& id, std::set<std::string>& taken) {
  const std::string stage = reader.path();
  reader.at(stage, "id");
  const auto word = reader.plain(id);
  if (!word) return;
  reader.at(stage, {});
  check_id(reader, *word, true, id.mark);
  if (taken.insert(*word).second) return;
  reader.error(Code::taken_id, id.mark, "id '" + *word + "' is taken");
}

void read_stages(Reader& reader, const Value& value, Scenario& scenario) {
  if (!reader.expect_list(value)) return;
  if (!reader.expect_at_most(value.items.size(), kMaxStages, value.mark)) return;
  std::set<std::string> taken;
  for (std::size_t place = 0; place < value.items.size(); ++place) {
    const Value* id = value.items[place].find("id");
    Stage stage;
    if (id != nullptr && id->is_scalar()) stage.id = id->scalar;
    reader.at("stages", stage.id.empty() ? '[' + std::to_string(place) + ']' : stage.id);
    if (id != nullptr) check_stage_id(reader, *id, taken);
    scenario.stages.push_back(std::move(stage));
  }
}

}  // namespace

void read_outline(Reader& reader, const Value& root, Scenario& scenario) {
  const auto section = [&](const char* key, const auto& read) {
    const Value* value = root.find(key);
    reader.at({}, key);
    if (value != nullptr) read(*value);
  };
  section("sources",
          [&](const Value& value) { read_ids(reader, value, kMaxSources, scenario.sources); });
  section("issues", [&](const Value& value) { read_issues(reader, value, scenario); });
  section("actors", [&](const Value& value) {
    read_ids(reader, value, kMaxActors, scenario.actors);
    make_room(reader, value.mark, scenario);
  });
  section("stages", [&](const Value& value) { read_stages(reader, value, scenario); });
  const Value* stages = root.find("stages");
  const bool is_empty = stages == nullptr || (stages->is_list() && stages->items.empty());
  if (is_empty && !scenario.issues.empty()) scenario.stages = {whole_talks(scenario)};
}

}  // namespace detente::detail
