#pragma once

#include <string>

#include "detente/report/voice.hpp"
#include "detente/study/explain.hpp"

namespace detente::detail {

/// A flip in plain words: "its walk-away", "0.50", "0.55".
struct FieldWords {
  std::string phrase{};  ///< Whose and which field; in the Ukrainian locative, after «при».
  std::string from{};
  bool rounds = false;  ///< The field is the number of rounds of the stage of the decision.
  std::string to{};     ///< Rounded away from `from`, so that what is read turns the decision too.
};

/// @param actor  whose decision is explained: its own fields are "its".
/// @param stage  the stage of the decision.
FieldWords describe_field(const Voice& voice, const Flip& flip, int actor, int stage);

}  // namespace detente::detail
