#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace detente {

/// A place in a text; counts from 1, columns in letters; 0 = unknown.
struct Mark {
  int line = 0;
  int column = 0;
};

struct Entry;

/// A piece of YAML as it was written: what an edit sets and what the scenario reader reads. Keeps
/// scalars as text, so that each reader decides what `010` or `no` means.
struct Value {
  enum class Kind { null, scalar, list, map };

  Kind kind = Kind::null;
  Mark mark{};
  std::string scalar{};        ///< The text of a scalar.
  bool quoted = false;         ///< The scalar stood in quotes, so `"no"` is a word.
  std::vector<Value> items;    ///< Of a list.
  std::vector<Entry> entries;  ///< Of a map, in file order; keys are unique.

  bool is_scalar() const { return kind == Kind::scalar; }
  bool is_list() const { return kind == Kind::list; }
  bool is_map() const { return kind == Kind::map; }

  /// The value under `key`, or nullptr if this is no map or has no such key.
  const Value* find(std::string_view key) const;

  static Value of(double number);
  static Value of(std::string_view text);
};

/// One `key: value` of a map.
struct Entry {
  std::string key{};
  Mark mark{};  ///< Of the key.
  bool quoted = false;
  Value value{};
};

/// The value on one line, as YAML would write it: `[us_forces, backstop]`, `0.66`, `{a: 1}`.
std::string to_string(const Value& value);

}  // namespace detente
