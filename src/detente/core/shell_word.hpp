#pragma once

#include <string>

namespace detente {

/// A word as the shell reads it back: in single quotes where it needs them.
std::string shell_word(const std::string& word);

}  // namespace detente
