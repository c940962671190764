#include "detente/sim/simulation.hpp"

#include <algorithm>
#include <utility>

#include "detente/core/contract.hpp"
#include "detente/model/minds.hpp"
#include "detente/scenario/edit.hpp"
#include "detente/scenario/field.hpp"
#include "detente/scenario/nothing_to_negotiate.hpp"

namespace detente {
namespace {

/// An edit with the place in play at which it acts: (-1, 0) = from the start.
struct Timed {
  std::pair<int, int> at{-1, 0};
  Edit edit{};
};

/// Every edit of the run: the scenario's events first.
std::vector<Edit> all_edits(const Scenario& scenario, const Run& run) {
  std::vector<Edit> edits;
  for (const Event& event : scenario.events) {
    edits.insert(edits.end(), event.edits.begin(), event.edits.end());
  }
  edits.insert(edits.end(), run.edits.begin(), run.edits.end());
  return edits;
}

Result<std::vector<Timed>> in_order_of_play(const Scenario& scenario, const Run& run) {
  std::vector<Timed> all;
  Diagnostics faults;
  for (Edit& edit : all_edits(scenario, run)) {
    std::pair<int, int> at{-1, 0};
    if (edit.at) at = {index_of(scenario.stages, edit.at->stage), edit.at->round};
    if (edit.at && at.first < 0) {
      faults.push_back({.code = Code::unknown_id,
                        .message = "no stage '" + edit.at->stage + "' for " + edit.path});
    }
    all.push_back({at, std::move(edit)});
  }
  if (!faults.empty()) return faults;
  std::stable_sort(all.begin(), all.end(),
                   [](const Timed& a, const Timed& b) { return a.at < b.at; });
  return all;
}

/// Option of every open issue that a move names; -1 for the others.
std::vector<int> named_options(const StageView& view, const Move& move) {
  std::vector<int> options;
  for (const int issue : view.open) {
    const auto named = std::find_if(move.offer.begin(), move.offer.end(),
                                    [&](const auto& choice) { return choice.first == issue; });
    options.push_back(named == move.offer.end() ? -1 : named->second);
  }
  return options;
}

bool same_shape(const StageTables& a, const StageTables& b) {
  return a.view.parties == b.view.parties && a.view.open == b.view.open &&
         a.grid.packages() == b.grid.packages();
}

/// Whether an edit path leads to `leaf` or to something that holds it.
bool leads_to(const std::string& path, const std::string& leaf) {
  return leaf.starts_with(path) && (leaf.size() == path.size() || leaf[path.size()] == '.');
}

/// Puts the ideals that talking has moved back into a scenario whose numbers the edits changed,
/// except those that the edits themselves set.
void keep_moved_ideals(const Scenario& moved, const std::vector<Edit>& edits, Scenario& scenario) {
  std::vector<std::string> paths;
  for (const Edit& edit : edits) {
    const auto found = matches(scenario, edit.path);
    if (found) paths.insert(paths.end(), found->begin(), found->end());
  }
  const auto is_set = [&](const std::string& leaf) {
    return std::any_of(paths.begin(), paths.end(),
                       [&](const std::string& path) { return leads_to(path, leaf); });
  };
  for (int actor = 0; actor < std::ssize(scenario.actors); ++actor) {
    for (int issue = 0; issue < std::ssize(scenario.issues); ++issue) {
      Position& position = scenario.actors[actor].positions[issue];
      const Field field{.kind = Field::Kind::ideal, .actor = actor, .issue = issue};
      if (!position.ideal || is_set(path_of(scenario, field))) continue;
      position.ideal = moved.actors[actor].positions[issue].ideal;
    }
  }
}

/// Makes the edits that act from the start, which then leave the run, and lets the model make its
/// talks of what comes of it.
Diagnostics adopt(Plan& plan, Run& run) {
  const auto from_start = std::stable_partition(
      run.edits.begin(), run.edits.end(), [](const Edit& edit) { return edit.at.has_value(); });
  for (auto edit = from_start; edit != run.edits.end(); ++edit) {
    auto changed = apply(*plan.scenario, *edit);
    if (!changed) return changed.error();
    plan.scenario = std::make_shared<const Scenario>(std::move(changed).value());
  }
  run.edits.erase(from_start, run.edits.end());
  auto talks = plan.model->model->adopt(plan.scenario);
  if (!talks) return talks.error();
  plan.scenario = std::move(talks).value();
  return {};
}

}  // namespace

Result<Plan> plan(std::shared_ptr<const Scenario> scenario, const Run& run) {
  Plan plan{.scenario = std::move(scenario), .moves = run.moves};
  const std::string& model = run.model.empty() ? plan.scenario->model : run.model;
  plan.model = find_model(model);
  if (plan.model == nullptr) {
    return Diagnostics{{.code = Code::unknown_model, .message = "no model '" + model + "'"}};
  }
  const bool of_conflict = plan.model->model->of_conflict();
  if (!of_conflict && plan.scenario->stages.empty()) {
    return Diagnostics{nothing_to_negotiate(*plan.scenario)};
  }
  Run own = run;
  if (of_conflict) {
    // what acts from the start may shape the talks, the rest finds its place in them
    auto adopted = adopt(plan, own);
    if (!adopted.empty()) return adopted;
  }
  const auto timed = in_order_of_play(*plan.scenario, own);
  if (!timed) return timed.error();
  for (const Timed& one : *timed) {
    if (one.at.first < 0) {
      auto changed = apply(*plan.scenario, one.edit);
      if (!changed) return changed.error();
      plan.scenario = std::make_shared<const Scenario>(std::move(changed).value());
      continue;
    }
    const bool same_round = !plan.changes.empty() && one.at.first == plan.changes.back().stage &&
                            one.at.second == plan.changes.back().round;
    if (!same_round) plan.changes.push_back({one.at.first, one.at.second, {}});
    plan.changes.back().edits.push_back(one.edit);
  }
  return plan;
}

Result<Plan> plan_talks(std::shared_ptr<const Scenario> scenario, const Run& run) {
  auto ready = plan(std::move(scenario), run);
  if (ready && ready->model->model->of_conflict()) {
    return Diagnostics{
        {.code = Code::not_available,
         .message = "the model '" + std::string(ready->model->id) + "' plays no negotiation",
         .hint = "choose another with --model; of a conflict tell `detente run`, "
                 "`stability` and `explain`"}};
  }
  return ready;
}

bool can_be_played(const Scenario& scenario) {
  const ModelInfo* const model = find_model(scenario.model);
  const bool of_conflict = model != nullptr && model->model->of_conflict();
  return of_conflict ? scenario.conflict.has_value() : !scenario.stages.empty();
}

Simulation::Simulation(Plan plan)
    : plan_(std::make_shared<const Plan>(std::move(plan))), scenario_(plan_->scenario) {
  expects(!scenario_->stages.empty(), "Simulation: a scenario with stages");
  open_stage(0);
}

Simulation Simulation::branched(Plan plan) const {
  Simulation branch = *this;
  branch.plan_ = std::make_shared<const Plan>(std::move(plan));
  branch.change_ = nullptr;  // it was one of the old plan
  return branch;
}

Turn Simulation::next() {
  expects(!over_, "Simulation::next: not over");
  const int round = state_.round;
  const Step step = model().turn(*tables_, state_, log_, round_moves_);
  state_ = step.next;
  log_.push_back(step.turn);
  if (state_.over()) {
    close_stage();
  } else if (state_.round != round) {
    enter_round();
  }
  return step.turn;
}

void Simulation::play_stage() {
  expects(!over_, "Simulation::play_stage: not over");
  if (undisturbed()) {
    state_ = model().play(*tables_, state_);
    close_stage();
    return;
  }
  const std::size_t ended = outcomes_.size();
  while (!over_ && outcomes_.size() == ended) next();
}

bool Simulation::undisturbed() const {
  const int stage = tables_->view.stage;
  const bool changes = std::any_of(plan_->changes.begin(), plan_->changes.end(),
                                   [&](const Change& change) { return change.stage == stage; });
  const std::string& id = scenario_->stages[stage].id;
  const bool moves = std::any_of(plan_->moves.begin(), plan_->moves.end(),
                                 [&](const Move& move) { return move.at.stage == id; });
  return log_.empty() && !changes && !moves && influence_of(*scenario_, plan_->model->id) == 0.0;
}

void Simulation::open_stage(int stage) {
  log_.clear();
  change_ = nullptr;
  adopt_influence();
  adopt_change(stage, 1);  // it shapes the tables that the stage opens with
  if (over_) return;
  compile_stage(stage);
  if (over_) return;
  ++stages_opened_;
  state_ = model().open(*tables_);
  resolve_moves();
  if (state_.over()) close_stage();
}

void Simulation::compile_stage(int stage) {
  auto tables = model().tables(*scenario_, view_stage(*scenario_, stage, agreed_));
  if (!tables) {
    faults_ = tables.error();
    over_ = true;
    return;
  }
  tables_ = std::make_shared<const StageTables>(std::move(tables).value());
}

void Simulation::enter_round() {
  change_ = nullptr;
  const int stage = tables_->view.stage;
  // what people set at a round stands as set in it: they have the last word
  const bool moved = adopt_influence();
  const bool changed = adopt_change(stage, state_.round);
  if ((moved || changed) && !over_) {
    const auto before = tables_;
    compile_stage(stage);
    if (over_) return;
    if (!same_shape(*before, *tables_)) {
      // other parties or packages: what was on the table has no place among the new ones
      state_ = State{.round = state_.round};
      log_.clear();
    } else {
      recall(*before, *tables_, log_, state_);
    }
  }
  resolve_moves();
}

bool Simulation::adopt_change(int stage, int round) {
  const auto found = std::find_if(
      plan_->changes.begin(), plan_->changes.end(),
      [&](const Change& change) { return change.stage == stage && change.round == round; });
  if (found == plan_->changes.end()) return false;
  auto changed = apply(first_ ? *first_ : *scenario_, found->edits);
  if (changed) {
    auto first = std::make_shared<const Scenario>(std::move(changed).value());
    if (first_) {
      auto now = std::make_shared<Scenario>(*first);
      keep_moved_ideals(*scenario_, found->edits, *now);
      scenario_ = std::move(now);
      first_ = std::move(first);
    } else {
      scenario_ = std::move(first);
    }
    change_ = &*found;
  } else {
    faults_ = changed.error();
    over_ = true;
  }
  return true;
}

bool Simulation::adopt_influence() {
  shift_.reset();
  const double share = influence_of(*scenario_, plan_->model->id);
  if (share == 0.0) return false;
  auto now = std::make_shared<Scenario>(*scenario_);
  shift_ = influence(first_ ? *first_ : *scenario_, *now, share);
  if (!shift_) return false;
  if (!first_) first_ = scenario_;
  scenario_ = std::move(now);
  return true;
}

void Simulation::resolve_moves() {
  round_moves_.clear();
  const StageView& view = tables_->view;
  for (const Move& move : plan_->moves) {
    const bool now =
        move.at.round == state_.round && move.at.stage == scenario_->stages[view.stage].id;
    const auto party = std::find(view.parties.begin(), view.parties.end(), move.actor);
    if (!now || party == view.parties.end()) continue;
    round_moves_.push_back({.party = static_cast<int>(party - view.parties.begin()),
                            .kind = static_cast<PartyMove::Kind>(move.kind),
                            .options = named_options(view, move)});
  }
}

void Simulation::close_stage() {
  outcomes_.push_back(stage_outcome());
  closing_state_ = state_;
  const Outcome& outcome = outcomes_.back();
  const int stage = tables_->view.stage;
  if (!outcome.agreed || stage + 1 >= std::ssize(scenario_->stages)) {
    over_ = true;
    return;
  }
  agreed_.push_back({outcome.package, outcome.coalition});
  open_stage(stage + 1);
}

Outcome Simulation::stage_outcome() const {
  Outcome outcome{.agreed = state_.reason == Reason::agreement,
                  .stage = tables_->view.stage,
                  .reason = state_.reason};
  const auto standings = grounds(*tables_, state_.round, state_.left);
  for (std::size_t party = 0; party < tables_->parties.size(); ++party) {
    const PartyTable& own = tables_->parties[party];
    // without agreement everybody gets its walk-away; a signatory's has what is in force as a floor
    const bool settled = outcome.agreed || tables_->board;
    const double utility = settled ? own.utility[state_.standing] : standings[party].walk_away;
    outcome.utilities.emplace_back(own.actor, utility);
  }
  if (tables_->board) {
    // a conflict is somewhere all the time, whether it rests there or not
    outcome.round = state_.round;
    outcome.package = options_of(*tables_, state_.standing);
  } else if (outcome.agreed) {
    const std::vector<int> before = agreed_.empty() ? std::vector<int>{} : agreed_.back().package;
    outcome.round = state_.round;
    outcome.package = laid_over(before, options_of(*tables_, state_.standing));
    outcome.coalition = actors_of(*tables_, state_.accepting);
  } else if (tables_->view.in_force) {
    outcome.package = tables_->view.in_force->package;
    outcome.coalition = tables_->view.in_force->signatories;
  }
  return outcome;
}

Outcome overall(std::span<const Outcome> stages, int planned_stages) {
  Outcome outcome = stages.back();
  outcome.agreed = outcome.agreed && std::ssize(stages) == planned_stages;
  return outcome;
}

}  // namespace detente
