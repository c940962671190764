// Rows as lines of CSV.

#include "detente/batch/row_text.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstring>
#include <limits>

#include "detente/core/rng.hpp"

using detente::Cell;
using detente::Column;
using detente::RunRow;
using namespace detente::detail;  // NOLINT(google-build-using-namespace): tests only

namespace {

Layout layout() {
  return {.id = std::string(32, 'a'),
          .runs = 100,
          .repetitions = 3,
          .seed = 18'446'744'073'709'551'615U,
          .columns = {{"actors.us.walk_away", Column::Kind::real, Column::Role::varied},
                      {"agreed", Column::Kind::flag, Column::Role::metric},
                      {"round", Column::Kind::whole, Column::Role::metric},
                      {"package, \"quoted\"", Column::Kind::text, Column::Role::metric}},
          .stages = {"first"},
          .series = {"support"}};
}

std::string line_of(const RunRow& row) {
  std::string line;
  append_csv(layout(), row, line);
  return line;
}

}  // namespace

TEST_CASE("row_text: the head and every kind of cell") {
  CHECK(csv_head(layout()) ==
        "run_id,point,repetition,seed,status,actors.us.walk_away,agreed,round,"
        "\"package, \"\"quoted\"\"\",message\n");
  const RunRow row{.run = 7, .cells = {0.1, std::int64_t{1}, std::int64_t{12}, std::string("a,b")}};
  CHECK(line_of(row) == "7,2,1,18446744073709551615,ok,0.1,true,12,\"a,b\",\n");
  RunRow failed{.run = 99, .ok = false, .message = "no \"deal\",\nor so"};
  failed.cells.resize(4);
  CHECK(line_of(failed) == "99,33,0,18446744073709551615,failed,,,,,\"no \"\"deal\"\", or so\"\n");
}

TEST_CASE("row_text: what is read back is what was written") {
  const std::vector<Cell> texts{
      std::string("plain"), std::string("\"\""), std::string(","), std::string("\"a\",b"), Cell{},
      std::string("край")};
  const Layout rows = layout();
  std::string text;
  for (std::size_t place = 0; place < texts.size(); ++place) {
    RunRow row{.run = static_cast<std::int64_t>(place),
               .ok = place != 2,
               .message = place == 2 ? "why, not" : "",
               .cells = {-1.5, std::int64_t{0}, Cell{}, texts[place]},
               .series = {{0, 3, 0, 0.25}, {0, 4, 0, std::nan("")}}};
    append_csv(rows, row, text);
    append_series(row, text);
  }
  RowLines lines(rows, text);
  RunRow read;
  for (std::size_t place = 0; place < texts.size(); ++place) {
    REQUIRE(lines.next(read));
    CHECK(read.run == static_cast<std::int64_t>(place));
    CHECK(read.ok == (place != 2));
    CHECK(read.message == (place == 2 ? "why, not" : ""));
    CHECK(read.cells[0] == Cell(-1.5));
    CHECK(read.cells[1] == Cell(std::int64_t{0}));
    CHECK(read.cells[2] == Cell());
    CHECK(read.cells[3] == texts[place]);
    REQUIRE(read.series.size() == 2);
    CHECK(read.series[0].round == 3);
    CHECK(read.series[0].value == 0.25);
    CHECK(std::isnan(read.series[1].value));
  }
  CHECK(lines.at_end());
}

TEST_CASE("row_text: every double is read back to its last bit") {
  const detente::Rng rng(5);
  for (std::uint32_t draw = 0; draw < 20'000; ++draw) {
    double value = 0.0;
    const auto words = detente::Rng::philox({draw, 0, 0, 0}, {1, 2});
    const std::uint64_t bits = (std::uint64_t{words[0]} << 32U) | words[1];
    std::memcpy(&value, &bits, sizeof value);
    if (draw % 2 == 0) value = std::round(rng.uniform({.draw = draw}) * 1e6) / 1e4;
    if (!std::isfinite(value)) continue;
    std::string text;
    append_number(value, text);
    double back = 0.0;
    REQUIRE(read_number(text, back));
    REQUIRE(back == value);
  }
  for (const double value :
       {1e15, 999999999999999.0, 9999999999999998.0, 0.1, 1e-15, 5e-324,
        std::numeric_limits<double>::max(), std::numeric_limits<double>::infinity()}) {
    std::string text;
    append_number(value, text);
    double back = 0.0;
    REQUIRE(read_number(text, back));
    CHECK(back == value);
  }
  std::string text;
  append_number(-0.0, text);
  CHECK(text == "0");
}

TEST_CASE("row_text: a line that makes no sense is refused") {
  RunRow row;
  for (const char* text :
       {"", "x", "1,2,3\n", "1,0,1,1,maybe,1,true,1,a,\n", "1,0,1,1,ok,1,yes,1,a,\n",
        "1,0,1,1,ok,1,true,1,\"a,\n", "1,0,1,1,ok,1,true,1,a,b,c\n", "1,0,1,1,ok,z,true,1,a,\n"}) {
    CAPTURE(text);
    const Layout rows = layout();
    RowLines lines(rows, text);
    CHECK_FALSE(lines.next(row));
  }
}
