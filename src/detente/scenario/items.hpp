#pragma once

#include <string>

#include "detente/scenario/reader.hpp"

namespace detente::detail {

/// Reads each item of a list under the path `parties[1]`.
template <typename Read>
void for_each_item(Reader& reader, const Value& list, Read read) {
  if (!reader.expect_list(list)) return;
  const std::string holder = reader.holder();
  const std::string name = reader.name();
  for (std::size_t place = 0; place < list.items.size(); ++place) {
    reader.at(holder, name + '[' + std::to_string(place) + ']');
    read(list.items[place]);
  }
  reader.at(holder, name);
}

}  // namespace detente::detail
