#include "ui/batch_charts.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace detente::ui {
namespace {

constexpr std::size_t kBins = 24;
constexpr std::size_t kWords = 11;
constexpr std::size_t kMostListed = 500;

bool is_text(const ResultColumn& column) {
  return column.column.kind == Column::Kind::text;
}

/// The distinct numbers, rising; at most one more than `most` of them.
std::vector<double> values_of(const ResultColumn& column, std::size_t most) {
  std::set<double> seen;
  for (const double number : column.numbers) {
    if (!std::isnan(number)) seen.insert(number);
    if (seen.size() > most) break;
  }
  return {seen.begin(), seen.end()};
}

OutcomeKind kind_at(const ResultColumn& agreed, const ResultColumn* stage, std::size_t row) {
  OutcomeKind kind{.agreed = agreed.numbers[row] > 0.5, .stage = {}};
  if (stage != nullptr && !std::isnan(stage->numbers[row])) {
    kind.stage = stage->words[static_cast<std::size_t>(stage->numbers[row])];
  }
  return kind;
}

/// Puts those that agreed before the others; both in order of first appearance.
void sort_kinds(BatchEndings& endings) {
  if (endings.kinds.empty()) return;
  std::vector<int> order(endings.kinds.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_partition(order.begin(), order.end(),
                        [&](int kind) { return endings.kinds[kind].agreed; });
  std::vector<OutcomeKind> sorted;
  std::vector<int> place(order.size());
  for (const int kind : order) {
    place[kind] = static_cast<int>(sorted.size());
    sorted.push_back(endings.kinds[kind]);
  }
  endings.kinds = std::move(sorted);
  for (int& kind : endings.of_row) {
    if (kind >= 0) kind = place[kind];
  }
}

/// How many runs that did not fail have each of the words.
std::vector<std::int64_t> counted_words(const ResultColumn& column, const BatchEndings& endings) {
  std::vector<std::int64_t> count(column.words.size());
  for (std::size_t row = 0; row < column.numbers.size(); ++row) {
    const double word = column.numbers[row];
    if (endings.of_row[row] >= 0 && !std::isnan(word)) ++count[static_cast<std::size_t>(word)];
  }
  return count;
}

/// The bin of every word; fills in which words the bins are.
std::vector<int> bin_words(const ResultColumn& column, const BatchEndings& endings,
                           BatchDensity& density) {
  const std::vector<std::int64_t> count = counted_words(column, endings);
  std::vector<int> order(count.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return count[a] > count[b]; });
  std::vector<int> bin_of(count.size());
  for (std::size_t place = 0; place < order.size(); ++place) {
    const bool own = place < kWords || order.size() == kWords + 1;
    bin_of[order[place]] = static_cast<int>(std::min(place, kWords));
    if (own) density.words.push_back(column.words[order[place]]);
  }
  if (order.size() > kWords + 1) density.words.emplace_back();
  return bin_of;
}

void bin_numbers(const ResultColumn& column, BatchDensity& density) {
  const std::vector<double> few = values_of(column, kBins);
  if (few.size() <= kBins) {
    density.from = few;
    density.to = few;
    return;
  }
  double low = few.front();
  double high = few.front();
  for (const double number : column.numbers) {
    if (std::isnan(number)) continue;
    low = std::min(low, number);
    high = std::max(high, number);
  }
  const auto edge = [&](std::size_t bin) {
    return bin == kBins ? high : low + (high - low) * (static_cast<double>(bin) / double{kBins});
  };
  for (std::size_t bin = 0; bin < kBins; ++bin) {
    density.from.push_back(edge(bin));
    density.to.push_back(edge(bin + 1));
  }
}

int bin_of_number(const BatchDensity& density, double number) {
  const auto above = std::upper_bound(density.from.begin(), density.from.end(), number);
  return std::max(0, static_cast<int>(above - density.from.begin()) - 1);
}

/// Columns for one side of the map, the best first.
std::vector<std::string> candidates(const detente::Results& results) {
  std::vector<std::string> names;
  for (const bool varied : {true, false}) {
    for (const ResultColumn& column : results.columns) {
      const bool is_varied = column.column.role == Column::Role::varied;
      if (is_varied == varied && values_of(column, 1).size() > 1) {
        names.push_back(column.column.name);
      }
    }
  }
  for (const ResultColumn& column : results.columns) names.push_back(column.column.name);
  return names;
}

std::string first_but(const std::vector<std::string>& names, const std::string& other) {
  const auto found =
      std::find_if(names.begin(), names.end(), [&](const auto& name) { return name != other; });
  return found == names.end() ? std::string() : *found;
}

std::string first_metric(const detente::Results& results) {
  const auto of_kind = [&](auto fits) -> std::string {
    const auto found = std::find_if(
        results.columns.begin(), results.columns.end(), [&](const ResultColumn& column) {
          return column.column.role == Column::Role::metric && fits(column);
        });
    return found == results.columns.end() ? std::string() : found->column.name;
  };
  std::string name = of_kind([](const ResultColumn& it) { return it.column.name == "agreed"; });
  if (name.empty()) name = of_kind([](const ResultColumn& it) { return !is_text(it); });
  return name.empty() ? of_kind([](const ResultColumn&) { return true; }) : name;
}

}  // namespace

std::int64_t BatchDensity::runs(int bin) const {
  const auto first = counts.begin() + static_cast<std::ptrdiff_t>(bin) * endings;
  return std::accumulate(first, first + endings, std::int64_t{0});
}

std::int64_t BatchCharts::runs_in(int column, int row) const {
  std::int64_t all = 0;
  const int kinds = static_cast<int>(map->kinds.size());
  for (int kind = 0; kind < kinds; ++kind) all += map->count(column, row, kind);
  return all;
}

BatchEndings endings_of(const detente::Results& results) {
  BatchEndings endings;
  const ResultColumn* const agreed = column_of(results, "agreed");
  const ResultColumn* const stage = column_of(results, "stage");
  for (std::size_t row = 0; row < results.runs.size(); ++row) {
    endings.of_row.push_back(results.ok[row] ? 0 : -1);
    if (!results.ok[row] || agreed == nullptr) continue;
    const OutcomeKind kind = kind_at(*agreed, stage, row);
    auto& kinds = endings.kinds;
    const auto known = std::find(kinds.begin(), kinds.end(), kind);
    endings.of_row.back() = static_cast<int>(known - kinds.begin());
    if (known == kinds.end()) kinds.push_back(kind);
  }
  sort_kinds(endings);
  return endings;
}

BatchDensity density_of(const ResultColumn& column, const BatchEndings& endings) {
  BatchDensity density{.endings = endings.count()};
  std::vector<int> bin_of;
  if (is_text(column)) {
    bin_of = bin_words(column, endings, density);
  } else {
    bin_numbers(column, density);
  }
  density.counts.resize(static_cast<std::size_t>(density.bins()) * density.endings);
  for (std::size_t row = 0; row < column.numbers.size(); ++row) {
    const int ending = endings.of_row[row];
    if (ending < 0) continue;
    const double number = column.numbers[row];
    if (std::isnan(number)) {
      ++density.empty;
      continue;
    }
    const int bin =
        is_text(column) ? bin_of[static_cast<std::size_t>(number)] : bin_of_number(density, number);
    ++density.counts[static_cast<std::size_t>(bin) * density.endings + ending];
  }
  return density;
}

const ResultColumn* column_of(const detente::Results& results, const std::string& name) {
  const auto found =
      std::find_if(results.columns.begin(), results.columns.end(),
                   [&](const ResultColumn& column) { return column.column.name == name; });
  return found == results.columns.end() ? nullptr : &*found;
}

void choose_columns(BatchState& batch) {
  if (batch.store == nullptr) return;
  const detente::Results& results = batch.store->results;
  const std::vector<std::string> names = candidates(results);
  if (column_of(results, batch.across) == nullptr) batch.across = first_but(names, batch.up);
  if (column_of(results, batch.up) == nullptr || batch.up == batch.across) {
    batch.up = first_but(names, batch.across);
  }
  if (column_of(results, batch.metric) == nullptr) batch.metric = first_metric(results);
}

std::string asked_metric(const detente::Results& results, const std::string& metric) {
  const ResultColumn* const column = column_of(results, metric);
  if (column == nullptr || !is_text(*column) || column->words.empty()) return metric;
  BatchEndings all;
  all.of_row.assign(results.runs.size(), 0);
  const std::vector<std::int64_t> count = counted_words(*column, all);
  const auto most = std::max_element(count.begin(), count.end()) - count.begin();
  return metric + '=' + column->words[static_cast<std::size_t>(most)];
}

const BatchList& listed_runs(BatchState& batch) {
  BatchList& list = batch.list;
  if (list.of == batch.charts && list.column == batch.column && list.row == batch.row) return list;
  list = {.of = batch.charts, .column = batch.column, .row = batch.row};
  if (list.of == nullptr) return list;
  const BatchCharts& charts = *list.of;
  const bool all = batch.column < 0 || !charts.map;
  const int cell = all ? -1 : batch.row * charts.map->columns() + batch.column;
  const auto rows = static_cast<std::size_t>(charts.store->results.rows());
  for (std::size_t row = 0; row < rows; ++row) {
    if (!all && charts.cell_of[row] != cell) continue;
    ++list.all;
    if (list.rows.size() < kMostListed) list.rows.push_back(static_cast<std::int64_t>(row));
  }
  return list;
}

}  // namespace detente::ui
