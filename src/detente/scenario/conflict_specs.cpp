#include "detente/scenario/conflict_specs.hpp"

#include <algorithm>
#include <set>

#include "detente/core/text.hpp"
#include "detente/scenario/describe.hpp"
#include "detente/scenario/ids.hpp"
#include "detente/scenario/items.hpp"

namespace detente::detail {
namespace {

constexpr auto kOptionsPath = "conflict.options";

/// Adds one option; its id must be new to the whole section.
ConflictOption* add_option(Reader& reader, const Entry& named, int owner,
                           ConflictSection& conflict) {
  check_id(reader, named.key, named.quoted, named.mark);
  const int taken = index_of(conflict.options, named.key);
  if (taken >= 0) {
    const auto& actors = reader.scenario().actors;
    const int other = conflict.options[static_cast<std::size_t>(taken)].owner;
    const bool known = other >= 0 && other != owner;
    reader.error_within(
        Code::taken_id, named.mark,
        known ? "option '" + named.key + "' belongs to " + actors[other].id + " already"
              : "option '" + named.key + "' is there already",
        known ? "an option has one owner" : "");
    return nullptr;
  }
  ConflictOption option;
  option.id = named.key;
  option.owner = owner;
  conflict.options.push_back(std::move(option));
  return &conflict.options.back();
}

/// `[sign, escalate]`
void read_short_options(Reader& reader, const Value& list, int owner, ConflictSection& conflict) {
  for_each_item(reader, list, [&](const Value& item) {
    if (item.is_list() || item.is_map() || item.scalar.empty()) {
      return reader.error_within(Code::wrong_kind, item.mark,
                                 std::string("an option must be an id, is ") + kind_name(item));
    }
    add_option(reader, {item.scalar, item.mark, item.quoted, {}}, owner, conflict);
  });
}

/// `{offer: {title: …, takes: …}, sanction: {}}`
void read_long_options(Reader& reader, const Value& map, int owner, ConflictSection& conflict) {
  const std::string holder = reader.path();
  for (const Entry& entry : map.entries) {
    if (entry.key.starts_with("x-")) continue;
    reader.at(holder, {});
    ConflictOption* const option = add_option(reader, entry, owner, conflict);
    if (option == nullptr) continue;
    read_record(reader, entry.value, {{holder, entry.key}, entry.mark}, *option);
  }
}

/// The options of one owner.
void read_options(Reader& reader, const Entry& entry, ConflictSection& conflict) {
  const auto& actors = reader.scenario().actors;
  const int owner = index_of(actors, entry.key);
  if (owner < 0) {
    reader.at(kOptionsPath, {});
    reader.unknown_id(entry.mark, "actor", entry.key, Reader::ids_of(actors));
  }
  reader.at(kOptionsPath, entry.key);
  const Value& value = entry.value;
  if (value.is_list()) {
    read_short_options(reader, value, owner, conflict);
  } else if (value.is_map()) {
    read_long_options(reader, value, owner, conflict);
  } else {
    return reader.error(Code::wrong_kind, value.mark,
                        std::string(" must be a list or a map of options, is ") + kind_name(value));
  }
  if (value.items.empty() && value.entries.empty()) {
    reader.error(Code::too_few, value.mark, " must have at least one option");
  }
}

/// The ids of the states of a graph.
void read_state_ids(Reader& reader, const Value& list, std::vector<std::string>& ids) {
  if (!reader.expect_list(list)) return;
  if (!reader.expect_at_most(list.items.size(), kMaxGraphStates, list.mark)) return;
  std::set<std::string> taken;
  for_each_item(reader, list, [&](const Value& item) {
    const auto id = reader.plain(item);
    ids.push_back(id.value_or(std::string{}));
    if (!id) return;
    const std::string own = std::to_string(ids.size());
    if (!taken.insert(*id).second) {
      reader.error_within(Code::taken_id, item.mark, "state '" + *id + "' is there already");
    } else if (parse_number(*id) && *id != own) {
      reader.error_within(Code::bad_id, item.mark,
                          "the number " + *id + " cannot name state " + own,
                          "states are numbered from 1");
    } else if (id->empty()) {
      reader.error_within(Code::bad_id, item.mark, "a state must have a name");
    }
  });
  if (list.items.empty()) reader.error(Code::too_few, list.mark, " must be at least one");
}

using Arc = std::pair<int, int>;

std::optional<Arc> read_arc(Reader& reader, const Value& item, const ConflictSection& conflict) {
  if (!item.is_list() || item.items.size() != 2) {
    reader.error_within(Code::wrong_kind, item.mark, "a move must be two states, [FROM, TO]");
    return {};
  }
  const auto from = read_state(reader, item.items.front(), conflict, places_of(conflict));
  const auto to = read_state(reader, item.items.back(), conflict, places_of(conflict));
  if (!from || !to) return {};
  if (*from == *to) {
    reader.error_within(Code::conflicting_keys, item.mark,
                        "a move leads from " + show_state(conflict, *from) + " to itself");
    return {};
  }
  return Arc{static_cast<int>(*from), static_cast<int>(*to)};
}

void read_arcs(Reader& reader, const Value& list, int actor, ConflictSection& conflict) {
  std::set<Arc> taken;
  for_each_item(reader, list, [&](const Value& item) {
    const auto arc = read_arc(reader, item, conflict);
    if (!arc) return;
    if (!taken.insert(*arc).second) {
      return reader.error_within(Code::taken_id, item.mark, "this move is there already");
    }
    if (actor >= 0) conflict.graph->moves[static_cast<std::size_t>(actor)].push_back(*arc);
  });
}

/// `{row: [[1, 2]], column: [[1, 3]]}`: who stands here takes part, even without a move.
void read_moves(Reader& reader, const Value& map, ConflictSection& conflict) {
  if (!reader.expect_map(map)) return;
  const auto& actors = reader.scenario().actors;
  const std::string holder = reader.path();
  conflict.graph->moves.resize(actors.size());
  for (const Entry& entry : map.entries) {
    if (entry.key.starts_with("x-")) continue;
    reader.at(holder, {});
    const int actor = index_of(actors, entry.key);
    if (actor < 0) reader.unknown_id(entry.mark, "actor", entry.key, Reader::ids_of(actors));
    if (actor >= 0) conflict.movers.push_back(actor);
    reader.at(holder, entry.key);
    read_arcs(reader, entry.value, actor, conflict);
  }
  std::sort(conflict.movers.begin(), conflict.movers.end());
  reader.at(holder, {});
  if (map.entries.empty()) reader.error(Code::too_few, map.mark, "somebody must have a move");
}

/// The two parts of a graph, for Fields.
struct StateIds {
  void read(Reader& reader, const Value& value, ConflictSection& conflict) const {
    read_state_ids(reader, value, conflict.graph->ids);
  }
};
struct Moves {
  void read(Reader& reader, const Value& value, ConflictSection& conflict) const {
    read_moves(reader, value, conflict);
  }
};

}  // namespace

void ConflictForm::read(Reader& reader, const Value& value,
                        std::optional<ConflictSection>& member) const {
  const Scenario& scenario = reader.scenario();
  // who negotiates without actors has been told so
  if (scenario.actors.empty() && scenario.issues.empty()) {
    reader.error(Code::missing_section, value.mark, "missing section 'actors', who takes part");
  }
  member.emplace();
  read_record(reader, value, {{reader.holder(), reader.name()}, value.mark}, *member);
}

void ConflictOptions::read(Reader& reader, const Value& value, ConflictSection& conflict) const {
  if (!reader.expect_map(value)) return;
  for (const Entry& entry : value.entries) {
    if (!entry.key.starts_with("x-")) read_options(reader, entry, conflict);
  }
  reader.at("conflict", "options");
  if (value.entries.empty()) reader.error(Code::too_few, value.mark, " must be at least one");
  if (conflict.options.size() > kMaxConflictOptions) {
    reader.error(Code::too_many, value.mark,
                 " must not be more than " + std::to_string(kMaxConflictOptions) + ", are " +
                     std::to_string(conflict.options.size()));
  }
}

void Takes::read(Reader& reader, const Value& value, ConflictOption& option) const {
  const auto word = reader.plain(value);
  if (!word) return;
  const std::size_t dot = word->find('.');
  if (dot == std::string::npos) {
    return reader.error(Code::wrong_kind, value.mark, " must be ISSUE.OPTION, is '" + *word + '\'');
  }
  const auto& issues = reader.scenario().issues;
  const int issue = index_of(issues, word->substr(0, dot));
  if (issue < 0) {
    return reader.unknown_id(value.mark, "issue", word->substr(0, dot), Reader::ids_of(issues));
  }
  const Issue& about = issues[static_cast<std::size_t>(issue)];
  option.takes_issue = issue;
  option.takes_option = find_option(about, word->substr(dot + 1));
  if (option.takes_option >= 0) return;
  if (about.range && about.options.size() > 1) {
    return reader.error_within(
        Code::unknown_id, value.mark, "unknown option '" + word->substr(dot + 1) + '\'',
        "its points are " + about.options[0].id + ", " + about.options[1].id + ", …");
  }
  reader.unknown_id(value.mark, "option", word->substr(dot + 1), Reader::ids_of(about.options));
}

void GraphForm::read(Reader& reader, const Value& value, ConflictSection& conflict) const {
  const Site site{{reader.holder(), reader.name()}, value.mark};
  if (!open_record(reader, value, site)) return;
  conflict.graph.emplace();
  Fields fields(reader, value, site.spot.path(), site.mark);
  fields.fixed(required("states"), conflict, StateIds{});
  fields.fixed(required("moves"), conflict, Moves{});
  fields.finish();
  conflict.graph->moves.resize(reader.scenario().actors.size());
}

void Irreversible::read(Reader& reader, const Value& value, ConflictSection& conflict) const {
  static constexpr std::pair<const char*, Reversal> kWords[] = {{"to_yes", Reversal::to_yes},
                                                                {"to_no", Reversal::to_no}};
  if (conflict.graph || !reader.expect_map(value)) return;
  const std::string holder = reader.path();
  for (const Entry& entry : value.entries) {
    if (entry.key.starts_with("x-")) continue;
    const int option = index_of(conflict.options, entry.key);
    reader.at(holder, option < 0 ? std::string{} : entry.key);
    if (option < 0) {
      reader.unknown_id(entry.mark, "option", entry.key, Reader::ids_of(conflict.options));
    } else {
      OneOf<Reversal>{"way", kWords}.read(
          reader, entry.value, conflict.options[static_cast<std::size_t>(option)].reversal);
    }
  }
}

std::size_t places_of(const ConflictSection& conflict) {
  if (conflict.graph) return conflict.graph->ids.size();
  return std::size_t{1} << std::min<std::size_t>(conflict.options.size(), kMaxConflictOptions);
}

std::string show_state(const ConflictSection& conflict, std::uint32_t place) {
  if (!conflict.graph) {
    std::string vector;
    for (std::size_t option = 0; option < conflict.options.size(); ++option) {
      vector += (place >> option & 1U) != 0 ? 'Y' : 'N';
    }
    return std::to_string(place) + " (" + vector + ')';
  }
  const std::string number = std::to_string(place + 1);
  const std::string& id = conflict.graph->ids[place];
  return id == number ? number : number + " (" + id + ')';
}

std::optional<std::uint32_t> read_state(Reader& reader, const Value& value,
                                        const ConflictSection& conflict, std::size_t places) {
  const int most = static_cast<int>(places);
  if (!conflict.graph) {
    const auto code = reader.whole(value, 0, most - 1);
    return code ? std::optional(static_cast<std::uint32_t>(*code)) : std::nullopt;
  }
  const bool is_word = value.is_scalar() && !value.scalar.empty() && !parse_number(value.scalar);
  if (!is_word) {
    const auto number = reader.whole(value, 1, std::max(1, most));
    return number ? std::optional(static_cast<std::uint32_t>(*number - 1)) : std::nullopt;
  }
  const auto& ids = conflict.graph->ids;
  const auto word = reader.plain(value);
  if (!word) return {};
  const auto found = std::find(ids.begin(), ids.end(), *word);
  if (found != ids.end()) return static_cast<std::uint32_t>(found - ids.begin());
  reader.unknown(Code::unknown_id, value.mark, "state", *word, ids);
  return {};
}

std::size_t places_at_most(const Reader& reader, const ConflictSection& conflict) {
  const bool sound = !conflict.options.empty() && reader.faults().sound("conflict.options");
  return conflict.graph || sound ? places_of(conflict) : std::size_t{1} << kMaxConflictOptions;
}

bool states_known(const Reader& reader, const ConflictSection& conflict) {
  if (!conflict.graph && conflict.options.empty()) return false;
  for (const char* key : {"options", "graph.states", "infeasible", "exactly_one", "at_least_one",
                          "at_most_one", "implies"}) {
    if (!reader.faults().sound(std::string("conflict.") + key)) return false;
  }
  return true;
}

}  // namespace detente::detail
