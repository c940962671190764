#include "detente/batch/row_text.hpp"

#include <fmt/format.h>
#include <locale.h>  // NOLINT(modernize-deprecated-headers): newlocale is in no other
#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): so is strtod_l

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <iterator>
#include <optional>

namespace detente::detail {
namespace {

constexpr std::array<std::string_view, 5> kFixed{"run_id", "point", "repetition", "seed", "status"};

void append_text(std::string_view text, std::string& out) {
  const auto is_plain = [](char letter) {
    return letter != ',' && letter != '"' && static_cast<unsigned char>(letter) >= 0x20U;
  };
  if (std::all_of(text.begin(), text.end(), is_plain)) {
    out += text;
    return;
  }
  out += '"';
  for (const char letter : one_line(std::string(text))) {
    if (letter == '"') out += '"';
    out += letter;
  }
  out += '"';
}

void append_whole(std::int64_t number, std::string& out) {
  const fmt::format_int text(number);
  out.append(text.data(), text.size());
}

void append_cell(Column::Kind kind, const Cell& cell, std::string& out) {
  const auto* const whole = std::get_if<std::int64_t>(&cell);
  if (whole != nullptr && kind == Column::Kind::flag) {
    out += *whole != 0 ? "true" : "false";
  } else if (whole != nullptr) {
    append_whole(*whole, out);
  } else if (const auto* const number = std::get_if<double>(&cell)) {
    append_number(*number, out);
  } else if (const auto* const text = std::get_if<std::string>(&cell)) {
    append_text(*text, out);
  }
}

/// The text up to the next comma, out of its quotes; takes the comma, too.
bool take_field(std::string_view& line, std::string& scratch, std::string_view& field) {
  if (!line.starts_with('"')) {
    const std::size_t end = line.find(',');
    field = line.substr(0, end);
    line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
    return true;
  }
  scratch.clear();
  std::size_t place = 1;
  for (; place < line.size(); ++place) {
    if (line[place] == '"') {
      if (place + 1 == line.size() || line[place + 1] != '"') break;
      ++place;
    }
    scratch += line[place];
  }
  if (place >= line.size()) return false;
  field = scratch;
  line.remove_prefix(std::min(place + 2, line.size()));
  return true;
}

bool read_whole(std::string_view text, std::int64_t& number) {
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  return fault == std::errc{} && end == text.data() + text.size();
}

bool read_cell(Column::Kind kind, std::string_view text, Cell& cell) {
  if (text.empty()) {
    cell = std::monostate{};
    return true;
  }
  const std::int64_t whole = 0;
  double number = 0.0;
  switch (kind) {
    case Column::Kind::flag:
      cell = std::int64_t{text == "true" ? 1 : 0};
      return text == "true" || text == "false";
    case Column::Kind::whole:
      cell = whole;
      if (read_whole(text, std::get<std::int64_t>(cell))) return true;
      [[fallthrough]];  // what does not fit is kept as it is
    case Column::Kind::real:
      if (!read_number(text, number)) return false;
      cell = number;
      return true;
    case Column::Kind::text:
      break;
  }
  cell = std::string(text);
  return true;
}

/// A decimal of few digits, where one product or quotient is rounded once and so exactly right.
std::optional<double> read_short(std::string_view text) {
  static constexpr std::array<double, 16> kTens{1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.size() > 16) return {};
  std::int64_t digits = 0;
  std::size_t decimals = 0;
  bool behind_dot = false;
  for (const char letter : text) {
    if (letter == '.' && !behind_dot) {
      behind_dot = true;
      continue;
    }
    if (letter < '0' || letter > '9') return {};
    digits = digits * 10 + (letter - '0');
    if (behind_dot) ++decimals;
  }
  if (digits > 999'999'999'999'999) return {};
  const double value = static_cast<double>(digits) / kTens[decimals];
  return negative ? -value : value;
}

}  // namespace

Layout layout_of(const Experiment& experiment) {
  const BatchPlan& plan = experiment.loaded.plan;
  Layout layout{.id = experiment.id,
                .runs = experiment.runs,
                .repetitions = plan.repetitions,
                .seed = experiment.loaded.seed,
                .columns = experiment.columns};
  for (const auto& stage : experiment.loaded.scenario.stages) layout.stages.push_back(stage.id);
  if (plan.series) layout.series = plan.series->metrics;
  return layout;
}

std::string csv_head(const Layout& layout) {
  std::string line;
  for (const std::string_view name : kFixed) {
    line += name;
    line += ',';
  }
  for (const Column& column : layout.columns) {
    append_text(column.name, line);
    line += ',';
  }
  return line + "message\n";
}

void append_csv(const Layout& layout, const RunRow& row, std::string& out) {
  append_whole(row.run, out);
  out += ',';
  append_whole(layout.point(row.run), out);
  out += ',';
  append_whole(layout.repetition(row.run), out);
  out += ',';
  const fmt::format_int seed(layout.seed);
  out.append(seed.data(), seed.size());
  out += row.ok ? ",ok," : ",failed,";
  for (std::size_t column = 0; column < layout.columns.size(); ++column) {
    append_cell(layout.columns[column].kind, row.cells[column], out);
    out += ',';
  }
  append_text(row.message, out);
  out += '\n';
}

void append_series(const RunRow& row, std::string& out) {
  for (const SeriesCell& cell : row.series) {
    fmt::format_to(std::back_inserter(out), "~{},{},{},", cell.stage, cell.round, cell.metric);
    append_number(cell.value, out);
    out += '\n';
  }
}

std::string_view RowLines::take_line() {
  const std::size_t end = std::min(rest_.find('\n'), rest_.size());
  const std::string_view line = rest_.substr(0, end);
  rest_.remove_prefix(std::min(end + 1, rest_.size()));
  return line;
}

bool RowLines::next(RunRow& row) {
  std::string_view line = take_line();
  std::string_view field;
  std::array<std::string_view, kFixed.size()> fixed{};
  for (std::string_view& text : fixed) {
    if (!take_field(line, scratch_, text)) return false;
  }
  if (!read_whole(fixed[0], row.run)) return false;
  row.ok = fixed[4] == "ok";
  if (!row.ok && fixed[4] != "failed") return false;
  row.cells.resize(layout_->columns.size());
  for (std::size_t column = 0; column < row.cells.size(); ++column) {
    if (!take_field(line, scratch_, field)) return false;
    if (!read_cell(layout_->columns[column].kind, field, row.cells[column])) return false;
  }
  if (!take_field(line, scratch_, field) || !line.empty()) return false;
  row.message = field;
  row.series.clear();
  while (rest_.starts_with('~')) {
    line = take_line().substr(1);
    std::array<std::int64_t, 3> places{};
    for (std::int64_t& place : places) {
      if (!take_field(line, scratch_, field) || !read_whole(field, place)) return false;
    }
    SeriesCell& cell = row.series.emplace_back();
    cell.stage = static_cast<int>(places[0]);
    cell.round = static_cast<int>(places[1]);
    cell.metric = static_cast<int>(places[2]);
    cell.value = std::nan("");
    if (!line.empty() && !read_number(line, cell.value)) return false;
  }
  return true;
}

void append_number(double value, std::string& out) {
  if (std::isnan(value)) return;
  if (value == 0.0) {  // never "-0"
    out += '0';
    return;
  }
  fmt::format_to(std::back_inserter(out), "{}", value);
}

bool read_number(std::string_view text, double& value) {
  if (const auto exact = read_short(text)) {
    value = *exact;
    return true;
  }
  // whatever language the program around us speaks
  static locale_t const plain = newlocale(LC_ALL_MASK, "C", nullptr);
  std::array<char, 64> copy{};
  if (text.empty() || text.size() >= copy.size()) return false;
  std::copy(text.begin(), text.end(), copy.begin());
  char* end = nullptr;
  value = strtod_l(copy.data(), &end, plain);
  return end == copy.data() + text.size();
}

std::string one_line(std::string text) {
  for (char& letter : text) {
    if (static_cast<unsigned char>(letter) < 0x20U) letter = ' ';
  }
  return text;
}

}  // namespace detente::detail
