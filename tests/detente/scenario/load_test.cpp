#include "detente/scenario/load.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

namespace fs = std::filesystem;

using detente::Loaded;
using detente::Scenario;
using detente::Tactic;

namespace {

constexpr auto kHead = "schema: detente/scenario/1\nid: t\ntitle: Test\n";
constexpr auto kTwo =
    "issues: {q: {options: [low, mid, high]}}\n"
    "actors: {a: {positions: {q: {ideal: 0}}}, b: {positions: {q: {ideal: high}}}}\n";

Loaded loaded(const std::string& yaml) {
  auto result = detente::parse_scenario(kHead + yaml, "t.yaml");
  if (result) return std::move(result).value();
  for (const auto& fault : result.error()) MESSAGE(detente::to_string(fault));
  FAIL("does not load");
  return {};
}

Scenario scenario(const std::string& yaml) {
  return loaded(yaml).scenario;
}

/// All errors of a text behind the usual head, one a line, without their source lines.
std::string faults(const std::string& yaml) {
  const auto result = detente::parse_scenario(kHead + yaml, "t");
  if (result) return {};
  std::string text;
  for (auto fault : result.error()) {
    fault.source.clear();
    text += detente::to_string(fault) + '\n';
  }
  return text;
}

Tactic tactic(const std::string& yaml) {
  return scenario("actors: {a: {tactic: " + yaml + "}}\n").actors.front().tactic;
}

}  // namespace

TEST_CASE("the scenarios that are shipped load without errors or warnings") {
  const fs::path root = fs::path(DETENTE_SOURCE_DIR) / "scenarios";
  int count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (entry.path().extension() != ".yaml") continue;
    if (entry.path().parent_path().filename() == "batch") continue;  // plans
    CAPTURE(entry.path().string());
    const auto result = detente::load_scenario(entry.path().string());
    CHECK(result.has_value());
    ++count;
  }
  CHECK(count >= 1);
}

TEST_CASE("the least that a scenario may say") {
  const Scenario least = scenario("");
  CHECK(least.id == "t");
  CHECK(least.title.words[0] == "Test");
  CHECK(least.model == "coalition");
  CHECK(least.seed == 1);
  CHECK(least.stages.empty());
  CHECK(scenario("actors: {ministry: {title: The ministry}}\n").actors.front().power == 1.0);
}

TEST_CASE("options come as a map, as a list of ids, or counted") {
  const Scenario read = scenario(
      "issues:\n"
      "  one: {options: {none: {title: None, at: 5}, some: , all: {at: 90}}}\n"
      "  two: {options: [none, political, binding]}\n"
      "  pie: {options: {count: 101, prefix: v}, supplier: a}\n"
      "actors: {a: {positions: {one: {ideal: 3}}}}\n");
  const auto& one = read.issues[0].options;
  CHECK(one[0].title.words[0] == "None");
  CHECK(one[0].at == 5.0);
  CHECK(one[1].at == 50.0);  // not given: by its place
  CHECK(one[2].at == 90.0);
  const auto& two = read.issues[1].options;
  CHECK(two[1].id == "political");
  CHECK(two[2].at == 100.0);
  const auto& pie = read.issues[2].options;
  REQUIRE(pie.size() == 101);
  CHECK(pie[7].id == "v7");
  CHECK(pie[7].at == 7.0);
  CHECK(read.issues[2].supplier == 0);
}

TEST_CASE("without stages there is one with everybody and everything, by the id talks") {
  const Scenario read = scenario(kTwo);
  REQUIRE(read.stages.size() == 1);
  CHECK(read.stages[0].id == "talks");
  CHECK(read.stages[0].parties == std::vector{0, 1});
  CHECK(read.stages[0].issues == std::vector{0});
  CHECK(read.stages[0].rounds == 20);
  CHECK_FALSE(read.stages[0].quorum);
  CHECK(faults(std::string(kTwo) + "events: [{stage: talks, round: 3, set: {seed: 2}}]\n").empty());
}

TEST_CASE("positions: an ideal by number or option, scores as a map or a list, red lines") {
  const Scenario read = scenario(
      "issues: {q: {options: [low, mid, high]}, r: {options: [no_way, yes_way]}}\n"
      "sources: {me: {title: Mine, publisher: P, language: bg, url: x}}\n"
      "actors:\n"
      "  a: {positions: {q: {ideal: 30, red_line: [10, high]}, r: {ideal: yes_way}}}\n"
      "  b: {positions: {q: {values: [0, 0.5, 1], salience: 0.4},\n"
      "                  r: {values: {yes_way: 1, no_way: 0.2}}}}\n"
      "  c: {positions: {q: {ideal: mid, salience: 0.5, loss: quadratic, because: {uk: т},\n"
      "                      source: me}}}\n");
  const auto& a = read.actors[0].positions;
  CHECK(a[0].ideal->number == 30.0);
  CHECK(a[0].ideal->option == -1);
  CHECK(a[0].salience == 1.0);
  CHECK(a[0].red_line->first.number == 10.0);
  CHECK(a[0].red_line->second.option == 2);
  CHECK(a[1].ideal->on(read.issues[1]) == 100.0);
  const auto& b = read.actors[1].positions;
  CHECK(b[0].values == std::vector{0.0, 0.5, 1.0});
  CHECK(b[1].values == std::vector{0.2, 1.0});
  CHECK_FALSE(b[0].ideal);
  const auto& c = read.actors[2].positions;
  CHECK(c[0].loss == detente::Loss::quadratic);
  CHECK(c[0].because.words[2] == "т");
  CHECK(c[0].source == "me");
  CHECK(c[1].salience == 0.0);  // no position at all
}

TEST_CASE("tactics by name and by their parts") {
  CHECK(tactic("boulware").e == 4.0);
  CHECK(tactic("linear").e == 1.0);
  CHECK(tactic("conceder").e == 0.25);
  CHECK(tactic("hardliner").kind == Tactic::Kind::hardliner);
  CHECK(tactic("human").kind == Tactic::Kind::human);
  CHECK(tactic("{}").e == 1.0);
  CHECK(tactic("{kind: boulware}").e == 4.0);
  const Tactic whole =
      tactic("{kind: boulware, e: 2, start: 0.9, margin: 0, offer: least, leave_after: 7}");
  CHECK(whole.kind == Tactic::Kind::time);
  CHECK(whole.e == 2.0);
  CHECK(whole.start == 0.9);
  CHECK(whole.margin == 0.0);
  CHECK(whole.offer == Tactic::Offer::least);
  CHECK(whole.leave_after == 7);
}

TEST_CASE("what is known but comes later is never replaced by something else") {
  for (const std::string later : {"solutions", "aspiration", "challenge:scholz-code", "smp"}) {
    CHECK(faults("model: " + later + "\n").find("error[D033]: model '") != std::string::npos);
  }
}

TEST_CASE("texts, delegates and forms of names") {
  const Scenario read = scenario(
      "actors:\n"
      "  a:\n"
      "    title: {bg: САЩ, x-note: mine}\n"
      "    delegates: [Ana, Boris]\n"
      "    forms: {en: {definite: the US, plural: yes}, uk: {genitive: США}}\n"
      "    x-anything: [goes]\n");
  const auto& actor = read.actors[0];
  CHECK(actor.title.in(detente::Language::en, "a") == "САЩ");
  CHECK(actor.delegates == std::vector<std::string>{"Ana", "Boris"});
  CHECK(actor.forms[0]->plural);
  CHECK(actor.forms[0]->cases.at("definite") == "the US");
  CHECK(actor.forms[2]->cases.at("genitive") == "США");
  CHECK_FALSE(actor.forms[1]);
}

TEST_CASE("stages with all their fields") {
  const Scenario read = scenario(
      "issues: {q: {options: [x, z]}, r: {options: [x, z]}}\n"
      "actors: {a: {positions: {q: {ideal: 1}, r: {ideal: 1}}},\n"
      "         b: {positions: {q: {ideal: 1}, r: {ideal: 1}}}, c: {}}\n"
      "stages:\n"
      "  - {id: first, parties: [b, a], advisers: [c], issues: [r, q], quorum: 0.6, rounds: 12,\n"
      "     starts: a, walk_away: {a: 0.5}, pressure: [{by: [a], on: b, per_round: .01,\n"
      "     cost: 0.002}]}\n"
      "  - {id: second, advisers: [c], keeps: first, reopens: [q], consent: [a],\n"
      "     fallback: kept}\n");
  const auto& first = read.stages[0];
  CHECK(first.parties == std::vector{1, 0});
  CHECK(first.advisers == std::vector{2});
  CHECK(first.issues == std::vector{0, 1});  // in the scenario's order
  CHECK(first.quorum == 0.6);
  CHECK(first.starts == 0);
  CHECK(first.walk_away.at(0) == 0.5);
  CHECK(first.pressure[0].by == std::vector{0});
  CHECK(first.pressure[0].on == 1);
  CHECK(first.pressure[0].per_round == 0.01);
  const auto& second = read.stages[1];
  CHECK(second.parties == std::vector{0, 1});  // all but the advisers
  CHECK(second.keeps == 0);
  CHECK(second.reopens == std::vector{0});
  CHECK(second.fallback == detente::Fallback::kept);
}

TEST_CASE("ties of both kinds") {
  const Scenario read = scenario(
      "actors: {a: {}, b: {}}\n"
      "ties: [{from: a, to: b, strength: 0.7}, {from: b, to: a, strength: -1}]\n");
  CHECK(read.ties[0].to == 1);
  CHECK_FALSE(read.ties[0].symmetric);
  CHECK(read.ties[1].strength == -1.0);
  CHECK(scenario("actors: {a: {}, b: {}}\nties: [{between: [b, a], strength: 1}]\n")
            .ties[0]
            .symmetric);
}

TEST_CASE("events, draws, lessons and expectations") {
  const Scenario read = scenario(
      std::string(kTwo) +
      "events: [{stage: talks, round: 4, title: E, set: {actors.a.power: 8, seed: 3}}]\n"
      "uncertain:\n"
      "  actors.a.walk_away: {uniform: [0.3, 0.6]}\n"
      "  actors.b.walk_away: {normal: [0.3, 0.1]}\n"
      "  actors.*.positions.q.ideal: {triangular: [0, 20, 100], each: yes}\n"
      "  actors.a.power: {beta: [2, 3, 1, 9]}\n"
      "  stages.talks.rounds: {choice: [6, 12]}\n"
      "  model: {choice: {offers: 1, coalition: 3}}\n"
      "lesson: {question: Q, notice: [Note, {bg: Н}], try: [{title: T, set: {seed: 2}}],\n"
      "         glossary: {zone: What all accept}}\n"
      "expect: [{command: run, path: outcome.agreed, equals: true, tolerance: 1e-9, source: s}]\n");
  CHECK(read.events[0].edits[1].path == "seed");
  CHECK(read.events[0].edits[1].at->round == 4);
  REQUIRE(read.uncertain.size() == 6);
  CHECK(read.uncertain[0].numbers == std::vector{0.3, 0.6});
  CHECK(read.uncertain[2].each);
  CHECK(read.uncertain[3].kind == detente::Uncertain::Kind::beta);
  CHECK(read.uncertain[4].numbers == std::vector{1.0, 1.0});
  CHECK(read.uncertain[5].choices[1].scalar == "coalition");
  CHECK(read.uncertain[5].numbers[1] == 3.0);
  CHECK(read.lesson.notice[1].words[1] == "Н");
  CHECK(read.lesson.tries[0].edits[0].path == "seed");
  CHECK(read.lesson.glossary[0].first == "zone");
  CHECK(read.expect[0].equals.scalar == "true");
  CHECK(read.expect[0].tolerance == 1e-9);
}

TEST_CASE("parameters of models, and models that are not used yet") {
  const Loaded read =
      loaded("models: {coalition: {channel: 0.4, influence: 0.2}, smp: {x: 1}, challenge: {}}\n");
  CHECK(read.scenario.models.at("coalition").at("channel") == 0.4);
  CHECK(read.scenario.models.at("coalition").at("influence") == 0.2);
  std::vector<std::string> notes;
  for (const auto& note : read.remarks) {
    CHECK(note.severity == detente::Severity::note);
    CHECK(note.code == detente::Code::not_used);
    notes.push_back(note.message);
  }
  CHECK(notes == std::vector<std::string>{"'smp' is not used yet", "'challenge' is not used yet"});
  CHECK(faults("models: {coalition: {influence: 1.2}}\n").find("[D016]: influence") !=
        std::string::npos);
}

TEST_CASE("every leaf that was given has its edit path and place") {
  const Loaded read = loaded(
      "actors:\n"
      "  a: {tactic: boulware, power: 2}\n"
      "  b: {tactic: {e: 2}}\n"
      "ties:\n"
      "  - {between: [a, b], strength: 1}\n"
      "models: {coalition: {channel: 0}}\n");
  std::string given;
  for (const auto& leaf : read.given) {
    given += leaf.path + ' ' + std::to_string(leaf.where.line) + ':' +
             std::to_string(leaf.where.column) + '\n';
  }
  CHECK(given ==
        "title 3:8\nactors.a.tactic 5:15\nactors.a.power 5:32\nactors.b.tactic.e 6:19\n"
        "ties.a.b.strength 8:33\nmodels.coalition.channel 9:31\n");
}

TEST_CASE("numbers are decimal, finite and whole words") {
  for (const std::string odd : {"0x10", ".nan", "1e999", "5 %", "'1,5'", "--1", "1e", "''", ".inf",
                                "~", "[1]", "1_000", "", "\"5\""}) {
    CAPTURE(odd);
    CHECK(
        faults("actors: {a: {power: " + odd + "}}\n").find("error[D015]: power must be a number") !=
        std::string::npos);
  }
  CHECK(scenario("actors: {a: {power: 010}}\n").actors[0].power == 10.0);
  CHECK(scenario("seed: 18446744073709551615\n").seed == 18446744073709551615U);
}

TEST_CASE("words that YAML turns into something else need quotes") {
  for (const std::string word :
       {"yes", "no", "on", "off", "y", "n", "true", "False", "null", "~", "NO"}) {
    CAPTURE(word);
    CHECK(faults("summary: " + word + "\n").find("error[D021]") != std::string::npos);
    CHECK(faults("issues: {q: {options: [" + word + ", maybe]}}\nactors: {a: {}}\n")
              .find("error[D021]") != std::string::npos);
    CHECK(scenario("summary: '" + word + "'\n").summary.words[0] == word);
  }
  const std::string quoted =
      "issues: {q: {options: [\"no\", \"yes\", none]}}\n"
      "actors: {a: {positions: {q: {ideal: \"no\"}}}}\n";
  CHECK(scenario(quoted).issues[0].options[0].id == "no");
}

TEST_CASE("a fault that only follows from another is not reported") {
  // the typo, not the missing key; the missing section, not each name that is then unknown
  CHECK(faults("actors: {a: {}, b: {}}\nties: [{betwen: [a, b], strength: 1}]\n") ==
        "t:5:9: error[D012]: unknown key 'betwen' in ties[0]; did you mean 'between'?\n");
  CHECK(faults("issues: {q: {options: [x, z], supplier: a}}\nstages: [{id: s, parties: [a]}]\n") ==
        "t:1:1: error[D034]: missing section 'actors', who negotiates\n");
  CHECK(faults("issues: {q: {options: [x, z]}}\nactors: {A: {positions: {q: {ideal: x}}}}\n"
               "stages: [{id: s, parties: [a], rounds: 0}]\n") ==
        "t:5:10: error[D020]: id 'A' must be of the letters a-z, digits and _, a letter first in "
        "actors; write 'a'\n"
        "t:6:40: error[D016]: rounds must lie in [1, 10000], is 0 in stages.s\n");
}

TEST_CASE("events see what the events before them did") {
  const std::string two_events =
      std::string(kTwo) +
      "events:\n"
      "  - {stage: talks, round: 2, set: {actors.a.positions.q.values: [0, 1, 0]}}\n"
      "  - {stage: talks, round: 3, set: {actors.a.positions.q.values.low: 0.5}}\n";
  CHECK(faults(two_events).empty());
  CHECK(faults(std::string(kTwo) +
               "events: [{stage: talks, round: 2, set: {actors.a.positions.q.salience: 0}}]\n") ==
        "t:6:41: error[D025]: no issue of this stage matters to 'a' in stages.talks; give it a "
        "salience, or move it to 'advisers'\n");
}

TEST_CASE("other files of the program, other kinds of text and missing files") {
  const auto overlay = detente::parse_scenario("schema: detente/overlay/1\nedits: []\n", "o");
  REQUIRE(overlay.error().size() == 1);
  CHECK(overlay.error()[0].code == detente::Code::unknown_schema);
  CHECK(to_string(detente::load_scenario("nowhere.yaml").error().front()) ==
        "nowhere.yaml: error[D001]: cannot open the file");
  CHECK(detente::load_scenario(DETENTE_SOURCE_DIR).error().front().code ==
        detente::Code::cannot_open);
}
