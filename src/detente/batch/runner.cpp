#include "detente/batch/runner.hpp"

#include <optional>
#include <utility>
#include <variant>

#include "detente/batch/metrics.hpp"
#include "detente/scenario/edit.hpp"
#include "detente/scenario/overwrite.hpp"
#include "detente/sim/simulate.hpp"

namespace detente {
namespace {

/// The paths of all dimensions, in order.
std::vector<std::string> paths_of(std::span<const Dimension> dimensions) {
  std::vector<std::string> paths;
  for (const Dimension& dimension : dimensions) {
    paths.insert(paths.end(), dimension.paths.begin(), dimension.paths.end());
  }
  return paths;
}

std::span<const Value> choices_of(const Dimension& dimension) {
  return dimension.vary.kind == Vary::Kind::distribution ? dimension.vary.distribution.choices
                                                         : dimension.vary.values;
}

/// A word as it is, without the quotes that keep YAML from reading `no` as something else.
std::string text_of(const Value& value) {
  return value.is_scalar() ? value.scalar : to_string(value);
}

std::string said_of(const Diagnostics& faults) {
  const Diagnostic& first = faults.front();
  std::string text = first.path.empty() ? first.message : first.path + ": " + first.message;
  for (char& letter : text) {
    if (letter == '\n' || letter == '\r') letter = ' ';
  }
  return text;
}

}  // namespace

class Runner::Parts {
 public:
  explicit Parts(const Experiment& experiment)
      : experiment_(experiment),
        overwriter_(std::shared_ptr<const Scenario>(std::shared_ptr<const Scenario>{},
                                                    &experiment.loaded.scenario),
                    paths_of(experiment.dimensions)),
        metrics_(experiment.loaded.scenario, experiment.loaded.plan.metrics),
        run_{.seed = experiment.loaded.seed} {
    for (const Dimension& dimension : experiment.dimensions) {
      choices_.push_back(overrides_of(choices_of(dimension)));
    }
    if (experiment.loaded.plan.series) {
      series_.emplace(experiment.loaded.scenario, *experiment.loaded.plan.series);
    }
  }

  RunRow row(std::int64_t run) {
    RunRow row{.run = run};
    set_point(run, row.cells);
    const auto scenario = overwriter_.with(overrides_);
    const std::size_t varied = row.cells.size();
    const Diagnostics faults = scenario ? play(**scenario, row) : scenario.error();
    if (!faults.empty()) {
      row.ok = false;
      row.message = said_of(faults);
      row.series.clear();
      row.cells.resize(varied);
    }
    row.cells.resize(experiment_.columns.size());
    return row;
  }

 private:
  void set_point(std::int64_t run, std::vector<Cell>& cells) {
    const std::int64_t repetitions = experiment_.repetitions();
    experiment_.points.at(run / repetitions, static_cast<int>(run % repetitions), settings_);
    overrides_.clear();
    for (std::size_t place = 0; place < settings_.size(); ++place) {
      const Override override = override_of(place);
      const std::size_t paths = experiment_.dimensions[place].paths.size();
      overrides_.insert(overrides_.end(), paths, override);
      cells.push_back(cell_of(place, override));
    }
  }

  Override override_of(std::size_t place) const {
    const Setting& setting = settings_[place];
    if (setting.choice == Setting::kUnset) return {};
    if (setting.choice == Setting::kNumber) return setting.number;
    return choices_[place][setting.choice];
  }

  Cell cell_of(std::size_t place, const Override& override) const {
    if (override.index() == 0) return {};
    const double* number = std::get_if<double>(&override);
    if (experiment_.columns[place].kind == Column::Kind::text) {
      return text_of(value_of(experiment_.dimensions[place], settings_[place]));
    }
    return number == nullptr ? Cell{} : Cell{*number};
  }

  /// @returns why it could not be played; mostly nothing.
  Diagnostics play(const Scenario& scenario, RunRow& row) {
    auto ready = plan(borrowed(scenario), run_);
    if (!ready) return ready.error();
    Simulation simulation(std::move(ready).value());
    while (!simulation.over()) simulation.play_stage();
    if (!simulation.faults().empty()) return simulation.faults();
    metrics_.read(simulation, row.cells);
    if (!series_) return {};
    const auto trace = simulate(scenario, run_);
    if (!trace) return trace.error();
    row.series = series_->read(*trace);
    return {};
  }

  const Experiment& experiment_;
  Overwriter overwriter_;
  RunMetrics metrics_;
  std::optional<SeriesMetrics> series_{};
  Run run_;
  std::vector<std::vector<Override>> choices_{};  ///< By dimension.
  std::vector<Setting> settings_{};               ///< Of the run at hand.
  std::vector<Override> overrides_{};             ///< Likewise, by path.
};

Runner::Runner(const Experiment& experiment) : parts_(std::make_unique<Parts>(experiment)) {
}
Runner::~Runner() = default;

RunRow Runner::row(std::int64_t run) {
  return parts_->row(run);
}

std::vector<Edit> edits_of(const Experiment& experiment, std::int64_t run) {
  std::vector<Setting> settings;
  const std::int64_t repetitions = experiment.repetitions();
  experiment.points.at(run / repetitions, static_cast<int>(run % repetitions), settings);
  std::vector<Edit> edits;
  for (std::size_t place = 0; place < settings.size(); ++place) {
    if (settings[place].choice == Setting::kUnset) continue;
    const Dimension& dimension = experiment.dimensions[place];
    const Value value = value_of(dimension, settings[place]);
    for (const std::string& path : dimension.paths) edits.push_back({path, value, {}});
  }
  return edits;
}

Result<Scenario> scenario_of(const Experiment& experiment, std::int64_t run) {
  return detente::apply(experiment.loaded.scenario, edits_of(experiment, run));
}

}  // namespace detente
