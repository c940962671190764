#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "detente/core/result.hpp"
#include "detente/model/standing.hpp"
#include "detente/model/turn.hpp"

namespace detente {

/// What is fixed about a procedure.
struct Protocol {
  bool offers_jointly = false;    ///< Offers come from blocs, once a round, not from each in turn.
  bool signatory_clause = false;  ///< Signatories also accept the package in force
                                  ///< (docs/model-coalition.md).
  bool of_conflict = false;       ///< Plays the section `conflict`, not the stages of the file.
};

/// A negotiation procedure: pure functions of their arguments, no state of its own, so one object
/// serves every thread. Actors of the program, replayed moves and explanations all use turn().
class Model {
 public:
  explicit Model(Protocol protocol) : protocol_(protocol) {}
  Model(const Model&) = delete;
  Model& operator=(const Model&) = delete;
  virtual ~Model() = default;

  /// The scenario as the procedure plays it: itself, unless it makes talks of something else.
  /// Diagnostics if it cannot be played.
  virtual Result<std::shared_ptr<const Scenario>> adopt(
      std::shared_ptr<const Scenario> scenario) const;

  /// A stage compiled for this procedure. Diagnostics if edits have taken away what it needs.
  virtual Result<StageTables> tables(const Scenario& scenario, const StageView& view) const;

  /// The table before the first turn; already over if nobody has anything to say.
  virtual State open(const StageTables& tables) const = 0;

  /// The next turn, and the table after it: `log` holds the stage's turns so far, `moves` what
  /// people play in this round.
  /// @pre !state.over()
  virtual Step turn(const StageTables& tables, const State& state, std::span<const Turn> log,
                    std::span<const PartyMove> moves) const = 0;

  /// The party that takes the next turn; -1 where a bloc offers jointly.
  virtual int whose_turn(const StageTables& tables, const State& state) const = 0;

  /// Plays a stage from its opening to its end with nobody at the table but the program: what
  /// turn() comes to, turn by turn, in less time where the procedure allows it.
  virtual State play(const StageTables& tables, const State& state) const;

  /// Where every party stands at this moment: what the aspiration view is drawn from.
  virtual std::vector<Standing> standings(const StageTables& tables, const State& state) const;

  /// Where a party stands as it decides in a turn that it takes from `state`: by then it has met
  /// the offer on the table.
  virtual Standing deciding(const StageTables& tables, const State& state, int party) const;

  bool offers_jointly() const { return protocol_.offers_jointly; }
  bool signatory_clause() const { return protocol_.signatory_clause; }
  bool of_conflict() const { return protocol_.of_conflict; }

  /// Whether a party would accept a package that is put to it in the round of `state`.
  virtual bool would_accept(const StageTables& tables, const State& state, int party,
                            int package) const = 0;

  /// The same from a standing, for a tactic whose threshold follows from the time alone: `judged` =
  /// what the package is worth to the party, minus infinity outside its red lines; `in_force` = it
  /// is the package in force and the party has signed it.
  virtual bool accepts(const PartyTable& party, const Standing& standing, double judged,
                       bool in_force) const = 0;

 private:
  Protocol protocol_;
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
