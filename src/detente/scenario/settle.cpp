#include <algorithm>
#include <numeric>

#include "detente/scenario/records.hpp"
#include "detente/scenario/section_specs.hpp"

namespace detente::detail {
namespace {

void conflict(Fields& fields, const char* key, const std::string& message) {
  fields.reader().at(fields.path(), key);
  fields.reader().error(Code::conflicting_keys, fields.find(key)->mark, message);
}

std::vector<int> all_but(std::size_t count, const std::vector<int>& left_out) {
  std::vector<int> all(count);
  std::iota(all.begin(), all.end(), 0);
  const auto is_left_out = [&](int one) {
    return std::find(left_out.begin(), left_out.end(), one) != left_out.end();
  };
  all.erase(std::remove_if(all.begin(), all.end(), is_left_out), all.end());
  return all;
}

}  // namespace

void settle(Fields& fields, Issue& /*issue*/) {
  if (fields.find("options") != nullptr || fields.find("range") != nullptr) return;
  fields.missing("options");
}

void settle(Fields& fields, Position& position) {
  const bool ideal = fields.find("ideal") != nullptr;
  const bool values = fields.find("values") != nullptr;
  if (ideal && values) conflict(fields, "values", "either 'ideal' or 'values' must be given");
  // who does not care may still draw a red line
  const bool cares = position.salience > 0.0 || fields.find("salience") == nullptr;
  if (!ideal && !values && cares) fields.missing("ideal", "or give 'values'");
}

void settle(Fields& fields, Stage& stage) {
  const Scenario& scenario = fields.scenario();
  if (fields.find("parties") == nullptr) {
    stage.parties = all_but(scenario.actors.size(), stage.advisers);
  }
  if (fields.find("issues") == nullptr) stage.issues = all_but(scenario.issues.size(), {});
}

void settle(Fields& /*fields*/, Event& event) {
  for (Edit& edit : event.edits) edit.at = event.at;
}

void settle(Fields& fields, TieKeys& tie) {
  const bool between = fields.find("between") != nullptr;
  const bool from = fields.find("from") != nullptr;
  const bool to = fields.find("to") != nullptr;
  if (between && (from || to)) {
    return conflict(fields, from ? "from" : "to", "either 'between' or 'from' and 'to'");
  }
  if (!between && !from && !to) return fields.missing("between", "or give 'from' and 'to'");
  if (from != to) return fields.missing(from ? "to" : "from");
  const Value* ends = fields.find("between");
  fields.reader().at(fields.path(), "between");
  if (between && ends->is_list() && ends->items.size() != 2) {
    fields.reader().error(Code::wrong_kind, ends->mark, " must name two actors");
  }
  if (from && tie.from >= 0 && tie.from == tie.to) {
    conflict(fields, "to", "a tie joins two different actors");
  }
}

}  // namespace detente::detail
