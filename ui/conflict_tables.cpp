#include "ui/conflict_tables.hpp"

#include <utility>

#include "detente/study/power.hpp"
#include "ui/conflict_view.hpp"
#include "ui/move_graph.hpp"
#include "ui/panels/power_scene.hpp"

namespace detente::ui {
namespace {

Cell text_cell(std::string_view text) {
  return std::string(text);
}

Cell count_cell(std::uint32_t number) {
  return static_cast<double>(number);
}

const std::string& id_of(const StabilityReport& report, int mover) {
  return report.scenario->actors[static_cast<std::size_t>(report.movers[mover])].id;
}

/// "nash seq": the concepts for which it is so.
template <typename IsThere>
Cell concepts_where(const Stability& table, const IsThere& is_there) {
  std::string names;
  for (const Concept solution : kConcepts) {
    if (!table.has(solution) || !is_there(solution)) continue;
    if (!names.empty()) names += ' ';
    names += concept_name(solution);
  }
  return names;
}

Row state_row(const SolvedConflict& solved, StateIndex state) {
  const StabilityReport& report = solved.report;
  Row row{count_cell(code_of(*report.conflict, state)), vector_of(report, state)};
  for (int mover = 0; mover < std::ssize(report.movers); ++mover) {
    row.push_back(concepts_where(report.table, [&](Concept solution) {
      return report.table.is_stable(solution, mover, state);
    }));
  }
  row.push_back(concepts_where(
      report.table, [&](Concept solution) { return solved.is_equilibrium(solution, state); }));
  return row;
}

/// A row a state that is listed: for whom it is stable under which concepts.
DataTable states_data(const StateList& list) {
  const StabilityReport& report = list.of->report;
  DataTable data{.head = {text_cell("code"), text_cell("vector")}};
  for (int mover = 0; mover < std::ssize(report.movers); ++mover) {
    data.head.push_back(id_of(report, mover));
  }
  data.head.push_back(text_cell("equilibrium"));
  data.rows.reserve(list.rows.size());
  for (const StateIndex state : list.rows) data.rows.push_back(state_row(*list.of, state));
  return data;
}

/// A row an improvement that is drawn.
DataTable moves_data(const MoveGraph& graph) {
  const StabilityReport& report = graph.of->report;
  DataTable data{
      .head = {text_cell("from"), text_cell("to"), text_cell("actor"), text_cell("irreversible")}};
  for (const MoveArc& arc : graph.arcs) {
    const auto code = [&](int node) {
      return count_cell(
          code_of(*report.conflict, graph.nodes[static_cast<std::size_t>(node)].state));
    };
    data.rows.push_back({code(arc.from), code(arc.to), id_of(report, arc.actor),
                         text_cell(arc.irreversible ? "yes" : "no")});
  }
  return data;
}

void add_indices(const VotingPower& power, const std::string& suffix, std::size_t players,
                 DataTable& data) {
  const std::pair<const char*, const std::vector<double>*> indices[] = {
      {"shapley_shubik", &power.shapley_shubik},
      {"banzhaf", &power.banzhaf},
      {"penrose", &power.penrose}};
  for (const auto& [name, numbers] : indices) {
    data.head.push_back(name + suffix);
    for (std::size_t player = 0; player < players; ++player) {
      data.rows[player].push_back((*numbers)[player]);
    }
  }
}

DataTable power_data(const PowerReport& report) {
  DataTable data{.head = {text_cell("player")}};
  if (!report.power) return data;
  for (const Player& player : report.players) data.rows.push_back({player.id});
  const std::size_t players = report.players.size();
  add_indices(*report.power, "", players, data);
  if (report.without_quorum) {
    add_indices(*report.without_quorum, "_without_quorum", players, data);
  }
  return data;
}

DataTable values_data(const PowerReport& report, bool plain) {
  DataTable data{.head = {text_cell("player")}};
  const GameReport* const game = shown_game(report, plain);
  if (game == nullptr) return data;
  const std::vector<PowerColumn> columns = columns_of_game(*game);
  for (const PowerColumn& column : columns) {
    data.head.push_back(column.key.substr(column.key.find('.') + 1));
  }
  const std::vector<Player>& players = players_of_game(report);
  for (std::size_t player = 0; player < players.size(); ++player) {
    Row row{players[player].id};
    for (const PowerColumn& column : columns) row.push_back((*column.numbers)[player]);
    data.rows.push_back(std::move(row));
  }
  return data;
}

}  // namespace

DataTable conflict_table(const Desk& desk, const std::string& pane) {
  const ConflictState& conflict = desk.conflict;
  if (pane == "stability" && conflict.list != nullptr) return states_data(*conflict.list);
  if (pane == "moves" && conflict.graph != nullptr) return moves_data(*conflict.graph);
  if (desk.power.report == nullptr) return {};
  if (pane == "power") return power_data(*desk.power.report);
  return pane == "values" ? values_data(*desk.power.report, desk.power.plain) : DataTable{};
}

}  // namespace detente::ui
