#pragma once

#include <array>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "detente/scenario/text.hpp"

// Sentences of one language, as patterns with slots. A pattern is plain text with
//
//     {who}                        the text of a slot; of a name its nominative
//     {who.genitive}               a name in another case (any Case below)
//     {n}                          a whole number
//     {n:round|rounds}             the word that goes with the number n: one form for each class
//                                  of plural_class(), so two in English and Bulgarian (one, other)
//                                  and three in Ukrainian (one, few, many)
//     [offers|offer:who]           the first words if the name is singular, the others if plural
//     ~                            a blank at which no line is ever broken
//
// The choices of a bracket may hold slots, and nothing else nests. No pattern knows of any other.
namespace detente::detail {

/// Grammatical cases. English and Bulgarian names have one form in all of them, except that the
/// English genitive is the possessive, "Russia's", and that a Bulgarian name with `definite` has
/// the short article of masculine words in all but the nominative.
enum class Case { nominative, genitive, dative, accusative, instrumental, locative };
constexpr std::array<std::string_view, 6> kCaseNames{"nominative", "genitive",     "dative",
                                                     "accusative", "instrumental", "locative"};

/// A name, or several names joined, ready for a sentence.
struct Name {
  std::array<std::string, kCaseNames.size()> cases{};  ///< By Case.
  bool plural = false;                                 ///< Takes a verb in the plural.

  const std::string& in(Case wanted) const { return cases[static_cast<std::size_t>(wanted)]; }
};

using Slot = std::variant<std::string, int, Name>;
using Slots = std::map<std::string, Slot, std::less<>>;

/// Which form of a word goes with a number: 0 = one, 1 = few (in English and Bulgarian: other),
/// 2 = many.
/// @source  Unicode CLDR 44, plural rules for cardinals (en, bg, uk), for whole numbers.
int plural_class(Language language, int number);

/// How many classes a language has: 2 or 3.
int plural_classes(Language language);

/// Puts the slots into a pattern.
/// @throws ContractViolation  if the pattern is malformed or names a slot that is not there.
std::string fill(Language language, std::string_view pattern, const Slots& slots);

/// Why a pattern of that language is malformed, or an empty text. Looks at no slot's value.
std::string fault_in_pattern(Language language, std::string_view pattern);

/// The slots that a pattern names, each once, in alphabetical order.
std::vector<std::string> slots_of(std::string_view pattern);

/// A name from the cases that its author gave; `definite` stands in for them all in English and
/// Bulgarian. A case that is missing in Ukrainian, and a name without any forms, falls back to a
/// noun of ours that declines before the title: „страната „X““ in Bulgarian, «сторони «X»» in the
/// Ukrainian genitive, and the bare title in English.
Name make_name(Language language, const std::string& title, const NameForms* forms);

/// "A", "A and B", "A, B and C" in every case; several take a verb in the plural.
Name join(Language language, const std::vector<Name>& names);

/// The same for plain texts.
std::string join(Language language, const std::vector<std::string>& texts);

/// The text with its first letter in upper case, Latin or Cyrillic; opening quotes are skipped.
std::string capitalised(std::string text);

}  // namespace detente::detail
