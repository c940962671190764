#pragma once

#include <string>

// Private to the library's sources.
namespace detente::detail {

/// What this library was built from and with; "unknown" where the build could not tell.
struct BuildInfo {
  std::string compiler{};  ///< "GNU 12.2.0"
  std::string build{};     ///< "Release"
  std::string commit{};    ///< Of git, when the build was configured.
  bool changed = false;    ///< The files were not those of the commit.
};

BuildInfo build_info();

}  // namespace detente::detail
