#include "detente/study/outcome_map.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>

#include "detente/scenario/edit.hpp"
#include "support/data.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only
using support::load_shipped;

namespace {

Field field(const Scenario& scenario, const std::string& path) {
  for (const Field& one : fields_of(scenario)) {
    if (path_of(scenario, one) == path) return one;
  }
  FAIL("no field " << path);
  return {};
}

Knob whole(const Scenario& scenario, const std::string& path) {
  return whole_range(scenario, field(scenario, path));
}

OutcomeMap map_of(const Scenario& scenario, const Run& run, const Knob& x, const Knob& y) {
  auto map = outcome_map(scenario, run, x, y, {7, 5});
  REQUIRE(map);
  return std::move(map).value();
}

void check_cells(const Scenario& scenario, const Run& run, const OutcomeMap& map) {
  for (int row = 0; row < map.rows(); ++row) {
    for (int column = 0; column < map.columns(); ++column) {
      const auto edit = [&](const Knob& knob, double value) {
        return Edit{path_of(scenario, knob.field), Value::of(value), {}};
      };
      Run alone = run;
      alone.edits.push_back(edit(map.knob_x(), map.values_x()[column]));
      alone.edits.push_back(edit(map.knob_y(), map.values_y()[row]));
      const auto outcome = simulate_outcome(scenario, alone);
      REQUIRE(outcome);
      const MapCell& cell = map.at(column, row);
      REQUIRE(cell.ran);
      CHECK(cell.agreed == outcome->agreed);
      CHECK(cell.stage == outcome->stage);
      CHECK(cell.round == outcome->round);
      CHECK(cell.reason == outcome->reason);
      CHECK((cell.package < 0) == outcome->package.empty());
      if (cell.package >= 0) CHECK(map.packages()[cell.package] == outcome->package);
    }
  }
}

}  // namespace

TEST_CASE("every cell is the run with its two numbers edited") {
  const Scenario paris = load_shipped("paris");
  const std::vector<std::pair<const char*, const char*>> knobs = {
      {"actors.russia.walk_away", "stages.settlement.rounds"},
      {"actors.us.tactic.e", "actors.us.power"},
      {"actors.russia.positions.us_forces.ideal", "actors.ukraine.positions.monitoring.salience"}};
  Run run;
  run.edits = {parse_edit("actors.us.walk_away=0.5").value(),
               parse_edit("actors.us.walk_away=0.3").value()};
  run.edits.back().at = At{"guarantees", 4};
  for (const char* model : {"coalition", "offers"}) {
    run.model = model;
    for (const auto& [x, y] : knobs) {
      OutcomeMap map = map_of(paris, run, whole(paris, x), whole(paris, y));
      map.compute(map.columns() * map.rows());
      CHECK(map.done());
      check_cells(paris, run, map);
    }
  }
}

TEST_CASE("a map shows where an outcome turns") {
  const Scenario paris = load_shipped("paris");
  OutcomeMap map = map_of(paris, {}, whole(paris, "actors.russia.walk_away"),
                          whole(paris, "actors.us.walk_away"));
  map.compute(35);
  const auto agreed = [&](int cell) { return map.at(cell % 7, cell / 7).agreed; };
  int deals = 0;
  for (int cell = 0; cell < 35; ++cell) deals += agreed(cell) ? 1 : 0;
  CHECK(deals > 0);
  CHECK(deals < 35);
}

TEST_CASE("the ends of an axis are exact, whole numbers whole, ratios even") {
  const Scenario paris = load_shipped("paris");
  const Knob e{field(paris, "actors.us.tactic.e"), 0.1, 10.0};
  const Knob rounds{field(paris, "stages.guarantees.rounds"), 3, 12};
  const OutcomeMap map = map_of(paris, {}, e, rounds);
  CHECK(map.values_x().front() == 0.1);
  CHECK(map.values_x()[3] == doctest::Approx(1.0));
  CHECK(map.values_x().back() == 10.0);
  CHECK(map.values_y() == std::vector<double>{3, 5, 8, 10, 12});

  const Knob low{field(paris, "actors.us.walk_away"), 0.1, 0.7};
  const auto one = outcome_map(paris, {}, low, rounds, {1, 2});
  REQUIRE(one);
  CHECK(one->values_x() == std::vector<double>{0.1});
  CHECK(one->values_y() == std::vector<double>{3, 12});
}

TEST_CASE("a map is the same in whatever pieces it is computed") {
  const Scenario veto = load_shipped("lessons/veto");
  const Knob x = whole(veto, "actors.alda.walk_away");
  const Knob y = whole(veto, "actors.corva.walk_away");
  OutcomeMap at_once = map_of(veto, {}, x, y);
  at_once.compute(1'000);
  OutcomeMap in_pieces = map_of(veto, {}, x, y);
  for (int piece = 1; !in_pieces.done(); ++piece) in_pieces.compute(piece);
  CHECK(to_csv(at_once) == to_csv(in_pieces));

  std::atomic<bool> asked = true;
  OutcomeMap stopped = map_of(veto, {}, x, y);
  stopped.compute(3);
  stopped.compute(1'000, Stop(&asked));
  CHECK(stopped.computed() == 3);
  CHECK(stopped.at(2, 0).known);
  CHECK_FALSE(stopped.at(3, 0).known);
}

TEST_CASE("a map as CSV") {
  const Scenario towns = load_shipped("lessons/two-parties");
  const Knob x{field(towns, "actors.upper_ford.walk_away"), 0.2, 1.0};
  const Knob y{field(towns, "stages.talks.rounds"), 1, 12};
  auto map = outcome_map(towns, {}, x, y, {2, 2}).value();
  const std::string header =
      "actors.upper_ford.walk_away,stages.talks.rounds,agreed,stage,round,reason," +
      towns.issues.front().id + '\n';
  CHECK(to_csv(map) == header);
  map.compute(3);
  const std::string csv = to_csv(map);
  CHECK(csv.substr(0, header.size()) == header);
  const MapCell& deal = map.at(0, 1);
  REQUIRE(deal.agreed);
  const int option = map.packages()[deal.package].front();
  CHECK(csv.substr(header.size()) ==
        "0.2,1,false,talks,,deadline,\n1,1,false,talks,,no_zone,\n0.2,12,true,talks," +
            std::to_string(deal.round) + ",agreement," + towns.issues.front().options[option].id +
            '\n');
}

TEST_CASE("maps that make no sense come back as diagnostics") {
  const Scenario paris = load_shipped("paris");
  const Knob x = whole(paris, "actors.us.walk_away");
  const Knob y = whole(paris, "actors.russia.walk_away");
  const auto code = [&](const Run& run, const Knob& a, const Knob& b, std::pair<int, int> size) {
    const auto map = outcome_map(paris, run, a, b, size);
    REQUIRE_FALSE(map);
    return map.error().front().code;
  };
  CHECK(code({}, x, x, {2, 2}) == Code::conflicting_keys);
  CHECK(code({}, x, y, {0, 2}) == Code::too_few);
  CHECK(code({.model = "nobody"}, x, y, {2, 2}) == Code::unknown_model);
  CHECK(code({}, {x.field, 0.5, 1.5}, y, {2, 2}) == Code::out_of_range);
  CHECK(code({}, {x.field, 0.5, 0.4}, y, {2, 2}) == Code::out_of_range);
  const Field rounds = field(paris, "stages.guarantees.rounds");
  CHECK(code({}, {rounds, 1.5, 3}, y, {2, 2}) == Code::out_of_range);
}
