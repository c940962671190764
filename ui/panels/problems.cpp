#include <string>
#include <vector>

#include "ui/actions.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/outside.hpp"
#include "ui/pane.hpp"
#include "ui/panels/panels.hpp"

namespace detente::ui {
namespace {

/// "paris.yaml:6:37 [D012]"; what is not known is left out.
std::string place_of(const Diagnostic& problem) {
  std::string text = problem.where.file;
  if (problem.where.line > 0) text += ":" + std::to_string(problem.where.line);
  if (problem.where.column > 0) text += ":" + std::to_string(problem.where.column);
  return text + " [" + code_name(problem.code) + "]";
}

std::string_view severity_key(Severity severity) {
  if (severity == Severity::note) return "problems.note";
  return severity == Severity::warning ? "problems.warning" : "problems.error";
}

/// The whole list as editors and colleagues can use it.
std::string list_of(const Diagnostics& problems) {
  std::string text;
  for (const Diagnostic& problem : problems) text += to_string(problem) + '\n';
  return text;
}

/// The line of the file, with a caret below the letter that the problem is about.
void draw_source(Ui& ui, const Diagnostic& problem, const std::string& id) {
  const float left = ui.cursor().x;
  ui.line(id + "_source", problem.source, Tone::quiet);
  if (problem.where.column < 1) return;
  std::size_t end = 0;
  for (int letter = 1; letter < problem.where.column && end < problem.source.size(); ++letter) {
    do ++end;
    while (end < problem.source.size() && (problem.source[end] & 0xC0) == 0x80);
  }
  const Box row = ui.take(0.45F * ui.unit());
  const float x = left + measure(problem.source.substr(0, end)).x + 0.25F * ui.unit();
  const float reach = row.height() / 2;
  if (!ui.visible(row) || x + reach > row.max.x) return;
  const std::vector<Point> caret{
      {x, row.min.y}, {x + reach, row.min.y + reach}, {x - reach, row.min.y + reach}};
  ui.canvas().area(caret, ui.theme().refuses);
  ui.mark(id + "_caret", {{x - reach, row.min.y}, {x + reach, row.max.y}}, "^");
}

void draw_problem(Ui& ui, const Diagnostic& problem, const std::string& id) {
  const bool error = problem.severity == Severity::error;
  ui.text(id + "_place", ui.say(severity_key(problem.severity)) + "  " + place_of(problem),
          error ? Tone::refuses : Tone::warning);
  ui.text(id + "_message", problem.message, Tone::strong);
  if (!problem.source.empty()) draw_source(ui, problem, id);
  if (!problem.hint.empty()) {
    ui.text(id + "_hint", ui.say("problems.hint", {{"hint", problem.hint}}));
  }
  ui.skip(0.5F);
}

/// Of the scenario that is open below, the branches stay.
void read_again(Desk& desk) {
  const std::string file = desk.problem_file;
  const auto& source = desk.document.source;
  if (source == nullptr || source->file != file) return open_file(desk, file);
  desk.problems.clear();
  reload(desk);
}

void draw_buttons(Ui& ui, Desk& desk) {
  if (ui.button("open", ui.say("problems.open"), Tone::primary)) perform(desk, "file.open");
  ui.same_line();
  if (ui.button("again", ui.say("problems.again"))) read_again(desk);
  ui.same_line();
  if (desk.document.source != nullptr) {
    if (ui.button("back", ui.say("problems.back"))) desk.problems.clear();
    ui.same_line();
  }
  if (ui.button("new", ui.say("problems.new"))) perform(desk, "file.new");
  ui.same_line();
  if (!ui.button("copy", ui.say("problems.copy"))) return;
  desk.to_clipboard = list_of(desk.problems);
  tell(desk, ui.say("problems.copied"));
}

}  // namespace

void draw_problems(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "problems", ui.say("problems.title"), area);
  const auto count = static_cast<int>(desk.problems.size());
  ui.heading("file", desk.problem_file);
  ui.text("count", ui.say("problems.count", {{"n", count}}));
  draw_buttons(ui, desk);
  ui.rule();
  // a button may just have taken them away
  for (std::size_t place = 0; place < desk.problems.size(); ++place) {
    draw_problem(ui, desk.problems[place], "problem_" + std::to_string(place));
  }
}

}  // namespace detente::ui
