#include "detente/scenario/text.hpp"

#include <doctest/doctest.h>

#include "detente/scenario/value.hpp"

using detente::Language;
using detente::Text;

TEST_CASE("a missing language falls back to English, then to any, then to the id") {
  const std::string id = "us";
  Text text;
  CHECK(text.empty());
  CHECK(text.in(Language::uk, id) == "us");
  text.words[1] = "САЩ";
  CHECK(text.in(Language::uk, id) == "САЩ");
  text.words[0] = "United States";
  CHECK(text.in(Language::uk, id) == "United States");
  CHECK(text.in(Language::bg, id) == "САЩ");
  CHECK_FALSE(text.empty());
}

TEST_CASE("languages have codes") {
  for (const Language language : detente::kLanguages) {
    CHECK(detente::find_language(detente::language_code(language)) == language);
  }
  CHECK_FALSE(detente::find_language("ua"));
}

TEST_CASE("a map finds its entries, and nothing else does") {
  detente::Value map;
  map.kind = detente::Value::Kind::map;
  map.entries.push_back({.key = "a", .value = detente::Value::of(3.0)});
  REQUIRE(map.find("a") != nullptr);
  CHECK(map.find("a")->scalar == "3");
  CHECK(map.find("b") == nullptr);
  CHECK(detente::Value::of("a").find("a") == nullptr);
}
