#include "detente/study/branches.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "detente/study/worlds.hpp"

namespace detente {
namespace {

bool reached(const Simulation& at, const Branch& branch) {
  const std::pair now{at.tables().view.stage, at.state().round};
  return now >= std::pair{branch.stage, branch.round};
}

bool ends_alike(Simulation simulation, const Outcome& outcome) {
  while (!simulation.over()) simulation.next();
  if (!simulation.faults().empty()) return false;
  const auto stages = static_cast<int>(simulation.scenario().stages.size());
  const Outcome other = overall(simulation.outcomes(), stages);
  // where a conflict comes to rest is how it ends
  const bool at_rest = outcome.reason == Reason::stable;
  return other.agreed == outcome.agreed && other.stage == outcome.stage &&
         (!at_rest || (other.reason == Reason::stable && other.package == outcome.package));
}

/// The branches of one world, in the order given.
class Fork {
 public:
  Fork(std::shared_ptr<const Scenario> world, std::span<const Branch> branches,
       std::vector<int>& same)
      : world_(std::move(world)), branches_(branches), same_(&same), off_(branches.size()) {}

  /// Plays the branches that leave the trunk with its next turn, or with its very start.
  /// @param before  the trunk before its last turn; nullptr: it has just begun.
  void leave(const Simulation& trunk, const Simulation* before) {
    for (std::size_t place = 0; place < branches_.size(); ++place) {
      const Branch& branch = branches_[place];
      if (off_[place] || !(trunk.over() || reached(trunk, branch))) continue;
      off_[place] = true;
      auto ready = plan(world_, branch.run);
      if (!ready) continue;
      Simulation own = before == nullptr ? Simulation(std::move(ready).value())
                                         : before->branched(std::move(ready).value());
      if (ends_alike(std::move(own), branch.outcome)) ++(*same_)[place + 1];
    }
  }

  /// Whether some branch has not left yet.
  bool pending() const { return std::find(off_.begin(), off_.end(), false) != off_.end(); }

 private:
  std::shared_ptr<const Scenario> world_;
  std::span<const Branch> branches_;
  std::vector<int>* same_;  ///< The trunk's first.
  std::vector<bool> off_;
};

void play_world(std::shared_ptr<const Scenario> world, const Branch& trunk,
                std::span<const Branch> branches, std::vector<int>& same) {
  auto ready = plan(world, trunk.run);
  if (!ready) return;  // so would every branch
  Fork fork(std::move(world), branches, same);
  Simulation now(std::move(ready).value());
  fork.leave(now, nullptr);
  while (!now.over() && fork.pending()) {
    const Simulation before = now;
    now.next();
    fork.leave(now, &before);
  }
  if (ends_alike(std::move(now), trunk.outcome)) ++same.front();
}

}  // namespace

std::vector<int> holds_together(const Scenario& scenario, const Branch& trunk,
                                std::span<const Branch> branches, int worlds, const Stop& stop) {
  std::vector<int> same(branches.size() + 1, 0);
  for (int world = 0; world < worlds; ++world) {
    if (stop.asked()) {
      same.assign(same.size(), -1);
      return same;
    }
    const auto number = static_cast<std::uint32_t>(world);
    play_world(std::make_shared<const Scenario>(nearby_world(scenario, trunk.run.seed, number)),
               trunk, branches, same);
  }
  return same;
}

Run without_start(Run run) {
  auto& edits = run.edits;
  edits.erase(std::remove_if(edits.begin(), edits.end(), [](const Edit& edit) { return !edit.at; }),
              edits.end());
  return run;
}

}  // namespace detente
