#include "detente/scenario/patch_parts.hpp"

#include <algorithm>

#include "detente/core/text.hpp"
#include "detente/scenario/compose.hpp"

namespace detente::detail {
namespace {

bool has_word(const Value* value, const std::string& word) {
  return value != nullptr && value->is_scalar() && value->scalar == word;
}

bool joins(const Value& item, const std::string& from, const std::string& to) {
  const Value* between = item.find("between");
  if (between == nullptr) return has_word(item.find("from"), from) && has_word(item.find("to"), to);
  if (between->items.size() != 2) return false;
  const Value* first = &between->items.front();
  const Value* second = &between->items.back();
  return (has_word(first, from) && has_word(second, to)) ||
         (has_word(first, to) && has_word(second, from));
}

}  // namespace

Value nested(const Tokens& tokens, std::size_t first, Value value) {
  for (std::size_t token = tokens.size(); token-- > first;) {
    value = map_of({entry_of(tokens[token], std::move(value))});
  }
  return value;
}

const Entry* find_entry(const Value& map, std::string_view key) {
  for (const Entry& entry : map.entries) {
    if (entry.key == key) return &entry;
  }
  return nullptr;
}

const Value* find_item(const Value& list, const std::string& id) {
  for (const Value& item : list.items) {
    const Value* own = item.find("id");
    if (own != nullptr && own->scalar == id) return &item;
  }
  return nullptr;
}

const Value* find_tie(const Value& ties, const std::string& from, const std::string& to) {
  const auto found = std::find_if(ties.items.begin(), ties.items.end(),
                                  [&](const Value& item) { return joins(item, from, to); });
  return found == ties.items.end() ? nullptr : &*found;
}

bool says_the_same(const Value& old, const Value& fresh) {
  if (!old.is_scalar() || !fresh.is_scalar() || fresh.quoted) return false;
  if (old.scalar == fresh.scalar) return true;
  return !old.quoted && parse_number(old.scalar) && parse_number(fresh.scalar) &&
         *parse_number(old.scalar) == *parse_number(fresh.scalar);
}

std::string in_quotes_like(char quote, Value fresh) {
  fresh.quoted = true;
  if (quote == '"' || fresh.scalar.find_first_of("\n\t") != std::string::npos) {
    return to_string(fresh);
  }
  std::string text(1, quote);
  for (const char letter : fresh.scalar) text.append(letter == quote ? 2 : 1, letter);
  return text + quote;
}

}  // namespace detente::detail
