#pragma once

#include <array>
#include <utility>

#include "detente/scenario/describe_tactic.hpp"
#include "detente/scenario/key.hpp"
#include "detente/scenario/name_specs.hpp"
#include "detente/scenario/position_specs.hpp"
#include "detente/scenario/range_specs.hpp"
#include "detente/scenario/reference_specs.hpp"
#include "detente/scenario/specs.hpp"

// The description of all fields (describe.hpp): issues, actors and what they want.
namespace detente::detail {

constexpr std::array<std::pair<const char*, Loss>, 2> kLosses{
    {{"linear", Loss::linear}, {"quadratic", Loss::quadratic}}};
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
  // the options of a range are its grid, which outline.cpp has made
  if (issue.range) {
    visit.fixed("range", *issue.range, RangeEnds{});
    visit.fixed("unit", issue.range->unit, Plain{});
    visit.fixed("steps", issue.range->steps, kGridSteps);
    visit.barred("options", "beside `range`");
  } else {
    visit.by_id("options", issue.options, issue.options, "option");
    visit.without_effect("unit", "without `range`");
    visit.without_effect("steps", "without `range`");
  }
  visit.leaf("supplier", issue.supplier, ActorRef{});
}

template <typename Visitor>
void describe(Visitor& visit, Position& position, const Issue& issue) {
  visit.leaf("ideal", position, Ideal{&issue});
  if (issue.range) {
    visit.barred("values", "on an issue with `range`");
  } else {
    visit.leaf("values", position, Scores{&issue});
  }
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
void describe(Visitor& visit, Actor& actor) {
  visit.leaf("title", actor.title, Words{});
  visit.leaf("forms", actor.forms, Declension{});
  visit.leaf("delegates", actor.delegates, Plain{});
  visit.leaf("power", actor.power, Positive{});
  visit.leaf("walk_away", actor, WalkAway{});
  visit.leaf("delay_cost", actor.delay_cost, kShare);
  visit.leaf("susceptibility", actor.susceptibility, kShare);
  visit.leaf("values_durability", actor.values_durability, kShare);
  visit.record("tactic", actor.tactic);
  visit.by_id("positions", actor.positions, visit.scenario().issues, "issue");
}

}  // namespace detente::detail
