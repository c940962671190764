#include <algorithm>
#include <string>

#include "detente/report/outcome.hpp"
#include "ui/actions.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/panels.hpp"

namespace detente::ui {
namespace {

bool has_lesson(const Lesson& lesson) {
  return !lesson.question.empty() || !lesson.notice.empty() || !lesson.tries.empty() ||
         !lesson.glossary.empty();
}

bool same_edits(const std::vector<Edit>& left, const std::vector<Edit>& right) {
  return std::equal(
      left.begin(), left.end(), right.begin(), right.end(), [](const Edit& one, const Edit& other) {
        return one.path == other.path && to_string(one.value) == to_string(other.value) &&
               one.at.has_value() == other.at.has_value();
      });
}

/// The branch that a try has made, or nullptr.
const Branch* find_tried(const Desk& desk, const Try& trial) {
  for (const auto& branch : desk.document.branches) {
    if (!branch->name.empty() && same_edits(branch->run.edits, trial.edits)) return branch.get();
  }
  return nullptr;
}

/// Off the scenario as it was opened: what other tries have changed stays out of it.
void carry_out(Desk& desk, const Try& trial, const std::string& name) {
  const int shown = desk.document.current;
  const int frame = desk.view.frame;
  show_branch(desk, desk.document.branches.front()->id);
  move_playhead(desk, 0);
  const Diagnostics faults = fork(desk, trial.edits, name);
  if (!has_errors(faults)) return;
  show_branch(desk, shown);
  move_playhead(desk, frame);
  tell(desk, faults.front().message, true);
}

/// How the branch of a try ends, if that is known.
void draw_ending(Ui& ui, const Desk& desk, const std::string& id, const Branch& branch) {
  const Played* played = played_of(desk, branch.id);
  if (played == nullptr || !played->faults.empty() || !played->trace.scenario) return;
  const detail::Voice voice(*played->trace.scenario, ui.look().language);
  const int worlds = holds_of(desk, branch.id);
  const std::string ending = detail::outcome_phrase(voice, played->trace.outcome);
  ui.text(id + "_ending",
          detail::capitalised(ending) + ". " + detail::assumptions_sentence(voice, worlds, kWorlds),
          Tone::quiet);
}

/// A button whose words may take several lines.
bool draw_button(Ui& ui, const std::string& id, const std::string& title, bool chosen) {
  const Theme& theme = ui.theme();
  const float pad = ui.unit() * 0.5F;
  const Typeface face = chosen ? Typeface::strong : Typeface::body;
  const auto lines = lines_of(title, ui.width() - 2 * pad, face);
  const Box box = ui.take(static_cast<float>(lines.size()) * line_height(face) + pad);
  const bool lit = box.contains({ui.input().mouse_x, ui.input().mouse_y});
  Canvas canvas = ui.canvas();
  canvas.rect(box, lit ? theme.hovered : theme.raised, pad / 2);
  canvas.frame(box, chosen ? theme.accent : theme.edge, chosen ? 2.0F : 1.0F, pad / 2);
  Point at{box.min.x + pad, box.min.y + pad / 2};
  for (const std::string& line : lines) {
    canvas.text(at, line, theme.text, face);
    at.y += line_height(face);
  }
  return ui.touch(id, box, title).pressed;
}

void draw_try(Ui& ui, Desk& desk, const Try& trial, int place) {
  const std::string id = "try_" + std::to_string(place + 1);
  const Branch* tried = find_tried(desk, trial);
  const std::string& title = trial.title.in(ui.look().language, id);
  const bool shown = tried != nullptr && tried->id == desk.document.current;
  if (draw_button(ui, id, title, shown)) {
    if (tried == nullptr) return carry_out(desk, trial, title);
    show_branch(desk, tried->id);
  }
  if (tried == nullptr) return;
  ui.line(id + "_mark", ui.say(shown ? "lesson.shown" : "lesson.tried"), Tone::strong);
  draw_ending(ui, desk, id, *tried);
}

void draw_part(Ui& ui, const std::string& id, const char* key) {
  ui.skip(0.4F);
  ui.text(id, ui.say(key), Tone::strong);
}

void draw_tries(Ui& ui, Desk& desk, const Lesson& lesson) {
  if (lesson.tries.empty()) return;
  draw_part(ui, "try", "lesson.try");
  ui.text("hint", ui.say("lesson.hint"), Tone::quiet);
  for (std::size_t place = 0; place < lesson.tries.size(); ++place) {
    draw_try(ui, desk, lesson.tries[place], static_cast<int>(place));
  }
}

void draw_notices(Ui& ui, const Lesson& lesson) {
  if (lesson.notice.empty()) return;
  draw_part(ui, "notice", "lesson.notice");
  for (std::size_t place = 0; place < lesson.notice.size(); ++place) {
    const std::string number = std::to_string(place + 1);
    ui.text("notice_" + number, number + ". " + lesson.notice[place].in(ui.look().language, {}));
  }
}

/// What stands before the colon: "Walk-away: the utility of …".
std::string term_name(const std::string& entry, const std::string& id) {
  const std::size_t colon = entry.find(':');
  constexpr std::size_t kLongestName = 60;
  return colon == std::string::npos || colon > kLongestName ? id : entry.substr(0, colon);
}

void draw_words(Ui& ui, Desk& desk, const Lesson& lesson) {
  if (lesson.glossary.empty()) return;
  draw_part(ui, "words", "lesson.words");
  for (const auto& [term, entry] : lesson.glossary) {
    const std::string name = term_name(entry.in(ui.look().language, term), term);
    if (ui.button("term_" + term, name, Tone::link)) {
      desk.dialogs.term = term;
      perform(desk, "help.glossary");
    }
  }
}

}  // namespace

void draw_lesson(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "lesson", ui.say("pane.lesson"), area);
  // a try may replace the document: keep what is being drawn
  const auto source = desk.document.source;
  if (source == nullptr) return ui.text("empty", ui.say("left.empty"), Tone::quiet);
  const Lesson& lesson = source->loaded.scenario.lesson;
  if (!has_lesson(lesson)) return ui.text("none", ui.say("lesson.none"), Tone::quiet);
  if (!lesson.question.empty()) {
    ui.heading("question", lesson.question.in(ui.look().language, {}));
  }
  draw_notices(ui, lesson);
  draw_tries(ui, desk, lesson);
  draw_words(ui, desk, lesson);
}

}  // namespace detente::ui
