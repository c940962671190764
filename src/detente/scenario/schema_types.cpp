#include "detente/scenario/schema_types.hpp"

#include <cmath>
#include <limits>

#include "detente/scenario/distribution_specs.hpp"

namespace detente::detail {
namespace {

constexpr auto kIdPattern = "^[a-z][a-z0-9_]*$";

Json either(std::initializer_list<Json> forms) {
  return {{"anyOf", Json(std::vector<Json>(forms))}};
}

/// A whole number where one is meant, so that a limit reads `0` and not `0.0`.
Json limit(double number) {
  if (number == std::floor(number) && std::abs(number) < 1e15) {
    return static_cast<std::int64_t>(number);
  }
  return number;
}

Json exactly(std::size_t count, const Json& each) {
  return {{"type", "array"}, {"items", each}, {"minItems", count}, {"maxItems", count}};
}

/// A text as YAML has it: what looks like a number may be one.
Json plain_text() {
  return {{"type", {"string", "number"}}};
}

Json text_in_languages() {
  Json languages;
  for (const Language language : kLanguages) {
    languages[std::string(language_code(language))] = schema_ref("plain");
  }
  return schema_of_map(std::move(languages));
}

/// One of the distributions or of `others`, and nothing else but `more`.
Json one_distribution(Json more, const std::vector<const char*>& others = {}) {
  Json properties = std::move(more);
  Json one = Json::array();
  for (const char* other : others) one.push_back({{"required", {other}}});
  for (const DistributionFacts& facts : distribution_facts()) {
    properties[facts.name] = exactly(facts.numbers, {{"type", "number"}});
  }
  properties["choice"] =
      either({{{"type", "array"}, {"minItems", 1}},
              {{"type", "object"},
               {"minProperties", 1},
               {"additionalProperties", {{"type", "number"}, {"exclusiveMinimum", 0}}}}});
  for (const std::string& word : distribution_words()) one.push_back({{"required", {word}}});
  Json schema = schema_of_map(std::move(properties));
  schema["oneOf"] = std::move(one);
  return schema;
}

}  // namespace

Json schema_ref(const char* name) {
  return {{"$ref", std::string("#/definitions/") + name}};
}

Json schema_definitions() {
  return {
      {"id", {{"type", "string"}, {"pattern", kIdPattern}}},
      {"plain", plain_text()},
      {"text", either({schema_ref("plain"), text_in_languages()})},
      {"place", {{"type", {"number", "string"}}}},
      {"yes_no",
       either({{{"type", "boolean"}},
               {{"type", "string"},
                {"pattern", "^([Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$"}}})},
      {"edits", {{"type", "object"}}},
      {"distribution", one_distribution(Json::object())}};
}

Json schema_of_map(Json properties) {
  return {{"type", "object"},
          {"properties", std::move(properties)},
          {"patternProperties", {{"^x-", Json::object()}}},
          {"additionalProperties", false}};
}

Json schema_by_id(const Json& each) {
  return {{"type", "object"},
          {"patternProperties", {{kIdPattern, each}, {"^x-", Json::object()}}},
          {"additionalProperties", false}};
}

Json schema_list(const Json& each) {
  return {{"type", "array"}, {"items", each}};
}

Json schema_of(const Number& spec) {
  Json schema{{"type", "number"}};
  if (!std::isinf(spec.low)) schema["minimum"] = limit(spec.low);
  if (!std::isinf(spec.high)) schema["maximum"] = limit(spec.high);
  return schema;
}

Json schema_of(const Positive& /*spec*/) {
  return {{"type", "number"}, {"exclusiveMinimum", 0}};
}

Json schema_of(const Whole& spec) {
  return {{"type", "integer"}, {"minimum", spec.low}, {"maximum", spec.high}};
}

Json schema_of(const Seed& /*spec*/) {
  return {
      {"type", "integer"}, {"minimum", 0}, {"maximum", std::numeric_limits<std::uint64_t>::max()}};
}

Json schema_of(const Schema& spec) {
  return {{"const", spec.name}};
}

Json schema_of(const Declension& /*spec*/) {
  Json forms{{"plural", schema_ref("yes_no")}};
  for (const std::string& one : name_cases()) forms[one] = schema_ref("plain");
  Json languages;
  for (const Language language : kLanguages) {
    languages[std::string(language_code(language))] = schema_of_map(forms);
  }
  return schema_of_map(std::move(languages));
}

Json schema_of(const Glossary& /*spec*/) {
  return {{"type", "object"}, {"additionalProperties", schema_ref("text")}};
}

Json schema_of(const WalkAway& /*spec*/) {
  Json share = schema_of_map({{"share", schema_of(kShare)}});
  share["required"] = {"share"};
  return either({schema_of(kShare), std::move(share)});
}

Json schema_of(const ModelName& /*spec*/) {
  Json names = Json::array();
  for (const ModelFacts& model : known_models()) {
    if (model.available) names.push_back(std::string(model.id));
  }
  return {{"enum", std::move(names)}};
}

Json schema_of(const Parameter& spec) {
  return schema_of(Number{spec.facts->low, spec.facts->high});
}

Json schema_of(const PerActor& /*spec*/) {
  return schema_by_id(schema_of(kShare));
}

Json schema_of(const Scores& /*spec*/) {
  return either({schema_list(schema_of(kShare)), schema_by_id(schema_of(kShare))});
}

Json schema_of(const RedLine& /*spec*/) {
  return exactly(2, schema_ref("place"));
}

Json schema_of(const RangeEnds& /*spec*/) {
  return exactly(2, schema_of(kAxisEnd));
}

Json schema_of(const TacticKind& /*spec*/) {
  Json names = Json::array();
  for (const TacticFacts& tactic : tactic_facts()) names.push_back(tactic.name);
  return {{"enum", std::move(names)}};
}

Json schema_of(const Draws& /*spec*/) {
  return {{"type", "object"},
          {"patternProperties", {{"^x-", Json::object()}}},
          {"additionalProperties", one_distribution({{"each", schema_ref("yes_no")}})}};
}

Json schema_of(const Levels& /*spec*/) {
  // an option of a range is a number
  return {{"type", "object"},
          {"patternProperties", {{"^x-", Json::object()}}},
          {"additionalProperties", schema_of(kShare)}};
}

Json schema_of(const Offer& /*spec*/) {
  return {{"type", "object"}, {"minProperties", 1}, {"additionalProperties", schema_ref("place")}};
}

Json schema_of(const Anything& /*spec*/) {
  return Json::object();
}
Json schema_of(const Id& /*spec*/) {
  return schema_ref("id");
}
Json schema_of(const ActorRef& /*spec*/) {
  return schema_ref("id");
}
Json schema_of(const StageRef& /*spec*/) {
  return schema_ref("id");
}
Json schema_of(const SourceRef& /*spec*/) {
  return schema_ref("id");
}
Json schema_of(const ActorRefs& /*spec*/) {
  return schema_list(schema_ref("id"));
}
Json schema_of(const IssueRefs& /*spec*/) {
  return schema_list(schema_ref("id"));
}
Json schema_of(const Ideal& /*spec*/) {
  return schema_ref("place");
}
Json schema_of(const YesNo& /*spec*/) {
  return schema_ref("yes_no");
}
Json schema_of(const Answer& /*spec*/) {
  return schema_ref("yes_no");
}
Json schema_of(const Departure& /*spec*/) {
  return schema_ref("yes_no");
}
Json schema_of(const Edits& /*spec*/) {
  return schema_ref("edits");
}
Json schema_of(const Gain& /*spec*/) {
  return schema_ref("distribution");
}

Json schema_of(const DesignWord& /*spec*/) {
  return schema_of(OneOf<Design::Kind>{"design", kDesigns});
}

Json schema_of(const PointCount& /*spec*/) {
  return {{"type", "integer"}, {"minimum", 1}, {"maximum", kMostRuns}};
}

Json schema_of(const PointList& /*spec*/) {
  Json listed = schema_list({{"type", "object"}});
  listed["minItems"] = 1;
  listed["maxItems"] = kMostPoints;
  return either({{{"type", "string"}}, std::move(listed)});
}

Json schema_of(const MetricNames& /*spec*/) {
  return {{"type", "array"}, {"items", {{"type", "string"}}}, {"minItems", 1}};
}

Json schema_of(const VaryPaths& /*spec*/) {
  const Json values{{"type", "array"}, {"minItems", 1}};
  Json way = one_distribution({{"range", exactly(2, {{"type", "number"}})},
                               {"steps", schema_of(Whole{2, kMostSteps})},
                               {"values", values},
                               {"each", schema_ref("yes_no")}},
                              {"range", "values"});
  way["dependencies"] = {{"steps", {"range"}}};
  return {{"type", "object"},
          {"patternProperties", {{"^x-", Json::object()}}},
          {"additionalProperties", std::move(way)},
          {"minProperties", 1},
          {"maxProperties", kMostDimensions}};
}

}  // namespace detente::detail
