#pragma once

#include <string>

#include "detente/core/result.hpp"

namespace detente {

/// What a YAML file says of itself; empty where it does not.
struct FileHead {
  std::string schema{};    ///< "detente/scenario/1", "detente/overlay/1", ...
  std::string scenario{};  ///< Of an overlay: the scenario file that it was made for, as written.
};

/// Looks what kind of file this is and reads nothing else of it: only what is no YAML is a fault.
Result<FileHead> head_of_file(const std::string& file);

}  // namespace detente
