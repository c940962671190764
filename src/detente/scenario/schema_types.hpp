#pragma once

#include <nlohmann/json.hpp>

#include "detente/scenario/describe_overlay.hpp"
#include "detente/scenario/describe_plan.hpp"

// What each type of field may hold, in the words of JSON Schema (draft-07).
namespace detente::detail {

using Json = nlohmann::ordered_json;

/// A reference to one of schema_definitions().
Json schema_ref(const char* name);
/// Pieces that come often: id, text, plain, place, yes_no, edits, distribution.
Json schema_definitions();
/// Keys of one's own may stand in every map.
Json schema_of_map(Json properties);
/// A map by ids of one kind.
Json schema_by_id(const Json& each);
Json schema_list(const Json& each);

Json schema_of(const Number& spec);
Json schema_of(const Positive& spec);
Json schema_of(const Whole& spec);
Json schema_of(const Seed& spec);
Json schema_of(const Schema& spec);
Json schema_of(const Declension& spec);
Json schema_of(const Glossary& spec);
Json schema_of(const WalkAway& spec);
Json schema_of(const ModelName& spec);
Json schema_of(const Parameter& spec);
Json schema_of(const PerActor& spec);
Json schema_of(const Scores& spec);
Json schema_of(const RedLine& spec);
Json schema_of(const RangeEnds& spec);
Json schema_of(const TacticKind& spec);
Json schema_of(const Draws& spec);
Json schema_of(const Levels& spec);
Json schema_of(const Offer& spec);
Json schema_of(const Anything& spec);
Json schema_of(const Id& spec);
Json schema_of(const ActorRef& spec);
Json schema_of(const StageRef& spec);
Json schema_of(const SourceRef& spec);
Json schema_of(const ActorRefs& spec);
Json schema_of(const IssueRefs& spec);
Json schema_of(const Ideal& spec);
Json schema_of(const YesNo& spec);
Json schema_of(const Answer& spec);
Json schema_of(const Departure& spec);
Json schema_of(const Edits& spec);
Json schema_of(const Gain& spec);
Json schema_of(const DesignWord& spec);
Json schema_of(const PointCount& spec);
Json schema_of(const PointList& spec);
Json schema_of(const MetricNames& spec);
Json schema_of(const VaryPaths& spec);
Json schema_of(const ConflictOptions& spec);
Json schema_of(const Takes& spec);
Json schema_of(const GraphForm& spec);
Json schema_of(const InfeasibleStates& spec);
Json schema_of(const Counted& spec);
Json schema_of(const Implications& spec);
Json schema_of(const Irreversible& spec);
Json schema_of(const StatusQuo& spec);
Json schema_of(const Preferences& spec);
Json schema_of(const Quota& spec);
Json schema_of(const Weights& spec);
Json schema_of(const GamePlayers& spec);
Json schema_of(const CoalitionValues& spec);
Json schema_of(const ValueTable& spec);
Json schema_of(const Airport& spec);
Json schema_of(const Bankruptcy& spec);
Json schema_of(const LinkList& spec);
Json schema_of(const UnionList& spec);

template <typename Enum>
Json schema_of(const OneOf<Enum>& spec) {
  Json words = Json::array();
  for (const auto& [name, meaning] : spec.words) words.push_back(name);
  return {{"enum", std::move(words)}};
}

}  // namespace detente::detail
