#include "detente/scenario/import/match.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "detente/core/text.hpp"

namespace detente::detail {
namespace {

constexpr double kExact = 1e-12;

template <typename Items>
auto named(const Items& items, const std::string& name) {
  return std::find_if(items.begin(), items.end(),
                      [&](const auto& item) { return item.name == name; });
}

template <typename Items>
std::string suggest_name(const Items& items, const std::string& name) {
  std::vector<std::string> known;
  known.reserve(items.size());
  for (const auto& item : items) known.push_back(item.name);
  return did_you_mean(name, known);
}

template <typename Items>
void check_names(const Items& items, const std::string& path, Faults& faults) {
  std::set<std::string> taken;
  for (const auto& item : items) {
    if (taken.insert(item.name).second) continue;
    fault_at(faults, Code::taken_id, item.mark, path, "'" + item.name + "' is there twice");
  }
}

class Matching {
 public:
  Matching(const ImportedFile& profile, const ImportedFile& domain, Faults& faults)
      : profile_(profile), domain_(domain), faults_(faults) {}

  MatchedProfile match() {
    report_strangers();
    for (const ImportedIssue& wanted : domain_.issues) {
      const auto issue = named(profile_.issues, wanted.name);
      if (issue != profile_.issues.end()) {
        matched_.weights.push_back(weight_of(*issue));
        matched_.values.push_back(values_of(*issue, wanted));
      } else if (!strange_.contains(std::string{})) {
        fault(Code::missing_key, profile_.mark, {},
              "the issue '" + wanted.name + "' of the domain is missing");
      }
    }
    check_weights();
    matched_.walk_away *= scale_;
    return std::move(matched_);
  }

 private:
  /// Issues and values that the domain does not have. What is missing in their place only follows
  /// from that.
  void report_strangers() {
    for (const ImportedIssue& issue : profile_.issues) {
      const auto known = named(domain_.issues, issue.name);
      if (known == domain_.issues.end()) {
        strange_.insert(std::string{});
        faults_.error(Code::unknown_id, issue.mark, {},
                      "the domain has no issue '" + issue.name + '\'',
                      suggest_name(domain_.issues, issue.name));
        continue;
      }
      for (const ImportedValue& value : issue.values) {
        if (named(known->values, value.name) != known->values.end()) continue;
        strange_.insert(issue.name);
        faults_.error(Code::unknown_id, value.mark, {issue.name, {}},
                      "unknown value '" + value.name + '\'',
                      suggest_name(known->values, value.name));
      }
    }
  }

  double weight_of(const ImportedIssue& issue) {
    if (!issue.weight) {
      fault(Code::missing_key, issue.mark, issue.name, "the weight is missing");
      weights_are_whole_ = false;
      return 0.0;
    }
    return in_range(*issue.weight, "a weight", issue.weight_mark, issue.name);
  }

  std::vector<double> values_of(const ImportedIssue& issue, const ImportedIssue& wanted) {
    std::vector<double> values;
    for (const ImportedValue& value : wanted.values) {
      const auto found = named(issue.values, value.name);
      if (found == issue.values.end() || !found->utility) {
        values.push_back(0.0);
        if (strange_.contains(issue.name)) continue;
        fault(Code::missing_key, found == issue.values.end() ? issue.mark : found->mark, issue.name,
              "the evaluation of '" + value.name + "' is missing");
      } else {
        values.push_back(in_range(*found->utility, "a utility", found->mark, issue.name));
      }
    }
    return values;
  }

  double in_range(double number, const char* what, Mark mark, const std::string& path) {
    if (number >= 0.0 && number <= 1.0) return number;
    fault(Code::out_of_range, mark, path,
          std::string(what) + " must lie in [0, 1], is " + show_number(number));
    return 0.0;
  }

  /// Weights become saliences, of which only the proportions count. Where they sum to less than 1,
  /// the values take up the rest, so that utilities stay what the program computes.
  void check_weights() {
    matched_.walk_away =
        in_range(profile_.reservation, "the reservation value", profile_.reservation_mark, {});
    double sum = 0.0;
    for (const double weight : matched_.weights) sum += weight;
    if (!weights_are_whole_ || std::abs(sum - 1.0) <= kExact) return;
    const Mark mark = profile_.issues.empty() ? profile_.mark : profile_.issues.front().weight_mark;
    if (sum <= 0.0 || std::abs(sum - 1.0) > profile_.slack + kExact) {
      fault(Code::out_of_range, mark, {}, "the weights must sum to 1, they sum to " + round(sum));
      return;
    }
    const bool less = sum < 1.0;
    faults_.remark(Severity::warning, Code::out_of_range, mark, {},
                   "the weights sum to " + round(sum) + ", not to 1; utilities are " +
                       (less ? "kept as they are" : "divided by that"));
    if (!less) {
      scale_ = 1.0 / sum;
      return;
    }
    for (auto& values : matched_.values) {
      for (double& value : values) value *= sum;
    }
  }

  static std::string round(double sum) { return show_number(std::round(sum * 1e9) / 1e9); }

  void fault(Code code, Mark mark, const std::string& path, std::string message) {
    fault_at(faults_, code, mark, path, std::move(message));
  }

  const ImportedFile& profile_;
  const ImportedFile& domain_;
  Faults& faults_;
  MatchedProfile matched_{};
  std::set<std::string> strange_{};  ///< Issues with unknown values; "" for unknown issues.
  bool weights_are_whole_ = true;
  double scale_ = 1.0;  ///< Of the walk-away.
};

}  // namespace

void check_domain(const ImportedFile& file, Faults& faults) {
  check_names(file.issues, {}, faults);
  for (const ImportedIssue& issue : file.issues) {
    check_names(issue.values, issue.name, faults);
    if (!issue.values.empty()) continue;
    fault_at(faults, Code::too_few, issue.mark, issue.name, "there is no value");
  }
}

MatchedProfile match(const ImportedFile& profile, const ImportedFile& domain, Faults& faults) {
  return Matching(profile, domain, faults).match();
}

}  // namespace detente::detail
