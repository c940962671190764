#include "detente/report/phrase.hpp"

#include <algorithm>

namespace detente::detail {

const Phrase* find_phrase(std::span<const Phrase> phrases, std::string_view key) {
  const auto found = std::find_if(phrases.begin(), phrases.end(),
                                  [&](const Phrase& phrase) { return phrase.key == key; });
  return found == phrases.end() ? nullptr : &*found;
}

}  // namespace detente::detail
