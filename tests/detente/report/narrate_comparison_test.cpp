#include "detente/report/narrate_comparison.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "detente/core/text.hpp"
#include "detente/report/example.hpp"
#include "detente/sim/read_trace.hpp"
#include "detente/sim/simulate.hpp"
#include "support/data.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only
using support::load_shipped;

namespace {

Trace play(const Scenario& scenario, const std::string& model = {}) {
  auto trace = simulate(scenario, {.model = model});
  REQUIRE(trace);
  return std::move(trace).value();
}

Trace firm_russia(const std::string& model = {}) {
  return play(support::with(load_shipped("paris"), {{"actors.russia.walk_away", 0.66}}), model);
}

int widest_line(const std::string& text) {
  int widest = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) widest = std::max(widest, count_letters(line));
  return widest;
}

}  // namespace

TEST_CASE("the difference comes first, in one sentence and in three languages") {
  const Trace a = play(load_shipped("paris"));
  const Trace b = firm_russia();
  const Comparison comparison = compare(a, b);
  CHECK(difference_line(comparison, Language::en) ==
        "Deal in round 11 → no deal; first change in “Settlement with Russia”, round 11: Russia "
        "refuses.");
  CHECK(difference_line(comparison, Language::bg) ==
        "Споразумение в кръг 11 → без споразумение; първа разлика на етап „Уреждане с Русия“, "
        "кръг 11: Русия отказва.");
  CHECK(difference_line(comparison, Language::uk) ==
        "Угода в раунді 11 → без угоди; перша відмінність на етапі «Врегулювання з Росією», "
        "раунд 11: Росія відмовляється.");
}

TEST_CASE("of two joint offers of the same package the headline names who joins or stays out") {
  const Trace a = play(load_shipped("paris"));
  Comparison comparison = compare(a, a);
  const auto tabled = [&](std::vector<int> actors) {
    return Deed{.kind = Deed::Kind::offer,
                .stage = 1,
                .round = 5,
                .actors = std::move(actors),
                .package = a.outcome.package};
  };
  const auto change = [&](std::vector<int> first, std::vector<int> second, Language language) {
    comparison.first = FirstDifference{.stage = "settlement",
                                       .round = 5,
                                       .a = tabled(std::move(first)),
                                       .b = tabled(std::move(second))};
    const std::string text = difference_line(comparison, language);
    return text.substr(text.rfind(": ") + 2);
  };
  CHECK(change({0}, {0, 4}, Language::en) == "Russia stands behind the same offer too.");
  CHECK(change({0, 4}, {0}, Language::en) == "Russia does not stand behind the same offer.");
  CHECK(change({0}, {4}, Language::en) == "the same package comes from Russia.");
  CHECK(change({0}, {0, 4}, Language::bg) == "Русия също застава зад същото предложение.");
  CHECK(change({0, 4}, {0}, Language::bg) == "Русия не застава зад същото предложение.");
  CHECK(change({0}, {4}, Language::bg) == "същият пакет идва от Русия.");
  CHECK(change({0}, {0, 4}, Language::uk) == "Росія теж підтримує ту саму пропозицію.");
  CHECK(change({0, 4}, {0}, Language::uk) == "Росія не підтримує тієї самої пропозиції.");
  CHECK(change({0}, {4}, Language::uk) == "той самий пакет надходить від Росії.");
  const std::string whole = narrate(comparison, {});
  CHECK(whole.find("  B: Russia offers a package\n    The same package.\n") != std::string::npos);
}

TEST_CASE("exchanging the runs exchanges the sentence") {
  const Trace a = play(load_shipped("paris"));
  const Trace b = firm_russia();
  CHECK(difference_line(compare(b, a), Language::en) ==
        "No deal → deal in round 11; first change in “Settlement with Russia”, round 11: Russia "
        "accepts.");
  CHECK(difference_line(compare(a, a), Language::en) ==
        "Deal in round 11 in both runs; no difference.");
}

TEST_CASE("the report names both sides, the input and the assumptions, within 80 letters") {
  const Trace a = play(load_shipped("paris"), "offers");
  const Trace b = firm_russia("offers");
  const Comparison comparison = compare(a, b);
  const std::string english = narrate(comparison, {});
  CHECK(english.find("actors.russia.walk_away: 0.5 → 0.66\n") != std::string::npos);
  CHECK(english.find("  A: deal in “Settlement with Russia”, round 12\n") != std::string::npos);
  CHECK(english.find("  B: no deal in “Settlement with Russia”\n") != std::string::npos);
  CHECK(english.find("Russia: 0.65 → 0.66\n") != std::string::npos);
  CHECK(english.find("Under these assumptions.") != std::string::npos);
  for (const Language language : kLanguages) {
    CHECK(widest_line(narrate(comparison, {.language = language})) <= 80);
  }
}

TEST_CASE("what a document names by ids gets the titles of the other side") {
  const Trace a = play(load_shipped("paris"));
  const auto document = parse_trace(to_json(a), "t.json");
  REQUIRE(document);
  const Trace b = firm_russia();
  const Compared read{.trace = &document->trace, .digest = document->digest, .document = true};
  const std::string text = narrate(compare(read, {.trace = &b}), {});
  CHECK(text.find("  A: Russia accepts\n") != std::string::npos);
  CHECK(text.find("The record of a run does not hold its scenario") != std::string::npos);
  CHECK(text.find("No input differs") == std::string::npos);
}

TEST_CASE("every deed has a sentence, and the same verb whoever does it") {
  const auto scenario = example::scenario();
  for (const Language language : kLanguages) {
    for (int kind = 0; kind <= static_cast<int>(Deed::Kind::over); ++kind) {
      const Deed deed{.kind = static_cast<Deed::Kind>(kind), .stage = 0, .round = 1, .actors = {1}};
      const std::string text = deed_sentence(*scenario, deed, language);
      CHECK(text.ends_with('.'));
      CHECK(count_letters(text) > 6);
    }
  }
}
