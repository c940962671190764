#include "detente/core/json.hpp"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

namespace detente {
namespace {

// nlohmann's own writer is not always the shortest, so numbers are written by fmt
void write(const Json& value, std::string& out) {
  if (value.is_object()) {
    char before = '{';
    for (const auto& [key, item] : value.items()) {
      out += before;
      out += Json(key).dump() + ':';
      write(item, out);
      before = ',';
    }
    out += before == '{' ? "{}" : "}";
  } else if (value.is_array()) {
    char before = '[';
    for (const auto& item : value) {
      out += before;
      write(item, out);
      before = ',';
    }
    out += before == '[' ? "[]" : "]";
  } else if (value.is_number_float()) {
    const double number = value.get<double>();
    const double shown = number == 0.0 ? 0.0 : number;  // never "-0"
    if (std::isfinite(number)) fmt::format_to(std::back_inserter(out), "{}", shown);
    if (!std::isfinite(number)) out += "null";
  } else {
    out += value.dump();
  }
}

}  // namespace

std::string compact(const Json& document) {
  std::string out;
  write(document, out);
  return out;
}

}  // namespace detente
