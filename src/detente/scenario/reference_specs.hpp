#pragma once

#include <map>
#include <string>
#include <vector>

#include "detente/scenario/known_models.hpp"
#include "detente/scenario/reader.hpp"

// Fields that name something else in the scenario, and are kept as its index.
namespace detente::detail {

struct ActorRef {
  void read(Reader& reader, const Value& value, int& member) const;
};
struct StageRef {
  void read(Reader& reader, const Value& value, int& member) const;
  void read(Reader& reader, const Value& value, std::string& member) const;
};
struct SourceRef {
  void read(Reader& reader, const Value& value, std::string& member) const;
};
/// In the order given, none twice.
struct ActorRefs {
  void read(Reader& reader, const Value& value, std::vector<int>& member) const;
};
/// In the order of the scenario, none twice.
struct IssueRefs {
  void read(Reader& reader, const Value& value, std::vector<int>& member) const;
};

/// The id of a model that is there.
struct ModelName {
  void read(Reader& reader, const Value& value, std::string& member) const;
};

using ModelNumbers = std::map<std::string, std::map<std::string, double>>;

/// One parameter of one model.
struct Parameter {
  const ModelFacts* model;
  const ParameterFacts* facts;

  void read(Reader& reader, const Value& value, ModelNumbers& member) const;
};

/// A number for each of some parties: the stage's own walk-aways.
struct PerActor {
  static constexpr bool kBelow = true;
  const std::vector<int>* parties;  ///< Those that a wildcard stands for.

  void read(Reader& reader, const Value& value, std::map<int, double>& member) const;
  void read_below(Reader& reader, const Entry& entry, std::map<int, double>& member) const;
  std::vector<std::string> ids_below(const Scenario& scenario,
                                     const std::map<int, double>& member) const;
};

}  // namespace detente::detail
