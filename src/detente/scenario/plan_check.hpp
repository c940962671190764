#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "detente/scenario/describe_plan.hpp"

namespace detente::detail {

/// Tries what a plan varies on its scenario, entry by entry, in the order of the file.
class VaryCheck {
 public:
  VaryCheck(const Scenario& scenario, Design::Kind design, const Places& places)
      : scenario_(scenario), context_(scenario), design_(design), places_(places) {}

  /// Reports paths that lead nowhere or are varied already, and values that cannot stand there.
  /// @param values  false for what has been checked elsewhere: only the path counts then.
  void check(const Placed<Vary>& entry, bool values, Faults& faults);

  /// How many columns the entries have that were checked so far.
  std::int64_t dimensions() const { return dimensions_; }
  /// How many points a grid or one-at-a-time has; at most one more than kMostRuns.
  std::int64_t points() const;

 private:
  struct Ends {
    double low = 0.0;
    double high = 0.0;
    Mark low_mark{};
    Mark high_mark{};
  };

  /// What the path stands for; empty if it is wrong.
  std::vector<std::string> paths_of(const Placed<Vary>& entry, Faults& faults);
  bool claim(const Placed<Vary>& entry, const std::vector<std::string>& paths, Faults& faults);
  void check_values(const Placed<Vary>& entry, Faults& faults);
  void check_numbers(const Placed<Vary>& entry, const std::vector<std::string>& paths,
                     Faults& faults);
  bool check_ends(const Placed<Vary>& entry, const Ends& ends, Faults& faults);
  void check_between(const Placed<Vary>& entry, const Ends& ends, Faults& faults);
  std::optional<Ends> ends_of(const Placed<Vary>& entry, const std::vector<std::string>& paths,
                              Faults& faults) const;
  void count(const Vary& vary, std::int64_t matches);
  /// Whether the scenario takes the value, as it stands or with what was varied before.
  bool takes(const Placed<Vary>& entry, const Value& value, Faults& faults);
  bool takes(const Placed<Vary>& entry, double number, Mark mark, Faults& faults);
  void note_people(Mark mark, Faults& faults) const;

  const Scenario& scenario_;
  Scenario context_;    ///< With the first value of each entry before.
  Scenario scratch_{};  ///< What values of one entry are tried on.
  Design::Kind design_;
  const Places& places_;
  std::map<std::string, std::string> claimed_{};  ///< Every path varied, by which entry.
  std::int64_t dimensions_ = 0;
  std::int64_t grid_ = 1;
  std::int64_t single_ = 1;
};

/// The product, or kMostRuns + 1 if that is less.
std::int64_t times_or_too_many(std::int64_t one, std::int64_t other);

/// The metrics that words name, each `*` in place of all that it stands for; unknown ones are
/// reported.
std::vector<std::string> read_metrics(const std::vector<Placed<std::string>>& words,
                                      const std::vector<std::string>& known, Reader& reader);

}  // namespace detente::detail
