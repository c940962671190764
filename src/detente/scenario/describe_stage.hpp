#pragma once

#include <array>
#include <utility>

#include "detente/scenario/records.hpp"
#include "detente/scenario/reference_specs.hpp"
#include "detente/scenario/section_specs.hpp"
#include "detente/scenario/specs.hpp"

// The description of all fields (describe.hpp): stages, ties, events and lessons.
namespace detente::detail {

constexpr std::array<std::pair<const char*, Fallback>, 2> kFallbacks{
    {{"walk_away", Fallback::walk_away}, {"kept", Fallback::kept}}};

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

}  // namespace detente::detail
