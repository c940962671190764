#include "detente/sim/ids_json.hpp"
#include "detente/study/solutions.hpp"

namespace detente {
namespace {

constexpr std::string_view kNoZone = "no zone at walk-away";

Json by_party(const SolutionReport& report, const std::vector<double>& numbers) {
  if (numbers.empty()) return nullptr;
  return by_actor_json(*report.scenario, report.tables->view.parties, numbers);
}

Json cell_json(const SolutionReport& report, int package) {
  std::vector<double> utilities;
  for (const PartyTable& party : report.tables->parties) {
    utilities.push_back(party.utility[package]);
  }
  Json json;
  json["package"] = package_json(*report.scenario, options_of(*report.tables, package));
  json["index"] = package;
  json["utilities"] = by_party(report, utilities);
  return json;
}

Json cells_json(const SolutionReport& report, const std::vector<int>& packages) {
  Json list = Json::array();
  for (const int package : packages) list.push_back(cell_json(report, package));
  return list;
}

Json warnings_json(const SolutionReport& report) {
  Json list = Json::array();
  const auto& parties = report.tables->view.parties;
  if (report.solved.frontier.empty()) {
    Json json;
    json["kind"] = "no_zone";
    json["message"] = kNoZone;
    list.push_back(json);
  }
  for (const int party : report.solved.no_gain) {
    const std::string& id = report.scenario->actors[parties[party]].id;
    Json json;
    json["kind"] = "no_gain";
    json["actor"] = id;
    json["message"] = "no rational package gives '" + id +
                      "' more than its walk-away: its share of the gain counts as 1";
    list.push_back(json);
  }
  return list;
}

/// The options in which the first nash package differs from the outcome.
Json changes_json(const SolutionReport& report) {
  if (report.outcome_index < 0) return nullptr;
  Json changes = Json::object();
  const auto from = options_of(*report.tables, report.outcome_index);
  const auto to = options_of(*report.tables, report.solved.at(Point::nash).front());
  for (std::size_t issue = 0; issue < from.size(); ++issue) {
    if (from[issue] == to[issue]) continue;
    const Issue& own = report.scenario->issues[issue];
    Json change;
    change["from"] = own.options[from[issue]].id;
    change["to"] = own.options[to[issue]].id;
    changes[own.id] = change;
  }
  return changes;
}

Json scores_json(const SolutionReport& report) {
  const OutcomeScores& scores = *report.scores;
  Json json;
  json["surplus"] = by_party(report, scores.surplus);
  json["regret"] = by_party(report, scores.regret);
  json["distance"]["frontier"] = scores.to_frontier;
  for (std::size_t point = 0; point < kPointNames.size(); ++point) {
    const std::string name(kPointNames[point]);
    json["distance"][name] = scores.distance[point];
    json["optimality"][name] = scores.optimality[point];
  }
  json["welfare_optimality"] = scores.welfare_optimality;
  json["fairness"] = scores.fairness;
  json["changes_to_nash"] = changes_json(report);
  return json;
}

/// The outcome of the stage in the run, and how it lies to the points.
Json outcome_and_scores(const SolutionReport& report) {
  Json json;
  json["agreed"] = report.outcome.agreed;
  const int index = report.outcome_index;
  json["index"] = index < 0 ? Json(nullptr) : Json(index);
  json["package"] =
      index < 0 ? Json(nullptr) : package_json(*report.scenario, options_of(*report.tables, index));
  std::vector<double> utilities = report.solved.walk_away;
  for (std::size_t party = 0; party < utilities.size() && index >= 0; ++party) {
    utilities[party] = report.tables->parties[party].utility[index];
  }
  json["utilities"] = by_party(report, utilities);
  if (report.scores) json.update(scores_json(report));
  return json;
}

Json division_json(const SolutionReport& report) {
  const IssueDivision& result = *report.division;
  const auto& parties = report.tables->view.parties;
  const auto id = [&](int party) { return report.scenario->actors[parties[party]].id; };
  Json json;
  json["parties"] = ids_json(*report.scenario, parties);
  json["issues"] = Json::array();
  for (std::size_t place = 0; place < result.issues.size(); ++place) {
    const Fraction& share = result.division.share_of_first[place];
    Json item;
    item["issue"] = report.scenario->issues[result.issues[place]].id;
    item["points"][id(0)] = result.division.points_first[place].value;
    item["points"][id(1)] = result.division.points_second[place].value;
    item["shared"] = bool(result.shared[place]);
    item["share_of_first"] = share.value;
    item["share_of_first_exact"] = share.text;
    json["issues"].push_back(item);
  }
  json["start"][id(0)] = result.division.start_first.value;
  json["start"][id(1)] = result.division.start_second.value;
  json["transfers"] = Json::array();
  for (const Transfer& transfer : result.division.transfers) {
    Json move;
    move["issue"] = report.scenario->issues[result.issues[transfer.item]].id;
    move["to"] = id(transfer.to);
    move["share"] = transfer.share.value;
    move["share_exact"] = transfer.share.text;
    json["transfers"].push_back(move);
  }
  json["points_each"] = result.division.points_each.value;
  json["points_each_exact"] = result.division.points_each.text;
  return json;
}

}  // namespace

std::string to_json(const SolutionReport& report) {
  const SolutionPoints& solved = report.solved;
  const bool zone = !solved.frontier.empty();
  Json json;
  json["schema"] = "detente/solutions/1";
  json["scenario"] = report.scenario->id;
  json["stage"] = report.scenario->stages[report.stage].id;
  json["packages"] = report.tables->grid.packages();
  json["rational_packages"] = solved.rational;
  json["walk_aways"] = by_party(report, solved.walk_away);
  json["disagreement"] = by_party(report, solved.disagreement);
  json["best"] = by_party(report, solved.best);
  json["ideal"] = by_party(report, solved.ideal);
  json["frontier_size"] = solved.frontier.size();
  json["frontier"] = cells_json(report, solved.frontier);
  for (std::size_t point = 0; point < kPointNames.size(); ++point) {
    json[std::string(kPointNames[point])] = cells_json(report, solved.points[point]);
  }
  json["weighted_nash"] = cells_json(report, report.weighted_nash);
  json["opposition"] = zone ? Json(solved.opposition) : Json(nullptr);
  json["max_distance"] = solved.max_distance;
  json["outcome"] = outcome_and_scores(report);
  if (report.division) json["adjusted_winner"] = division_json(report);
  json["warnings"] = warnings_json(report);
  return compact(json);
}

}  // namespace detente
