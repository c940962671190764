#include "detente/report/words.hpp"

#include <algorithm>

#include "detente/core/contract.hpp"

namespace detente::detail {
namespace {

const Word* find(std::span<const Word> table, std::string_view key) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const Word& word) { return word.key == key; });
  return found == table.end() ? nullptr : &*found;
}

}  // namespace

std::span<const Word> words(Language language) {
  switch (language) {
    case Language::en:
      return words_en();
    case Language::bg:
      return words_bg();
    case Language::uk:
      return words_uk();
  }
  return words_en();
}

std::string_view word(Language language, std::string_view key) {
  const Word* found = find(words(language), key);
  if (found == nullptr) found = find(words_en(), key);
  expects(found != nullptr, "word: the key is in the English table");
  return found->pattern;
}

}  // namespace detente::detail
