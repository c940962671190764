#include "ui/batch_tables.hpp"

#include <cmath>
#include <utility>

#include "ui/batch_charts.hpp"
#include "ui/desk_view.hpp"

namespace detente::ui {
namespace {

ui::Cell number_cell(double number) {
  if (std::isnan(number)) return {};
  return number;
}

ui::Cell count_cell(std::int64_t number) {
  return static_cast<double>(number);
}

ui::Cell text_cell(std::string text) {
  return text;
}

/// "agreed", "no_agreement" or "no_agreement: settlement".
std::string ending_name(const OutcomeKind& kind) {
  if (kind.agreed || kind.stage.empty()) return kind.agreed ? "agreed" : "no_agreement";
  return "no_agreement: " + kind.stage;
}

/// Head cells for a stretch of a column: one, or two where it has a from and a to.
void add_place(const ShareAxis& axis, int place, Row& row) {
  const auto at = static_cast<std::size_t>(place);
  if (!axis.words.empty()) {
    row.push_back(text_cell(axis.words[at]));
    row.emplace_back();
    return;
  }
  row.push_back(number_cell(axis.from[at]));
  row.push_back(number_cell(axis.to[at]));
}

DataTable map_data(const BatchCharts& charts) {
  if (!charts.map) return {};
  const OutcomeShares& map = *charts.map;
  DataTable data{.head = {text_cell(map.x.column), text_cell(map.x.column + ".to"),
                          text_cell(map.y.column), text_cell(map.y.column + ".to"),
                          text_cell("runs")}};
  for (const OutcomeKind& kind : map.kinds) data.head.push_back(text_cell(ending_name(kind)));
  for (int row = 0; row < map.rows(); ++row) {
    for (int column = 0; column < map.columns(); ++column) {
      Row cells;
      add_place(map.x, column, cells);
      add_place(map.y, row, cells);
      cells.push_back(count_cell(charts.runs_in(column, row)));
      for (int kind = 0; kind < std::ssize(map.kinds); ++kind) {
        cells.push_back(count_cell(map.count(column, row, kind)));
      }
      data.rows.push_back(std::move(cells));
    }
  }
  return data;
}

DataTable tornado_data(const BatchCharts& charts) {
  if (!charts.effects) return {};
  DataTable data{.head = {text_cell("column"), text_cell("from"), text_cell("to"),
                          text_cell("word"), text_cell("mean"), text_cell("n")}};
  for (const InputEffect& effect : charts.effects->effects) {
    if (!effect.bar) continue;
    for (const TornadoStep& step : effect.bar->steps) {
      data.rows.push_back({text_cell(charts.inputs[static_cast<std::size_t>(effect.input)]),
                           number_cell(step.from), number_cell(step.to), text_cell(step.word),
                           number_cell(step.mean), count_cell(step.n)});
    }
  }
  return data;
}

DataTable density_data(const BatchCharts& charts) {
  const BatchDensity& density = charts.density;
  DataTable data{
      .head = {text_cell(charts.metric), text_cell(charts.metric + ".to"), text_cell("runs")}};
  for (const OutcomeKind& kind : charts.endings.kinds) {
    data.head.push_back(text_cell(ending_name(kind)));
  }
  const ShareAxis axis{charts.metric, density.words, density.from, density.to};
  for (int bin = 0; bin < density.bins(); ++bin) {
    Row row;
    add_place(axis, bin, row);
    row.push_back(count_cell(density.runs(bin)));
    for (std::size_t kind = 0; kind < charts.endings.kinds.size(); ++kind) {
      row.push_back(
          count_cell(density.counts[static_cast<std::size_t>(bin) * density.endings + kind]));
    }
    data.rows.push_back(std::move(row));
  }
  return data;
}

DataTable runs_data(const BatchState& batch) {
  const detente::Results& results = batch.charts->store->results;
  DataTable data{.head = {text_cell("run_id"), text_cell("status")}};
  for (const ResultColumn& column : results.columns) {
    data.head.push_back(text_cell(column.column.name));
  }
  for (const std::int64_t place : batch.list.rows) {
    const auto at = static_cast<std::size_t>(place);
    Row row{count_cell(results.runs[at]), text_cell(results.ok[at] ? "ok" : "failed")};
    for (const ResultColumn& column : results.columns) {
      const double number = column.numbers[at];
      const bool text = column.column.kind == Column::Kind::text && !std::isnan(number);
      row.push_back(text ? text_cell(column.words[static_cast<std::size_t>(number)])
                         : number_cell(number));
    }
    data.rows.push_back(std::move(row));
  }
  return data;
}

}  // namespace

DataTable batch_table(const Desk& desk, const std::string& pane) {
  if (desk.batch.charts == nullptr) return {};
  const BatchCharts& charts = *desk.batch.charts;
  if (pane == "batch_map") return map_data(charts);
  if (pane == "batch_tornado") return tornado_data(charts);
  if (pane == "batch_density") return density_data(charts);
  return pane == "batch_runs" ? runs_data(desk.batch) : DataTable{};
}

}  // namespace detente::ui
