#include "detente/scenario/schema_types.hpp"

// The types of the sections `conflict`, `votes`, `game`, `graph` and `unions`.
namespace detente::detail {
namespace {

constexpr std::size_t kMostTable = std::size_t{1} << kMostPlayers;

Json either(std::initializer_list<Json> forms) {
  return {{"anyOf", Json(std::vector<Json>(forms))}};
}

Json some(const Json& each) {
  return {{"type", "array"}, {"items", each}, {"minItems", 1}};
}

Json pair_of(const Json& each) {
  return {{"type", "array"}, {"items", each}, {"minItems", 2}, {"maxItems", 2}};
}

Json choices() {
  return schema_by_id(schema_ref("yes_no"));
}

Json some_choices() {
  Json schema = choices();
  schema["minProperties"] = 1;
  return schema;
}

/// A code, or in graph form a number or an id.
Json state() {
  return {{"type", {"integer", "string"}}, {"minimum", 0}};
}

Json worth() {
  return either(
      {{{"type", "number"}}, {{"type", "string"}, {"pattern", "^[-+.0-9eE]+/[+.0-9eE]+$"}}});
}

Json amount() {
  return either({{{"type", "number"}, {"minimum", 0}},
                 {{"type", "string"}, {"pattern", "^[+.0-9eE]+/[+.0-9eE]+$"}}});
}

Json amounts() {
  Json schema = schema_by_id(amount());
  schema["minProperties"] = 1;
  return schema;
}

}  // namespace

Json schema_of(const ConflictOptions& /*spec*/) {
  Json option = schema_of_map({{"title", schema_ref("text")}, {"takes", schema_of(Takes{})}});
  option["type"] = {"object", "null"};
  Json by_id = schema_by_id(option);
  by_id["minProperties"] = 1;
  Json listed = some(schema_ref("id"));
  listed["uniqueItems"] = true;
  Json owners = schema_by_id(either({by_id, listed}));
  owners["minProperties"] = 1;
  return owners;
}

Json schema_of(const Takes& /*spec*/) {
  return {{"type", "string"}, {"pattern", "^[^.]+\\..+$"}};
}

Json schema_of(const GraphForm& /*spec*/) {
  Json graph = schema_of_map(
      {{"states", some({{"type", {"string", "number"}}})},
       {"moves", schema_by_id(schema_list(pair_of({{"type", {"integer", "string"}}})))}});
  graph["required"] = {"states", "moves"};
  graph["properties"]["states"]["maxItems"] = kMaxGraphStates;
  graph["properties"]["moves"]["minProperties"] = 1;
  return graph;
}

Json schema_of(const InfeasibleStates& /*spec*/) {
  return schema_list(some_choices());
}

Json schema_of(const Counted& /*spec*/) {
  Json group = some(schema_ref("id"));
  group["uniqueItems"] = true;
  return schema_list(group);
}

Json schema_of(const Implications& /*spec*/) {
  Json rule = schema_of_map({{"if", some_choices()}, {"then", some_choices()}});
  rule["required"] = {"if", "then"};
  return schema_list(rule);
}

Json schema_of(const Irreversible& /*spec*/) {
  return schema_by_id({{"enum", {"to_yes", "to_no"}}});
}

Json schema_of(const StatusQuo& /*spec*/) {
  return either({state(), choices()});
}

Json schema_of(const Preferences& /*spec*/) {
  Json way = schema_of_map({{"ranking", schema_list(either({state(), some(state())}))},
                            {"statements", some(schema_ref("plain"))},
                            {"from", {{"enum", {"positions"}}}}});
  way["oneOf"] = {
      {{"required", {"ranking"}}}, {{"required", {"statements"}}}, {{"required", {"from"}}}};
  return schema_by_id(way);
}

Json schema_of(const Quota& /*spec*/) {
  return schema_of(Positive{});
}

Json schema_of(const Weights& /*spec*/) {
  Json weights = schema_by_id(schema_of(kNotNegative));
  weights["minProperties"] = 1;
  return weights;
}

Json schema_of(const GamePlayers& /*spec*/) {
  Json players = some(schema_ref("id"));
  players["maxItems"] = kMostPlayers;
  players["uniqueItems"] = true;
  return players;
}

Json schema_of(const CoalitionValues& /*spec*/) {
  // ids with blanks between them
  return {
      {"type", "object"},
      {"patternProperties", {{"^ *([a-z][a-z0-9_]*( +|$))*$", worth()}, {"^x-", Json::object()}}},
      {"additionalProperties", false}};
}

Json schema_of(const ValueTable& /*spec*/) {
  Json listed = schema_list(worth());
  listed["minItems"] = 2;
  listed["maxItems"] = kMostTable;
  return either({{{"type", "string"}}, std::move(listed)});
}

Json schema_of(const Airport& /*spec*/) {
  return amounts();
}

Json schema_of(const Bankruptcy& /*spec*/) {
  Json schema = schema_of_map({{"estate", amount()}, {"claims", amounts()}});
  schema["required"] = {"estate", "claims"};
  return schema;
}

Json schema_of(const LinkList& /*spec*/) {
  return schema_list(pair_of(schema_ref("id")));
}

Json schema_of(const UnionList& /*spec*/) {
  return schema_list(some(schema_ref("id")));
}

}  // namespace detente::detail
