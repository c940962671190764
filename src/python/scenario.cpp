#include <pybind11/stl.h>

#include "detente/core/text.hpp"
#include "detente/scenario/edit.hpp"
#include "detente/scenario/leaves.hpp"
#include "detente/scenario/load.hpp"
#include "detente/scenario/patch.hpp"
#include "detente/scenario/read.hpp"
#include "detente/scenario/same.hpp"
#include "python/binding.hpp"

namespace detente::python {
namespace {

using Held = std::shared_ptr<HeldScenario>;

Held parse(std::string text, const std::string& name) {
  Loaded loaded = taken(parse_scenario(text, name));
  auto held = std::make_shared<HeldScenario>();
  held->scenario = std::make_shared<const Scenario>(std::move(loaded.scenario));
  held->name = name;
  held->text = std::move(text);
  held->remarks = std::move(loaded.remarks);
  return held;
}

Held load(const py::object& path) {
  const std::string file = path_of(path);
  auto text = detail::read_file(file);
  if (!text) refuse(detail::cannot_open(file));
  return parse(std::move(*text), file);
}

/// Everything to be changed, from a dict or from one path and its value.
Held edited(const HeldScenario& held, const py::object& what, const py::object& value) {
  py::dict changes;
  if (py::isinstance<py::str>(what)) {
    changes[what] = value;
  } else {
    changes = what.cast<py::dict>();
  }
  const std::vector<Edit> edits = edits_of(changes);
  auto next = std::make_shared<HeldScenario>(held);
  next->scenario = std::make_shared<const Scenario>(changed(*held.scenario, edits));
  next->edits.insert(next->edits.end(), edits.begin(), edits.end());
  return next;
}

std::string to_yaml(const HeldScenario& held) {
  if (!held.text) throw py::value_error("the numbers of a round were never written down");
  if (held.edits.empty()) return *held.text;
  return taken(patch(*held.text, held.name, held.edits));
}

py::dict values_of(const HeldScenario& held) {
  py::dict values;
  for (const Leaf& leaf : leaves_of(*held.scenario)) {
    values[py::str(leaf.path)] = object_of(leaf.value);
  }
  return values;
}

py::object value_at(const HeldScenario& held, const std::string& path) {
  std::vector<std::string> known;
  for (const Leaf& leaf : leaves_of(*held.scenario)) {
    if (leaf.path == path) return object_of(leaf.value);
    known.push_back(leaf.path);
  }
  std::string message = path;
  const std::string hint = did_you_mean(path, known);
  if (!hint.empty()) message += "; " + hint;
  throw py::key_error(message);
}

py::tuple warnings_of(const HeldScenario& held) {
  Diagnostics warnings;
  for (const Diagnostic& remark : held.remarks) {
    if (remark.severity == Severity::warning) warnings.push_back(remark);
  }
  return faults_of(warnings);
}

void bind_members(py::class_<HeldScenario, Held>& type) {
  type.def_property_readonly(
          "id", [](const HeldScenario& held) { return held.scenario->id; }, "Its id.")
      .def_property_readonly(
          "name", [](const HeldScenario& held) { return held.name; },
          "The file that it was read from, or what stands for one in messages.")
      .def_property_readonly(
          "seed", [](const HeldScenario& held) { return held.scenario->seed; },
          "The seed of a run that names none.")
      .def_property_readonly(
          "model", [](const HeldScenario& held) { return held.scenario->model; },
          "The model of a run that names none.")
      .def_property_readonly(
          "actors", [](const HeldScenario& held) { return actors_of(held.scenario); },
          "Who is there, in the order of the file: a `Listing` of `Actor`.")
      .def_property_readonly(
          "issues", [](const HeldScenario& held) { return issues_of(held.scenario); },
          "What is talked about: a `Listing` of `Issue`.")
      .def_property_readonly(
          "stages", [](const HeldScenario& held) { return stages_of(held.scenario); },
          "In order of play: a `Listing` of `Stage`.")
      .def_property_readonly("warnings", warnings_of,
                             "What its author should know all the same: a tuple of `Fault`.")
      .def_property_readonly(
          "remarks", [](const HeldScenario& held) { return faults_of(held.remarks); },
          "Warnings and notes, in the order of the file: a tuple of `Fault`.")
      .def_property_readonly("values", values_of,
                             "All that play can depend on, as a dict of paths and values:\n"
                             "numbers, choices and references, in the order of the file.");
}

void bind_methods(py::class_<HeldScenario, Held>& type) {
  type.def(
          "title",
          [](const HeldScenario& held, const std::string& lang) {
            return held.scenario->title.in(language_of(lang), held.scenario->id);
          },
          "lang"_a = "en",
          "title(self, lang='en')\n--\n\n"
          "Its title in `en`, `bg` or `uk`; where that is missing, in English or any other.")
      .def(
          "summary",
          [](const HeldScenario& held, const std::string& lang) {
            return held.scenario->summary.in(language_of(lang), {});
          },
          "lang"_a = "en",
          "summary(self, lang='en')\n--\n\nWhat it is about; empty if it does not say.")
      .def("edit", edited, "what"_a, "value"_a = py::none(),
           "edit(self, what, value=None)\n--\n\n"
           "The scenario with something changed from the start; this one stays as it is.\n\n"
           "`what` is a path with its `value`, or a dict of paths and values. `*` in a path\n"
           "matches every id at its place. Every limit is checked again: ScenarioError.")
      .def("to_yaml", to_yaml,
           "to_yaml(self)\n--\n\n"
           "Its text as a file would hold it: what was read, comments and layout too, with the\n"
           "edits written in. ScenarioError names an edit that cannot be written in place.")
      .def(py::pickle(
          [](const HeldScenario& held) { return py::make_tuple(to_yaml(held), held.name); },
          [](const py::tuple& state) {
            return parse(state[0].cast<std::string>(), state[1].cast<std::string>());
          }))
      .def("__getitem__", value_at, "path"_a, "The value at a path, as `values` has it.")
      .def(
          "__eq__",
          [](const HeldScenario& held, const py::object& other) {
            return py::isinstance<HeldScenario>(other) &&
                   same(*held.scenario, *other.cast<Held>()->scenario);
          },
          "Whether both say the same; layout and comments do not count.")
      .def("__repr__",
           [](const HeldScenario& held) { return "<Scenario " + held.scenario->id + ">"; });
  type.attr("__hash__") = py::none();
}

}  // namespace

void bind_scenario(py::module_& module) {
  bind_parts(module);
  py::class_<HeldScenario, Held> type(module, "Scenario",
                                      "All that is fixed for the length of a run: who talks about "
                                      "what, and what each of them wants.\n\n"
                                      "A value: `edit` gives another one.");
  bind_members(type);
  bind_methods(type);
  module.def("load", load, "path"_a,
             "load(path)\n--\n\n"
             "The scenario in a file. ScenarioError with every fault of it, not only the first.");
  module.def("loads", parse, "text"_a, "name"_a = "<text>",
             "loads(text, name='<text>')\n--\n\n"
             "As `load`, from a text; `name` stands for the file in messages.");
}

}  // namespace detente::python
