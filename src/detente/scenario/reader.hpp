#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "detente/scenario/faults.hpp"
#include "detente/scenario/load.hpp"
#include "detente/scenario/scenario.hpp"

namespace detente::detail {

/// Events, draws, things to try: more of these than a person can mean are refused.
constexpr std::size_t kMaxRecords = 1000;

/// Where each thing of a file stands, by its edit path.
struct Places {
  std::string file{};          ///< Beside which other files are looked for.
  std::vector<Given> given{};  ///< Leaves, as they were read.
  std::unordered_map<std::string, Mark> marks{};
  std::string_view text{};  ///< What is being read; empty where only values are.

  /// The place of what the path names, or of the nearest thing around it that has one; the start
  /// of the text if nothing has.
  Mark near(std::string path) const;
  /// As above, with `otherwise` as the path if nothing around the first has a place.
  Mark near(const std::string& path, const std::string& otherwise) const;
};

/// Reads scalars and keeps the faults: every getter gives nothing after reporting one, so that one
/// pass reports them all. It knows which field is being read, by its path.
class Reader {
 public:
  Reader(const Scenario& scenario, Faults& faults, Places* places = nullptr)
      : scenario_(&scenario), faults_(&faults), places_(places) {}

  /// The scenario as far as it has been read: ids of issues, actors and stages are there.
  const Scenario& scenario() const { return *scenario_; }
  Faults& faults() const { return *faults_; }
  Places* places() const { return places_; }

  /// Says what is read next: the key `name` of what the path `holder` names.
  void at(std::string_view holder, std::string_view name);
  const std::string& holder() const { return spot_.holder; }
  const std::string& name() const { return spot_.name; }
  std::string path() const { return spot_.path(); }

  /// Reports a fault of the field; the message is led by its name where it begins with a blank.
  void error(Code code, Mark mark, std::string message, std::string hint = {});
  /// The same about something within the field, which is then named as the place.
  void error_within(Code code, Mark mark, std::string message, std::string hint = {});
  void remark(Severity severity, Code code, Mark mark, std::string message);

  bool expect_map(const Value& value);
  bool expect_list(const Value& value);
  /// Whether there are not more of something than the engine takes.
  bool expect_at_most(std::size_t count, std::size_t most, Mark mark);
  std::optional<double> number(const Value& value);
  std::optional<double> number(const Value& value, double low, double high);
  std::optional<int> whole(const Value& value, int low, int high);
  std::optional<bool> yes_or_no(const Value& value);
  std::optional<std::string> plain(const Value& value);
  std::optional<Text> text(const Value& value);

  /// A reference: the index of the named one in `items`, all of them called a `kind`.
  template <typename Items>
  std::optional<int> one_of(const Value& value, const Items& items, const char* kind) {
    const auto id = plain(value);
    if (!id) return {};
    const int index = index_of(items, *id);
    if (index >= 0) return index;
    unknown_id(value.mark, kind, *id, ids_of(items));
    return {};
  }

  /// Reports that a word names nothing known: "unknown actor 'rusia'".
  void unknown(Code code, Mark mark, const char* kind, const std::string& word,
               const std::vector<std::string>& known);

  /// The same of an id, unless that only follows from another fault.
  void unknown_id(Mark mark, const char* kind, const std::string& id,
                  const std::vector<std::string>& known);
  /// The same of a word that the field itself holds: "unknown tactic 'boulwar'".
  void unknown_word(Code code, Mark mark, const char* kind, const std::string& word,
                    const std::vector<std::string>& known);

  template <typename Items>
  static std::vector<std::string> ids_of(const Items& items) {
    std::vector<std::string> ids;
    ids.reserve(items.size());
    for (const auto& item : items) ids.push_back(item.id);
    return ids;
  }

 private:
  bool refuse_yaml_word(const std::string& text, Mark mark);

  const Scenario* scenario_;
  Faults* faults_;
  Places* places_;
  Spot spot_{};
};

/// "a list", "a single word", ...: what a value is, for messages.
const char* kind_name(const Value& value);

}  // namespace detente::detail
