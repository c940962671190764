#include "detente/report/words.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "detente/core/contract.hpp"
#include "detente/report/example.hpp"
#include "detente/report/pattern.hpp"

namespace detente::detail {
namespace {

std::string keys_of(Language language) {
  std::string keys;
  for (const Word& word : words(language)) keys += std::string(word.key) + '\n';
  return keys;
}

/// A pattern without what stands in braces, and without the subjects of its verbs.
std::string plain(std::string_view pattern) {
  std::string text;
  bool name = false;
  for (const char letter : pattern) {
    if (letter == '{' || letter == ':') name = true;
    if (!name) text += letter;
    if (letter == '}' || letter == ']' || letter == ' ') name = false;
  }
  return text;
}

}  // namespace

TEST_CASE("every language has the same keys in the same order") {
  CHECK(keys_of(Language::bg) == keys_of(Language::en));
  CHECK(keys_of(Language::uk) == keys_of(Language::en));
}

TEST_CASE("no key is there twice") {
  std::set<std::string_view> seen;
  for (const Word& word : words(Language::en))
    CHECK_MESSAGE(seen.insert(word.key).second, word.key);
}

TEST_CASE("every pattern is well formed and names no slot that English does not know") {
  const std::set<std::string> everywhere{"of", "for", "n"};
  for (const Language language : kLanguages) {
    for (const Word& own : words(language)) {
      CAPTURE(own.key);
      CHECK(fault_in_pattern(language, own.pattern) == "");
      const auto english = slots_of(word(Language::en, own.key));
      for (const std::string& slot : slots_of(own.pattern)) {
        const bool known = std::find(english.begin(), english.end(), slot) != english.end();
        CHECK_MESSAGE((known || everywhere.contains(slot)), slot);
      }
    }
  }
}

TEST_CASE("Bulgarian and Ukrainian patterns hold no Latin letters") {
  for (const Language language : {Language::bg, Language::uk}) {
    for (const Word& own : words(language)) {
      CHECK_MESSAGE(!example::has_latin(plain(own.pattern)), own.pattern);
    }
  }
}

TEST_CASE("the Ukrainian apostrophe is the letter, and each language keeps to its quotes") {
  for (const Language language : kLanguages) {
    for (const Word& own : words(language)) {
      CHECK_MESSAGE(own.pattern.find('\'') == std::string_view::npos, own.key);
      CHECK_MESSAGE(own.pattern.find('"') == std::string_view::npos, own.key);
    }
  }
  for (const Word& own : words(Language::uk)) {
    CHECK_MESSAGE(own.pattern.find("\u2019") == std::string_view::npos, own.key);
  }
}

TEST_CASE("Ukrainian clauses are parted by the em dash; the en dash joins the ends of a range") {
  for (const Word& own : words(Language::uk)) {
    for (const char* dash : {" - ", "~- ", "~-~", " \u2013", "~\u2013", "\u2013 ", "\u2013~"}) {
      CHECK_MESSAGE(own.pattern.find(dash) == std::string_view::npos, own.key);
    }
  }
}

TEST_CASE("an unknown key is a broken promise") {
  CHECK_THROWS_AS(word(Language::uk, "no.such.key"), ContractViolation);
}

}  // namespace detente::detail
