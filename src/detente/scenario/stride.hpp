#pragma once

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "detente/scenario/describe.hpp"
#include "detente/scenario/way.hpp"

namespace detente::detail {

/// One token of a path against one record, as a visitor of its description.
class Stride {
 public:
  static constexpr auto kNoEdit = "no edit can change this";

  explicit Stride(Way& way) : way_(way) {}

  bool arrived() const { return arrived_; }
  const Scenario& scenario() const { return way_.scenario_; }

  void names(Code /*unknown*/, const char* /*kind*/) {}
  void schema(const char* name);

  template <typename Member, typename Spec>
  void leaf(Key key, Member& member, const Spec& spec) {
    if (!arrive(key)) return;
    if (way_.at_end()) return read(member, spec);
    if constexpr (kHasParts<Spec>) {
      below(member, spec);
    } else {
      way_.fail(Code::wrong_path, way_.depth_, "nothing lies below this field");
    }
  }

  template <typename Member, typename Spec>
  void fixed(Key key, const Member& /*member*/, const Spec& /*spec*/) {
    refuse(key, Code::wrong_path, kNoEdit);
  }

  template <typename Record>
  void record(Key key, Record& record) {
    if (!arrive(key)) return;
    if constexpr (kHasShortForm<Record>) {
      if (way_.at_end()) return way_.replace(record);
    }
    way_.enter(record);
  }

  template <typename Record>
  void section(Key key, std::optional<Record>& record) {
    if (record) return this->record(key, *record);
    refuse(key, Code::wrong_path, "the scenario has no such section");
  }

  template <typename Items, typename Ids>
  void by_id(Key key, Items& items, const Ids& ids, const char* kind) {
    if (!arrive(key)) return;
    if (way_.at_end()) return way_.stop_short(Reader::ids_of(ids));
    const int index = way_.find_id(ids, kind);
    if (index < 0) return;
    ++way_.depth_;
    if constexpr (std::is_same_v<Items, Ids>) {
      way_.enter(items[index]);
    } else if (way_.at_end()) {
      way_.replace(items[index], ids[index]);
    } else {
      way_.enter(items[index], ids[index]);
    }
  }

  template <typename Items>
  void list_with_ids(Key key, Items& items) {
    by_id(key, items, items, "stage");
  }

  void ties(Key key, std::vector<Tie>& ties);
  void barred(Key key, const char* why);
  void unused(Key key);
  void without_effect(Key key, const char* why);

 private:
  /// Whether the path goes on with this key, which is then taken.
  bool arrive(Key key);
  void refuse(Key key, Code code, const std::string& why);

  template <typename Owner, typename Spec>
  void read(Owner& owner, const Spec& spec) {
    if (way_.value_ == nullptr) return;
    way_.reader_.at(way_.prefix(way_.depth_ - 1), way_.token_before());
    spec.read(way_.reader_, *way_.value_, owner);
  }

  /// Takes the last token: one of the numbers that the field holds by id.
  template <typename Member, typename Spec>
  void below(Member& member, const Spec& spec) {
    const std::string id = way_.take_part(spec.ids_below(way_.scenario_, member));
    if (id.empty() || way_.value_ == nullptr) return;
    way_.reader_.at(way_.prefix(way_.depth_ - 1), id);
    spec.read_below(way_.reader_, {.key = id, .mark = way_.path_.mark, .value = *way_.value_},
                    member);
  }

  Way& way_;
  bool arrived_ = false;
};

}  // namespace detente::detail
