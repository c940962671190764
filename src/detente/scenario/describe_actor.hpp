#pragma once

#include <array>
#include <utility>

#include "detente/scenario/key.hpp"
#include "detente/scenario/position_specs.hpp"
#include "detente/scenario/reference_specs.hpp"
#include "detente/scenario/specs.hpp"

// The description of all fields (describe.hpp): issues, actors and what they want.
namespace detente::detail {

constexpr std::array<std::pair<const char*, Loss>, 2> kLosses{
    {{"linear", Loss::linear}, {"quadratic", Loss::quadratic}}};
constexpr std::array<std::pair<const char*, Tactic::Offer>, 2> kOffers{
    {{"nearest", Tactic::Offer::nearest}, {"least", Tactic::Offer::least}}};

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

}  // namespace detente::detail
