#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "detente/scenario/reader.hpp"

// The fields of the section `conflict`: each reads its part and refers to what stands before it in
// the description (describe_conflict.hpp).
namespace detente::detail {

/// More patterns of states than this, with all shorthands written out, are refused.
constexpr std::size_t kMostPatterns = 4000;

/// The whole section.
struct ConflictForm {
  void read(Reader& reader, const Value& value, std::optional<ConflictSection>& member) const;
};

/// `{us: {offer: {title: …, takes: forces.some}}, russia: [sign, escalate]}`
struct ConflictOptions {
  void read(Reader& reader, const Value& value, ConflictSection& conflict) const;
};

/// An option of an issue: `us_forces.presence`.
struct Takes {
  void read(Reader& reader, const Value& value, ConflictOption& option) const;
};

/// `{states: [CC, CD], moves: {row: [[1, 2]]}}`
struct GraphForm {
  void read(Reader& reader, const Value& value, ConflictSection& conflict) const;
};

/// `[{sign: yes, escalate: yes}]`
struct InfeasibleStates {
  void read(Reader& reader, const Value& value, ConflictSection& conflict) const;
};

/// `[[delay, accept, abandon]]`: how many of these must and may be taken.
struct Counted {
  bool at_least_one;
  bool at_most_one;

  void read(Reader& reader, const Value& value, ConflictSection& conflict) const;
};

/// `[{if: {a: yes}, then: {b: no}}]`
struct Implications {
  void read(Reader& reader, const Value& value, ConflictSection& conflict) const;
};

/// `{sign: to_yes}`
struct Irreversible {
  void read(Reader& reader, const Value& value, ConflictSection& conflict) const;
};

/// `{sanction: yes}`, a code, or in graph form a number or an id.
struct StatusQuo {
  void read(Reader& reader, const Value& value, ConflictSection& conflict) const;
};

/// `{us: {ranking: […]}, russia: {statements: […]}, ukraine: {from: positions}}`
struct Preferences {
  void read(Reader& reader, const Value& value, ConflictSection& conflict) const;
};

/// How many states the section has places for: 2^options, or the states of the graph.
std::size_t places_of(const ConflictSection& conflict);

/// "6 (NYYN)", or in graph form "3 (CC)": a state for messages.
std::string show_state(const ConflictSection& conflict, std::uint32_t place);

/// The same where `options` is sound; else the most that it may be.
std::size_t places_at_most(const Reader& reader, const ConflictSection& conflict);

/// A state by its code, in graph form by number or id; faults are reported.
/// @param places  of which states there can be: places_at_most().
/// @returns its place: the code, in graph form the number from 0.
std::optional<std::uint32_t> read_state(Reader& reader, const Value& value,
                                        const ConflictSection& conflict, std::size_t places);

/// Whether the section has options, or a graph, and they are sound, and with them what may be.
bool states_known(const Reader& reader, const ConflictSection& conflict);

}  // namespace detente::detail
