#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "detente/model/influenced.hpp"
#include "detente/sim/plan.hpp"
#include "detente/sim/trace.hpp"

namespace detente {

/// A negotiation that is being played, turn by turn. A value: copy it to try something else.
class Simulation {
 public:
  /// @pre  the scenario has stages.
  explicit Simulation(Plan plan);

  bool over() const { return over_; }
  /// The scenario as it stands in this round.
  const Scenario& scenario() const { return *scenario_; }
  std::shared_ptr<const Scenario> shared_scenario() const { return scenario_; }
  const Model& model() const { return *plan_->model->model; }
  const StageTables& tables() const { return *tables_; }
  std::shared_ptr<const StageTables> shared_tables() const { return tables_; }
  const State& state() const { return state_; }
  /// The turns of this stage so far.
  std::span<const Turn> log() const { return log_; }
  /// What people play in this round.
  std::span<const PartyMove> moves() const { return round_moves_; }
  /// What changed with this round, or nullptr.
  const Change* change() const { return change_; }
  /// The furthest that talking along the ties moved an ideal before this round, if it did.
  const std::optional<Shift>& shift() const { return shift_; }
  /// Why a change could not be made when its round came; the run is over then. Mostly empty.
  const Diagnostics& faults() const { return faults_; }

  /// Plays the next turn. When it ends a stage, outcomes() grows and the next stage opens.
  /// @pre  !over()
  Turn next();

  /// Plays the stage to its end as next() would, turn by turn, but keeps no log of it: faster where
  /// nobody moves and nothing changes.
  /// @pre  !over()
  void play_stage();

  /// The same talks, going on under a plan that differs in later rounds only.
  Simulation branched(Plan plan) const;

  /// One outcome for every stage that has ended.
  std::span<const Outcome> outcomes() const { return outcomes_; }
  /// The table as the last stage that ended left it.
  const State& closing_state() const { return closing_state_; }
  /// How many stages have been opened.
  std::size_t stage_count() const { return stages_opened_; }

 private:
  void open_stage(int stage);
  void compile_stage(int stage);
  void enter_round();
  bool adopt_change(int stage, int round);
  bool adopt_influence();
  void resolve_moves();
  bool undisturbed() const;
  void close_stage();
  Outcome stage_outcome() const;

  std::shared_ptr<const Plan> plan_;
  std::shared_ptr<const Scenario> scenario_;
  std::shared_ptr<const Scenario>
      first_{};  ///< As scenario_, with the ideals that nobody has moved
                 ///< by talking; empty while that is scenario_ itself.
  std::optional<Shift> shift_{};
  const Change* change_ = nullptr;
  std::shared_ptr<const StageTables> tables_{};
  State state_{};
  State closing_state_{};
  std::size_t stages_opened_ = 0;
  std::vector<Turn> log_{};
  std::vector<PartyMove> round_moves_{};
  std::vector<Agreed> agreed_{};
  std::vector<Outcome> outcomes_{};
  Diagnostics faults_{};
  bool over_ = false;
};

/// How the whole run ended, from the outcomes of its stages.
Outcome overall(std::span<const Outcome> stages, int planned_stages);

}  // namespace detente
