#include "detente/batch/plan_summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "detente/batch/row_text.hpp"
#include "detente/batch/runner.hpp"
#include "detente/core/json.hpp"
#include "detente/core/text.hpp"

namespace detente {
namespace {

constexpr std::size_t kShown = 8;  // values of one column that are listed

constexpr std::array kDesigns{"grid", "list", "random", "lhs", "sobol", "saltelli", "oat"};
constexpr std::array kDraws{"uniform", "normal", "triangular", "beta", "choice"};

std::string design_of(const Experiment& experiment) {
  return kDesigns.at(static_cast<std::size_t>(experiment.loaded.plan.design.kind));
}

std::string draw_of(const Distribution& distribution) {
  return kDraws.at(static_cast<std::size_t>(distribution.kind));
}

/// 100000 as `100,000`.
std::string grouped(std::int64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t place = text.size(); place > 3; place -= 3) text.insert(place - 3, ",");
  return text;
}

/// "1 point", "12 points"
std::string counted(std::int64_t number, const std::string& noun) {
  return grouped(number) + ' ' + noun + (number == 1 ? "" : "s");
}

std::string listed(const std::vector<std::string>& words, std::size_t most) {
  std::string text;
  for (std::size_t word = 0; word < std::min(words.size(), most); ++word) {
    if (word > 0) text += ", ";
    text += words[word];
  }
  if (words.size() > most) text += ", … " + grouped(std::ssize(words)) + " in all";
  return text;
}

std::vector<std::string> texts_of(const std::vector<Value>& values) {
  std::vector<std::string> texts;
  texts.reserve(values.size());
  for (const Value& value : values) texts.push_back(to_string(value));
  return texts;
}

std::string way_of(const Vary& vary) {
  if (vary.kind == Vary::Kind::values) return listed(texts_of(vary.values), kShown);
  if (vary.kind == Vary::Kind::range) {
    std::string text = show_number(vary.low) + " to " + show_number(vary.high);
    return vary.steps > 0 ? text + ", " + grouped(vary.steps) + " steps" : text;
  }
  const Distribution& draw = vary.distribution;
  if (!draw.choices.empty()) return "one of " + listed(texts_of(draw.choices), kShown);
  std::vector<std::string> numbers;
  numbers.reserve(draw.numbers.size());
  for (const double number : draw.numbers) numbers.push_back(show_number(number));
  return draw_of(draw) + '(' + listed(numbers, numbers.size()) + ')';
}

/// The same file without `.` and `FOLDER/..`, for people only: with links it may be another one.
std::string plain_path(const std::string& file) {
  return std::filesystem::path(file).lexically_normal().string();
}

std::string columns_text(const Experiment& experiment) {
  std::size_t width = 0;
  for (const Dimension& dimension : experiment.dimensions) {
    width = std::max(width, dimension.column.size());
  }
  std::string text;
  for (const Dimension& dimension : experiment.dimensions) {
    text += "  " + pad_right(dimension.column, static_cast<int>(width)) + "  ";
    text += way_of(dimension.vary);
    if (dimension.paths.size() > 1) {
      text += " (one for " + std::to_string(dimension.paths.size()) + " fields)";
    }
    text += '\n';
  }
  return text;
}

/// A time as people say it: `0.4 s`, `3 min`, `5 h`.
std::string time_text(double seconds) {
  struct Unit {
    double seconds;
    const char* name;
  };
  static constexpr std::array<Unit, 3> kUnits{{{86400.0, "days"}, {3600.0, "h"}, {60.0, "min"}}};
  for (const Unit& unit : kUnits) {
    if (seconds >= 2.0 * unit.seconds)
      return fmt::format("{:.1f} {}", seconds / unit.seconds, unit.name);
  }
  return seconds >= 0.1 ? fmt::format("{:.1f} s", seconds) : fmt::format("{:.2g} s", seconds);
}

std::string size_text(double bytes) {
  for (const char* unit : {"bytes", "kB", "MB", "GB"}) {
    if (bytes < 1000.0) return fmt::format("{:.3g} {}", bytes, unit);
    bytes /= 1000.0;
  }
  return fmt::format("{:.3g} TB", bytes);
}

std::string estimate_text(const PlanSummary& summary) {
  const Pilot& pilot = summary.pilot;
  if (pilot.runs == 0) return {};
  std::string text =
      fmt::format("pilot: {}, {:.3g} ms a run, {} failed\nestimate: {} with {}; runs.csv {}\n",
                  counted(pilot.runs, "run"), 1000.0 * pilot.seconds_per_run(),
                  grouped(pilot.failed), time_text(summary.seconds()),
                  counted(summary.threads, "thread"), size_text(summary.csv_bytes()));
  if (pilot.numbers > 0) {
    const double numbers = pilot.numbers_per_run() * static_cast<double>(summary.runs);
    text += fmt::format("series: about {} numbers\n", grouped(static_cast<std::int64_t>(numbers)));
  }
  return text;
}

Json column_json(const Dimension& dimension) {
  const Vary& vary = dimension.vary;
  Json json{{"name", dimension.column}, {"paths", dimension.paths}};
  if (vary.kind == Vary::Kind::range) {
    json["kind"] = "range";
    json["range"] = {vary.low, vary.high};
    if (vary.steps > 0) json["steps"] = vary.steps;
  } else if (vary.kind == Vary::Kind::values) {
    json["kind"] = "values";
    json["values"] = texts_of(vary.values);
  } else {
    json["kind"] = draw_of(vary.distribution);
    json["numbers"] = vary.distribution.numbers;
    if (!vary.distribution.choices.empty()) json["values"] = texts_of(vary.distribution.choices);
  }
  return json;
}

}  // namespace

Pilot play_pilot(const Experiment& experiment, std::int64_t runs, double seconds,
                 const std::function<double()>& clock) {
  Pilot pilot;
  runs = std::min(runs, experiment.runs);
  const detail::Layout layout = detail::layout_of(experiment);
  Runner runner(experiment);
  // the first run warms up what all share
  if (runs > 0) runner.row(0);
  const double start = clock();
  while (pilot.runs < runs) {
    // run k n / m without the overflow
    const std::int64_t stride = experiment.runs / runs;
    const RunRow row = runner.row(pilot.runs * stride);
    std::string line;
    detail::append_csv(layout, row, line);
    ++pilot.runs;
    pilot.failed += row.ok ? 0 : 1;
    pilot.csv_bytes += std::ssize(line);
    pilot.numbers += std::ssize(row.series);
    pilot.seconds = clock() - start;
    if (pilot.seconds >= seconds) break;
  }
  return pilot;
}

double PlanSummary::seconds() const {
  return pilot.seconds_per_run() * static_cast<double>(runs) / threads;
}

double PlanSummary::csv_bytes() const {
  return pilot.bytes_per_row() * static_cast<double>(runs);
}

PlanSummary summary_of(const Experiment& experiment, const Pilot& pilot, int threads) {
  const std::int64_t size = experiment.loaded.plan.shard_size;
  return {.points = experiment.points.count(),
          .runs = experiment.runs,
          .shards = (experiment.runs + size - 1) / size,
          .threads = std::max(threads, 1),
          .pilot = pilot};
}

std::string plan_text(const Experiment& experiment, const PlanSummary& summary) {
  const LoadedPlan& loaded = experiment.loaded;
  std::string text =
      fmt::format("{}: {}\n", loaded.file, counted(summary.runs, "run")) +
      fmt::format("design {}: {}, {} each; {} of up to {}\n", design_of(experiment),
                  counted(summary.points, "point"), counted(experiment.repetitions(), "repetition"),
                  counted(summary.shards, "shard"), counted(loaded.plan.shard_size, "run")) +
      fmt::format("scenario {}, model {}, seed {}\n\nvaried:\n", plain_path(loaded.scenario_file),
                  loaded.scenario.model, loaded.seed);
  text += columns_text(experiment);
  text += "metrics: " + listed(loaded.plan.metrics, loaded.plan.metrics.size()) + '\n';
  if (const auto& series = loaded.plan.series) {
    text += "series: " + listed(series->metrics, series->metrics.size());
    text += series->every == 1 ? ", every round\n"
                               : ", every " + std::to_string(series->every) + " rounds\n";
  }
  const std::string estimate = estimate_text(summary);
  return estimate.empty() ? text : text + '\n' + estimate;
}

std::string plan_json(const Experiment& experiment, const PlanSummary& summary) {
  const LoadedPlan& loaded = experiment.loaded;
  Json json{{"schema", "detente/batch-plan/1"},
            {"plan", loaded.file},
            {"scenario", loaded.scenario_file},
            {"model", loaded.scenario.model},
            {"seed", loaded.seed},
            {"design", design_of(experiment)},
            {"points", summary.points},
            {"repetitions", experiment.repetitions()},
            {"runs", summary.runs},
            {"shard_size", loaded.plan.shard_size},
            {"shards", summary.shards},
            {"varied", Json::array()},
            {"metrics", loaded.plan.metrics}};
  for (const Dimension& dimension : experiment.dimensions) {
    json["varied"].push_back(column_json(dimension));
  }
  if (const auto& series = loaded.plan.series) {
    json["series"] = {{"every", series->every}, {"metrics", series->metrics}};
  }
  const Pilot& pilot = summary.pilot;
  if (pilot.runs > 0) {
    json["pilot"] = {{"runs", pilot.runs},
                     {"failed", pilot.failed},
                     {"seconds_per_run", pilot.seconds_per_run()},
                     {"bytes_per_row", pilot.bytes_per_row()},
                     {"numbers_per_run", pilot.numbers_per_run()}};
    json["estimate"] = {{"threads", summary.threads},
                        {"seconds", summary.seconds()},
                        {"csv_bytes", summary.csv_bytes()}};
  }
  return compact(json);
}

}  // namespace detente
