#include "detente/report/narrate.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

#include "detente/core/text.hpp"
#include "detente/report/example.hpp"
#include "detente/scenario/edit.hpp"
#include "detente/scenario/load.hpp"

namespace detente {
namespace {

const std::string kRoot = DETENTE_SOURCE_DIR;

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string told(const Trace& trace, Language language, bool colour = false) {
  return narrate(trace, {.language = language, .colour = colour, .holds = 71, .worlds = 100});
}

/// Compares with tests/golden/<name>_<language>.txt; with DETENTE_UPDATE_GOLDEN set writes it.
void check_golden(const std::string& name, const Trace& trace) {
  for (const Language language : kLanguages) {
    const std::string file =
        kRoot + "/tests/golden/" + name + "_" + std::string(language_code(language)) + ".txt";
    const std::string text = told(trace, language);
    if (std::getenv("DETENTE_UPDATE_GOLDEN") != nullptr) {
      std::ofstream(file, std::ios::binary) << text;
    }
    std::ifstream stream(file, std::ios::binary);
    const std::string golden{std::istreambuf_iterator<char>(stream), {}};
    CHECK_MESSAGE(text == golden, file);
  }
}

/// No line too long; in Bulgarian and Ukrainian no Latin letters but those of paths and digest.
void check_text(const std::string& text, Language language) {
  const auto lines = lines_of(text);
  for (std::size_t place = 0; place < lines.size(); ++place) {
    CHECK_MESSAGE(count_letters(lines[place]) <= 80, lines[place]);
    const bool is_id = lines[place].find(" = ") != std::string::npos || place + 1 == lines.size();
    if (language != Language::en && !is_id) {
      CHECK_MESSAGE(!example::has_latin(lines[place]), lines[place]);
    }
  }
}

Trace play(const std::string& file, const std::vector<std::string>& edits,
           const std::string& model = {}) {
  const auto loaded = load_scenario(kRoot + "/scenarios/" + file);
  REQUIRE(loaded.has_value());
  Run run{.model = model};
  for (const std::string& edit : edits) run.edits.push_back(parse_edit(edit).value());
  const auto trace = simulate(loaded->scenario, run);
  REQUIRE(trace.has_value());
  return *trace;
}

}  // namespace

TEST_CASE("the hand-made run reads as agreed, in three languages") {
  check_golden("narration_small", example::trace());
}

TEST_CASE("the Paris run reads as agreed, in three languages") {
  check_golden("narration_paris", play("paris.yaml", {}));
}

TEST_CASE("narration keeps to 80 columns and to its script") {
  std::vector<Trace> traces{example::trace()};
  traces.push_back(play("paris.yaml", {}));
  traces.push_back(play("paris.yaml", {"actors.russia.walk_away=0.66"}));
  traces.push_back(play("paris.yaml", {"stages.settlement.rounds=2"}));
  traces.push_back(play("paris.yaml", {"stages.guarantees.rounds=2"}));
  traces.push_back(play("paris.yaml", {"stages.settlement.fallback=kept"}));
  traces.push_back(play("paris.yaml", {"stages.settlement.reopens=[]"}));
  traces.push_back(play("paris.yaml", {}, "offers"));
  traces.push_back(play("paris.yaml", {"actors.russia.walk_away=0.9"}, "offers"));
  traces.push_back(play("lessons/broker.yaml", {}));
  traces.push_back(play("lessons/broker.yaml", {"ties.nevia.karsa.strength=0"}));
  traces.push_back(play("lessons/veto.yaml", {}));
  traces.push_back(play("lessons/two-parties.yaml", {}));
  for (const Trace& trace : traces) {
    for (const Language language : kLanguages) check_text(told(trace, language), language);
  }
}

TEST_CASE("narration ends with the digest") {
  const Trace trace = example::trace();
  for (const Language language : kLanguages) {
    const std::string last = lines_of(told(trace, language)).back();
    CHECK(last.ends_with(' ' + digest(trace)));
  }
}

TEST_CASE("without nearby worlds the outcome still names its assumptions") {
  const std::string text = narrate(example::trace(), {});
  CHECK(text.find("Under these assumptions.\n") != std::string::npos);
  CHECK(text.find("nearby") == std::string::npos);
}

TEST_CASE("colour changes nothing but colour") {
  for (const Language language : kLanguages) {
    std::string text = told(example::trace(), language, true);
    for (const char* const code : {"\x1b[1m", "\x1b[36m", "\x1b[33m", "\x1b[0m"}) {
      for (auto at = text.find(code); at != std::string::npos; at = text.find(code)) {
        text.erase(at, std::string(code).size());
      }
    }
    CHECK(text == told(example::trace(), language));
  }
}

TEST_CASE("the same act has the same verb, whoever does it") {
  Trace trace = example::trace();
  auto swapped = std::make_shared<Scenario>(*trace.scenario);
  std::swap(swapped->actors[0].title, swapped->actors[1].title);
  std::swap(swapped->actors[0].forms, swapped->actors[1].forms);
  const auto count = [](const std::string& text, const std::string& word) {
    int found = 0;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++found;
    return found;
  };
  const std::string before = told(trace, Language::en);
  trace.scenario = swapped;
  const std::string after = told(trace, Language::en);
  for (const char* const verb : {"refuse", "accept", "block", "leave", "pass", "stand"}) {
    CHECK(count(before, verb) == count(after, verb));
  }
}

TEST_CASE("a stage that reopens issues says that each asks for its best again") {
  const std::string text = told(example::trace(), Language::en);
  CHECK(text.find("This issue is open again: “Toll”. On it each party asks for its best again.") !=
        std::string::npos);
  CHECK(text.find("Kept as agreed in “Terms”:\n    Opening of the road: All year") !=
        std::string::npos);
}

}  // namespace detente
