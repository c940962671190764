#include "detente/study/worlds.hpp"

#include <algorithm>

#include "detente/core/rng.hpp"
#include "detente/study/branches.hpp"

namespace detente {
namespace {

bool always_shaken(Field::Kind kind) {
  return kind == Field::Kind::walk_away || kind == Field::Kind::walk_away_share ||
         kind == Field::Kind::stage_walk_away || kind == Field::Kind::salience ||
         kind == Field::Kind::ideal || kind == Field::Kind::value;
}

/// The place of a field's draw: distinct for all fields of one scenario.
DrawAt draw_of(const Field& field, std::uint32_t purpose) {
  const auto place = [](int index) { return static_cast<std::uint32_t>(index + 1); };
  return {.stage = std::min(place(field.stage), 255U),
          .round = static_cast<std::uint32_t>(field.kind),
          .actor = place(field.kind == Field::Kind::strength ? field.tie : field.actor),
          .purpose = purpose,
          .draw = place(field.issue) << 16U | place(field.option)};
}

double clamped(const FieldRange& range, double value) {
  return std::clamp(value, range.low, range.high);
}

}  // namespace

Scenario nearby_world(const Scenario& scenario, std::uint64_t seed, std::uint32_t world,
                      const Shake& shake) {
  Scenario shaken = scenario;
  const Rng rng(seed, world);
  for (const Field& field : fields_of(scenario)) {
    if (field.kind == Field::Kind::rounds) continue;
    if (!shake.everything && !always_shaken(field.kind)) continue;
    const FieldRange range = range_of(scenario, field);
    const double now = get(scenario, field);
    // whom durability leaves cold does not come to value it by chance
    if (field.kind == Field::Kind::values_durability && now == 0.0) continue;
    const double draw = 2.0 * rng.uniform(draw_of(field, shake.purpose)) - 1.0;
    set(shaken, field, clamped(range, range.moved(now, shake.part * draw)));
  }
  return shaken;
}

int holds(const Scenario& scenario, const Run& run, const Outcome& outcome, int worlds,
          const Stop& stop) {
  const Branch trunk{.run = without_start(run), .outcome = outcome};
  return holds_together(scenario, trunk, {}, worlds, stop).front();
}

}  // namespace detente
