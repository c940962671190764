#include <algorithm>
#include <string>
#include <vector>

#include "detente/report/narrate.hpp"
#include "ui/desk_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panels/plain.hpp"
#include "ui/panels/round_facts.hpp"

namespace detente::ui {
namespace {

constexpr std::size_t kManyLines = 4;
constexpr int kOneLine = 1 << 20;  // the pane breaks lines, not the report

std::string told_round(const Played& run, int frame, Language language) {
  const auto [stage, round] = run.frames[static_cast<std::size_t>(frame)];
  const NarrationOptions options{.language = language, .width = kOneLine};
  return one_paragraph(narrate_round(run.trace, stage, round, options));
}

/// While there is no round to tell: why not.
std::string told_absence(const Ui& ui, const Desk& desk) {
  const Scenario* const scenario = scenario_of(desk);
  const bool votes = scenario != nullptr && scenario->stages.empty() && !scenario->conflict;
  if (votes) return ui.say("power.nothing_played");
  const auto played = desk.results.played.find(desk.document.current);
  if (played != desk.results.played.end() && !played->second->faults.empty()) {
    return played->second->faults.front().message;
  }
  return ui.say(scenario != nullptr ? "narration.computing" : "narration.nothing");
}

struct Paragraph {
  std::string id{};
  std::string text{};
  Tone tone = Tone::plain;
};

/// What there is to say, the least urgent first.
std::vector<Paragraph> paragraphs_of(const Ui& ui, const Desk& desk) {
  std::vector<Paragraph> all;
  const Played* const run = current_run(desk);
  if (run == nullptr) {
    all.push_back({"none", told_absence(ui, desk), Tone::quiet});
  } else {
    all.push_back({"round", told_round(*run, desk.view.frame, desk.settings.language)});
    const bool at_end = desk.view.frame + 1 == static_cast<int>(run->frames.size());
    if (at_end && run->turn == nullptr) {
      all.push_back({"outcome", outcome_words(desk, *run, desk.document.current), Tone::strong});
    } else if (at_end) {
      all.push_back({"waiting", ui.say("narration.waiting"), Tone::strong});
    }
  }
  if (!desk.notice.text.empty()) {
    all.push_back({"notice", desk.notice.text, desk.notice.bad ? Tone::warning : Tone::link});
  }
  return all;
}

Colour colour_of(const Theme& theme, Tone tone) {
  if (tone == Tone::quiet) return theme.quiet;
  if (tone == Tone::warning) return theme.warning;
  return tone == Tone::link ? theme.link : theme.text;
}

std::vector<std::string> broken(const Ui& ui, const Paragraph& paragraph) {
  return lines_of(paragraph.text, ui.width(), Typeface::small);
}

/// At most so many lines of it; what does not fit is told beside the mouse.
void draw_paragraph(Ui& ui, const Paragraph& paragraph, std::size_t most) {
  const Typeface face = Typeface::small;
  std::vector<std::string> lines = broken(ui, paragraph);
  const bool whole = lines.size() <= most;
  if (!whole) {
    lines.resize(most);
    lines.back() = fitted(lines.back() + " …", ui.width(), face);
    if (!lines.back().ends_with("…")) lines.back() += "…";
  }
  const float height = line_height(face);
  const Box box = ui.take(height * static_cast<float>(lines.size()));
  std::string drawn;
  Point at = box.min;
  for (const std::string& line : lines) {
    ui.canvas().text(at, line, colour_of(ui.theme(), paragraph.tone), face);
    at.y += height;
    drawn += (drawn.empty() ? "" : " ") + line;
  }
  ui.touch(paragraph.id, box, drawn, whole ? std::string() : paragraph.text);
}

}  // namespace

void draw_narration(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "narration", {}, area);
  if (ui.look().presenting) ui.canvas().frame(area.inset(1.5F), ui.theme().edge, 1.0F, 6.0F);
  const std::vector<Paragraph> all = paragraphs_of(ui, desk);
  const float gaps = 0.3F * ui.unit() * static_cast<float>(all.size() - 1);
  const float room = (ui.body().height() - gaps) / line_height(Typeface::small);
  const auto lines = static_cast<std::size_t>(std::max(1.0F, room + 0.05F));
  // the round has what the others leave; where there is room, these have two lines
  const std::size_t most = lines >= kManyLines ? 2 : 1;
  std::vector<std::size_t> parts(all.size(), 1);
  std::size_t others = 0;
  for (std::size_t place = 1; place < all.size(); ++place) {
    parts[place] = std::min(most, broken(ui, all[place]).size());
    others += parts[place];
  }
  if (lines > others) parts[0] = lines - others;
  for (std::size_t place = 0; place < all.size(); ++place) {
    draw_paragraph(ui, all[place], parts[place]);
  }
}

}  // namespace detente::ui
