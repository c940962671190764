#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>

#include "detente/core/text.hpp"
#include "python/batch.hpp"

namespace detente::python {
namespace {

using Held = std::shared_ptr<HeldResults>;

/// Numbers as a NumPy array that looks at them where they are; it keeps the results alive.
template <typename Number>
py::array view_of(const Held& held, const std::vector<Number>& numbers) {
  py::array_t<Number> array(static_cast<py::ssize_t>(numbers.size()), numbers.data(),
                            py::cast(held));
  array.attr("setflags")("write"_a = false);
  return array;
}

/// As another kind of number. @pre  none is NaN.
template <typename Number>
py::array converted(const std::vector<double>& numbers) {
  py::array_t<Number> array(static_cast<py::ssize_t>(numbers.size()));
  std::transform(numbers.begin(), numbers.end(), array.mutable_data(),
                 [](double number) { return static_cast<Number>(number); });
  return array;
}

/// Texts by their places in a list; None where a place is NaN.
py::array texts(const std::vector<std::string>& words, const std::vector<double>& places) {
  py::list known;
  for (const std::string& word : words) known.append(word);
  known.append(py::none());
  py::array_t<std::int64_t> indices(static_cast<py::ssize_t>(places.size()));
  std::transform(places.begin(), places.end(), indices.mutable_data(), [&](double place) {
    return std::isnan(place) ? std::ssize(words) : static_cast<std::int64_t>(place);
  });
  const py::module_ numpy = py::module_::import("numpy");
  return numpy.attr("array")(known, "dtype"_a = "object").attr("take")(indices);
}

py::array array_of(const Held& held, const ResultColumn& column) {
  const auto& numbers = column.numbers;
  if (column.column.kind == Column::Kind::text) return texts(column.words, numbers);
  const bool whole = std::none_of(numbers.begin(), numbers.end(),
                                  [](double number) { return std::isnan(number); });
  if (whole && column.column.kind == Column::Kind::flag) return converted<bool>(numbers);
  if (whole && column.column.kind == Column::Kind::whole) return converted<std::int64_t>(numbers);
  return view_of(held, numbers);
}

/// One number for each run, computed from its id.
template <typename Rule>
py::array by_run(const HeldResults& held, const Rule& rule) {
  const auto& runs = held.results.runs;
  using Number = std::invoke_result_t<Rule, std::int64_t>;
  py::array_t<Number> array(static_cast<py::ssize_t>(runs.size()));
  std::transform(runs.begin(), runs.end(), array.mutable_data(), rule);
  return array;
}

py::array statuses_of(const HeldResults& held) {
  std::vector<double> places(held.results.ok.size());
  std::transform(held.results.ok.begin(), held.results.ok.end(), places.begin(),
                 [](bool ok) { return ok ? 0.0 : 1.0; });
  return texts({"ok", "failed"}, places);
}

py::array messages_of(const HeldResults& held) {
  const auto& runs = held.results.runs;
  std::vector<std::string> words;
  std::vector<double> places(runs.size(), std::numeric_limits<double>::quiet_NaN());
  for (const auto& [run, message] : held.results.failures) {
    const auto row = std::lower_bound(runs.begin(), runs.end(), run) - runs.begin();
    places[row] = static_cast<double>(words.size());
    words.push_back(message);
  }
  return texts(words, places);
}

py::dict columns_of(const Held& held) {
  const std::int64_t repetitions = held->results.repetitions;
  const std::uint64_t seed = held->results.seed;
  py::dict columns;
  columns["run_id"] = view_of(held, held->results.runs);
  columns["point"] = by_run(*held, [=](std::int64_t run) { return run / repetitions; });
  columns["repetition"] = by_run(*held, [=](std::int64_t run) { return run % repetitions; });
  columns["seed"] = by_run(*held, [=](std::int64_t) { return seed; });
  columns["status"] = statuses_of(*held);
  for (const ResultColumn& column : held->results.columns) {
    columns[py::str(column.column.name)] = array_of(held, column);
  }
  columns["message"] = messages_of(*held);
  return columns;
}

py::object column_at(const Held& held, const std::string& name) {
  const py::dict columns = columns_of(held);
  if (columns.contains(name)) return columns[py::str(name)];
  std::vector<std::string> known;
  for (const auto& [column, array] : columns) known.push_back(column.cast<std::string>());
  const std::string hint = did_you_mean(name, known);
  throw py::key_error(hint.empty() ? name : name + "; " + hint);
}

py::tuple names_of(const HeldResults& held, Column::Role role) {
  py::list names;
  for (const ResultColumn& column : held.results.columns) {
    if (column.column.role == role) names.append(column.column.name);
  }
  return names;
}

py::object series_of(const Held& held) {
  if (!held->series) return py::none();
  const SeriesColumns& series = *held->series;
  py::dict columns;
  columns["run_id"] = view_of(held, series.runs);
  columns["stage"] = texts(series.stage_ids, series.stages);
  columns["round"] = view_of(held, series.rounds);
  columns["metric"] = texts(series.metric_names, series.metrics);
  columns["value"] = view_of(held, series.values);
  return columns;
}

py::dict failures_of(const HeldResults& held) {
  py::dict failures;
  for (const auto& [run, message] : held.results.failures) failures[py::int_(run)] = message;
  return failures;
}

py::dict lists_of(const Held& held) {
  py::dict lists;
  for (const auto& [name, array] : columns_of(held)) lists[name] = array.attr("tolist")();
  return lists;
}

void bind_counts(py::class_<HeldResults, Held>& type) {
  type.def_property_readonly(
          "folder",
          [](const HeldResults& held) -> std::optional<std::string> {
            if (held.results.folder.empty()) return {};
            return held.results.folder;
          },
          "The batch folder; None if the results are in memory only.")
      .def_property_readonly(
          "planned", [](const HeldResults& held) { return held.results.planned; },
          "How many runs the plan has.")
      .def_property_readonly(
          "complete", [](const HeldResults& held) { return held.results.complete(); },
          "Whether all of them are there.")
      .def_property_readonly(
          "failed",
          [](const HeldResults& held) {
            return std::count(held.results.ok.begin(), held.results.ok.end(), false);
          },
          "How many runs could not be played.")
      .def_property_readonly("failures", failures_of,
                             "Why runs could not be played: a dict of run_id and message.")
      .def("__len__", [](const HeldResults& held) { return held.results.rows(); })
      .def("__repr__", [](const HeldResults& held) {
        return "<Results: " + std::to_string(held.results.rows()) + " of " +
               std::to_string(held.results.planned) + " runs>";
      });
}

}  // namespace

void bind_results(py::module_& module) {
  py::class_<HeldResults, Held> type(
      module, "Results",
      "What the runs of a batch gave: one row a run, in order of run_id.\n\n"
      "`pandas.DataFrame(results.columns)` makes a table of it.");
  bind_counts(type);
  type.def_property_readonly(
          "columns", columns_of,
          "A dict of NumPy arrays, in the order of runs.csv: run_id, point, repetition, seed,\n"
          "status, what was varied, the metrics, message. Numbers with gaps are float64 with NaN, "
          "texts\n"
          "objects with None. Arrays of numbers look at the results themselves: read-only.")
      .def("__getitem__", column_at, "name"_a, "One column by its name.")
      .def_property_readonly(
          "varied", [](const HeldResults& held) { return names_of(held, Column::Role::varied); },
          "Names of the columns that the plan varies.")
      .def_property_readonly(
          "metrics", [](const HeldResults& held) { return names_of(held, Column::Role::metric); },
          "Names of the columns that were measured.")
      .def_property_readonly(
          "series", series_of,
          "The long table that a plan may ask for with `series`, as a dict of NumPy arrays:\n"
          "run_id, stage, round, metric, value. None without one; of a folder, read it from\n"
          "results.sqlite.")
      .def("to_dict", lists_of, "to_dict(self)\n--\n\nThe columns as plain lists.");
}

}  // namespace detente::python
