#include <pybind11/stl.h>

#include <algorithm>
#include <limits>

#include "detente/core/text.hpp"
#include "detente/scenario/edit.hpp"
#include "detente/scenario/nothing_to_negotiate.hpp"
#include "detente/scenario/overlay.hpp"
#include "python/binding.hpp"

namespace detente::python {
namespace {

constexpr std::uint64_t kLargestSeed = std::numeric_limits<std::uint64_t>::max();

template <typename Items>
int place_of(const Items& items, const py::object& id, const std::string& what) {
  if (id.is_none()) return -1;
  const auto name = id.cast<std::string>();
  const int found = index_of(items, name);
  if (found >= 0) return found;
  std::vector<std::string> known;
  known.reserve(items.size());
  for (const auto& item : items) known.push_back(item.id);
  refuse({{.code = Code::unknown_id,
           .message = "no " + what + " '" + name + '\'',
           .hint = did_you_mean(name, known)}});
}

void add(const Diagnostics& more, Diagnostics& faults) {
  faults.insert(faults.end(), more.begin(), more.end());
}

/// The edits from the start, in the order in which the command makes them.
std::vector<Edit> edits_from_start(const Scenario& scenario, const py::kwargs& keywords) {
  std::vector<Edit> edits;
  const py::object model = take(keywords, "model");
  const std::string id = model.is_none() ? scenario.model : model.cast<std::string>();
  if (!model.is_none()) edits.push_back({"model", Value::of(id), {}});
  const py::object params = take(keywords, "params");
  if (!params.is_none()) {
    py::dict paths;
    for (const auto& [name, value] : params.cast<py::dict>()) {
      paths[py::str("models." + id + '.' + name.cast<std::string>())] = value;
    }
    for (Edit& edit : edits_of(paths)) edits.push_back(std::move(edit));
  }
  return edits;
}

/// An overlay from a file, or from a dict with the keys of one.
Overlay overlay_of(const py::handle& source, const Scenario& scenario) {
  if (is_path(source)) return taken(load_overlay(path_of(source), scenario));
  py::dict document;
  document["schema"] = "detente/overlay/1";
  document["scenario"] = scenario.id;
  document.attr("update")(source);
  return taken(parse_overlay(yaml_of(document), "<overlay>", scenario));
}

/// What is laid over the scenario: files and dicts first, then the edits and moves given apart.
py::list overlays(const py::object& overlay, const py::object& placed, const py::object& moves) {
  py::list sources;
  if (is_path(overlay) || py::isinstance<py::dict>(overlay)) {
    sources.append(overlay);
  } else if (!overlay.is_none()) {
    for (const py::handle& one : overlay) sources.append(one);
  }
  py::dict apart;
  if (!placed.is_none()) apart["edits"] = py::list(placed);
  if (!moves.is_none()) apart["moves"] = py::list(moves);
  if (!apart.empty()) sources.append(apart);
  return sources;
}

/// A person's seat that nobody plays follows the tactic `linear`.
void warn_of_empty_seats(const Prepared& prepared) {
  const auto& actors = prepared.scenario->actors;
  for (int actor = 0; actor < std::ssize(actors); ++actor) {
    const auto& moves = prepared.run.moves;
    const bool played = std::any_of(moves.begin(), moves.end(),
                                    [&](const Move& move) { return move.actor == actor; });
    if (actors[actor].tactic.kind != Tactic::Kind::human || played) continue;
    const std::string text =
        "actors." + actors[actor].id + ".tactic: tactic 'human' without a move plays as 'linear'";
    if (PyErr_WarnEx(PyExc_UserWarning, text.c_str(), 1) != 0) throw py::error_already_set();
  }
}

std::uint64_t seed_of(const py::object& seed, const Scenario& scenario) {
  if (seed.is_none()) return scenario.seed;
  // NumPy's whole numbers count, 1.5 does not
  const py::object whole = py::module_::import("operator").attr("index")(seed);
  if (whole < py::int_(0) || whole > py::int_(kLargestSeed)) {
    throw py::value_error("seed must be a whole number from 0 to 18446744073709551615");
  }
  return whole.cast<std::uint64_t>();
}

}  // namespace

std::vector<Edit> edits_of(const py::dict& changes) {
  std::vector<Edit> edits;
  Diagnostics faults;
  for (const auto& [path, value] : changes) {
    const auto edit = parse_edit(path.cast<std::string>() + '=' + yaml_of(value));
    if (edit) edits.push_back(*edit);
    if (!edit) add(edit.error(), faults);
  }
  if (!faults.empty()) refuse(faults);
  return edits;
}

Scenario changed(Scenario scenario, const std::vector<Edit>& edits) {
  Diagnostics faults;
  for (const Edit& edit : edits) {
    auto next = apply(scenario, edit);
    if (next) {
      scenario = std::move(next).value();
    } else {
      add(next.error(), faults);
    }
  }
  if (!faults.empty()) refuse(faults);
  return scenario;
}

py::object take(const py::kwargs& keywords, const char* name) {
  return keywords.attr("pop")(name, py::none());
}

Prepared prepare(const HeldScenario& held, const py::kwargs& keywords, bool negotiates) {
  std::vector<Edit> start = edits_from_start(*held.scenario, keywords);
  py::object edits = take(keywords, "edits");
  const py::object overlay = take(keywords, "overlay");
  const py::object moves = take(keywords, "moves");
  const py::object seed = take(keywords, "seed");
  for (const auto& [name, value] : keywords) {
    throw py::type_error("there is no keyword '" + name.cast<std::string>() + "'");
  }
  if (py::isinstance<py::dict>(edits)) {
    for (Edit& edit : edits_of(edits)) start.push_back(std::move(edit));
    edits = py::none();
  }
  Prepared prepared{.scenario = held.scenario};
  if (!start.empty()) {
    prepared.scenario = std::make_shared<const Scenario>(changed(*held.scenario, start));
  }
  if (negotiates && prepared.scenario->stages.empty() && !can_be_played(*prepared.scenario)) {
    refuse({nothing_to_negotiate(*prepared.scenario, held.name)});
  }
  prepared.run.seed = seed_of(seed, *prepared.scenario);
  for (const py::handle& source : overlays(overlay, edits, moves)) {
    Overlay laid = overlay_of(source, *prepared.scenario);
    for (Edit& edit : laid.edits) prepared.run.edits.push_back(std::move(edit));
    for (Move& move : laid.moves) prepared.run.moves.push_back(std::move(move));
  }
  warn_of_empty_seats(prepared);
  return prepared;
}

int stage_of(const Scenario& scenario, const py::object& id) {
  return place_of(scenario.stages, id, "stage");
}

int actor_of(const Scenario& scenario, const py::object& id) {
  return place_of(scenario.actors, id, "actor");
}

}  // namespace detente::python
