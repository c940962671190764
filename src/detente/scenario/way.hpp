#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "detente/scenario/records.hpp"
#include "detente/scenario/walk.hpp"

namespace detente::detail {

/// One way along one path.
class Way {
 public:
  Way(Scenario& scenario, Path path, Faults& faults);

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
  /// The last token, if it is one of these ids; else an empty text and a fault, or the list.
  std::string take_part(const std::vector<std::string>& ids);
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
    read_record(reader_, *value_, {spot, value_->mark}, fresh, context...);
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

}  // namespace detente::detail
