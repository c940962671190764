#include <pybind11/stl.h>

#include <string_view>

#include "python/run.hpp"

namespace detente::python {
namespace {

/// A turn, with what gives its numbers their names.
struct HeldTurn {
  std::shared_ptr<const Scenario> scenario{};
  std::shared_ptr<const StageTables> tables{};
  Turn turn{};
};

py::object none_or(std::string_view word) {
  if (word == "none") return py::none();
  return py::str(std::string(word));
}

py::object answer_of(const HeldTurn& held) {
  static constexpr std::array<std::string_view, 5> kNames{"none", "accept", "refuse", "leave",
                                                          "unreached"};
  return none_or(kNames.at(static_cast<std::size_t>(held.turn.answer)));
}

py::object act_of(const HeldTurn& held) {
  static constexpr std::array<std::string_view, 5> kNames{"none", "offer", "silent", "pass",
                                                          "leave"};
  return none_or(kNames.at(static_cast<std::size_t>(held.turn.act)));
}

/// The package with that index as a dict; None for -1.
py::object package_at(const Scenario& scenario, const StageTables& tables, int package) {
  if (package < 0) return py::none();
  return package_of(scenario, options_of(tables, package));
}

py::tuple parties_of(const Scenario& scenario, const StageTables& tables, const ActorSet& set) {
  return ids_of(scenario, actors_of(tables, set));
}

/// {party: number}
template <typename Number>
py::dict by_party(const Simulation& simulation, Number number) {
  py::dict numbers;
  const auto& parties = simulation.tables().parties;
  for (std::size_t party = 0; party < parties.size(); ++party) {
    numbers[py::str(simulation.scenario().actors[parties[party].actor].id)] = number(party);
  }
  return numbers;
}

py::dict standings_of(const Simulation& simulation, double Standing::*member) {
  const auto standings = simulation.model().standings(simulation.tables(), simulation.state());
  return by_party(simulation, [&](std::size_t party) { return standings[party].*member; });
}

/// A change that could not be made when its round came ends the run.
void check(const Simulation& simulation) {
  if (!simulation.faults().empty()) refuse(simulation.faults());
}

Simulation begin(const HeldScenario& held, const py::object& model, const py::object& seed,
                 const py::kwargs& keywords) {
  keywords["model"] = model;
  keywords["seed"] = seed;
  const Prepared prepared = prepare(held, keywords);
  Simulation simulation(taken(plan(prepared.scenario, prepared.run)));
  check(simulation);
  return simulation;
}

HeldTurn next(Simulation& simulation) {
  // as they are before the turn: a stage that ends takes them away
  HeldTurn held{simulation.shared_scenario(), simulation.shared_tables()};
  held.turn = simulation.next();
  check(simulation);
  return held;
}

py::object outcome_of(const Simulation& simulation) {
  if (!simulation.over()) return py::none();
  const auto stages = static_cast<int>(simulation.scenario().stages.size());
  return py::cast(
      HeldOutcome{simulation.shared_scenario(), overall(simulation.outcomes(), stages)});
}

py::list outcomes_of(const Simulation& simulation) {
  py::list outcomes;
  for (const Outcome& outcome : simulation.outcomes()) {
    outcomes.append(HeldOutcome{simulation.shared_scenario(), outcome});
  }
  return outcomes;
}

py::list log_of(const Simulation& simulation) {
  py::list turns;
  for (const Turn& turn : simulation.log()) {
    turns.append(HeldTurn{simulation.shared_scenario(), simulation.shared_tables(), turn});
  }
  return turns;
}

py::object next_by(const Simulation& simulation) {
  if (simulation.over()) return py::none();
  const int party = simulation.model().whose_turn(simulation.tables(), simulation.state());
  if (party < 0) return py::none();
  return py::str(simulation.scenario().actors[simulation.tables().parties[party].actor].id);
}

std::shared_ptr<HeldScenario> scenario_now(const Simulation& simulation) {
  auto held = std::make_shared<HeldScenario>();
  held->scenario = simulation.shared_scenario();
  held->name = "<round " + std::to_string(simulation.state().round) + ">";
  return held;
}

py::dict turn_dict(const py::object& turn) {
  py::dict fields;
  for (const char* key : {"stage", "round", "by", "answer", "answered", "act", "offered"}) {
    fields[key] = turn.attr(key);
  }
  return fields;
}

void bind_turn(py::module_& module) {
  py::class_<HeldTurn>(module, "Turn", "What one party, or a bloc that offers jointly, did.")
      .def_property_readonly(
          "stage",
          [](const HeldTurn& held) { return held.scenario->stages[held.tables->view.stage].id; },
          "Id of the stage.")
      .def_property_readonly(
          "round", [](const HeldTurn& held) { return held.turn.round; }, "Counted from 1.")
      .def_property_readonly(
          "by",
          [](const HeldTurn& held) {
            return parties_of(*held.scenario, *held.tables, held.turn.by);
          },
          "Who took it: a tuple of ids.")
      .def_property_readonly(
          "answer", answer_of,
          "How the offer on the table was answered: `accept`, `refuse`, `leave`, `unreached`, or\n"
          "None.")
      .def_property_readonly(
          "answered",
          [](const HeldTurn& held) {
            return package_at(*held.scenario, *held.tables, held.turn.answered);
          },
          "The package that was answered, a dict, or None.")
      .def_property_readonly("act", act_of,
                             "What was done besides: `offer`, `silent`, `pass`, `leave`, or None.")
      .def_property_readonly(
          "offered",
          [](const HeldTurn& held) {
            return package_at(*held.scenario, *held.tables, held.turn.offered);
          },
          "The package that was tabled, a dict, or None.")
      .def("to_dict", turn_dict, "to_dict(self)\n--\n\nAll of it as a dict.")
      .def("__repr__", [](const py::object& turn) {
        return "<Turn " + turn_dict(turn).attr("__repr__")().cast<std::string>() + ">";
      });
}

void bind_table(py::class_<Simulation>& type) {
  type.def_property_readonly(
          "over", [](const Simulation& simulation) { return simulation.over(); },
          "Whether the run has ended.")
      .def_property_readonly(
          "stage",
          [](const Simulation& simulation) {
            return simulation.scenario().stages[simulation.tables().view.stage].id;
          },
          "Id of the stage that is being played, or was last.")
      .def_property_readonly(
          "round", [](const Simulation& simulation) { return simulation.state().round; },
          "The round that is being played, counted from 1.")
      .def_property_readonly(
          "standing",
          [](const Simulation& simulation) {
            return package_at(simulation.scenario(), simulation.tables(),
                              simulation.state().standing);
          },
          "The package on the table, a dict, or None.")
      .def_property_readonly(
          "proposer",
          [](const Simulation& simulation) {
            return parties_of(simulation.scenario(), simulation.tables(),
                              simulation.state().proposer);
          },
          "Who tabled it: a tuple of ids.")
      .def_property_readonly(
          "left",
          [](const Simulation& simulation) {
            return parties_of(simulation.scenario(), simulation.tables(), simulation.state().left);
          },
          "Who has walked out of the stage: a tuple of ids.")
      .def_property_readonly("next_by", next_by,
                             "Who takes the next turn; None where a bloc offers jointly, or at "
                             "the end.")
      .def_property_readonly(
          "thresholds",
          [](const Simulation& simulation) {
            return standings_of(simulation, &Standing::threshold);
          },
          "The least utility that each party accepts now: a dict.")
      .def_property_readonly(
          "walk_aways",
          [](const Simulation& simulation) {
            return standings_of(simulation, &Standing::walk_away);
          },
          "What no deal is worth to each party now: a dict.")
      .def_property_readonly("scenario", scenario_now,
                             "The scenario as it stands in this round; it has no text.");
}

void bind_play(py::class_<Simulation>& type) {
  type.def("next", next,
           "next(self)\n--\n\n"
           "Plays the next turn: a `Turn`. Where it ends a stage, `outcomes` grows and the next\n"
           "stage opens. ContractViolation if the run is over.")
      .def(
          "play_stage",
          [](Simulation& simulation) {
            simulation.play_stage();
            check(simulation);
          },
          "play_stage(self)\n--\n\nPlays the stage to its end.")
      .def(
          "copy", [](const Simulation& simulation) { return simulation; },
          "copy(self)\n--\n\nThe same talks, to be played on apart from these.")
      .def("__copy__", [](const Simulation& simulation) { return simulation; })
      .def("__iter__", [](const py::object& simulation) { return simulation; })
      .def("__next__",
           [](Simulation& simulation) {
             if (simulation.over()) throw py::stop_iteration();
             return next(simulation);
           })
      .def_property_readonly("log", log_of, "The turns of this stage so far: a list of `Turn`.")
      .def_property_readonly("outcomes", outcomes_of,
                             "How the stages that have ended did: a list of `Outcome`.")
      .def_property_readonly("outcome", outcome_of,
                             "How the run ended, an `Outcome`; None while it goes on.")
      .def("__repr__", [](const Simulation& simulation) {
        return "<Simulation of " + simulation.scenario().id + ", round " +
               std::to_string(simulation.state().round) + ">";
      });
}

}  // namespace

void bind_simulation(py::module_& module) {
  bind_turn(module);
  py::class_<Simulation> type(module, "Simulation",
                              "Talks that are played turn by turn: `for turn in simulation`.\n\n"
                              "Simulation(scenario, model=None, seed=None, *, params=None, "
                              "edits=None, overlay=None, moves=None); see `run`.");
  type.def(py::init(&begin), "scenario"_a, "model"_a = py::none(), "seed"_a = py::none(),
           "__init__(self, scenario, model=None, seed=None, *, params=None, edits=None, "
           "overlay=None, moves=None)\n--\n\n"
           "The table before the first turn.");
  bind_table(type);
  bind_play(type);
}

}  // namespace detente::python
