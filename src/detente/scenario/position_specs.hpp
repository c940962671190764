#pragma once

#include <string>
#include <vector>

#include "detente/scenario/reader.hpp"

// The fields of a position whose meaning depends on their neighbours: an ideal replaces a table of
// scores and the other way round.
namespace detente::detail {

/// The place liked best: a number on the axis or an option's id.
struct Ideal {
  const Issue* issue;

  void read(Reader& reader, const Value& value, Position& position) const;
};

/// A score for every option, in a map or a list.
struct Scores {
  static constexpr bool kBelow = true;
  const Issue* issue;

  void read(Reader& reader, const Value& value, Position& position) const;
  void read_below(Reader& reader, const Entry& entry, Position& position) const;
  std::vector<std::string> ids_below(const Scenario& scenario, const Position& position) const;
};

/// The two ends between which the actor accepts.
struct RedLine {
  const Issue* issue;

  void read(Reader& reader, const Value& value, Position& position) const;
};

/// Whether the position says how the actor likes the options.
bool has_view(const Position& position);

}  // namespace detente::detail
