#pragma once

#include <string>
#include <vector>

namespace detente::ui {

/// One row of a page that sets a report and its scenario side by side.
struct ReportRow {
  std::string number{};    ///< Of the sentence; empty where it goes on.
  std::string report{};    ///< What the report says.
  std::string scenario{};  ///< What the scenario makes of it.
  std::string basis{};     ///< "[reported] the aim of the talks"
};

/// The first table of a Markdown text whose last column names a basis in square brackets, without
/// marks of emphasis and code. Empty if there is none; rows that lack a cell are left out.
std::vector<ReportRow> parse_report_page(const std::string& markdown);

/// The same of the page beside a scenario: paris.md beside paris.yaml. Empty without such a page.
std::vector<ReportRow> read_report_page(const std::string& scenario_file);

}  // namespace detente::ui
