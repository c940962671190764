#pragma once

#include <string>
#include <utility>
#include <vector>

#include "detente/scenario/value.hpp"

// Makes pieces of YAML to be written; to_string() puts them on one line.
namespace detente::detail {

/// An id or another word, in quotes where YAML would take it for something else: `"no"`.
Value word_of(const std::string& text);

/// A text, always in quotes.
Value text_of(const std::string& text);

Entry entry_of(const std::string& key, Value value);
Value map_of(std::vector<Entry> entries);
Value list_of(std::vector<Value> items);
Value words_of(const std::vector<std::string>& words);

/// `key: value` for each entry of a map, with commas between.
std::string without_brackets(const Value& map);

}  // namespace detente::detail
