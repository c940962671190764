#include "ui/tables.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "detente/core/text.hpp"
#include "detente/report/voice.hpp"
#include "ui/batch_tables.hpp"
#include "ui/conflict_tables.hpp"
#include "ui/desk_view.hpp"
#include "ui/lasting_view.hpp"
#include "ui/panels/acceptance_table.hpp"
#include "ui/panels/frontier_scene.hpp"
#include "ui/panels/series.hpp"
#include "ui/panels/tactic_card.hpp"
#include "ui/think_analysis.hpp"

namespace detente::ui {
namespace {

Cell text_cell(std::string_view text) {
  return std::string(text);
}

Cell number_cell(double number) {
  return number;
}

detail::Voice voice_of(const Desk& desk) {
  return {*scenario_now(desk), desk.settings.language};
}

std::string names(const detail::Voice& voice, const std::vector<int>& actors) {
  std::string text;
  for (const int actor : actors) {
    text += (text.empty() ? "" : ", ") + voice.title_of_actor(actor);
  }
  return text;
}

DataTable acceptance_data(const Desk& desk) {
  const TraceOffer* const offer = current_offer(desk);
  if (offer == nullptr) return {};
  constexpr std::array kVerdicts{"verdict.0", "verdict.1", "verdict.2",
                                 "verdict.3", "verdict.4", "verdict.5"};
  const AcceptanceTable table = acceptance_table(*current_stage(desk), *offer);
  const detail::Voice voice = voice_of(desk);
  DataTable data{.head = {text_cell(say(desk, "csv.actor"))}};
  for (const int issue : table.issues) {
    data.head.push_back(text_cell(voice.issue(issue)));
  }
  for (const char* const key : {"csv.utility", "csv.threshold", "csv.answer"}) {
    data.head.push_back(text_cell(say(desk, key)));
  }
  for (const AcceptanceRow& line : table.rows) {
    Row row{text_cell(voice.title_of_actor(line.actor))};
    for (const AcceptanceCell& cell : line.cells) row.push_back(number_cell(cell.product));
    row.push_back(number_cell(line.utility));
    row.push_back(number_cell(line.threshold));
    row.push_back(text_cell(say(desk, kVerdicts[static_cast<std::size_t>(line.verdict)])));
    data.rows.push_back(std::move(row));
  }
  return data;
}

/// A row a round: where, how many packages could pass, support of the offer, all thresholds.
DataTable rounds_data(const Desk& desk) {
  const Played* const run = current_run(desk);
  if (run == nullptr) return {};
  const Scenario& scenario = *talks_of(desk);
  const detail::Voice voice(scenario, desk.settings.language);
  DataTable data;
  for (const char* const key :
       {"csv.stage", "csv.round", "csv.zone", "csv.offer_by", "csv.blocs"}) {
    data.head.push_back(text_cell(say(desk, key)));
  }
  for (const Actor& actor : scenario.actors) {
    const std::string& name = actor.title.in(desk.settings.language, actor.id);
    data.head.push_back(text_cell(say(desk, "csv.threshold_of", {{"who", name}})));
  }
  for (std::size_t place = 0; place < run->frames.size(); ++place) {
    const int frame = static_cast<int>(place);
    const TraceStage& stage = run->stage_at(frame);
    const TraceRound& round = run->round_at(frame);
    std::string blocs;
    for (const auto& bloc : round.blocs) blocs += (blocs.empty() ? "" : "; ") + names(voice, bloc);
    Row row{text_cell(voice.stage(stage.stage)), number_cell(round.number),
            number_cell(static_cast<double>(round.zone_size)),
            text_cell(round.offers.empty() ? "" : names(voice, round.offers.back().by)),
            text_cell(blocs)};
    const std::size_t first = row.size();
    row.resize(first + scenario.actors.size());
    for (std::size_t party = 0; party < stage.parties.size(); ++party) {
      const auto actor = static_cast<std::size_t>(stage.parties[party]);
      row[first + actor] = round.standings[party].threshold;
    }
    data.rows.push_back(std::move(row));
  }
  return data;
}

Row zone_row(const detail::Voice& voice, const Zone& zone) {
  Row row{text_cell(names(voice, zone.coalition)), number_cell(static_cast<double>(zone.size))};
  for (std::size_t issue = 0; issue < voice.scenario().issues.size(); ++issue) {
    const bool known = issue < zone.package.size() && zone.package[issue] >= 0;
    row.push_back(known ? text_cell(voice.option(static_cast<int>(issue), zone.package[issue]))
                        : Cell{});
  }
  return row;
}

DataTable zones_data(const Desk& desk) {
  const auto& zones = desk.analysis.zones;
  if (zones == nullptr || !*zones) return {};
  const CoalitionReport& report = **zones;
  const detail::Voice voice = voice_of(desk);
  const Scenario& scenario = voice.scenario();
  DataTable data;
  data.head = {text_cell(say(desk, "csv.coalition")), text_cell(say(desk, "csv.packages"))};
  for (std::size_t issue = 0; issue < scenario.issues.size(); ++issue) {
    data.head.push_back(text_cell(voice.issue(static_cast<int>(issue))));
  }
  for (const Zone& zone : report.zones) data.rows.push_back(zone_row(voice, zone));
  return data;
}

Row actor_row(const detail::Voice& voice, int actor) {
  const Actor& who = voice.scenario().actors[actor];
  Row row{text_cell(voice.title_of_actor(actor)),
          number_cell(who.power),
          number_cell(who.walk_away),
          who.walk_away_share ? number_cell(*who.walk_away_share) : Cell{},
          text_cell(tactic_name(who.tactic)),
          number_cell(who.tactic.e)};
  const auto& issues = voice.scenario().issues;
  for (std::size_t issue = 0; issue < issues.size(); ++issue) {
    const bool known = issue < who.positions.size();
    const Position position = known ? who.positions[issue] : Position{};
    row.push_back(position.ideal ? Cell(position.ideal->on(issues[issue])) : Cell{});
    row.push_back(number_cell(position.salience));
  }
  return row;
}

/// A row an actor: its own numbers, then ideal and salience on every issue.
DataTable actors_data(const Desk& desk) {
  const Scenario* const scenario = scenario_now(desk);
  if (scenario == nullptr) return {};
  const detail::Voice voice = voice_of(desk);
  DataTable data;
  for (const char* const key : {"csv.actor", "csv.power", "csv.walk_away", "csv.walk_away_share",
                                "csv.tactic", "csv.exponent"}) {
    data.head.push_back(text_cell(say(desk, key)));
  }
  for (std::size_t place = 0; place < scenario->issues.size(); ++place) {
    const Slots slots{{"issue", voice.issue(static_cast<int>(place))}};
    data.head.push_back(text_cell(say(desk, "field.ideal", slots)));
    data.head.push_back(text_cell(say(desk, "field.salience", slots)));
  }
  for (int actor = 0; actor < std::ssize(scenario->actors); ++actor) {
    data.rows.push_back(actor_row(voice, actor));
  }
  return data;
}

/// The points' names, the options and what each is worth to everybody.
Row frontier_row(const Desk& desk, const detail::Voice& voice, const SolutionReport& report,
                 int package) {
  std::string names;
  for (std::size_t point = 0; point < kPointIds.size(); ++point) {
    const auto& packages = packages_at(report, point);
    if (!std::binary_search(packages.begin(), packages.end(), package)) continue;
    names += (names.empty() ? "" : "; ") + say(desk, "point." + std::string(kPointIds[point]));
  }
  Row row{text_cell(names)};
  const std::vector<int> options = options_of(*report.tables, package);
  for (const int issue : report.tables->view.open) {
    row.push_back(text_cell(voice.option(issue, options[issue])));
  }
  for (const PartyTable& party : report.tables->parties) {
    row.push_back(number_cell(party.utility[package]));
  }
  return row;
}

DataTable frontier_data(const Desk& desk) {
  const auto& known = desk.analysis.solutions;
  if (known == nullptr || !*known) return {};
  const SolutionReport& report = **known;
  const detail::Voice voice(*report.scenario, desk.settings.language);
  DataTable data{.head = {text_cell(say(desk, "csv.points"))}};
  for (const int issue : report.tables->view.open) {
    data.head.push_back(text_cell(voice.issue(issue)));
  }
  for (const int actor : report.tables->view.parties) {
    const Slots slots{{"who", voice.title_of_actor(actor)}};
    data.head.push_back(text_cell(say(desk, "csv.utility_of", slots)));
  }
  for (const int package : report.solved.frontier) {
    data.rows.push_back(frontier_row(desk, voice, report, package));
  }
  return data;
}

DataTable survival_data(const Desk& desk) {
  const auto view = lasting_view(desk);
  if (!view) return {};
  DataTable data{.head = {text_cell(say(desk, "csv.years")), text_cell(say(desk, "csv.survival"))}};
  const auto& survival = view->life.life.survival;
  for (std::size_t year = 0; year < survival.size(); ++year) {
    data.rows.push_back(
        {number_cell(static_cast<double>(year) + 1.0), number_cell(survival[year])});
  }
  return data;
}

Cell value_cell(const Value& value) {
  if (value.kind == Value::Kind::null) return {};
  const auto number = value.is_scalar() ? parse_number(value.scalar) : std::nullopt;
  return number ? number_cell(*number) : text_cell(to_string(value));
}

/// Both tables of assumptions as they were drawn last.
DataTable swap_data(const Desk& desk) {
  DataTable data;
  for (const char* const key : {"csv.assumption", "csv.mine", "csv.other"}) {
    data.head.push_back(text_cell(say(desk, key)));
  }
  for (const SwapRow& row : desk.swap.rows) {
    data.rows.push_back({text_cell(row.path), value_cell(row.mine), value_cell(row.other)});
  }
  return data;
}

/// A row a party: what the deal gives it, and what it would gain.
DataTable improve_data(const Desk& desk) {
  const auto found = desk.results.improved.find(desk.document.current);
  if (found == desk.results.improved.end() || !found->second->has_value()) return {};
  const Improvement& improvement = **found->second;
  const detail::Voice voice = voice_of(desk);
  DataTable data;
  for (const char* const key : {"csv.actor", "csv.utility", "csv.gain"}) {
    data.head.push_back(text_cell(say(desk, key)));
  }
  for (std::size_t party = 0; party < improvement.parties.size(); ++party) {
    data.rows.push_back({text_cell(voice.title_of_actor(improvement.parties[party])),
                         number_cell(improvement.utilities[party]),
                         number_cell(improvement.gains[party])});
  }
  return data;
}

DataTable texts_of(const Desk& desk, const Registry& drawn, const std::string& pane) {
  DataTable data{.head = {text_cell(say(desk, "csv.name")), text_cell(say(desk, "csv.text"))}};
  const std::string prefix = pane + "/";
  for (const std::string& path : drawn.order()) {
    const Item* const item = drawn.find(path);
    const std::string name = path.substr(std::min(path.size(), prefix.size()));
    const bool bar = name == "pane" || name == "scroll" || name == "help" || name == "maximise" ||
                     name == "export";
    if (!path.starts_with(prefix) || item == nullptr || bar || item->value.empty()) continue;
    data.rows.push_back({text_cell(name), text_cell(item->value)});
  }
  return data;
}

}  // namespace

DataTable table_of_pane(const Desk& desk, const Registry& drawn, const std::string& pane) {
  DataTable data;
  if (pane == "acceptance") data = acceptance_data(desk);
  if (pane == "timeline" || pane == "graph") data = rounds_data(desk);
  if (pane == "zones") data = zones_data(desk);
  if (pane == "actors") data = actors_data(desk);
  if (pane == "frontier") data = frontier_data(desk);
  if (pane == "durability") data = survival_data(desk);
  if (pane == "swap") data = swap_data(desk);
  if (pane == "improve") data = improve_data(desk);
  if (pane == "outcome_map") data = parse_csv(outcome_map_csv(desk));
  if (pane == "stability" || pane == "moves" || pane == "power" || pane == "values") {
    data = conflict_table(desk, pane);
  }
  if (pane.starts_with("batch_")) data = batch_table(desk, pane);
  return data.rows.empty() ? texts_of(desk, drawn, pane) : data;
}

}  // namespace detente::ui
