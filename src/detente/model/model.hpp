#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detente/model/stage_tables.hpp"

namespace detente {

/// How a party answers the offer on the table.
enum class Answer { none, accept, refuse, leave, unreached };

/// What is done with a turn besides answering.
enum class Act { none, offer, silent, pass, leave };

/// One line of a stage's log: who, in which round, answered what, and tabled what.
struct Turn {
  int round = 0;
  ActorSet by = 0;  ///< One party, or a bloc that offers jointly.
  Answer answer = Answer::none;
  int answered = -1;  ///< The package that was answered; -1 if none.
  Act act = Act::none;
  int offered = -1;  ///< The package tabled; -1 if none.
};

enum class Reason { none, agreement, deadline, no_zone, withdrawal };

/// The table between two turns of a stage. A value, and small: keep as many as you like.
struct State {
  int round = 1;                 ///< The round being played.
  int turn = 0;                  ///< Turns of this round already taken.
  ActorSet left = 0;             ///< Parties that have walked out.
  int standing = -1;             ///< The package on the table, or -1.
  ActorSet proposer = 0;         ///< Who tabled it.
  ActorSet accepting = 0;        ///< Who has accepted it, its proposers included.
  Reason reason = Reason::none;  ///< Why the stage is over, or none.

  bool over() const { return reason != Reason::none; }
};

/// What a person plays in place of a party's own turn, resolved for one stage and round.
struct PartyMove {
  enum class Kind { offer, accept, refuse, leave };

  int party = 0;
  Kind kind = Kind::accept;
  std::vector<int>
      options{};  ///< Of an offer: one per open issue, -1 = as the party would have it.
};

struct Step {
  State next{};
  Turn turn{};
};

/// A negotiation procedure: pure functions of their arguments, no state of its own, so one object
/// serves every thread. Actors of the program, replayed moves and explanations all use turn().
class Model {
 public:
  Model() = default;
  Model(const Model&) = delete;
  Model& operator=(const Model&) = delete;
  virtual ~Model() = default;

  /// The table before the first turn; already over if nobody has anything to say.
  virtual State open(const StageTables& tables) const = 0;

  /// The next turn, and the table after it: `log` holds the stage's turns so far, `moves` what
  /// people play in this round.
  /// @pre !state.over()
  virtual Step turn(const StageTables& tables, const State& state, std::span<const Turn> log,
                    std::span<const PartyMove> moves) const = 0;

  /// The party that takes the next turn; -1 where a bloc offers jointly.
  virtual int whose_turn(const StageTables& tables, const State& state) const = 0;

  /// Where every party stands at this moment: what the aspiration view is drawn from.
  virtual std::vector<Standing> standings(const StageTables& tables, const State& state) const = 0;

  /// Whether offers come from blocs, once a round, rather than from each party in turn.
  virtual bool offers_jointly() const = 0;

  /// Whether signatories also accept the package in force (docs/model-coalition.md).
  virtual bool signatory_clause() const = 0;

  /// Whether a party accepts a package that is worth `judged` to it, minus infinity outside its red
  /// lines. `in_force` = it is the package in force and the party has signed it.
  virtual bool accepts(const PartyTable& party, const Standing& standing, double judged,
                       bool in_force) const = 0;
};

/// One knob of a model. The command line, sliders and sweeps are made from this.
struct ParamInfo {
  std::string_view name;
  double fallback;
  double low;
  double high;
  std::string_view help;
};

/// A model's entry in the catalogue.
struct ModelInfo {
  std::string_view id;
  std::string_view summary;  ///< One sentence.
  std::string_view source;   ///< The papers it is built on.
  std::string_view status;   ///< "published table reproduced", "tested" or "experimental".
  std::span<const ParamInfo> params;
  std::span<const std::string_view> not_read;  ///< Paths that it has no use for, with `*`.
  const Model* model;
};

/// Every model, in alphabetical order. The table is in `catalogue.cpp`: one line per model.
std::span<const ModelInfo* const> all_models();

/// The model with that id, or nullptr.
const ModelInfo* find_model(std::string_view id);

}  // namespace detente
