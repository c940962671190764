#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "detente/batch/sensitivity_sample.hpp"

namespace detente {

/// The mean of a metric where an input has one value, or lies in one fifth of its values.
struct TornadoStep {
  double from = 0.0;  ///< Of the input; of a text its place among the words.
  double to = 0.0;    ///< Equal to `from` for one value.
  std::string word{};
  double mean = 0.0;
  std::int64_t n = 0;
};

/// What a metric does along one input.
struct TornadoBar {
  std::vector<TornadoStep> steps{};  ///< By value; of texts in order of first appearance.
  int low = 0;         ///< The step that the bar begins at: the lowest value or fifth; of words the
                       ///< one with the lowest mean.
  int high = 0;        ///< The same at the other end.
  double swing = 0.0;  ///< Mean at `high` less mean at `low`.
  double spread = 0.0;  ///< From the smallest to the largest mean, of the base too if there is one.
};

/// Values that an input may have to count as one with few of them.
constexpr int kFewValues = 12;

/// The steps along one input, made ready for any number of metrics.
struct TornadoAxis {
  std::vector<TornadoStep> steps{};  ///< Without means.
  std::vector<int> step_of{};        ///< By unit; -1 where the input is no number.
  bool by_value = true;              ///< A bar goes by value; else, of words, by mean.
};

TornadoAxis tornado_axis(const SampleColumn& input);

/// The bar of one input; nothing if fewer than two steps have a mean.
/// @param metric  one number for each unit of the input; rows without one are left out.
std::optional<TornadoBar> tornado_bar(const TornadoAxis& axis, std::span<const double> metric);

/// One thing changed at a time.
struct OneAtATime {
  std::optional<double> base{};                   ///< Mean over the runs with nothing changed.
  std::vector<std::optional<TornadoBar>> bars{};  ///< By input, against the base.
};

/// @param sample  by run; point 0 is the base, and each other point differs from it in one input.
OneAtATime one_at_a_time(const Sample& sample, int repetitions, std::span<const double> metric);

}  // namespace detente
