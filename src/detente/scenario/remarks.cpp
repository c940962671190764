#include <algorithm>

#include "detente/scenario/validate.hpp"

namespace detente::detail {
namespace {

bool has(const std::vector<int>& items, int item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

/// Each of these must accept: the consents and who supplies what is open.
std::vector<int> required_parties(const Scenario& scenario, int index) {
  const Stage& stage = scenario.stages[index];
  std::vector<int> required = stage.consent;
  for (const int issue : stage.issues) {
    const int supplier = scenario.issues[issue].supplier;
    if (has(stage.parties, supplier) && is_open(scenario, index, issue)) {
      required.push_back(supplier);
    }
  }
  return required;
}

/// Whether the party meets the rule of the stage all by itself.
bool decides_alone(const Scenario& scenario, int index, int party) {
  const Stage& stage = scenario.stages[index];
  const std::vector<int> required = required_parties(scenario, index);
  const auto is_other = [&](int one) { return one != party; };
  if (std::any_of(required.begin(), required.end(), is_other)) return false;
  double sum = 0.0;
  for (const int one : stage.parties) sum += scenario.actors[one].power;
  const double quorum = stage.quorum.value_or(stage.consent.empty() ? 1.0 : 0.0);
  return scenario.actors[party].power >= quorum * sum - 1e-12;
}

/// Collects warnings about one stage.
class StageRemarks {
 public:
  StageRemarks(const Scenario& scenario, int stage, std::vector<Finding>& findings)
      : scenario_(scenario), stage_(scenario.stages[stage]), index_(stage), findings_(findings) {}

  void find() {
    for (const int party : stage_.parties) {
      if (stage_.parties.size() < 2 || !decides_alone(scenario_, index_, party)) continue;
      warn(Code::dictator, "quorum", '\'' + id(party) + "' alone decides, whatever others want");
    }
    find_waiting_for_each_other();
    for (const int issue : stage_.issues) find_absent_supplier(issue);
    for (std::size_t place = 0; place < stage_.pressure.size(); ++place) find_idle_pressure(place);
    if (stage_.fallback == Fallback::kept && index_ == 0) {
      warn(Code::no_effect, "fallback", "fallback has no effect, no stage came before");
    }
  }

 private:
  const std::string& id(int actor) const { return scenario_.actors[actor].id; }

  void warn(Code code, std::string name, std::string message) {
    findings_.push_back({.code = code,
                         .spot = {"stages." + stage_.id, std::move(name)},
                         .message = std::move(message),
                         .severity = Severity::warning});
  }

  void find_absent_supplier(int issue) {
    const int supplier = scenario_.issues[issue].supplier;
    if (supplier < 0 || has(stage_.parties, supplier)) return;
    if (!is_open(scenario_, index_, issue)) return;
    warn(Code::never_wins, "parties",
         '\'' + id(supplier) + "' supplies '" + scenario_.issues[issue].id +
             "' but is no party, so nobody asks for its consent");
  }

  /// Each comes down only as far as the others did before.
  void find_waiting_for_each_other() {
    const bool all_wait = std::all_of(stage_.parties.begin(), stage_.parties.end(), [&](int party) {
      const Tactic& tactic = scenario_.actors[party].tactic;
      return tactic.kind == Tactic::Kind::tit_for_tat && tactic.kindness == 0.0 &&
             tactic.accept.kind == AcceptRule::Kind::own;
    });
    if (!all_wait || stage_.parties.size() < 2) return;
    warn(Code::no_effect, "parties",
         "all parties play tit_for_tat with kindness 0: they wait for each other for ever");
  }

  void find_idle_pressure(std::size_t place) {
    for (const int presser : stage_.pressure[place].by) {
      if (has(stage_.parties, presser)) continue;
      warn(Code::no_effect, "pressure[" + std::to_string(place) + "].by",
           "pressure has no effect while '" + id(presser) + "' is no party");
    }
  }

  const Scenario& scenario_;
  const Stage& stage_;
  int index_;
  std::vector<Finding>& findings_;
};

void add_idle(std::vector<Finding>& findings, Spot spot, std::string message) {
  findings.push_back({.code = Code::no_effect,
                      .spot = std::move(spot),
                      .message = std::move(message),
                      .severity = Severity::warning});
}

/// A deterrence that lacks one of its parts is nothing.
void find_idle_durability(const Scenario& scenario, std::vector<Finding>& findings) {
  if (!scenario.durability) {
    for (const Actor& actor : scenario.actors) {
      if (actor.values_durability == 0.0) continue;
      add_idle(findings, {"actors." + actor.id, "values_durability"},
               "values_durability has no effect without the section 'durability'");
    }
    return;
  }
  const Durability& durability = *scenario.durability;
  const auto look_at = [&](const char* name, const std::vector<Lever>& levers) {
    if (!levers.empty()) return;
    add_idle(findings, {"durability", name},
             std::string("durability has no ") + name + ", so nothing deters anybody");
  };
  look_at("detection", durability.detection);
  look_at("credibility", durability.credibility);
  look_at("response", durability.response);
}

}  // namespace

std::vector<Finding> find_remarks(const Scenario& scenario) {
  std::vector<Finding> findings;
  find_idle_durability(scenario, findings);
  for (std::size_t stage = 0; stage < scenario.stages.size(); ++stage) {
    StageRemarks(scenario, static_cast<int>(stage), findings).find();
  }
  return findings;
}

}  // namespace detente::detail
