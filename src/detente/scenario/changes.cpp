#include "detente/scenario/describe.hpp"
#include "detente/scenario/read.hpp"
#include "detente/scenario/validate.hpp"
#include "detente/scenario/walk.hpp"

namespace detente::detail {
namespace {

/// Checks one event on the scenario as the events before it have left it.
void check_event(Scenario& scenario, const Event& event, const std::string& path, Faults& faults,
                 const Places& places) {
  const int stage = index_of(scenario.stages, event.at.stage);
  if (stage >= 0 && event.at.round > scenario.stages[stage].rounds) {
    faults.error(Code::out_of_range, places.near(path + ".round"), {path, "round"},
                 "round must lie in [1, " + std::to_string(scenario.stages[stage].rounds) +
                     "], is " + std::to_string(event.at.round));
  }
  make_changes(scenario, event.edits, path + ".set", faults, places);
}

/// The numbers that a distribution may draw: its ends and, against fields for whole numbers only,
/// one between. A normal is cut to the field's range, so only its middle counts.
std::vector<double> samples(const Uncertain& draw) {
  const auto& numbers = draw.numbers;
  if (draw.kind == Uncertain::Kind::normal) return {numbers[0]};
  const std::size_t first = draw.kind == Uncertain::Kind::beta ? 2 : 0;
  const double low = numbers[first];
  const double high = numbers.back();
  return {low, high, low + 0.381966 * (high - low)};
}

/// Whether the path leads to a number: then no word can stand there.
bool takes_numbers(Scenario scenario, const Path& path) {
  Faults faults;
  set(scenario, path, Value::of("no_number"), faults);
  return faults.any_errors();
}

void check_draw(const Scenario& scenario, const Uncertain& draw, Mark mark, Faults& faults) {
  Scenario scratch = scenario;
  const Path path{draw.path, mark};
  if (expand(scratch, path, faults).empty()) return;
  if (draw.kind == Uncertain::Kind::choice) {
    for (const Value& choice : draw.choices) set(scratch, path, choice, faults);
    return;
  }
  if (draw.numbers.empty()) return;  // reported where it was read
  if (!takes_numbers(scratch, path)) {
    faults.error(Code::wrong_kind, mark, {draw.path, {}}, "a distribution needs a number");
    return;
  }
  for (const double sample : samples(draw)) {
    Value value = Value::of(sample);
    value.mark = mark;
    Faults tried;
    set(scratch, path, value, tried);
    const bool is_cut = draw.kind == Uncertain::Kind::normal;
    if (!tried.any_errors() || is_cut) continue;
    set(scratch, path, value, faults);
    return;
  }
}

}  // namespace

void make_changes(Scenario& scenario, const std::vector<Edit>& edits, const std::string& holder,
                  Faults& faults, const Places& places) {
  const bool was_sound = !faults.any_errors();
  Mark mark{1, 1};
  for (const Edit& edit : edits) {
    mark = places.near(holder + '.' + edit.path);
    set(scenario, {edit.path, mark}, edit.value, faults);
  }
  if (!was_sound || faults.any_errors()) return;
  for (const Finding& finding : find_errors(scenario)) {
    faults.error(finding.code, mark, finding.spot, finding.message, finding.hint);
  }
}

void check_changes(const Scenario& scenario, Faults& faults, const Places& places) {
  Scenario scratch = scenario;
  for (std::size_t place = 0; place < scenario.events.size(); ++place) {
    const std::string path = "events[" + std::to_string(place) + ']';
    check_event(scratch, scenario.events[place], path, faults, places);
  }
  for (const Uncertain& draw : scenario.uncertain) {
    check_draw(scenario, draw, places.near("uncertain." + draw.path), faults);
  }
  for (std::size_t place = 0; place < scenario.lesson.tries.size(); ++place) {
    const std::string path = "lesson.try[" + std::to_string(place) + "].set";
    scratch = scenario;
    make_changes(scratch, scenario.lesson.tries[place].edits, path, faults, places);
  }
}

}  // namespace detente::detail
