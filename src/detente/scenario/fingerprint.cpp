#include "detente/scenario/fingerprint.hpp"

#include <fmt/format.h>
#include <xxhash.h>

namespace detente {
namespace {

/// The text as another machine would have saved it: no byte order mark, line ends '\n'.
std::string normalised(const std::string& yaml) {
  std::string text;
  text.reserve(yaml.size());
  for (std::size_t place = yaml.starts_with("\xEF\xBB\xBF") ? 3 : 0; place < yaml.size(); ++place) {
    const bool ends_in_two = yaml[place] == '\r' && place + 1 < yaml.size();
    if (ends_in_two && yaml[place + 1] == '\n') continue;
    text += yaml[place];
  }
  return text;
}

}  // namespace

std::string fingerprint(const std::string& yaml) {
  const std::string text = normalised(yaml);
  return fmt::format("{:016x}", XXH3_64bits(text.data(), text.size()));
}

}  // namespace detente
