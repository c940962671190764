#include "ui/panels/issue_row.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "detente/report/voice.hpp"
#include "ui/panels/knobs.hpp"
#include "ui/panels/labels.hpp"
#include "ui/panels/lists.hpp"

namespace detente::ui {
namespace {

constexpr float kNarrowRow = 24.0F;  // units

constexpr int kManyActors = 12;
constexpr int kMostRedLines = 3;
constexpr int kMostInTip = 12;
constexpr int kMostGridTicks = 20;
constexpr float kGridName = 6.0F;  // units

/// One actor's wish, where it is drawn.
struct Wish {
  int actor = 0;
  float x = 0.0F;
  int level = 0;
};

/// Draws one row.
class RowPainter {
 public:
  RowPainter(Ui& ui, const IssueChart& chart, int issue, const Box& row)
      : ui_(&ui), chart_(&chart), number_(issue), canvas_(ui.canvas()), row_(row) {
    const float unit = ui.unit();
    const bool above = is_narrow_row(ui, row.width());
    const float title = above ? 0.0F : std::clamp(0.28F * row.width(), 5.0F * unit, 13.0F * unit);
    title_width_ = above ? row.width() - unit : title - 0.6F * unit;
    one_line_ = above;
    axis_y_ = row.max.y - line_height(Typeface::small) - 0.3F * unit;
    left_ = row.min.x + title + 1.2F * unit;
    right_ = std::max(left_ + unit, row.max.x - 1.6F * unit);
    greyed_ =
        state_of(chart, issue) == IssueState::kept || state_of(chart, issue) == IssueState::outside;
  }

  void draw(bool selected) {
    if (selected) {
      canvas_.rect(row_, faded(theme().accent, 0.10F), 3.0F);
      canvas_.rect({row_.min, {row_.min.x + 3.0F, row_.max.y}}, theme().accent);
    }
    draw_title(selected);
    canvas_.line({left_, axis_y_}, {right_, axis_y_}, shade(theme().quiet), 1.0F);
    for (const int option : shown_options()) draw_tick(option);
    draw_red_lines();
    draw_trail();
    draw_option_names();
    draw_wishes();
  }

 private:
  const Theme& theme() const { return ui_->theme(); }
  const Issue& issue() const { return chart_->scenario->issues[number_]; }
  int options() const { return static_cast<int>(issue().options.size()); }
  const Position& position(int actor) const {
    return chart_->scenario->actors[actor].positions[number_];
  }
  float x_at(double at) const {
    const auto part = static_cast<float>((at - issue().low()) / issue().axis());
    return left_ + (right_ - left_) * part;
  }
  float x_of(int option) const { return x_at(issue().options[option].at); }
  Colour shade(Colour colour) const { return greyed_ ? faded(colour, 0.45F) : colour; }
  int offered(const TraceOffer* offer) const {
    return offer == nullptr ? -1 : offer->package[number_];
  }
  /// Of the offer on the table, or as it stands without one.
  int on_table() const {
    const int option = offered(chart_->offer);
    if (option >= 0 || chart_->round == nullptr) return option;
    if (!chart_->standing.empty()) return chart_->standing[number_];
    return chart_->round->tables->view.fixed[number_];
  }

  void draw_title(bool selected) {
    const std::string& title = issue().title.in(ui_->look().language, issue().id);
    const Typeface face = selected ? Typeface::strong : Typeface::body;
    const float x = row_.min.x + 0.5F * ui_->unit();
    float y = row_.min.y + 0.15F * ui_->unit();
    const std::string note = note_text();
    const float below = note.empty() ? 0.0F : line_height(Typeface::small);
    std::vector<std::string> lines = lines_of(title, title_width_, face);
    const bool two =
        !one_line_ && row_.height() - below >= 2 * line_height(face) && lines.size() > 1;
    if (!two) lines = {title};
    if (lines.size() > 2) {
      for (std::size_t line = 2; line < lines.size(); ++line) lines[1] += " " + lines[line];
      lines.resize(2);
    }
    const Colour colour = greyed_ ? theme().quiet : theme().text;
    for (const std::string& line : lines) {
      canvas_.text_within({x, y}, title_width_, line, colour, face);
      y += line_height(face);
    }
    if (!note.empty() && !one_line_) {
      ui_->label("note_" + issue().id, {x, y}, note, theme().quiet, Typeface::small, title_width_);
    }
  }

  std::string note_text() const {
    switch (state_of(*chart_, number_)) {
      case IssueState::kept:
        return ui_->say("issues.kept");
      case IssueState::outside:
        return ui_->say("issues.outside");
      case IssueState::reopened:
        return ui_->say("issues.reopened");
      case IssueState::open:
        break;
    }
    return common_ground(*chart_, number_) >= 0 ? ui_->say("issues.common") : std::string{};
  }

  /// All options; of the fine grid of a range its ends and what lies evenly between.
  std::vector<int> shown_options() const {
    const int steps = options() - 1;
    const int stride = issue().range ? std::max(1, steps / kMostGridTicks) : 1;
    std::vector<int> shown;
    for (int option = 0; option < options(); option += stride) shown.push_back(option);
    if (shown.back() != steps) shown.push_back(steps);
    // the ends first: their names are what is read off
    if (issue().range && shown.size() > 2) std::swap(shown[1], shown.back());
    return shown;
  }

  void draw_tick(int option) {
    const float half = 0.18F * ui_->unit();
    const float x = x_of(option);
    canvas_.line({x, axis_y_ - half}, {x, axis_y_ + half}, shade(theme().quiet), 1.0F);
  }

  /// What each actor with a red line can live with, as a bar with ends.
  void draw_red_lines() {
    int drawn = 0;
    for (const int actor : chart_->actors) {
      const auto& limits = position(actor).red_line;
      if (!limits || (drawn >= kMostRedLines && actor != chart_->actor)) continue;
      const float from = x_at(limits->first.on(issue()));
      const float to = x_at(limits->second.on(issue()));
      const float y = axis_y_ + 3.0F + 3.0F * static_cast<float>(std::min(drawn, kMostRedLines));
      const Colour colour = shade(actor_colour(theme(), actor));
      const float cap = 0.22F * ui_->unit();
      canvas_.line({from, y}, {to, y}, colour, 2.0F);
      canvas_.line({from, y - cap}, {from, y + cap}, colour, 2.0F);
      canvas_.line({to, y - cap}, {to, y + cap}, colour, 2.0F);
      ++drawn;
    }
  }

  /// The offers of the last rounds, the older the fainter.
  void draw_trail() {
    const float half = 0.2F * ui_->unit();
    int newer = offered(chart_->offer);
    float strength = 0.8F;
    for (const TraceOffer* const offer : chart_->trail) {
      const int option = offered(offer);
      if (option < 0 || newer < 0) return;
      const Colour colour = faded(theme().accent, strength);
      const float x = x_of(option);
      if (option != newer) {
        canvas_.line({x, axis_y_}, {x_of(newer), axis_y_}, colour, 3.0F);
        canvas_.frame({{x - half, axis_y_ - half}, {x + half, axis_y_ + half}}, colour, 2.0F);
      }
      newer = option;
      strength -= 0.25F;
    }
  }

  /// Pixels to the nearest other option on either side, or to the end of the row.
  float room_of(int option) const {
    const float x = x_of(option);
    float room = 2 * std::min(x - (left_ - 1.2F * ui_->unit()), row_.max.x - x);
    for (int other = 0; other < options(); ++other) {
      if (other == option) continue;
      const float away = std::abs(x_of(other) - x);
      if (away > 0.0F) room = std::min(room, away);
    }
    return room;
  }

  /// Widest that a name may be: names at the ends of the axis lean inwards.
  float name_width(int option) const {
    // of a grid what is free is named
    if (issue().range) return kGridName * ui_->unit();
    const float x = x_of(option);
    const bool end = x - left_ < 1.0F || right_ - x < 1.0F;
    if (!end) return room_of(option);
    float away = right_ - left_;
    for (int other = 0; other < options(); ++other) {
      const float distance = std::abs(x_of(other) - x);
      if (distance > 1.0F) away = std::min(away, distance);
    }
    return away * 0.5F + 1.2F * ui_->unit();
  }

  void draw_option_names() {
    LabelRoom room({{left_ - 1.3F * ui_->unit(), row_.min.y}, row_.max});
    const int chosen = on_table();
    if (chosen >= 0) draw_option_name(chosen, true, room);
    for (const int option : shown_options()) {
      if (option != chosen) draw_option_name(option, false, room);
    }
  }

  void draw_option_name(int option, bool chosen, LabelRoom& room) {
    const float unit = ui_->unit();
    const float widest = std::max(name_width(option) - 0.4F * unit, chosen ? 6.0F * unit : 0.0F);
    if (widest < 1.8F * unit) return;
    const Option& own = issue().options[option];
    const std::string name =
        fitted(own.title.in(ui_->look().language, own.id), widest, Typeface::small);
    const float pad = 0.2F * unit;
    const Point size = measure(name, Typeface::small);
    const float x = std::clamp(x_of(option) - size.x / 2, left_ - 1.0F * unit,
                               std::max(left_, row_.max.x - size.x - pad));
    const Point at{x, axis_y_ + 0.24F * unit};
    const Box box{{x - pad, at.y}, {x + size.x + pad, at.y + size.y}};
    if (!chosen && !room.is_free(box)) return;
    room.block(box);
    if (chosen) draw_chosen(option, box);
    const Colour plain = greyed_ ? theme().quiet : theme().text;
    const bool filled = chosen && !greyed_;
    canvas_.text(at, name, filled ? theme().on_accent : plain, Typeface::small);
    if (chosen) ui_->mark("offer_" + issue().id, box, name);
  }

  /// The box of the offer, hanging on its tick.
  void draw_chosen(int option, const Box& box) {
    const float x = x_of(option);
    const Colour colour = shade(theme().accent);
    canvas_.line({x, axis_y_ - 0.25F * ui_->unit()}, {x, box.min.y}, colour, 3.0F);
    if (greyed_) {
      canvas_.frame(box, colour, 1.0F, 3.0F);
    } else {
      canvas_.rect(box, colour, 3.0F);
    }
  }

  float mark_radius() const {
    return (std::ssize(chart_->actors) > kManyActors ? 0.17F : 0.25F) * ui_->unit();
  }

  /// Wishes from left to right, each as low as it can stand without touching another.
  std::vector<Wish> wishes() const {
    std::vector<Wish> all;
    for (const int actor : chart_->actors) {
      const Position& own = position(actor);
      const int best = favourite(issue(), own);
      if (best < 0) continue;
      all.push_back({actor, own.ideal ? x_at(own.ideal->on(issue())) : x_of(best), 0});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Wish& a, const Wish& b) { return a.x < b.x; });
    const float apart = 2.1F * mark_radius();
    // below the title, where that stands above
    const float top = row_.min.y + (one_line_ ? 1.15F * ui_->unit() : 0.0F);
    const int levels = std::max(1, static_cast<int>((axis_y_ - top) / apart));
    std::vector<float> ends(static_cast<std::size_t>(levels), -1e6F);
    for (Wish& wish : all) {
      const auto free =
          std::find_if(ends.begin(), ends.end(), [&](float end) { return wish.x - end >= apart; });
      const auto level = free == ends.end() ? std::min_element(ends.begin(), ends.end()) : free;
      wish.level = static_cast<int>(level - ends.begin());
      // a full stack leans over, as long as the place can still be told
      if (free == ends.end()) wish.x = std::min(wish.x + 1.5F * ui_->unit(), *level + apart);
      *level = wish.x;
    }
    return all;
  }

  void draw_wishes() {
    const float radius = mark_radius();
    Theme shades = theme();
    if (greyed_) {
      for (Colour& colour : shades.actors) colour = faded(colour, 0.45F);
    }
    for (const Wish& wish : wishes()) {
      const Point at{wish.x, axis_y_ - 0.06F * ui_->unit() -
                                 radius * (1.0F + 2.1F * static_cast<float>(wish.level))};
      draw_actor_mark(canvas_, shades, wish.actor, at, radius);
      if (wish.actor == chart_->actor) canvas_.circle(at, radius * 1.4F, theme().text, 2.0F);
    }
  }

  Ui* ui_;
  const IssueChart* chart_;
  int number_;
  Canvas canvas_;
  Box row_;
  float title_width_ = 0.0F;
  bool one_line_ = false;  ///< The title stands above the axis.
  float axis_y_ = 0.0F;
  float left_ = 0.0F;
  float right_ = 0.0F;
  bool greyed_ = false;
};

}  // namespace

IssueState state_of(const IssueChart& chart, int issue) {
  if (chart.round == nullptr) return IssueState::open;
  const StageView& view = chart.round->tables->view;
  if (!holds(view.issues, issue)) return IssueState::outside;
  if (!holds(view.open, issue)) return IssueState::kept;
  const bool again = holds(chart.round->scenario->stages[view.stage].reopens, issue);
  return again ? IssueState::reopened : IssueState::open;
}

int common_ground(const IssueChart& chart, int issue) {
  int common = -1;
  int sides = 0;
  const auto parties = chart.round == nullptr ? chart.actors : chart.round->tables->view.parties;
  for (const int actor : parties) {
    const Actor& own = chart.scenario->actors[actor];
    const int best = favourite(chart.scenario->issues[issue], own.positions[issue]);
    if (best < 0) continue;
    if (sides > 0 && best != common) return -1;
    common = best;
    ++sides;
  }
  return sides > 1 ? common : -1;
}

int favourite(const Issue& issue, const Position& position) {
  if (position.salience <= 0.0 || (!position.ideal && position.values.empty())) return -1;
  int best = 0;
  bool differs = false;
  for (int option = 1; option < std::ssize(issue.options); ++option) {
    const double value = option_value(issue, position, option);
    const double most = option_value(issue, position, best);
    differs = differs || value != most;
    if (value > most) best = option;
  }
  // whoever finds all options alike wishes for none
  const bool chosen = differs || position.ideal || issue.options.size() == 1;
  return chosen ? best : -1;
}

bool is_narrow_row(const Ui& ui, float width) {
  return width < kNarrowRow * ui.unit();
}

void draw_issue_row(Ui& ui, const IssueChart& chart, int issue, const Box& row, bool selected) {
  RowPainter(ui, chart, issue, row).draw(selected);
}

std::string issue_tip(const Ui& ui, const IssueChart& chart, int issue) {
  const detail::Voice voice(*chart.scenario, ui.look().language);
  const Issue& own = chart.scenario->issues[issue];
  std::string tip = own.question.empty() ? own.title.in(ui.look().language, own.id)
                                         : own.question.in(ui.look().language, own.id);
  const int digits = place_digits(own);
  const int options = std::min(kMostInTip, static_cast<int>(own.options.size()));
  if (own.range) {
    const Slots slots{{"low", voice.short_number(own.low(), digits)},
                      {"high", voice.short_number(own.low() + own.axis(), digits)},
                      {"unit", own.range->unit},
                      {"n", own.range->steps}};
    tip += '\n' + ui.say("issues.range", slots);
  }
  for (int option = 0; option < options && !own.range; ++option) {
    tip += "\n" + voice.short_number(own.options[option].at, digits) + "  " +
           voice.option(issue, option);
  }
  int listed = 0;
  for (const int actor : chart.actors) {
    const Position& position = chart.scenario->actors[actor].positions[issue];
    if (favourite(own, position) < 0 || ++listed > kMostInTip) continue;
    const double at =
        position.ideal ? position.ideal->on(own) : own.options[favourite(own, position)].at;
    tip += (listed == 1 ? "\n" : ", ") + voice.title_of_actor(actor) + " " +
           voice.short_number(at, digits);
  }
  return tip;
}

}  // namespace detente::ui
