#include "detente/batch/outcome_shares.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "detente/batch/sensitivity_sample.hpp"
#include "detente/batch/tornado.hpp"

namespace detente {
namespace {

Diagnostics fault(Code code, std::string message, std::string hint = {}) {
  return {{.code = code, .message = std::move(message), .hint = std::move(hint)}};
}

ShareAxis axis_of(const ResultColumn& column, int bins) {
  ShareAxis axis{.column = column.column.name};
  if (column.column.kind == Column::Kind::text) {
    axis.words = column.words;
    return axis;
  }
  axis.from = few_values(column.numbers, std::max(bins, kFewValues));
  axis.to = axis.from;
  if (!axis.from.empty()) return axis;
  double low = std::numeric_limits<double>::infinity();
  double high = -low;
  for (const double value : column.numbers) {
    if (std::isnan(value)) continue;
    low = std::min(low, value);
    high = std::max(high, value);
  }
  if (low > high) return axis;
  for (int place = 0; place < bins; ++place) {
    const auto at = [&](int edge) {
      return edge == bins ? high : low + (high - low) * edge / bins;
    };
    axis.from.push_back(at(place));
    axis.to.push_back(at(place + 1));
  }
  return axis;
}

/// The columns that say how a run ended.
struct Endings {
  const ResultColumn* agreed = nullptr;
  const ResultColumn* stage = nullptr;

  OutcomeKind at(std::size_t row) const {
    OutcomeKind kind{.agreed = agreed->numbers[row] > 0.5};
    const double place = stage == nullptr ? std::nan("") : stage->numbers[row];
    if (!std::isnan(place)) kind.stage = stage->words[static_cast<std::size_t>(place)];
    return kind;
  }
};

/// Those that occur, agreed first.
std::vector<OutcomeKind> kinds_of(const Results& results, const Endings& endings) {
  std::vector<OutcomeKind> kinds;
  for (std::size_t row = 0; row < results.runs.size(); ++row) {
    if (!results.ok[row] || std::isnan(endings.agreed->numbers[row])) continue;
    const OutcomeKind kind = endings.at(row);
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) kinds.push_back(kind);
  }
  std::stable_partition(kinds.begin(), kinds.end(),
                        [](const OutcomeKind& kind) { return kind.agreed; });
  return kinds;
}

}  // namespace

std::int64_t OutcomeShares::runs(int column, int row) const {
  std::int64_t sum = 0;
  for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
    sum += count(column, row, static_cast<int>(kind));
  }
  return sum;
}

int place_on(const ShareAxis& axis, const ResultColumn& column, std::size_t row) {
  const double value = column.numbers[row];
  if (std::isnan(value)) return -1;
  if (!axis.words.empty()) return static_cast<int>(value);
  // the last place that begins at or below the value
  const auto after = std::upper_bound(axis.from.begin(), axis.from.end(), value);
  return static_cast<int>(after - axis.from.begin()) - 1;
}

Result<OutcomeShares> outcome_shares(const Results& results, const std::string& x,
                                     const std::string& y, int bins) {
  if (bins < 1) return fault(Code::out_of_range, "a map needs at least one bin");
  const auto column_x = column_meant(results, x);
  if (!column_x) return column_x.error();
  const auto column_y = column_meant(results, y);
  if (!column_y) return column_y.error();
  if (*column_x == *column_y) {
    return fault(Code::conflicting_keys, "the two columns of a map must differ");
  }
  const Endings endings{find_column(results, "agreed"), find_column(results, "stage")};
  if (endings.agreed == nullptr) {
    return fault(Code::missing_key, "a map needs the metric 'agreed' in the results",
                 "add it to the plan's metrics");
  }
  OutcomeShares map{.x = axis_of(**column_x, bins),
                    .y = axis_of(**column_y, bins),
                    .kinds = kinds_of(results, endings)};
  map.counts.assign(map.kinds.size() * map.columns() * map.rows(), 0);
  for (std::size_t row = 0; row < results.runs.size(); ++row) {
    const int place_x = place_on(map.x, **column_x, row);
    const int place_y = place_on(map.y, **column_y, row);
    const bool counts = results.ok[row] && !std::isnan(endings.agreed->numbers[row]);
    if (!counts || place_x < 0 || place_y < 0) {
      ++map.left_out;
      continue;
    }
    const auto kind = std::find(map.kinds.begin(), map.kinds.end(), endings.at(row));
    const std::size_t cell = static_cast<std::size_t>(place_y) * map.columns() + place_x;
    ++map.counts[cell * map.kinds.size() + (kind - map.kinds.begin())];
  }
  return map;
}

}  // namespace detente
