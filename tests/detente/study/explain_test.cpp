// Explanations are true: terms add up, every flip shown turns the decision, and a brute-force scan
// finds nothing nearer.

#include "detente/study/explain.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <optional>

#include "detente/core/rng.hpp"
#include "detente/scenario/edit.hpp"
#include "detente/study/flips.hpp"
#include "detente/study/worlds.hpp"
#include "literal/generate.hpp"
#include "support/data.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only

namespace {

constexpr int kDecisions = 500;
constexpr int kFinerSteps = 1'000;  // of the brute-force scan, over each field's range

/// The decision of some actor in some round of a random scenario; nothing if it had no turn.
struct Case {
  Scenario scenario{};
  Run run{};
  std::optional<Moment> moment{};
};

Case random_case(std::uint64_t seed) {
  Case found{.scenario = literal::random_scenario(seed)};
  const Rng rng(seed);
  found.run.model = rng.uniform({.draw = 1}) < 0.8 ? "coalition" : "offers";
  const auto trace = simulate(found.scenario, found.run);
  REQUIRE(trace);
  const auto pick = [&](std::size_t count, std::uint32_t draw) {
    return static_cast<int>(rng.uniform({.draw = draw}) * static_cast<double>(count));
  };
  const TraceStage& stage = trace->stages[pick(trace->stages.size(), 2)];
  if (stage.rounds.size() < 2) return found;
  const int round = 1 + pick(stage.rounds.size() - 1, 3);
  const int actor = stage.parties[pick(stage.parties.size(), 4)];
  auto moment = find_decision(found.scenario, found.run, {stage.stage, round, actor});
  if (moment) found.moment = std::move(moment).value();
  return found;
}

/// The smallest change of any one field that turns the decision round in all worlds: every point
/// of a fine grid over every field's whole range, then bisected. Knows nothing of the search.
class BruteForce {
 public:
  BruteForce(const Moment& moment, const FlipSearch& search)
      : moment_(&moment),
        probe_(moment),
        scenario_(moment.before.scenario()),
        worlds_(robustness_worlds(scenario_, search)) {}

  double least() {
    for (const Field& field : fields_in_play(*moment_, probe_)) {
      for (const double sign : {1.0, -1.0}) scan(field, sign);
    }
    return least_;
  }

 private:
  void scan(const Field& field, double sign) {
    const FieldRange range = range_of(scenario_, field);
    const double now = get(scenario_, field);
    const double end = sign > 0 ? range.high : range.low;
    if (sign * (end - now) <= 0.0) return;
    const double limit = std::min(range.distance(now, end), least_);
    if (range.whole) {
      scan_whole(field, sign, limit);
      return;
    }
    const auto flips = [&](double part) {
      return flips_at(probe_, field, range.moved(now, sign * part), scenario_, worlds_);
    };
    double before = 0.0;
    while (before < limit && !flips(next(before, limit))) before = next(before, limit);
    if (before >= limit) return;
    double at = next(before, limit);
    while (at - before > 1e-9) {
      const double middle = (at + before) / 2;
      (flips(middle) ? at : before) = middle;
    }
    least_ = std::min(least_, at);
  }

  /// A stage cannot be shorter than the rounds that it has seen.
  void scan_whole(const Field& field, double sign, double limit) {
    const FieldRange range = range_of(scenario_, field);
    const double now = get(scenario_, field);
    const double seen = moment_->before.state().round;
    const double width = range.high - range.low;
    const auto most = static_cast<int>(limit * width + 1e-9);
    for (int off = 1; off <= most; ++off) {
      const double value = now + sign * off;
      const bool turns = value >= seen && flips_at(probe_, field, value, scenario_, worlds_);
      if (turns) least_ = std::min(least_, off / width);
    }
  }

  static double next(double part, double limit) {
    return std::min(limit, (std::floor(part * kFinerSteps + 0.5) + 1.0) / kFinerSteps);
  }

  const Moment* moment_;
  Probe probe_;
  Scenario scenario_;
  std::vector<Scenario> worlds_;
  double least_ = std::numeric_limits<double>::infinity();
};

/// Whether a field that is not in play turns the decision round anywhere in its range.
bool outsiders_matter(const Moment& moment) {
  const Probe probe(moment);
  Scenario scenario = moment.before.scenario();
  std::vector<std::string> in_play;
  for (const Field& field : fields_in_play(moment, probe)) {
    in_play.push_back(path_of(scenario, field));
  }
  for (const Field& field : fields_of(scenario)) {
    const bool searched =
        std::find(in_play.begin(), in_play.end(), path_of(scenario, field)) != in_play.end();
    if (searched || field.kind == Field::Kind::value) continue;
    const FieldRange range = range_of(scenario, field);
    const double now = get(scenario, field);
    for (int step = 0; step <= 20; ++step) {
      set(scenario, field,
          std::round(20 * (range.low + step * (range.high - range.low) / 20)) / 20);
      if (probe.differs(scenario)) return true;
    }
    set(scenario, field, now);
  }
  return false;
}

/// The decision by the engine's own turn on tables compiled anew.
Decision::Kind answer_of_whole_table(const Moment& moment, const Scenario& scenario) {
  const Simulation& before = moment.before;
  const StageTables tables = compile(scenario, before.tables().view);
  const Step step = before.model().turn(tables, before.state(), before.log(), before.moves());
  return read_decision(tables, {}, step.turn, moment.party, false).kind;
}

}  // namespace

TEST_CASE("500 random decisions: the nearest flip is the one that a brute-force scan finds") {
  int looked_at = 0;
  int without = 0;
  const FlipSearch search{};
  for (std::uint64_t seed = 1; looked_at < kDecisions; ++seed) {
    CAPTURE(seed);
    const Case random = random_case(seed);
    if (!random.moment || !Probe(*random.moment).answers()) continue;
    ++looked_at;
    double nearest = std::numeric_limits<double>::infinity();
    for (const Flip& flip : find_flips(*random.moment, search)) {
      if (!flip.offer) nearest = std::min(nearest, flip.change);
    }
    const double scanned = BruteForce(*random.moment, search).least();
    if (std::isinf(scanned)) ++without;
    CHECK(std::isinf(nearest) == std::isinf(scanned));
    if (!std::isinf(scanned)) CHECK(std::abs(nearest - scanned) <= 1e-6);
  }
  MESSAGE(without << " of " << kDecisions << " decisions have no single change that turns them");
}

TEST_CASE("what the search leaves out never turns a decision round") {
  int looked_at = 0;
  for (std::uint64_t seed = 2'000; looked_at < 60; ++seed) {
    CAPTURE(seed);
    const Case random = random_case(seed);
    if (!random.moment || !Probe(*random.moment).answers()) continue;
    ++looked_at;
    CHECK_FALSE(outsiders_matter(*random.moment));
  }
}

TEST_CASE("an answer taken again alone is the one that the whole table would give") {
  int compared = 0;
  for (std::uint64_t seed = 4'000; compared < 400; ++seed) {
    CAPTURE(seed);
    const Case random = random_case(seed);
    if (!random.moment || random.moment->turn.answer == Answer::none) continue;
    const auto world = nearby_world(random.moment->before.scenario(), seed, 0, {.part = 0.2});
    const Decision::Kind whole = answer_of_whole_table(*random.moment, world);
    if (whole == Decision::Kind::leave) continue;
    CHECK(static_cast<int>(Probe(*random.moment).retake(world)) == static_cast<int>(whole));
    ++compared;
  }
}

TEST_CASE("terms add up to the utility shown") {
  int checked = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    CAPTURE(seed);
    const Case random = random_case(seed);
    if (!random.moment) continue;
    const auto& before = random.moment->before;
    const auto explanation = explain(random.scenario, random.run,
                                     {before.tables().view.stage, before.state().round,
                                      before.tables().parties[random.moment->party].actor},
                                     0);
    REQUIRE(explanation);
    if (explanation->decision.index < 0) continue;
    double sum = 0.0;
    for (const Term& term : explanation->terms) {
      CHECK(term.product == term.weight * term.value);
      sum += term.product;
    }
    CHECK(std::abs(sum - explanation->decision.utility) <= 1e-9);
    ++checked;
  }
  CHECK(checked > 75);
}

TEST_CASE("a flip shown for Paris turns the decision when it is made in a run of its own") {
  const Scenario paris = support::load_shipped("paris");
  const auto explanation = explain(paris, {}, {});
  REQUIRE(explanation);
  CHECK(paris.actors[explanation->actor].id == "russia");
  CHECK(explanation->decision.kind == Decision::Kind::accept);
  REQUIRE(!explanation->flips.empty());
  CHECK(explanation->flips.size() <= 3);
  for (const Flip& flip : explanation->flips) {
    CAPTURE(flip.path);
    CHECK(flip.decision_after == Decision::Kind::refuse);
    CHECK(flip.holds >= 0);
    CHECK(flip.holds <= 100);
    if (flip.offer) continue;
    const Stage& stage = paris.stages[explanation->stage];
    const Run branch{.edits = {{flip.path, Value::of(flip.to), At{stage.id, explanation->round}}}};
    const auto again = simulate_outcome(paris, branch);
    REQUIRE(again);
    CHECK(again->agreed == flip.outcome_after.agreed);
    CHECK(again->round == flip.outcome_after.round);
  }
}

TEST_CASE("places that were not played are told apart") {
  const Scenario paris = support::load_shipped("paris");
  const auto message = [&](const DecisionAt& at) {
    const auto explanation = explain(paris, {}, at, 0);
    REQUIRE_FALSE(explanation);
    return explanation.error().front().message;
  };
  CHECK(message({.stage = 0, .round = 99}) ==
        "stage 'guarantees' has no round 99 in this run: it ended in round 8");
  CHECK(message({.round = 99}) ==
        "no stage has a round 99 in this run: 'guarantees' ended in round 8, 'settlement' ended in "
        "round 11");
  CHECK(message({.stage = 0, .round = 1, .actor = 4}) ==
        "'russia' is no party of stage 'guarantees'");
}

TEST_CASE("at a deadline the refusal with the smallest shortfall is explained") {
  const Scenario paris =
      support::with(support::load_shipped("paris"), {{"actors.russia.walk_away", 0.66}});
  const auto explanation = explain(paris, {}, {}, 0);
  REQUIRE(explanation);
  CHECK(explanation->decision.kind == Decision::Kind::refuse);
  CHECK(explanation->round == 12);
  CHECK(paris.actors[explanation->actor].id == "russia");
  CHECK(explanation->history.size() == 3);
}

TEST_CASE("a study that is asked to stop says so") {
  const Scenario veto = support::load_shipped("lessons/veto");
  std::atomic<bool> asked = false;
  const auto free = explain(veto, {}, {}, 5, Stop(&asked));
  REQUIRE(free);
  CHECK(free->holds == explain(veto, {}, {}, 5)->holds);
  CHECK(holds(veto, {}, free->outcome, 5, Stop(&asked)) == free->holds);

  asked = true;
  const auto stopped = explain(veto, {}, {}, 5, Stop(&asked));
  REQUIRE_FALSE(stopped);
  CHECK(stopped.error().front().code == Code::stopped);
  CHECK(holds(veto, {}, free->outcome, 5, Stop(&asked)) == -1);
  const auto moment = find_decision(veto, {}, {});
  REQUIRE(moment);
  CHECK(find_flips(*moment, {.stop = Stop(&asked)}).empty());
}

TEST_CASE("history is what explaining the rounds before would tell") {
  const Scenario paris = support::load_shipped("paris");
  for (const char* model : {"coalition", "offers"}) {
    const Run run{.model = model};
    const auto moment = find_decision(paris, run, {1, 9, index_of(paris.actors, "russia")});
    REQUIRE(moment);
    REQUIRE(moment->history.size() == 3);
    for (int step = 0; step < 3; ++step) {
      const HistoryStep& shown = moment->history[step];
      CHECK(shown.round == 6 + step);
      const auto then =
          find_decision(paris, run, {1, shown.round, index_of(paris.actors, "russia")});
      REQUIRE(then);
      CHECK(shown.kind == then->decision.kind);
      CHECK(shown.package == then->decision.package);
      CHECK(shown.utility == then->decision.utility);
      CHECK(shown.threshold == then->decision.threshold);
    }
    CHECK(moment->outcome.round == simulate_outcome(paris, run)->round);
  }
}

TEST_CASE("worlds counted together are those counted run by run") {
  int changed = 0;
  for (const char* name : {"paris", "lessons/veto"}) {
    const Scenario scenario = support::load_shipped(name);
    for (const char* model : {"coalition", "offers"}) {
      for (const int round : {0, 4}) {
        CAPTURE(name);
        CAPTURE(model);
        CAPTURE(round);
        const Run run{.model = model};
        const auto explanation = explain(scenario, run, {.round = round}, 20);
        REQUIRE(explanation);
        CHECK(explanation->holds == holds(scenario, run, explanation->outcome, 20));
        for (const Flip& flip : explanation->flips) {
          if (flip.offer) continue;
          Run other = run;
          const At at{scenario.stages[explanation->stage].id, explanation->round};
          other.edits.push_back({flip.path, Value::of(flip.to), at});
          const auto outcome = simulate_outcome(scenario, other);
          REQUIRE(outcome);
          CHECK(outcome->round == flip.outcome_after.round);
          CHECK(flip.holds == holds(scenario, other, *outcome, 20));
          changed += flip.holds != explanation->holds ? 1 : 0;
        }
      }
    }
  }
  CHECK(changed > 0);
}
