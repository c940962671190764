#include "detente/batch/build_info.hpp"

namespace detente::detail {

BuildInfo build_info() {
  return {.compiler = DETENTE_COMPILER,
          .build = DETENTE_BUILD,
          .commit = DETENTE_COMMIT,
          .changed = DETENTE_CHANGED != 0};
}

}  // namespace detente::detail
