// What moves a metric of a batch: one bar for each column that varied, the largest spread first;
// and what settles it for good.

#include <algorithm>

#include "ui/batch_store.hpp"
#include "ui/pane.hpp"
#include "ui/panels/batch_parts.hpp"
#include "ui/panels/chart.hpp"
#include "ui/panels/panels.hpp"

namespace detente::ui {
namespace {

constexpr float kRow = 1.7F;          // units, of a bar
constexpr std::size_t kMostCuts = 3;  // sentences on thresholds

struct Scene {
  const BatchCharts* charts = nullptr;
  const BatchVoice* voice = nullptr;
  Axis axis{};          ///< Of the metric.
  float labels = 0.0F;  ///< Pixels for the names.
  float ends = 0.0F;    ///< Pixels for the values beside a bar.

  const MetricSensitivity& effects() const { return *charts->effects; }
  float x_at(const Box& row, double value) const {
    const float left = row.min.x + labels + ends;
    const float right = row.max.x - ends;
    const double share = (value - axis.low) / (axis.high - axis.low);
    return left + static_cast<float>(share) * std::max(right - left, 1.0F);
  }
};

/// From the least to the largest mean, with the mean of all runs in it.
Axis axis_of(const MetricSensitivity& effects) {
  Axis axis{effects.mean, effects.mean};
  const auto widen = [&](double value) {
    axis.low = std::min(axis.low, value);
    axis.high = std::max(axis.high, value);
  };
  if (effects.base) widen(*effects.base);
  for (const InputEffect& effect : effects.effects) {
    if (!effect.bar) continue;
    for (const TornadoStep& step : effect.bar->steps) {
      if (step.n > 0) widen(step.mean);
    }
  }
  if (!(axis.high > axis.low)) axis = {axis.low - 0.5, axis.high + 0.5};
  return axis;
}

std::string step_words(const BatchVoice& voice, const std::string& input, const TornadoStep& step) {
  if (!step.word.empty()) return voice.word(input, step.word);
  return voice.stretch(input, step.from, step.to);
}

/// A ring where the input is low (of words: its mean), a disc where it is high, the bar between.
void draw_bar(Ui& ui, const Scene& scene, const Box& row, const std::string& input,
              const TornadoBar& bar) {
  const float unit = ui.unit();
  const Theme& theme = ui.theme();
  const TornadoStep& low = bar.steps[static_cast<std::size_t>(bar.low)];
  const TornadoStep& high = bar.steps[static_cast<std::size_t>(bar.high)];
  const float y = row.centre().y;
  const Point from{scene.x_at(row, low.mean), y};
  const Point to{scene.x_at(row, high.mean), y};
  Canvas canvas = ui.canvas();
  canvas.rect(
      {{std::min(from.x, to.x), y - 0.32F * unit}, {std::max(from.x, to.x), y + 0.32F * unit}},
      faded(theme.accent, 0.55F), 2.0F);
  // every mean: a bar may hide a bend, and what goes further than its ends
  float left = std::min(from.x, to.x);
  float right = std::max(from.x, to.x);
  for (const TornadoStep& step : bar.steps) {
    if (step.n == 0) continue;
    const float x = scene.x_at(row, step.mean);
    canvas.line({x, y - 0.32F * unit}, {x, y + 0.32F * unit}, theme.text, 1.0F);
    left = std::min(left, x);
    right = std::max(right, x);
  }
  canvas.line({left, y}, {right, y}, theme.text, 1.0F);
  canvas.disc(from, 0.34F * unit, theme.pane);
  canvas.circle(from, 0.34F * unit, theme.text, 0.12F * unit);
  canvas.disc(to, 0.4F * unit, theme.text);
  const auto beside = [&](bool rightwards, const TornadoStep& step) {
    const std::string words =
        fitted(step_words(*scene.voice, input, step), scene.ends - 0.7F * unit, Typeface::small);
    const float width = measure(words, Typeface::small).x;
    const float x = rightwards ? right + 0.6F * unit : left - 0.6F * unit - width;
    canvas.text({x, y - line_height(Typeface::small) / 2}, words, theme.quiet, Typeface::small);
  };
  const bool rises = to.x >= from.x;
  beside(!rises, low);
  beside(rises, high);
}

std::string effect_words(const Ui& ui, const Scene& scene, const std::string& input,
                         const InputEffect& effect) {
  const detail::Voice& voice = scene.voice->voice();
  std::string text = scene.voice->title(input);
  if (!effect.bar) return text + ": " + ui.say("batch.no_effect");
  for (const TornadoStep& step : effect.bar->steps) {
    if (step.n == 0) continue;
    text += '\n' + ui.say("batch.step", {{"value", step_words(*scene.voice, input, step)},
                                         {"mean", voice.number(step.mean, 3)},
                                         {"n", counted(step.n)}});
  }
  if (effect.first) {
    const double percent = 100.0 * std::clamp(effect.first->value, 0.0, 1.0);
    text += '\n' + ui.say("batch.first_order", {{"n", voice.short_number(percent, 0)}});
  }
  return text;
}

/// One bar; pressed: its column goes across the map.
void draw_effect(Ui& ui, BatchState& batch, const Scene& scene, const InputEffect& effect) {
  const std::string& input = scene.charts->inputs[static_cast<std::size_t>(effect.input)];
  const Box row = ui.take(kRow * ui.unit() - 0.3F * ui.unit());
  const Box ground{{row.min.x, row.min.y - 0.15F * ui.unit()},
                   {row.max.x, row.max.y + 0.15F * ui.unit()}};
  const std::string words = effect_words(ui, scene, input, effect);
  const Touch touch = ui.touch("bar_" + input, ground, words, words);
  if (touch.hovered) ui.canvas().rect(ground, ui.theme().hovered, 3.0F);
  Canvas canvas = ui.canvas();
  canvas.text_within({row.min.x, row.centre().y - ui.unit() / 2}, scene.labels - 0.4F * ui.unit(),
                     scene.voice->title(input), ui.theme().text);
  if (effect.bar) draw_bar(ui, scene, row, input, *effect.bar);
  if (!touch.pressed || batch.across == input) return;
  if (batch.up == input) batch.up = batch.across;
  batch.across = input;
}

/// The numbers below the bars, and the mean of all runs through them.
void draw_axis(Ui& ui, const Scene& scene, float top) {
  const Box row = ui.take(2.3F * ui.unit());
  const Theme& theme = ui.theme();
  const detail::Voice& voice = scene.voice->voice();
  Canvas canvas = ui.canvas();
  const float left = scene.x_at(row, scene.axis.low);
  const float right = scene.x_at(row, scene.axis.high);
  canvas.line({left, row.min.y}, {right, row.min.y}, theme.edge);
  for (const double value :
       ticks(scene.axis, std::max(2, static_cast<int>((right - left) / (4 * ui.unit()))))) {
    const std::string words = voice.short_number(value, 3);
    const float x = scene.x_at(row, value);
    canvas.line({x, row.min.y}, {x, row.min.y + 0.25F * ui.unit()}, theme.quiet);
    canvas.text({x - measure(words, Typeface::small).x / 2, row.min.y + 0.25F * ui.unit()}, words,
                theme.quiet, Typeface::small);
  }
  const double middle = scene.effects().base.value_or(scene.effects().mean);
  const float x = scene.x_at(row, middle);
  canvas.dashes({x, top}, {x, row.min.y}, theme.text, 1.0F);
  const Slots slots{{"mean", voice.number(middle, 3)}};
  const std::string words = ui.say(scene.effects().base ? "batch.base" : "batch.mean", slots);
  ui.label("mean", {row.min.x, row.min.y + 1.25F * ui.unit()}, words, theme.text, Typeface::small,
           row.width());
}

void draw_cut(Ui& ui, const Scene& scene, std::size_t place) {
  const Threshold& cut = scene.effects().thresholds[place];
  const detail::Voice& voice = scene.voice->voice();
  const std::string& input = scene.charts->inputs[static_cast<std::size_t>(cut.input)];
  const Slots slots{{"x", scene.voice->title(input)},
                    {"sign", cut.above ? ">" : "<"},
                    {"cut", voice.short_number(cut.cut, 4)},
                    {"metric", scene.voice->title(scene.charts->metric)},
                    {"value", ui.say(cut.yes ? "batch.yes" : "batch.no")},
                    {"n", voice.short_number(100.0 * cut.share, 0)},
                    {"runs", counted(cut.runs)},
                    {"other", voice.short_number(100.0 * cut.share_elsewhere, 0)}};
  ui.text("cut_" + std::to_string(place), ui.say("batch.threshold", slots));
}

/// What concerns bars; the rest is about indices.
const char* remark_key(SensitivityWarning kind) {
  switch (kind) {
    case SensitivityWarning::constant:
      return "batch.remark_constant";
    case SensitivityWarning::too_few:
      return "batch.remark_too_few";
    case SensitivityWarning::missing:
      return "batch.remark_missing";
    default:
      return nullptr;
  }
}

void draw_remarks(Ui& ui, const MetricSensitivity& effects) {
  for (const SensitivityRemark& remark : effects.remarks) {
    const char* const key = remark_key(remark.kind);
    if (key == nullptr) continue;
    ui.text(key, ui.say(key, {{"n", counted(remark.count)}}), Tone::warning);
  }
}

/// Of a text: which of its words the bars are about.
std::string word_asked(const BatchVoice& voice, const BatchCharts& charts) {
  if (charts.asked.size() <= charts.metric.size()) return {};
  return voice.word(charts.metric, charts.asked.substr(charts.metric.size() + 1));
}

}  // namespace

void draw_batch_tornado(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "batch_tornado", ui.say("pane.batch_tornado"), area);
  const BatchCharts* const charts = shown_charts(ui, desk);
  if (charts == nullptr) return;
  const BatchVoice voice(ui, *charts->store);
  choose_column(ui, voice, "metric", desk.batch.metric, column_names(*charts->store, true));
  if (const std::string word = word_asked(voice, *charts); !word.empty()) {
    ui.line("word", ui.say("batch.share_of_word", {{"word", word}}), Tone::quiet);
  }
  if (!charts->effects) {
    ui.text("no_effects", charts->effects_fault, Tone::warning);
    return draw_command(ui, desk, tornado_command(desk));
  }
  draw_remarks(ui, *charts->effects);
  const Scene scene{charts, &voice, axis_of(*charts->effects), 0.33F * ui.width(),
                    std::min(6.5F * ui.unit(), 0.17F * ui.width())};
  const float top = ui.cursor().y;
  for (const InputEffect& effect : charts->effects->effects) {
    draw_effect(ui, desk.batch, scene, effect);
  }
  draw_axis(ui, scene, top);
  ui.text("hint", ui.say("batch.tornado_hint"), Tone::quiet);
  const auto& cuts = charts->effects->thresholds;
  for (std::size_t place = 0; place < std::min(cuts.size(), kMostCuts); ++place) {
    draw_cut(ui, scene, place);
  }
  draw_command(ui, desk, tornado_command(desk));
}

}  // namespace detente::ui
