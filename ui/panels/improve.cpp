#include <algorithm>
#include <string>
#include <vector>

#include "detente/report/voice.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/chart.hpp"
#include "ui/panels/panels.hpp"

namespace detente::ui {
namespace {

/// A deal, a better one, and the run that they belong to.
struct Scene {
  const TraceStage* stage = nullptr;
  const Improvement* improvement = nullptr;
  const detail::Voice* voice = nullptr;
};

const TraceStage* stage_of(const Trace& trace, int stage) {
  const auto found = std::find_if(trace.stages.begin(), trace.stages.end(),
                                  [&](const TraceStage& each) { return each.stage == stage; });
  return found == trace.stages.end() ? nullptr : &*found;
}

/// The offer that became the deal: the last one of that package.
const TraceOffer* offer_of_deal(const TraceStage& stage, int deal) {
  const TraceOffer* last = nullptr;
  for (const TraceRound& round : stage.rounds) {
    for (const TraceOffer& offer : round.offers) {
      if (offer.index == deal) last = &offer;
    }
  }
  return last;
}

/// A branch in which whoever tabled the deal tables the better package instead.
void offer_instead(Desk& desk, const Scene& scene, const TraceOffer& offer) {
  const Scenario& scenario = scene.voice->scenario();
  Move move{.at = {scenario.stages[scene.stage->stage].id, offer.round},
            .actor = offer.by.front(),
            .kind = Move::Kind::offer};
  for (const int issue : scene.stage->open) {
    move.offer.emplace_back(issue, scene.improvement->after[issue]);
  }
  fork_with_move(desk, move, say(desk, "improve.branch"));
}

void draw_changes(Ui& ui, const Scene& scene) {
  const Improvement& improvement = *scene.improvement;
  const detail::Voice& voice = *scene.voice;
  for (const int issue : scene.stage->open) {
    const int from = improvement.before[issue];
    const int to = improvement.after[issue];
    if (from == to) continue;
    ui.text(
        "change_" + voice.scenario().issues[issue].id,
        voice.issue(issue) + ": " + voice.option(issue, from) + " → " + voice.option(issue, to));
  }
}

/// Where on a row of given width the numbers of a party stand.
struct Bars {
  float left = 0.0F;
  float width = 0.0F;

  float at(double utility) const {
    return left + width * static_cast<float>(std::clamp(utility, 0.0, 1.0));
  }
};

/// What a party has now, and behind it what it would gain.
void draw_bar(Ui& ui, const Bars& bars, const Box& row, double now, double then) {
  const Theme& theme = ui.theme();
  const float unit = ui.unit();
  Canvas canvas = ui.canvas();
  const float top = row.max.y - 0.75F * unit;
  const float bottom = row.max.y - 0.25F * unit;
  canvas.rect({{bars.at(0.0), top}, {bars.at(1.0), bottom}}, faded(theme.edge, 0.35F));
  canvas.rect({{bars.at(0.0), top}, {bars.at(now), bottom}}, faded(theme.quiet, 0.7F));
  if (then <= now) return;
  canvas.rect({{bars.at(now), top}, {std::max(bars.at(then), bars.at(now) + 2.0F), bottom}},
              theme.accent);
  canvas.frame({{bars.at(now), top - 2.0F}, {bars.at(then), bottom + 2.0F}}, theme.text, 1.0F);
}

void draw_party(Ui& ui, Desk& desk, const Scene& scene, std::size_t party) {
  const Improvement& improvement = *scene.improvement;
  const detail::Voice& voice = *scene.voice;
  const int actor = improvement.parties[party];
  const double then = improvement.utilities[party];
  const double gain = improvement.gains[party];
  const float unit = ui.unit();
  const Box row = ui.take(2.3F * unit);
  const std::string name = voice.title_of_actor(actor);
  std::string numbers = voice.number(then - gain);
  if (gain > 0.0) numbers += " → " + voice.number(then) + " (+" + voice.gap(gain) + ')';
  const std::string tip =
      name + ' ' +
      ui.say(gain > 0.0 ? "improve.gains" : "improve.same", {{"from", voice.number(then - gain)},
                                                             {"to", voice.number(then)},
                                                             {"gain", voice.gap(gain)}});
  const Touch touch = ui.touch("party_" + voice.scenario().actors[actor].id, row, numbers, tip);
  if (!ui.visible(row)) return;
  Canvas canvas = ui.canvas();
  if (touch.hovered) canvas.rect(row, ui.theme().hovered, 0.25F * unit);
  if (desk.view.actor == actor)
    canvas.frame(row.inset(1.0F), ui.theme().accent, 2.0F, 0.25F * unit);
  draw_actor_mark(canvas, ui.theme(), actor, {row.min.x + 0.8F * unit, row.min.y + 0.7F * unit},
                  0.36F * unit);
  const float wide = measure(numbers, Typeface::strong).x;
  const float right = row.max.x - 0.4F * unit;
  const Typeface face = gain > 0.0 ? Typeface::strong : Typeface::body;
  canvas.text({right - measure(numbers, face).x, row.min.y + 0.15F * unit}, numbers,
              ui.theme().text, face);
  const float left = row.min.x + 1.6F * unit;
  canvas.text_within({left, row.min.y + 0.15F * unit}, right - wide - left - 0.4F * unit, name,
                     ui.theme().text);
  draw_bar(ui, {left, right - left}, row, then - gain, then);
  if (touch.pressed) select_actor(desk, desk.view.actor == actor ? -1 : actor);
}

void draw_found(Ui& ui, Desk& desk, const Scene& scene) {
  const Improvement& improvement = *scene.improvement;
  if (improvement.package < 0) {
    ui.text("none", scene.voice->sentence("improve.none"));
  } else {
    ui.text("found", scene.voice->sentence("improve.found", {{"n", improvement.better}}));
    draw_changes(ui, scene);
  }
  ui.skip(0.3F);
  ui.text("worth", ui.say(improvement.package < 0 ? "improve.worth" : "improve.worth_then"),
          Tone::quiet);
  for (std::size_t party = 0; party < improvement.parties.size(); ++party) {
    draw_party(ui, desk, scene, party);
  }
  if (improvement.package < 0) return;
  const TraceOffer* const offer = offer_of_deal(*scene.stage, improvement.deal);
  const bool possible = offer != nullptr && !offer->by.empty();
  ui.skip(0.3F);
  const std::string why_not = possible ? std::string{} : ui.say("improve.no_offer");
  if (ui.button("try", ui.say("improve.try"), Tone::primary, why_not)) {
    offer_instead(desk, scene, *offer);
  }
  if (!possible) return;
  const Slots slots{{"who", scene.voice->actors(offer->by)}, {"round", offer->round}};
  ui.text("try_hint", detail::capitalised(ui.say("improve.try_hint", slots)), Tone::quiet);
}

}  // namespace

void draw_improve(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "improve", ui.say("pane.improve"), area);
  const Played* const run = current_run(desk);
  if (run == nullptr) return ui.text("empty", ui.say("why_not.no_run"), Tone::quiet);
  if (hides_end(desk)) return ui.text("later", ui.say("improve.later"), Tone::quiet);
  if (run->turn != nullptr) return ui.text("waits", ui.say("side.waits"), Tone::quiet);
  const auto found = desk.results.improved.find(desk.document.current);
  if (found == desk.results.improved.end()) {
    return ui.line("wait", ui.say("view.wait"), Tone::quiet);
  }
  // kept: the button below makes another branch
  const auto known = found->second;
  if (!known->has_value()) return ui.text("no_deal", ui.say("improve.no_deal"), Tone::quiet);
  const Improvement& improvement = known->value();
  const TraceStage* const stage = stage_of(run->trace, improvement.stage);
  if (stage == nullptr) return;
  const auto scenario = stage->rounds.back().scenario;
  const detail::Voice voice(*scenario, ui.look().language);
  const Slots slots{{"stage", voice.stage(stage->stage)}, {"round", stage->outcome.round}};
  ui.text("deal", ui.say("improve.deal", slots), Tone::strong);
  draw_found(ui, desk, {stage, &improvement, &voice});
}

}  // namespace detente::ui
