#include <algorithm>
#include <bit>

#include "detente/scenario/conflict_specs.hpp"
#include "detente/scenario/feasible.hpp"
#include "detente/scenario/records.hpp"

// What holds between the parts of the section `conflict`.
namespace detente::detail {
namespace {

constexpr const char* kPatternKeys[] = {"infeasible", "exactly_one", "at_least_one", "at_most_one",
                                        "implies"};

void fail_at(Fields& fields, const char* key, Code code, std::string message,
             std::string hint = {}) {
  const Value* value = fields.find(key);
  fields.reader().at(fields.path(), key);
  fields.reader().error(code, value == nullptr ? fields.place() : value->mark, std::move(message),
                        std::move(hint));
}

/// Options or a graph, and with a graph nothing that is written with options.
void check_form(Fields& fields, const ConflictSection& conflict) {
  const bool graph = fields.find("graph") != nullptr;
  const bool options = fields.find("options") != nullptr;
  if (!graph && !options) return fields.missing("options", "or give 'graph'");
  if (graph && options) {
    return fail_at(fields, "graph", Code::conflicting_keys,
                   "either 'options' or 'graph' must be given");
  }
  if (!conflict.graph) return;
  for (const char* key : kPatternKeys) {
    if (fields.find(key) == nullptr) continue;
    fail_at(fields, key, Code::conflicting_keys, " cannot be given in graph form",
            "leave the states out");
  }
  if (fields.find("irreversible") == nullptr) return;
  fail_at(fields, "irreversible", Code::conflicting_keys, " cannot be given in graph form",
          "leave the moves out");
}

void find_movers(Fields& fields, ConflictSection& conflict) {
  if (conflict.graph) return;  // named under `moves`
  const int actors = static_cast<int>(fields.scenario().actors.size());
  for (int actor = 0; actor < actors; ++actor) {
    const auto owns = [&](const ConflictOption& option) { return option.owner == actor; };
    if (std::any_of(conflict.options.begin(), conflict.options.end(), owns)) {
      conflict.movers.push_back(actor);
    }
  }
}

void check_preferences(Fields& fields, const ConflictSection& conflict) {
  const Value* given = fields.find("preferences");
  if (given == nullptr || !given->is_map()) return;
  const std::string holder = fields.path() + ".preferences";
  for (const int actor : conflict.movers) {
    const std::string& id = fields.scenario().actors[static_cast<std::size_t>(actor)].id;
    if (given->find(id) != nullptr) continue;
    fields.reader().at(holder, id);
    fields.reader().error(
        Code::missing_key, fields.key_mark("preferences"),
        '\'' + id + (conflict.graph ? "' has moves" : "' has options") + " but no preference");
  }
}

/// The first code of the set, or nothing.
std::optional<std::uint32_t> first_of(const std::vector<std::uint64_t>& codes) {
  for (std::size_t word = 0; word < codes.size(); ++word) {
    if (codes[word] == 0) continue;
    const auto bit = static_cast<unsigned>(std::countr_zero(codes[word]));
    return static_cast<std::uint32_t>(word * 64 + bit);
  }
  return {};
}

void check_states(Fields& fields, ConflictSection& conflict) {
  if (conflict.graph || !states_known(fields.reader(), conflict)) return;
  const auto first = first_of(feasible_codes(conflict));
  if (!first) {
    const auto* const key =
        std::find_if(std::begin(kPatternKeys), std::end(kPatternKeys),
                     [&](const char* one) { return fields.find(one) != nullptr; });
    return fail_at(fields, key == std::end(kPatternKeys) ? "options" : *key, Code::too_few,
                   "no feasible state is left");
  }
  const Value* today = fields.find("status_quo");
  if (today == nullptr) {
    conflict.status_quo = *first;
  } else if (fields.reader().faults().sound("conflict.status_quo") &&
             !is_feasible(conflict, conflict.status_quo)) {
    fail_at(fields, "status_quo", Code::unknown_id,
            " is state " + show_state(conflict, conflict.status_quo) + ", which is infeasible");
  }
}

}  // namespace

void settle(Fields& fields, ConflictSection& conflict) {
  check_form(fields, conflict);
  find_movers(fields, conflict);
  check_preferences(fields, conflict);
  check_states(fields, conflict);
}

}  // namespace detente::detail
