#include <pybind11/stl.h>

#include "detente/core/document.hpp"
#include "detente/report/narrate.hpp"
#include "detente/sim/simulate.hpp"
#include "detente/study/durability.hpp"
#include "detente/study/effort.hpp"
#include "detente/study/improve.hpp"
#include "detente/study/worlds.hpp"
#include "python/run.hpp"

namespace detente::python {
namespace {

constexpr std::array<const char*, 7> kOutcomeKeys{"agreed",    "stage",     "round", "package",
                                                  "coalition", "utilities", "reason"};

/// A run that was played, and its document once somebody asks for it.
struct Played {
  Trace trace{};
  int holds = -1;
  int worlds = 0;
  std::once_flag asked{};
  std::string document{};
};

/// What `detente run --json` prints, without the line's end. Made once.
const std::string& document_of(Played& played) {
  const py::gil_scoped_release others;
  std::call_once(played.asked, [&played] {
    const Trace& trace = played.trace;
    std::string text = with_field(to_json(trace, played.holds, played.worlds), "improvement",
                                  to_json(*trace.scenario, improve(trace)));
    const std::string durability = durability_json(trace);
    if (!durability.empty()) text = with_field(std::move(text), "durability", durability);
    played.document = std::move(text);
  });
  return played.document;
}

py::dict document_dict(Played& played) {
  return object_of(document_of(played));
}

std::shared_ptr<Played> run(const HeldScenario& held, const py::object& model,
                            const py::object& seed, const py::kwargs& keywords) {
  keywords["model"] = model;
  keywords["seed"] = seed;
  const py::object asked = take(keywords, "worlds");
  const int worlds = asked.is_none() ? 0 : asked.cast<int>();
  if (worlds < 0) throw py::value_error("worlds must be at least 0");
  const Prepared prepared = prepare(held, keywords);
  std::optional<Result<Trace>> trace;
  {
    const py::gil_scoped_release others;
    trace = simulate(*prepared.scenario, prepared.run);
  }
  auto played = std::make_shared<Played>();
  played->trace = taken(std::move(*trace));
  if (worlds == 0) return played;
  patiently([&](const Stop& stop) {
    const Scenario& scenario = *played->trace.scenario;
    played->worlds = affordable_worlds(scenario, worlds);
    played->holds = holds(scenario, prepared.run, played->trace.outcome, played->worlds, stop);
  });
  return played;
}

py::list rounds_of(Played& played, const py::object& stage) {
  const int wanted = stage_of(*played.trace.scenario, stage);
  const py::list stages = document_dict(played)["stages"];
  py::list rounds;
  for (std::size_t place = 0; place < stages.size(); ++place) {
    if (wanted >= 0 && played.trace.stages[place].stage != wanted) continue;
    for (const py::handle& round : stages[place]["rounds"]) {
      round["stage"] = stages[place]["id"];
      rounds.append(round);
    }
  }
  return rounds;
}

std::string tell(const Played& played, const std::string& lang) {
  return narrate(played.trace,
                 {.language = language_of(lang), .holds = played.holds, .worlds = played.worlds});
}

py::object utilities_of(const HeldOutcome& outcome) {
  py::dict utilities;
  for (const auto& [actor, utility] : outcome.outcome.utilities) {
    utilities[py::str(outcome.scenario->actors[actor].id)] = utility;
  }
  return utilities;
}

py::object field_of(const HeldOutcome& held, const std::string& key) {
  for (const char* known : kOutcomeKeys) {
    if (key == known) return py::cast(held).attr(known);
  }
  throw py::key_error(key);
}

py::dict outcome_dict(const py::object& outcome) {
  py::dict fields;
  for (const char* key : kOutcomeKeys) fields[key] = outcome.attr(key);
  fields["coalition"] = py::list(fields["coalition"]);
  return fields;
}

void bind_outcome(py::module_& module) {
  py::class_<HeldOutcome> type(module, "Outcome",
                               "How a run or one stage of it ended.\n\n"
                               "Every attribute can also be asked as `outcome['agreed']`.");
  type.def_property_readonly(
          "agreed", [](const HeldOutcome& held) { return held.outcome.agreed; },
          "Whether there is an agreement; of a run, in every stage.")
      .def_property_readonly(
          "stage",
          [](const HeldOutcome& held) { return held.scenario->stages[held.outcome.stage].id; },
          "Id of the stage in which it ended.")
      .def_property_readonly(
          "round",
          [](const HeldOutcome& held) -> std::optional<int> {
            if (held.outcome.round == 0) return {};
            return held.outcome.round;
          },
          "Round of the agreement, counted from 1; None without one.")
      .def_property_readonly(
          "package",
          [](const HeldOutcome& held) { return package_of(*held.scenario, held.outcome.package); },
          "What is in force: a dict of issues and options (numbers on a continuous issue), or "
          "None.")
      .def_property_readonly(
          "coalition",
          [](const HeldOutcome& held) { return ids_of(*held.scenario, held.outcome.coalition); },
          "Ids of those who accepted, in the order of the file.")
      .def_property_readonly("utilities", utilities_of,
                             "What it is worth to each party of the stage: a dict.")
      .def_property_readonly(
          "reason", [](const HeldOutcome& held) { return reason_name(held.outcome.reason); },
          "`agreement`, `deadline`, `no_zone` or `withdrawal`.")
      .def("__getitem__", field_of, "key"_a, "An attribute by its name.")
      .def(
          "keys", [](const HeldOutcome&) { return py::tuple(py::cast(kOutcomeKeys)); },
          "keys(self)\n--\n\nThe names of all attributes.")
      .def("to_dict", outcome_dict,
           "to_dict(self)\n--\n\nAs it stands in the document `detente/trace/1`.")
      .def("__repr__", [](const py::object& outcome) {
        return "<Outcome " + outcome_dict(outcome).attr("__repr__")().cast<std::string>() + ">";
      });
}

void bind_trace(py::module_& module) {
  py::class_<Played, std::shared_ptr<Played>>(module, "Trace",
                                              "A whole run: every round, and how it ended.")
      .def_property_readonly(
          "scenario", [](const Played& played) { return played.trace.scenario->id; },
          "Id of the scenario.")
      .def_property_readonly(
          "model", [](const Played& played) { return played.trace.model; }, "Id of the model.")
      .def_property_readonly(
          "seed", [](const Played& played) { return played.trace.seed; }, "Seed of all draws.")
      .def_property_readonly(
          "digest",
          [](const Played& played) {
            const py::gil_scoped_release others;
            return digest(played.trace);
          },
          "32 hexadecimal digits over stages and outcome: equal runs, equal digests, also on\n"
          "another machine and in the command.")
      .def_property_readonly(
          "outcome",
          [](const Played& played) {
            return HeldOutcome{played.trace.scenario, played.trace.outcome};
          },
          "How it ended: an `Outcome`.")
      .def_property_readonly(
          "holds",
          [](const Played& played) -> std::optional<int> {
            if (played.holds < 0) return {};
            return played.holds;
          },
          "In how many of `worlds` nearby worlds it ends the same; None if none were tried.")
      .def_property_readonly(
          "worlds", [](const Played& played) { return played.worlds; },
          "How many nearby worlds were tried.")
      .def_property_readonly(
          "stages", [](Played& played) { return py::list(document_dict(played)["stages"]); },
          "The stages played, as in the document: a list of dicts with `id`, `rounds`, `outcome`.")
      .def("rounds", rounds_of, "stage"_a = py::none(),
           "rounds(self, stage=None)\n--\n\n"
           "The rounds of one stage, or of all in order of play: a list of dicts as in the\n"
           "document, each with the id of its `stage`. Round 0 is the opening.")
      .def(
          "to_json", [](Played& played) { return document_of(played); },
          "to_json(self)\n--\n\n"
          "The document `detente/trace/1`: the same text as `detente run --json`.")
      .def("to_dict", document_dict, "to_dict(self)\n--\n\nThe same document as a dict.")
      .def("tell", tell, "lang"_a = "en",
           "tell(self, lang='en')\n--\n\nThe run told for people in `en`, `bg` or `uk`.")
      .def("__repr__", [](const Played& played) {
        return "<Trace of " + played.trace.scenario->id + ", " + played.trace.model + ", " +
               std::string(reason_name(played.trace.outcome.reason)) + ">";
      });
}

}  // namespace

void bind_run(py::module_& module) {
  bind_outcome(module);
  bind_trace(module);
  module.def(
      "run", run, "scenario"_a, "model"_a = py::none(), "seed"_a = py::none(),
      "run(scenario, model=None, seed=None, *, params=None, edits=None, overlay=None, moves=None, "
      "worlds=0)\n--\n\n"
      "Plays a scenario to its end: a `Trace`.\n\n"
      "model    id of a model; None: the scenario's.\n"
      "seed     a whole number from 0 to 2**64 - 1; None: the scenario's.\n"
      "params   parameters of the model, a dict.\n"
      "edits    changes: a dict of paths and values from the start, or a list as in an overlay,\n"
      "         [{'at': {'stage': S, 'round': N}, 'set': {PATH: VALUE}}].\n"
      "overlay  a file of edits and moves, a dict with the keys of one, or several of them.\n"
      "moves    what people play, a list as in an overlay.\n"
      "worlds   in how many nearby worlds to try the outcome.\n\n"
      "The same run as that of the command `detente run`, with the same digest. Raises\n"
      "ScenarioError with all faults. Other threads of Python go on meanwhile.");
}

}  // namespace detente::python
