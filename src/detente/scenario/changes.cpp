#include <algorithm>

#include "detente/core/text.hpp"
#include "detente/scenario/edit.hpp"
#include "detente/scenario/read.hpp"
#include "detente/scenario/validate.hpp"
#include "detente/scenario/walk.hpp"

namespace detente::detail {
namespace {

constexpr std::size_t kMostMatches = 200'000;

/// Reports an event that leaves its stage fewer rounds than have begun.
void check_time_left(const Scenario& scenario, const Event& event, const std::string& path,
                     Faults& faults, const Places& places) {
  const int stage = index_of(scenario.stages, event.at.stage);
  if (stage < 0 || scenario.stages[stage].rounds >= event.at.round) return;
  const std::string holder = path + ".set";
  for (const Edit& edit : event.edits) {
    if (!fits_pattern("stages." + event.at.stage + ".rounds", edit.path)) continue;
    faults.error(Code::out_of_range, places.near(holder + '.' + edit.path), {holder, edit.path},
                 "rounds of '" + event.at.stage + "' cannot be fewer than the " +
                     std::to_string(event.at.round) + " that have begun, is " +
                     std::to_string(scenario.stages[stage].rounds));
  }
}

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
  check_time_left(scenario, event, path, faults, places);
}

/// Whether the field at the path can be set to the number, which stands at `mark`; faults are
/// reported.
bool takes(Scenario& scenario, const Path& path, double number, Mark mark, Faults& faults) {
  Value value = Value::of(number);
  value.mark = mark;
  Faults tried;
  set(scenario, path, value, tried);
  if (tried.any_errors()) faults.add(tried);
  return !tried.any_errors();
}

/// Checks the ends of what a distribution may draw, and something between them against fields for
/// whole numbers only. A normal is cut to the field's range.
void check_ends(Scenario& scenario, const Uncertain& draw, const Path& path, Faults& faults,
                const Places& places) {
  if (draw.kind == Uncertain::Kind::normal) return;
  const auto mark_of = [&](std::size_t number) {
    return places.near("uncertain." + draw.path + '[' + std::to_string(number) + ']');
  };
  const std::size_t first = draw.kind == Uncertain::Kind::beta ? 2 : 0;
  const double low = draw.numbers[first];
  const double high = draw.numbers.back();
  if (!takes(scenario, path, low, mark_of(first), faults)) return;
  if (!takes(scenario, path, high, mark_of(draw.numbers.size() - 1), faults)) return;
  Faults tried;
  if (takes(scenario, path, low + 0.381966 * (high - low), path.mark, tried)) return;
  faults.error(Code::out_of_range, path.mark, {draw.path, {}}, "only whole numbers can stand here",
               "use choice: [" + show_number(low) + ", …]");
}

/// Whether the path leads to a number: then no word can stand there.
bool takes_numbers(Scenario scenario, const Path& path) {
  Faults faults;
  set(scenario, path, Value::of("no_number"), faults);
  return faults.any_errors();
}

void check_draw(const Scenario& scenario, const Uncertain& draw, Faults& faults,
                const Places& places) {
  const Mark mark = places.near("uncertain." + draw.path);
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
  check_ends(scratch, draw, path, faults, places);
}

/// How many paths of some edits stand for many.
std::size_t count_stars(const std::vector<Edit>& edits) {
  return static_cast<std::size_t>(std::count_if(edits.begin(), edits.end(), [](const Edit& edit) {
    return edit.path.find('*') != std::string::npos;
  }));
}

/// Whether the changes can be checked in a moment: a path with `*` may stand for very many.
bool can_be_checked(const Scenario& scenario) {
  std::size_t stars = scenario.uncertain.size();
  for (const Event& event : scenario.events) stars += count_stars(event.edits);
  for (const Try& trial : scenario.lesson.tries) stars += count_stars(trial.edits);
  return stars * (1 + scenario.actors.size() * scenario.issues.size()) <= kMostMatches;
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
  if (!can_be_checked(scenario)) {
    faults.error(Code::too_many, places.near("events", "uncertain"), {},
                 "more changes with '*' than can be checked");
    return;
  }
  Scenario scratch = scenario;
  for (std::size_t place = 0; place < scenario.events.size(); ++place) {
    const std::string path = "events[" + std::to_string(place) + ']';
    check_event(scratch, scenario.events[place], path, faults, places);
  }
  for (const Uncertain& draw : scenario.uncertain) {
    check_draw(scenario, draw, faults, places);
  }
  for (std::size_t place = 0; place < scenario.lesson.tries.size(); ++place) {
    const std::string path = "lesson.try[" + std::to_string(place) + "].set";
    scratch = scenario;
    make_changes(scratch, scenario.lesson.tries[place].edits, path, faults, places);
  }
}

}  // namespace detente::detail
