#include <pybind11/stl.h>

#include <array>

#include "detente/core/document.hpp"
#include "detente/report/narrate.hpp"
#include "detente/study/coalitions.hpp"
#include "detente/study/durability.hpp"
#include "detente/study/explain.hpp"
#include "detente/study/explain_json.hpp"
#include "detente/study/improve.hpp"
#include "detente/study/solutions.hpp"
#include "python/binding.hpp"

namespace detente::python {
namespace {

constexpr int kWorlds = 100;

/// What a job says that needs no object of Python's, while other threads go on.
template <typename Job>
auto aside(const Job& job) {
  const py::gil_scoped_release others;
  return job();
}

py::object solve(const HeldScenario& held, const py::object& stage, const py::kwargs& keywords) {
  const Prepared prepared = prepare(held, keywords);
  const int place = stage_of(*prepared.scenario, stage);
  return object_of(taken(aside([&]() -> Result<std::string> {
    const auto report = solutions(*prepared.scenario, prepared.run, place);
    if (!report) return report.error();
    std::string document = to_json(*report);
    const std::string durability =
        durability_json(*report->scenario, *report->tables, report->solved.frontier);
    if (durability.empty()) return document;
    return with_field(std::move(document), "durability", durability);
  })));
}

py::object find_coalitions(const HeldScenario& held, const py::object& stage,
                           const std::optional<int>& round, const py::kwargs& keywords) {
  if (round && *round < 0) throw py::value_error("round must be at least 0");
  const Prepared prepared = prepare(held, keywords);
  const int place = stage_of(*prepared.scenario, stage);
  return object_of(taken(aside([&]() -> Result<std::string> {
    const auto report = coalitions(*prepared.scenario, prepared.run, place, round.value_or(-1));
    if (!report) return report.error();
    return to_json(*prepared.scenario, *report);
  })));
}

/// The document that `detente explain --json` prints.
Result<std::string> explanation(const Prepared& prepared, const DecisionAt& at, int worlds,
                                const Stop& stop) {
  const auto found = explain(*prepared.scenario, prepared.run, at, worlds, stop);
  if (!found) return found.error();
  const auto improvement = improve(*prepared.scenario, prepared.run);
  if (!improvement) return improvement.error();
  std::array<std::string, kLanguages.size()> headlines;
  for (std::size_t place = 0; place < kLanguages.size(); ++place) {
    headlines[place] = headline(*found, kLanguages[place]);
  }
  return with_field(to_json(*found, headlines), "improvement",
                    to_json(*prepared.scenario, *improvement));
}

py::object tell_why(const HeldScenario& held, const py::object& stage,
                    const std::optional<int>& round, const py::object& actor,
                    const py::kwargs& keywords) {
  if (round && *round < 1) throw py::value_error("round must be at least 1");
  const py::object asked = take(keywords, "worlds");
  const int worlds = asked.is_none() ? kWorlds : asked.cast<int>();
  if (worlds < 0) throw py::value_error("worlds must be at least 0");
  const Prepared prepared = prepare(held, keywords);
  const DecisionAt at{.stage = stage_of(*prepared.scenario, stage),
                      .round = round.value_or(0),
                      .actor = actor_of(*prepared.scenario, actor)};
  std::optional<Result<std::string>> document;
  patiently([&](const Stop& stop) { document = explanation(prepared, at, worlds, stop); });
  return object_of(taken(std::move(*document)));
}

py::tuple model_ids() {
  py::list ids;
  for (const ModelInfo* model : all_models()) ids.append(std::string(model->id));
  return ids;
}

}  // namespace

void bind_studies(py::module_& module) {
  module.def("solutions", solve, "scenario"_a, "stage"_a = py::none(),
             "solutions(scenario, stage=None, *, model=None, seed=None, params=None, edits=None, "
             "overlay=None, moves=None)\n--\n\n"
             "What would be fair or efficient in a stage, the first if none is named: the\n"
             "document `detente/solutions/1` as a dict. Later stages keep what the run agreed.\n"
             "The keywords are those of `run`.");
  module.def("coalitions", find_coalitions, "scenario"_a, "stage"_a = py::none(),
             "round"_a = py::none(),
             "coalitions(scenario, stage=None, round=None, *, model=None, seed=None, params=None, "
             "edits=None, overlay=None, moves=None)\n--\n\n"
             "Who could agree with whom, who blocks and who brokers: the document\n"
             "`detente/coalitions/1` as a dict. `round` from 0: as it stood after that round of\n"
             "the run; None: at the walk-aways. The keywords are those of `run`.");
  module.def("explain", tell_why, "scenario"_a, "stage"_a = py::none(), "round"_a = py::none(),
             "actor"_a = py::none(),
             "explain(scenario, stage=None, round=None, actor=None, *, worlds=100, model=None, "
             "seed=None, params=None, edits=None, overlay=None, moves=None)\n--\n\n"
             "Why a decision fell, and the nearest changes that would turn it: the document\n"
             "`detente/explanation/1` as a dict. What is not named is chosen as the command does:\n"
             "the decision that ended the run. `worlds` = nearby worlds tried. Ctrl-C stops it.\n"
             "The keywords are those of `run`.");
  module.def("models", model_ids, "models()\n--\n\nThe ids of all models: a tuple.");
}

}  // namespace detente::python
