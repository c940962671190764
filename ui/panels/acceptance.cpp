#include <algorithm>
#include <cmath>
#include <string>

#include "detente/report/voice.hpp"
#include "ui/conflict_view.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/acceptance_table.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panels/ranking.hpp"

namespace detente::ui {
namespace {

using detail::Voice;

constexpr float kWideUnits = 36.0F;  // from here on the verdict has its word
constexpr float kMostUnits = 64.0F;
constexpr float kNarrowUnits = 21.0F;  // below, a row takes two lines
constexpr float kTint = 0.28F;         // of the cell where most is lost

std::string_view verdict_key(Verdict verdict) {
  switch (verdict) {
    case Verdict::proposer:
      return "acceptance.proposer";
    case Verdict::accepts:
      return "acceptance.accepts";
    case Verdict::refuses:
      return "acceptance.refuses";
    case Verdict::leaves:
      return "acceptance.leaves";
    case Verdict::unreached:
      return "acceptance.unreached";
    case Verdict::unasked:
      break;
  }
  return "acceptance.unasked";
}

Colour verdict_colour(const Theme& theme, Verdict verdict) {
  if (verdict == Verdict::accepts) return theme.accepts;
  if (verdict == Verdict::refuses || verdict == Verdict::leaves) return theme.refuses;
  return verdict == Verdict::proposer ? theme.text : theme.quiet;
}

/// A tick, a cross, an arrow outwards, a dot for the proposer, a dash for whoever had no say.
void draw_verdict(Canvas canvas, const Theme& theme, Verdict verdict, const Box& box) {
  const Colour colour = verdict_colour(theme, verdict);
  const Point at = box.centre();
  const float size = box.height() * 0.25F;
  const float width = std::max(1.5F, size * 0.4F);
  if (verdict == Verdict::accepts) {
    canvas.line({at.x - size, at.y}, {at.x - size * 0.3F, at.y + size}, colour, width);
    canvas.line({at.x - size * 0.3F, at.y + size}, {at.x + size, at.y - size}, colour, width);
  } else if (verdict == Verdict::refuses) {
    canvas.line({at.x - size, at.y - size}, {at.x + size, at.y + size}, colour, width);
    canvas.line({at.x - size, at.y + size}, {at.x + size, at.y - size}, colour, width);
  } else if (verdict == Verdict::leaves) {
    canvas.line({at.x - size, at.y}, {at.x + size, at.y}, colour, width);
    canvas.line({at.x + size, at.y}, {at.x, at.y - size}, colour, width);
    canvas.line({at.x + size, at.y}, {at.x, at.y + size}, colour, width);
  } else if (verdict == Verdict::proposer) {
    canvas.disc(at, size * 0.8F, colour);
  } else {
    canvas.line({at.x - size, at.y}, {at.x + size, at.y}, colour, width);
  }
}

/// What stands behind the cells of a row.
struct RowWords {
  std::string numbers{};  ///< "0.38 < 0.89"
  std::string margin{};   ///< "-0.51"
  std::string verdict{};
};

/// Where the parts of a row stand, from the left edge of the body.
struct Plan {
  bool stacked = false;            ///< The cells have a line of their own below the name.
  bool worded = false;             ///< The verdict's word is drawn; else only its sign.
  Typeface face = Typeface::body;  ///< Of the numbers.
  float left = 0.0F;
  float right = 0.0F;
  float name = 0.0F;     ///< Width.
  float cells = 0.0F;    ///< Left edge.
  float cell = 0.0F;     ///< Width of one.
  float numbers = 0.0F;  ///< Left edge.
  float margin = 0.0F;   ///< Left edge.
  float verdict = 0.0F;  ///< Left edge, of the sign.
  float line = 0.0F;     ///< Height of one line of a row.
};

class Sheet {
 public:
  Sheet(Ui& ui, Desk& desk, const TraceStage& stage, const TraceOffer& offer)
      : ui_(&ui),
        desk_(&desk),
        voice_(*stage.rounds[offer.round].scenario, ui.look().language),
        table_(acceptance_table(stage, offer)),
        package_(&offer.package) {
    words_.reserve(table_.rows.size());
    for (const AcceptanceRow& row : table_.rows) words_.push_back(words_of(row));
    plan_ = make_plan();
  }

  void draw() {
    draw_titles();
    for (std::size_t place = 0; place < table_.rows.size(); ++place) {
      draw_row(table_.rows[place], words_[place]);
    }
    ui_->skip(0.25F);
    ui_->text("legend", ui_->say("acceptance.legend"), Tone::quiet);
  }

 private:
  RowWords words_of(const AcceptanceRow& row) const {
    const detail::Comparison numbers = voice_.compare(row.utility, row.threshold);
    const bool enough = row.utility >= row.threshold;
    return {.numbers = numbers.utility + (enough ? " ≥ " : " < ") + numbers.threshold,
            .margin = (enough ? "+" : "−") + numbers.margin,
            .verdict = ui_->say(verdict_key(row.verdict), {{"who", voice_.actor(row.actor)}})};
  }

  /// As wide as the widest of them.
  float widest(std::string RowWords::*text, Typeface face) const {
    float width = 0.0F;
    for (const RowWords& words : words_) width = std::max(width, measure(words.*text, face).x);
    return width;
  }

  Plan make_plan() const {
    const float unit = ui_->unit();
    // no wider than the eye can follow a row
    const float width = std::min(ui_->width(), kMostUnits * unit);
    Plan plan{.stacked = width < kNarrowUnits * unit,
              .worded = width >= kWideUnits * unit,
              .left = ui_->cursor().x,
              .line = 1.3F * unit};
    plan.face = plan.worded ? Typeface::body : Typeface::small;
    plan.right = plan.left + width;
    // a long verdict is shortened rather than the name
    const float said = plan.worded ? widest(&RowWords::verdict, Typeface::strong) + 0.2F * unit : 0;
    plan.verdict = plan.right - std::min(said, 0.2F * width) - unit;
    plan.margin = plan.verdict - widest(&RowWords::margin, plan.face) - 0.5F * unit;
    plan.numbers = plan.margin - widest(&RowWords::numbers, plan.face) - 0.5F * unit;
    plan.name = plan.stacked ? plan.numbers - plan.left : 0.27F * width;
    plan.cells = plan.left + (plan.stacked ? 1.4F * unit : plan.name);
    const float cells_end = plan.stacked ? plan.right : plan.numbers - 0.5F * unit;
    const auto count = static_cast<float>(std::max<std::size_t>(1, table_.issues.size()));
    plan.cell = std::min((cells_end - plan.cells) / count, 7.0F * unit);
    return plan;
  }

  float column(std::size_t place) const {
    return plan_.cells + plan_.cell * static_cast<float>(place);
  }

  std::string title(std::size_t place) const {
    const std::string text = voice_.issue(table_.issues[place]);
    const bool kept = static_cast<int>(place) >= table_.open;
    return kept ? ui_->say("acceptance.kept", {{"issue", text}}) : text;
  }

  /// Titles as stairs, each with a line down to its column: the first ones run to the right; those
  /// that would not fit end at their column and stand below, the last one on top.
  void draw_titles() {
    const float step = line_height(Typeface::small) * 1.05F;
    const std::size_t count = table_.issues.size();
    std::size_t forward = 0;
    while (forward < count &&
           column(forward) + measure(title(forward), Typeface::small).x < plan_.right) {
      ++forward;
    }
    forward = std::max(forward, (count + 1) / 2);
    const Box box = ui_->take(step * static_cast<float>(count) + 0.4F * ui_->unit());
    for (std::size_t place = 0; place < count; ++place) {
      const bool runs_on = place < forward;
      const std::size_t line = runs_on ? place : forward + (count - 1 - place);
      const float least = forward == 0 ? plan_.left : column(forward - 1) + 0.4F * ui_->unit();
      const float left = runs_on ? column(place) : least;
      const bool beside = runs_on || !plan_.stacked;
      const float right = beside ? plan_.right : column(place) + plan_.cell;
      draw_title(place, {{left, box.min.y + step * static_cast<float>(line)}, {right, box.max.y}});
    }
  }

  /// Within the box: the text in its first line, the stroke down to its lower edge.
  void draw_title(std::size_t place, const Box& box) {
    const Theme& theme = ui_->theme();
    const std::string text = title(place);
    const bool kept = static_cast<int>(place) >= table_.open;
    const bool runs_on = box.min.x >= column(place);
    const float wide = std::min(measure(text, Typeface::small).x + 1.0F, box.width());
    const float x = runs_on || !plan_.stacked ? box.min.x : box.max.x - wide;
    const float height = line_height(Typeface::small);
    const float stroke = column(place) + std::min(0.3F * ui_->unit(), plan_.cell / 2);
    ui_->canvas().line({stroke, box.min.y + height}, {stroke, box.max.y}, theme.edge);
    ui_->label("issue_" + issue_id(table_.issues[place]), {x, box.min.y}, text,
               kept ? theme.quiet : theme.text, Typeface::small, wide);
  }

  const std::string& issue_id(int issue) const { return voice_.scenario().issues[issue].id; }
  const std::string& actor_id(int actor) const { return voice_.scenario().actors[actor].id; }

  void draw_row(const AcceptanceRow& row, const RowWords& words) {
    const Box box = ui_->take(plan_.line * (plan_.stacked ? 2.0F : 1.0F));
    const bool seen = ui_->visible(box);
    if (seen) draw_head(row, words, box);
    const std::string value = voice_.title_of_actor(row.actor) + ": " + words.numbers + " " +
                              words.margin + " " + words.verdict;
    const float head_end = plan_.stacked ? plan_.right : plan_.cells;
    const Box head{box.min, {head_end, box.min.y + plan_.line}};
    const Touch touch = ui_->touch("row_" + actor_id(row.actor), head, value, value);
    if (touch.pressed) select_actor(*desk_, row.actor);
    if (!seen) return;
    const float top = plan_.stacked ? box.min.y + plan_.line : box.min.y;
    for (std::size_t place = 0; place < row.cells.size(); ++place) {
      const Point corner{column(place), top};
      draw_cell(row, place, {corner, {corner.x + plan_.cell, corner.y + plan_.line}});
    }
  }

  void draw_head(const AcceptanceRow& row, const RowWords& words, const Box& box) {
    Canvas canvas = ui_->canvas();
    const Theme& theme = ui_->theme();
    const float unit = ui_->unit();
    const float y = box.min.y + (plan_.line - unit) / 2;
    const bool chosen = desk_->view.actor == row.actor;
    const Typeface face = chosen ? Typeface::strong : Typeface::body;
    if (chosen) canvas.frame(box.inset(-0.1F * unit), theme.accent, 2.0F, 0.25F * unit);
    draw_actor_mark(canvas, theme, row.actor, {box.min.x + 0.6F * unit, y + unit / 2}, 0.4F * unit);
    canvas.text_within({box.min.x + 1.4F * unit, y}, plan_.name - 1.8F * unit,
                       voice_.title_of_actor(row.actor), theme.text, face);
    const float level = box.min.y + (plan_.line - line_height(plan_.face)) / 2;
    canvas.text({plan_.numbers, level}, words.numbers, theme.text, plan_.face);
    canvas.text({plan_.margin, level}, words.margin, verdict_tone(row), plan_.face);
    draw_verdict(canvas, theme, row.verdict,
                 {{plan_.verdict, y}, {plan_.verdict + unit, y + unit}});
    if (!plan_.worded) return;
    const float said = plan_.verdict + 1.2F * unit;
    canvas.text_within({said, y}, plan_.right - said, words.verdict,
                       verdict_colour(theme, row.verdict), face);
  }

  Colour verdict_tone(const AcceptanceRow& row) const {
    const bool enough = row.utility >= row.threshold;
    return enough ? ui_->theme().accepts : ui_->theme().refuses;
  }

  /// The number on a ground that is the deeper the more is lost, a bar below it.
  void draw_cell(const AcceptanceRow& row, std::size_t place, const Box& box) {
    const AcceptanceCell& cell = row.cells[place];
    const int issue = table_.issues[place];
    const bool kept = static_cast<int>(place) >= table_.open;
    const std::string number = voice_.number(cell.product);
    draw_ground(cell, box);
    const Point size = measure(number, Typeface::small);
    if (size.x <= box.width() - 2) {
      const Point at{box.centre().x - size.x / 2, box.min.y + 1 + 0.05F * ui_->unit()};
      ui_->canvas().text(at, number, kept ? ui_->theme().quiet : ui_->theme().text,
                         Typeface::small);
    }
    const bool chosen = desk_->view.actor == row.actor && desk_->view.issue == issue;
    if (chosen) ui_->canvas().frame(box, ui_->theme().accent, 2.5F);
    const std::string id = "cell_" + actor_id(row.actor) + "_" + issue_id(issue);
    if (!ui_->touch(id, box, number, tip_of(cell, issue, kept)).pressed) return;
    select_actor(*desk_, row.actor);
    desk_->view.issue = issue;
  }

  void draw_ground(const AcceptanceCell& cell, const Box& box) {
    Canvas canvas = ui_->canvas();
    const Theme& theme = ui_->theme();
    const Box inner = box.inset(1.0F);
    const double deep = table_.most_lost > 0 ? cell.lost / table_.most_lost : 0.0;
    canvas.rect(inner, faded(theme.warning, kTint * static_cast<float>(deep)));
    const double best = cell.product + cell.lost;
    const auto full = static_cast<float>(best > 0 ? cell.product / best : 0.0);
    const Point bar{inner.min.x, inner.max.y - 0.15F * ui_->unit()};
    canvas.rect({bar, {bar.x + inner.width() * full, inner.max.y}}, theme.quiet);
    if (!cell.crossed) return;
    canvas.frame(inner, theme.refuses, 2.0F);
    canvas.line({inner.min.x, inner.max.y}, {inner.max.x, inner.min.y}, theme.refuses, 1.5F);
  }

  std::string tip_of(const AcceptanceCell& cell, int issue, bool kept) const {
    const std::string_view key = cell.crossed ? "acceptance.tip_crossed"
                                 : kept       ? "acceptance.tip_kept"
                                              : "acceptance.tip";
    return ui_->say(key, {{"issue", voice_.issue(issue)},
                          {"option", voice_.option(issue, (*package_)[issue])},
                          {"product", voice_.number(cell.product, 4)},
                          {"lost", voice_.number(cell.lost, 4)}});
  }

  Ui* ui_;
  Desk* desk_;
  Voice voice_;
  AcceptanceTable table_;
  const std::vector<int>* package_;
  std::vector<RowWords> words_{};
  Plan plan_{};
};

std::string offer_title(const Ui& ui, const Voice& voice, const TraceOffer& offer) {
  return ui.say("acceptance.offer", {{"who", voice.actors(offer.by)}, {"round", offer.round}});
}

/// Whose offer is shown; a choice where the round has several.
void draw_offer_chooser(Ui& ui, Desk& desk, const Voice& voice, const TraceOffer& offer) {
  const TraceRound& round = *current_round(desk);
  if (round.offers.size() < 2) {
    ui.line("offer", offer_title(ui, voice, offer), Tone::strong);
    return;
  }
  std::vector<std::string> labels;
  int chosen = 0;
  for (std::size_t place = 0; place < round.offers.size(); ++place) {
    labels.push_back(offer_title(ui, voice, round.offers[place]));
    if (&round.offers[place] == &offer) chosen = static_cast<int>(place);
  }
  if (const auto picked = ui.choice("offer", labels, chosen)) desk.view.offer = *picked;
}

}  // namespace

void draw_acceptance(Ui& ui, Desk& desk, const Box& area) {
  const bool moves = played_state(desk).has_value();
  const PaneScope pane(ui, "acceptance", ui.say(moves ? "ranking.title" : "pane.acceptance"), area);
  if (moves) return draw_ranking(ui, desk);
  const TraceStage* const stage = current_stage(desk);
  const TraceOffer* const offer = current_offer(desk);
  if (stage == nullptr || offer == nullptr) {
    ui.text("none", ui.say(stage == nullptr ? "acceptance.no_run" : "acceptance.no_offer"),
            Tone::quiet);
    return;
  }
  draw_offer_chooser(ui, desk, Voice(*scenario_now(desk), ui.look().language), *offer);
  Sheet(ui, desk, *stage, *offer).draw();
}

}  // namespace detente::ui
