#include "detente/sim/record.hpp"

#include <algorithm>
#include <utility>

#include "detente/coalition/zone.hpp"
#include "detente/model/minds.hpp"
#include "detente/scenario/field.hpp"
#include "detente/sim/aspiration_view.hpp"

namespace detente {
namespace {

std::vector<double> utilities_of(const StageTables& tables, int package) {
  std::vector<double> utilities;
  for (const PartyTable& party : tables.parties) utilities.push_back(party.utility[package]);
  return utilities;
}

/// Adds to a round what the aspiration view shows of it.
void analyse(const Simulation& simulation, const StageTables& tables, const State& state,
             TraceRound& round) {
  const ActorSet table = tables.everybody() & ~state.left;
  const Model& model = simulation.model();
  round.standings = model.standings(tables, state);
  const Acceptance acceptance =
      who_accepts(tables, round.standings, table, model.signatory_clause());
  round.zone_size = zone_size(acceptance, tables.rule);
  round.blocs = blocs_of(tables, acceptance);
  round.coalition = actors_of(tables, largest_bloc(acceptance));
  round.blockers = blockers_of(tables, acceptance, round.standings, table);
}

/// A turn with the table that it was taken at.
struct Played {
  std::shared_ptr<const StageTables> tables{};
  State before{};
  Turn turn{};
};

/// Writes the turns of a simulation down, round by round.
class Recorder {
 public:
  explicit Recorder(const Simulation& simulation) : simulation_(&simulation) {}

  /// Notes the opening of the stage that the simulation has just entered.
  void open_stage() {
    const StageTables& tables = simulation_->tables();
    const Stage& stage = simulation_->scenario().stages[tables.view.stage];
    stages_.push_back(
        {.stage = tables.view.stage, .parties = tables.view.parties, .open = tables.view.open});
    bloc_ = 0;
    TraceRound opening = blank_round(0);
    if (stage.keeps >= 0 && !stage.reopens.empty()) {
      opening.events.push_back({.kind = TraceEvent::Kind::reopened, .issues = stage.reopens});
    }
    analyse(*simulation_, tables, State{.round = 0}, opening);
    stages_.back().rounds.push_back(std::move(opening));
  }

  void open_round() {
    TraceRound round = blank_round(simulation_->state().round);
    if (simulation_->shift()) round.events.push_back(influence_event(*simulation_->shift()));
    if (simulation_->change() != nullptr) {
      for (const Edit& edit : simulation_->change()->edits) {
        round.events.push_back(
            {.kind = TraceEvent::Kind::edit, .path = edit.path, .value = to_string(edit.value)});
      }
    }
    stages_.back().rounds.push_back(std::move(round));
  }

  void note(const Played& played) {
    note_answer(played);
    const std::vector<int> actors = actors_of(*played.tables, played.turn.by);
    switch (played.turn.act) {
      case Act::none:
        break;
      case Act::offer:
        note_offer(played);
        break;
      case Act::silent:
        add_event(TraceEvent::Kind::silence, {});
        break;
      case Act::pass:
        add_event(TraceEvent::Kind::pass, actors);
        break;
      case Act::leave:
        add_event(TraceEvent::Kind::left, actors);
        break;
    }
  }

  /// @param after  the table at the end of the round, seen in that round.
  void close_round(const StageTables& tables, const State& after) {
    analyse(*simulation_, tables, after, round());
  }

  void close_stage(const Outcome& outcome) { stages_.back().outcome = outcome; }

  std::vector<TraceStage> take() && { return std::move(stages_); }

 private:
  /// A round that starts now, on the scenario and the tables of this moment.
  TraceRound blank_round(int number) const {
    return {.number = number,
            .scenario = simulation_->shared_scenario(),
            .tables = simulation_->shared_tables()};
  }

  TraceEvent influence_event(const Shift& shift) const {
    const Scenario& scenario = simulation_->scenario();
    const Field field{.kind = Field::Kind::ideal, .actor = shift.actor, .issue = shift.issue};
    return {.kind = TraceEvent::Kind::influence,
            .actors = {shift.actor},
            .issues = {shift.issue},
            .path = path_of(scenario, field),
            .value = to_string(Value::of(shift.to))};
  }

  TraceRound& round() { return stages_.back().rounds.back(); }

  void add_event(TraceEvent::Kind kind, std::vector<int> actors) {
    round().events.push_back({.kind = kind, .actors = std::move(actors)});
  }

  /// The offer answered stands in this round or, in alternating offers, in one before.
  TraceOffer* offer_on_table() {
    auto& rounds = stages_.back().rounds;
    for (std::size_t number = rounds.size(); number-- > 0;) {
      if (!rounds[number].offers.empty()) return &rounds[number].offers.back();
    }
    return nullptr;
  }

  void note_answer(const Played& played) {
    TraceOffer* const offer = offer_on_table();
    if (played.turn.answer == Answer::none || offer == nullptr) return;
    const int party = first_of(played.turn.by);
    const PartyTable& own = played.tables->parties[party];
    if (played.turn.answer == Answer::unreached) {
      offer->unreached.push_back(own.actor);
      return;
    }
    Response response{own.actor, played.turn.answer};
    const Model& model = simulation_->model();
    if (!model.offers_jointly() && !is_plain(own.tactic)) {
      // by the end of the round it may ask for something else
      response.threshold = model.deciding(*played.tables, played.before, party).threshold;
    }
    offer->responses.push_back(response);
  }

  void note_offer(const Played& played) {
    const auto& [tables, before, turn] = played;
    const bool joint = simulation_->model().offers_jointly();
    if (joint && turn.by != bloc_ && size_of(turn.by) > 1) {
      add_event(TraceEvent::Kind::together, actors_of(*tables, turn.by));
    }
    bloc_ = turn.by;
    TraceOffer offer{.round = turn.round,
                     .by = actors_of(*tables, turn.by),
                     .joint = joint,
                     .index = turn.offered,
                     .package = options_of(*tables, turn.offered),
                     .utilities = utilities_of(*tables, turn.offered)};
    const ActorSet table = tables->everybody() & ~before.left;
    if (joint) offer.needed = actors_of(*tables, needed_by(tables->rule, turn.by, table));
    round().offers.push_back(std::move(offer));
  }

  const Simulation* simulation_;
  std::vector<TraceStage> stages_{};
  ActorSet bloc_ = 0;
};

/// Plays one round to its end, or up to a turn that is not to be taken.
/// @return  whether all its turns were taken.
bool record_round(Simulation& simulation, const StopBefore& stop_before, Recorder& recorder) {
  recorder.open_round();
  const std::size_t ended = simulation.outcomes().size();
  const auto minds = simulation.state().minds;
  for (bool round_over = false; !round_over;) {
    Played played{simulation.shared_tables(), simulation.state(), {}};
    if (stop_before && stop_before(simulation)) {
      recorder.close_round(*played.tables, played.before);
      return false;
    }
    played.turn = simulation.next();
    recorder.note(played);
    const bool stage_over = simulation.outcomes().size() > ended;
    State after = stage_over ? simulation.closing_state() : simulation.state();
    round_over = stage_over || simulation.over() || after.round != played.before.round;
    after.round = played.before.round;
    // what a joint offer teaches counts from the next round; the view is of this one
    if (simulation.model().offers_jointly()) after.minds = minds;
    if (round_over) recorder.close_round(*played.tables, after);
  }
  return true;
}

}  // namespace

std::vector<TraceStage> record(Simulation& simulation, const StopBefore& stop_before) {
  Recorder recorder(simulation);
  recorder.open_stage();
  while (!simulation.over()) {
    const std::size_t ended = simulation.outcomes().size();
    if (!record_round(simulation, stop_before, recorder)) return std::move(recorder).take();
    if (simulation.outcomes().size() > ended) {
      recorder.close_stage(simulation.outcomes()[ended]);
      if (simulation.stage_count() > ended + 1) recorder.open_stage();
    }
  }
  // a stage in which nobody has anything to say is over as it opens
  if (!simulation.outcomes().empty()) recorder.close_stage(simulation.outcomes().back());
  return std::move(recorder).take();
}

}  // namespace detente
