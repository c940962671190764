#include "detente/core/document.hpp"

#include "detente/core/contract.hpp"

namespace detente {

std::string with_field(std::string document, std::string_view key, std::string_view value) {
  expects(document.size() > 2 && document.front() == '{' && document.back() == '}',
          "with_field: an object with fields");
  document.back() = ',';
  document += '"';
  document += key;
  document += "\":";
  document += value;
  document += '}';
  return document;
}

}  // namespace detente
