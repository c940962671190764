#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Private to the study room: bits as letters and digits that survive chat and mail.
namespace detente {

/// The bits in letters and digits alone, so that no chat takes a part of them for its own signs.
/// The last two are check digits: one letter changed, or two neighbours exchanged, never passes.
std::string to_letters(const std::vector<bool>& bits);

/// The bits again, or nothing if the check digits say no.
/// @pre  are_letters(letters)
std::optional<std::vector<bool>> from_letters(std::string_view letters);

/// Whether nothing else stands there.
bool are_letters(std::string_view text);

}  // namespace detente
