#include "detente/report/study_page.hpp"

#include "detente/core/text.hpp"
#include "detente/report/study_words.hpp"
#include "detente/report/words.hpp"

namespace detente::detail {
namespace {

constexpr int kLabel = 30;
constexpr int kIndent = 2;
const std::string kDash = "\u2013";

/// "[37, 48]"; with a semicolon where the comma is the decimal sign.
std::string bracket(Language language, const std::string& low, const std::string& high) {
  const bool comma = word(language, "number.point") == ",";
  return '[' + low + (comma ? "; " : ", ") + high + ']';
}

}  // namespace

std::string share_cell(Language language, const std::optional<Estimate>& share) {
  if (!share) return kDash;
  const auto percent = [&](double value) { return number_in(language, 100.0 * value, 0); };
  return study_phrase(language, "percent", {{"n", percent(share->value)}}) + ' ' +
         bracket(language, percent(share->interval.low), percent(share->interval.high));
}

std::string correlation_cell(Language language, const std::optional<Estimate>& correlation) {
  if (!correlation) return kDash;
  const auto number = [&](double value) { return number_in(language, value, 2); };
  return number(correlation->value) + ' ' +
         bracket(language, number(correlation->interval.low), number(correlation->interval.high));
}

void add_cells(Page& page, const std::string& label, const std::vector<std::string>& cells,
               int width) {
  std::string line = label;
  if (count_letters(label) > kLabel) {
    page.add_row(label, kIndent);
    line.clear();
  }
  line = pad_right(std::move(line), kLabel);
  for (std::size_t cell = 0; cell < cells.size(); ++cell) {
    const bool last = cell + 1 == cells.size();
    line += ' ' + (last ? cells[cell] : pad_right(cells[cell], width));
  }
  page.add_row(without_firm_blanks(line), kIndent);
}

}  // namespace detente::detail
