#include <algorithm>
#include <cstdlib>

#include "detente/report/narrate_comparison.hpp"
#include "ui/compare_view.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/field_title.hpp"
#include "ui/panels/panels.hpp"

namespace detente::ui {
namespace {

constexpr int kListedInputs = 30;

/// With a single branch: what the lesson proposes to try.
void draw_tries(Ui& ui, Desk& desk) {
  const Scenario& scenario = *scenario_of(desk);
  ui.text("one", ui.say("compare.one"), Tone::quiet);
  int number = 0;
  for (const Try& tried : scenario.lesson.tries) {
    const std::string title = tried.title.in(ui.look().language, std::to_string(number + 1));
    if (number > 0) ui.same_line();
    if (ui.button("try_" + std::to_string(number++), title)) {
      const Diagnostics faults = fork(desk, tried.edits, title);
      if (!faults.empty()) tell(desk, faults.front().message, true);
      return;
    }
  }
}

void draw_chooser(Ui& ui, Desk& desk, bool right, int shown) {
  std::vector<std::string> names;
  int chosen = 0;
  const std::string side = ui.say(right ? "compare.b" : "compare.a");
  for (const auto& branch : desk.document.branches) {
    if (branch->id == shown) chosen = static_cast<int>(names.size());
    const std::string name = branch_name(desk, *branch);
    names.push_back(ui.say("compare.name", {{"side", side}, {"name", name}}));
  }
  const auto picked = ui.choice(right ? "choose_b" : "choose_a", names, chosen);
  if (picked) put_on_side(desk, right, desk.document.branches[*picked]->id);
}

void draw_controls(Ui& ui, Desk& desk, const std::array<Side, 2>& sides) {
  const Comparison* const comparison = comparison_of(desk);
  const bool differs = comparison != nullptr && comparison->first.has_value();
  const std::array ids{sides[0].branch->id, sides[1].branch->id};
  ui.columns({0.3F, 0.3F, 0.22F, 0.18F});
  draw_chooser(ui, desk, false, ids[0]);
  ui.next_column();
  draw_chooser(ui, desk, true, ids[1]);
  ui.next_column();
  if (ui.button("goto", ui.say("compare.goto"), Tone::primary,
                differs ? std::string{} : ui.say("compare.same"))) {
    go_to_first_difference(desk);
  }
  ui.next_column();
  if (ui.toggle("linked", ui.say("compare.linked"), desk.view.linked)) {
    desk.view.linked = !desk.view.linked;
    if (desk.view.linked) move_playhead(desk, desk.view.frame);
  }
  ui.end_columns();
}

/// A value as people write it, if it is a number of a known field.
std::string value_words(const Ui& ui, const detail::Voice& voice, const std::string& path,
                        const std::optional<std::string>& value) {
  if (!value) return ui.say("compare.absent");
  const auto field = find_field(voice.scenario(), path);
  char* end = nullptr;
  const double number = std::strtod(value->c_str(), &end);
  if (!field || end == value->c_str() || *end != '\0') return *value;
  return field_value(voice, *field, number);
}

void draw_inputs(Ui& ui, const Desk& desk, const Comparison& comparison) {
  const detail::Voice voice(*scenario_of(desk), ui.look().language);
  ui.line("inputs", ui.say(comparison.inputs.empty() ? "compare.no_inputs" : "compare.inputs"),
          comparison.inputs.empty() ? Tone::quiet : Tone::strong);
  int number = 0;
  for (const InputDifference& input : comparison.inputs) {
    if (number == kListedInputs) {
      const int more = static_cast<int>(comparison.inputs.size()) - number;
      ui.line("more", ui.say("compare.more", {{"n", more}}), Tone::quiet);
      return;
    }
    Slots slots{{"field", path_title(ui, voice, input.path)},
                {"a", value_words(ui, voice, input.path, input.a)},
                {"b", value_words(ui, voice, input.path, input.b)}};
    if (input.at) {
      const int stage = index_of(voice.scenario().stages, input.at->stage);
      slots["stage"] = stage < 0 ? input.at->stage : voice.stage(stage);
      slots["round"] = input.at->round;
    }
    ui.text("input_" + std::to_string(number++),
            ui.say(input.at ? "compare.input_at" : "compare.input", slots));
  }
}

}  // namespace

void draw_difference(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "difference", ui.say("pane.difference"), area);
  if (scenario_of(desk) == nullptr) return ui.line("empty", ui.say("view.empty"), Tone::quiet);
  const auto sides = sides_of(desk);
  if (!sides) return draw_tries(ui, desk);
  const Comparison* const comparison = comparison_of(desk);
  ui.text("line",
          comparison == nullptr ? ui.say("view.wait")
                                : difference_line(*comparison, ui.look().language),
          comparison == nullptr ? Tone::quiet : Tone::strong);
  draw_controls(ui, desk, *sides);
  // the choosers may have put other branches here
  const Comparison* const shown = comparison_of(desk);
  if (shown != nullptr) draw_inputs(ui, desk, *shown);
}

}  // namespace detente::ui
