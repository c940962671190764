#pragma once

#include <string>
#include <string_view>

namespace detente {

/// 32 hexadecimal digits over the bytes of a text (XXH3-128): the same on every machine. It finds
/// what was changed by accident, not what was forged.
std::string digest_of(std::string_view text);

}  // namespace detente
