#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ui/report_page.hpp"

namespace detente {
struct Scenario;
}  // namespace detente

namespace detente::ui {

struct Source;

/// What the left column remembers from one frame to the next.
struct LeftState {
  std::string draft_path{};   ///< Field under the hand; empty: none.
  double draft_number = 0.0;  ///< What a slider shows of it,
  std::string draft_text{};   ///< or a text field.
  bool settling = false;      ///< It was let go, and its branch is being computed.
  std::string fault_path{};   ///< Field whose last value did not fit,
  std::string fault{};        ///< and why.

  // shown while a branch is computed
  std::shared_ptr<const Scenario> last{};
  std::shared_ptr<const Source> last_source{};

  int first_issue = 0;                      ///< First column of the table of all actors.
  int basis = -1;                           ///< The one that is listed in Source, or -1: all.
  int source_tab = 0;                       ///< 0: numbers, 1: sentence by sentence.
  std::shared_ptr<const Source> page_of{};  ///< Whose page has been read.
  std::vector<ReportRow> page{};
};

}  // namespace detente::ui
