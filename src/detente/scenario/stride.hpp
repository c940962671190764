#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "detente/scenario/describe.hpp"
#include "detente/scenario/walk.hpp"

// The visitors that follow a path: private to walk.cpp.
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
  void idle(Key key, const Rest&... /*rest*/) {
    keys_.emplace_back(key.name);
  }
  template <typename... Rest>
  void record(Key key, const Rest&... /*rest*/) {
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
  void later(Key /*key*/, std::initializer_list<const char*> /*companions*/ = {}) {}
  void unused(Key /*key*/) {}
  void without_effect(Key /*key*/, const char* /*why*/) {}

 private:
  const Scenario* scenario_;
  std::vector<std::string> keys_{};
  const char* kind_ = "field";
  bool are_names_ = false;
};

/// One way along one path.
class Walk {
 public:
  Walk(Scenario& scenario, Path path, Faults& faults);

  /// Puts a value at the end of the path.
  void put(const Value& value);
  /// Whether the path leads somewhere; faults are reported.
  /// @param existing  a tie must be there already.
  bool check(bool existing);
  /// The ids that the first `*` of the path may stand for.
  std::vector<std::string> ids_at_star(bool after_another);

 private:
  friend class Stride;

  bool at_end() const { return depth_ == tokens_.size(); }
  std::string_view token() const { return tokens_[depth_]; }
  std::string_view token_before() const { return tokens_[depth_ - 1]; }
  /// The path of the first tokens.
  std::string_view prefix(std::size_t count) const;

  void fail(Code code, std::size_t token, std::string message, std::string hint = {});
  void unknown(const char* kind, const std::vector<std::string>& known);
  void stop_short(const std::vector<std::string>& next);
  /// Lists the ids if the path has its `*` here.
  bool list_here(const std::vector<std::string>& ids);
  int find_actor();
  int find_tie(int from, int to) const;
  std::vector<std::string> partners(int actor) const;
  void tie(std::vector<Tie>& ties);

  template <typename Items>
  int find_id(const Items& items, const char* kind) {
    for (std::size_t place = 0; place < items.size(); ++place) {
      if (items[place].id == token()) return static_cast<int>(place);
    }
    if (!list_here(Reader::ids_of(items))) unknown(kind, Reader::ids_of(items));
    return -1;
  }

  template <typename Record, typename... Context>
  void enter(Record& record, const Context&... context);

  template <typename Record, typename... Context>
  void replace(Record& record, const Context&... context) {
    if (value_ == nullptr) return;
    Record fresh;
    const Spot spot{std::string(prefix(depth_ - 1)), std::string(token_before())};
    read_record(reader_, *value_, spot, value_->mark, fresh, context...);
    record = std::move(fresh);
  }

  Scenario& scenario_;
  Path path_;
  Reader reader_;
  std::vector<std::string_view> tokens_{};
  std::size_t depth_ = 0;
  const Value* value_ = nullptr;
  std::vector<std::string>* ids_ = nullptr;
  bool existing_ = false;
  bool failed_ = false;
};

/// One token of a path against one record, as a visitor of its description.
class Stride {
 public:
  explicit Stride(Walk& walk) : walk_(walk) {}

  bool arrived() const { return arrived_; }
  const Scenario& scenario() const { return walk_.scenario_; }

  void names(Code /*unknown*/, const char* /*kind*/) {}
  void schema(const char* /*name*/) { refuse("schema"); }

  template <typename Member, typename Spec>
  void leaf(Key key, Member& member, const Spec& spec) {
    if (!arrive(key)) return;
    if (walk_.at_end()) {
      if (walk_.value_ == nullptr) return;
      walk_.reader_.at(walk_.prefix(walk_.depth_ - 1), key.name);
      return spec.read(walk_.reader_, *walk_.value_, member);
    }
    if constexpr (requires { Spec::kBelow; }) {
      below(member, spec);
    } else {
      walk_.fail(Code::wrong_path, walk_.depth_, "nothing lies below this field");
    }
  }

  template <typename Member, typename Spec>
  void idle(Key key, Member& member, const Spec& spec) {
    leaf(key, member, spec);
  }

  template <typename Member, typename Spec>
  void fixed(Key key, const Member& /*member*/, const Spec& /*spec*/) {
    refuse(key);
  }

  template <typename Record>
  void record(Key key, Record& record) {
    if (!arrive(key)) return;
    if constexpr (std::is_same_v<Record, Tactic>) {
      if (walk_.at_end()) return walk_.replace(record);
    }
    walk_.enter(record);
  }

  template <typename Items, typename Ids>
  void by_id(Key key, Items& items, const Ids& ids, const char* kind) {
    if (!arrive(key)) return;
    if (walk_.at_end()) return walk_.stop_short(Reader::ids_of(ids));
    const int index = walk_.find_id(ids, kind);
    if (index < 0) return;
    ++walk_.depth_;
    if constexpr (std::is_same_v<Items, Ids>) {
      walk_.enter(items[index]);
    } else if (walk_.at_end()) {
      walk_.replace(items[index], ids[index]);
    } else {
      walk_.enter(items[index], ids[index]);
    }
  }

  template <typename Items>
  void list_with_ids(Key key, Items& items) {
    by_id(key, items, items, "stage");
  }

  void ties(Key key, std::vector<Tie>& ties) {
    if (arrive(key)) walk_.tie(ties);
  }

  void later(Key key, std::initializer_list<const char*> companions = {}) {
    refuse_with(key, Code::not_available, "this field is not available yet");
    for (const char* companion : companions) later(companion);
  }
  void unused(Key key) { refuse_with(key, Code::not_available, "this is not used yet"); }
  void without_effect(Key key, const char* why) {
    refuse_with(key, Code::no_effect, std::string("this field has no effect ") + why);
  }

 private:
  bool arrive(Key key) {
    if (arrived_ || key.name != walk_.token()) return false;
    arrived_ = true;
    ++walk_.depth_;
    return true;
  }

  void refuse(Key key) { refuse_with(key, Code::wrong_path, "no edit can change this"); }
  void refuse_with(Key key, Code code, const std::string& why) {
    if (arrive(key)) walk_.fail(code, walk_.depth_ - 1, why);
  }

  /// Takes the last token: one of the numbers that the field holds by id.
  template <typename Member, typename Spec>
  void below(Member& member, const Spec& spec) {
    const std::vector<std::string> ids = spec.ids_below(walk_.scenario_, member);
    if (walk_.list_here(ids)) return;
    if (ids.empty()) {
      return walk_.fail(Code::wrong_path, walk_.depth_, "there is nothing to change yet",
                        "set the whole field");
    }
    const std::string id(walk_.token());
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) return walk_.unknown("id", ids);
    ++walk_.depth_;
    if (!walk_.at_end()) {
      return walk_.fail(Code::wrong_path, walk_.depth_, "nothing lies below this field");
    }
    if (walk_.value_ == nullptr) return;
    walk_.reader_.at(walk_.prefix(walk_.depth_ - 1), id);
    spec.read_below(walk_.reader_, {.key = id, .mark = walk_.path_.mark, .value = *walk_.value_},
                    member);
  }

  Walk& walk_;
  bool arrived_ = false;
};

template <typename Record, typename... Context>
void Walk::enter(Record& record, const Context&... context) {
  const auto keys = [&] {
    KeyList list(scenario_);
    describe(list, record, context...);
    return list;
  };
  if (at_end()) return stop_short(keys().keys());
  Stride stride(*this);
  describe(stride, record, context...);
  if (stride.arrived()) return;
  const KeyList list = keys();
  if (list.are_names() && list_here(list.keys())) return;
  unknown(list.kind(), list.keys());
}

}  // namespace detente::detail
