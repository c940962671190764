#include "detente/study/explain.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "detente/model/minds.hpp"
#include "detente/study/branches.hpp"
#include "detente/study/effort.hpp"
#include "detente/study/flips.hpp"

namespace detente {
namespace {

constexpr int kShownFlips = 3;
// an offer, and an answer that depends on what was met, are dearer to think through than others
constexpr int kOfferSteps = 100;

std::vector<Term> terms_of_decision(const Moment& moment) {
  std::vector<Term> terms;
  if (moment.decision.index < 0) return terms;
  const Scenario& scenario = moment.before.scenario();
  const StageTables& tables = moment.before.tables();
  const Actor& actor = scenario.actors[tables.parties[moment.party].actor];
  const auto weights = issue_weights(tables.view, actor);
  const double lasting = tables.lasting ? actor.values_durability : 0.0;
  for (std::size_t place = 0; place < tables.view.issues.size(); ++place) {
    const int issue = tables.view.issues[place];
    const int option = moment.decision.package[issue];
    const double value = option_value(scenario.issues[issue], actor.positions[issue], option);
    const double weight = (1.0 - lasting) * weights[place];
    terms.push_back({issue, option, weight, value, weight * value});
  }
  if (lasting > 0.0) {
    const double chance = tables.lasting->chance(tables.grid, moment.decision.index);
    terms.push_back({-1, -1, lasting, chance, lasting * chance});
  }
  return terms;
}

std::optional<PackageLife> life_of_decision(const Moment& moment) {
  if (moment.decision.index < 0) return std::nullopt;
  const StageView& view = moment.before.tables().view;
  return life_of_package(moment.before.scenario(), view.stage,
                         laid_over(view.settled, moment.decision.package));
}

/// Whether a person's move stands in for the party's own decision.
bool is_played(const Moment& moment) {
  const auto moves = moment.before.moves();
  return std::any_of(moves.begin(), moves.end(),
                     [&](const PartyMove& move) { return move.party == moment.party; });
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

/// The run with the flip made at the round of the decision.
Branch branch_of(const Run& run, const Moment& moment, const Flip& flip) {
  Branch branch{
      .run = run, .stage = moment.before.tables().view.stage, .round = moment.before.state().round};
  if (flip.offer) {
    branch.run.moves.push_back(offer_move(moment, flip));
    branch.round = branch.run.moves.back().at.round;
  } else {
    const std::string& stage = moment.before.scenario().stages[branch.stage].id;
    branch.run.edits.push_back({flip.path, Value::of(flip.to), At{stage, branch.round}});
  }
  return branch;
}

/// Fills in what the run ends with after each flip, and in how many worlds that and the outcome of
/// the run as it was hold.
void play_on(const Scenario& start, const Run& run, const Moment& moment, const Stop& stop,
             Explanation& explanation) {
  const Branch trunk{.run = without_start(run), .outcome = moment.outcome};
  std::vector<Branch> branches;
  std::vector<Flip*> flips;
  for (Flip& flip : explanation.flips) {
    Branch branch = branch_of(trunk.run, moment, flip);
    const auto outcome = simulate_outcome(start, branch.run);
    if (!outcome) continue;
    flip.outcome_after = branch.outcome = *outcome;
    branches.push_back(std::move(branch));
    flips.push_back(&flip);
  }
  const auto counts = holds_together(start, trunk, branches, explanation.worlds, stop);
  explanation.holds = counts.front();
  for (std::size_t place = 0; place < flips.size(); ++place) {
    flips[place]->holds = counts[place + 1];
  }
}

/// Whether every field can be looked through: an answer of a plain tactic needs no tables for it.
bool can_search(const Moment& moment, int steps) {
  const Probe probe(moment);
  const StageTables& tables = moment.before.tables();
  if (probe.answers() && is_plain(tables.parties[moment.party].tactic)) return true;
  return can_rethink(tables, fields_in_play(moment, probe).size(), steps);
}

Diagnostics stopped() {
  return {{.severity = Severity::note, .code = Code::stopped, .message = "stopped"}};
}

}  // namespace

std::string_view decision_name(Decision::Kind kind) {
  static constexpr std::array<std::string_view, 7> kNames{"accept", "refuse", "offer",    "leave",
                                                          "pass",   "silent", "unreached"};
  return kNames.at(static_cast<std::size_t>(kind));
}

Result<Explanation> explain(const Scenario& scenario, const Run& run, const DecisionAt& at,
                            int worlds, const Stop& stop) {
  const auto moment = find_decision(scenario, run, at);
  if (!moment) return moment.error();
  const auto ready = plan_talks(borrowed(scenario), run);
  if (!ready) return ready.error();

  const StageTables& tables = moment->before.tables();
  Explanation explanation{
      .scenario = std::make_shared<const Scenario>(moment->before.scenario()),
      .model = std::string(ready->model->id),
      .stage = tables.view.stage,
      .round = moment->before.state().round,
      .actor = tables.parties[moment->party].actor,
      .decision = moment->decision,
      .played = is_played(*moment),
      .crossed = crossed_lines(moment->before.scenario(), tables.parties[moment->party].actor,
                               moment->decision.package),
      .terms = terms_of_decision(*moment),
      .lasting = life_of_decision(*moment),
      .history = moment->history,
      .outcome = moment->outcome,
      .worlds = affordable_worlds(scenario, worlds)};
  if (!explanation.played) {
    FlipSearch search{.seed = run.seed, .stop = stop};
    const Tactic& tactic = tables.parties[moment->party].tactic;
    if (!Probe(*moment).answers() || !is_plain(tactic)) search.steps = kOfferSteps;
    explanation.searched = can_search(*moment, search.steps);
    if (explanation.searched) explanation.flips = find_flips(*moment, search);
    if (explanation.flips.size() > kShownFlips) explanation.flips.resize(kShownFlips);
  }
  if (stop.asked()) return stopped();
  play_on(*ready->scenario, run, *moment, stop, explanation);
  if (stop.asked()) return stopped();
  return explanation;
}

}  // namespace detente
