#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "detente/core/result.hpp"
#include "detente/model/model.hpp"
#include "detente/scenario/overlay.hpp"
#include "detente/sim/trace.hpp"

namespace detente {

/// A run = scenario + model + seed + edits + moves.
struct Run {
  std::string model{};  ///< Empty: the scenario's.
  std::uint64_t seed = 1;
  std::vector<Edit> edits{};  ///< After the scenario's own events, in order.
  std::vector<Move> moves{};
};

/// What changes before the first turn of one round.
struct Change {
  int stage = 0;
  int round = 1;
  std::vector<Edit> edits{};
};

/// A run made ready: the scenario with the edits from the start, and the changes to come in order
/// of play. A change at a round that is never played never acts.
struct Plan {
  std::shared_ptr<const Scenario> scenario{};
  std::vector<Change> changes{};
  std::vector<Move> moves{};
  const ModelInfo* model = nullptr;
};

/// Diagnostics name edits that do not fit, and a model that is not there.
Result<Plan> plan(std::shared_ptr<const Scenario> scenario, const Run& run);

/// A scenario that outlives whatever is planned with it, without a copy.
inline std::shared_ptr<const Scenario> borrowed(const Scenario& scenario) {
  return {std::shared_ptr<const Scenario>{}, &scenario};
}

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
  /// Why a change could not be made when its round came; the run is over then. Mostly empty.
  const Diagnostics& faults() const { return faults_; }

  /// Plays the next turn. When it ends a stage, outcomes() grows and the next stage opens.
  /// @pre  !over()
  Turn next();

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
  void resolve_moves();
  void close_stage();
  Outcome stage_outcome() const;

  std::shared_ptr<const Plan> plan_;
  std::shared_ptr<const Scenario> scenario_;
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
