#pragma once

#include <array>
#include <span>
#include <string_view>

#include "detente/scenario/text.hpp"

namespace detente::detail {

/// A sentence by key in every language, as pattern.hpp describes.
struct Phrase {
  std::string_view key;
  std::array<std::string_view, kLanguages.size()> patterns;  ///< By Language.

  std::string_view in(Language language) const {
    return patterns[static_cast<std::size_t>(language)];
  }
};

/// The phrase with a key, or null.
const Phrase* find_phrase(std::span<const Phrase> phrases, std::string_view key);

}  // namespace detente::detail
