#include "detente/scenario/text.hpp"

#include <algorithm>

namespace detente {
namespace {

constexpr std::array<std::string_view, kLanguages.size()> kCodes{"en", "bg", "uk"};

}  // namespace

std::string_view language_code(Language language) {
  return kCodes.at(static_cast<std::size_t>(language));
}

std::optional<Language> find_language(std::string_view code) {
  const auto* const found = std::find(kCodes.begin(), kCodes.end(), code);
  if (found == kCodes.end()) return {};
  return kLanguages.at(static_cast<std::size_t>(found - kCodes.begin()));
}

bool Text::empty() const {
  return std::all_of(words.begin(), words.end(), [](const auto& text) { return text.empty(); });
}

const std::string& Text::in(Language language, const std::string& otherwise) const {
  const std::string& wanted = words.at(static_cast<std::size_t>(language));
  if (!wanted.empty()) return wanted;
  // English is the first of the languages, so "English, then any" is simply the first there is
  const auto* const any = std::find_if(words.begin(), words.end(),
                                       [](const std::string& text) { return !text.empty(); });
  return any == words.end() ? otherwise : *any;
}

}  // namespace detente
