#include "detente/study/short_path.hpp"

namespace detente::detail {

std::string short_path(std::string_view path) {
  if (path.starts_with("actors.")) path.remove_prefix(std::string_view("actors.").size());
  std::string text(path);
  const std::string_view middle = ".positions.";
  const std::size_t place = text.find(middle);
  if (place != std::string::npos) text.replace(place, middle.size(), ".");
  return text;
}

}  // namespace detente::detail
