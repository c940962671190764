// How often a metric of a batch has which value, by how the runs ended.

#include <algorithm>

#include "ui/batch_store.hpp"
#include "ui/pane.hpp"
#include "ui/panels/batch_parts.hpp"
#include "ui/panels/chart.hpp"
#include "ui/panels/panels.hpp"

namespace detente::ui {
namespace {

struct Scene {
  const BatchCharts* charts = nullptr;
  const BatchVoice* voice = nullptr;

  const BatchDensity& density() const { return charts->density; }
  const std::vector<OutcomeKind>& kinds() const { return charts->endings.kinds; }
  std::vector<std::int64_t> counts(int bin) const {
    const auto first =
        density().counts.begin() + static_cast<std::ptrdiff_t>(bin) * density().endings;
    return {first, first + density().endings};
  }
  std::int64_t most() const {
    std::int64_t most = 1;
    for (int bin = 0; bin < density().bins(); ++bin) most = std::max(most, density().runs(bin));
    return most;
  }
};

std::string bin_title(const Ui& ui, const Scene& scene, int bin) {
  const BatchDensity& density = scene.density();
  const auto at = static_cast<std::size_t>(bin);
  if (density.words.empty()) {
    return scene.voice->stretch(scene.charts->metric, density.from[at], density.to[at]);
  }
  if (density.words[at].empty()) return ui.say("batch.others");
  return scene.voice->word(scene.charts->metric, density.words[at]);
}

std::string bin_words(const Ui& ui, const Scene& scene, int bin) {
  const Slots slots{{"value", bin_title(ui, scene, bin)},
                    {"n", counted(scene.density().runs(bin))}};
  return ui.say("batch.bin", slots) +
         ending_words(ui, *scene.voice, scene.kinds(), scene.counts(bin));
}

/// A word a line, with a bar as long as it occurs.
void draw_words(Ui& ui, const Scene& scene) {
  const float unit = ui.unit();
  const auto most = static_cast<double>(scene.most());
  for (int bin = 0; bin < scene.density().bins(); ++bin) {
    const Box row = ui.take(1.2F * unit);
    const std::string words = bin_words(ui, scene, bin);
    const Touch touch = ui.touch("bin_" + std::to_string(bin), row, words, words);
    Canvas canvas = ui.canvas();
    if (touch.hovered) canvas.rect(row, ui.theme().hovered, 3.0F);
    const float labels = 0.5F * row.width();
    canvas.text_within({row.min.x, row.centre().y - unit / 2}, labels - 0.5F * unit,
                       bin_title(ui, scene, bin), ui.theme().text);
    const std::int64_t runs = scene.density().runs(bin);
    const std::string number = std::to_string(runs);
    const float room = row.width() - labels - measure(number, Typeface::small).x - 0.6F * unit;
    const float length =
        std::max(1.0F, room * static_cast<float>(static_cast<double>(runs) / most));
    const Box bar{{row.min.x + labels, row.min.y + 0.15F * unit},
                  {row.min.x + labels + length, row.max.y - 0.15F * unit}};
    draw_ending_bar(canvas, ui.theme(), {.box = bar, .counts = scene.counts(bin)}, scene.kinds());
    canvas.text({bar.max.x + 0.3F * unit, row.centre().y - line_height(Typeface::small) / 2},
                number, ui.theme().quiet, Typeface::small);
  }
}

/// Where a bin stands, as high as its runs: all are of one width.
Box bin_box(const Plot& plot, int bins, int bin, double runs) {
  const float width = plot.box.width() / static_cast<float>(bins);
  const float left = plot.box.min.x + width * static_cast<float>(bin);
  const float top = plot.at(plot.x.low, runs).y;
  return {{left + 0.06F * width, top}, {left + 0.94F * width, plot.box.max.y}};
}

/// Below bars that stand for one value each.
void draw_values(Ui& ui, const Scene& scene, const Plot& plot) {
  Canvas canvas = ui.canvas();
  const BatchDensity& density = scene.density();
  float free_from = plot.box.min.x - 2.0F * ui.unit();
  for (int bin = 0; bin < density.bins(); ++bin) {
    const Box box = bin_box(plot, density.bins(), bin, 0.0);
    const auto at = static_cast<std::size_t>(bin);
    const std::string words = scene.voice->value(scene.charts->metric, density.from[at]);
    const float width = measure(words, Typeface::small).x;
    const float left = box.centre().x - width / 2;
    if (left < free_from) continue;
    canvas.text({left, plot.box.max.y + 0.2F * ui.unit()}, words, ui.theme().quiet,
                Typeface::small);
    free_from = left + width + 0.5F * ui.unit();
  }
}

void touch_bins(Ui& ui, BatchState& batch, const Scene& scene, const Plot& plot) {
  const int bins = scene.density().bins();
  batch.bin = std::min(batch.bin, bins - 1);
  const std::string value = batch.bin < 0 ? std::string() : bin_words(ui, scene, batch.bin);
  const GridTouch grid = ui.grid("chart", plot.box, value, {});
  if (grid.across != 0) batch.bin = std::clamp(batch.bin + grid.across, 0, bins - 1);
  const Touch& touch = grid.touch;
  int shown = touch.focused ? batch.bin : -1;
  if ((touch.hovered || touch.held) && plot.box.contains(touch.at)) {
    const float share = (touch.at.x - plot.box.min.x) / plot.box.width();
    shown = std::clamp(static_cast<int>(share * static_cast<float>(bins)), 0, bins - 1);
    if (touch.held) batch.bin = shown;
  }
  if (shown < 0) return;
  const auto runs = static_cast<double>(scene.density().runs(shown));
  const Box box = bin_box(plot, bins, shown, runs);
  ui.canvas().frame(box.inset(-1.0F), ui.theme().text, 2.0F);
  ui.tip(bin_words(ui, scene, shown));
}

void draw_bars(Ui& ui, BatchState& batch, const Scene& scene, float reserved) {
  const Box whole = take_rest(ui, 7.0F, reserved);
  const BatchDensity& density = scene.density();
  const int bins = density.bins();
  const bool single = density.from == density.to;
  const Plot plot{inner_box(ui, whole),
                  single ? Axis{} : Axis{density.from.front(), density.to.back()},
                  {0.0, 1.05 * static_cast<double>(scene.most())}};
  draw_axes(ui, scene.voice->voice(), plot,
            {.x = scene.voice->title(scene.charts->metric),
             .y = ui.say("batch.runs_axis"),
             .across = !single});
  Canvas canvas = ui.canvas();
  for (int bin = 0; bin < bins; ++bin) {
    const auto runs = static_cast<double>(scene.density().runs(bin));
    const EndingBar bar{
        .box = bin_box(plot, bins, bin, runs), .counts = scene.counts(bin), .upwards = true};
    draw_ending_bar(canvas, ui.theme(), bar, scene.kinds());
  }
  if (single) draw_values(ui, scene, plot);
  if (bins > 0) touch_bins(ui, batch, scene, plot);
}

}  // namespace

void draw_batch_density(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "batch_density", ui.say("pane.batch_density"), area);
  const BatchCharts* const charts = shown_charts(ui, desk);
  if (charts == nullptr) return;
  const BatchVoice voice(ui, *charts->store);
  choose_column(ui, voice, "metric", desk.batch.metric, column_names(*charts->store, true));
  const Scene scene{charts, &voice};
  if (scene.density().empty > 0) {
    ui.text("without", ui.say("batch.without", {{"n", counted(scene.density().empty)}}),
            Tone::quiet);
  }
  if (scene.density().words.empty()) {
    draw_bars(ui, desk.batch, scene, 1.4F + kCommandUnits);
  } else {
    draw_words(ui, scene);
  }
  draw_ending_legend(ui, voice, scene.kinds());
  draw_command(ui, desk, batch_command(desk));
}

}  // namespace detente::ui
