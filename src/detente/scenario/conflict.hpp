#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "detente/core/condition.hpp"
#include "detente/scenario/text.hpp"

namespace detente {

/// The most yes/no options of a conflict, and the most states of one in graph form.
constexpr int kMaxConflictOptions = 26;
constexpr int kMaxGraphStates = 100'000;

/// Whether a choice may be taken back.
enum class Reversal {
  both,    ///< Yes and no, as often as its owner likes.
  to_yes,  ///< Once yes it stays.
  to_no,   ///< Once no it stays.
};

/// A yes/no option of one actor.
struct ConflictOption {
  std::string id{};
  Text title{};
  int owner = 0;  ///< Actor.
  Reversal reversal = Reversal::both;
  int takes_issue = -1;  ///< Taken means that this option of this issue is chosen; -1: none.
  int takes_option = -1;
};

/// States that cannot be: those whose code has `value` under `mask`.
struct StatePattern {
  std::uint32_t mask = 0;
  std::uint32_t value = 0;
};

/// One thing that an actor wants, as it was written and as it is read.
struct Statement {
  std::string text{};
  Condition condition{};
};

/// What one actor thinks of the states.
struct ConflictPreference {
  enum class Kind { ranking, statements, positions };

  Kind kind = Kind::positions;
  std::vector<std::vector<std::uint32_t>> ranking{};  ///< Codes (graph form: numbers from 1), best
                                                      ///< first; a group is a tie.
  std::vector<Statement> statements{};                ///< Most important first.
};

/// A conflict whose states and moves are listed (graph form). States count from 1 in files and
/// messages, from 0 here.
struct ListedStates {
  std::vector<std::string> ids{};
  std::vector<std::vector<std::pair<int, int>>> moves{};  ///< [actor]: (from, to).
};

/// The section `conflict`: who may do what, and what everybody thinks of where that leads.
/// Option form: the code of a state is the sum of 2^j over the options j that are taken.
struct ConflictSection {
  std::vector<ConflictOption> options{};   ///< In file order; empty in graph form.
  std::vector<StatePattern> infeasible{};  ///< All shorthands written out.
  std::uint32_t status_quo = 0;            ///< Code; in graph form the number of the state, from 0.
  std::vector<ConflictPreference> preferences{};  ///< By actor; of actors without options and
                                                  ///< preference: ignored.
  std::vector<int> movers{};  ///< Actors that take part (own an option or have moves), file order.
  std::optional<ListedStates> graph{};  ///< Instead of options.
  /// While it is played as talks: so many issues in front stand for the options (docs/conflict.md);
  /// 0 in every file.
  int shown_issues = 0;
};

}  // namespace detente
