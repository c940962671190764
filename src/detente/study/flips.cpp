#include "detente/study/flips.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "detente/study/worlds.hpp"

namespace detente {
namespace {

constexpr double kRobustPart = 0.005;        // of every other number's range
constexpr std::uint32_t kRobustPurpose = 2;  // draws apart from those of nearby worlds
constexpr double kBisectTo = 1e-10;          // in parts of the range

bool contains_actor(const std::vector<int>& actors, int actor) {
  return std::find(actors.begin(), actors.end(), actor) != actors.end();
}

/// Puts a field's number back when the look at another one is over.
class Borrowed {
 public:
  Borrowed(Scenario& scenario, const Field& field, double value)
      : scenario_(&scenario), field_(&field), before_(get(scenario, field)) {
    set(scenario, field, value);
  }
  Borrowed(const Borrowed&) = delete;
  Borrowed& operator=(const Borrowed&) = delete;
  ~Borrowed() { set(*scenario_, *field_, before_); }

 private:
  Scenario* scenario_;
  const Field* field_;
  double before_;
};

/// Looks for the nearest flip of one field, outwards from the number it has.
class FieldScan {
 public:
  FieldScan(const Moment& moment, const Probe& probe, const Field& field, const FlipSearch& search)
      : probe_(&probe),
        field_(&field),
        range_(range_of(moment.before.scenario(), field)),
        from_(get(moment.before.scenario(), field)),
        steps_(search.steps),
        stop_(search.stop) {
    // a stage cannot be shorter than the rounds that it has already seen
    if (range_.whole)
      range_.low = std::max(range_.low, static_cast<double>(moment.before.state().round));
  }

  std::optional<double> nearest(Scenario& scenario, std::vector<Scenario>& worlds) const {
    const auto flips = [&](double value) {
      return !stop_.asked() && flips_at(*probe_, *field_, value, scenario, worlds);
    };
    if (range_.whole) return nearest_whole(flips);
    for (int step = 1; step <= steps_ && !stop_.asked(); ++step) {
      std::optional<double> best;
      for (const double side : {-1.0, 1.0}) {
        const double inner = side * (step - 1) / steps_;
        const double outer = side * step / steps_;
        const auto reach = within(inner, outer);
        if (!reach || !flips(range_.moved(from_, *reach))) continue;
        const double found = bisect(inner, *reach, flips);
        if (!best || std::abs(found) < std::abs(*best)) best = found;
      }
      if (best) return range_.moved(from_, *best);
    }
    return std::nullopt;
  }

 private:
  /// How far out of [inner, outer] the range goes; nothing if it ends before.
  std::optional<double> within(double inner, double outer) const {
    const auto inside = [&](double part) {
      const double value = range_.moved(from_, part);
      return range_.low <= value && value <= range_.high;
    };
    if (inside(outer)) return outer;
    if (!inside(inner)) return std::nullopt;
    const double end = outer > 0 ? range_.high : range_.low;
    const double part = std::copysign(range_.distance(from_, end), outer);
    return inside(part) ? part : inner;
  }

  /// The part nearest to 0 that flips, between one that does not (or 0) and one that does.
  template <typename Flips>
  double bisect(double off, double on, Flips flips) const {
    while (std::abs(on - off) > kBisectTo) {
      const double middle = (off + on) / 2.0;
      (flips(range_.moved(from_, middle)) ? on : off) = middle;
    }
    return on;
  }

  template <typename Flips>
  std::optional<double> nearest_whole(Flips flips) const {
    const auto furthest = static_cast<int>(std::max(from_ - range_.low, range_.high - from_));
    for (int off = 1; off <= furthest; ++off) {
      for (const double value : {from_ - off, from_ + off}) {
        if (range_.low <= value && value <= range_.high && flips(value)) return value;
      }
    }
    return std::nullopt;
  }

  const Probe* probe_;
  const Field* field_;
  FieldRange range_;
  double from_;
  int steps_;
  Stop stop_;
};

/// The nearest other option on an open issue that turns the answer round, here and in all worlds.
std::optional<Flip> nearest_option(const Moment& moment, const Probe& probe, int place,
                                   const std::vector<Scenario>& worlds) {
  const Scenario& scenario = moment.before.scenario();
  const StageTables& tables = moment.before.tables();
  const int issue = tables.view.open[place];
  const auto& options = scenario.issues[issue].options;
  const int offered = tables.grid.option(moment.decision.index, place);
  std::optional<Flip> nearest;
  for (int option = 0; option < std::ssize(options); ++option) {
    Flip flip{.offer = std::pair(issue, option),
              .from = options[offered].at,
              .to = options[option].at,
              .change = std::abs(options[option].at - options[offered].at) /
                        scenario.issues[issue].axis()};
    if (option == offered || (nearest && flip.change >= nearest->change)) continue;
    const bool turns =
        probe.differs_for(scenario, place, option) && probe.tableable(place, option) &&
        std::all_of(worlds.begin(), worlds.end(),
                    [&](const Scenario& world) { return probe.differs_for(world, place, option); });
    if (turns) nearest = flip;
  }
  return nearest;
}

void add_option_flips(const Moment& moment, const Probe& probe, const std::vector<Scenario>& worlds,
                      std::vector<Flip>& flips) {
  const auto kind = moment.decision.kind;
  if (kind != Decision::Kind::accept && kind != Decision::Kind::refuse) return;
  for (int place = 0; place < moment.before.tables().grid.issues(); ++place) {
    auto flip = nearest_option(moment, probe, place, worlds);
    if (!flip) continue;
    flip->decision_after =
        kind == Decision::Kind::accept ? Decision::Kind::refuse : Decision::Kind::accept;
    flips.push_back(std::move(*flip));
  }
}

}  // namespace

std::vector<Field> fields_in_play(const Moment& moment, const Probe& probe) {
  const Scenario& scenario = moment.before.scenario();
  const StageTables& tables = moment.before.tables();
  const int stage = tables.view.stage;
  const int actor = tables.parties[moment.party].actor;
  const bool personal = probe.answers();
  const bool ties = !personal || (probe.outsider() && tables.channel > -1.0);
  std::vector<Field> fields;
  for (const Field& field : fields_of(scenario)) {
    const bool ours =
        personal ? field.actor == actor : contains_actor(tables.view.parties, field.actor);
    bool matters = false;
    switch (field.kind) {
      case Field::Kind::walk_away:
      case Field::Kind::walk_away_share:
        matters = ours && !scenario.stages[stage].walk_away.contains(field.actor);
        break;
      case Field::Kind::salience:
      case Field::Kind::ideal:
        matters = ours && contains_actor(tables.view.issues, field.issue);
        break;
      case Field::Kind::exponent:
        matters = ours;
        break;
      case Field::Kind::power:
        matters = ours && !personal;
        break;
      case Field::Kind::stage_walk_away:
        matters = ours && field.stage == stage;
        break;
      case Field::Kind::strength:
        matters = ties;
        break;
      case Field::Kind::rounds:
        matters = field.stage == stage;
        break;
      case Field::Kind::kindness:
      case Field::Kind::accept_alpha:
      case Field::Kind::accept_beta:
      case Field::Kind::accept_theta:
      case Field::Kind::accept_tau:
        matters = ours;
        break;
      case Field::Kind::values_durability:
      case Field::Kind::durability_cost:
      case Field::Kind::opportunities:
      case Field::Kind::fatigue:
      case Field::Kind::detection:
      case Field::Kind::credibility:
      case Field::Kind::response:
        break;
      case Field::Kind::value:  // no range of flips is defined for single scores
      case Field::Kind::susceptibility:
        break;
    }
    if (matters) fields.push_back(field);
  }
  return fields;
}

std::vector<Scenario> robustness_worlds(const Scenario& scenario, const FlipSearch& search) {
  std::vector<Scenario> worlds;
  worlds.reserve(search.draws);
  for (int draw = 0; draw < search.draws; ++draw) {
    worlds.push_back(
        nearby_world(scenario, search.seed, static_cast<std::uint32_t>(draw),
                     {.part = kRobustPart, .everything = true, .purpose = kRobustPurpose}));
  }
  return worlds;
}

bool flips_at(const Probe& probe, const Field& field, double value, Scenario& scenario,
              std::vector<Scenario>& worlds) {
  {
    const Borrowed here(scenario, field, value);
    if (!probe.differs(scenario)) return false;
  }
  return std::all_of(worlds.begin(), worlds.end(), [&](Scenario& world) {
    const Borrowed there(world, field, value);
    return probe.differs(world);
  });
}

std::vector<Flip> find_flips(const Moment& moment, const FlipSearch& search) {
  const Probe probe(moment);
  Scenario scenario = moment.before.scenario();
  std::vector<Scenario> worlds = robustness_worlds(scenario, search);
  std::vector<Flip> flips;
  for (const Field& field : fields_in_play(moment, probe)) {
    if (search.stop.asked()) return flips;
    const auto to = FieldScan(moment, probe, field, search).nearest(scenario, worlds);
    if (!to) continue;
    Flip flip{.path = path_of(scenario, field), .from = get(scenario, field), .to = *to};
    flip.change = range_of(scenario, field).distance(flip.from, flip.to);
    const Borrowed there(scenario, field, flip.to);
    flip.decision_after = probe.retake(scenario);
    flips.push_back(std::move(flip));
  }
  if (probe.answers()) add_option_flips(moment, probe, worlds, flips);
  std::stable_sort(flips.begin(), flips.end(),
                   [](const Flip& a, const Flip& b) { return a.change < b.change; });
  return flips;
}

}  // namespace detente
