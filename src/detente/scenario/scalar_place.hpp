#pragma once

#include <cstddef>
#include <string_view>

#include "detente/scenario/value.hpp"

namespace detente::detail {

/// Where a word inside a scalar stands in the file, however the scalar is written there: in quotes
/// with escapes, over several lines, as a block.
/// @param source  the text that `value` was read from.
/// @param byte    of `value.scalar`, not a blank; its length stands for the end of the last word.
/// @returns the start of the scalar where the two cannot be told to agree.
Mark place_in_scalar(std::string_view source, const Value& value, std::size_t byte);

}  // namespace detente::detail
