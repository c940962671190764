#include "detente/scenario/patch.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "detente/scenario/edit.hpp"
#include "detente/scenario/field.hpp"
#include "detente/scenario/load.hpp"
#include "detente/scenario/same.hpp"
#include "support/data.hpp"

using detente::Edit;
using detente::Field;
using detente::Scenario;
using detente::Value;
using Lines = std::vector<std::string>;

namespace {

constexpr auto kYaml = R"(# a test
schema: detente/scenario/1
id: t
title: 'It''s a test'   # stays
summary: |
  Two lines
  of text.

issues:
  q: {options: {low: {at: 0}, mid: {at: 40}, high: {at: 100}}}
  r: {options: [none, some, all]}   # short
  s: {options: {count: 3, prefix: v}}
actors:
  us:
    title: "САЩ: едно"  # Кирилица
    tactic: boulware
    walk_away:   0.40   # [assumed] exactly
    positions:
      q: {ideal: mid, salience: 0.5}   # one
      r:
        ideal: 0        # two
        # the last word on r
      s: {ideal: 1}
  eu:
    tactic: {kind: time, e: 2}
    positions:
      q:
        values:         # scores
          low: 0        # worst
          mid: 0.5
          high: 1       # best
      r: {values: [0, 0.5, 1]}
      s: {ideal: 5, because: plain
            words on two lines}
  un: {}
ties:
  - {between: [us, eu], strength: 0.5}
  - from: un
    to: us
    strength: 0.2    # weak
stages:
  - id: first
    parties: [us, eu]
    rounds: 8
  - {id: second, parties: [us, eu], keeps: first, reopens: [q]}
)";

std::string read_file(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

Lines lines_of(const std::string& text) {
  Lines lines(1);
  for (const char letter : text) {
    if (letter == '\n') {
      lines.emplace_back();
    } else {
      lines.back() += letter;
    }
  }
  return lines;
}

Edit edit(const std::string& text) {
  auto parsed = detente::parse_edit(text);
  REQUIRE(parsed);
  return std::move(parsed).value();
}

Scenario read(const std::string& yaml) {
  auto loaded = detente::parse_scenario(yaml, "t");
  if (!loaded) FAIL(detente::to_string(loaded.error().front()));
  return std::move(loaded).value().scenario;
}

/// The patched text, which must read as the changed scenario.
std::string patched(const std::string& yaml, const std::vector<Edit>& edits) {
  const auto text = detente::patch(yaml, "t", edits);
  if (!text) {
    FAIL(detente::to_string(text.error().front()));
    return {};
  }
  const auto wanted = detente::apply(read(yaml), edits);
  REQUIRE(wanted);
  CHECK(detente::same(read(*text), *wanted));
  return *text;
}

/// What a change makes of the test's text: `-` and `+` before lines that went and came.
std::string change(const std::string& text) {
  const Lines before = lines_of(kYaml);
  const Lines after = lines_of(patched(kYaml, {edit(text)}));
  const auto [old, fresh] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
  const auto [old_end, fresh_end] =
      std::mismatch(before.rbegin(), std::make_reverse_iterator(old), after.rbegin(),
                    std::make_reverse_iterator(fresh));
  std::string difference;
  for (auto line = old; line != old_end.base(); ++line) difference += '-' + *line + '\n';
  for (auto line = fresh; line != fresh_end.base(); ++line) difference += '+' + *line + '\n';
  return difference;
}

/// Another number that the field may hold.
double other_number(const Scenario& scenario, const Field& field) {
  const auto range = detente::range_of(scenario, field);
  const double now = detente::get(scenario, field);
  if (range.whole) return now + 1.0;
  return now > (range.low + range.high) / 2.0 ? now / 2.0 : (now + range.high) / 2.0;
}

/// The number before a comment, in the one line that differs.
void check_one_scalar(const std::string& before, const std::string& after,
                      const std::string& fresh) {
  const Lines old_lines = lines_of(before);
  const Lines new_lines = lines_of(after);
  REQUIRE(old_lines.size() == new_lines.size());
  int changed = 0;
  for (std::size_t line = 0; line < old_lines.size(); ++line) {
    const std::string& one = old_lines[line];
    const std::string& other = new_lines[line];
    if (one == other) continue;
    ++changed;
    const auto first = static_cast<std::size_t>(
        std::mismatch(one.begin(), one.end(), other.begin(), other.end()).first - one.begin());
    const std::size_t from = other.rfind(' ', first) + 1;
    const std::size_t start = std::max(from, other.find_last_of("[{", first) + 1);
    CHECK(other.substr(start, fresh.size()) == fresh);
    const std::string rest = other.substr(start + fresh.size());
    CHECK(one.ends_with(rest));
    const std::string gone = one.substr(start, one.size() - rest.size() - start);
    CHECK(gone.find_first_of(" ,:#") == std::string::npos);
  }
  CHECK(changed == 1);
}

}  // namespace

TEST_CASE("each number of the shipped scenarios changes in place, and nothing else") {
  for (const std::string& file : detente::support::shipped_files()) {
    const std::string yaml = read_file(file);
    const Scenario scenario = read(yaml);
    const auto loaded = detente::parse_scenario(yaml, file);
    for (const Field& field : detente::fields_of(scenario)) {
      const std::string path = detente::path_of(scenario, field);
      const auto& given = loaded->given;
      const bool is_given = std::any_of(given.begin(), given.end(),
                                        [&](const auto& one) { return one.path == path; });
      const Edit one{.path = path, .value = Value::of(other_number(scenario, field))};
      const auto text = detente::patch(yaml, file, {one});
      CAPTURE(path);
      REQUIRE(text);
      if (is_given) {
        check_one_scalar(yaml, *text, one.value.scalar);
      } else {
        CHECK(lines_of(*text).size() >= lines_of(yaml).size());
      }
      CHECK(detente::same(read(*text), *detente::apply(scenario, one)));
    }
  }
}

TEST_CASE("a change that says what is written leaves every byte alone") {
  CHECK(change("actors.us.walk_away=0.4").empty());
  CHECK(change("stages.first.rounds=8.0").empty());
  CHECK(patched(kYaml, {}) == kYaml);
}

TEST_CASE("a scalar changes at its place, with its blanks, comment and quotes") {
  CHECK(change("actors.us.walk_away=0.5") ==
        "-    walk_away:   0.40   # [assumed] exactly\n"
        "+    walk_away:   0.5   # [assumed] exactly\n");
  CHECK(change("title=\"That's all: folks\"") ==
        "-title: 'It''s a test'   # stays\n+title: 'That''s all: folks'   # stays\n");
  CHECK(change("actors.us.title=Съединени щати") ==
        "-    title: \"САЩ: едно\"  # Кирилица\n+    title: \"Съединени щати\"  # Кирилица\n");
  CHECK(change("actors.eu.positions.s.because=short") ==
        "-      s: {ideal: 5, because: plain\n-            words on two lines}\n"
        "+      s: {ideal: 5, because: short}\n");
  CHECK(change("summary=One line.") ==
        "-summary: |\n-  Two lines\n-  of text.\n+summary: One line.\n");
  CHECK(change("actors.us.positions.q.ideal=60") ==
        "-      q: {ideal: mid, salience: 0.5}   # one\n"
        "+      q: {ideal: 60, salience: 0.5}   # one\n");
  CHECK(change("ties.un.us.strength=-0.3") ==
        "-    strength: 0.2    # weak\n+    strength: -0.3    # weak\n");
  CHECK(change("ties.eu.us.strength=0.75") ==
        "-  - {between: [us, eu], strength: 0.5}\n+  - {between: [us, eu], strength: 0.75}\n");
}

TEST_CASE("a list or a map changes as a whole") {
  CHECK(change("stages.second.reopens=[q, r]") ==
        "-  - {id: second, parties: [us, eu], keeps: first, reopens: [q]}\n"
        "+  - {id: second, parties: [us, eu], keeps: first, reopens: [q, r]}\n");
  CHECK(change("actors.eu.tactic={kind: hardliner, leave_after: 3}") ==
        "-    tactic: {kind: time, e: 2}\n+    tactic: {kind: hardliner, leave_after: 3}\n");
  CHECK(change("actors.eu.positions.q.values=[1, 0.5, 0]") ==
        "-        values:         # scores\n-          low: 0        # worst\n"
        "-          mid: 0.5\n-          high: 1       # best\n"
        "+        values: [1, 0.5, 0]         # scores       # best\n");
}

TEST_CASE("a key that is not there yet comes behind its siblings") {
  CHECK(change("actors.us.power=3") == "+    power: 3\n");
  CHECK(change("actors.us.positions.r.salience=0.3") == "+        salience: 0.3\n");
  CHECK(change("stages.first.walk_away.us=0.6") == "+    walk_away: {us: 0.6}\n");
  CHECK(change("actors.us.positions.q.loss=quadratic") ==
        "-      q: {ideal: mid, salience: 0.5}   # one\n"
        "+      q: {ideal: mid, salience: 0.5, loss: quadratic}   # one\n");
  CHECK(change("actors.un.positions.q.ideal=low") ==
        "-  un: {}\n+  un: {positions: {q: {ideal: low}}}\n");
  CHECK(change("models.coalition.channel=0.2") == "+models: {coalition: {channel: 0.2}}\n");
  CHECK(change("ties.eu.un.strength=0.1") == "+  - {between: [eu, un], strength: 0.1}\n");
  CHECK(change("ties.us.un.strength=0.1") == "+  - {from: us, to: un, strength: 0.1}\n");
}

TEST_CASE("a short form is written out where one part of it changes") {
  CHECK(change("actors.us.tactic.leave_after=4") ==
        "-    tactic: boulware\n+    tactic: {kind: boulware, leave_after: 4}\n");
  CHECK(change("actors.us.tactic.kind=conceder") ==
        "-    tactic: boulware\n+    tactic: conceder\n");
  CHECK(change("issues.r.options.some.at=20") ==
        "-  r: {options: [none, some, all]}   # short\n"
        "+  r: {options: {none: {at: 0}, some: {at: 20}, all: {at: 100}}}   # short\n");
  CHECK(change("issues.s.options.v1.title=Middle") ==
        "-  s: {options: {count: 3, prefix: v}}\n"
        "+  s: {options: {v0: {at: 0}, v1: {title: Middle, at: 50}, v2: {at: 100}}}\n");
  CHECK(change("actors.eu.positions.r.values.some=0.25") ==
        "-      r: {values: [0, 0.5, 1]}\n+      r: {values: [0, 0.25, 1]}\n");
}

TEST_CASE("what replaces something else takes its place") {
  CHECK(change("actors.eu.positions.r.ideal=none") ==
        "-      r: {values: [0, 0.5, 1]}\n+      r: {ideal: none}\n");
  CHECK(change("actors.us.positions.r.values=[1, 0, 0]") ==
        "-        ideal: 0        # two\n+        values: [1, 0, 0]        # two\n");
  CHECK(change("actors.eu.tactic.kind=boulware") ==
        "-    tactic: {kind: time, e: 2}\n+    tactic: {kind: boulware, e: 4}\n");
}

TEST_CASE("a path with a star changes every place that it stands for") {
  const std::string text =
      patched(kYaml, {edit("actors.*.delay_cost=0.01"), edit("ties.*.*.strength=1")});
  std::size_t found = 0;
  for (const std::string& line : lines_of(text)) {
    found += line.find("delay_cost: 0.01") != std::string::npos ? 1U : 0U;
    found += line.find("strength: 1") != std::string::npos ? 1U : 0U;
  }
  CHECK(found == 5);
}

TEST_CASE("many changes at once, also on top of each other") {
  const std::string text =
      patched(kYaml, {edit("actors.us.tactic.e=3"), edit("actors.us.tactic.start=0.9"),
                      edit("actors.us.tactic.e=5"), edit("actors.un.power=2"),
                      edit("actors.un.walk_away=0.1"), edit("model=offers"), edit("seed=7")});
  CHECK(text.find("tactic: {kind: boulware, e: 5, start: 0.9}\n") != std::string::npos);
  CHECK(text.find("un: {power: 2, walk_away: 0.1}\n") != std::string::npos);
  CHECK(text.ends_with("model: offers\nseed: 7\n"));
}

TEST_CASE("the stage that a file does not name can be changed") {
  const std::string yaml =
      "schema: detente/scenario/1\nid: t\ntitle: T\nissues: {q: {options: [a, b]}}\n"
      "actors: {us: {positions: {q: {ideal: a}}}, eu: {positions: {q: {ideal: b}}}}";
  CHECK(patched(yaml, {edit("stages.talks.rounds=6")}) ==
        yaml + "\nstages: [{id: talks, rounds: 6}]");
  CHECK(patched(yaml, {edit("ties.us.eu.strength=1")}) ==
        yaml + "\nties: [{between: [us, eu], strength: 1}]");
}

TEST_CASE("line ends and a byte order mark stay") {
  std::string yaml = "\xEF\xBB\xBF";
  for (const char letter : std::string(kYaml))
    yaml += letter == '\n' ? "\r\n" : std::string(1, letter);
  const std::string text = patched(
      yaml, {edit("actors.us.walk_away=0.5"), edit("actors.us.power=3"), edit("summary=One")});
  CHECK(text.starts_with("\xEF\xBB\xBF# a test\r\n"));
  CHECK(std::count(text.begin(), text.end(), '\n') == std::count(text.begin(), text.end(), '\r'));
  CHECK(text.find("    power: 3\r\n") != std::string::npos);
  CHECK(text.find("walk_away:   0.5   # [assumed] exactly\r\n") != std::string::npos);
}

TEST_CASE("a scenario in JSON stays JSON as far as its values are") {
  const std::string yaml = R"({"schema": "detente/scenario/1", "id": "t", "title": "T",
 "issues": {"q": {"options": {"a": {"at": 0}, "b": {"at": 100}}}},
 "actors": {"us": {"walk_away": 0.5, "positions": {"q": {"ideal": 1}}}, "eu": {
   "positions": {"q": {"ideal": 2}}}}
})";
  const std::string text = patched(yaml, {edit("actors.us.walk_away=0.25"), edit("title=U")});
  CHECK(text.find("\"walk_away\": 0.25, ") != std::string::npos);
  CHECK(text.find("\"title\": \"U\",\n") != std::string::npos);
  patched(yaml, {edit("actors.eu.power=3"), edit("seed=4"), edit("stages.talks.rounds=3")});
}

TEST_CASE("what cannot be written is refused, and says so") {
  const auto refused = [](const std::string& yaml, const std::vector<Edit>& edits) {
    const auto text = detente::patch(yaml, "t", edits);
    REQUIRE_FALSE(text);
    return text.error().front();
  };
  CHECK(refused(kYaml, {edit("actors.us.walk_away=7")}).code == detente::Code::out_of_range);
  CHECK(refused(kYaml, {edit("actors.us.walkaway=0.7")}).code == detente::Code::wrong_path);
  CHECK(refused("id: t\n", {}).code == detente::Code::missing_key);
  Edit late = edit("actors.us.walk_away=0.5");
  late.at = {.stage = "first", .round = 2};
  CHECK(refused(kYaml, {late}).hint == "save an overlay instead");
  // too many options to write them all out
  std::string long_form = kYaml;
  long_form.replace(long_form.find("count: 3"), 8, "count: 99");
  CHECK(refused(long_form, {edit("issues.s.options.v7.title=x")}).path ==
        "issues.s.options.v7.title");
  // anchors are no part of the format
  std::string anchored = kYaml;
  anchored.replace(anchored.find("0.40"), 4, "&a 0.40");
  CHECK(refused(anchored, {edit("actors.us.walk_away=0.5")}).code == detente::Code::not_plain);
}

TEST_CASE("whatever is changed, no comment is lost and no other line moves") {
  std::uint64_t state = 1;
  const auto below = [&](std::size_t count) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>((state >> 33U) % count);
  };
  const auto comments = [](const std::string& yaml) {
    Lines found;
    for (const std::string& line : lines_of(yaml)) {
      const std::size_t place = line.find("# ");
      if (place != std::string::npos) found.push_back(line.substr(place));
    }
    return found;
  };
  for (const std::string& file : detente::support::shipped_files()) {
    const std::string yaml = read_file(file);
    const Scenario scenario = read(yaml);
    const auto fields = detente::fields_of(scenario);
    for (int turn = 0; turn < 8; ++turn) {
      std::vector<Edit> edits;
      for (std::size_t left = 1 + below(4); left > 0; --left) {
        const Field& field = fields[below(fields.size())];
        edits.push_back({.path = detente::path_of(scenario, field),
                         .value = Value::of(other_number(scenario, field))});
      }
      edits.push_back(edit("actors.*.delay_cost=0.02"));
      const std::string text = patched(yaml, edits);
      CHECK(comments(text) == comments(yaml));
    }
  }
}
