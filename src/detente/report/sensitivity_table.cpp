#include "detente/report/sensitivity_table.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "detente/core/text.hpp"
#include "detente/report/page.hpp"
#include "detente/report/share_map.hpp"
#include "detente/report/study_page.hpp"
#include "detente/report/study_words.hpp"

namespace detente {
namespace {

using detail::number_in;
using detail::Page;
using detail::percent_in;
using detail::plain_number;
using detail::Slots;
using detail::study_phrase;
using detail::Tone;

constexpr int kIndent = 2;
constexpr int kDeepIndent = 4;
constexpr int kNarrow = 14;
constexpr std::size_t kListedSteps = 12;

struct Telling {
  const Sensitivity* all = nullptr;
  const MetricSensitivity* metric = nullptr;
  Language language = Language::en;
  Page page;

  std::string say(std::string_view key, const Slots& slots = {}) const {
    return study_phrase(language, key, slots);
  }
  void heading(std::string_view key, const Slots& slots = {}) {
    page.gap();
    page.add(say(key, slots), kIndent, Tone::heading, 0);
  }
};

/// A value of an input, or the stretch that a step covers.
std::string place_of(Language language, const TornadoStep& step) {
  if (!step.word.empty()) return step.word;
  const std::string from = plain_number(language, step.from);
  const std::string to = plain_number(language, step.to);
  return from == to ? from : from + "\u2013" + to;
}

std::string signed_number(Language language, double value) {
  const std::string text = plain_number(language, value);
  return value > 0.0 ? '+' + text : text;
}

void tell_bar(Telling& telling, const InputEffect& effect) {
  const TornadoBar& bar = *effect.bar;
  const Language language = telling.language;
  const TornadoStep& low = bar.steps[bar.low];
  const TornadoStep& high = bar.steps[bar.high];
  telling.page.add(detail::short_path(telling.all->inputs[effect.input]), kDeepIndent);
  // what the bars are sorted by, where the ends do not show it
  const std::string spread = plain_number(language, bar.spread);
  const bool bent = spread != plain_number(language, std::abs(bar.swing));
  telling.page.add(telling.say(bent ? "sens.bar.bent" : "sens.bar",
                               {{"low_mean", plain_number(language, low.mean)},
                                {"low", place_of(language, low)},
                                {"high_mean", plain_number(language, high.mean)},
                                {"high", place_of(language, high)},
                                {"swing", signed_number(language, bar.swing)},
                                {"spread", spread}}),
                   kDeepIndent + 2);
  // all of them only where each was asked for
  const bool listed = telling.all->design == Design::Kind::oat && bar.steps.size() > 2;
  if (!listed) return;
  std::string list;
  for (std::size_t step = 0; step < std::min(kListedSteps, bar.steps.size()); ++step) {
    if (!list.empty()) list += "; ";
    list += telling.say("sens.step", {{"at", place_of(language, bar.steps[step])},
                                      {"mean", plain_number(language, bar.steps[step].mean)}});
  }
  if (bar.steps.size() > kListedSteps) list += "; \u2026";
  telling.page.add(list, kDeepIndent + 2);
}

void tell_tornado(Telling& telling) {
  const auto& effects = telling.metric->effects;
  const bool any = std::any_of(effects.begin(), effects.end(),
                               [](const InputEffect& effect) { return effect.bar.has_value(); });
  if (!any) return;
  telling.heading("sens.tornado");
  if (telling.metric->base) {
    telling.page.add(
        telling.say("sens.base", {{"base", plain_number(telling.language, *telling.metric->base)}}),
        kDeepIndent);
  }
  std::string flat;
  for (const InputEffect& effect : effects) {
    if (!effect.bar) continue;
    if (effect.bar->spread > 0.0) {
      tell_bar(telling, effect);
    } else {
      flat += (flat.empty() ? "" : ", ") + detail::short_path(telling.all->inputs[effect.input]);
    }
  }
  if (!flat.empty()) telling.page.add(telling.say("sens.flat", {{"list", flat}}), kDeepIndent);
}

/// The effects with an estimate, the largest value first.
std::vector<InputEffect> by_size(const MetricSensitivity& metric,
                                 std::optional<Estimate> InputEffect::*member) {
  std::vector<InputEffect> effects;
  for (const InputEffect& effect : metric.effects) {
    if (effect.*member) effects.push_back(effect);
  }
  const auto size = [&](const InputEffect& effect) { return std::abs((effect.*member)->value); };
  std::stable_sort(effects.begin(), effects.end(),
                   [&](const auto& left, const auto& right) { return size(left) > size(right); });
  return effects;
}

void tell_indices(Telling& telling) {
  const auto effects = by_size(*telling.metric, &InputEffect::first);
  if (effects.empty()) return;
  const bool saltelli = telling.metric->method == SobolMethod::saltelli;
  if (saltelli) {
    telling.heading("sens.indices.saltelli",
                    {{"resamples", telling.all->resamples},
                     {"points", static_cast<int>(telling.metric->base_points)}});
  } else {
    telling.heading("sens.indices.classes");
  }
  std::vector<std::string> head{telling.say("column.first")};
  if (saltelli) head.push_back(telling.say("column.total"));
  detail::add_cells(telling.page, "", head, kNarrow + 4);
  for (const InputEffect& effect : effects) {
    std::vector<std::string> cells{detail::share_cell(telling.language, effect.first)};
    if (saltelli) cells.push_back(detail::share_cell(telling.language, effect.total));
    detail::add_cells(telling.page, detail::short_path(telling.all->inputs[effect.input]), cells,
                      kNarrow + 4);
  }
}

void tell_correlations(Telling& telling) {
  const auto effects = by_size(*telling.metric, &InputEffect::correlation);
  if (effects.empty()) return;
  telling.heading("sens.ranks");
  for (const InputEffect& effect : effects) {
    detail::add_cells(telling.page, detail::short_path(telling.all->inputs[effect.input]),
                      {detail::correlation_cell(telling.language, effect.correlation)}, kNarrow);
  }
}

void tell_threshold(Telling& telling, const Threshold& threshold) {
  const bool agreed = telling.metric->metric == "agreed";
  std::string key = agreed ? "sens.cut.agreed" : "sens.cut";
  key += threshold.yes ? ".yes" : ".no";
  if (agreed && threshold.share < 1.0) key += ".nearly";
  const auto there = static_cast<double>(threshold.runs) * threshold.share;
  telling.page.add(
      telling.say(key, {{"metric", telling.metric->metric},
                        {"cut", condition_of(*telling.all, threshold, telling.language)},
                        {"n", static_cast<int>(std::floor(there + 0.5))},
                        {"runs", static_cast<int>(threshold.runs)},
                        {"elsewhere", percent_in(telling.language, threshold.share_elsewhere)}}),
      kDeepIndent);
}

void tell_thresholds(Telling& telling) {
  const MetricSensitivity& metric = *telling.metric;
  const bool asked = metric.yes_no && telling.all->design != Design::Kind::oat;
  if (!asked || metric.low == metric.high) return;
  telling.heading("sens.thresholds");
  for (const Threshold& threshold : metric.thresholds) tell_threshold(telling, threshold);
  if (metric.thresholds.empty()) telling.page.add(telling.say("sens.cut.none"), kDeepIndent);
}

void tell_remarks(Telling& telling, const std::vector<SensitivityRemark>& remarks, int indent) {
  for (const SensitivityRemark& remark : remarks) {
    std::string list;
    for (const int input : remark.inputs) {
      if (!list.empty()) list += ", ";
      list += detail::short_path(telling.all->inputs[input]);
    }
    telling.page.add(telling.say(std::string("sens.warn.").append(warning_name(remark.kind)),
                                 {{"n", static_cast<int>(remark.count)}, {"list", list}}),
                     indent);
  }
}

void tell_metric(Telling& telling) {
  const MetricSensitivity& metric = *telling.metric;
  const Language language = telling.language;
  telling.page.gap();
  if (metric.n == 0) {
    return telling.page.add(telling.say("sens.metric.none", {{"metric", metric.metric}}), 0,
                            Tone::heading);
  }
  telling.page.add(
      telling.say("sens.metric", {{"metric", metric.metric},
                                  {"mean", plain_number(language, metric.mean)},
                                  {"deviation", plain_number(language, metric.deviation)},
                                  {"low", plain_number(language, metric.low)},
                                  {"high", plain_number(language, metric.high)}}),
      0, Tone::heading);
  tell_remarks(telling, metric.remarks, kIndent);
  tell_tornado(telling);
  tell_indices(telling);
  tell_correlations(telling);
  tell_thresholds(telling);
}

}  // namespace

std::string condition_of(const Sensitivity& sensitivity, const Threshold& threshold,
                         Language language) {
  // with all its digits, so that it parts the same runs
  std::string cut = show_number(threshold.cut);
  const std::size_t exponent = cut.find('e');
  const std::size_t point = cut.find('.');
  if (exponent == std::string::npos) {
    const std::size_t digits = point == std::string::npos ? 0 : cut.size() - point - 1;
    cut = number_in(language, threshold.cut, static_cast<int>(digits));
  }
  return detail::short_path(sensitivity.inputs[threshold.input]) +
         (threshold.above ? " > " : " < ") + cut;
}

std::string sensitivity_table(const Sensitivity& sensitivity, const NarrationOptions& options) {
  Telling telling{&sensitivity, nullptr, options.language, Page(options)};
  telling.page.add(
      telling.say("sens.heading", {{"folder", sensitivity.folder},
                                   {"runs", static_cast<int>(sensitivity.rows)},
                                   {"design", std::string(design_name(sensitivity.design))}}),
      0, Tone::heading);
  if (!sensitivity.command.empty()) {
    telling.page.add(telling.say("sens.command", {{"command", sensitivity.command}}), kIndent);
  }
  if (sensitivity.by_point) {
    telling.page.add(telling.say("sens.by_point", {{"n", sensitivity.repetitions}}), kIndent);
  }
  if (sensitivity.design == Design::Kind::saltelli) {
    telling.page.add(telling.say("sens.counted", {{"n", static_cast<int>(sensitivity.counted)}}),
                     kIndent);
  }
  tell_remarks(telling, sensitivity.remarks, kIndent);
  for (const MetricSensitivity& metric : sensitivity.metrics) {
    telling.metric = &metric;
    tell_metric(telling);
  }
  if (sensitivity.map) {
    telling.page.gap();
    detail::tell_share_map(telling.page, *sensitivity.map, options.language);
  }
  telling.page.gap();
  telling.page.add(telling.say("sens.closing"));
  return std::move(telling.page).take();
}

}  // namespace detente
