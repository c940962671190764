#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "detente/scenario/value.hpp"

// Finds the parts of a text that patch.cpp changes, and words what it writes.
namespace detente::detail {

/// A path, part by part.
using Tokens = std::vector<std::string>;

/// The value below some keys: `{tactic: {e: 2}}`.
Value nested(const Tokens& tokens, std::size_t first, Value value);

/// The entry of a map, or nullptr.
const Entry* find_entry(const Value& map, std::string_view key);

/// The item of a list of maps that has this id, or nullptr.
const Value* find_item(const Value& list, const std::string& id);

/// The item of the section `ties` that joins the two, or nullptr; a directed one joins them in that
/// direction only.
const Value* find_tie(const Value& ties, const std::string& from, const std::string& to);

/// Whether writing the new value would say what is there already.
bool says_the_same(const Value& old, const Value& fresh);

/// A text in the quotes that stood there.
std::string in_quotes_like(char quote, Value fresh);

}  // namespace detente::detail
