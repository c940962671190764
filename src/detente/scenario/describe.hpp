#pragma once

#include <array>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "detente/scenario/fields.hpp"
#include "detente/scenario/known_models.hpp"
#include "detente/scenario/position_specs.hpp"
#include "detente/scenario/section_specs.hpp"
#include "detente/scenario/specs.hpp"

// The one description of all fields: which keys a record has, what each may hold, where it is kept.
// A visitor goes through it: Fields reads a file by it, Stride follows the path of an edit, KeyList
// knows what to suggest. To add a field, add its line here and its member to the scenario.
namespace detente::detail {

constexpr std::array<std::pair<const char*, Loss>, 2> kLosses{
    {{"linear", Loss::linear}, {"quadratic", Loss::quadratic}}};
constexpr std::array<std::pair<const char*, Tactic::Offer>, 2> kOffers{
    {{"nearest", Tactic::Offer::nearest}, {"least", Tactic::Offer::least}}};
constexpr std::array<std::pair<const char*, Fallback>, 2> kFallbacks{
    {{"walk_away", Fallback::walk_away}, {"kept", Fallback::kept}}};

template <typename Visitor>
void describe(Visitor& visit, Source& source) {
  visit.leaf("title", source.title, Words{});
  visit.leaf("publisher", source.publisher, Plain{});
  visit.leaf("language", source.language, Plain{});
  visit.leaf("url", source.url, Plain{});
}

template <typename Visitor>
void describe(Visitor& visit, Option& option) {
  visit.leaf("title", option.title, Words{});
  visit.leaf("at", option.at, Number{0.0, kAxis});
}

template <typename Visitor>
void describe(Visitor& visit, Issue& issue) {
  visit.leaf("title", issue.title, Words{});
  visit.leaf("question", issue.question, Words{});
  visit.by_id("options", issue.options, issue.options, "option");
  visit.leaf("supplier", issue.supplier, ActorRef{});
  visit.later("range", {"unit", "steps"});
}

template <typename Visitor>
void describe(Visitor& visit, Position& position, const Issue& issue) {
  visit.leaf("ideal", position, Ideal{&issue});
  visit.leaf("values", position, Scores{&issue});
  visit.leaf("salience", position.salience, kShare);
  if (position.values.empty()) {
    visit.leaf("loss", position.loss, OneOf<Loss>{"loss", kLosses});
  } else {
    visit.without_effect("loss", "where `values` are given");
  }
  visit.leaf("red_line", position, RedLine{&issue});
  visit.leaf("because", position.because, Words{});
  visit.leaf("source", position.source, SourceRef{});
}

template <typename Visitor>
void describe(Visitor& visit, Tactic& tactic) {
  visit.leaf("kind", tactic, TacticKind{});
  if (tactic.kind == Tactic::Kind::time) {
    visit.leaf("e", tactic.e, Number{0.01, 100.0});
    visit.leaf("start", tactic.start, kShare);
    visit.leaf("margin", tactic.margin, kShare);
    visit.leaf("offer", tactic.offer, OneOf<Tactic::Offer>{"offer rule", kOffers});
  } else {
    for (const char* key : {"e", "start", "margin", "offer"}) {
      visit.without_effect(key, "on a tactic that is not `time`");
    }
  }
  visit.leaf("leave_after", tactic.leave_after, kRound);
  for (const char* key : {"accept", "mode", "lag", "window", "kindness"}) visit.later(key);
}

template <typename Visitor>
void describe(Visitor& visit, Actor& actor) {
  visit.leaf("title", actor.title, Words{});
  visit.leaf("forms", actor.forms, Declension{});
  visit.leaf("delegates", actor.delegates, Plain{});
  visit.leaf("power", actor.power, Positive{});
  visit.leaf("walk_away", actor.walk_away, WalkAway{});
  visit.leaf("delay_cost", actor.delay_cost, kShare);
  visit.leaf("susceptibility", actor.susceptibility, kShare);
  visit.idle("values_durability", actor.values_durability, kShare);
  visit.record("tactic", actor.tactic);
  visit.by_id("positions", actor.positions, visit.scenario().issues, "issue");
}

template <typename Visitor>
void describe(Visitor& visit, TieKeys& tie) {
  visit.leaf("between", tie.between, ActorRefs{});
  visit.leaf("from", tie.from, ActorRef{});
  visit.leaf("to", tie.to, ActorRef{});
  visit.leaf(required("strength"), tie.strength, kTieStrength);
}

template <typename Visitor>
void describe(Visitor& visit, Pressure& pressure) {
  visit.leaf(required("by"), pressure.by, ActorRefs{});
  visit.leaf(required("on"), pressure.on, ActorRef{});
  visit.leaf(required("per_round"), pressure.per_round, kShare);
  visit.leaf("cost", pressure.cost, kShare);
}

template <typename Visitor>
void describe(Visitor& visit, Stage& stage) {
  visit.fixed(required("id"), stage.id, Anything{});
  visit.leaf("title", stage.title, Words{});
  visit.leaf("parties", stage.parties, ActorRefs{});
  visit.leaf("advisers", stage.advisers, ActorRefs{});
  visit.leaf("issues", stage.issues, IssueRefs{});
  visit.leaf("consent", stage.consent, ActorRefs{});
  visit.leaf("quorum", stage.quorum, kShare);
  visit.leaf("rounds", stage.rounds, kRound);
  visit.leaf("starts", stage.starts, ActorRef{});
  visit.leaf("walk_away", stage.walk_away, PerActor{&stage.parties});
  visit.leaf("pressure", stage.pressure, ListOf{});
  visit.leaf("keeps", stage.keeps, StageRef{});
  visit.leaf("reopens", stage.reopens, IssueRefs{});
  visit.leaf("fallback", stage.fallback, OneOf<Fallback>{"fallback", kFallbacks});
}

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
void describe(Visitor& visit, Event& event) {
  visit.fixed(required("stage"), event.at.stage, StageRef{});
  visit.fixed(required("round"), event.at.round, kRound);
  visit.fixed("title", event.title, Words{});
  visit.fixed(required("set"), event.edits, Edits{});
}

template <typename Visitor>
void describe(Visitor& visit, Try& trial) {
  visit.fixed("title", trial.title, Words{});
  visit.fixed(required("set"), trial.edits, Edits{});
}

template <typename Visitor>
void describe(Visitor& visit, Lesson& lesson) {
  visit.fixed("question", lesson.question, Words{});
  visit.fixed("notice", lesson.notice, Words{});
  visit.fixed("try", lesson.tries, ListOf{});
  visit.fixed("glossary", lesson.glossary, Glossary{});
}

template <typename Visitor>
void describe(Visitor& visit, Expect& expect) {
  visit.fixed(required("command"), expect.command, Plain{});
  visit.fixed(required("path"), expect.path, Plain{});
  visit.fixed(required("equals"), expect.equals, Anything{});
  visit.fixed("tolerance", expect.tolerance, Number{.low = 0.0});
  visit.fixed("source", expect.source, Plain{});
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
  for (const char* key : {"conflict", "votes", "game", "graph", "unions", "durability"}) {
    visit.unused(key);
  }
}

}  // namespace detente::detail
