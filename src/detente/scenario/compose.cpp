#include "detente/scenario/compose.hpp"

#include "detente/scenario/ids.hpp"

namespace detente::detail {

Value word_of(const std::string& text) {
  Value word = Value::of(text);
  word.quoted = is_yaml_word(text);
  return word;
}

Value text_of(const std::string& text) {
  Value words = Value::of(text);
  words.quoted = true;
  return words;
}

Entry entry_of(const std::string& key, Value value) {
  return {.key = key, .quoted = is_yaml_word(key), .value = std::move(value)};
}

Value map_of(std::vector<Entry> entries) {
  Value map;
  map.kind = Value::Kind::map;
  map.entries = std::move(entries);
  return map;
}

Value list_of(std::vector<Value> items) {
  Value list;
  list.kind = Value::Kind::list;
  list.items = std::move(items);
  return list;
}

Value words_of(const std::vector<std::string>& words) {
  Value list = list_of({});
  for (const std::string& word : words) list.items.push_back(word_of(word));
  return list;
}

std::string without_brackets(const Value& map) {
  const std::string text = to_string(map);
  return text.substr(1, text.size() - 2);
}

}  // namespace detente::detail
