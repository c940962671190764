#pragma once

#include <vector>

#include "detente/scenario/reader.hpp"
#include "detente/scenario/specs.hpp"

// What the sections of a file hold that are more than fields: ties, changes, distributions.
namespace detente::detail {

constexpr Number kTieStrength{-1.0, 1.0};

/// A tie as it is written, in either form.
struct TieKeys {
  std::vector<int> between{};
  int from = -1;
  int to = -1;
  double strength = 0.0;
};

/// A list of ties.
struct Ties {
  void read(Reader& reader, const Value& value, std::vector<Tie>& member) const;
};

/// `{PATH: VALUE, …}`; the paths are checked once the whole scenario is known.
struct Edits {
  void read(Reader& reader, const Value& value, std::vector<Edit>& member) const;
};

/// `{PATH: {DISTRIBUTION: …}, …}`; the paths are checked once the whole scenario is known.
struct Draws {
  void read(Reader& reader, const Value& value, std::vector<Uncertain>& member) const;
};

}  // namespace detente::detail
