#pragma once

#include <string>
#include <string_view>

namespace detente {

/// A JSON object on one line with one more field at its end.
/// @param document  "{...}"; not empty inside.
/// @param value     JSON text.
std::string with_field(std::string document, std::string_view key, std::string_view value);

}  // namespace detente
