#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "detente/scenario/distribution.hpp"
#include "detente/scenario/text.hpp"
#include "detente/scenario/value.hpp"

namespace detente {

/// Lowers the walk-away of one party round by round, at a cost to those who press.
struct Pressure {
  std::vector<int> by{};
  int on = -1;             ///< Actor; -1 only while a file is read that does not say.
  double per_round = 0.0;  ///< Fall of the pressed party's walk-away per round, in [0, 1].
  double cost = 0.0;       ///< Fall of each presser's own walk-away per round, in [0, 1].
};

/// What holds when a later stage ends without agreement.
enum class Fallback { walk_away, kept };

/// One chapter of the talks. Actors, issues and stages are indices into the Scenario.
struct Stage {
  std::string id{};
  Text title{};
  std::vector<int> parties{};      ///< At least one; their order here means nothing.
  std::vector<int> advisers{};     ///< In graph and ties; no turn, no vote.
  std::vector<int> issues{};       ///< In scenario order.
  std::vector<int> consent{};      ///< Each of these parties must accept.
  std::optional<double> quorum{};  ///< Share of power in [0, 1]; absent: 1 without consent, else 0.
  int rounds = 20;                 ///< 1 to 10,000.
  int starts = -1;                 ///< Actor, or -1: the first party.
  std::map<int, double> walk_away{};  ///< Actor -> walk-away in this stage only.
  std::vector<Pressure> pressure{};
  int keeps = -1;              ///< Earlier stage whose package stays, or -1.
  std::vector<int> reopens{};  ///< Kept issues that are open again.
  Fallback fallback = Fallback::walk_away;
};

/// When an edit acts: before the first turn of that round (from 1) of that stage.
struct At {
  std::string stage{};
  int round = 1;
};

/// One change of a scenario: a dotted path and what to put there. Events, --set, overlays, flips
/// and lessons are all lists of these.
struct Edit {
  std::string path{};
  Value value{};
  std::optional<At> at{};  ///< Absent: from the start.
};

/// Changes that come by themselves at a round.
struct Event {
  At at{};
  Text title{};
  std::vector<Edit> edits{};  ///< Each with `at` set to the event's.
};

/// What forecast and batch sample for one path.
struct Uncertain : Distribution {
  std::string path{};
  bool each = false;  ///< A draw of its own for every match of a wildcard.
};

struct Try {
  Text title{};
  std::vector<Edit> edits{};
};

/// What a class does with the scenario.
struct Lesson {
  Text question{};
  std::vector<Text> notice{};
  std::vector<Try> tries{};
  std::vector<std::pair<std::string, Text>> glossary{};
};

/// One checked fact about a command's JSON output; the tests run them all.
struct Expect {
  std::string command{};
  std::string path{};
  Value equals{};
  double tolerance = 0.0;
  std::string source{};
};

}  // namespace detente
