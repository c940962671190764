#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "detente/model/model.hpp"

namespace detente {

/// How one party answered an offer.
struct Response {
  int actor = 0;
  Answer answer = Answer::none;
  /// The least that it would have accepted as it answered; -1: what the round's standings say.
  double threshold = -1.0;
};

/// One package on the table. Actors are those of the scenario.
struct TraceOffer {
  int round = 0;
  std::vector<int> by{};
  bool joint = false;                 ///< Tabled by a bloc, even if by a bloc of one.
  int index = -1;                     ///< Of the package, among those of the stage.
  std::vector<int> package{};         ///< Option per issue of the scenario; -1 outside the stage.
  std::vector<double> utilities{};    ///< Of each party of the stage.
  std::vector<Response> responses{};  ///< Of those asked, in the order asked.
  std::vector<int> unreached{};       ///< Outsiders that the offer did not get to.
  std::vector<int> needed{};          ///< Of a joint offer: outsiders without whom nobody wins.
};

/// A minimal set of parties that keeps the zone of agreement empty.
struct TraceBlocker {
  std::vector<int> actors{};
  double shortfall = 0.0;
  int index = -1;
  std::vector<int> package{};
};

/// What happened besides offers and answers, as data.
struct TraceEvent {
  enum class Kind {
    edit,       ///< A number changed: `path` and `value`; by an event of the scenario or the run.
    reopened,   ///< The stage starts with these `issues` open again.
    together,   ///< `actors` stand together now and did not the round before.
    silence,    ///< Nobody could table anything.
    pass,       ///< `actors` has nothing to offer or accept.
    left,       ///< `actors` walked out.
    influence,  ///< Ideals moved along the ties; the furthest, of `actors` on `issues`: `path`, now
                ///< at `value`.
  };

  Kind kind{};
  std::vector<int> actors{};
  std::vector<int> issues{};
  std::string path{};
  std::string value{};
};

/// One round; number 0 is the opening.
struct TraceRound {
  int number = 0;
  std::vector<TraceOffer> offers{};
  std::vector<Standing> standings{};  ///< Of each party of the stage, after the round's last turn.
  std::int64_t zone_size = 0;
  std::vector<std::vector<int>> blocs{};
  std::vector<int> coalition{};  ///< The largest that could agree now.
  std::vector<TraceBlocker> blockers{};
  std::vector<TraceEvent> events{};
  std::shared_ptr<const Scenario> scenario{};   ///< As it stood; rounds share what did not change.
  std::shared_ptr<const StageTables> tables{};  ///< What the round was played on.
};

/// How a stage, or the whole run, ended.
struct Outcome {
  bool agreed = false;
  int stage = 0;
  int round = 0;               ///< Of the agreement; 0 without one.
  std::vector<int> package{};  ///< What is in force: option per issue, -1 = none; empty if nothing.
  std::vector<int> coalition{};                     ///< Who accepted it, in file order.
  std::vector<std::pair<int, double>> utilities{};  ///< (actor, utility) of the stage's parties.
  Reason reason = Reason::none;
};

struct TraceStage {
  int stage = 0;
  std::vector<int> parties{};
  std::vector<int> open{};  ///< Issues bargained over.
  std::vector<TraceRound> rounds{};
  Outcome outcome{};
};

/// A whole run: all that the window, the reports and the batch sinks ever see.
struct Trace {
  std::shared_ptr<const Scenario> scenario{};  ///< With the edits made from the start.
  std::string model{};
  std::uint64_t seed = 1;
  std::vector<TraceStage> stages{};
  Outcome outcome{};
};

/// "agreement", "deadline", ...
std::string_view reason_name(Reason reason);

/// The document `detente/trace/1` on one line. `holds` < 0: not computed.
/// @param holds  in how many of `worlds` nearby worlds the run ends the same way.
std::string to_json(const Trace& trace, int holds = -1, int worlds = 0);

/// 32 hexadecimal digits over the stages and the outcome (XXH3-128): equal runs, equal digests.
std::string digest(const Trace& trace);

}  // namespace detente
