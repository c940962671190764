#pragma once

#include <type_traits>

#include "detente/scenario/fields.hpp"

// What reading by the description of all fields leaves open: what holds between the fields of one
// record, and records that may be a single word.
namespace detente::detail {

struct TieKeys;

// called when all fields of the record have been read
void settle(Fields& fields, Issue& issue);
void settle(Fields& fields, Position& position);
void settle(Fields& fields, Stage& stage);
void settle(Fields& fields, Event& event);
void settle(Fields& fields, TieKeys& tie);
void settle(Fields& fields, ConflictSection& conflict);
void settle(Fields& fields, Game& game);
template <typename Record>
void settle(Fields& /*fields*/, Record& /*record*/) {
}

/// A record that may also be written as a single word.
bool read_short(Reader& reader, const Value& value, Tactic& tactic);
bool read_short(Reader& reader, const Value& value, AcceptRule& rule);
template <typename Record>
constexpr bool kHasShortForm = std::is_same_v<Record, Tactic> || std::is_same_v<Record, AcceptRule>;
template <typename Record>
bool read_short(Reader& /*reader*/, const Value& /*value*/, Record& /*record*/) {
  return false;
}

}  // namespace detente::detail
