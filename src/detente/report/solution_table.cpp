#include "detente/report/solution_table.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "detente/report/outcome.hpp"
#include "detente/report/telling.hpp"

namespace detente {
namespace {

using detail::kDeepIndent;
using detail::kIndent;
using detail::Page;
using detail::Slots;
using detail::Tone;
using detail::Voice;

constexpr std::size_t kListedCells = 3;
constexpr std::size_t kListedFrontier = 10;
constexpr int kDecimals = 3;  // of distances

/// What it takes to tell a report.
struct Telling {
  const SolutionReport* report = nullptr;
  Voice voice;
  Page page;

  const std::vector<int>& parties() const { return report->tables->view.parties; }
};

/// "+0.05", "−0.12", "0"
std::string signed_number(const Voice& voice, double value) {
  if (value == 0.0) return "0";
  return (value > 0.0 ? "+" : "\u2212") + voice.gap(std::abs(value));
}

/// "A 0.62 and B 0.67"
std::string listed(const Telling& telling, const std::vector<std::string>& numbers) {
  std::vector<std::string> parts;
  for (std::size_t party = 0; party < numbers.size(); ++party) {
    parts.push_back(telling.voice.title_of_actor(telling.parties()[party]) + "\u00A0" +
                    numbers[party]);
  }
  return detail::join(telling.voice.language(), parts);
}

std::string listed(const Telling& telling, const std::vector<double>& utilities) {
  std::vector<std::string> numbers;
  for (const double utility : utilities) numbers.push_back(telling.voice.number(utility));
  return listed(telling, numbers);
}

std::string utilities_at(const Telling& telling, int package) {
  std::vector<double> utilities;
  for (const PartyTable& party : telling.report->tables->parties) {
    utilities.push_back(party.utility[package]);
  }
  return listed(telling, utilities);
}

void add_cells(Telling& telling, const std::vector<int>& packages, std::size_t most, int indent) {
  const std::size_t shown = std::min(most, packages.size());
  for (std::size_t place = 0; place < shown; ++place) {
    const Slots slots{{"index", packages[place]}, {"list", utilities_at(telling, packages[place])}};
    telling.page.add(telling.voice.phrase("solutions.cell", slots), indent);
  }
  if (shown == packages.size()) return;
  const Slots slots{{"n", static_cast<int>(packages.size() - shown)}};
  telling.page.add(telling.voice.phrase("solutions.more", slots), indent);
}

void tell_point(Telling& telling, const std::string& name, const std::vector<int>& packages) {
  telling.page.add(telling.voice.phrase("solutions." + name, {{"name", name}}), kIndent);
  add_cells(telling, packages, kListedCells, kDeepIndent);
}

void tell_points(Telling& telling) {
  const SolutionReport& report = *telling.report;
  telling.page.gap();
  telling.page.add(telling.voice.sentence("solutions.points"), 0, Tone::heading);
  for (std::size_t point = 0; point < kPointNames.size(); ++point) {
    tell_point(telling, std::string(kPointNames[point]), report.solved.points[point]);
  }
  tell_point(telling, "weighted_nash", report.weighted_nash);
  for (const int party : report.solved.no_gain) {
    const std::string who = telling.voice.title_of_actor(telling.parties()[party]);
    telling.page.add(telling.voice.phrase("solutions.no_gain", {{"who", who}}), kIndent);
  }
}

/// What the first package of every point says on the open issues.
void tell_contents(Telling& telling) {
  std::vector<int> named;
  for (const auto& packages : telling.report->solved.points) named.push_back(packages.front());
  std::sort(named.begin(), named.end());
  named.erase(std::unique(named.begin(), named.end()), named.end());
  const StageTables& tables = *telling.report->tables;
  telling.page.gap();
  telling.page.add(telling.voice.sentence("solutions.contents"), 0, Tone::heading);
  for (const int package : named) {
    add_cells(telling, {package}, 1, kIndent);
    const auto options = options_of(tables, package);
    for (const auto& part : detail::package_parts(telling.voice, options, tables.view.open)) {
      telling.page.add(part, kDeepIndent);
    }
  }
}

void tell_frontier(Telling& telling) {
  telling.page.gap();
  telling.page.add(telling.voice.sentence("solutions.frontier"), 0, Tone::heading);
  add_cells(telling, telling.report->solved.frontier, kListedFrontier, kIndent);
}

void tell_distances(Telling& telling) {
  const Voice& voice = telling.voice;
  const OutcomeScores& scores = *telling.report->scores;
  telling.page.add(voice.phrase("solutions.to_frontier",
                                {{"distance", voice.number(scores.to_frontier, kDecimals)}}),
                   kDeepIndent);
  for (std::size_t point = 0; point < kPointNames.size(); ++point) {
    telling.page.add(
        voice.phrase("solutions.distance",
                     {{"name", std::string(kPointNames[point])},
                      {"distance", voice.number(scores.distance[point], kDecimals)},
                      {"optimality", voice.number(scores.optimality[point], kDecimals)}}),
        kDeepIndent);
  }
  telling.page.add(
      voice.phrase("solutions.scores",
                   {{"welfare", voice.number(scores.welfare_optimality, kDecimals)},
                    {"fairness", voice.number(scores.fairness, kDecimals)},
                    {"opposition", voice.number(telling.report->solved.opposition, kDecimals)}}),
      kDeepIndent);
}

/// What the nash package would mean for everybody, and which options it takes.
void tell_way_to_nash(Telling& telling) {
  const SolutionReport& report = *telling.report;
  const int nash = report.solved.at(Point::nash).front();
  if (report.outcome_index == nash) return;
  std::vector<std::string> regrets;
  for (const double regret : report.scores->regret) {
    regrets.push_back(signed_number(telling.voice, regret));
  }
  telling.page.add(
      telling.voice.sentence("solutions.regret", {{"name", std::string(kPointNames.front())},
                                                  {"list", listed(telling, regrets)}}),
      kIndent);
  if (report.outcome_index < 0) return;
  const StageTables& tables = *report.tables;
  for (const auto& part :
       detail::changed_parts(telling.voice, options_of(tables, report.outcome_index),
                             options_of(tables, nash), tables.view.open)) {
    telling.page.add(part, kDeepIndent);
  }
}

void tell_outcome(Telling& telling) {
  const SolutionReport& report = *telling.report;
  telling.page.gap();
  telling.page.add(telling.voice.sentence("solutions.outcome"), 0, Tone::heading);
  const int index = report.outcome_index;
  const std::string list =
      index < 0 ? listed(telling, report.solved.walk_away) : utilities_at(telling, index);
  telling.page.add(telling.voice.sentence(index < 0 ? "solutions.no_deal" : "solutions.deal",
                                          {{"index", index}, {"list", list}}),
                   kIndent);
  if (!report.scores) return;
  tell_distances(telling);
  tell_way_to_nash(telling);
}

std::string share_of_issue(const Telling& telling, std::size_t place) {
  const Voice& voice = telling.voice;
  const IssueDivision& result = *telling.report->division;
  const Fraction& share = result.division.share_of_first[place];
  const std::string one = voice.title_of_actor(telling.parties()[0]);
  const std::string other = voice.title_of_actor(telling.parties()[1]);
  Slots slots{{"issue", voice.issue(result.issues[place])},
              {"who", share.value == 1.0 ? one : other},
              {"one", one},
              {"other", other},
              {"share", voice.number(share.value, kDecimals)},
              {"rest", voice.number(1.0 - share.value, kDecimals)}};
  if (result.shared[place]) return voice.phrase("solutions.winner_both", slots);
  const bool whole = share.value == 1.0 || share.value == 0.0;
  return voice.phrase(whole ? "solutions.winner_whole" : "solutions.winner_part", slots);
}

void tell_division(Telling& telling) {
  const auto& result = telling.report->division;
  if (!result) return;
  telling.page.gap();
  const std::string points = telling.voice.number(result->division.points_each.value);
  telling.page.add(telling.voice.sentence("solutions.winner", {{"points", points}}), 0,
                   Tone::heading);
  for (std::size_t place = 0; place < result->issues.size(); ++place) {
    telling.page.add(share_of_issue(telling, place), kIndent);
  }
}

}  // namespace

std::string solution_table(const SolutionReport& report, const NarrationOptions& options) {
  Telling telling{&report, Voice(*report.scenario, options.language), Page(options)};
  const Voice& voice = telling.voice;
  const SolutionPoints& solved = report.solved;
  telling.page.add(voice.sentence("solutions.heading", {{"stage", voice.stage(report.stage)}}), 0,
                   Tone::heading);
  telling.page.add(
      voice.sentence("solutions.count", {{"packages", report.tables->grid.packages()},
                                         {"rational", solved.rational},
                                         {"frontier", static_cast<int>(solved.frontier.size())}}),
      0, Tone::plain, 0);
  telling.page.add(
      voice.sentence("solutions.walk_aways", {{"list", listed(telling, solved.walk_away)}}), 0,
      Tone::plain, 0);
  if (solved.frontier.empty()) {
    telling.page.gap();
    telling.page.add(voice.sentence("solutions.no_zone"), 0, Tone::plain, 0);
  } else {
    tell_points(telling);
    tell_contents(telling);
    tell_frontier(telling);
  }
  tell_outcome(telling);
  tell_division(telling);
  return std::move(telling.page).take();
}

std::string narrate(const Scenario& scenario, const std::optional<Improvement>& improvement,
                    const NarrationOptions& options) {
  if (!improvement) return {};
  Page page(options);
  detail::tell_improvement(Voice(scenario, options.language), page, *improvement);
  return std::move(page).take();
}

void detail::tell_improvement(const Voice& voice, Page& page, const Improvement& improvement) {
  page.add(voice.sentence("improve.heading"), 0, Tone::heading);
  if (improvement.package < 0) return page.add(voice.sentence("improve.none"), kIndent);
  page.add(voice.sentence("improve.found", {{"n", improvement.better}}), kIndent);
  std::vector<int> issues(voice.scenario().issues.size());
  std::iota(issues.begin(), issues.end(), 0);
  for (const auto& part : changed_parts(voice, improvement.before, improvement.after, issues)) {
    page.add(part, kDeepIndent);
  }
  std::vector<std::string> parties;
  for (std::size_t party = 0; party < improvement.parties.size(); ++party) {
    parties.push_back(
        voice.phrase("improve.party", {{"name", voice.title_of_actor(improvement.parties[party])},
                                       {"utility", voice.number(improvement.utilities[party])},
                                       {"gain", signed_number(voice, improvement.gains[party])}}));
  }
  page.add(voice.sentence("improve.utilities", {{"list", join(voice.language(), parties)}}),
           kIndent);
}

}  // namespace detente
