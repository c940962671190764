#pragma once

#include <array>
#include <string>

#include "detente/study/explain.hpp"

namespace detente {

/// The document `detente/explanation/1` on one line.
/// @param headlines  the headline by language, in the order of kLanguages.
std::string to_json(const Explanation& explanation, const std::array<std::string, 3>& headlines);

}  // namespace detente
