// What is said about a text that is no YAML: the place, what is wrong, what to do.

#include <doctest/doctest.h>

#include <string>

#include "detente/scenario/load.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only

namespace {

const std::string kHead = "schema: detente/scenario/1\nid: c\ntitle: C\n";

/// The fault that ended reading of a text behind three lines: "4:5 message; hint".
std::string told(const std::string& text) {
  const auto loaded = parse_scenario(kHead + text, "c.yaml");
  REQUIRE_FALSE(loaded);
  REQUIRE_FALSE(loaded.error().empty());
  const Diagnostic& last = loaded.error().back();
  return std::to_string(last.where.line) + ':' + std::to_string(last.where.column) + ' ' +
         last.message + (last.hint.empty() ? "" : "; " + last.hint);
}

}  // namespace

TEST_CASE("a bracket that is not closed is shown, however far back it is") {
  CHECK(told("issues:\n  a: {options: [x, z]\nactors: {us: {}}\n") ==
        "6:1 expected ',' or '}' before this; the '{' at 5:6 is still open");
  CHECK(told("issues:\n  a: {options: [x, z}\n") ==
        "5:21 expected ',' or ']' before this; the '[' before it is still open");
  CHECK(told("issues:\n  a: {options: [x, z]]}\n") ==
        "5:22 expected ',' or '}' before this; the '{' before it is still open");
  // what stands in texts, comments and blocks is no bracket
  CHECK(told("summary: |\n  one [ two {\n\n  three\nissues: {\n  a: 'b }', # ]\n  \"c\": [d e, "
             "f]\n") == "11:1 expected ',' or '}' before this; the '{' at 8:9 is still open");
  CHECK(told("заглавие: {\"а\": [б, в}\n") ==
        "4:22 expected ',' or ']' before this; the '[' before it is still open");
}

TEST_CASE("a bracket that closes nothing") {
  CHECK(told("issues:\n  a: {options: [x, z]}}\n") ==
        "5:23 this '}' closes nothing; leave it out, or open one with '{'");
  CHECK(told("]\n") == "4:1 this ']' closes nothing; leave it out, or open one with '['");
  CHECK(told("issues:\n  a:{options: [x, z]}\n") ==
        "5:21 this '}' closes nothing; write ': ' before the '{'");
}

TEST_CASE("tabs indent nothing, but are blanks within brackets") {
  CHECK(told("issues:\n\ta: 1\n") == "5:1 a tab cannot indent; use blanks");
  CHECK(told("issues: {\n\ta: {options: [x, z}}\n") ==
        "5:20 expected ',' or ']' before this; the '[' before it is still open");
}

TEST_CASE("text behind a quote, quotes that do not close, escapes that are none") {
  CHECK(told("summary: 'it's late'\n") ==
        "4:14 text behind a closed quote; put all of it in quotes, with '' for a ' within");
  CHECK(told("summary: \"Paris\" talks\n") ==
        "4:18 text behind a closed quote; put all of it in quotes, with \\\" for a quote within");
  CHECK(told("actors: {us: {}};\n") ==
        "4:17 text behind a closed '}'; leave it out, or put all of the text in quotes");
  CHECK(told("summary: \"Paris\nid: d\n") == "4:10 the quote that opens here is never closed");
  CHECK(told("summary: \"a\n---\nb\"\n").starts_with("5:1 a line of '---'"));
  const std::string escape =
      " a backslash that begins no letter; write \\\\ for a backslash, or put the text in single "
      "quotes";
  CHECK(told("summary: \"C:\\data\"\n") == "4:13" + escape);
  CHECK(told("summary: \"\\xZZ\"\n") == "4:11" + escape);
  CHECK(told("summary: \"\\uD800\"\n") == "4:11" + escape);
}

TEST_CASE("keys and list items where none can stand") {
  const std::string colon = " a ':' where no key can stand; ";
  CHECK(told("summary: Paris: the talks\n") ==
        "4:15" + colon + "put text with ': ' in it in quotes");
  CHECK(told("issues\n  a: 1\n") ==
        "5:4" + colon + "check the indentation, and the ': ' of the line above");
  CHECK(told("issues:\n   a: 1\n  b: 2\n") ==
        "6:3 this does not continue the keys above it; check the indentation");
  const std::string mixed =
      " this does not continue the keys above it; keys and list items cannot be mixed: line 5 "
      "begins ";
  CHECK(told("actors:\n  - us:\n      power: 1\n\n  russia: {}\n") == "8:3" + mixed + "with a '-'");
  CHECK(told("actors:\n  us: {}\n  - russia: {}\n") == "6:3" + mixed + "without a '-'");
  CHECK(told("stages: - id: a\n") ==
        "4:9 a list item where none can stand; begin the list on the next line, or write [a, b]");
  CHECK(told("x-a: ? b\n").starts_with("4:6 a '?' where no key can stand"));
}

TEST_CASE("text that begins with a sign of YAML's") {
  const auto begins = [](const std::string& what, const std::string& sign) {
    return what + " are not allowed; put a text that begins with '" + sign + "' in quotes";
  };
  CHECK(told("x-a: * b\n") == "4:6 " + begins("aliases", "*"));
  CHECK(told("x-a: *b*\n") == "4:6 " + begins("aliases", "*"));
  CHECK(told("x-a: [& b]\n") == "4:7 " + begins("anchors", "&"));
  CHECK(told("x-a: [!(a | b)]\n") == "4:7 " + begins("tags", "!"));
  CHECK(told("x-a: !b\n").starts_with("4:6 tags are not allowed"));
  CHECK(told("x-a: !<b\n") == "4:6 " + begins("tags", "!"));
  CHECK(told("x-a: %b\n") == "4:6 '%' cannot begin a value; put the text in quotes");
  CHECK(told("x-a: > 60\n").starts_with("4:8 behind '|' and '>' the text begins"));
  CHECK(told("x-a: |0\n  b\n").ends_with("leave the 0 out"));
}
