#include "detente/batch/outcome_shares.hpp"

#include <doctest/doctest.h>

#include "support/batch.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only
using detente::support::batch_by_hand;
using detente::support::kEmpty;

namespace {

const std::string kNorth = "actors.north.walk_away";
const std::string kSouth = "actors.south.walk_away";

OutcomeShares shares(const Results& results, const std::string& x, const std::string& y,
                     int bins = 10) {
  auto map = outcome_shares(results, x, y, bins);
  if (!map) FAIL(to_string(map.error().front()));
  return std::move(map).value();
}

}  // namespace

TEST_CASE("few values have a place each, and every run is in one cell") {
  const OutcomeShares map = shares(batch_by_hand(20, 1), kNorth, kSouth);
  CHECK(map.columns() == 4);
  CHECK(map.rows() == 5);
  REQUIRE(map.kinds.size() == 2);
  CHECK(map.kinds[0].agreed);
  CHECK_FALSE(map.kinds[1].agreed);
  CHECK(map.count(0, 0, 0) == 1);
  CHECK(map.count(3, 3, 1) == 1);
  CHECK(map.runs(3, 4) == 0);
  CHECK(map.left_out == 1);
  std::int64_t all = 0;
  for (int cell = 0; cell < 20; ++cell) all += map.runs(cell % 4, cell / 4);
  CHECK(all == 19);
}

TEST_CASE("many values are cut into bins of equal width; the last one holds its end") {
  Results results = batch_by_hand();
  results.columns[0].numbers.clear();
  for (int run = 0; run < 20; ++run) results.columns[0].numbers.push_back(run / 19.0);
  const OutcomeShares map = shares(results, kNorth, kSouth, 4);
  CHECK(map.columns() == 4);
  CHECK(map.x.from == std::vector<double>{0.0, 0.25, 0.5, 0.75});
  CHECK(map.x.to.back() == 1.0);
  CHECK(place_on(map.x, results.columns[0], 19) == 3);
  CHECK(place_on(map.x, results.columns[0], 0) == 0);
  CHECK(place_on(map.x, results.columns[0], 10) == 2);
  results.columns[0].numbers[3] = kEmpty;
  CHECK(place_on(map.x, results.columns[0], 3) == -1);
  CHECK(shares(results, kNorth, kSouth, 4).left_out == 1);
  CHECK(shares(results, kNorth, kSouth, 25).columns() == 19);
}

TEST_CASE("without an agreement a run ends in a stage; words are places") {
  Results results = batch_by_hand();
  ResultColumn stage{{"stage", Column::Kind::text, Column::Role::metric}, {}, {"first", "second"}};
  for (int run = 0; run < 20; ++run) stage.numbers.push_back(run % 5 == 4 ? 0.0 : 1.0);
  results.columns.push_back(stage);
  const OutcomeShares map = shares(results, kNorth, "reason");
  REQUIRE(map.kinds.size() >= 3);
  CHECK(map.kinds[0] == OutcomeKind{true, "second"});
  CHECK(map.y.words == std::vector<std::string>{"agreement", "deadline"});
  for (int column = 0; column < map.columns(); ++column) CHECK(map.count(column, 1, 0) == 0);
}

TEST_CASE("faults: no such column, twice the same, no metric agreed, no bins") {
  Results results = batch_by_hand();
  CHECK(outcome_shares(results, "actors.north.walkaway", kSouth, 10).error()[0].hint ==
        "did you mean 'actors.north.walk_away'?");
  CHECK_FALSE(outcome_shares(results, kSouth, kSouth, 10));
  CHECK_FALSE(outcome_shares(results, kNorth, kSouth, 0));
  results.columns[2].column.name = "other";
  CHECK_FALSE(outcome_shares(results, kNorth, kSouth, 10));
}
