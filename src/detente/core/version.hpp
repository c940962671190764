#pragma once

#include <string_view>

namespace detente {

/// The version of this library: "0.1.0".
std::string_view version();

}  // namespace detente
