#include "detente/study/explain_conflict.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "detente/conflict/sequences.hpp"
#include "detente/model/conflict_talks.hpp"
#include "detente/sim/ids_json.hpp"
#include "detente/study/stability_parts.hpp"

namespace detente {
namespace {

Diagnostics fault(Code code, std::string message) {
  return {{.code = code, .message = std::move(message)}};
}

/// The round, or nullptr.
const TraceRound* find_round(const TraceStage& stage, int round) {
  const auto found = std::find_if(stage.rounds.begin(), stage.rounds.end(),
                                  [&](const TraceRound& one) { return one.number == round; });
  return found == stage.rounds.end() ? nullptr : &*found;
}

/// Whether somebody moved in that round.
bool is_move_of(const TraceRound& round) {
  return round.number > 0 && !round.offers.empty() && round.offers.back().round == round.number &&
         round.offers.back().by.size() == 1;
}

/// The move of a round, if one was made: the mover by its place among those who take part.
std::optional<PathStep> move_of(const TraceRound& round, const std::vector<PathStep>& before) {
  if (!is_move_of(round)) return {};
  const ConflictGame& game = round.tables->board->game;
  const TraceOffer& offer = round.offers.back();
  const auto mover = std::find(game.movers.begin(), game.movers.end(), offer.by.front());
  PathStep step{.actor = static_cast<int>(mover - game.movers.begin()),
                .to = state_of(*round.tables, game.conflict, offer.index)};
  const StateIndex from = before.empty() ? game.status_quo : before.back().to;
  step.irreversible = is_irreversible(game.conflict, step.actor, from, step.to);
  return step;
}

/// The moves up to a round, in order.
std::vector<PathStep> moves_until(const TraceStage& stage, int round) {
  std::vector<PathStep> moves;
  for (const TraceRound& one : stage.rounds) {
    if (one.number > round) break;
    if (const auto step = move_of(one, moves)) moves.push_back(*step);
  }
  return moves;
}

StabilityReport report_of(const TraceRound& round) {
  const ConflictGame& game = round.tables->board->game;
  return {.scenario = round.scenario,
          .conflict = std::shared_ptr<const Conflict>(round.tables, &game.conflict),
          .movers = game.movers,
          .status_quo = game.status_quo,
          .paths_known = false};
}

/// The concept of the play, where it has one of its own; else sequential stability.
Concept concept_of(const Scenario& scenario, const Conflict& conflict) {
  double number = -1.0;
  const auto model = scenario.models.find("conflict");
  if (model != scenario.models.end()) {
    const auto found = model->second.find("concept");
    if (found != model->second.end()) number = found->second;
  }
  if (number < 0.0) return Concept::seq;
  const auto solution = static_cast<Concept>(static_cast<int>(number));
  return solution == Concept::sim && conflict.is_graph() ? Concept::seq : solution;
}

void certify_all(ConflictExplanation& explanation) {
  const Conflict& conflict = *explanation.conflict.conflict;
  const Concept main = concept_of(*explanation.conflict.scenario, conflict);
  std::vector<Concept> concepts{main};
  if (main != Concept::nash) concepts.push_back(Concept::nash);
  for (const Concept solution : concepts) {
    explanation.certificates.push_back(
        certify(conflict, solution, Sanctions::legal, explanation.mover, explanation.from));
  }
}

Json decision_json(const ConflictExplanation& explanation) {
  const Conflict& conflict = *explanation.conflict.conflict;
  Json json;
  json["kind"] = decision_name(explanation.moved ? Decision::Kind::offer : Decision::Kind::pass);
  json["package"] = package_json(*explanation.conflict.scenario, explanation.package);
  json["from"] = code_of(conflict, explanation.from);
  json["to"] = code_of(conflict, explanation.to);
  json["vector"] = vector_of(explanation.conflict, explanation.to);
  return json;
}

}  // namespace

Result<ConflictExplanation> explain_conflict(const Scenario& scenario, const Run& run,
                                             const DecisionAt& at) {
  const auto trace = simulate(scenario, run);
  if (!trace) return trace.error();
  const TraceStage& stage = trace->stages.front();
  if (!stage.rounds.front().tables->board) {
    return fault(Code::unknown_model, "model '" + trace->model + "' plays no conflict");
  }
  const int last = stage.rounds.back().number;
  const TraceRound* const round = find_round(stage, at.round > 0 ? at.round : last);
  if (round == nullptr) {
    return fault(Code::out_of_range, "the conflict has no round " + std::to_string(at.round) +
                                         " in this run: it ended in round " + std::to_string(last));
  }
  ConflictExplanation explanation{.conflict = report_of(*round),
                                  .model = trace->model,
                                  .stage = stage.stage,
                                  .round = round->number,
                                  .moves = moves_until(stage, round->number),
                                  .outcome = trace->outcome};
  const StabilityReport& report = explanation.conflict;
  const auto& moves = explanation.moves;
  const bool has_move = at.round > 0 && is_move_of(*round);
  if (has_move) explanation.mover = moves.back().actor;
  if (at.actor >= 0) {
    const auto found = std::find(report.movers.begin(), report.movers.end(), at.actor);
    if (found == report.movers.end()) {
      return fault(Code::unknown_id,
                   "'" + scenario.actors[at.actor].id + "' takes no part in the conflict");
    }
    explanation.mover = static_cast<int>(found - report.movers.begin());
  }
  explanation.moved = has_move && explanation.mover == moves.back().actor;
  explanation.to = moves.empty() ? report.status_quo : moves.back().to;
  explanation.from = explanation.to;
  if (explanation.moved) {
    explanation.from = moves.size() > 1 ? moves[moves.size() - 2].to : report.status_quo;
  }
  explanation.package =
      options_of(*round->tables, package_of(*round->tables, *report.conflict, explanation.to));
  certify_all(explanation);
  return explanation;
}

std::string to_json(const ConflictExplanation& explanation,
                    const std::array<std::string, 3>& headlines) {
  const StabilityReport& report = explanation.conflict;
  const Scenario& scenario = *report.scenario;
  Json json;
  json["schema"] = "detente/explanation/1";
  json["scenario"] = scenario.id;
  json["model"] = explanation.model;
  json["stage"] = scenario.stages[explanation.stage].id;
  json["round"] = explanation.round;
  json["actor"] = scenario.actors[report.movers[explanation.mover]].id;
  json["decision"] = decision_json(explanation);
  for (std::size_t place = 0; place < kLanguages.size(); ++place) {
    json["headline"][std::string(language_code(kLanguages[place]))] = headlines[place];
  }
  json["certificates"] = Json::array();
  for (const Certificate& one : explanation.certificates) {
    Json own = Json::object(
        {{"concept", concept_name(one.solution)}, {"code", code_of(*report.conflict, one.state)}});
    own.update(detail::certificate_json(report, one));
    json["certificates"].push_back(std::move(own));
  }
  json["moves"] = detail::steps_json(report, explanation.moves);
  // what there is of talks only
  json["terms"] = Json::array();
  json["sum"] = nullptr;
  json["flips"] = Json::array();
  json["outcome"] = outcome_json(scenario, explanation.outcome);
  return compact(json);
}

}  // namespace detente
