#include "ui/words.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace detente::ui {
namespace {

using Book = std::map<std::string_view, std::string_view>;

Book book_of(Language language) {
  Book book;
  for (const Words part : parts_of(language)) {
    for (const detail::Word& word : part) book.emplace(word.key, word.pattern);
  }
  return book;
}

const Book& book(Language language) {
  static const std::array<Book, kLanguages.size()> books{
      book_of(Language::en), book_of(Language::bg), book_of(Language::uk)};
  return books[static_cast<std::size_t>(language)];
}

}  // namespace

std::vector<Words> parts_of(Language language) {
  switch (language) {
    case Language::bg:
      return {words_bg(),   actions_bg(),  centre_bg(),   conflict_bg(), depth_bg(),
              dialogs_bg(), glossary_bg(), roleplay_bg(), batch_bg()};
    case Language::uk:
      return {words_uk(),   actions_uk(),  centre_uk(),   conflict_uk(), depth_uk(),
              dialogs_uk(), glossary_uk(), roleplay_uk(), batch_uk()};
    case Language::en:
      break;
  }
  return {words_en(),   actions_en(),  centre_en(),   conflict_en(), depth_en(),
          dialogs_en(), glossary_en(), roleplay_en(), batch_en()};
}

std::string say(Language language, std::string_view key, const Slots& slots) {
  for (const Language tried : {language, Language::en}) {
    const auto found = book(tried).find(key);
    if (found != book(tried).end()) return detail::fill(tried, found->second, slots);
  }
  return std::string(key);
}

bool has_words(std::string_view key) {
  return book(Language::en).contains(key);
}

}  // namespace detente::ui
