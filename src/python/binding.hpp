#pragma once

// Private to the Python module. No logic of the simulation lives here; it carries values over.

#include <pybind11/pybind11.h>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "detente/core/result.hpp"
#include "detente/core/stop.hpp"
#include "detente/scenario/scenario.hpp"
#include "detente/sim/simulation.hpp"

namespace detente::python {

namespace py = pybind11;
using py::literals::operator""_a;

/// A scenario as Python holds it: never changed once it is there.
struct HeldScenario {
  std::shared_ptr<const Scenario> scenario{};
  std::string name{};                 ///< What stands for its file in messages.
  std::optional<std::string> text{};  ///< Without `edits`; nothing if it was never written down.
  std::vector<Edit> edits{};          ///< Made since the text was read, in order.
  Diagnostics remarks{};
};

/// A run as people ask for it, made ready.
struct Prepared {
  std::shared_ptr<const Scenario> scenario{};
  Run run{};
};

// errors.cpp

/// Raises `ScenarioError` with all of them; `MissingFileError` if the file is not there.
[[noreturn]] void refuse(Diagnostics faults);

/// The value, or ScenarioError.
template <typename T>
T taken(Result<T> result) {
  if (!result) refuse(result.error());
  return std::move(result).value();
}

/// `Fault` objects, one for each.
py::tuple faults_of(const Diagnostics& diagnostics);

// convert.cpp

/// What Python's `json` makes of a document of ours.
py::object object_of(const std::string& json);

/// A value of Python's as YAML on one line; NumPy's numbers and arrays count as plain ones.
std::string yaml_of(const py::handle& value);

/// A piece of YAML as numbers, texts, lists and dicts.
py::object object_of(const Value& value);

/// {issue: option, or number on a continuous one}; None for an empty package.
py::object package_of(const Scenario& scenario, const std::vector<int>& package);
py::tuple ids_of(const Scenario& scenario, const std::vector<int>& actors);

/// A word of `en`, `bg`, `uk`, or ValueError.
Language language_of(const std::string& code);

/// A path as a text, from `str` or `os.PathLike`.
std::string path_of(const py::handle& path);
bool is_path(const py::handle& value);

// arguments.cpp

/// {path: value} as edits from the start.
std::vector<Edit> edits_of(const py::dict& changes);

/// The scenario with every edit made; ScenarioError with all faults of those that cannot be made.
Scenario changed(Scenario scenario, const std::vector<Edit>& edits);

/// What `--model`, `--param`, `--set`, `--overlay` and `--seed` do for the command: the keywords
/// model, seed, params, edits, overlay, moves. TypeError for any other. `negotiates`: a scenario
/// that has nothing to play is refused.
Prepared prepare(const HeldScenario& held, const py::kwargs& keywords, bool negotiates = true);

/// A keyword, removed from the others; None if it was not given.
py::object take(const py::kwargs& keywords, const char* name);

/// Place of a stage or an actor by id; ScenarioError with a did-you-mean. None: -1.
int stage_of(const Scenario& scenario, const py::object& id);
int actor_of(const Scenario& scenario, const py::object& id);

// parts.cpp

/// `Listing` objects: what can be asked by place or by id.
py::object actors_of(const std::shared_ptr<const Scenario>& scenario);
py::object issues_of(const std::shared_ptr<const Scenario>& scenario);
py::object stages_of(const std::shared_ptr<const Scenario>& scenario);

// patience.cpp

/// Does a long job in a thread of its own, without Python's lock, while this one looks for Ctrl-C
/// ten times a second: it asks the job to stop, waits for it and raises KeyboardInterrupt.
/// @param tick  called at every look; what it raises also stops the job.
void patiently(const std::function<void(const Stop&)>& job, const std::function<void()>& tick = {});

void bind_errors(py::module_& module);
void bind_scenario(py::module_& module);
void bind_parts(py::module_& module);
void bind_run(py::module_& module);
void bind_simulation(py::module_& module);
void bind_studies(py::module_& module);
void bind_games(py::module_& module);
void bind_batch(py::module_& module);

}  // namespace detente::python
