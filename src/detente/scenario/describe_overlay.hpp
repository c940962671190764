#pragma once

#include <optional>
#include <string>
#include <vector>

#include "detente/scenario/describe.hpp"
#include "detente/scenario/overlay.hpp"

// The description of all fields of an overlay, as describe.hpp is that of a scenario.
namespace detente::detail {

/// Edits as they stand in the file: with one place for all.
struct EditBlock {
  std::optional<At> at{};
  std::vector<Edit> edits{};
};

/// An overlay as it stands in the file.
struct OverlayKeys {
  std::string scenario{};
  std::vector<EditBlock> blocks{};
  std::vector<Move> moves{};
};

/// `{issue: option}`
struct Offer {
  void read(Reader& reader, const Value& value, Move& move) const;
};

/// `yes` accepts, `no` refuses.
struct Answer {
  void read(Reader& reader, const Value& value, Move& move) const;
};

/// Only `yes`.
struct Departure {
  void read(Reader& reader, const Value& value, Move& move) const;
};

/// `{stage: talks, round: 3}`
struct Moment {
  void read(Reader& reader, const Value& value, std::optional<At>& member) const;
};

template <typename Visitor>
void describe(Visitor& visit, At& at) {
  visit.fixed(required("stage"), at.stage, StageRef{});
  visit.fixed(required("round"), at.round, kRound);
}

template <typename Visitor>
void describe(Visitor& visit, Move& move) {
  describe(visit, move.at);
  visit.fixed(required("actor"), move.actor, ActorRef{});
  visit.fixed("offer", move, Offer{});
  visit.fixed("accept", move, Answer{});
  visit.fixed("leave", move, Departure{});
}

template <typename Visitor>
void describe(Visitor& visit, EditBlock& block) {
  visit.fixed("at", block.at, Moment{});
  visit.fixed(required("set"), block.edits, Edits{});
}

template <typename Visitor>
void describe(Visitor& visit, OverlayKeys& overlay) {
  visit.schema("detente/overlay/1");
  visit.fixed("scenario", overlay.scenario, Plain{});
  visit.fixed("edits", overlay.blocks, ListOf{});
  visit.fixed("moves", overlay.moves, ListOf{});
}

}  // namespace detente::detail
