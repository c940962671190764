#include "ui/registry.hpp"

#include <utility>

namespace detente::ui {

void Registry::add(const std::string& path, Item item) {
  const bool is_new = items_.insert_or_assign(path, std::move(item)).second;
  (is_new ? order_ : repeated_).push_back(path);
}

void Registry::update(const std::string& path, const std::string& value) {
  const auto found = items_.find(path);
  if (found != items_.end()) found->second.value = value;
}

const Item* Registry::find(const std::string& path) const {
  const auto found = items_.find(path);
  return found == items_.end() ? nullptr : &found->second;
}

void Registry::clear() {
  items_.clear();
  order_.clear();
  repeated_.clear();
}

}  // namespace detente::ui
