#pragma once

// Private to the library's sources: nlohmann's types appear in no public header.

#include <nlohmann/json.hpp>
#include <string>

namespace detente {

/// Keeps keys in the order written.
using Json = nlohmann::ordered_json;

/// The document without blanks; every number is the shortest decimal that reads back to the same
/// double, and what is no number (an infinite threshold) is null.
std::string compact(const Json& document);

}  // namespace detente
