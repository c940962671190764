#pragma once

#include "detente/scenario/describe_actor.hpp"
#include "detente/scenario/describe_conflict.hpp"
#include "detente/scenario/describe_durability.hpp"
#include "detente/scenario/describe_game.hpp"
#include "detente/scenario/describe_stage.hpp"
#include "detente/scenario/known_models.hpp"
#include "detente/scenario/records.hpp"

// The one description of all fields: which keys a record has, what each may hold, where it is kept.
// A visitor goes through it: Fields reads a file by it, Stride follows the path of an edit, KeyList
// knows what to suggest. To add a field, add its line and its member of the scenario.
namespace detente::detail {

/// The parameters of one model.
struct ModelParameters {
  const ModelFacts* model;
  ModelNumbers* numbers;
};

template <typename Visitor>
void describe(Visitor& visit, ModelParameters& parameters) {
  visit.names(Code::unknown_parameter, "parameter");
  for (const ParameterFacts& facts : parameters.model->parameters) {
    visit.leaf({facts.id, false}, *parameters.numbers, Parameter{parameters.model, &facts});
  }
}

template <typename Visitor>
void describe(Visitor& visit, ModelNumbers& numbers) {
  visit.names(Code::unknown_model, "model");
  for (const ModelFacts& model : known_models()) {
    ModelParameters parameters{&model, &numbers};
    if (model.available) {
      visit.record({model.id, false}, parameters);
    } else {
      visit.unused({model.id, false});
    }
  }
}

template <typename Visitor>
void describe(Visitor& visit, Scenario& scenario) {
  visit.schema("detente/scenario/1");
  visit.fixed(required("id"), scenario.id, Id{});
  visit.leaf(required("title"), scenario.title, Words{});
  visit.leaf("summary", scenario.summary, Words{});
  visit.leaf("seed", scenario.seed, Seed{});
  visit.leaf("model", scenario.model, ModelName{});
  visit.record("models", scenario.models);
  visit.by_id("sources", scenario.sources, scenario.sources, "source");
  visit.by_id("issues", scenario.issues, scenario.issues, "issue");
  visit.by_id("actors", scenario.actors, scenario.actors, "actor");
  visit.ties("ties", scenario.ties);
  visit.list_with_ids("stages", scenario.stages);
  visit.fixed("events", scenario.events, ListOf{});
  visit.fixed("uncertain", scenario.uncertain, Draws{});
  visit.fixed("lesson", scenario.lesson, MapOf{});
  visit.fixed("expect", scenario.expect, ListOf{});
  visit.section("durability", scenario.durability);
  visit.fixed("conflict", scenario.conflict, ConflictForm{});
  visit.fixed("votes", scenario.votes, VotesForm{});
  visit.fixed("game", scenario.game, GameForm{});
  visit.fixed("graph", scenario.links, LinkList{});
  visit.fixed("unions", scenario.unions, UnionList{});
}

}  // namespace detente::detail
