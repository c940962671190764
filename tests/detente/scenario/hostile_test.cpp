// Files that are broken on purpose, or by accident at every place.

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "detente/core/rng.hpp"
#include "detente/scenario/load.hpp"
#include "support/folder.hpp"

using detente::Code;
using detente::Diagnostics;

namespace {

Diagnostics faults(const std::string& yaml) {
  const auto result = detente::parse_scenario(yaml, "t");
  return result ? Diagnostics{} : result.error();
}

bool has(const Diagnostics& faults, Code code) {
  return std::any_of(faults.begin(), faults.end(),
                     [&](const auto& fault) { return fault.code == code; });
}

std::string repeated(const std::string& part, int times) {
  std::string text;
  for (int count = 0; count < times; ++count) text += part;
  return text;
}

std::string content(const std::string& file) {
  std::ostringstream text;
  text << std::ifstream(DETENTE_SOURCE_DIR + ("/" + file), std::ios::binary).rdbuf();
  return text.str();
}

/// Does something to a text at a random place.
class Mutator {
 public:
  explicit Mutator(std::string text) : text_(std::move(text)) {}

  std::string mutate(std::uint32_t run) {
    std::string text = text_;
    const detente::Rng rng(7, run);
    const std::uint32_t changes = 1 + below(rng, 0, 0, 4);
    for (std::uint32_t change = 1; change <= changes; ++change) {
      const std::size_t place = below(rng, change, 0, static_cast<std::uint32_t>(text.size()));
      const std::size_t length = below(rng, change, 1, 12);
      static const std::string parts[] = {"{",  "}",  "[",  "]",   ":",    ",",    "\n", "  ",
                                          "-",  "\t", "\"", "'",   "\xD0", "#",    "*",  "&a ",
                                          "!",  "~",  "no", "|\n", "1e9",  "? ",   "%",  "@",
                                          "{}", "[]", ": ", "- ",  "\r",   "x-y: "};
      switch (below(rng, change, 2, 4)) {
        case 0:
          text.erase(place, length);
          break;
        case 1:
          text.insert(place, parts[below(rng, change, 3, std::size(parts))]);
          break;
        case 2:
          text.insert(place, text.substr(std::size_t{7} * below(rng, change, 4, 40), length));
          break;
        default:
          text[place] = static_cast<char>(below(rng, change, 5, 256));
      }
    }
    return text;
  }

 private:
  static std::uint32_t below(const detente::Rng& rng, std::uint32_t change, std::uint32_t draw,
                             std::uint32_t limit) {
    const double uniform = rng.uniform({.round = change, .draw = draw});
    return static_cast<std::uint32_t>(uniform * limit);
  }

  std::string text_;
};

}  // namespace

TEST_CASE("a billion laughs end at the first alias") {
  std::string bomb = "a0: &a0 [x, x]\n";
  for (int level = 1; level < 30; ++level) {
    const std::string before = "*a" + std::to_string(level - 1);
    const std::string id = "a" + std::to_string(level);
    bomb.append(id).append(": &").append(id).append(" [").append(before).append(", ");
    bomb.append(before).append("]\n");
  }
  CHECK(has(faults(bomb), Code::not_plain));
  CHECK(has(faults("a: &a [*a]\n"), Code::not_plain));
  CHECK(has(faults("a: *nothing\n"), Code::not_plain));
}

TEST_CASE("deep, long and large files end with a word about it") {
  std::string block;
  for (int depth = 0; depth < 1900; ++depth) block += std::string(depth, ' ') + "a:\n";
  for (const std::string& deep :
       {repeated("[", 10'000), repeated("{a: ", 10'000), repeated("- ", 10'000),
        repeated("? ", 10'000), repeated("[", 10'000) + repeated("]", 10'000), block}) {
    const Diagnostics found = faults(deep);
    REQUIRE(has(found, Code::too_large));
    CHECK(found.size() < 200);
  }
  CHECK(has(faults("a: [" + repeated("1,", 300'000) + "]\n"), Code::too_large));
  CHECK(has(faults(std::string(3 << 20, '#')), Code::too_large));
}

TEST_CASE("bytes that are no text are named with their place") {
  const std::string with_nul{"id: a\nmodel: \0b\n", 16};
  Diagnostics found = faults(with_nul);
  REQUIRE(has(found, Code::broken_yaml));
  const auto nul = std::find_if(found.begin(), found.end(),
                                [](const auto& one) { return one.code == Code::broken_yaml; });
  CHECK(nul->where.line == 2);
  CHECK(nul->where.column == 8);
  for (const std::string bad : {"\xC3", "\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xFF",
                                "\xE0\x80\x80", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80"}) {
    CHECK(has(faults("summary: х" + bad + "\n"), Code::not_utf8));
  }
  found = faults(std::string("\xFF\xFEi\0d\0", 6));
  REQUIRE(found.size() == 1);
  CHECK(found[0].hint == "save it as UTF-8");
  CHECK(faults(std::string(100'000, '\xFF')).size() < 100);
}

TEST_CASE("texts that are no map of keys") {
  for (const std::string odd : {"", "\n\n", "# only a comment\n", "- a\n- b\n", "word", "~",
                                "\xEF\xBB\xBF", "---\n", "[]", "42"}) {
    CAPTURE(odd);
    const Diagnostics found = faults(odd);
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == Code::wrong_kind);
    CHECK(found[0].where.line == 1);
  }
  CHECK(has(faults("a: 1\n---\nb: 2\n"), Code::not_plain));
  CHECK(has(faults("? [a]\n: 1\n"), Code::not_plain));
  CHECK(has(faults("a: \"open\nb: 2\n"), Code::broken_yaml));
  CHECK(has(faults("a: 'open"), Code::broken_yaml));
}

TEST_CASE("sections with thousands of entries are named, not read") {
  std::string actors = "schema: detente/scenario/1\nid: a\ntitle: b\nactors:\n";
  for (int actor = 0; actor < 5000; ++actor) actors += "  a" + std::to_string(actor) + ": {}\n";
  const Diagnostics found = faults(actors);
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == Code::too_many);
}

TEST_CASE("a file of 50 MB is refused by its size, from a file and from memory") {
  const auto file = detente::support::own_path("large.yaml");
  {
    std::ofstream large(file, std::ios::binary);
    large << "schema: detente/scenario/1\nid: a\ntitle: b\n";
    const std::string line = "# " + std::string(997, 'x') + "\n";
    for (int count = 0; count < 50'000; ++count) large << line;
  }
  const auto loaded = detente::load_scenario(file.string());
  CHECK(std::filesystem::file_size(file) >= 50'000'000);
  std::filesystem::remove(file);
  REQUIRE_FALSE(loaded);
  REQUIRE(loaded.error().size() == 1);
  CHECK(loaded.error()[0].code == Code::too_large);
  const Diagnostics found = faults(std::string(std::size_t{50} << 20U, '['));
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == Code::too_large);
}

TEST_CASE("maps of 16,000 keys end in diagnostics, wherever they stand") {
  std::string keys;
  for (int key = 0; key < 16'000; ++key) keys += ", k" + std::to_string(key) + ": 1";
  keys = "{" + keys.substr(2) + "}";
  const std::string head =
      "schema: detente/scenario/1\nid: a\ntitle: b\n"
      "issues: {q: {options: [x, z]}, d: {range: [0, 9]}}\n"
      "actors: {a: {positions: {q: {ideal: x}}}, b: {positions: {q: {ideal: z}}}}\n";
  CHECK(has(faults("schema: detente/scenario/1\nid: a\ntitle: b\nx: " + keys), Code::unknown_key));
  CHECK(has(faults(keys), Code::unknown_key));
  CHECK(has(faults(head + "models: " + keys), Code::unknown_model));
  CHECK(has(faults(head + "uncertain: " + keys), Code::too_many));
  CHECK(has(faults(head + "sources: " + keys), Code::too_many));
  CHECK(has(faults(head + "durability: " + keys), Code::unknown_key));
  CHECK(has(faults(head + "durability: {violators: " + keys + "}"), Code::unknown_id));
  CHECK(
      has(faults(head + "durability: {violators: {a: {gain: " + keys + "}}}"), Code::unknown_word));
  CHECK(
      has(faults(head + "durability: {violators: {a: {gain: {uniform: [0, 1]}}}, detection: {q: " +
                 keys + ", d: " + keys + "}}"),
          Code::unknown_id));
  CHECK(has(faults(head + "stages: [{id: s, walk_away: " + keys + "}]"), Code::unknown_id));
  CHECK(has(faults(head + "events: [{stage: talks, round: 1, set: " + keys + "}]"),
            Code::wrong_path));
}

TEST_CASE("thousands of short rankings of 2^26 states are answered in a moment") {
  std::string text = "schema: detente/scenario/1\nid: t\ntitle: T\nactors: {us: {}}\nconflict:\n";
  text += "  options: {us: [o0";
  for (int option = 1; option < 26; ++option) text += ", o" + std::to_string(option);
  text += "]}\n  preferences:\n    us: {ranking: [0]}\n";
  for (int actor = 0; actor < 10'000; ++actor) {
    text += "    a" + std::to_string(actor) + ": {ranking: [7]}\n";
  }
  const Diagnostics found = faults(text);
  CHECK(found.size() == 20'001);  // each unknown, and each lacks all states but one
  CHECK(found.front().message.starts_with("ranking lacks 67108863 feasible states: 1 (Y"));
}

TEST_CASE("a file that is wide in every way is answered in a moment") {
  std::string wide =
      "schema: detente/scenario/1\nid: a\ntitle: b\nissues: {q: {options: [x, z]}}\n";
  wide += "actors:\n";
  for (int actor = 0; actor < 500; ++actor) wide += "  a" + std::to_string(actor) + ": {}\n";
  wide += "ties:\n";
  for (int tie = 0; tie < 9'000; ++tie) wide += "  - {betwen: [a1, aa9], strength: 5}\n";
  wide += "stages:\n";
  for (int stage = 0; stage < 200; ++stage) wide += "  - {id: s" + std::to_string(stage) + "}\n";
  wide += "events:\n";
  for (int event = 0; event < 900; ++event) {
    wide += "  - {stage: s1, round: 1, set: {actors.*.positions.*.ideal: 3}}\n";
  }
  const Diagnostics found = faults(wide);
  CHECK(found.size() > 18'000);
  CHECK(has(found, Code::too_many));
  CHECK(has(faults("a: " + std::string(900'000, 'x') + "\n" + std::string(900'000, 'y') + ": 1\n"),
            Code::unknown_key));
}

TEST_CASE("thousands of accidents end in a scenario or in diagnostics with a place") {
  Mutator mutator(content("scenarios/lessons/broker.yaml"));
  int sound = 0;
  for (std::uint32_t run = 0; run < 1500; ++run) {
    const std::string text = mutator.mutate(run);
    CAPTURE(run);
    const auto result = detente::parse_scenario(text, "t");
    sound += result ? 1 : 0;
    if (result) continue;
    CHECK(detente::has_errors(result.error()));
    for (const auto& fault : result.error()) {
      REQUIRE(fault.where.line >= 1);
      REQUIRE(fault.where.column >= 1);
      REQUIRE_FALSE(fault.message.empty());
      (void)detente::to_string(fault);
    }
  }
  CHECK(sound > 0);
}

TEST_CASE("a file that breaks off anywhere is only told what is certain") {
  const std::string whole = content("scenarios/paris.yaml");
  for (std::size_t length = 0; length < whole.size(); length += 1009) {
    CAPTURE(length);
    const auto result = detente::parse_scenario(whole.substr(0, length), "t");
    if (result) continue;
    for (const auto& fault : result.error()) REQUIRE(fault.where.line >= 1);
  }
}

TEST_CASE("pressure on nobody, in a scenario without actors") {
  const Diagnostics found = faults(R"(schema: detente/scenario/1
id: empty
title: Empty
issues: {water: {options: [none, all]}}
stages: [{id: first, parties: [], pressure: [{by: [], per_round: 0.1}]}]
)");
  CHECK(has(found, Code::missing_key));
  CHECK(has(found, Code::missing_section));
}
