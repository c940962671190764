#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "detente/report/outcome.hpp"
#include "detente/report/voice.hpp"
#include "ui/actions.hpp"
#include "ui/conflict_view.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/bar.hpp"
#include "ui/panels/labels.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panels/plain.hpp"
#include "ui/panels/round_facts.hpp"
#include "ui/panels/runs.hpp"

namespace detente::ui {
namespace {

constexpr float kRowUnits = 1.22F;
constexpr float kMarginUnits = 0.6F;  ///< Above and below the lines, together.
constexpr std::size_t kMostLines = 3;
constexpr float kLeastUnits = 2.2F;  ///< For the buttons.
constexpr int kMostMarked = 60;      ///< Frames up to which every dot is registered.

/// One branch in the tree.
struct Line {
  const Branch* branch = nullptr;
  int parent = -1;  ///< Its line, or -1.
};

void add_lines(const Document& document, int parent, int parent_line, std::vector<Line>& lines) {
  for (const auto& branch : document.branches) {
    const bool root = parent < 0 && document.find(branch->parent) == nullptr;
    if (!root && (parent < 0 || branch->parent != parent)) continue;
    const auto own = static_cast<int>(lines.size());
    lines.push_back({branch.get(), parent_line});
    add_lines(document, branch->id, own, lines);
  }
}

/// Parents before their children, children in the order in which they were made.
std::vector<Line> lines_of_tree(const Document& document) {
  std::vector<Line> lines;
  add_lines(document, -1, -1, lines);
  return lines;
}

/// Of a conflict: the moves have come to rest, or go round.
bool ends_moves(const Outcome& outcome) {
  return outcome.reason == Reason::stable || outcome.reason == Reason::cycle;
}

/// How a run ended, in few words.
std::string end_text(const Ui& ui, const Desk& desk, int id) {
  const auto found = desk.results.played.find(id);
  if (found == desk.results.played.end()) return ui.say("runs.computing");
  const Played& run = *found->second;
  if (run.frames.empty()) {
    const bool played = has_conflict(desk) || !scenario_of(desk)->stages.empty();
    return ui.say(played ? "runs.fault" : "runs.no_rounds");
  }
  if (run.turn != nullptr) return ui.say("runs.waiting");
  if (hides_end(desk)) return "…";
  const Outcome& outcome = run.trace.outcome;
  const detail::Voice voice(*run.trace.scenario, ui.look().language);
  std::string who;
  for (const int actor : outcome.coalition) {
    who += (who.empty() ? "" : ", ") + voice.title_of_actor(actor);
  }
  const int known = holds_of(desk, id);
  std::string ended = ui.say("runs.no_deal");
  if (outcome.agreed) ended = ui.say("runs.deal", {{"n", outcome.round}, {"who", who}});
  if (outcome.reason == Reason::stable) ended = ui.say("runs.rests");
  if (outcome.reason == Reason::cycle) ended = ui.say("runs.cycle");
  return ended + " · " + plain(detail::assumptions_sentence(voice, known, kWorlds));
}

/// Draws the lines that can be seen.
class Painter {
 public:
  Painter(Ui& ui, Desk& desk, const std::vector<Line>& lines, const Box& area)
      : ui_(&ui), desk_(&desk), lines_(&lines), canvas_(ui.canvas()), area_(area) {
    const float unit = ui.unit();
    height_ = kRowUnits * unit;
    names_ = std::clamp(0.24F * area.width(), 6.0F * unit, 20.0F * unit);
    int most = 1;
    for (const Line& line : lines) most = std::max(most, frames_of(line));
    left_ = area.min.x + names_ + unit;
    const float room = std::max(unit, 0.68F * area.width() - names_);
    step_ = std::min(1.15F * unit, room / static_cast<float>(most));
  }

  int fitting() const { return std::max(1, static_cast<int>(area_.height() / height_)); }

  void draw() {
    const int first = desk_->centre.first_run;
    const int last = std::min(first + fitting(), static_cast<int>(lines_->size()));
    for (int line = first; line < last; ++line) draw_line(line);
  }

 private:
  const Theme& theme() const { return ui_->theme(); }
  const Played* run_of(const Line& line) const { return played_of(*desk_, line.branch->id); }
  int frames_of(const Line& line) const {
    const Played* const run = run_of(line);
    return run == nullptr ? 1 : static_cast<int>(run->frames.size());
  }
  float x_of(int frame) const { return left_ + step_ * (static_cast<float>(frame) + 0.5F); }
  float y_of(int line) const {
    return area_.min.y + height_ * (static_cast<float>(line - desk_->centre.first_run) + 0.5F);
  }
  bool current(const Line& line) const { return line.branch->id == desk_->document.current; }
  bool compared(const Line& line) const { return line.branch->id == desk_->document.other; }

  void draw_line(int number) {
    const Line& line = (*lines_)[number];
    const float y = y_of(number);
    const Box row{{area_.min.x, y - height_ / 2}, {area_.max.x, y + height_ / 2}};
    if (current(line)) canvas_.rect(row, faded(theme().accent, 0.12F), 3.0F);
    if (current(line)) canvas_.rect({row.min, {row.min.x + 3.0F, row.max.y}}, theme().accent);
    draw_fork(number);
    const std::string shown = draw_name(line, y);
    draw_rounds(line, y);
    draw_end(line, y);
    touch_line(line, row, shown);
  }

  std::string draw_name(const Line& line, float y) {
    const float indent = line.parent < 0 ? 0.0F : 0.8F * ui_->unit();
    std::string name = name_of_branch(*desk_, *line.branch);
    if (compared(line)) name = ui_->say("runs.compared") + " " + name;
    const Typeface face = current(line) ? Typeface::strong : Typeface::body;
    const Point at{area_.min.x + 0.5F * ui_->unit() + indent, y - line_height(face) / 2};
    return canvas_.text_within(at, names_ - indent, name, theme().text, face);
  }

  /// From the parent's line down to where this one begins.
  void draw_fork(int number) {
    const Line& line = (*lines_)[number];
    if (line.parent < 0) return;
    const float x = x_of(std::max(0, line.branch->fork)) - step_ * 0.5F;
    const float from = std::max(area_.min.y, y_of(line.parent));
    canvas_.line({x, from}, {x, y_of(number)}, theme().quiet, 1.5F);
    canvas_.line({x, y_of(number)}, {x_of(std::max(0, line.branch->fork)), y_of(number)},
                 theme().quiet, 1.5F);
  }

  /// Of the branch's own: what came before the fork is its parent's.
  int first_frame(const Line& line) const {
    return std::clamp(line.parent < 0 ? 0 : line.branch->fork, 0, frames_of(line) - 1);
  }

  void draw_rounds(const Line& line, float y) {
    const Played* const run = run_of(line);
    if (run == nullptr) return;
    const int first = first_frame(line);
    const int last = frames_of(line) - 1;
    const Colour colour = current(line) ? theme().text : theme().quiet;
    canvas_.line({x_of(first), y}, {x_of(last), y}, colour, current(line) ? 2.0F : 1.0F);
    const int every = std::max(1, static_cast<int>(std::ceil(0.45F * ui_->unit() / step_)));
    for (int frame = first; frame <= last; frame += every) {
      canvas_.disc({x_of(frame), y}, std::clamp(0.3F * step_, 2.0F, 0.22F * ui_->unit()), colour);
    }
    for (int frame = std::max(1, first); frame <= last; ++frame) {
      if (run->frames[frame].stage == run->frames[frame - 1].stage) continue;
      const float x = (x_of(frame) + x_of(frame - 1)) / 2;
      canvas_.line({x, y - 0.35F * ui_->unit()}, {x, y + 0.35F * ui_->unit()}, colour, 1.5F);
    }
    if (current(line)) draw_playhead(*run, std::min(desk_->view.frame, last), y, true);
    if (compared(line)) draw_playhead(*run, std::min(desk_->view.other_frame, last), y, false);
    mark_rounds(line, first, last, y);
  }

  void draw_playhead(const Played& run, int frame, float y, bool filled) {
    const std::string number = std::to_string(run.round_at(frame).number);
    const Point size = measure(number, Typeface::small);
    const float half = std::max(size.x / 2 + 0.15F * ui_->unit(), 0.45F * ui_->unit());
    const Point centre{x_of(frame), y};
    const Box box{{centre.x - half, y - 0.52F * ui_->unit()},
                  {centre.x + half, y + 0.52F * ui_->unit()}};
    canvas_.rect(box, filled ? theme().accent : theme().pane, 3.0F);
    canvas_.frame(box, filled ? theme().accent : theme().text, 1.0F, 3.0F);
    ui_->label(filled ? "playhead" : "other_playhead", {centre.x - size.x / 2, y - size.y / 2},
               number, filled ? theme().on_accent : theme().text, Typeface::small);
  }

  void mark_rounds(const Line& line, int first, int last, float y) {
    const int end = std::min(last, first + kMostMarked);
    const std::string id = "dot_" + std::to_string(line.branch->id) + "_";
    for (int frame = first; frame <= end; ++frame) {
      const Box box{{x_of(frame) - step_ / 2, y - height_ / 2},
                    {x_of(frame) + step_ / 2, y + height_ / 2}};
      ui_->mark(id + std::to_string(frame), box, {});
    }
  }

  void draw_end(const Line& line, float y) {
    const Played* const run = run_of(line);
    float x = x_of(frames_of(line) - 1) + 0.9F * ui_->unit() + step_ / 2;
    if (run != nullptr && run->turn == nullptr && !hides_end(*desk_)) {
      const Outcome& outcome = run->trace.outcome;
      const Glyph agreed = outcome.agreed ? Glyph::agreement : Glyph::no_agreement;
      draw_glyph(canvas_, theme(), ends_moves(outcome) ? Glyph::dash : agreed, {x, y},
                 0.33F * ui_->unit());
      x += 0.8F * ui_->unit();
    }
    const float width = area_.max.x - x;
    if (width < ui_->unit()) return;
    const std::string id = "end_" + std::to_string(line.branch->id);
    ui_->label(id, {x, y - line_height() / 2}, end_text(*ui_, *desk_, line.branch->id),
               run == nullptr ? theme().quiet : theme().text, Typeface::body, width);
  }

  void touch_line(const Line& line, const Box& row, const std::string& shown) {
    const int id = line.branch->id;
    const std::string tip =
        name_of_branch(*desk_, *line.branch) + "\n" + end_text(*ui_, *desk_, id);
    const Touch touch = ui_->touch("branch_" + std::to_string(id), row, shown, tip);
    if (!touch.pressed) return;
    const int frame = static_cast<int>(std::floor((touch.at.x - left_) / step_));
    const bool dot = touch.hovered && run_of(line) != nullptr && frame >= first_frame(line) &&
                     frame < frames_of(line);
    show_branch(*desk_, id);
    desk_->centre.shown_run = id;
    if (dot) move_playhead(*desk_, frame);
  }

  Ui* ui_;
  Desk* desk_;
  const std::vector<Line>* lines_;
  Canvas canvas_;
  Box area_;
  float height_ = 0.0F;
  float names_ = 0.0F;
  float left_ = 0.0F;
  float step_ = 1.0F;
};

/// Keeps a newly shown branch in view, and obeys the wheel.
void scroll(const Ui& ui, Desk& desk, const std::vector<Line>& lines, const Box& area,
            int fitting) {
  CentreState& kept = desk.centre;
  const auto total = static_cast<int>(lines.size());
  if (kept.shown_run != desk.document.current) {
    kept.shown_run = desk.document.current;
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const Line& line) {
      return line.branch->id == desk.document.current;
    });
    const auto line = static_cast<int>(found - lines.begin());
    kept.first_run = std::clamp(kept.first_run, line - fitting + 1, line);
  }
  const Input& input = ui.input();
  if (input.wheel != 0.0F && area.contains({input.mouse_x, input.mouse_y})) {
    kept.first_run += input.wheel > 0.0F ? -1 : 1;
  }
  kept.first_run = std::clamp(kept.first_run, 0, std::max(0, total - fitting));
}

/// Two small triangles that scroll, where there are more branches than lines.
void draw_scroll(Ui& ui, Desk& desk, int total, int fitting, const Box& area) {
  if (total <= fitting) return;
  Canvas canvas = ui.canvas();
  const float middle = area.centre().x;
  const float half = 0.3F * ui.unit();
  const int last = total - fitting;
  const auto draw = [&](const char* id, float y, float direction, bool possible) {
    const Colour colour = faded(ui.theme().text, possible ? 1.0F : 0.3F);
    canvas.area(
        std::array{Point{middle - half, y + half * direction},
                   Point{middle + half, y + half * direction}, Point{middle, y - half * direction}},
        colour);
    const Box box{{area.min.x, y - 2 * half}, {area.max.x, y + 2 * half}};
    return ui
        .touch(id, box, ui.say(direction > 0 ? "runs.up" : "runs.down"),
               ui.say("runs.more", {{"n", total - fitting}}))
        .pressed;
  };
  if (draw("up", area.min.y + 0.7F * ui.unit(), 1.0F, desk.centre.first_run > 0)) {
    desk.centre.first_run = std::max(0, desk.centre.first_run - 1);
  }
  if (draw("down", area.max.y - 0.7F * ui.unit(), -1.0F, desk.centre.first_run < last)) {
    desk.centre.first_run = std::min(last, desk.centre.first_run + 1);
  }
}

constexpr std::array<std::pair<const char*, const char*>, 3> kButtons{
    {{"branch", "edit.branch"}, {"compare", "view.compare"}, {"undo", "edit.undo"}}};

/// All three in a line, and a little air.
float width_of_buttons(const Ui& ui) {
  float width = 2.0F * ui.unit();
  for (const auto& [id, action] : kButtons) {
    width += measure(ui.say("runs." + std::string(id))).x + 1.7F * ui.unit();
  }
  return width;
}

void draw_buttons(Ui& ui, Desk& desk) {
  bool first = true;
  for (const auto& [id, action] : kButtons) {
    const Action* const own = find_action(action);
    if (own == nullptr) continue;
    if (!first) ui.same_line(0.4F);
    first = false;
    const std::string label = ui.say("runs." + std::string(id));
    const std::string why_not = obstacle_to(ui, desk, *own);
    if (ui.button(id, label, Tone::plain, why_not)) perform(desk, action);
  }
}

}  // namespace

float height_of_runs(const Ui& ui, const Desk& desk) {
  const std::size_t lines = std::clamp<std::size_t>(desk.document.branches.size(), 1, kMostLines);
  return std::max(kLeastUnits, kMarginUnits + kRowUnits * static_cast<float>(lines)) * ui.unit();
}

void draw_runs(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "runs", {}, area);
  if (desk.document.branches.empty()) {
    ui.line("empty", ui.say("centre.empty"), Tone::quiet);
    return;
  }
  const Box body = ui.body();
  // the lines have what the buttons do not need
  const float share = std::clamp(1.0F - width_of_buttons(ui) / body.width(), 0.5F, 0.9F);
  const float right = body.min.x + share * body.width();
  const float arrows = 1.2F * ui.unit();
  const Box tree{body.min, {right - arrows, body.max.y}};
  const std::vector<Line> lines = lines_of_tree(desk.document);
  Painter painter(ui, desk, lines, tree);
  scroll(ui, desk, lines, body, painter.fitting());
  painter.draw();
  draw_scroll(ui, desk, static_cast<int>(lines.size()), painter.fitting(),
              {{tree.max.x, body.min.y}, {right, body.max.y}});
  ui.columns({share + 0.01F, 0.99F - share});
  ui.next_column();
  draw_buttons(ui, desk);
  ui.end_columns();
}

}  // namespace detente::ui
