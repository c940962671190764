#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "detente/report/voice.hpp"
#include "ui/conflict_view.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/labels.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panels/round_facts.hpp"

namespace detente::ui {
namespace {

constexpr int kSmallTicks = 60;  ///< Frames up to which the curve has a point for each.

/// Draws the rounds of all stages in a row, and the support under them.
class Painter {
 public:
  Painter(Ui& ui, Desk& desk, const Played& run, const Box& area)
      : ui_(&ui), desk_(&desk), run_(&run), canvas_(ui.canvas()), area_(area) {
    const float small = line_height(Typeface::small);
    stages_y_ = area.min.y;
    numbers_y_ = stages_y_ + (run.trace.stages.size() > 1 ? 1.1F * small : 0.0F);
    events_y_ = numbers_y_ + 1.2F * small;
    curve_ = {{area.min.x, events_y_ + 1.15F * small}, {area.max.x, area.max.y - 2.0F}};
    // where there is little height, the curve runs behind the signs
    if (curve_.height() < 1.1F * ui.unit()) curve_.min.y = events_y_;
    place_frames();
  }

  void draw() {
    draw_stages();
    draw_playhead();
    draw_numbers();
    // where parties move, nobody has to agree
    if (curve_.height() >= 0.7F * ui_->unit() && !played_state(*desk_)) draw_support();
    draw_events();
    scrub();
  }

 private:
  const Theme& theme() const { return ui_->theme(); }
  int frames() const { return static_cast<int>(run_->frames.size()); }
  /// What comes later is kept from view as long as it is to be predicted.
  int last_shown() const { return hides_end(*desk_) ? desk_->view.frame : frames() - 1; }
  bool starts_stage(int frame) const {
    return frame == 0 || run_->frames[frame].stage != run_->frames[frame - 1].stage;
  }

  void place_frames() {
    const float unit = ui_->unit();
    const float left = area_.min.x + 6.0F * unit;
    const float gap = 0.6F * unit;
    const auto stages = static_cast<float>(run_->trace.stages.size());
    const float room = std::max(unit, area_.max.x - 0.5F * unit - left - gap * (stages - 1));
    cell_ = std::min(6.0F * unit, room / static_cast<float>(frames()));
    float x = left - gap;
    for (int frame = 0; frame < frames(); ++frame) {
      if (starts_stage(frame)) x += gap;
      xs_.push_back(x + cell_ / 2);
      x += cell_;
    }
  }

  /// The last frame of the stage that a frame belongs to.
  int last_of_stage(int frame) const {
    while (frame + 1 < frames() && !starts_stage(frame + 1)) ++frame;
    return frame;
  }

  void draw_stages() {
    const detail::Voice voice(
        run_->round_at(0).scenario ? *run_->round_at(0).scenario : *run_->trace.scenario,
        ui_->look().language);
    for (int frame = 0; frame < frames(); ++frame) {
      if (!starts_stage(frame)) continue;
      const float from = xs_[frame] - cell_ / 2;
      const float to = xs_[last_of_stage(frame)] + cell_ / 2;
      if (frame > 0) {
        const float x = from - 0.3F * ui_->unit();
        canvas_.line({x, area_.min.y}, {x, area_.max.y}, theme().edge, 1.0F);
      }
      if (numbers_y_ <= stages_y_) continue;
      const int stage = run_->stage_at(frame).stage;
      ui_->label("stage_" + std::to_string(stage), {from, stages_y_}, voice.stage(stage),
                 theme().quiet, Typeface::small, to - from);
    }
  }

  /// Every how many rounds a number is written.
  int stride() const {
    const float widest = measure("000", Typeface::small).x * 1.25F;
    for (const int every : {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000}) {
      if (static_cast<float>(every) * cell_ >= widest) return every;
    }
    return 5000;
  }

  float half_box() const { return std::max(0.75F * ui_->unit(), 2.0F); }

  void draw_playhead() {
    const float x = xs_[desk_->view.frame];
    canvas_.line({x, numbers_y_}, {x, area_.max.y}, faded(theme().accent, 0.8F), 2.0F);
    const float height = 1.15F * line_height(Typeface::small);
    canvas_.rect({{x - half_box(), numbers_y_}, {x + half_box(), numbers_y_ + height}},
                 theme().accent, 4.0F);
  }

  void draw_numbers() {
    const int every = stride();
    const float head = xs_[desk_->view.frame];
    for (int frame = 0; frame < frames(); ++frame) {
      const bool here = frame == desk_->view.frame;
      const int number = run_->round_at(frame).number;
      if (!here && number % every != 0) continue;
      const std::string text = std::to_string(number);
      const float width = measure(text, Typeface::small).x;
      const float x = xs_[frame] - width / 2;
      if (!here && std::abs(xs_[frame] - head) < half_box() + width / 2) continue;
      ui_->label("round_" + std::to_string(frame),
                 {x, numbers_y_ + 0.07F * line_height(Typeface::small)}, text,
                 here ? theme().on_accent : theme().text, Typeface::small);
    }
  }

  void draw_events() {
    const float radius = 0.3F * ui_->unit();
    float free_from = -1e6F;
    for (int frame = 0; frame <= last_shown(); ++frame) {
      const std::vector<Glyph> all = happenings(run_->stage_at(frame), run_->round_at(frame));
      const float apart = 2.5F * radius;
      const auto most = std::max<std::size_t>(1, static_cast<std::size_t>(cell_ / apart));
      const std::size_t shown = std::min(all.size(), most);
      float x = xs_[frame] - apart * (static_cast<float>(shown) - 1) / 2;
      for (std::size_t place = 0; place < shown; ++place, x += apart) {
        const bool end = all[place] == Glyph::agreement || all[place] == Glyph::no_agreement;
        if (!end && x - radius < free_from) continue;  // the rounds are too narrow for all
        draw_glyph(canvas_, theme(), all[place], {x, events_y_ + 0.5F * ui_->unit()}, radius);
        free_from = x + radius;
      }
    }
  }

  float y_of(double share) const {
    return curve_.max.y - static_cast<float>(std::clamp(share, 0.0, 1.0)) * curve_.height();
  }

  void draw_support() {
    const std::vector<Support>& support = support_of(*desk_, desk_->document.current);
    if (std::ssize(support) != frames()) return;
    canvas_.line({xs_.front() - cell_ / 2, curve_.max.y}, {xs_.back() + cell_ / 2, curve_.max.y},
                 theme().edge, 1.0F);
    for (int frame = 0; frame < frames(); ++frame) {
      if (starts_stage(frame)) draw_stage_support(support, frame, last_of_stage(frame));
    }
    draw_support_label(support[desk_->view.frame]);
  }

  void draw_stage_support(const std::vector<Support>& support, int from, int to) {
    std::vector<Point> curve;
    for (int frame = from; frame <= std::min(to, last_shown()); ++frame) {
      const Support& at = support[frame];
      curve.push_back({xs_[frame], y_of(at.have / at.all)});
    }
    const float needed = y_of(support[to].needed / support[to].all);
    canvas_.dashes({xs_[from] - cell_ / 2, needed}, {xs_[to] + cell_ / 2, needed}, theme().warning,
                   1.5F);
    if (curve.size() > 1) canvas_.polyline(curve, theme().link, 2.0F);
    if (frames() > kSmallTicks) return;
    for (const Point point : curve) canvas_.disc(point, 3.0F, theme().link);
  }

  /// At the left of the curve: how many there are now, and how many it takes.
  void draw_support_label(const Support& now) {
    const float line = line_height(Typeface::small);
    const float width = 5.6F * ui_->unit();
    const Slots slots{{"have", show_support(*ui_, now, now.have)},
                      {"needed", show_support(*ui_, now, now.needed)}};
    const float top = std::max(numbers_y_, curve_.max.y - 2 * line);
    ui_->label("support", {area_.min.x, top}, ui_->say("timeline.have", slots), theme().link,
               Typeface::small, width);
    if (top + 2 * line > area_.max.y + 2.0F) return;
    ui_->label("needed", {area_.min.x, top + line}, ui_->say("timeline.needed", slots),
               theme().text, Typeface::small, width);
  }

  int frame_at(float x) const {
    int best = 0;
    for (int frame = 1; frame < frames(); ++frame) {
      if (std::abs(xs_[frame] - x) < std::abs(xs_[best] - x)) best = frame;
    }
    return best;
  }

  void scrub() {
    const Box track{{xs_.front() - cell_ / 2, area_.min.y}, {xs_.back() + cell_ / 2, area_.max.y}};
    const Touch touch =
        ui_->touch("track", track,
                   ui_->say("centre.round", {{"n", run_->round_at(desk_->view.frame).number}}));
    const bool mouse = track.contains(touch.at);
    if (touch.held) move_playhead(*desk_, frame_at(touch.at.x));
    if (!touch.hovered && !touch.focused) return;
    const int seen = touch.hovered && mouse ? frame_at(touch.at.x) : desk_->view.frame;
    if (touch.hovered) ui_->tip(round_tip(*ui_, *run_, seen));
  }

  Ui* ui_;
  Desk* desk_;
  const Played* run_;
  Canvas canvas_;
  Box area_;
  Box curve_{};
  float stages_y_ = 0.0F;
  float numbers_y_ = 0.0F;
  float events_y_ = 0.0F;
  float cell_ = 1.0F;
  std::vector<float> xs_{};
};

/// The signs that occur in the run.
std::vector<LegendItem> legend_of(const Ui& ui, const Played& run) {
  std::vector<Glyph> found;
  for (int frame = 0; frame < std::ssize(run.frames); ++frame) {
    for (const Glyph glyph : happenings(run.stage_at(frame), run.round_at(frame))) {
      if (std::find(found.begin(), found.end(), glyph) == found.end()) found.push_back(glyph);
    }
  }
  std::vector<LegendItem> items;
  items.reserve(found.size());
  for (const Glyph glyph : found) items.push_back({glyph, ui.say(happening_word(glyph))});
  return items;
}

}  // namespace

void draw_timeline(Ui& ui, Desk& desk, const Box& area) {
  std::string title = ui.say("pane.timeline");
  if (!played_state(desk)) title += " · " + ui.say("timeline.hint");
  const PaneScope pane(ui, "timeline", title, area);
  const Played* const run = current_run(desk);
  if (run == nullptr) {
    ui.line("empty", ui.say("centre.empty"), Tone::quiet);
    return;
  }
  Box body = ui.body();
  const std::vector<LegendItem> items = legend_of(ui, *run);
  const bool room = body.height() >= 5.0F * ui.unit();
  const float legend = room ? legend_height(ui, items, body.width(), 1) : 0.0F;
  if (legend > 0.0F) {
    draw_legend(ui, "legend", items, {{body.min.x, body.max.y - legend}, body.max});
    body.max.y -= legend + 0.15F * ui.unit();
  }
  Painter(ui, desk, *run, body).draw();
}

}  // namespace detente::ui
