#include "detente/scenario/import/geniusweb_json.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "detente/core/text.hpp"
#include "detente/scenario/import/json_value.hpp"

namespace detente::detail {
namespace {

constexpr double kMostValues = 1000;  // of an issue
constexpr double kSlack = 1e-9;       // GeniusWeb takes no sum but 1

/// Utilities of numbers, on a line from one end to the other.
struct Line {
  double low = 0.0;
  double low_utility = 0.0;
  double high = 0.0;
  double high_utility = 0.0;

  double at(double number) const {
    if (high == low) return low_utility;
    return low_utility + (high_utility - low_utility) * (number - low) / (high - low);
  }
};

class Reading {
 public:
  explicit Reading(Faults& faults) : faults_(faults) {}

  std::optional<ImportedFile> read(const Value& root) {
    file_.mark = root.mark;
    file_.slack = kSlack;
    if (root.find("issuesValues") != nullptr) {
      read_domain(root);
      return std::move(file_);
    }
    const Value* const space = root.find("LinearAdditiveUtilitySpace");
    if (space == nullptr) {
      const bool named = root.is_map() && root.entries.size() == 1;
      fault(Code::unknown_schema, root.mark, {},
            named ? "profiles of the kind '" + root.entries.front().key + "' are not read"
                  : "neither a domain nor a profile of GeniusWeb");
      return {};
    }
    file_.profile = true;
    read_domain(part(*space, "domain", "LinearAdditiveUtilitySpace"));
    if (const Value* const name = space->find("name")) file_.party = name->scalar;
    read_weights(part(*space, "issueWeights", "LinearAdditiveUtilitySpace"));
    read_utilities(part(*space, "issueUtilities", "LinearAdditiveUtilitySpace"));
    const Value* const bid = space->find("reservationBid");
    if (bid != nullptr && bid->kind != Value::Kind::null) read_reservation(*bid);
    return std::move(file_);
  }

 private:
  void read_domain(const Value& domain) {
    if (const Value* const name = domain.find("name")) file_.title = name->scalar;
    for (const Entry& entry : part(domain, "issuesValues", "domain").entries) {
      file_.issues.push_back(read_issue(entry));
    }
    if (file_.issues.empty()) fault(Code::too_few, domain.mark, "domain", "there is no issue");
  }

  ImportedIssue read_issue(const Entry& entry) {
    ImportedIssue issue{.name = entry.key, .mark = entry.mark};
    const Value* const range = entry.value.find("range");
    if (range != nullptr) {
      read_range(*range, issue);
      return issue;
    }
    for (const Value& value : part(entry.value, "values", entry.key).items) {
      issue.values.push_back({.name = value.scalar, .mark = value.mark});
    }
    return issue;
  }

  /// `[low, high, step]`: every number that the steps reach.
  void read_range(const Value& range, ImportedIssue& issue) {
    std::vector<double> numbers;
    for (const Value& item : range.items) {
      numbers.push_back(number(item, issue.name).value_or(0.0));
    }
    if (numbers.size() != 3 || numbers[0] > numbers[1] || numbers[2] <= 0.0) {
      fault(Code::bad_order, range.mark, issue.name, "a range must be [low, high, step]");
      return;
    }
    // a last step that rounding puts beyond the end counts
    const double steps = std::floor((numbers[1] - numbers[0]) / numbers[2] + 1e-9);
    if (steps + 1.0 > kMostValues) {
      fault(Code::too_many, range.mark, issue.name,
            "an issue must not have more than " + show_number(kMostValues) + " values");
      return;
    }
    for (int step = 0; step <= static_cast<int>(steps); ++step) {
      const double place = std::min(numbers[1], numbers[0] + step * numbers[2]);
      issue.values.push_back({.name = show_number(place), .mark = issue.mark});
    }
  }

  void read_weights(const Value& weights) {
    for (const Entry& entry : weights.entries) {
      ImportedIssue* const issue = known_issue(entry);
      if (issue == nullptr) continue;
      issue->weight = number(entry.value, entry.key);
      issue->weight_mark = entry.value.mark;
    }
  }

  void read_utilities(const Value& utilities) {
    for (const Entry& entry : utilities.entries) {
      ImportedIssue* const issue = known_issue(entry);
      if (issue == nullptr) continue;
      const Value* const discrete =
          kind_of(entry.value, "DiscreteValueSetUtilities", "discreteutils");
      const Value* const numbers = kind_of(entry.value, "NumberValueSetUtilities", "numberutils");
      if (discrete != nullptr) {
        read_discrete(part(*discrete, "valueUtilities", issue->name), *issue);
      } else if (numbers != nullptr) {
        read_numbers(*numbers, *issue);
      } else {
        fault(Code::not_available, entry.value.mark, issue->name,
              "these utilities are neither of discrete values nor of numbers");
      }
    }
  }

  /// By its name of today or by that of earlier years.
  static const Value* kind_of(const Value& value, const char* today, const char* earlier) {
    const Value* const found = value.find(today);
    return found != nullptr ? found : value.find(earlier);
  }

  void read_discrete(const Value& utilities, ImportedIssue& issue) {
    for (const Entry& entry : utilities.entries) {
      ImportedValue* const value = known_value(issue, entry.key, entry.mark);
      if (value == nullptr) continue;
      value->utility = number(entry.value, issue.name);
      value->mark = entry.value.mark;
    }
  }

  void read_numbers(const Value& utilities, ImportedIssue& issue) {
    Line line;
    for (const auto& [key, target] :
         {std::pair{"lowValue", &line.low}, std::pair{"lowUtility", &line.low_utility},
          std::pair{"highValue", &line.high}, std::pair{"highUtility", &line.high_utility}}) {
      *target = number(part(utilities, key, issue.name), issue.name).value_or(0.0);
    }
    for (ImportedValue& value : issue.values) {
      if (const auto place = parse_number(value.name)) value.utility = line.at(*place);
      value.mark = utilities.mark;
    }
  }

  /// The utility of the bid; an issue that it leaves open adds nothing, as in GeniusWeb.
  void read_reservation(const Value& bid) {
    file_.reservation_mark = bid.mark;
    const Value* const inner = bid.find("issuevalues");
    for (const Entry& entry : (inner != nullptr ? *inner : bid).entries) {
      const ImportedIssue* const issue = known_issue(entry);
      if (issue == nullptr) continue;
      const ImportedValue* const value = known_value(*issue, entry.value.scalar, entry.value.mark);
      if (value == nullptr) continue;
      file_.reservation += issue->weight.value_or(0.0) * value->utility.value_or(0.0);
    }
  }

  ImportedIssue* known_issue(const Entry& entry) {
    const auto found =
        std::find_if(file_.issues.begin(), file_.issues.end(),
                     [&](const ImportedIssue& issue) { return issue.name == entry.key; });
    if (found != file_.issues.end()) return &*found;
    fault(Code::unknown_id, entry.mark, {}, "the domain has no issue '" + entry.key + '\'');
    return nullptr;
  }

  template <typename Issue>
  auto known_value(Issue& issue, const std::string& name, Mark mark) -> decltype(&issue.values[0]) {
    const auto number = parse_number(name);
    for (auto& value : issue.values) {
      // 1 and 1.0 are one number, but two words
      const bool same_number = number && parse_number(value.name) == number;
      if (value.name == name || (same_number && !has_value(issue, name))) return &value;
    }
    fault(Code::unknown_id, mark, issue.name, "unknown value '" + name + '\'');
    return nullptr;
  }

  static bool has_value(const ImportedIssue& issue, const std::string& name) {
    return std::any_of(issue.values.begin(), issue.values.end(),
                       [&](const ImportedValue& value) { return value.name == name; });
  }

  const Value& part(const Value& value, const char* key, const std::string& path) {
    const Value* const found = value.find(key);
    if (found != nullptr) return *found;
    fault(Code::missing_key, value.mark, path, std::string("the key '") + key + "' is missing");
    return nothing_;
  }

  std::optional<double> number(const Value& value, const std::string& path) {
    return number_at(faults_, value.scalar, value.mark, path);
  }

  void fault(Code code, Mark mark, const std::string& path, std::string message) {
    fault_at(faults_, code, mark, path, std::move(message));
  }

  Faults& faults_;
  const Value nothing_{};
  ImportedFile file_{};
};

}  // namespace

std::optional<ImportedFile> read_geniusweb_json(const SourceText& source, Faults& faults) {
  const auto root = parse_json(source, faults);
  if (!root) return {};
  return Reading(faults).read(*root);
}

}  // namespace detente::detail
