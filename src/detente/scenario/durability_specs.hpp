#pragma once

#include <string>
#include <vector>

#include "detente/scenario/reader.hpp"

// The fields of the section `durability` that are more than a number.
namespace detente::detail {

/// The violators by actor, as a map.
struct ViolatorSet {
  std::vector<Violator>* all;
};

/// One actor's place among the violators; it becomes one when its gain is read.
struct ViolatorAt {
  std::vector<Violator>* all;
  int actor;

  Violator* find() const;
};

/// `{uniform: [0.1, 0.9]}`: no number of it is below 0.
struct Gain {
  static constexpr bool kBelow = true;

  void read(Reader& reader, const Value& value, ViolatorAt& member) const;
  void read_below(Reader& reader, const Entry& entry, ViolatorAt& member) const;
  std::vector<std::string> ids_below(const Scenario& scenario, const ViolatorAt& member) const;
};

/// The levers of one name by issue, as a map.
struct LeverSet {
  std::vector<Lever>* all;
};

/// `{none: 0, political: 0.4}`: levels of one issue's options; one that is not named has 0.
struct Levels {
  static constexpr bool kBelow = true;
  int issue;

  void read(Reader& reader, const Value& value, std::vector<Lever>& member) const;
  void read_below(Reader& reader, const Entry& entry, std::vector<Lever>& member) const;
  std::vector<std::string> ids_below(const Scenario& scenario,
                                     const std::vector<Lever>& member) const;
};

}  // namespace detente::detail
