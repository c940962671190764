#pragma once

#include <string>

namespace detente {

/// 16 hexadecimal digits over a scenario's text (XXH3-64): equal texts, equal fingerprints,
/// whatever their line ends and with or without a byte order mark.
std::string fingerprint(const std::string& yaml);

}  // namespace detente
