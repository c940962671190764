// The window's words: every language complete and well formed.

#include "ui/words.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace detente::ui {
namespace {

std::vector<detail::Word> words_of(Language language) {
  std::vector<detail::Word> all;
  for (const Words part : parts_of(language)) all.insert(all.end(), part.begin(), part.end());
  return all;
}

std::set<std::string> keys_of(Language language) {
  std::set<std::string> keys;
  for (const detail::Word& word : words_of(language)) keys.emplace(word.key);
  return keys;
}

std::string lacking(Language language) {
  const std::set<std::string> keys = keys_of(language);
  std::string missing;
  for (const std::string& key : keys_of(Language::en)) {
    if (!keys.contains(key)) missing += key + '\n';
  }
  return missing;
}

std::string_view english(std::string_view key) {
  for (const Words part : parts_of(Language::en)) {
    for (const detail::Word& word : part) {
      if (word.key == key) return word.pattern;
    }
  }
  return {};
}

}  // namespace

TEST_CASE("every language has the keys of the English words and no others") {
  CHECK(lacking(Language::bg) == "");
  CHECK(lacking(Language::uk) == "");
  CHECK(keys_of(Language::bg) == keys_of(Language::en));
  CHECK(keys_of(Language::uk) == keys_of(Language::en));
}

TEST_CASE("no key is there twice") {
  for (const Language language : kLanguages) {
    std::set<std::string_view> seen;
    for (const detail::Word& word : words_of(language)) {
      CHECK_MESSAGE(seen.insert(word.key).second, word.key);
    }
  }
}

TEST_CASE("every pattern is well formed and names no slot that English does not know") {
  for (const Language language : kLanguages) {
    for (const detail::Word& own : words_of(language)) {
      CAPTURE(own.key);
      CHECK(detail::fault_in_pattern(language, own.pattern) == "");
      const std::vector<std::string> known = detail::slots_of(english(own.key));
      for (const std::string& slot : detail::slots_of(own.pattern)) {
        CHECK_MESSAGE(std::find(known.begin(), known.end(), slot) != known.end(), slot);
      }
    }
  }
}

TEST_CASE("the Ukrainian apostrophe is the letter, and no text is empty") {
  for (const Language language : kLanguages) {
    for (const detail::Word& own : words_of(language)) {
      CHECK_MESSAGE(!own.pattern.empty(), own.key);
      if (language != Language::uk) continue;
      CHECK_MESSAGE(own.pattern.find('\'') == std::string_view::npos, own.key);
      CHECK_MESSAGE(own.pattern.find("\u2019") == std::string_view::npos, own.key);
    }
  }
}

TEST_CASE("what a language lacks is said in English, and an unknown key as it is") {
  CHECK(say(Language::en, "no.such.key") == "no.such.key");
  CHECK(say(Language::uk, "no.such.key") == "no.such.key");
  CHECK(say(Language::bg, "branch.base") != say(Language::en, "branch.base"));
}

TEST_CASE("one, few and many have their own words") {
  const auto differ = [](Language language, int n) {
    return say(language, "swap.count", {{"n", n}, {"all", 21}});
  };
  CHECK(differ(Language::en, 1) == "1 of 21 numbers differs");
  CHECK(differ(Language::en, 2) == "2 of 21 numbers differ");
  CHECK(differ(Language::bg, 1) == "1 от 21 числа се различава");
  CHECK(differ(Language::bg, 21) == "21 от 21 числа се различават");
  CHECK(differ(Language::uk, 2) == "різняться 2 із 21 числа");
  CHECK(differ(Language::uk, 5) == "різняться 5 із 21 числа");
  CHECK(differ(Language::uk, 21) == "різниться 21 із 21 числа");

  const auto swaps = [](Language language, int kept) {
    return say(language, "certificate.swaps", {{"kept", kept}, {"n", 1}});
  };
  CHECK(swaps(Language::en, 1) ==
        "1 of 1 swap of two neighbouring ranks leaves it an equilibrium.");
  CHECK(swaps(Language::bg, 1) == "При 1 от 1 размяна на две съседни места остава равновесие.");
  CHECK(swaps(Language::uk, 0) == "Після 0 з 1 обміну двох сусідніх місць лишається рівновагою.");
  CHECK(say(Language::bg, "batch.some_failed", {{"failed", 1}}) == "1 неуспешен");
}

}  // namespace detente::ui
