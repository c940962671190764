#include <algorithm>
#include <bit>
#include <unordered_set>

#include "detente/core/text.hpp"
#include "detente/scenario/conflict_specs.hpp"
#include "detente/scenario/describe.hpp"
#include "detente/scenario/feasible.hpp"
#include "detente/scenario/ids.hpp"
#include "detente/scenario/items.hpp"
#include "detente/scenario/scalar_place.hpp"
#include "detente/scenario/statement.hpp"

// What each actor thinks of the states of a conflict.
namespace detente::detail {
namespace {

constexpr std::size_t kMostNamed = 5;  // states that a message lists

/// The states that are to be ranked, by place.
struct States {
  std::vector<std::uint64_t> bits{};
  std::size_t count = 0;

  bool contain(std::uint32_t place) const {
    return place / 64 < bits.size() && (bits[place / 64] >> (place % 64) & 1U) != 0;
  }
};

States states_of(const ConflictSection& conflict) {
  States states;
  if (!conflict.graph) {
    states.bits = feasible_codes(conflict);
    for (const std::uint64_t word : states.bits) {
      states.count += static_cast<std::size_t>(std::popcount(word));
    }
    return states;
  }
  states.count = conflict.graph->ids.size();
  states.bits.resize(states.count / 64 + 1);
  for (std::size_t place = 0; place < states.count; ++place) {
    states.bits[place / 64] |= std::uint64_t{1} << (place % 64);
  }
  return states;
}

/// Reads one ranking.
class RankingReader {
 public:
  /// @param states  null where they are not known: then none can be missing or too many.
  /// @param places  of which there can be states.
  RankingReader(Reader& reader, const ConflictSection& conflict, const States* states,
                std::size_t places)
      : reader_(reader), conflict_(conflict), states_(states), places_(places) {}

  void read(const Value& list, ConflictPreference& preference) {
    preference.ranking.clear();
    for_each_item(reader_, list, [&](const Value& item) { read_group(item, preference); });
    if (list.is_list() && sound_ && states_ != nullptr) report_missing(list.mark);
  }

 private:
  void read_group(const Value& item, ConflictPreference& preference) {
    std::vector<std::uint32_t> group;
    if (!item.is_list()) {
      read_one(item, group);
    } else if (item.items.empty()) {
      fail(Code::too_few, item.mark, "a tie must name at least one state");
    }
    for (const Value& one : item.items) read_one(one, group);
    if (!group.empty()) preference.ranking.push_back(std::move(group));
  }

  void read_one(const Value& item, std::vector<std::uint32_t>& group) {
    const auto place = read_state(reader_, item, conflict_, places_);
    if (!place) {
      sound_ = false;
    } else if (states_ != nullptr && !states_->contain(*place)) {
      fail(Code::unknown_id, item.mark,
           "state " + show_state(conflict_, *place) + " is infeasible, so it has no rank");
    } else if (!named_.insert(*place).second) {
      fail(Code::taken_id, item.mark, "state " + name_of(*place) + " is ranked twice");
    } else {
      // graph form: numbers from 1
      group.push_back(conflict_.graph ? *place + 1 : *place);
    }
  }

  std::string name_of(std::uint32_t place) const {
    // which options it holds is not sure where some could not be read
    return states_ == nullptr ? std::to_string(place) : show_state(conflict_, place);
  }

  void fail(Code code, Mark mark, std::string message) {
    reader_.error_within(code, mark, std::move(message));
    sound_ = false;
  }

  void report_missing(Mark mark) {
    const std::size_t missing = states_->count - named_.size();
    if (missing == 0) return;
    std::size_t listed = 0;
    std::string names;
    for (std::uint32_t place = 0; listed < std::min(missing, kMostNamed); ++place) {
      if (!states_->contain(place) || named_.contains(place)) continue;
      if (listed++ > 0) names += ", ";
      names += show_state(conflict_, place);
    }
    if (missing > kMostNamed) names += ", …";
    reader_.error(Code::missing_key, mark,
                  " lacks " + std::to_string(missing) + (conflict_.graph ? "" : " feasible") +
                      (missing == 1 ? " state: " : " states: ") + names);
  }

  Reader& reader_;
  const ConflictSection& conflict_;
  const States* states_;
  std::size_t places_;
  std::unordered_set<std::uint32_t> named_{};
  bool sound_ = true;
};

/// The place of a byte of the text that `value` holds.
Mark place_in(const Reader& reader, const Value& value, std::size_t byte) {
  const Places* places = reader.places();
  // to look for it takes time, too
  if (places == nullptr || !reader.faults().wants_hints()) return value.mark;
  return place_in_scalar(places->text, value, byte);
}

void read_statement(Reader& reader, const Value& item, const std::vector<std::string>& options,
                    ConflictPreference& preference) {
  const auto text = reader.plain(item);
  if (!text) return;
  Statement statement{.text = *text};
  const auto fault = parse_statement(*text, options, statement.condition);
  if (!fault) {
    preference.statements.push_back(std::move(statement));
    return;
  }
  const bool unknown = !fault->unknown.empty();
  // options that could not be read are missing here only because of that
  if (unknown && is_echo(reader.scenario(), "option", fault->unknown, options)) return;
  reader.error_within(fault->code, place_in(reader, item, fault->place), fault->message,
                      unknown ? suggest(reader.faults(), fault->unknown, options) : fault->hint);
}

/// One actor's preference.
struct PreferenceKeys {
  const ConflictSection* conflict;
  const States* states;  ///< Null where they are not known.
  std::size_t places;    ///< Of which there can be states.
  int actor;
  ConflictPreference* preference;
};

void bar_in_graph_form(Reader& reader, const Value& value) {
  reader.error(Code::conflicting_keys, value.mark, " cannot be given in graph form",
               "rank the states by their numbers");
}

struct Ranking {
  void read(Reader& reader, const Value& value, PreferenceKeys& keys) const {
    keys.preference->kind = ConflictPreference::Kind::ranking;
    if (keys.states == nullptr && keys.conflict->graph) return;
    RankingReader(reader, *keys.conflict, keys.states, keys.places).read(value, *keys.preference);
  }
};

struct Statements {
  void read(Reader& reader, const Value& value, PreferenceKeys& keys) const {
    keys.preference->kind = ConflictPreference::Kind::statements;
    if (keys.conflict->graph) return bar_in_graph_form(reader, value);
    if (!reader.expect_list(value)) return;
    if (!reader.expect_at_most(value.items.size(), kMaxRecords, value.mark)) return;
    if (value.items.empty()) reader.error(Code::too_few, value.mark, " must be at least one");
    const auto options = Reader::ids_of(keys.conflict->options);
    for_each_item(reader, value, [&](const Value& item) {
      read_statement(reader, item, options, *keys.preference);
    });
  }
};

struct FromPositions {
  void read(Reader& reader, const Value& value, PreferenceKeys& keys) const {
    static constexpr std::pair<const char*, ConflictPreference::Kind> kWords[] = {
        {"positions", ConflictPreference::Kind::positions}};
    OneOf<ConflictPreference::Kind>{"origin", kWords}.read(reader, value, keys.preference->kind);
    if (value.scalar != "positions") return;
    if (keys.conflict->graph) return bar_in_graph_form(reader, value);
    const Scenario& scenario = reader.scenario();
    if (scenario.issues.empty()) {
      return reader.error(Code::missing_section, value.mark,
                          "missing section 'issues', on which somebody has positions");
    }
    if (keys.actor < 0) return;
    const Actor& actor = scenario.actors[static_cast<std::size_t>(keys.actor)];
    const auto& positions = actor.positions;
    const bool cares = std::any_of(positions.begin(), positions.end(),
                                   [](const Position& one) { return one.salience > 0.0; });
    const std::string path = "actors." + actor.id + ".positions";
    if (!cares && reader.faults().sound(path)) {
      reader.error(Code::no_interest, value.mark, "no issue matters to '" + actor.id + '\'',
                   "give it positions, a ranking or statements");
    }
  }
};

void check_one_way(Fields& fields) {
  if (fields.at_most_one({"ranking", "statements", "from"}).empty())
    fields.missing("ranking", "or give 'statements' or 'from: positions'");
}

/// What the options do not reach cannot tell states apart.
void note_idle_positions(Reader& reader, Mark mark, const PreferenceKeys& keys) {
  const auto& options = keys.conflict->options;
  const bool mapped = std::any_of(options.begin(), options.end(),
                                  [](const ConflictOption& one) { return one.takes_issue >= 0; });
  const bool idle = keys.preference->kind == ConflictPreference::Kind::positions && !mapped;
  if (!idle || reader.scenario().issues.empty()) return;
  reader.remark(Severity::warning, Code::no_effect, mark,
                "no option 'takes' an option of an issue, so all states are worth the same");
}

void read_preference(Reader& reader, const Entry& entry, PreferenceKeys& keys) {
  const Site site{{reader.holder(), reader.name()}, entry.mark};
  if (entry.value.is_list()) {
    return reader.error(Code::wrong_kind, entry.value.mark, " must be a map of keys, is a list",
                        "write {ranking: […]} or {statements: […]}");
  }
  if (!open_record(reader, entry.value, site)) return;
  Fields fields(reader, entry.value, site.spot.path(), site.mark);
  fields.fixed("ranking", keys, Ranking{});
  fields.fixed("statements", keys, Statements{});
  fields.fixed("from", keys, FromPositions{});
  check_one_way(fields);
  fields.finish();
  if (entry.value.find("from") == nullptr || keys.conflict->graph) return;
  reader.at(site.spot.path(), "from");
  note_idle_positions(reader, entry.value.find("from")->mark, keys);
}

bool takes_part(const ConflictSection& conflict, int actor) {
  if (conflict.graph) {
    return std::find(conflict.movers.begin(), conflict.movers.end(), actor) !=
           conflict.movers.end();
  }
  return std::any_of(conflict.options.begin(), conflict.options.end(),
                     [&](const ConflictOption& option) { return option.owner == actor; });
}

}  // namespace

void Preferences::read(Reader& reader, const Value& value, ConflictSection& conflict) const {
  const auto& actors = reader.scenario().actors;
  conflict.preferences.resize(actors.size());
  if (!reader.expect_map(value)) return;
  const std::string holder = reader.path();
  const bool known = states_known(reader, conflict);
  const std::size_t places = places_at_most(reader, conflict);
  const States states = known ? states_of(conflict) : States{};
  for (const Entry& entry : value.entries) {
    if (entry.key.starts_with("x-")) continue;
    reader.at(holder, {});
    const int actor = index_of(actors, entry.key);
    if (actor < 0) reader.unknown_id(entry.mark, "actor", entry.key, Reader::ids_of(actors));
    ConflictPreference scratch;
    PreferenceKeys keys{.conflict = &conflict,
                        .states = known ? &states : nullptr,
                        .places = places,
                        .actor = actor,
                        .preference = actor < 0 ? &scratch : &conflict.preferences[actor]};
    reader.at(holder, entry.key);
    read_preference(reader, entry, keys);
    reader.at(holder, {});
    if (actor < 0 || !known || takes_part(conflict, actor)) continue;
    reader.remark(Severity::note, Code::no_effect, entry.mark,
                  '\'' + entry.key + "' can do nothing, so what it prefers has no effect");
  }
}

}  // namespace detente::detail
