#include "detente/batch/tornado.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "detente/study/statistics.hpp"

namespace detente {
namespace {

constexpr int kFifths = 5;

/// A sum that a mean is made of.
struct Mean {
  double sum = 0.0;
  std::int64_t n = 0;

  void add(double value) {
    sum += value;
    ++n;
  }
  double value() const { return sum / static_cast<double>(n); }
};

bool by_mean(const TornadoStep& left, const TornadoStep& right) {
  return left.mean < right.mean;
}

/// The ends of a bar whose steps are there; `by_value` = its first and last step.
void set_ends(TornadoBar& bar, bool by_value) {
  const auto& steps = bar.steps;
  const auto ends = std::minmax_element(steps.begin(), steps.end(), by_mean);
  bar.low = by_value ? 0 : static_cast<int>(ends.first - steps.begin());
  bar.high =
      by_value ? static_cast<int>(steps.size()) - 1 : static_cast<int>(ends.second - steps.begin());
  bar.swing = steps[bar.high].mean - steps[bar.low].mean;
  bar.spread = ends.second->mean - ends.first->mean;
}

std::string word_at(const SampleColumn& input, double value) {
  return input.is_text() ? input.words[static_cast<std::size_t>(value)] : std::string{};
}

/// A step for each value.
void cut_by_value(const SampleColumn& input, TornadoAxis& axis) {
  std::map<double, int> places;
  for (const double value : input.values) {
    if (!std::isnan(value)) places[value] = 0;
  }
  for (auto& [value, place] : places) {
    place = static_cast<int>(axis.steps.size());
    axis.steps.push_back({.from = value, .to = value, .word = word_at(input, value)});
  }
  for (const double value : input.values) {
    axis.step_of.push_back(std::isnan(value) ? -1 : places[value]);
  }
}

/// A step for each fifth of the values; equal ones stay together.
void cut_by_fifth(const SampleColumn& input, TornadoAxis& axis) {
  const std::vector<int> order = order_of(input.values);
  axis.step_of.assign(input.values.size(), -1);
  std::size_t last = kFifths;
  std::size_t fifth = 0;
  double before = 0.0;
  for (std::size_t place = 0; place < order.size(); ++place) {
    const double value = input.values[order[place]];
    if (place == 0 || value != before) fifth = place * kFifths / order.size();
    before = value;
    if (fifth != last) axis.steps.push_back({.from = value});
    last = fifth;
    axis.steps.back().to = value;
    axis.step_of[order[place]] = static_cast<int>(axis.steps.size()) - 1;
  }
}

/// The steps of an axis that have a mean, with it.
std::vector<TornadoStep> steps_with_means(const TornadoAxis& axis, std::span<const double> metric) {
  std::vector<Mean> means(axis.steps.size());
  for (std::size_t unit = 0; unit < metric.size(); ++unit) {
    if (axis.step_of[unit] < 0 || std::isnan(metric[unit])) continue;
    means[axis.step_of[unit]].add(metric[unit]);
  }
  std::vector<TornadoStep> steps;
  for (std::size_t step = 0; step < means.size(); ++step) {
    if (means[step].n == 0) continue;
    steps.push_back(axis.steps[step]);
    steps.back().mean = means[step].value();
    steps.back().n = means[step].n;
  }
  return steps;
}

/// What was played with nothing changed: a mean over the repetitions, and the inputs of each.
struct Base {
  Mean mean{};
  std::map<std::int64_t, std::size_t> units{};  ///< By repetition.
};

Base base_of(const Sample& sample, int repetitions, std::span<const double> metric) {
  Base base;
  for (std::size_t unit = 0; unit < sample.units.size(); ++unit) {
    if (sample.units[unit] >= repetitions) break;
    base.units[sample.units[unit]] = unit;
    if (!std::isnan(metric[unit])) base.mean.add(metric[unit]);
  }
  return base;
}

/// The only input that differs between two units; -1 if there is none.
int changed_input(const Sample& sample, std::size_t unit, std::size_t other) {
  for (std::size_t input = 0; input < sample.inputs.size(); ++input) {
    const auto& values = sample.inputs[input].values;
    const bool missing = std::isnan(values[unit]);
    if (!missing && values[unit] != values[other]) return static_cast<int>(input);
  }
  return -1;
}

/// The rows of one input, with its values, that differ from the base in it alone.
struct Moved {
  std::vector<double> values{};
  std::vector<double> metric{};
};

}  // namespace

TornadoAxis tornado_axis(const SampleColumn& input) {
  TornadoAxis axis{.by_value = !input.is_text()};
  if (input.is_text() || !few_values(input.values, kFewValues).empty()) {
    cut_by_value(input, axis);
  } else {
    cut_by_fifth(input, axis);
  }
  return axis;
}

std::optional<TornadoBar> tornado_bar(const TornadoAxis& axis, std::span<const double> metric) {
  TornadoBar bar{.steps = steps_with_means(axis, metric)};
  if (bar.steps.size() < 2) return {};
  set_ends(bar, axis.by_value);
  return bar;
}

OneAtATime one_at_a_time(const Sample& sample, int repetitions, std::span<const double> metric) {
  const Base base = base_of(sample, repetitions, metric);
  OneAtATime result;
  result.bars.resize(sample.inputs.size());
  if (base.mean.n > 0) result.base = base.mean.value();
  std::vector<Moved> moved(sample.inputs.size());
  for (std::size_t unit = 0; unit < sample.units.size(); ++unit) {
    const auto at = base.units.find(sample.units[unit] % repetitions);
    if (sample.units[unit] < repetitions || at == base.units.end()) continue;
    const int input = changed_input(sample, unit, at->second);
    if (input < 0 || std::isnan(metric[unit])) continue;
    moved[input].values.push_back(sample.inputs[input].values[unit]);
    moved[input].metric.push_back(metric[unit]);
  }
  for (std::size_t input = 0; input < moved.size(); ++input) {
    SampleColumn own{.name = sample.inputs[input].name,
                     .words = sample.inputs[input].words,
                     .values = std::move(moved[input].values)};
    TornadoAxis axis;
    cut_by_value(own, axis);
    TornadoBar bar{.steps = steps_with_means(axis, moved[input].metric)};
    if (bar.steps.empty()) continue;
    set_ends(bar, !own.is_text());
    if (result.base) {
      const auto ends = std::minmax_element(bar.steps.begin(), bar.steps.end(), by_mean);
      bar.spread =
          std::max(ends.second->mean, *result.base) - std::min(ends.first->mean, *result.base);
    }
    result.bars[input] = std::move(bar);
  }
  return result;
}

}  // namespace detente
