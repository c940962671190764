#include "ui/search.hpp"

#include <sstream>

namespace detente::ui {
namespace {

using Byte = unsigned char;

/// The small letter of a Cyrillic capital, given by its two bytes.
void append_small(Byte first, Byte second, std::string& text) {
  if (first == 0xD0U && second >= 0x90U && second <= 0x9FU) {  // А–П
    second = static_cast<Byte>(second + 0x20U);
  } else if (first == 0xD0U && second >= 0xA0U && second <= 0xAFU) {  // Р–Я
    first = 0xD1U;
    second = static_cast<Byte>(second - 0x20U);
  } else if (first == 0xD0U && second >= 0x80U && second <= 0x8FU) {  // Ѐ–Џ
    first = 0xD1U;
    second = static_cast<Byte>(second + 0x10U);
  } else if (first == 0xD2U && second == 0x90U) {  // Ґ
    second = 0x91U;
  }
  text += static_cast<char>(first);
  text += static_cast<char>(second);
}

}  // namespace

std::string small_letters(std::string_view utf8) {
  std::string text;
  text.reserve(utf8.size());
  for (std::size_t place = 0; place < utf8.size(); ++place) {
    const auto byte = static_cast<Byte>(utf8[place]);
    const bool cyrillic = byte == 0xD0U || byte == 0xD1U || byte == 0xD2U;
    if (cyrillic && place + 1 < utf8.size()) {
      append_small(byte, static_cast<Byte>(utf8[++place]), text);
    } else {
      text += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : utf8[place];
    }
  }
  return text;
}

bool has_all_words(std::string_view text, std::string_view query) {
  const std::string where = small_letters(text);
  std::istringstream words(small_letters(query));
  for (std::string word; words >> word;) {
    if (where.find(word) == std::string::npos) return false;
  }
  return true;
}

}  // namespace detente::ui
