#include "detente/report/pattern.hpp"

#include <doctest/doctest.h>

#include "detente/core/contract.hpp"

namespace detente::detail {
namespace {

Name name(const std::string& text, bool plural) {
  NameForms forms{plural, {{"definite", text}}};
  return make_name(Language::en, text, &forms);
}

}  // namespace

TEST_CASE("a pattern takes texts, numbers and names") {
  const Slots slots{{"who", name("Russia", false)}, {"n", 3}, {"what", std::string("a plan")}};
  CHECK(fill(Language::en, "{who} tables {what} in round {n}.", slots) ==
        "Russia tables a plan in round 3.");
  CHECK(fill(Language::en, "{who.genitive} plan", slots) == "Russia’s plan");
  CHECK(fill(Language::en, "a~b", {}) == "a\u00A0b");
}

TEST_CASE("a verb agrees with its subject") {
  const std::string pattern = "{who} [offers|offer:who] [its|their {what}:who]";
  const Slots one{{"who", name("Russia", false)}, {"what", std::string("plan")}};
  const Slots many{{"who", name("the US", true)}, {"what", std::string("plan")}};
  CHECK(fill(Language::en, pattern, one) == "Russia offers its");
  CHECK(fill(Language::en, pattern, many) == "the US offer their plan");
}

TEST_CASE("numbers take the form that the language asks for") {
  const auto rounds = [](Language language, const char* words, int number) {
    return fill(language, words, {{"n", number}});
  };
  const char* const en = "{n} {n:round|rounds}";
  CHECK(rounds(Language::en, en, 1) == "1 round");
  CHECK(rounds(Language::en, en, 0) == "0 rounds");
  CHECK(rounds(Language::en, en, 21) == "21 rounds");
  const char* const bg = "{n} {n:кръг|кръга}";
  CHECK(rounds(Language::bg, bg, 1) == "1 кръг");
  CHECK(rounds(Language::bg, bg, 21) == "21 кръга");
  const char* const uk = "{n} {n:раунд|раунди|раундів}";
  for (const int one : {1, 21, 101, 1001}) {
    CHECK(rounds(Language::uk, uk, one) == std::to_string(one) + " раунд");
  }
  for (const int few : {2, 3, 4, 22, 104}) {
    CHECK(rounds(Language::uk, uk, few) == std::to_string(few) + " раунди");
  }
  for (const int many : {0, 5, 11, 12, 14, 19, 20, 25, 111, 112}) {
    CHECK(rounds(Language::uk, uk, many) == std::to_string(many) + " раундів");
  }
}

TEST_CASE("malformed patterns and missing slots are caught") {
  CHECK(fault_in_pattern(Language::en, "{who} [a|b:who] {n:a|b}").empty());
  CHECK_FALSE(fault_in_pattern(Language::en, "{who").empty());
  CHECK_FALSE(fault_in_pattern(Language::en, "{who.ablative}").empty());
  CHECK_FALSE(fault_in_pattern(Language::en, "[offers|offer]").empty());
  CHECK_FALSE(fault_in_pattern(Language::uk, "{n:раунд|раундів}").empty());
  CHECK_THROWS_AS(fill(Language::en, "{who}", {}), ContractViolation);
  CHECK_THROWS_AS(fill(Language::en, "[a|b:who]", {{"who", 1}}), ContractViolation);
  CHECK(slots_of("{b} [x {c}|y:a] {n:one|two}") == std::vector<std::string>{"a", "b", "c", "n"});
}

TEST_CASE("a name without forms is still grammatical") {
  CHECK(make_name(Language::en, "X", nullptr).in(Case::nominative) == "X");
  CHECK(make_name(Language::en, "Isles", nullptr).in(Case::genitive) == "Isles’");
  CHECK(make_name(Language::bg, "X", nullptr).in(Case::dative) == "страната „X“");
  const Name uk = make_name(Language::uk, "X", nullptr);
  CHECK(uk.in(Case::nominative) == "сторона «X»");
  CHECK(uk.in(Case::genitive) == "сторони «X»");
  CHECK(uk.in(Case::accusative) == "сторону «X»");
  CHECK(uk.in(Case::instrumental) == "стороною «X»");
  CHECK_FALSE(uk.plural);
}

TEST_CASE("a Bulgarian name takes the short article but as a subject") {
  const NameForms forms{false, {{"definite", "Съветският съюз"}}};
  const Name union_of_states = make_name(Language::bg, "Съветски съюз", &forms);
  CHECK(union_of_states.in(Case::nominative) == "Съветският съюз");
  CHECK(union_of_states.in(Case::accusative) == "Съветския съюз");
  const NameForms noun{false, {{"definite", "съюзът на градовете"}}};
  CHECK(make_name(Language::bg, "Съюз", &noun).in(Case::accusative) == "съюза на градовете");
  const NameForms feminine{false, {{"definite", "коалицията на желаещите"}}};
  CHECK(make_name(Language::bg, "Коалиция", &feminine).in(Case::genitive) ==
        "коалицията на желаещите");
}

TEST_CASE("a name with some of its cases falls back in the others alone") {
  const NameForms forms{true, {{"genitive", "Островів"}}};
  const Name uk = make_name(Language::uk, "Острови", &forms);
  CHECK(uk.in(Case::nominative) == "Острови");
  CHECK(uk.in(Case::genitive) == "Островів");
  CHECK(uk.in(Case::dative) == "стороні «Острови»");
  CHECK(uk.plural);
}

TEST_CASE("several names are joined and take a verb in the plural") {
  const std::vector<Name> three{name("A", false), name("B", false), name("C", false)};
  CHECK(join(Language::en, three).in(Case::nominative) == "A, B and C");
  CHECK(join(Language::en, three).in(Case::genitive) == "A, B and C’s");
  CHECK(join(Language::en, three).plural);
  CHECK_FALSE(join(Language::en, std::vector<Name>{name("A", false)}).plural);
  CHECK(join(Language::bg, std::vector<std::string>{"САЩ", "Русия"}) == "САЩ и Русия");
  CHECK(join(Language::uk, std::vector<std::string>{"США", "Росія"}) == "США та Росія");
}

TEST_CASE("sentences begin with a capital letter in either script") {
  CHECK(capitalised("the US") == "The US");
  CHECK(capitalised("страната") == "Страната");
  CHECK(capitalised("предложение") == "Предложение");
  CHECK(capitalised("єдина") == "Єдина");
  CHECK(capitalised("їхня") == "Їхня");
  CHECK(capitalised("ґрунт") == "Ґрунт");
  CHECK(capitalised("„страната“") == "„Страната“");
  CHECK(capitalised("«яр»") == "«Яр»");
  CHECK(capitalised("САЩ") == "САЩ");
  CHECK(capitalised("3 rounds") == "3 rounds");
  CHECK(capitalised("").empty());
}

}  // namespace detente::detail
