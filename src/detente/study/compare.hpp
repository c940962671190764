#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "detente/sim/simulation.hpp"

namespace detente {

/// One thing that somebody did, as a trace tells it. Indices are those of its own run's scenario.
struct Deed {
  enum class Kind {
    offer,
    accept,
    refuse,
    unreached,     ///< The offer did not get to the actor.
    leave,         ///< Walked out.
    pass,          ///< Has nothing to offer or accept.
    silent,        ///< Nobody could table anything.
    agreement,     ///< The stage ended so.
    no_agreement,  ///< The same.
    over,          ///< The talks were over before; nothing happened here.
  };

  Kind kind = Kind::over;
  int stage = -1;                ///< Index, or -1 with `over`.
  int round = 0;                 ///< From 1; 0 with `over`.
  std::vector<int> actors{};     ///< Who: one, or a bloc; at an agreement those who accepted.
  std::vector<int> package{};    ///< Offered, answered or agreed: option per issue; else empty.
  Reason reason = Reason::none;  ///< Of the end of a stage.
};

/// Where two runs part: the first turn, in order of play, in which they do not do the same.
struct FirstDifference {
  std::string stage{};  ///< Id.
  int round = 0;        ///< From 1.
  std::string actor{};  ///< Id of the one whose turn it was; empty where that is not one actor.
  Deed a{};
  Deed b{};
};

/// One input that is not the same in both runs; a side where it is not there has no value.
struct InputDifference {
  std::string path{};
  std::optional<At> at{};          ///< Of a change made at a round; absent: from the start.
  std::optional<std::string> a{};  ///< As YAML would write it.
  std::optional<std::string> b{};
};

/// One of two runs that are compared.
struct ComparedRun {
  std::shared_ptr<const Scenario> scenario{};
  std::string model{};
  std::uint64_t seed = 1;
  std::string digest{};
  Outcome outcome{};
};

struct Comparison {
  bool equal = false;  ///< No input differs, and nothing that happened.
  std::optional<FirstDifference> first{};
  std::vector<InputDifference> inputs{};  ///< In file order; changes at a round and moves last.
  bool all_inputs = true;  ///< False: one side is a document, which does not hold its scenario.
  std::array<ComparedRun, 2> runs{};
};

/// One side of a comparison.
struct Compared {
  const Trace* trace = nullptr;
  /// What was asked for, if that is known: then its moves are compared, and changes at rounds that
  /// were not played. Without it only changes that were made in a round that both have played.
  const Run* run = nullptr;
  std::string digest{};   ///< Empty: taken of the trace.
  bool document = false;  ///< The trace was read from a document (parse_trace).
};

/// Compares two runs, of the same scenario or of different ones: everything is matched by id.
Comparison compare(const Trace& a, const Trace& b);
Comparison compare(const Compared& a, const Compared& b);

/// Everything that was done in one stage of a trace, in order of play; its end comes last.
std::vector<Deed> deeds_of(const Trace& trace, const TraceStage& stage);

/// "offer", "accept", ...
std::string_view deed_name(Deed::Kind kind);

/// The document `detente/comparison/1` on one line.
std::string to_json(const Comparison& comparison);

}  // namespace detente
