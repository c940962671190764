#pragma once

// Private to the library: how tables name the inputs of a study.

#include <string>
#include <string_view>

namespace detente::detail {

/// The path of an input as tables name it: `russia.walk_away`, `us.backstop.ideal`.
std::string short_path(std::string_view path);

}  // namespace detente::detail
