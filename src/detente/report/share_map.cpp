#include "detente/report/share_map.hpp"

#include <algorithm>

#include "detente/core/text.hpp"
#include "detente/report/study_page.hpp"
#include "detente/report/study_words.hpp"

namespace detente::detail {
namespace {

constexpr int kIndent = 2;
constexpr std::string_view kNoRuns = "\u00B7";

std::string place_name(const ShareAxis& axis, int place, Language language) {
  if (!axis.words.empty()) return axis.words[place];
  return plain_number(language, axis.from[place]);
}

/// The same with both ends of a bin.
std::string whole_name(const ShareAxis& axis, int place, Language language) {
  std::string from = place_name(axis, place, language);
  if (!axis.words.empty() || axis.from[place] == axis.to[place]) return from;
  return from + "\u2013" + plain_number(language, axis.to[place]);
}

std::string ending_name(const OutcomeKind& kind, Language language) {
  std::string ending = study_phrase(language, kind.agreed ? "sens.map.agreed" : "sens.map.none");
  // an agreement ends in the last stage
  if (kind.agreed || kind.stage.empty()) return ending;
  return study_phrase(language, "sens.map.at", {{"ending", ending}, {"stage", kind.stage}});
}

std::string pad_left(const std::string& text, int width) {
  const int missing = std::max(0, width - count_letters(text));
  return std::string(static_cast<std::size_t>(missing), ' ') + text;
}

/// How wide the columns of a grid are.
struct Widths {
  int label = 0;
  int cell = 0;
};

Widths widths_of(const OutcomeShares& map, Language language) {
  Widths widths{.label = 0, .cell = 4};
  for (int row = 0; row < map.rows(); ++row) {
    widths.label = std::max(widths.label, count_letters(whole_name(map.y, row, language)));
  }
  for (int column = 0; column < map.columns(); ++column) {
    widths.cell = std::max(widths.cell, count_letters(place_name(map.x, column, language)));
  }
  for (int cell = 0; cell < map.rows() * map.columns(); ++cell) {
    const auto runs = std::to_string(map.runs(cell % map.columns(), cell / map.columns()));
    widths.cell = std::max(widths.cell, static_cast<int>(runs.size()));
  }
  return widths;
}

std::string percent_cell(const OutcomeShares& map, int column, int row, int kind) {
  const auto runs = static_cast<double>(map.runs(column, row));
  if (runs <= 0.0) return std::string(kNoRuns);
  const auto count = static_cast<double>(map.count(column, row, kind));
  return show_fixed(100.0 * count / runs, 0);
}

/// One grid, the highest row on top; `kind` < 0: how many runs there are.
void tell_grid(Page& page, const OutcomeShares& map, int kind, Language language) {
  const Widths widths = widths_of(map, language);
  page.add(
      kind < 0 ? study_phrase(language, "sens.map.runs") : ending_name(map.kinds[kind], language),
      kIndent);
  for (int row = map.rows() - 1; row >= 0; --row) {
    std::string line = pad_left(whole_name(map.y, row, language), widths.label);
    for (int column = 0; column < map.columns(); ++column) {
      const std::string cell =
          kind < 0 ? std::to_string(map.runs(column, row)) : percent_cell(map, column, row, kind);
      line += ' ' + pad_left(cell, widths.cell);
    }
    page.add_row(line, kIndent);
  }
  std::string line(static_cast<std::size_t>(widths.label), ' ');
  for (int column = 0; column < map.columns(); ++column) {
    line += ' ' + pad_left(place_name(map.x, column, language), widths.cell);
  }
  page.add_row(line, kIndent);
}

/// "agreement 40; no agreement 60"; empty without runs.
std::string cell_list(const OutcomeShares& map, int column, int row, Language language) {
  std::string list;
  for (std::size_t kind = 0; kind < map.kinds.size(); ++kind) {
    const int place = static_cast<int>(kind);
    if (map.count(column, row, place) == 0) continue;
    if (!list.empty()) list += "; ";
    list += ending_name(map.kinds[kind], language) + ' ' + percent_cell(map, column, row, place);
  }
  return list;
}

void tell_cells(Page& page, const OutcomeShares& map, Language language) {
  for (int cell = 0; cell < map.rows() * map.columns(); ++cell) {
    const int row = cell / map.columns();
    const int column = cell % map.columns();
    const std::string list = cell_list(map, column, row, language);
    if (list.empty()) continue;
    page.add(study_phrase(language, "sens.map.cell",
                          {{"x", whole_name(map.x, column, language)},
                           {"y", whole_name(map.y, row, language)},
                           {"list", list},
                           {"n", static_cast<int>(map.runs(column, row))}}),
             kIndent);
  }
}

}  // namespace

void tell_share_map(Page& page, const OutcomeShares& map, Language language) {
  page.add(study_phrase(language, "sens.map",
                        {{"x", short_path(map.x.column)}, {"y", short_path(map.y.column)}}),
           0, Tone::heading);
  const Widths widths = widths_of(map, language);
  if (kIndent + widths.label + map.columns() * (widths.cell + 1) > page.width()) {
    tell_cells(page, map, language);
  } else {
    // of two ways to end, the second is what is left of the first
    const std::size_t told = map.kinds.size() == 2 ? 1 : map.kinds.size();
    for (std::size_t kind = 0; kind < told; ++kind) {
      tell_grid(page, map, static_cast<int>(kind), language);
    }
    tell_grid(page, map, -1, language);
  }
  if (map.left_out == 0) return;
  page.add(study_phrase(language, "sens.map.left_out", {{"n", static_cast<int>(map.left_out)}}),
           kIndent);
}

}  // namespace detente::detail
