#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "detente/report/outcome.hpp"
#include "ui/actions.hpp"
#include "ui/desk_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panels/plain.hpp"

namespace detente::ui {
namespace {

constexpr int kLastCard = 4;
constexpr float kWidth = 21.0F;  // units

struct Answer {
  const char* id = "";
  Prediction prediction{};
};
constexpr std::array<Answer, 4> kAnswers{{{"yes", Prediction::yes},
                                          {"no", Prediction::no},
                                          {"unsure", Prediction::unsure},
                                          {"skip", Prediction::skipped}}};

/// The run that the question is about: of the scenario as it was opened.
const Played* base_run(const Desk& desk) {
  const auto& branches = desk.document.branches;
  return branches.empty() ? nullptr : played_of(desk, branches.front()->id);
}

/// Whether the talks reach an agreement in their last stage.
bool came_true(const Played& run) {
  const Outcome& outcome = run.trace.outcome;
  return outcome.agreed && outcome.stage + 1 == std::ssize(run.trace.scenario->stages);
}

std::string question_of(const Ui& ui, const Desk& desk) {
  const Scenario* const scenario = scenario_of(desk);
  std::string fallback = ui.say("tour.question");
  if (scenario == nullptr || scenario->lesson.question.empty()) return fallback;
  return scenario->lesson.question.in(ui.look().language, fallback);
}

/// How the talks end, and how the prediction did.
std::string score_of(const Ui& ui, const Desk& desk) {
  const Played* const run = base_run(desk);
  if (run == nullptr || !run->trace.scenario) return ui.say("view.wait");
  const detail::Voice voice(*run->trace.scenario, ui.look().language);
  const int holds = holds_of(desk, desk.document.branches.front()->id);
  const std::string ended =
      ui.say("tour.ended", {{"how", detail::outcome_phrase(voice, run->trace.outcome)},
                            {"assumptions", detail::assumptions_sentence(voice, holds, kWorlds)}});
  const Prediction said = desk.tour.prediction;
  if (said != Prediction::yes && said != Prediction::no) return plain(ended);
  const bool right = (said == Prediction::yes) == came_true(*run);
  const std::string answer = ui.say(said == Prediction::yes ? "tour.yes" : "tour.no");
  return plain(ui.say(right ? "tour.right" : "tour.wrong", {{"answer", answer}}) + " " + ended);
}

/// Where the first change is that can be tried by a press, in the pane that explains; or nothing.
std::string first_try(const Ui& ui) {
  for (const std::string& path : ui.registry().order()) {
    if (path.starts_with("why/") && path.ends_with("_try")) return path;
  }
  return {};
}

std::string words_of(const Ui& ui, const Desk& desk) {
  if (desk.tour.card == 0) return question_of(ui, desk);
  if (desk.tour.card == kLastCard) return score_of(ui, desk) + " " + ui.say("tour.card_4");
  const std::string words =
      ui.say("tour.card_" + std::to_string(desk.tour.card), {{"try", ui.say("why.try")}});
  const bool stuck = desk.tour.card == 3 && current_why(desk) != nullptr && first_try(ui).empty();
  return stuck ? words + " " + ui.say("tour.no_flip") : words;
}

void go_to(Desk& desk, int card) {
  desk.tour.card = std::clamp(card, 0, kLastCard);
}

/// What the card waits for has been done.
bool is_done(const Desk& desk) {
  const Played* const run = current_run(desk);
  const TourState& tour = desk.tour;
  if (tour.card == 3) return desk.document.branches.size() > tour.branches;
  const bool moved = run != nullptr && desk.view.frame != tour.from_frame;
  return tour.card == 1 && moved && !desk.view.playing && is_event(*run, desk.view.frame);
}

/// The way to something that can be changed: to the flip, else to the end of the talks, where there
/// is mostly one, else to the lesson.
void draw_way(Ui& ui, Desk& desk) {
  const Played* const run = current_run(desk);
  const std::string flip = first_try(ui);
  const bool last = run == nullptr || desk.view.frame + 1 >= std::ssize(run->frames);
  const std::string why_not = current_why(desk) == nullptr ? ui.say("view.wait") : std::string();
  const char* const elsewhere = last ? "action.view.lesson" : "action.run.last";
  const std::string label = ui.say(flip.empty() && why_not.empty() ? elsewhere : "tour.there");
  if (!ui.button("there", label, Tone::primary, why_not)) return;
  if (!flip.empty()) {
    desk.view.wanted_focus = flip;
  } else if (!last) {
    perform(desk, "run.last");
  } else {
    perform(desk, "view.lesson");
    desk.view.wanted_focus = "lesson/try_1";
  }
}

/// A frame around what the card speaks of, and a mark that leads to it.
void point_at(Ui& ui, const std::string& pane, const Box& card) {
  const Item* const item = ui.registry().find(pane + "/pane");
  if (item == nullptr) return;
  const float unit = ui.unit();
  const Colour colour = ui.theme().accent;
  Canvas canvas = ui.canvas();
  canvas.frame(item->box.inset(-0.1F * unit), colour, 3.0F, 6.0F);
  if (item->box.min.x < card.max.x) return;
  const Point tip{item->box.min.x - 0.2F * unit,
                  std::clamp(card.centre().y, item->box.min.y + unit, item->box.max.y - unit)};
  const std::array arrow{Point{tip.x - unit, tip.y - 0.6F * unit}, tip,
                         Point{tip.x - unit, tip.y + 0.6F * unit}};
  canvas.area(arrow, colour);
}

void draw_answers(Ui& ui, Desk& desk) {
  bool first = true;
  for (const Answer& answer : kAnswers) {
    if (!first) ui.same_line();
    first = false;
    if (!ui.button(answer.id, ui.say(std::string("tour.") + answer.id))) continue;
    desk.tour.prediction = answer.prediction;
    go_to(desk, 1);
  }
}

void draw_steps(Ui& ui, Desk& desk) {
  const int card = desk.tour.card;
  if (card == kLastCard) {
    if (ui.button("done", ui.say("tour.done"), Tone::primary)) desk.tour.open = false;
  } else if (card == 3) {
    draw_way(ui, desk);
    ui.same_line();
    if (ui.button("next", ui.say("tour.next"))) go_to(desk, card + 1);
  } else if (ui.button("next", ui.say("tour.next"), Tone::primary)) {
    go_to(desk, card + 1);
  }
  ui.same_line();
  if (ui.button("back", ui.say("tour.back"))) go_to(desk, card - 1);
  if (card == kLastCard) return;
  ui.same_line();
  if (ui.button("skip", ui.say("tour.skip_all"), Tone::link)) desk.tour.open = false;
}

/// At the lower left, above the timeline: one wants to see it play.
Box place_of(const Ui& ui, float height, const Box& area) {
  const float unit = ui.unit();
  const float width = std::min(kWidth * unit, area.width() - 2 * unit);
  const float left = area.min.x + unit;
  const Item* const timeline = ui.registry().find("timeline/pane");
  const bool above = timeline != nullptr && timeline->box.min.y - height > area.min.y;
  const float bottom = (above ? timeline->box.min.y : area.max.y) - unit;
  return {{left, std::max(area.min.y, bottom - height)}, {left + width, bottom}};
}

/// The pane that explains is to be seen, also where it shares its place with another.
void show_reasons(Desk& desk) {
  if (!desk.view.presenting) desk.view.workspace = Workspace::step;
  desk.view.maximised.clear();
  desk.view.side_tab = 1;
}

/// A card that has just come: notes where things stand, and takes the keyboard.
void enter_card(const Ui& ui, Desk& desk) {
  desk.tour.drawn_card = desk.tour.card;
  desk.tour.from_frame = desk.view.frame;
  desk.tour.branches = desk.document.branches.size();
  if (desk.tour.card == 2) show_reasons(desk);
  // whoever works elsewhere goes on there
  const bool elsewhere = !ui.focused().empty() && !ui.focused().starts_with("tour/");
  if (desk.dialogs.open != Dialog::none || (elsewhere && desk.tour.card > 0)) return;
  constexpr std::array kFirst{"tour/yes", "tour/next", "tour/next", "tour/there", "tour/done"};
  desk.view.wanted_focus = kFirst[static_cast<std::size_t>(desk.tour.card)];
}

}  // namespace

void draw_tour(Ui& ui, Desk& desk, const Box& area) {
  if (is_done(desk) && desk.tour.drawn_card == desk.tour.card) go_to(desk, desk.tour.card + 1);
  if (desk.tour.drawn_card != desk.tour.card) enter_card(ui, desk);
  const std::string words = words_of(ui, desk);
  const float unit = ui.unit();
  const float guess = 10.0F * unit;  // of the first frame
  const Box card = place_of(ui, desk.tour.height > 0 ? desk.tour.height : guess, area);
  if (desk.tour.card == 2 || desk.tour.card == 3) point_at(ui, "why", card);
  Canvas canvas = ui.canvas();
  for (int ring = 1; ring <= 3; ++ring) {
    canvas.rect(card.inset(-0.12F * unit * static_cast<float>(ring)), faded(0xFF000000U, 0.07F),
                6.0F);
  }
  const PaneScope pane(ui, "tour", {}, card);
  ui.canvas().frame(card.inset(1.0F), ui.theme().accent, 2.0F, 3.0F);
  ui.columns({0.01F, 0.98F, 0.01F});
  ui.next_column();
  ui.skip(0.2F);
  ui.line("step", ui.say("tour.step", {{"n", desk.tour.card + 1}, {"all", kLastCard + 1}}),
          Tone::quiet);
  ui.text("words", words, Tone::strong);
  ui.skip(0.2F);
  desk.tour.card == 0 ? draw_answers(ui, desk) : draw_steps(ui, desk);
  ui.end_columns();
  desk.tour.height = ui.cursor().y - card.min.y + 0.4F * unit;
}

}  // namespace detente::ui
