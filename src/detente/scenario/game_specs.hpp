#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "detente/scenario/reader.hpp"

// The fields of the sections `votes`, `game`, `graph` and `unions`.
namespace detente::detail {

constexpr std::size_t kMostVoters = 1000;
constexpr std::size_t kMostRules = 32;
constexpr std::size_t kMostPlayers = 20;

/// A number as it is written: digits times 10^exponent, without rounding.
struct Decimal {
  std::int64_t digits = 0;
  int exponent = 0;
};

/// The number that a text says exactly, if its digits fit; the text is one by parse_number().
std::optional<Decimal> exact_decimal(std::string_view text);

/// One rule as it stands in the file.
struct RuleKeys {
  std::optional<Decimal> quota{};
  Mark quota_mark{};
  std::vector<std::pair<std::string, Decimal>> weights{};
  Mark weights_mark{};
};

/// `votes` as it stands in the file.
struct VoteKeys {
  std::vector<RuleKeys> rules{};
};

struct VotesForm {
  void read(Reader& reader, const Value& value, std::optional<Votes>& member) const;
};

/// A number above zero.
struct Quota {
  void read(Reader& reader, const Value& value, RuleKeys& rule) const;
};

/// `{de: 4, fr: 4.5}`
struct Weights {
  void read(Reader& reader, const Value& value, RuleKeys& rule) const;
};

struct GameForm {
  void read(Reader& reader, const Value& value, std::optional<Game>& member) const;
};

/// `[a, b, c]`
struct GamePlayers {
  void read(Reader& reader, const Value& value, Game& game) const;
};

/// `{a: 0, a b: 10, a b c: 12}`
struct CoalitionValues {
  void read(Reader& reader, const Value& value, Game& game) const;
};

/// `[v(), v(a), v(b), v(a b), …]`, or the name of a file with one number a line.
struct ValueTable {
  void read(Reader& reader, const Value& value, Game& game) const;
};

/// `{a: 8, b: 11}`: who needs how long a runway.
struct Airport {
  void read(Reader& reader, const Value& value, Game& game) const;
};

/// `{estate: 200, claims: {a: 100, b: 200}}`
struct Bankruptcy {
  void read(Reader& reader, const Value& value, Game& game) const;
};

/// `[[a, b], [b, c]]`
struct LinkList {
  void read(Reader& reader, const Value& value,
            std::vector<std::pair<std::string, std::string>>& member) const;
};

/// `[[a, b], [c]]`
struct UnionList {
  void read(Reader& reader, const Value& value,
            std::vector<std::vector<std::string>>& member) const;
};

/// A number, or a fraction "a/b"; faults are reported.
std::optional<double> read_worth(Reader& reader, const Value& value);

/// The number or fraction that the text says, if it says one.
std::optional<double> worth_of(std::string_view text);

/// The numbers of a file beside the scenario, one a line; blank lines and lines that begin with '#'
/// do not count. Faults are reported at `name`.
std::optional<std::vector<double>> read_table_file(Reader& reader, const Value& name,
                                                   std::size_t entries);

}  // namespace detente::detail
