#pragma once

#include <string>
#include <vector>

#include "detente/scenario/key.hpp"
#include "detente/scenario/scenario.hpp"

namespace detente::detail {

/// Collects the keys of a record that a path can go on with.
class KeyList {
 public:
  explicit KeyList(const Scenario& scenario) : scenario_(&scenario) {}

  const Scenario& scenario() const { return *scenario_; }
  const std::vector<std::string>& keys() const { return keys_; }
  /// What one of them is called.
  const char* kind() const { return kind_; }
  /// Whether `*` may stand for any of them: they are names, not fields.
  bool are_names() const { return are_names_; }

  void names(Code /*unknown*/, const char* kind) {
    are_names_ = true;
    kind_ = kind;
  }
  template <typename... Rest>
  void leaf(Key key, const Rest&... /*rest*/) {
    keys_.emplace_back(key.name);
  }
  template <typename... Rest>
  void record(Key key, const Rest&... /*rest*/) {
    keys_.emplace_back(key.name);
  }
  template <typename... Rest>
  void section(Key key, const Rest&... /*rest*/) {
    keys_.emplace_back(key.name);
  }
  template <typename... Rest>
  void by_id(Key key, const Rest&... /*rest*/) {
    keys_.emplace_back(key.name);
  }
  template <typename... Rest>
  void list_with_ids(Key key, const Rest&... /*rest*/) {
    keys_.emplace_back(key.name);
  }
  template <typename... Rest>
  void ties(Key key, const Rest&... /*rest*/) {
    keys_.emplace_back(key.name);
  }
  // no edit can use the rest
  template <typename... Rest>
  void fixed(const Rest&... /*rest*/) {}
  void schema(const char* /*name*/) {}
  void barred(Key /*key*/, const char* /*why*/) {}
  void unused(Key /*key*/) {}
  void without_effect(Key /*key*/, const char* /*why*/) {}

 private:
  const Scenario* scenario_;
  std::vector<std::string> keys_{};
  const char* kind_ = "field";
  bool are_names_ = false;
};

}  // namespace detente::detail
