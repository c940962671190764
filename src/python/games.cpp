#include <optional>

#include "detente/core/parallel.hpp"
#include "detente/scenario/edit.hpp"
#include "detente/study/power.hpp"
#include "detente/study/stability.hpp"
#include "python/binding.hpp"

// Conflicts, votes and games.
namespace detente::python {
namespace {

/// A keyword that says yes or no; no if it was not given.
bool take_flag(const py::kwargs& keywords, const char* name) {
  const py::object value = take(keywords, name);
  return !value.is_none() && value.cast<bool>();
}

Sanctions take_sanctions(const py::kwargs& keywords) {
  const py::object value = take(keywords, "sanctions");
  if (value.is_none()) return Sanctions::legal;
  const auto name = value.cast<std::string>();
  for (const Sanctions sanctions : {Sanctions::legal, Sanctions::once, Sanctions::direct}) {
    if (sanctions_name(sanctions) == name) return sanctions;
  }
  throw py::value_error("sanctions must be 'legal', 'once' or 'direct', is '" + name + '\'');
}

/// The scenario with all changes that act from the start.
std::shared_ptr<const Scenario> as_it_starts(const Prepared& prepared) {
  std::vector<Edit> start;
  for (const Edit& edit : prepared.run.edits) {
    if (!edit.at) start.push_back(edit);
  }
  if (start.empty()) return prepared.scenario;
  return std::make_shared<const Scenario>(changed(*prepared.scenario, start));
}

py::object find_stability(const HeldScenario& held, const py::kwargs& keywords) {
  StabilityQuestion question{.sanctions = take_sanctions(keywords),
                             .coalitions = take_flag(keywords, "coalitions"),
                             .robustness = take_flag(keywords, "robustness"),
                             .threads = machine_threads()};
  const auto detail = take_flag(keywords, "states") ? StateDetail::full : StateDetail::none;
  const Prepared prepared = prepare(held, keywords, false);
  const auto scenario = as_it_starts(prepared);
  question.seed = prepared.run.seed;
  std::optional<Result<std::string>> document;
  patiently([&](const Stop& stop) {
    document = [&]() -> Result<std::string> {
      auto opened = open_conflict(*scenario, question.sanctions);
      if (!opened) return opened.error();
      question.coalitions = question.coalitions || is_small(*opened->conflict);
      const auto report = solve(std::move(opened).value(), question, stop);
      if (!report) return report.error();
      return to_json(*report, detail);
    }();
  });
  return object_of(taken(std::move(*document)));
}

py::object find_power(const HeldScenario& held, const py::object& stage,
                      const py::kwargs& keywords) {
  PowerQuestion question{.normalised = take_flag(keywords, "normalised"),
                         .threads = machine_threads()};
  const Prepared prepared = prepare(held, keywords, false);
  question.stage = stage_of(*prepared.scenario, stage);
  std::optional<Result<std::string>> document;
  patiently([&](const Stop&) {
    document = [&]() -> Result<std::string> {
      const auto report = power(*prepared.scenario, prepared.run, question);
      if (!report) return report.error();
      return to_json(*report);
    }();
  });
  return object_of(taken(std::move(*document)));
}

}  // namespace

void bind_games(py::module_& module) {
  module.def("stability", find_stability, "scenario"_a,
             "stability(scenario, *, sanctions='legal', coalitions=False, robustness=False, "
             "states=False, model=None, seed=None, params=None, edits=None, overlay=None, "
             "moves=None)\n--\n\n"
             "Which states of a conflict nobody would leave, and how they come about: the\n"
             "document `detente/stability/1` as a dict. `sanctions`: how the others may answer,\n"
             "'legal', 'once' or 'direct'; `coalitions`: who would leave together (of a small\n"
             "conflict always); `robustness`: what small changes of preferences do; `states`:\n"
             "every state. Ctrl-C stops it. The other keywords are those of `run`.");
  module.def("power", find_power, "scenario"_a, "stage"_a = py::none(),
             "power(scenario, stage=None, *, normalised=False, model=None, seed=None, "
             "params=None, edits=None, overlay=None, moves=None)\n--\n\n"
             "Who is pivotal, and what coalitions are worth to whom: the document\n"
             "`detente/power/1` as a dict, of the votes or the game of the scenario, else of a\n"
             "stage of its talks. `normalised`: gains are divided by each party's largest.\n"
             "The other keywords are those of `run`.");
}

}  // namespace detente::python
