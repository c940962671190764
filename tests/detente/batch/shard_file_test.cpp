// A part of a batch that survives being cut off anywhere.

#include "detente/batch/shard_file.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "support/folder.hpp"

using detente::Column;
using detente::RunRow;
using detente::support::Folder;
using namespace detente::detail;  // NOLINT(google-build-using-namespace): tests only

namespace {

constexpr std::int64_t kRuns = 40;

Layout layout() {
  return {.id = std::string(32, 'b'),
          .runs = kRuns,
          .columns = {{"utility.us", Column::Kind::real, Column::Role::metric},
                      {"package", Column::Kind::text, Column::Role::metric}},
          .stages = {"talks"},
          .series = {"support"}};
}

RunRow row_of(std::int64_t run) {
  return {.run = run,
          .ok = run % 7 != 0,
          .message = run % 7 != 0 ? "" : "why",
          .cells = {1.0 / static_cast<double>(run + 1), "option " + std::to_string(run)},
          .series = {{0, 1, 0, 0.5}}};
}

/// Adds rows up to before `end`, a block at a time.
void fill(ShardFile& shard, std::int64_t end, std::int64_t block = 3) {
  while (shard.next_run() < end) {
    std::vector<RunRow> rows;
    for (std::int64_t run = shard.next_run(); run < end && std::ssize(rows) < block; ++run) {
      rows.push_back(row_of(run));
    }
    shard.append(rows);
    shard.flush();
  }
}

std::string bytes_of(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void write(const std::string& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

/// All rows of a part as text.
std::string rows_of(const std::string& folder, ShardPart part) {
  const Layout rows = layout();
  std::string text;
  each_shard_row(folder, part, rows, [&](const RunRow& row) {
    append_csv(rows, row, text);
    append_series(row, text);
  });
  return text;
}

std::string expected_rows(ShardPart part) {
  const Layout rows = layout();
  std::string text;
  for (std::int64_t run = part.first(kRuns); run < part.end(kRuns); ++run) {
    append_csv(rows, row_of(run), text);
    append_series(row_of(run), text);
  }
  return text;
}

}  // namespace

TEST_CASE("shard_file: every run is in exactly one part, however many parts there are") {
  for (const int of : {1, 2, 3, 7, 40, 41, 1000, 10'000}) {
    for (const std::int64_t runs : {std::int64_t{1}, kRuns, std::int64_t{1} << 40U}) {
      std::int64_t next = 0;
      for (int number = 1; number <= of; ++number) {
        const ShardPart part{.number = number, .of = of};
        REQUIRE(part.first(runs) == next);
        REQUIRE(part.end(runs) - next <= runs / of + 1);
        next = part.end(runs);
      }
      CHECK(next == runs);
    }
  }
}

TEST_CASE("shard_file: grows, and gets its name when it is whole") {
  const Folder folder;
  const ShardPart part{.number = 2, .of = 2};
  CHECK(state_of_shard(folder.path(), part, layout()).kind == ShardState::Kind::missing);
  {
    ShardFile shard(folder.path(), part, layout());
    CHECK(shard.next_run() == 20);
    fill(shard, 31);
    const ShardState state = state_of_shard(folder.path(), part, layout());
    CHECK(state.kind == ShardState::Kind::partial);
    CHECK(state.tally.done == 11);
    CHECK(quick_tally(folder.path(), part).done == 11);
    fill(shard, 40);
    shard.finish();
  }
  CHECK_FALSE(std::filesystem::exists(shard_path(folder.path(), part, false)));
  const ShardState state = state_of_shard(folder.path(), part, layout());
  CHECK(state.kind == ShardState::Kind::done);
  CHECK(state.tally.done == 20);
  CHECK(state.tally.failed == 3);  // 21, 28, 35
  CHECK(quick_tally(folder.path(), part).failed == 3);
  CHECK(rows_of(folder.path(), part) == expected_rows(part));
  ShardFile again(folder.path(), part, layout());
  CHECK(again.is_whole());
  CHECK(again.next_run() == 40);
}

TEST_CASE("shard_file: cut off after any byte, or with anything behind, it goes on") {
  const Folder folder;
  const ShardPart part{.number = 1, .of = 4};
  { ShardFile(folder.path(), part, layout()).flush(); }
  const std::string growing = shard_path(folder.path(), part, false);
  {
    ShardFile shard(folder.path(), part, layout());
    fill(shard, 9);
  }
  const std::string whole = bytes_of(growing);
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    for (const char* const behind : {"", "# 1 0 5 00", "\n", "garbage \xFF\xFE and more\n= 1 2"}) {
      CAPTURE(size);
      CAPTURE(behind);
      write(growing, whole.substr(0, size) + behind);
      {
        ShardFile shard(folder.path(), part, layout());
        REQUIRE(shard.next_run() <= 9);
        fill(shard, part.end(kRuns));
        shard.finish();
      }
      REQUIRE(state_of_shard(folder.path(), part, layout()).kind == ShardState::Kind::done);
      REQUIRE(rows_of(folder.path(), part) == expected_rows(part));
      std::filesystem::remove(shard_path(folder.path(), part, true));
    }
  }
}

TEST_CASE("shard_file: any changed byte of a whole shard is found, and the shard can be mended") {
  const Folder folder;
  const ShardPart part{.number = 3, .of = 10};
  {
    ShardFile shard(folder.path(), part, layout());
    fill(shard, part.end(kRuns), 2);
    shard.finish();
  }
  const std::string file = shard_path(folder.path(), part, true);
  const std::string whole = bytes_of(file);
  for (std::size_t place = 0; place < whole.size(); ++place) {
    CAPTURE(place);
    std::string bytes = whole;
    bytes[place] = static_cast<char>(bytes[place] ^ 1);
    write(file, bytes);
    REQUIRE(state_of_shard(folder.path(), part, layout()).kind == ShardState::Kind::damaged);
  }
  write(file, whole.substr(0, whole.size() - 1));
  CHECK(state_of_shard(folder.path(), part, layout()).kind == ShardState::Kind::damaged);
  write(file, whole + "x");
  CHECK(state_of_shard(folder.path(), part, layout()).kind == ShardState::Kind::damaged);
  {
    ShardFile shard(folder.path(), part, layout());
    CHECK(shard.next_run() == part.end(kRuns));
    shard.finish();
  }
  CHECK(bytes_of(file) == whole);
}

TEST_CASE("shard_file: a second process keeps out, another batch's file is left alone") {
  const Folder folder;
  const ShardPart part{.number = 1, .of = 2};
  const std::string growing = shard_path(folder.path(), part, false);
  {
    ShardFile shard(folder.path(), part, layout());
    fill(shard, 5);
    CHECK_THROWS_AS(ShardFile(folder.path(), part, layout()), FileFault);
  }
  const std::string before = bytes_of(growing);
  Layout other = layout();
  other.id = std::string(32, 'c');
  CHECK_THROWS_AS(ShardFile(folder.path(), part, other), FileFault);
  CHECK(bytes_of(growing) == before);
}

TEST_CASE("shard_file: a part without runs is whole at once") {
  const Folder folder;
  const ShardPart part{.number = 1, .of = 1000};
  {
    ShardFile shard(folder.path(), part, layout());
    CHECK(shard.next_run() == part.end(kRuns));
    shard.finish();
  }
  CHECK(state_of_shard(folder.path(), part, layout()).kind == ShardState::Kind::done);
}
