#include "detente/scenario/validate.hpp"

#include <algorithm>
#include <set>

#include "detente/core/text.hpp"
#include "detente/scenario/derived.hpp"

namespace detente::detail {
namespace {

constexpr std::size_t kMostFindings = 1000;  // nobody reads more; each is held against all faults

bool has(const std::vector<int>& items, int item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

/// Checks one stage. Texts are made only where something is wrong.
class StageCheck {
 public:
  StageCheck(const Scenario& scenario, std::size_t stage, std::vector<Finding>& findings)
      : scenario_(scenario),
        stage_(scenario.stages[stage]),
        index_(static_cast<int>(stage)),
        findings_(findings) {}

  void check() {
    check_parties();
    check_members("consent", stage_.consent);
    check_starts();
    check_walk_aways();
    check_pressure();
    check_keeps();
    check_packages();
    for (const int party : stage_.parties) check_interest(party);
  }

 private:
  std::string holder() const {
    return "stages." + (stage_.id.empty() ? '[' + std::to_string(index_) + ']' : stage_.id);
  }
  const std::string& actor(int index) const { return scenario_.actors[index].id; }
  const std::string& issue(int index) const { return scenario_.issues[index].id; }

  Finding& add(Code code, std::string name, std::string message) {
    findings_.push_back(
        {.code = code, .spot = {holder(), std::move(name)}, .message = std::move(message)});
    Finding& finding = findings_.back();
    finding.needs.push_back(finding.spot.path());
    return finding;
  }

  /// As add(), for what also depends on who the parties are.
  Finding& add_about_parties(Code code, std::string name, std::string message) {
    Finding& finding = add(code, std::move(name), std::move(message));
    finding.needs.push_back(holder() + ".parties");
    return finding;
  }

  void check_parties() {
    if (stage_.parties.empty() && !scenario_.actors.empty()) {
      add(Code::too_few, "parties", "parties must be at least one").needs.emplace_back("actors");
    }
    if (stage_.parties.size() > kMaxParties) {
      add(Code::too_many, "parties",
          "parties must not be more than " + std::to_string(kMaxParties) + ", are " +
              std::to_string(stage_.parties.size()))
          .otherwise = "actors";
    }
    for (const int adviser : stage_.advisers) {
      if (!has(stage_.parties, adviser)) continue;
      add_about_parties(Code::conflicting_keys, "advisers",
                        '\'' + actor(adviser) + "' is a party and an adviser");
    }
    if (!stage_.issues.empty() || scenario_.issues.empty()) return;
    add(Code::too_few, "issues", "issues must be at least one").needs.emplace_back("issues");
  }

  void check_members(const std::string& name, const std::vector<int>& members) {
    for (std::size_t place = 0; place < members.size(); ++place) {
      if (has(stage_.parties, members[place])) continue;
      const std::string item = name + '[' + std::to_string(place) + ']';
      add_about_parties(Code::unknown_id, item,
                        name + " names '" + actor(members[place]) + "', which is no party");
    }
  }

  void check_starts() {
    if (stage_.starts < 0 || has(stage_.parties, stage_.starts)) return;
    add_about_parties(Code::unknown_id, "starts",
                      "starts names '" + actor(stage_.starts) + "', which is no party");
  }

  void check_walk_aways() {
    for (const auto& [party, number] : stage_.walk_away) {
      if (has(stage_.parties, party)) continue;
      add_about_parties(Code::unknown_id, "walk_away." + actor(party),
                        "walk_away names '" + actor(party) + "', which is no party");
    }
  }

  void check_pressure() {
    for (std::size_t place = 0; place < stage_.pressure.size(); ++place) {
      const Pressure& pressure = stage_.pressure[place];
      const std::string item = "pressure[" + std::to_string(place) + ']';
      if (pressure.by.empty()) add(Code::too_few, item + ".by", "nobody presses");
      if (pressure.on < 0) continue;  // told as a missing key
      if (!has(stage_.parties, pressure.on)) {
        add_about_parties(Code::unknown_id, item + ".on",
                          "'" + actor(pressure.on) + "' is pressed but is no party");
      } else if (has(pressure.by, pressure.on)) {
        add(Code::conflicting_keys, item + ".on", '\'' + actor(pressure.on) + "' presses itself");
      }
    }
  }

  void check_keeps() {
    if (stage_.keeps < 0) {
      if (stage_.reopens.empty()) return;
      add(Code::missing_key, "reopens", "reopens needs 'keeps', the stage whose package stays")
          .needs.push_back(holder() + ".keeps");
      return;
    }
    if (stage_.keeps >= index_) {
      add(Code::bad_order, "keeps", "keeps must name an earlier stage")
          .needs.emplace_back(holder() + ".keeps");
      return;
    }
    const Stage& kept = scenario_.stages[stage_.keeps];
    for (const int reopened : stage_.reopens) {
      const bool was_there = has(kept.issues, reopened);
      if (was_there && has(stage_.issues, reopened)) continue;
      Finding& finding = add(Code::unknown_id, "reopens",
                             "reopens names '" + issue(reopened) + "', which is no issue of " +
                                 (was_there ? "this stage" : "the stage '" + kept.id + '\''));
      finding.needs.push_back((was_there ? holder() : "stages." + kept.id) + ".issues");
    }
  }

  void check_packages() {
    double packages = 1.0;
    for (const int one : stage_.issues) {
      if (is_open(scenario_, index_, one))
        packages *= static_cast<double>(scenario_.issues[one].options.size());
    }
    if (packages <= kMaxPackages) return;
    Finding& finding =
        add(Code::too_many, "issues",
            show_number(packages) + " packages are more than " + show_number(kMaxPackages));
    finding.hint = "spread the issues over several stages";
    finding.otherwise = "issues";
    finding.needs = {holder() + ".issues", holder() + ".keeps", holder() + ".reopens"};
  }

  void check_interest(int party) {
    const auto& positions = scenario_.actors[party].positions;
    const auto matters = [&](int one) { return positions[one].salience > 0.0; };
    if (stage_.issues.empty()) return;
    if (std::any_of(stage_.issues.begin(), stage_.issues.end(), matters)) return;
    const auto place = std::find(stage_.parties.begin(), stage_.parties.end(), party);
    const auto item = static_cast<std::size_t>(place - stage_.parties.begin());
    Finding& finding =
        add_about_parties(Code::no_interest, "parties[" + std::to_string(item) + ']',
                          "no issue of this stage matters to '" + actor(party) + '\'');
    finding.hint = "give it a salience, or move it to 'advisers'";
    finding.otherwise = "actors." + actor(party);
    finding.needs.push_back("actors." + actor(party) + ".positions");
    finding.needs.push_back(holder() + ".issues");
  }

  const Scenario& scenario_;
  const Stage& stage_;
  int index_;
  std::vector<Finding>& findings_;
};

/// Checks one position on its own.
void check_position(const Actor& actor, const Issue& issue, const Position& position,
                    std::vector<Finding>& findings) {
  const auto holder = [&] { return "actors." + actor.id + ".positions." + issue.id; };
  if (position.salience > 0.0 && !position.ideal && position.values.empty()) {
    findings.push_back({.code = Code::missing_key,
                        .spot = {holder(), "ideal"},
                        .message = "missing key 'ideal'",
                        .hint = "or give 'values'",
                        .needs = {holder()}});
  }
  if (!position.red_line) return;
  const auto& [from, to] = *position.red_line;
  if (from.on(issue) <= to.on(issue)) return;
  findings.push_back({.code = Code::bad_order,
                      .spot = {holder(), "red_line"},
                      .message = "red_line goes from " + show_number(from.on(issue)) + " down to " +
                                 show_number(to.on(issue)),
                      .hint = "turn it round",
                      .needs = {holder(), "issues." + issue.id + ".options"}});
}

/// A walk-away that is a share needs all packages of the scenario.
void check_shares(const Scenario& scenario, std::vector<Finding>& findings) {
  const double packages = count_packages(scenario);
  if (packages <= kMaxPackages) return;
  for (const Actor& actor : scenario.actors) {
    if (!actor.walk_away_share) continue;
    const std::string path = "actors." + actor.id + ".walk_away";
    findings.push_back({.code = Code::too_many,
                        .spot = {path, "share"},
                        .message = "a share of " + show_number(packages) + " packages, more than " +
                                   show_number(kMaxPackages),
                        .hint = "write the utility of no deal, 0 to 1",
                        .needs = {path, "issues"}});
  }
}

void check_durability(const Scenario& scenario, std::vector<Finding>& findings) {
  if (!scenario.durability || !scenario.durability->violators.empty()) return;
  findings.push_back({.code = Code::too_few,
                      .spot = {"durability", "violators"},
                      .message = "violators must be at least one",
                      .needs = {"durability.violators", "actors"}});
}

void check_sections(const Scenario& scenario, std::vector<Finding>& findings) {
  const auto miss = [&](const char* key, const char* why) {
    findings.push_back({.code = Code::missing_section,
                        .spot = {{}, key},
                        .message = std::string("missing section '") + key + "', " + why,
                        .needs = {key}});
  };
  if (!scenario.issues.empty() && scenario.actors.empty()) miss("actors", "who negotiates");
  if (!scenario.stages.empty() && scenario.issues.empty()) miss("issues", "what is negotiated");
}

}  // namespace

bool is_open(const Scenario& scenario, int stage, int issue) {
  const Stage& plan = scenario.stages[stage];
  if (plan.keeps < 0 || plan.keeps >= stage) return true;
  return !has(scenario.stages[plan.keeps].issues, issue) || has(plan.reopens, issue);
}

std::vector<Finding> find_errors(const Scenario& scenario) {
  std::vector<Finding> findings;
  check_sections(scenario, findings);
  check_shares(scenario, findings);
  check_durability(scenario, findings);
  for (const Actor& actor : scenario.actors) {
    for (std::size_t issue = 0; issue < actor.positions.size(); ++issue) {
      check_position(actor, scenario.issues[issue], actor.positions[issue], findings);
    }
  }
  for (std::size_t stage = 0; stage < scenario.stages.size(); ++stage) {
    if (findings.size() > kMostFindings) break;
    StageCheck(scenario, stage, findings).check();
  }
  return findings;
}

}  // namespace detente::detail
