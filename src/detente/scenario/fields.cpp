#include "detente/scenario/fields.hpp"

#include <algorithm>

#include "detente/scenario/ids.hpp"
#include "detente/scenario/records.hpp"
#include "detente/scenario/section_specs.hpp"
#include "detente/scenario/tactic_specs.hpp"

namespace detente::detail {
namespace {

/// The word that a suggestion puts in quotes: 'title' of "did you mean 'title'?".
std::string quoted_in(const std::string& hint) {
  const std::size_t first = hint.find('\'');
  if (first == std::string::npos) return {};
  return hint.substr(first + 1, hint.rfind('\'') - first - 1);
}

/// Whether a missing key only seems so: some wrong one means it, or what may stand in its place.
bool is_meant(const std::vector<std::string>& meant, const std::string& key,
              const std::string& hint) {
  return std::any_of(meant.begin(), meant.end(), [&](const std::string& one) {
    return one == key || (!one.empty() && hint.find('\'' + one + '\'') != std::string::npos);
  });
}

}  // namespace

Fields::Fields(Reader& reader, const Value& map, std::string path, Mark place)
    : reader_(&reader), map_(&map), path_(std::move(path)), place_(place) {
}

void Fields::names(Code unknown, const char* kind) {
  unknown_ = unknown;
  kind_ = kind;
}

const Value* Fields::take(Key key) {
  known_.emplace_back(key.name);
  const Value* value = map_->find(key.name);
  if (value != nullptr) {
    const Spot spot{path_, std::string(key.name)};
    note(spot.path(), value->mark);
  } else if (key.required) {
    missing(key.name);
  }
  return value;
}

Mark Fields::key_mark(std::string_view key) const {
  const auto found = std::find_if(map_->entries.begin(), map_->entries.end(),
                                  [&](const Entry& entry) { return entry.key == key; });
  return found == map_->entries.end() ? place_ : found->mark;
}

void Fields::note(const std::string& path, Mark mark) {
  if (Places* places = reader_->places()) places->marks[path] = mark;
}

void Fields::note_leaf(std::string_view key, const Value& value, bool each_entry) {
  Places* places = reader_->places();
  // what stands inside a list has no edit path of its own
  if (places == nullptr || path_.find('[') != std::string::npos) return;
  const std::string path = Spot{path_, std::string(key)}.path();
  const auto give = [&](const std::string& leaf, Mark mark) {
    places->given.push_back({leaf, {.line = mark.line, .column = mark.column}});
  };
  if (!each_entry || !value.is_map()) return give(path, value.mark);
  for (const Entry& entry : value.entries) {
    const std::string below = path + '.' + entry.key;
    note(below, entry.value.mark);
    give(below, entry.value.mark);
  }
}

bool Fields::is_short_form(const Value& options) {
  const Value* count = options.find("count");
  return count != nullptr && count->is_scalar();
}

void Fields::ties(Key key, std::vector<Tie>& ties) {
  fixed(key, ties, Ties{});  // each tie notes its own place
}

void Fields::schema(const char* name) {
  bool matches = true;
  fixed("schema", matches, Schema{name});
  if (find("schema") == nullptr) missing("schema", std::string("write 'schema: ") + name + '\'');
}

void Fields::barred(Key key, const std::string& why) {
  known_.emplace_back(key.name);
  if (map_->find(key.name) == nullptr) return;
  reader_->at(path_, key.name);
  reader_->error(Code::conflicting_keys, key_mark(key.name),
                 '\'' + std::string(key.name) + "' cannot be given " + why);
}

void Fields::unused(Key key) {
  known_.emplace_back(key.name);
  if (map_->find(key.name) == nullptr) return;
  reader_->at(path_, key.name);
  reader_->remark(Severity::note, Code::not_used, key_mark(key.name),
                  '\'' + std::string(key.name) + "' is not used yet");
}

void Fields::without_effect(Key key, const std::string& why) {
  known_.emplace_back(key.name);
  if (map_->find(key.name) == nullptr) return;
  reader_->at(path_, key.name);
  reader_->remark(Severity::warning, Code::no_effect, key_mark(key.name),
                  '\'' + std::string(key.name) + "' has no effect " + why);
}

std::string_view Fields::at_most_one(std::initializer_list<std::string_view> keys) {
  std::string_view given;
  for (const std::string_view key : keys) {
    const Value* value = find(key);
    if (value == nullptr) continue;
    if (!given.empty()) {
      reader_->at(path_, key);
      reader_->error(
          Code::conflicting_keys, value->mark,
          "either '" + std::string(given) + "' or '" + std::string(key) + "' must be given");
    }
    given = key;
  }
  return given;
}

void Fields::missing(std::string_view key, std::string hint) {
  missing_.emplace_back(key, std::move(hint));
}

void Fields::finish() {
  std::vector<std::string> meant;
  for (const Entry& entry : map_->entries) {
    if (entry.key.starts_with("x-")) continue;
    if (std::find(known_.begin(), known_.end(), entry.key) != known_.end()) continue;
    if (unknown_ == Code::unknown_id && is_echo(scenario(), kind_, entry.key, known_)) continue;
    std::string hint = suggest(reader_->faults(), entry.key, known_);
    if (hint.empty() && is_rest_of_number(entry)) hint = "a decimal sign is a point: 0.5";
    meant.push_back(quoted_in(hint));
    // what lacks the key that was meant only follows
    reader_->at(path_, meant.back().empty() ? entry.key : meant.back());
    reader_->error(unknown_, entry.mark, std::string("unknown ") + kind_ + " '" + entry.key + '\'',
                   hint);
  }
  for (auto& [key, hint] : missing_) {
    if (is_meant(meant, key, hint)) continue;
    reader_->at(path_, key);
    reader_->error(Code::missing_key, place_, "missing key '" + key + '\'', std::move(hint));
  }
}

bool read_short(Reader& reader, const Value& value, Tactic& tactic) {
  TacticKind{}.read(reader, value, tactic);
  return true;
}

bool read_short(Reader& reader, const Value& value, AcceptRule& rule) {
  kAcceptRule.read(reader, value, rule.kind);
  return true;
}

bool open_record(Reader& reader, const Value& value, const Site& site) {
  if (Places* places = reader.places()) places->marks[site.spot.path()] = site.mark;
  if (value.is_map() || (value.kind == Value::Kind::null && value.scalar.empty())) return true;
  return reader.expect_map(value);
}

}  // namespace detente::detail
