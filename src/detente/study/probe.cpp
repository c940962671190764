#include "detente/study/probe.hpp"

#include <algorithm>
#include <limits>

#include "detente/model/minds.hpp"
#include "detente/model/proposal.hpp"

namespace detente {
namespace {

/// The sum of a package's terms in file order: the same double as in the utility tables.
double utility_of(const AdditiveScores& terms, const StageView& view, const PackageGrid& grid,
                  int package) {
  double sum = 0.0;
  int open = 0;
  for (std::size_t place = 0; place < view.issues.size(); ++place) {
    const bool fixed = view.fixed[view.issues[place]] >= 0;
    sum += terms.term[place][fixed ? 0 : grid.option(package, open++)];
  }
  return sum;
}

}  // namespace

Probe::Probe(const Moment& moment) : moment_(&moment) {
  const Simulation& before = moment.before;
  fall_ = fall_of(before.tables(), moment.party, before.state().round, before.state().left);
}

bool Probe::outsider() const {
  const State& state = moment_->before.state();
  return moment_->before.model().offers_jointly() && state.standing >= 0 &&
         !contains(state.proposer, moment_->party);
}

bool Probe::answers() const {
  const auto kind = moment_->decision.kind;
  return kind == Decision::Kind::accept || kind == Decision::Kind::refuse ||
         kind == Decision::Kind::unreached;
}

Decision::Kind Probe::retake(const Scenario& scenario) const {
  if (answers()) return answer(scenario, moment_->decision.index);
  const Step step = replay(scenario);
  const StageTables& tables = moment_->before.tables();
  if (!contains(step.turn.by, moment_->party)) return Decision::Kind::silent;
  return read_decision(tables, {}, step.turn, moment_->party, false).kind;
}

bool Probe::differs(const Scenario& scenario) const {
  const auto kind = moment_->decision.kind;
  if (kind != Decision::Kind::offer) return retake(scenario) != kind;
  const Step step = replay(scenario);
  return !contains(step.turn.by, moment_->party) || step.turn.offered != moment_->turn.offered;
}

bool Probe::differs_for(const Scenario& scenario, int place, int option) const {
  const int package = moment_->before.tables().grid.with(moment_->decision.index, place, option);
  return answer(scenario, package) != moment_->decision.kind;
}

bool Probe::tableable(int place, int option) const {
  const Simulation& before = moment_->before;
  const StageTables& tables = before.tables();
  const int package = tables.grid.with(moment_->decision.index, place, option);
  if (!before.model().offers_jointly()) return true;
  return std::all_of(moment_->decision.by.begin(), moment_->decision.by.end(), [&](int actor) {
    const auto& parties = tables.view.parties;
    const auto found = std::find(parties.begin(), parties.end(), actor);
    const auto party = static_cast<int>(found - parties.begin());
    return before.model().would_accept(tables, before.state(), party, package);
  });
}

Decision::Kind Probe::answer(const Scenario& scenario, int package) const {
  const Simulation& before = moment_->before;
  const StageTables& tables = before.tables();
  const int actor = tables.parties[moment_->party].actor;
  if (outsider() && tables.channel > kEveryone) {
    const TieGraph ties = ties_among(scenario, tables.view);
    if (!contains(ties.reached_from(before.state().proposer, tables.channel), moment_->party)) {
      return Decision::Kind::unreached;
    }
  }
  if (!is_plain(scenario.actors[actor].tactic)) {
    const StageTables changed = compile(scenario, tables.view);
    return before.model().would_accept(changed, before.state(), moment_->party, package)
               ? Decision::Kind::accept
               : Decision::Kind::refuse;
  }
  const AdditiveScores terms = terms_of(scenario, tables.view, actor);
  const PartyTable party = outline_party(scenario, tables.view, actor, terms, tables.lasting.get());
  const int rounds = scenario.stages[tables.view.stage].rounds;
  const double t = std::min(1.0, static_cast<double>(before.state().round) / (rounds + 1));
  const Standing standing = standing_at(party, t, fall_);
  const bool inside = crossed_lines(scenario, actor, options_of(tables, package)).empty();
  double judged = inside ? utility_of(terms, tables.view, tables.grid, package)
                         : -std::numeric_limits<double>::infinity();
  const double lasting = tables.lasting ? scenario.actors[actor].values_durability : 0.0;
  if (lasting > 0.0 && inside) {
    judged = (1.0 - lasting) * judged + lasting * tables.lasting->chance(tables.grid, package);
  }
  const bool in_force = package == tables.in_force && contains(tables.signatories, moment_->party);
  return before.model().accepts(party, standing, judged, in_force) ? Decision::Kind::accept
                                                                   : Decision::Kind::refuse;
}

Step Probe::replay(const Scenario& scenario) const {
  const Simulation& before = moment_->before;
  StageTables tables = compile(scenario, before.tables().view);
  return before.model().turn(tables, before.state(), before.log(), before.moves());
}

}  // namespace detente
