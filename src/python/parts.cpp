#include <pybind11/stl.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "detente/core/text.hpp"
#include "python/binding.hpp"

namespace detente::python {
namespace {

using Whole = std::shared_ptr<const Scenario>;

/// Things with ids, in the order of the file.
struct Listing {
  py::tuple items{};
};

/// One actor, issue or stage of a scenario, which it keeps alive.
struct HeldActor {
  Whole whole{};
  int place = 0;
  const Actor& get() const { return whole->actors[place]; }
};
struct HeldIssue {
  Whole whole{};
  int place = 0;
  const Issue& get() const { return whole->issues[place]; }
};
struct HeldStage {
  Whole whole{};
  int place = 0;
  const Stage& get() const { return whole->stages[place]; }
};
struct HeldOption {
  Whole whole{};
  int issue = 0;
  int place = 0;
  const Option& get() const { return whole->issues[issue].options[place]; }
};

template <typename HeldPart>
py::object listing(const Whole& whole, std::size_t count) {
  Listing list{py::tuple(count)};
  for (std::size_t place = 0; place < count; ++place) {
    list.items[place] = py::cast(HeldPart{whole, static_cast<int>(place)});
  }
  return py::cast(std::move(list));
}

py::object item_at(const Listing& list, const py::object& key) {
  if (!py::isinstance<py::str>(key)) return list.items.attr("__getitem__")(key);
  std::vector<std::string> known;
  for (const py::handle& item : list.items) {
    if (py::object(item.attr("id")).equal(key)) return py::reinterpret_borrow<py::object>(item);
    known.push_back(item.attr("id").cast<std::string>());
  }
  const auto id = key.cast<std::string>();
  const std::string hint = did_you_mean(id, known);
  throw py::key_error(hint.empty() ? id : id + "; " + hint);
}

py::tuple ids_in(const Listing& list) {
  py::tuple ids(list.items.size());
  for (std::size_t place = 0; place < list.items.size(); ++place) {
    ids[place] = list.items[place].attr("id");
  }
  return ids;
}

void bind_listing(py::module_& module) {
  py::class_<Listing>(module, "Listing",
                      "Actors, issues, options or stages in the order of the file, to be asked by "
                      "place or by id.")
      .def("__len__", [](const Listing& list) { return list.items.size(); })
      .def("__iter__", [](const Listing& list) { return py::iter(list.items); })
      .def("__getitem__", item_at, "key"_a, "The one with that id, or at that place.")
      .def(
          "__contains__",
          [](const Listing& list, const py::object& id) {
            return ids_in(list).attr("__contains__")(id).cast<bool>();
          },
          "id"_a, "Whether one has that id.")
      .def_property_readonly("ids", ids_in, "All ids: a tuple.")
      .def("__repr__", [](const Listing& list) { return py::repr(ids_in(list)); });
}

/// id and title(), which all of them have.
template <typename Part>
py::class_<Part> part_class(py::module_& module, const char* name, const char* doc) {
  py::class_<Part> type(module, name, doc);
  type.def_property_readonly(
          "id", [](const Part& part) { return part.get().id; }, "Its id.")
      .def(
          "title",
          [](const Part& part, const std::string& lang) {
            return part.get().title.in(language_of(lang), part.get().id);
          },
          "lang"_a = "en",
          "title(self, lang='en')\n--\n\nIts title in `en`, `bg` or `uk`; else its id.")
      .def("__repr__", [name](const Part& part) {
        return "<" + std::string(name) + " " + part.get().id + ">";
      });
  return type;
}

std::string tactic_name(const Tactic& tactic) {
  static constexpr std::array<std::string_view, 7> kNames{
      "time", "hardliner", "human", "micro", "tit_for_tat", "nice_tit_for_tat", "hybrid"};
  return std::string(kNames.at(static_cast<std::size_t>(tactic.kind)));
}

void bind_actor(py::module_& module) {
  const auto number = [](double Actor::*member) {
    return [member](const HeldActor& actor) { return actor.get().*member; };
  };
  part_class<HeldActor>(module, "Actor", "One party or adviser.")
      .def_property_readonly("power", number(&Actor::power), "Capability, relative to others.")
      .def_property_readonly("walk_away", number(&Actor::walk_away),
                             "Utility of no deal, from 0 to 1.")
      .def_property_readonly("delay_cost", number(&Actor::delay_cost),
                             "Fall of the walk-away a round.")
      .def_property_readonly("susceptibility", number(&Actor::susceptibility),
                             "Openness to the influence of others, from 0 to 1.")
      .def_property_readonly("values_durability", number(&Actor::values_durability),
                             "Weight of a lasting agreement in its utility, from 0 to 1.")
      .def_property_readonly(
          "tactic", [](const HeldActor& actor) { return tactic_name(actor.get().tactic); },
          "The kind of its tactic.")
      .def_property_readonly(
          "delegates",
          [](const HeldActor& actor) { return py::tuple(py::cast(actor.get().delegates)); },
          "Who speaks for it: a tuple of names.");
}

py::object options_in(const HeldIssue& issue) {
  const auto& options = issue.get().options;
  Listing list{py::tuple(options.size())};
  for (std::size_t place = 0; place < options.size(); ++place) {
    list.items[place] = py::cast(HeldOption{issue.whole, issue.place, static_cast<int>(place)});
  }
  return py::cast(std::move(list));
}

void bind_issue(py::module_& module) {
  part_class<HeldOption>(module, "Option", "One choice on an issue.")
      .def_property_readonly(
          "at", [](const HeldOption& option) { return option.get().at; },
          "Its place on the axis of the issue.");
  part_class<HeldIssue>(module, "Issue", "One thing under negotiation.")
      .def_property_readonly("options", options_in,
                             "Its options; of a continuous issue, its grid: a `Listing`.")
      .def(
          "question",
          [](const HeldIssue& issue, const std::string& lang) {
            return issue.get().question.in(language_of(lang), {});
          },
          "lang"_a = "en",
          "question(self, lang='en')\n--\n\nWhat it asks; empty if it does not say.")
      .def_property_readonly(
          "range",
          [](const HeldIssue& issue) -> py::object {
            if (!issue.get().range) return py::none();
            return py::make_tuple(issue.get().range->low, issue.get().range->high);
          },
          "Both ends of a continuous issue in its own unit, else None.")
      .def_property_readonly(
          "unit",
          [](const HeldIssue& issue) {
            return issue.get().range ? issue.get().range->unit : std::string{};
          },
          "The unit of a continuous issue; may be empty.");
}

void bind_stage(py::module_& module) {
  const auto people = [](std::vector<int> Stage::*member) {
    return [member](const HeldStage& stage) { return ids_of(*stage.whole, stage.get().*member); };
  };
  part_class<HeldStage>(module, "Stage", "One chapter of the talks.")
      .def_property_readonly("parties", people(&Stage::parties), "Ids of those who decide.")
      .def_property_readonly("advisers", people(&Stage::advisers),
                             "Ids of those who are there without a vote.")
      .def_property_readonly("consent", people(&Stage::consent),
                             "Ids of those without whom there is no agreement.")
      .def_property_readonly(
          "issues",
          [](const HeldStage& stage) {
            py::tuple ids(stage.get().issues.size());
            for (std::size_t place = 0; place < ids.size(); ++place) {
              ids[place] = stage.whole->issues[stage.get().issues[place]].id;
            }
            return ids;
          },
          "Ids of its issues.")
      .def_property_readonly(
          "rounds", [](const HeldStage& stage) { return stage.get().rounds; },
          "How many rounds it may last.")
      .def_property_readonly(
          "quorum", [](const HeldStage& stage) { return stage.get().quorum; },
          "Share of power that must accept, if the file says so, else None.");
}

}  // namespace

py::object actors_of(const Whole& scenario) {
  return listing<HeldActor>(scenario, scenario->actors.size());
}

py::object issues_of(const Whole& scenario) {
  return listing<HeldIssue>(scenario, scenario->issues.size());
}

py::object stages_of(const Whole& scenario) {
  return listing<HeldStage>(scenario, scenario->stages.size());
}

void bind_parts(py::module_& module) {
  bind_listing(module);
  bind_actor(module);
  bind_issue(module);
  bind_stage(module);
}

}  // namespace detente::python
