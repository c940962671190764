// The bar of workspace 4: which folder is shown and how far its runs are; and what stands there
// before one is opened.

#include <algorithm>

#include "ui/batch_store.hpp"
#include "ui/files.hpp"
#include "ui/pane.hpp"
#include "ui/panels/batch_parts.hpp"
#include "ui/panels/panels.hpp"

namespace detente::ui {
namespace {

constexpr std::size_t kMostNear = 20;

void draw_folder(Ui& ui, Desk& desk) {
  BatchState& batch = desk.batch;
  const std::string label = ui.say("files.open");
  const float button = (measure(label, Typeface::strong).x + 1.8F * ui.unit()) / ui.width();
  ui.columns({1.0F - button, button});
  const bool entered = ui.field("folder", {}, batch.typed).committed;
  ui.next_column();
  const std::string folder = full_path(batch.typed);
  const std::string why_not = folder.empty() ? ui.say("batch.no_folder") : std::string();
  const bool pressed = ui.button("open", label, Tone::primary, why_not);
  ui.end_columns();
  if ((pressed || entered) && !folder.empty()) open_batch(desk, folder);
}

void draw_progress(Ui& ui, const Desk& desk) {
  const BatchState& batch = desk.batch;
  if (!batch.fault.empty()) return ui.line("progress", batch.fault, Tone::warning);
  if (batch.folder.empty()) return ui.line("progress", ui.say("batch.which"), Tone::quiet);
  if (batch.store == nullptr) return ui.line("progress", ui.say("view.wait"), Tone::quiet);
  const detente::Results& results = batch.store->results;
  const Slots slots{{"done", counted(results.rows())},
                    {"all", counted(results.planned)},
                    {"failed", counted(batch.store->failed)}};
  std::string text = ui.say(results.complete() ? "batch.complete" : "batch.progress", slots);
  if (batch.store->failed > 0) text += "; " + ui.say("batch.some_failed", slots);
  const Box box = ui.take(1.6F * ui.unit());
  const double share = results.planned > 0 ? static_cast<double>(results.rows()) /
                                                 static_cast<double>(results.planned)
                                           : 0.0;
  const Box track{{box.min.x, box.max.y - 0.3F * ui.unit()}, box.max};
  Canvas canvas = ui.canvas();
  canvas.rect(track, ui.theme().hovered, 2.0F);
  canvas.rect({track.min, {track.min.x + track.width() * static_cast<float>(share), track.max.y}},
              ui.theme().accent, 2.0F);
  ui.label("progress", box.min, text,
           batch.store->failed > 0 ? ui.theme().warning : ui.theme().text, Typeface::body,
           box.width());
}

}  // namespace

void draw_batch_bar(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "batch", {}, area);
  const bool wide = area.width() > 60.0F * ui.unit();
  if (wide) ui.columns({0.5F, 0.5F});
  draw_folder(ui, desk);
  if (wide) ui.next_column();
  draw_progress(ui, desk);
  if (wide) ui.end_columns();
}

void draw_batch_near(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "batch_near", ui.say("pane.batch_near"), area);
  BatchState& batch = desk.batch;
  ui.text("about", ui.say("batch.about"));
  ui.text("how", ui.say("batch.how"), Tone::quiet);
  if (!batch.listed) batch.near = batch_folders(desk);
  batch.listed = true;
  if (batch.near.empty()) return ui.text("none", ui.say("batch.none_near"), Tone::quiet);
  ui.text("near", ui.say("batch.near"), Tone::strong);
  const std::size_t count = std::min(batch.near.size(), kMostNear);
  std::string chosen;
  for (std::size_t place = 0; place < count; ++place) {
    const std::string& folder = batch.near[place];
    if (ui.button("near_" + std::to_string(place), folder, Tone::link)) chosen = folder;
  }
  if (!chosen.empty()) open_batch(desk, chosen);
}

}  // namespace detente::ui
