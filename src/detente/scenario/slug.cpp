#include "detente/scenario/slug.hpp"

#include <algorithm>
#include <array>

#include "detente/scenario/ids.hpp"

namespace detente::detail {
namespace {

constexpr std::size_t kMostLetters = 24;

/// A Cyrillic letter, small and large, and how it is written in Latin from each language.
struct Letter {
  std::string_view small;
  std::string_view large;
  std::string_view bg;
  std::string_view uk;
};

constexpr std::array kLetters{
    Letter{"а", "А", "a", "a"},      Letter{"б", "Б", "b", "b"},   Letter{"в", "В", "v", "v"},
    Letter{"г", "Г", "g", "h"},      Letter{"ґ", "Ґ", "g", "g"},   Letter{"д", "Д", "d", "d"},
    Letter{"е", "Е", "e", "e"},      Letter{"ё", "Ё", "yo", "yo"}, Letter{"є", "Є", "ye", "ie"},
    Letter{"ж", "Ж", "zh", "zh"},    Letter{"з", "З", "z", "z"},   Letter{"и", "И", "i", "y"},
    Letter{"і", "І", "i", "i"},      Letter{"ї", "Ї", "yi", "i"},  Letter{"й", "Й", "y", "i"},
    Letter{"к", "К", "k", "k"},      Letter{"л", "Л", "l", "l"},   Letter{"м", "М", "m", "m"},
    Letter{"н", "Н", "n", "n"},      Letter{"о", "О", "o", "o"},   Letter{"п", "П", "p", "p"},
    Letter{"р", "Р", "r", "r"},      Letter{"с", "С", "s", "s"},   Letter{"т", "Т", "t", "t"},
    Letter{"у", "У", "u", "u"},      Letter{"ф", "Ф", "f", "f"},   Letter{"х", "Х", "h", "kh"},
    Letter{"ц", "Ц", "ts", "ts"},    Letter{"ч", "Ч", "ch", "ch"}, Letter{"ш", "Ш", "sh", "sh"},
    Letter{"щ", "Щ", "sht", "shch"}, Letter{"ъ", "Ъ", "a", ""},    Letter{"ы", "Ы", "y", "y"},
    Letter{"ь", "Ь", "y", ""},       Letter{"э", "Э", "e", "e"},   Letter{"ю", "Ю", "yu", "iu"},
    Letter{"я", "Я", "ya", "ia"},    Letter{"ʼ", "’", "", ""},     Letter{"'", "'", "", ""},
};

/// The letters that a title begins with, in Latin; `length` is how many bytes they took.
std::string_view in_latin(std::string_view title, Language language, std::size_t& length) {
  for (const Letter& letter : kLetters) {
    const bool small = title.starts_with(letter.small);
    if (!small && !title.starts_with(letter.large)) continue;
    length = small ? letter.small.size() : letter.large.size();
    return language == Language::uk ? letter.uk : letter.bg;
  }
  length = 1;
  return title.substr(0, 1);
}

/// Adds what may stand in an id, and one `_` for any number of other letters.
void add_letter(std::string& id, char letter) {
  const bool fits = ('a' <= letter && letter <= 'z') || ('0' <= letter && letter <= '9');
  if (fits) {
    id += letter;
  } else if (!id.empty() && id.back() != '_') {
    id += '_';
  }
}

/// Small Latin letters and digits, with `_` between words.
std::string words_in_latin(std::string_view title, Language language) {
  std::string id;
  std::size_t length = 0;
  for (; !title.empty(); title.remove_prefix(length)) {
    const std::string latin = in_small_letters(in_latin(title, language, length));
    for (const char letter : latin) add_letter(id, letter);
  }
  if (id.size() > kMostLetters) id.resize(kMostLetters);
  while (!id.empty() && id.back() == '_') id.pop_back();
  return id;
}

}  // namespace

std::string Slugs::make(std::string_view title) {
  std::string id = words_in_latin(title, language_);
  if (id.empty()) {
    id = otherwise_;
  } else if (id.front() < 'a' || is_yaml_word(id)) {
    id = otherwise_ + '_' + id;
  }
  std::string unique = id;
  for (int number = 2; !taken_.insert(unique).second; ++number) {
    unique = id + '_' + std::to_string(number);
  }
  return unique;
}

}  // namespace detente::detail
