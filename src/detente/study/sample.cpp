#include "detente/study/sample.hpp"

#include <utility>

#include "detente/core/rng.hpp"
#include "detente/scenario/draw.hpp"
#include "detente/scenario/edit.hpp"

namespace detente {
namespace {

constexpr std::uint32_t kPurpose = 4;  // draws apart from those of other studies

Value value_at(const Scenario& scenario, const Uncertain& uncertain, const std::string& path,
               double draw) {
  if (uncertain.kind == Uncertain::Kind::choice) {
    return uncertain.choices[choice_at(uncertain, draw)];
  }
  return Value::of(quantile_of(uncertain, draw, draw_limits(scenario, path)));
}

}  // namespace

DrawAt place_of_draw(int entry, int match) {
  return {.actor = static_cast<std::uint32_t>(match),
          .purpose = kPurpose,
          .draw = static_cast<std::uint32_t>(entry)};
}

Result<Scenario> draw_uncertain(const Scenario& scenario, std::uint64_t seed, std::uint32_t run) {
  const Rng rng(seed, run);
  std::vector<Edit> edits;
  for (std::size_t place = 0; place < scenario.uncertain.size(); ++place) {
    const Uncertain& uncertain = scenario.uncertain[place];
    const auto paths = matches(scenario, uncertain.path);
    if (!paths) return paths.error();
    for (std::size_t match = 0; match < paths->size(); ++match) {
      const DrawAt at =
          place_of_draw(static_cast<int>(place), uncertain.each ? static_cast<int>(match) : 0);
      const std::string& path = (*paths)[match];
      edits.push_back({path, value_at(scenario, uncertain, path, rng.uniform(at)), {}});
    }
  }
  return detente::apply(scenario, edits);
}

}  // namespace detente
