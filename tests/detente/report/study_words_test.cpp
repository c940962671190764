#include "detente/report/study_words.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "detente/batch/sensitivity.hpp"

namespace detente::detail {

TEST_CASE("study words: every pattern is sound in every language, no key is there twice") {
  std::set<std::string_view> seen;
  for (const auto words :
       {forecast_words(), power_words(), sensitivity_words(), stability_words()}) {
    for (const Phrase& own : words) {
      CAPTURE(own.key);
      CHECK(seen.insert(own.key).second);
      const auto english = slots_of(own.patterns[0]);
      for (const Language language : kLanguages) {
        const auto pattern = own.patterns.at(static_cast<std::size_t>(language));
        CHECK_FALSE(pattern.empty());
        CHECK(fault_in_pattern(language, pattern) == "");
        for (const std::string& slot : slots_of(pattern)) {
          CHECK(std::find(english.begin(), english.end(), slot) != english.end());
        }
      }
    }
  }
}

TEST_CASE("study words: a sentence for every warning; nothing says that something will be") {
  for (int kind = 0; kind <= static_cast<int>(SensitivityWarning::unreadable_plan); ++kind) {
    const auto name = warning_name(static_cast<SensitivityWarning>(kind));
    for (const Language language : kLanguages) {
      CHECK_FALSE(study_phrase(language, std::string("sens.warn.").append(name),
                               {{"n", 2}, {"list", std::string("x")}})
                      .empty());
    }
  }
  for (const auto words :
       {forecast_words(), power_words(), sensitivity_words(), stability_words()}) {
    for (const Phrase& own : words) {
      CHECK(own.patterns[0].find("will") == std::string_view::npos);
    }
  }
}

TEST_CASE("numbers and percent: as many digits as count, each language's own sign") {
  CHECK(plain_number(Language::en, 0.6437) == "0.644");
  CHECK(plain_number(Language::en, 0.5) == "0.5");
  CHECK(plain_number(Language::bg, 12.345) == "12,35");
  CHECK(plain_number(Language::en, 30.0) == "30");
  CHECK(plain_number(Language::uk, -0.25) == "\u22120,25");
  CHECK(plain_number(Language::en, 0.0) == "0");
  CHECK(percent_in(Language::en, 0.469) == "47%");
  CHECK(percent_in(Language::en, 0.0) == "0%");
  CHECK(percent_in(Language::en, 1.0) == "100%");
  CHECK(percent_in(Language::en, 0.998) == "over 99%");
  CHECK(percent_in(Language::en, 0.002) == "under 1%");
}

}  // namespace detente::detail
