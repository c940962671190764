#include "detente/core/version.hpp"

namespace detente {

std::string_view version() {
  return DETENTE_VERSION;
}

}  // namespace detente
