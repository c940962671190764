#pragma once

#include <optional>

#include "detente/scenario/faults.hpp"

namespace detente::detail {

/// A JSON text as a value with the place of each part; strings are quoted scalars, numbers and
/// truth values unquoted ones. Reports what is no JSON, keys that come twice and too much depth.
std::optional<Value> parse_json(const SourceText& source, Faults& faults);

}  // namespace detente::detail
