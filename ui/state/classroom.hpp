#pragma once

#include <string>
#include <vector>

namespace detente::ui {

/// One pasted code and what came of it.
struct ClassRow {
  std::string code{};
  std::string verdict{};  ///< Word key: class.ok, class.tampered, class.other_scenario, ...
  std::string outcome{};
  int branch = -1;
};

/// The Class pane: many codes, each simulated again.
struct ClassroomState {
  bool open = false;
  std::string pasted{};
  std::vector<ClassRow> rows{};
};

}  // namespace detente::ui
