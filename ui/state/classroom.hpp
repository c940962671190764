#pragma once

#include <optional>
#include <string>
#include <vector>

#include "detente/sim/trace.hpp"
#include "detente/study/share_code.hpp"

namespace detente::ui {

/// One pasted code and what came of it.
struct ClassRow {
  std::string name{};  ///< What stood before the code: a student's name, say.
  std::string code{};
  detente::Verdict verdict = detente::Verdict::malformed;
  Run run{};          ///< Of a code that is sound,
  Outcome outcome{};  ///< and how it ends when it is played again.
};

/// The Class pane: many codes, each simulated again.
struct ClassroomState {
  std::string pasted{};
  std::string asked{};  ///< What `rows` are, or will be, of: text and scenario.
  std::vector<ClassRow> rows{};
};

}  // namespace detente::ui
