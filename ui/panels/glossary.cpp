// The words of the program and of the scenario's lesson, a card each.

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ui/desk_view.hpp"
#include "ui/panels/dialog_parts.hpp"
#include "ui/panels/dialogs.hpp"
#include "ui/panels/plain.hpp"
#include "ui/search.hpp"

namespace detente::ui {
namespace {

constexpr int kRows = 16;

// in the order in which a student meets them
constexpr std::array<std::string_view, 39> kTerms{
    "stage",      "round",        "issue",     "package",    "ideal",    "salience",
    "utility",    "walk_away",    "threshold", "red_line",   "tactic",   "power",
    "zone",       "consent",      "quorum",    "bloc",       "blocker",  "tie",
    "broker",     "split",        "flip",      "assumption", "nearby",   "branch",
    "overlay",    "share_code",   "model",     "basis",      "frontier", "solution_point",
    "durability", "weakest_link", "batch",     "tornado",    "state",    "equilibrium",
    "sanction",   "power_index",  "core",
};

struct Entry {
  std::string id{};
  std::string name{};
  std::string text{};    ///< The program's; empty if only the lesson has the word.
  std::string lesson{};  ///< What the scenario's own lesson says.
};

/// What stands before the colon, and what behind it.
std::pair<std::string, std::string> split(const std::string& card, const std::string& otherwise) {
  constexpr std::size_t kLongestName = 60;
  const std::size_t colon = card.find(':');
  if (colon == std::string::npos || colon > kLongestName) return {otherwise, card};
  const std::size_t start = card.find_first_not_of(' ', colon + 1);
  return {card.substr(0, colon), start == std::string::npos ? "" : card.substr(start)};
}

/// The program's name of a term that lessons call otherwise.
std::string own_id(const std::string& term) {
  if (term == "aspiration") return "threshold";
  if (term == "nearby_worlds" || term == "nearby_world") return "nearby";
  if (term == "split_line") return "split";
  if (term == "what_if") return "overlay";
  return term;
}

void add_lesson(const Scenario& scenario, Language language, std::vector<Entry>& entries) {
  for (const auto& [term, card] : scenario.lesson.glossary) {
    const std::string id = own_id(term);
    const auto [name, text] = split(card.in(language, term), term);
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const Entry& entry) { return entry.id == id; });
    if (found == entries.end()) {
      entries.push_back({.id = id, .name = name, .lesson = text});
    } else {
      found->lesson = text;
    }
  }
}

std::vector<Entry> entries_of(const Ui& ui, const Desk& desk) {
  std::vector<Entry> entries;
  for (const std::string_view term : kTerms) {
    const std::string id(term);
    auto [name, text] = split(plain(ui.say("term." + id)), id);
    entries.push_back({.id = id, .name = std::move(name), .text = std::move(text)});
  }
  if (const Scenario* const scenario = scenario_of(desk); scenario != nullptr) {
    add_lesson(*scenario, ui.look().language, entries);
  }
  return entries;
}

std::vector<PickRow> rows_of(const std::vector<Entry>& entries) {
  std::vector<PickRow> rows;
  rows.reserve(entries.size());
  for (const Entry& entry : entries) rows.push_back({.id = entry.id, .label = entry.name});
  return rows;
}

void draw_card(Ui& ui, const Entry& entry) {
  ui.heading("name", entry.name);
  if (!entry.text.empty()) ui.text("text", detail::capitalised(entry.text));
  if (entry.lesson.empty()) return;
  ui.skip(0.4F);
  ui.line("in_lesson", ui.say("glossary.in_lesson"), Tone::strong);
  ui.text("lesson", detail::capitalised(entry.lesson));
}

}  // namespace

void draw_glossary(Ui& ui, Desk& desk) {
  const DialogScope scope(ui, desk, "glossary", ui.say("action.help.glossary"), {52.0F, 30.0F});
  DialogState& state = desk.dialogs;
  std::vector<Entry> entries = entries_of(ui, desk);
  // somebody asked for one: from now on the list decides
  if (!state.term.empty()) {
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) {
      return entry.id == own_id(state.term);
    });
    if (found != entries.end()) state.choice = static_cast<int>(found - entries.begin());
    state.term.clear();
  }
  if (ui.field("query", ui.say("glossary.query"), state.text).changed) state.choice = 0;
  std::erase_if(entries, [&](const Entry& entry) {
    return !has_all_words(entry.name + " " + entry.id, state.text);
  });
  if (entries.empty()) return ui.text("none", ui.say("palette.none"), Tone::quiet);
  ui.columns({0.38F, 0.62F});
  draw_pick_list(ui, rows_of(entries), state.choice, kRows);
  ui.next_column();
  draw_card(ui, entries[static_cast<std::size_t>(state.choice)]);
  ui.end_columns();
}

std::string term_of_pane(const std::string& pane) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 33> kCards{{
      {"actors", "salience"},
      {"graph", "bloc"},
      {"issues", "issue"},
      {"acceptance", "utility"},
      {"why", "flip"},
      {"timeline", "round"},
      {"source", "basis"},
      {"lesson", "branch"},
      {"difference", "branch"},
      {"overlay", "branch"},
      {"side_a", "branch"},
      {"side_b", "branch"},
      {"brief", "walk_away"},
      {"table", "package"},
      {"move", "threshold"},
      {"debrief", "utility"},
      {"zones", "zone"},
      {"utilities", "package"},
      {"outcome_map", "nearby"},
      {"improve", "frontier"},
      {"frontier", "solution_point"},
      {"durability", "durability"},
      {"swap", "assumption"},
      {"batch_near", "batch"},
      {"batch_map", "batch"},
      {"batch_runs", "batch"},
      {"batch_density", "batch"},
      {"batch_tornado", "tornado"},
      {"stability", "equilibrium"},
      {"moves", "state"},
      {"certificate", "sanction"},
      {"power", "power_index"},
      {"values", "core"},
  }};
  const auto found = std::find_if(kCards.begin(), kCards.end(),
                                  [&](const auto& card) { return card.first == pane; });
  return std::string(found == kCards.end() ? "assumption" : found->second);
}

}  // namespace detente::ui
