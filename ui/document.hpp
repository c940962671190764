#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "detente/core/result.hpp"
#include "detente/scenario/load.hpp"
#include "detente/sim/seat.hpp"

namespace detente::ui {

/// A scenario as it was opened: text and meaning. Shared, never changed.
struct Source {
  std::string file{};  ///< As given; empty for a new scenario that was not saved yet.
  std::string yaml{};
  Loaded loaded{};
};

/// One story of the talks: a run of the scenario, told from the beginning. A value that is never
/// changed; another edit or move makes another branch.
struct Branch {
  int id = 0;          ///< Never used again, not even after undo: results are kept by it.
  int parent = -1;     ///< Id, or -1 of the first.
  int fork = 0;        ///< Frame of the parent at which it goes its own way.
  std::string name{};  ///< By a person or a lesson; empty: told from its last edits.
  int own_edits = 0;   ///< How many of the run's edits, from the end, are not the parent's.
  Run run{};
  int seat = -1;  ///< Actor that a person plays; -1: the program plays everybody.
};

/// All that undo takes back and the journal keeps: the scenario, its branches and where we are.
struct Document {
  std::shared_ptr<const Source> source{};  ///< Empty: nothing could be opened.
  std::vector<std::shared_ptr<const Branch>> branches{};
  int current = -1;  ///< Id of the branch shown.
  int other = -1;    ///< Id of the branch that it is compared with, or -1.

  /// The branch of that id, or nullptr.
  const Branch* find(int id) const;
  bool operator==(const Document&) const = default;
};

/// The document as text (JSON): equal documents, equal texts. The journal is made of it.
std::string to_text(const Document& document);

/// The document of such a text; diagnostics if it is none, or was cut off.
Result<Document> parse_document(const std::string& text);

/// Where the playhead can rest: a round of a stage that was played.
struct Frame {
  int stage = 0;  ///< Place in Trace::stages.
  int round = 0;  ///< Place in TraceStage::rounds; 0 is the opening.
};

/// A branch's run, played to its end or to the seat's next decision. Shared, never changed.
struct Played {
  Trace trace{};
  std::vector<Frame> frames{};  ///< In order of play; at least one unless there are faults.
  std::string digest{};
  Diagnostics faults{};                    ///< Why it could not be played; mostly empty.
  std::shared_ptr<const SeatTurn> turn{};  ///< What the person in the seat has to decide, if any.

  const TraceStage& stage_at(int frame) const { return trace.stages[frames[frame].stage]; }
  const TraceRound& round_at(int frame) const {
    return stage_at(frame).rounds[frames[frame].round];
  }
  /// The frame of a stage (index into the scenario's) and round, or -1.
  int find_frame(int stage, int round) const;
};

/// Plays a branch.
Played play(const Source& source, const Branch& branch);

}  // namespace detente::ui
