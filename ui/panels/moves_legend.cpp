#include "ui/panels/moves_legend.hpp"

#include <algorithm>
#include <array>

#include "ui/panels/chart.hpp"

namespace detente::ui {
namespace {

/// One entry of the legend, drawn at its left end.
template <typename Draw>
void draw_entry(Ui& ui, const std::string& id, const std::string& words, const Draw& draw) {
  const float unit = ui.unit();
  const float high = line_height(Typeface::small);
  const float wanted = measure(words, Typeface::small).x + 2.6F * unit;
  ui.same_line(0.0F);
  const Box box = ui.take(high, std::min(wanted, ui.body().width()));
  Canvas canvas = ui.canvas();
  draw(canvas, Point{box.min.x + 0.7F * unit, box.centre().y});
  ui.label(id, {box.min.x + 1.5F * unit, box.min.y}, words, ui.theme().text, Typeface::small,
           box.max.x - box.min.x - 1.5F * unit);
}

void draw_signs(Ui& ui) {
  const Theme& theme = ui.theme();
  const float reach = 0.32F * ui.unit();
  const auto node = [&](Canvas& canvas, Point at, bool chosen) {
    const Box box{{at.x - 1.5F * reach, at.y - reach}, {at.x + 1.5F * reach, at.y + reach}};
    canvas.rect(box, chosen ? theme.accent : theme.raised, 3.0F);
    canvas.frame(box, theme.accent, 2.0F, 3.0F);
  };
  draw_entry(ui, "sign_start", ui.say("conflict.status_quo"), [&](Canvas& canvas, Point at) {
    canvas.area(
        std::vector<Point>{
            {at.x + reach, at.y}, {at.x - reach, at.y - reach}, {at.x - reach, at.y + reach}},
        theme.text);
  });
  draw_entry(ui, "sign_chosen", ui.say("moves.equilibrium"),
             [&](Canvas& canvas, Point at) { node(canvas, at, true); });
  draw_entry(ui, "sign_other", ui.say("moves.other_equilibrium"),
             [&](Canvas& canvas, Point at) { node(canvas, at, false); });
  draw_entry(ui, "sign_path", ui.say("moves.path"), [&](Canvas& canvas, Point at) {
    canvas.line({at.x - 2 * reach, at.y}, {at.x + 2 * reach, at.y}, theme.text, 4.0F);
  });
  draw_entry(ui, "sign_told", ui.say("moves.told"), [&](Canvas& canvas, Point at) {
    const std::array<Point, 2> way{Point{at.x - 2 * reach, at.y}, Point{at.x + 2 * reach, at.y}};
    draw_dashed(canvas, way, theme.text, 2.0F);
  });
}

}  // namespace

void draw_moves_legend(Ui& ui, const SolvedConflict& solved) {
  ui.take(0.1F);  // the first entry stands beside it
  for (int mover = 0; mover < std::ssize(solved.report.movers); ++mover) {
    const int actor = solved.report.movers[static_cast<std::size_t>(mover)];
    draw_entry(ui, "legend_" + solved.report.scenario->actors[actor].id,
               mover_title(solved.report, mover, ui.look().language),
               [&](Canvas& canvas, Point at) {
                 draw_actor_mark(canvas, ui.theme(), actor, at, 0.32F * ui.unit());
               });
  }
  draw_signs(ui);
}

float moves_legend_units(const Ui& ui, const SolvedConflict& solved) {
  std::vector<std::string> words;
  words.reserve(solved.report.movers.size() + 5);
  for (int mover = 0; mover < std::ssize(solved.report.movers); ++mover) {
    words.push_back(mover_title(solved.report, mover, ui.look().language));
  }
  for (const char* const key : {"conflict.status_quo", "moves.equilibrium",
                                "moves.other_equilibrium", "moves.path", "moves.told"}) {
    words.push_back(ui.say(key));
  }
  float lines = 1.0F;
  float used = 0.0F;
  for (const std::string& each : words) {
    const float width = measure(each, Typeface::small).x + 2.6F * ui.unit();
    if (used > 0.0F && used + width > ui.body().width()) {
      lines += 1.0F;
      used = 0.0F;
    }
    used += width;
  }
  return 1.2F * lines + 0.6F;
}

}  // namespace detente::ui
