#include "detente/scenario/json_schema.hpp"

#include <algorithm>
#include <array>
#include <type_traits>

#include "detente/scenario/schema_types.hpp"

namespace detente {
namespace detail {
namespace {

/// Collects what the keys of one record may hold, as a visitor of its description. What a record
/// may hold in different circumstances adds up.
class SchemaList {
 public:
  explicit SchemaList(const Scenario& scenario) : scenario_(&scenario) {}

  const Scenario& scenario() const { return *scenario_; }
  Json take();

  void names(Code unknown, const char* /*kind*/) { by_id_ = unknown == Code::unknown_id; }
  void schema(const char* name) { put(required("schema"), schema_of(Schema{name})); }

  template <typename Member, typename Spec>
  void leaf(Key key, Member& member, const Spec& spec) {
    put(key, form(member, spec));
  }
  template <typename Member, typename Spec>
  void fixed(Key key, Member& member, const Spec& spec) {
    put(key, form(member, spec));
  }
  template <typename Record>
  void record(Key key, Record& record) {
    put(key, of(record));
  }
  template <typename Record>
  void section(Key key, std::optional<Record>& record) {
    put(key, of(record.emplace()));
  }
  template <typename Items, typename Ids>
  void by_id(Key key, Items& items, const Ids& ids, const char* /*kind*/) {
    if constexpr (std::is_same_v<Items, Ids>) {
      put(key, in_short(schema_by_id(of(items.front())), items));
    } else {
      put(key, schema_by_id(of(items.front(), ids.front())));
    }
  }
  template <typename Items>
  void list_with_ids(Key key, Items& items) {
    put(key, schema_list(of(items.front())));
  }
  void ties(Key key, const std::vector<Tie>& /*ties*/) {
    TieKeys tie;
    put(key, schema_list(of(tie)));
  }
  void unused(Key key) { put(key, Json::object()); }
  void barred(Key key, const char* /*why*/) { without_effect(key, {}); }
  void without_effect(Key key, const char* /*why*/) {
    if (!properties_.contains(key.name)) properties_[std::string(key.name)] = Json::object();
  }

 private:
  void put(Key key, Json schema) {
    const std::string name(key.name);
    if (key.required && std::find(required_.begin(), required_.end(), name) == required_.end()) {
      required_.push_back(name);
    }
    Json& slot = properties_[name];
    if (slot.is_null() || slot.empty()) slot = std::move(schema);
  }

  /// The schema of a whole record.
  template <typename Record, typename... Context>
  Json of(Record& record, const Context&... context) {
    SchemaList list(*scenario_);
    describe_all(list, record, context...);
    Json schema = list.take();
    add_rules(schema, record);
    return schema;
  }

  template <typename Record, typename... Context>
  static void describe_all(SchemaList& list, Record& record, const Context&... context) {
    describe(list, record, context...);
  }
  static void describe_all(SchemaList& list, Tactic& tactic) {
    for (const TacticFacts& facts : tactic_facts()) {
      for (const auto& [name, mode] : kModes) {
        tactic.kind = facts.kind;
        tactic.mode = mode;
        describe(list, tactic);
      }
    }
  }
  static void describe_all(SchemaList& list, AcceptRule& rule) {
    for (const auto& [name, kind] : kAcceptRules) {
      rule.kind = kind;
      describe(list, rule);
    }
  }
  static void describe_all(SchemaList& list, Issue& issue) {
    describe(list, issue);
    issue.range.emplace();
    describe(list, issue);
    issue.range.reset();
  }

  // what settle.cpp holds between the keys of a record
  template <typename Record>
  static void add_rules(Json& schema, const Record& /*record*/) {
    if constexpr (kHasShortForm<Record>) {
      const Json word = schema["properties"][std::is_same_v<Record, Tactic> ? "kind" : "rule"];
      schema = {{"anyOf", {word, std::move(schema)}}};
    }
  }
  static void add_rules(Json& schema, const Issue& /*issue*/) {
    schema["oneOf"] = {{{"required", {"options"}}}, {{"required", {"range"}}}};
  }
  static void add_rules(Json& schema, const Position& /*position*/) {
    const Json nothing{{"properties", {{"salience", {{"const", 0}}}}}, {"required", {"salience"}}};
    schema["anyOf"] = {{{"required", {"ideal"}}}, {{"required", {"values"}}}, nothing};
    schema["not"] = {{"required", {"ideal", "values"}}};
  }
  static void add_rules(Json& schema, const TieKeys& /*tie*/) {
    schema["oneOf"] = {{{"required", {"between"}}}, {{"required", {"from", "to"}}}};
    schema["properties"]["between"]["minItems"] = 2;
    schema["properties"]["between"]["maxItems"] = 2;
  }
  static void add_rules(Json& schema, const DesignKeys& /*design*/) {
    const auto rule = [](const Json& kinds, const Json& needed, const Json& barred) {
      Json then{{"required", needed}, {"properties", Json::object()}};
      for (const Json& key : barred) then["properties"][key] = false;
      return Json{{"if", {{"properties", {{"kind", {{"enum", kinds}}}}}, {"required", {"kind"}}}},
                  {"then", std::move(then)}};
    };
    const Json none = Json::array();
    schema["allOf"] = {
        rule({"random", "lhs", "sobol", "saltelli"}, Json::array({"n"}), Json::array({"points"})),
        rule(Json::array({"list"}), Json::array({"points"}), Json::array({"n"})),
        rule({"grid", "oat"}, none, {"n", "points"})};
  }
  static void add_rules(Json& schema, const ConflictSection& /*conflict*/) {
    Json graph{{"required", {"graph"}}, {"properties", Json::object()}};
    for (const char* key : {"options", "infeasible", "exactly_one", "at_least_one", "at_most_one",
                            "implies", "irreversible"}) {
      graph["properties"][key] = false;
    }
    schema["oneOf"] = {{{"required", {"options"}}, {"properties", {{"graph", false}}}},
                       std::move(graph)};
  }
  static void add_rules(Json& schema, const VoteKeys& /*votes*/) {
    schema["properties"]["rules"]["minItems"] = 1;
    schema["properties"]["rules"]["maxItems"] = kMostRules;
  }
  static void add_rules(Json& schema, const Game& /*game*/) {
    schema["type"] = "object";
    schema["oneOf"] = {{{"required", {"players", "values"}}},
                       {{"required", {"players", "table"}}},
                       {{"required", {"airport"}}},
                       {{"required", {"bankruptcy"}}}};
  }
  static void add_rules(Json& schema, const Move& /*move*/) {
    schema["oneOf"] = {
        {{"required", {"offer"}}}, {{"required", {"accept"}}}, {{"required", {"leave"}}}};
  }

  template <typename Items>
  static Json in_short(Json by_id, const Items& /*items*/) {
    return by_id;
  }
  static Json in_short(Json by_id, const std::vector<Option>& /*options*/) {
    by_id["minProperties"] = 1;
    Json listed{{"type", "array"},
                {"items", schema_ref("id")},
                {"minItems", 1},
                {"maxItems", 1000},
                {"uniqueItems", true}};
    Json counted =
        schema_of_map({{"count", schema_of(Whole{1, 1000})}, {"prefix", schema_ref("id")}});
    counted["required"] = {"count", "prefix"};
    return {{"anyOf", {std::move(by_id), std::move(listed), std::move(counted)}}};
  }

  template <typename Member, typename Spec>
  static Json form(Member& /*member*/, const Spec& spec) {
    return schema_of(spec);
  }
  /// A text, or a list of texts.
  template <typename Member>
  static Json form(Member& /*member*/, const Words& /*spec*/) {
    const Json text = schema_ref("text");
    return std::is_same_v<Member, Text> ? text : schema_list(text);
  }
  template <typename Member>
  static Json form(Member& /*member*/, const Plain& /*spec*/) {
    const Json text = schema_ref("plain");
    return std::is_same_v<Member, std::string> ? text : schema_list(text);
  }
  template <typename Record>
  Json form(std::vector<Record>& /*member*/, const ListOf& /*spec*/) {
    Record record;
    return schema_list(of(record));
  }
  template <typename Record>
  Json form(Record& member, const MapOf& /*spec*/) {
    return of(member);
  }
  Json form(std::optional<At>& member, const Moment& /*spec*/) { return of(member.emplace()); }
  Json form(DesignKeys& member, const DesignForm& /*spec*/) {
    // a single word where nothing else is needed
    return {{"anyOf", {Json{{"enum", {"grid", "oat"}}}, of(member)}}};
  }
  Json form(std::optional<ConflictSection>& member, const ConflictForm& /*spec*/) {
    return of(member.emplace());
  }
  Json form(std::optional<Votes>& /*member*/, const VotesForm& /*spec*/) {
    VoteKeys votes;
    return of(votes);
  }
  Json form(std::optional<Game>& member, const GameForm& /*spec*/) { return of(member.emplace()); }
  Json form(PlanKeys& member, const SeriesForm& /*spec*/) {
    SeriesKeys series{&member};
    return of(series);
  }

  const Scenario* scenario_;
  Json properties_ = Json::object();
  std::vector<std::string> required_{};
  bool by_id_ = false;
};

Json SchemaList::take() {
  // every id has the same schema: one stands for all
  if (by_id_) return schema_by_id(properties_.begin().value());
  Json schema = schema_of_map(std::move(properties_));
  schema["type"] = {"object", "null"};
  if (!required_.empty()) {
    schema["type"] = "object";
    schema["required"] = required_;
  }
  return schema;
}

/// A scenario that has one of everything.
Scenario specimen() {
  Scenario scenario;
  scenario.sources.resize(1);
  scenario.issues.resize(1);
  scenario.issues.front().id = "issue";
  scenario.issues.front().options.resize(1);
  scenario.actors.resize(1);
  scenario.actors.front().id = "actor";
  scenario.actors.front().positions.resize(1);
  scenario.stages.resize(1);
  return scenario;
}

template <typename Record>
std::string whole_schema(const char* title, Record record, const Scenario& scenario) {
  SchemaList list(scenario);
  describe(list, record);
  Json schema{{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", title}};
  schema.update(list.take());
  schema["definitions"] = schema_definitions();
  return schema.dump(1) + '\n';
}

}  // namespace
}  // namespace detail

std::string scenario_schema() {
  const Scenario scenario = detail::specimen();
  return detail::whole_schema("A scenario of Detente, detente/scenario/1", scenario, scenario);
}

std::string overlay_schema() {
  return detail::whole_schema("A what-if or a played role of Detente, detente/overlay/1",
                              detail::OverlayKeys{}, detail::specimen());
}

std::string plan_schema() {
  return detail::whole_schema("A batch plan of Detente, detente/batch/1", detail::PlanKeys{},
                              detail::specimen());
}

}  // namespace detente
