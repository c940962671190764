#include "detente/study/explain.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "detente/study/flips.hpp"
#include "detente/study/worlds.hpp"

namespace detente {
namespace {

constexpr int kShownFlips = 3;
constexpr int kShownHistory = 3;
constexpr int kOfferSteps = 100;  // a joint offer is dearer to think through than an answer

std::vector<Term> terms_of_decision(const Moment& moment) {
  std::vector<Term> terms;
  if (moment.decision.index < 0) return terms;
  const Scenario& scenario = moment.before.scenario();
  const StageTables& tables = moment.before.tables();
  const Actor& actor = scenario.actors[tables.parties[moment.party].actor];
  const auto weights = issue_weights(tables.view, actor);
  for (std::size_t place = 0; place < tables.view.issues.size(); ++place) {
    const int issue = tables.view.issues[place];
    const int option = moment.decision.package[issue];
    const double value = option_value(scenario.issues[issue], actor.positions[issue], option);
    terms.push_back({issue, option, weights[place], value, weights[place] * value});
  }
  return terms;
}

/// Whether a person's move stands in for the party's own decision.
bool is_played(const Moment& moment) {
  const auto moves = moment.before.moves();
  return std::any_of(moves.begin(), moves.end(),
                     [&](const PartyMove& move) { return move.party == moment.party; });
}

std::vector<int> crossed_lines(const Moment& moment) {
  std::vector<int> crossed;
  const Scenario& scenario = moment.before.scenario();
  const StageTables& tables = moment.before.tables();
  const Actor& actor = scenario.actors[tables.parties[moment.party].actor];
  if (moment.decision.package.empty()) return crossed;
  for (const int issue : tables.view.issues) {
    const int option = moment.decision.package[issue];
    if (forbids(scenario.issues[issue], actor.positions[issue], option)) crossed.push_back(issue);
  }
  return crossed;
}

/// The move that puts another option into the offer that was decided on, at its own round.
Move offer_move(const Moment& moment, const Flip& flip) {
  const Scenario& scenario = moment.before.scenario();
  const auto log = moment.before.log();
  int round = moment.before.state().round;
  for (const Turn& turn : log) {
    if (turn.act == Act::offer) round = turn.round;
  }
  Move move{.at = {scenario.stages[moment.before.tables().view.stage].id, round},
            .actor = moment.decision.by.front(),
            .kind = Move::Kind::offer};
  for (const int issue : moment.before.tables().view.open) {
    const bool changed = issue == flip.offer->first;
    move.offer.emplace_back(issue, changed ? flip.offer->second : moment.decision.package[issue]);
  }
  return move;
}

/// What the run ends with when the flip is made at the round of the decision.
void play_on(const Scenario& start, const Run& run, const Moment& moment, int worlds, Flip& flip) {
  Run branch = run;
  branch.edits.erase(std::remove_if(branch.edits.begin(), branch.edits.end(),
                                    [](const Edit& edit) { return !edit.at; }),
                     branch.edits.end());
  if (flip.offer) {
    branch.moves.push_back(offer_move(moment, flip));
  } else {
    const Stage& stage = moment.before.scenario().stages[moment.before.tables().view.stage];
    branch.edits.push_back(
        {flip.path, Value::of(flip.to), At{stage.id, moment.before.state().round}});
  }
  const auto outcome = simulate_outcome(start, branch);
  if (!outcome) return;
  flip.outcome_after = *outcome;
  flip.holds = holds(start, branch, *outcome, worlds);
}

}  // namespace

std::string_view decision_name(Decision::Kind kind) {
  static constexpr std::array<std::string_view, 7> kNames{"accept", "refuse", "offer",    "leave",
                                                          "pass",   "silent", "unreached"};
  return kNames.at(static_cast<std::size_t>(kind));
}

Result<Explanation> explain(const Scenario& scenario, const Run& run, const DecisionAt& at,
                            int worlds) {
  const auto moment = find_decision(scenario, run, at);
  if (!moment) return moment.error();
  const auto outcome = simulate_outcome(scenario, run);
  if (!outcome) return outcome.error();
  const auto ready = plan(borrowed(scenario), run);
  if (!ready) return ready.error();

  const StageTables& tables = moment->before.tables();
  Explanation explanation{.scenario = std::make_shared<const Scenario>(moment->before.scenario()),
                          .model = std::string(ready->model->id),
                          .stage = tables.view.stage,
                          .round = moment->before.state().round,
                          .actor = tables.parties[moment->party].actor,
                          .decision = moment->decision,
                          .played = is_played(*moment),
                          .crossed = crossed_lines(*moment),
                          .terms = terms_of_decision(*moment),
                          .history = earlier_decisions(scenario, run, *moment, kShownHistory),
                          .outcome = *outcome,
                          .holds = holds(*ready->scenario, run, *outcome, worlds),
                          .worlds = worlds};
  if (explanation.played) return explanation;
  FlipSearch search{.seed = run.seed};
  if (!Probe(*moment).answers()) search.steps = kOfferSteps;
  explanation.flips = find_flips(*moment, search);
  if (explanation.flips.size() > kShownFlips) explanation.flips.resize(kShownFlips);
  for (Flip& flip : explanation.flips) play_on(*ready->scenario, run, *moment, worlds, flip);
  return explanation;
}

}  // namespace detente
