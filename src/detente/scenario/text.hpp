#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace detente {

/// The languages that the program speaks.
enum class Language { en, bg, uk };
constexpr std::array kLanguages{Language::en, Language::bg, Language::uk};

/// "en", "bg" or "uk".
std::string_view language_code(Language language);
std::optional<Language> find_language(std::string_view code);

/// A text for people, in one or several languages.
struct Text {
  std::array<std::string, kLanguages.size()> words{};  ///< By Language; empty where missing.

  bool empty() const;

  /// The text in `language`; where it is missing the English one, then any, then `otherwise`.
  const std::string& in(Language language, const std::string& otherwise) const;
};

/// How a name behaves in a sentence of one language; every part is optional.
/// Known cases: `definite` (en, bg: "the United States"), `genitive`, `dative`, `accusative`,
/// `instrumental`, `locative` (uk).
struct NameForms {
  bool plural = false;  ///< Takes a verb in the plural: "САЩ предлагат".
  std::map<std::string, std::string, std::less<>> cases{};
};

/// Forms of one name by language.
using Forms = std::array<std::optional<NameForms>, kLanguages.size()>;

}  // namespace detente
