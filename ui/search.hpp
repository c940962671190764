#pragma once

#include <string>
#include <string_view>

namespace detente::ui {

/// The text in small letters, Latin and Cyrillic.
std::string small_letters(std::string_view utf8);

/// Whether every word of the query stands somewhere in the text, whatever the case.
bool has_all_words(std::string_view text, std::string_view query);

}  // namespace detente::ui
