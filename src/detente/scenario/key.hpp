#pragma once

#include <string_view>

namespace detente::detail {

/// A key of a map, as the description of fields names it.
struct Key {
  std::string_view name;
  bool required = false;

  constexpr Key(const char* key) : name(key) {}  // NOLINT(google-explicit-constructor)
  constexpr Key(std::string_view key, bool must) : name(key), required(must) {}
};

constexpr Key required(const char* name) {
  return {std::string_view(name), true};
}

/// Whether a field holds numbers by id, each of which has an edit path of its own.
template <typename Spec>
constexpr bool kHasParts = requires {
  Spec::kBelow;
};

}  // namespace detente::detail
