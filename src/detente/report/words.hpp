#pragma once

#include <span>
#include <string_view>

#include "detente/scenario/text.hpp"

namespace detente::detail {

/// One word or sentence of a language, by the key that the program knows it by. The pattern
/// language is described in pattern.hpp.
struct Word {
  std::string_view key;
  std::string_view pattern;
};

// Each language is one file: words_en.cpp, words_bg.cpp, words_uk.cpp.
std::span<const Word> words_en();
std::span<const Word> words_bg();
std::span<const Word> words_uk();

/// All words of a language, in the order of its file.
std::span<const Word> words(Language language);

/// The pattern of a key; where the language lacks it, the English one.
/// @throws ContractViolation  if English lacks it too.
std::string_view word(Language language, std::string_view key);

}  // namespace detente::detail
