#include "ui/panels/conflict_scene.hpp"

#include <algorithm>

#include "detente/report/stability_table.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/panels/plain.hpp"

namespace detente::ui {
namespace {

constexpr std::size_t kMostTipActors = 12;

template <typename IsThere>
std::string names_where(const Ui& ui, const SolvedConflict& solved, const IsThere& is_there) {
  std::string names;
  for (const Concept solution : kConcepts) {
    if (!solved.report.table.has(solution) || !is_there(solution)) continue;
    names += (names.empty() ? "" : ", ") + concept_short(ui, solution);
  }
  return names;
}

}  // namespace

const SolvedConflict* shown_conflict(Ui& ui, const Desk& desk) {
  if (scenario_of(desk) == nullptr) {
    ui.line("empty", ui.say("view.empty"), Tone::quiet);
    return nullptr;
  }
  if (!has_conflict(desk)) {
    ui.text("none", ui.say("conflict.none"), Tone::quiet);
    ui.text("how", ui.say("conflict.how"), Tone::quiet);
    return nullptr;
  }
  const SolvedConflict* const solved = current_conflict(desk);
  if (solved != nullptr) return solved;
  const bool failed = desk.conflict.key == desk.conflict.asked && !desk.conflict.faults.empty();
  if (!failed) ui.line("wait", ui.say("view.wait"), Tone::quiet);
  for (std::size_t place = 0; failed && place < desk.conflict.faults.size(); ++place) {
    ui.text("fault_" + std::to_string(place), desk.conflict.faults[place].message, Tone::warning);
  }
  return nullptr;
}

std::string concept_short(const Ui& ui, Concept solution) {
  return ui.say("concept.short_" + std::string(concept_name(solution)));
}

std::string concept_title(const Ui& ui, Concept solution) {
  return ui.say("concept." + std::string(concept_name(solution)));
}

std::string state_number(const SolvedConflict& solved, StateIndex state) {
  return std::to_string(code_of(solved.conflict(), state));
}

std::string equilibrium_words(const Ui& ui, const SolvedConflict& solved, StateIndex state) {
  return names_where(ui, solved,
                     [&](Concept solution) { return solved.is_equilibrium(solution, state); });
}

std::string stable_words(const Ui& ui, const SolvedConflict& solved, int mover, StateIndex state) {
  return names_where(ui, solved, [&](Concept solution) {
    return solved.report.table.is_stable(solution, mover, state);
  });
}

std::string state_tip(const Ui& ui, const SolvedConflict& solved, StateIndex state) {
  const StabilityReport& report = solved.report;
  const Language language = ui.look().language;
  const std::string number = state_number(solved, state);
  const std::string vector = vector_of(report, state);
  std::string tip = ui.say("conflict.state", {{"n", number}, {"vector", vector}});
  tip += '\n' + plain(state_words(report, state, language));
  if (state == report.status_quo) tip += '\n' + ui.say("conflict.status_quo");
  const std::size_t actors = std::min(report.movers.size(), kMostTipActors);
  for (std::size_t mover = 0; mover < actors; ++mover) {
    const int actor = static_cast<int>(mover);
    const std::string names = stable_words(ui, solved, actor, state);
    tip += '\n' + ui.say(names.empty() ? "conflict.not_stable_for" : "conflict.stable_for",
                         {{"who", mover_title(report, actor, language)}, {"concepts", names}});
  }
  const std::string names = equilibrium_words(ui, solved, state);
  if (!names.empty()) tip += '\n' + ui.say("conflict.equilibrium_of", {{"concepts", names}});
  return tip;
}

// NOLINTNEXTLINE(readability-function-size): a place, letters and which of them stands out
void draw_letters(Ui& ui, Point left_middle, float step, const std::string& letters,
                  Concept chosen) {
  Canvas canvas = ui.canvas();
  const Theme& theme = ui.theme();
  for (std::size_t place = 0; place < letters.size(); ++place) {
    const bool stands_out = place == static_cast<std::size_t>(chosen);
    const Point middle{left_middle.x + step * (static_cast<float>(place) + 0.5F), left_middle.y};
    if (letters[place] == '.') {
      canvas.disc(middle, 0.07F * ui.unit(), theme.quiet);
      continue;
    }
    if (letters[place] == ' ') continue;
    const Typeface face = stands_out ? Typeface::strong : Typeface::small;
    const std::string letter = lone_letter(letters[place]);
    const Point size = measure(letter, face);
    canvas.text({middle.x - size.x / 2, middle.y - size.y / 2}, letter,
                stands_out ? theme.text : theme.quiet, face);
  }
}

void choose_concept(Ui& ui, Desk& desk) {
  std::vector<std::string> labels;
  labels.reserve(kConcepts.size());
  for (const Concept solution : kConcepts) labels.push_back(concept_short(ui, solution));
  const auto chosen = ui.tabs("concept", labels, static_cast<int>(desk.conflict.solution));
  if (!chosen) return;
  desk.conflict.solution = kConcepts[static_cast<std::size_t>(*chosen)];
  desk.conflict.answer = 0;
}

void choose_mover(Ui& ui, Desk& desk, const SolvedConflict& solved) {
  std::vector<std::string> labels;
  labels.reserve(solved.report.movers.size());
  for (int mover = 0; mover < std::ssize(solved.report.movers); ++mover) {
    labels.push_back(mover_title(solved.report, mover, ui.look().language));
  }
  if (const auto chosen = ui.choice("actor", labels, selected_mover(desk, solved))) {
    select_actor(desk, solved.report.movers[static_cast<std::size_t>(*chosen)]);
    desk.conflict.answer = 0;
  }
}

}  // namespace detente::ui
