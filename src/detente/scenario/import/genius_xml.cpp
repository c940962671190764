#include "detente/scenario/import/genius_xml.hpp"

#include <algorithm>
#include <cmath>
#include <pugixml.hpp>
#include <string_view>
#include <utility>

#include "detente/core/text.hpp"

namespace detente::detail {
namespace {

constexpr int kDeepest = 32;       // objectives within objectives
constexpr int kMostValues = 1000;  // of an issue
constexpr int kRealPoints = 11;    // at which a real issue is read
constexpr double kSlack = 0.02;    // Genius itself takes sums from 0.98 to 1.02

/// A linear or constant evaluator of numbers.
struct Line {
  double slope = 0.0;
  double offset = 0.0;
  double from = 0.0;  ///< Where the offset counts.

  double at(double number) const { return std::clamp(slope * (number - from) + offset, 0.0, 1.0); }
};

class Reading {
 public:
  Reading(const SourceText& source, Faults& faults)
      : faults_(faults), places_(source.text), text_(source.text) {}

  std::optional<ImportedFile> read() {
    pugi::xml_document document;
    const auto parsed =
        document.load_buffer(text_.data(), text_.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!parsed) {
      const auto byte = static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0));
      fault(Code::broken_yaml, places_.at(byte), {},
            std::string("this is no sound XML: ") + parsed.description());
      return {};
    }
    const pugi::xml_node root = document.document_element();
    const std::string_view name = root.name();
    if (name != "negotiation_template" && name != "utility_space") {
      fault(Code::unknown_schema, mark(root), {},
            "neither a domain nor a profile of Genius: the outermost element is '" +
                std::string(name) + '\'');
      return {};
    }
    read_space(name == "utility_space" ? root : root.child("utility_space"), name);
    return std::move(file_);
  }

 private:
  void read_space(pugi::xml_node space, std::string_view root) {
    file_.profile = root == "utility_space";
    file_.slack = kSlack;
    file_.mark = mark(space);
    read_objective(space, 0);
    if (file_.issues.empty()) fault(Code::too_few, file_.mark, {}, "there is no issue");
    if (!file_.profile) return;
    read_reservation(space.child("reservation"));
    const auto discount = space.child("discount_factor");
    const auto factor = discount ? number(discount, "value", "discount_factor") : std::nullopt;
    if (factor && *factor > 0.0 && *factor < 1.0) {
      faults_.remark(Severity::warning, Code::not_used, mark(discount), {"discount_factor", {}},
                     "the discount factor " + show_number(*factor) +
                         " is left out: utilities do not fall with time here");
    }
  }

  /// The issues of an objective, at any depth, with the weights that stand beside them.
  void read_objective(pugi::xml_node objective, int depth) {
    if (depth > kDeepest) {
      fault(Code::too_large, mark(objective), {}, "objectives lie too deep within each other");
      return;
    }
    for (const pugi::xml_node child : objective.children()) {
      const std::string_view name = child.name();
      if (name == "objective") read_objective(child, depth + 1);
      if (name == "issue") read_issue(child, weight_of(objective, child));
    }
  }

  static pugi::xml_node weight_of(pugi::xml_node objective, pugi::xml_node issue) {
    return objective.find_child([&](pugi::xml_node node) {
      return std::string_view(node.name()) == "weight" &&
             std::string_view(node.attribute("index").value()) == issue.attribute("index").value();
    });
  }

  void read_issue(pugi::xml_node node, pugi::xml_node weight) {
    ImportedIssue issue{.name = node.attribute("name").value(), .mark = mark(node)};
    if (issue.name.empty()) fault(Code::missing_key, issue.mark, {}, "an issue has no name");
    if (file_.profile && weight) {
      issue.weight = number(weight, "value", issue.name);
      issue.weight_mark = mark(weight);
    }
    std::string_view type = node.attribute("type").value();
    if (type.empty()) type = node.attribute("vtype").value();
    if (type.empty() || type == "discrete") {
      read_items(node, issue);
    } else if (type == "integer" || type == "real") {
      read_range(node, type == "integer", issue);
    } else {
      fault(Code::not_available, issue.mark, issue.name,
            "an issue of type '" + std::string(type) + "' is not read");
    }
    file_.issues.push_back(std::move(issue));
  }

  void read_items(pugi::xml_node node, ImportedIssue& issue) {
    double largest = 0.0;
    for (const pugi::xml_node item : node.children("item")) {
      ImportedValue value{.name = item.attribute("value").value(), .mark = mark(item)};
      if (value.name.empty()) {
        fault(Code::missing_key, value.mark, issue.name, "an item has no value");
      }
      if (file_.profile && item.attribute("evaluation")) {
        value.utility = number(item, "evaluation", issue.name);
      }
      if (value.utility && *value.utility < 0.0) {
        fault(Code::out_of_range, value.mark, issue.name,
              "an evaluation must be at least 0, is " + show_number(*value.utility));
        value.utility = 0.0;
      }
      largest = std::max(largest, value.utility.value_or(0.0));
      issue.values.push_back(std::move(value));
    }
    if (largest <= 0.0) return;
    for (ImportedValue& value : issue.values) {
      if (value.utility) *value.utility /= largest;
    }
  }

  /// An integer issue as all its numbers, a real one as some of them.
  void read_range(pugi::xml_node node, bool whole, ImportedIssue& issue) {
    // the bounds stand in an element of their own, or at the issue
    const auto inner = node.child("range");
    const pugi::xml_node range = inner ? inner : node;
    const auto low = number(range, "lowerbound", issue.name);
    const auto high = number(range, "upperbound", issue.name);
    if (!low || !high) return;
    const double span = *high - *low;
    if (span < 0.0 || (whole && std::floor(*low) != *low)) {
      fault(Code::bad_order, mark(range), issue.name, "these are no bounds of a range");
      return;
    }
    if (whole && span + 1.0 > kMostValues) {
      fault(Code::too_many, mark(range), issue.name,
            "an issue must not have more than " + std::to_string(kMostValues) + " values");
      return;
    }
    const int count = whole ? static_cast<int>(span) + 1 : kRealPoints;
    if (!whole) {
      faults_.remark(Severity::warning, Code::not_used, issue.mark, {issue.name, {}},
                     "the real issue is read at " + std::to_string(count) + " points of its range");
    }
    std::optional<Line> line;
    if (file_.profile) line = read_evaluator(node.child("evaluator"), whole, *low, issue);
    const double steps = std::max(1, count - 1);
    for (int step = 0; step < count; ++step) {
      const double place = whole ? *low + step : *low + span * step / steps;
      issue.values.push_back({.name = show_number(place), .mark = issue.mark});
      if (line) issue.values.back().utility = line->at(place);
    }
  }

  /// `slope` and `offset` count from the lower bound, `parameter1` and `parameter0` from 0.
  std::optional<Line> read_evaluator(pugi::xml_node node, bool whole, double low,
                                     const ImportedIssue& issue) {
    if (!node) return {};  // told as missing evaluations
    const std::string_view kind = node.attribute("ftype").value();
    if (!kind.empty() && kind != "linear" && kind != "constant") {
      fault(Code::not_available, mark(node), issue.name,
            "an evaluator of type '" + std::string(kind) + "' is not read");
      return Line{};
    }
    if (whole && node.attribute("slope")) {
      const auto slope = number(node, "slope", issue.name);
      const auto offset = number(node, "offset", issue.name);
      if (!slope || !offset) return Line{};
      return Line{*slope, *offset, low};
    }
    const auto constant = kind == "constant" || node.attribute("parameter0")
                              ? number(node, "parameter0", issue.name)
                              : std::optional<double>(0.0);
    const auto slope =
        kind == "constant" ? std::optional<double>(0.0) : number(node, "parameter1", issue.name);
    if (!slope || !constant) return Line{};
    return Line{*slope, *constant};
  }

  void read_reservation(pugi::xml_node node) {
    if (!node) return;  // 0, as in Genius
    file_.reservation_mark = mark(node);
    file_.reservation = number(node, "value", "reservation").value_or(0.0);
  }

  std::optional<double> number(pugi::xml_node node, const char* name, const std::string& path) {
    const pugi::xml_attribute attribute = node.attribute(name);
    if (!attribute) {
      fault(Code::missing_key, mark(node), path,
            std::string("'") + node.name() + "' has no attribute '" + name + '\'');
      return {};
    }
    return number_at(faults_, attribute.value(), mark(node), path);
  }

  Mark mark(pugi::xml_node node) const {
    const auto byte = node.offset_debug();
    // the place of the name; its element begins one letter before
    return byte < 1 ? Mark{1, 1} : places_.at(static_cast<std::size_t>(byte) - 1);
  }

  void fault(Code code, Mark mark, const std::string& path, std::string message) {
    fault_at(faults_, code, mark, path, std::move(message));
  }

  Faults& faults_;
  PlaceFinder places_;
  const std::string& text_;
  ImportedFile file_{};
};

}  // namespace

std::optional<ImportedFile> read_genius_xml(const SourceText& source, Faults& faults) {
  return Reading(source, faults).read();
}

}  // namespace detente::detail
