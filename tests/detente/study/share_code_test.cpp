#include "detente/study/share_code.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "detente/core/text.hpp"
#include "detente/scenario/edit.hpp"
#include "detente/scenario/field.hpp"
#include "detente/sim/simulate.hpp"
#include "support/data.hpp"

using detente::Edit;
using detente::Move;
using detente::Run;
using detente::Scenario;
using detente::Verdict;

namespace {

constexpr auto kPrint = "0123456789abcdef";
constexpr std::string_view kLetters =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// Numbers that are the same on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 2654435761U + 1) {}

  int below(int count) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<int>((state_ >> 33U) % static_cast<std::uint64_t>(count));
  }

 private:
  std::uint64_t state_;
};

const Scenario& paris() {
  static const Scenario scenario = detente::support::load_shipped("paris");
  return scenario;
}

Edit edit(const std::string& text) {
  auto parsed = detente::parse_edit(text);
  REQUIRE(parsed);
  return std::move(parsed).value();
}

/// One number of the scenario moved to another with two decimals, as a slider would.
Edit random_edit(const Scenario& scenario, Dice& dice) {
  const auto fields = detente::fields_of(scenario);
  const auto& field = fields[dice.below(static_cast<int>(fields.size()))];
  const auto range = detente::range_of(scenario, field);
  double value = range.low + (range.high - range.low) * dice.below(101) / 100.0;
  value = range.whole ? 2.0 + dice.below(20) : std::max(0.01, value);
  const auto number = detente::parse_number(detente::show_fixed(value, 2));
  Edit one{.path = detente::path_of(scenario, field), .value = detente::Value::of(*number)};
  if (dice.below(3) == 0) one.at = {.stage = "guarantees", .round = 1 + dice.below(8)};
  return one;
}

Edit random_text_edit(Dice& dice) {
  static const std::vector<std::string> texts{
      "stages.settlement.reopens=[]",
      "stages.settlement.fallback=kept",
      "actors.russia.tactic={kind: time, e: 4}",
      "actors.us.positions.us_forces.red_line=[none, outside]",
      "stages.guarantees.consent=[us, ukraine]",
      "actors.*.delay_cost=0.01"};
  return edit(texts[dice.below(static_cast<int>(texts.size()))]);
}

/// A move as a person plays it: one in each round, mostly an offer of all issues.
std::vector<Move> random_moves(const Scenario& scenario, Dice& dice) {
  std::vector<Move> moves;
  const int count = dice.below(11);
  const int actor = dice.below(3);
  for (int round = 1; round <= count; ++round) {
    Move move{.at = {"guarantees", round}, .actor = actor};
    move.kind = dice.below(4) == 0 ? Move::Kind::refuse : Move::Kind::offer;
    for (std::size_t issue = 0; issue < scenario.issues.size(); ++issue) {
      if (move.kind != Move::Kind::offer) continue;
      const auto options = static_cast<int>(scenario.issues[issue].options.size());
      move.offer.emplace_back(static_cast<int>(issue), dice.below(options));
    }
    moves.push_back(std::move(move));
  }
  return moves;
}

/// A run as a student makes it, which can be played.
Run random_run(Dice& dice) {
  for (;;) {
    Run run{.seed =
                dice.below(2) == 0 ? paris().seed : static_cast<std::uint64_t>(dice.below(1000))};
    if (dice.below(2) == 0) run.model = dice.below(2) == 0 ? "offers" : "coalition";
    for (int left = 1 + dice.below(4); left > 0; --left) {
      run.edits.push_back(dice.below(5) == 0 ? random_text_edit(dice) : random_edit(paris(), dice));
    }
    run.moves = random_moves(paris(), dice);
    if (detente::simulate_outcome(paris(), run)) return run;
  }
}

std::string code_of(const Run& run) {
  const auto trace = detente::simulate(paris(), run);
  REQUIRE(trace);
  const auto code = detente::share_code(paris(), kPrint, run, *trace);
  REQUIRE(code);
  return *code;
}

void check_same(const Run& left, const Run& right) {
  CHECK(left.model == right.model);
  CHECK(left.seed == right.seed);
  REQUIRE(left.edits.size() == right.edits.size());
  for (std::size_t place = 0; place < left.edits.size(); ++place) {
    CHECK(left.edits[place].path == right.edits[place].path);
    CHECK(to_string(left.edits[place].value) == to_string(right.edits[place].value));
    REQUIRE(left.edits[place].at.has_value() == right.edits[place].at.has_value());
    if (!left.edits[place].at) continue;
    CHECK(left.edits[place].at->stage == right.edits[place].at->stage);
    CHECK(left.edits[place].at->round == right.edits[place].at->round);
  }
  REQUIRE(left.moves.size() == right.moves.size());
  for (std::size_t place = 0; place < left.moves.size(); ++place) {
    CHECK(left.moves[place].at.stage == right.moves[place].at.stage);
    CHECK(left.moves[place].at.round == right.moves[place].at.round);
    CHECK(left.moves[place].actor == right.moves[place].actor);
    CHECK(left.moves[place].kind == right.moves[place].kind);
    CHECK(left.moves[place].offer == right.moves[place].offer);
  }
}

Verdict verdict(const std::string& code) {
  return detente::verify(code, paris(), kPrint);
}

}  // namespace

TEST_CASE("the runs of a class fit on one line each and are read back as they were") {
  std::size_t longest = 0;
  for (int student = 0; student < 120; ++student) {
    Dice dice(static_cast<std::uint64_t>(student));
    const Run run = random_run(dice);
    const std::string code = code_of(run);
    longest = std::max(longest, code.size());
    CHECK(code.size() <= detente::kShareCodeLetters);
    CHECK(code.starts_with("DT1."));
    CHECK(code.find_first_not_of(kLetters, 4) == std::string::npos);
    const auto shared = detente::read_share_code(code, paris(), kPrint);
    REQUIRE(shared);
    check_same(shared->run, run);
    const auto trace = detente::simulate(paris(), run);
    REQUIRE(trace);
    CHECK(shared->claim.agreed == trace->outcome.agreed);
    CHECK(shared->claim.stage == trace->outcome.stage);
    CHECK(shared->claim.round == trace->outcome.round);
    if (student < 30) CHECK(verdict(code) == Verdict::ok);
  }
  MESSAGE("longest code: ", longest);
}

TEST_CASE("one wrong letter, wherever it stands, is found") {
  for (std::uint64_t student = 0; student < 3; ++student) {
    Dice dice(student);
    const std::string code = code_of(random_run(dice));
    for (std::size_t place = 0; place < code.size(); ++place) {
      for (const char letter : std::string(kLetters) + "-._+/ ") {
        if (letter == code[place]) continue;
        std::string changed = code;
        changed[place] = letter;
        CHECK_FALSE(detente::read_share_code(changed, paris(), kPrint));
      }
      std::string shorter = code;
      shorter.erase(place, 1);
      CHECK_FALSE(detente::read_share_code(shorter, paris(), kPrint));
      std::string exchanged = code;
      if (place > 0) std::swap(exchanged[place], exchanged[place - 1]);
      CHECK((exchanged == code || !detente::read_share_code(exchanged, paris(), kPrint)));
    }
  }
}

TEST_CASE("a verdict says what is wrong") {
  const Run run{.edits = {edit("actors.russia.walk_away=0.66")}};
  const std::string code = code_of(run);
  CHECK(verdict(code) == Verdict::ok);
  CHECK(verdict(" " + code + "\r\n") == Verdict::ok);
  CHECK(verdict(code.substr(0, 20) + "\n" + code.substr(20)) == Verdict::ok);
  CHECK(detente::verify(code, paris(), "fedcba9876543210") == Verdict::other_scenario);
  for (const char* none : {"", "DT1.", "hello", "dt1.abc", "DT2.abcdefgh", "DT1.ab!"}) {
    CHECK(verdict(none) == Verdict::malformed);
  }
  CHECK(verdict("DT1.0") == Verdict::tampered);
  CHECK(verdict("DT1.00000000") == Verdict::tampered);
  CHECK(verdict("DT1." + std::string(100'000, 'z')) == Verdict::tampered);
  std::string changed = code;
  changed[9] = changed[9] == 'a' ? 'b' : 'a';
  CHECK(verdict(changed) == Verdict::tampered);
  // sound in itself, but the run ends otherwise
  const auto other = detente::simulate(paris(), {});
  REQUIRE(other);
  const auto boast = detente::share_code(paris(), kPrint, run, *other);
  REQUIRE(boast);
  CHECK(detente::read_share_code(*boast, paris(), kPrint));
  CHECK(verdict(*boast) == Verdict::tampered);
  const auto fault = detente::read_share_code("?", paris(), kPrint);
  REQUIRE_FALSE(fault);
  CHECK(fault.error().front().code == detente::Code::bad_share_code);
}

TEST_CASE("numbers keep the form in which they were written") {
  for (const char* text : {"0.50", "0.5", "1", "1.0", "0.000", "0.123456789", "0.30000000000000004",
                           "1e-1", "0x1", "+1", "00.5", ".5", "-0", "5."}) {
    Run run;
    run.edits.push_back({.path = "actors.us.walk_away", .value = detente::Value::of(text)});
    const auto trace = detente::simulate(paris(), {});
    const auto code = detente::share_code(paris(), kPrint, run, *trace);
    REQUIRE(code);
    check_same(detente::read_share_code(*code, paris(), kPrint)->run, run);
  }
}

TEST_CASE("moves of every kind, in any order, are read back") {
  Run run{.model = "offers", .seed = 18446744073709551615U};
  run.moves = {
      {.at = {"settlement", 12}, .actor = 3, .kind = Move::Kind::leave},
      {.at = {"guarantees", 700}, .actor = 0, .kind = Move::Kind::accept},
      {.at = {"guarantees", 2}, .actor = 1, .kind = Move::Kind::refuse},
      {.at = {"settlement", 1}, .actor = 2, .kind = Move::Kind::offer, .offer = {{4, 3}, {0, 2}}},
      {.at = {"settlement", 2}, .actor = 2, .kind = Move::Kind::offer, .offer = {{1, 3}, {4, 0}}},
  };
  const auto trace = detente::simulate(paris(), {});
  const auto code = detente::share_code(paris(), kPrint, run, *trace);
  REQUIRE(code);
  check_same(detente::read_share_code(*code, paris(), kPrint)->run, run);
}

TEST_CASE("what does not fit has no code") {
  Run run;
  for (int round = 1; round <= 12; ++round) {
    Edit one = edit("actors.us.title=\"A title of its own in each round\"");
    one.at = {.stage = "guarantees", .round = round};
    run.edits.push_back(std::move(one));
  }
  const auto trace = detente::simulate(paris(), {});
  CHECK_FALSE(detente::share_code(paris(), kPrint, run, *trace));
  // a stage that the scenario does not have
  Run lost;
  lost.edits = {edit("seed=2")};
  lost.edits.front().at = {.stage = "nowhere", .round = 1};
  CHECK_FALSE(detente::share_code(paris(), kPrint, lost, *trace));
  Run strange{.model = "no such model"};
  CHECK_FALSE(detente::share_code(paris(), kPrint, strange, *trace));
}

TEST_CASE("a text of any letters is kept") {
  const auto trace = detente::simulate(paris(), {});
  const Run run{.edits = {edit("actors.us.title=\"САЩ: 5 %\"")}};
  const auto code = detente::share_code(paris(), kPrint, run, *trace);
  REQUIRE(code);
  check_same(detente::read_share_code(*code, paris(), kPrint)->run, run);
}
