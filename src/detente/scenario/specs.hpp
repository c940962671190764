#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "detente/scenario/reader.hpp"

// What a field may hold: each type below names its limits and reads a value within them. The one
// description of all fields (describe.hpp) pairs every key with one of these.
namespace detente::detail {

struct Number {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();

  void read(Reader& reader, const Value& value, double& member) const;
  void read(Reader& reader, const Value& value, std::optional<double>& member) const;
};

constexpr Number kShare{0.0, 1.0};
constexpr Number kNotNegative{.low = 0.0};

/// A number above zero.
struct Positive {
  void read(Reader& reader, const Value& value, double& member) const;
};

/// A utility, or `{share: s}` of all packages.
struct WalkAway {
  static constexpr bool kBelow = true;

  void read(Reader& reader, const Value& value, Actor& actor) const;
  void read_below(Reader& reader, const Entry& entry, Actor& actor) const;
  static std::vector<std::string> ids_below(const Scenario& scenario, const Actor& actor);
};

struct Whole {
  int low = 1;
  int high = 1;

  void read(Reader& reader, const Value& value, int& member) const;
  void read(Reader& reader, const Value& value, std::optional<int>& member) const;
};

constexpr int kMaxRounds = 10'000;
constexpr Whole kRound{1, kMaxRounds};

struct Seed {
  void read(Reader& reader, const Value& value, std::uint64_t& member) const;
};

struct YesNo {
  void read(Reader& reader, const Value& value, bool& member) const;
};

/// A text for people, in one or several languages.
struct Words {
  void read(Reader& reader, const Value& value, Text& member) const;
  void read(Reader& reader, const Value& value, std::vector<Text>& member) const;
};

/// A term and a text each.
struct Glossary {
  void read(Reader& reader, const Value& value,
            std::vector<std::pair<std::string, Text>>& member) const;
};

/// A text that is the same in every language.
struct Plain {
  void read(Reader& reader, const Value& value, std::string& member) const;
  void read(Reader& reader, const Value& value, std::vector<std::string>& member) const;
};

struct Id {
  void read(Reader& reader, const Value& value, std::string& member) const;
};

/// The text that says what kind of file this is.
struct Schema {
  const char* name;

  void read(Reader& reader, const Value& value, bool& matches) const;
};

/// Whatever stands there.
struct Anything {
  void read(Reader& /*reader*/, const Value& value, Value& member) const { member = value; }
  void read(Reader& /*reader*/, const Value& value, std::string& member) const {
    member = value.scalar;
  }
};

/// One word of a fixed list.
template <typename Enum>
struct OneOf {
  const char* kind;
  std::span<const std::pair<const char*, Enum>> words;

  void read(Reader& reader, const Value& value, Enum& member) const {
    // `yes` is as wrong as any other word, quotes would not help
    const auto word = value.scalar.empty() ? reader.plain(value) : std::optional(value.scalar);
    if (!word) return;
    std::vector<std::string> known;
    for (const auto& [name, meaning] : words) {
      if (*word == name) {
        member = meaning;
        return;
      }
      known.emplace_back(name);
    }
    reader.unknown_word(Code::unknown_word, value.mark, kind, *word, known);
  }
};

}  // namespace detente::detail
