#pragma once

#include <span>
#include <string>
#include <string_view>

#include "detente/report/pattern.hpp"
#include "detente/report/phrase.hpp"

// What the tables of `sensitivity`, `forecast`, `stability` and `power` say.
namespace detente::detail {

/// All of them, in one list a verb.
std::span<const Phrase> forecast_words();
std::span<const Phrase> power_words();
std::span<const Phrase> sensitivity_words();
std::span<const Phrase> stability_words();

/// A sentence with its slots filled. @pre  one of the lists has the key.
std::string study_phrase(Language language, std::string_view key, const Slots& slots = {});

/// A number rounded to that many decimals, with the language's decimal sign and a true minus.
std::string number_in(Language language, double value, int digits);

/// The same with as many decimals as its size asks for, at most four digits that count.
std::string plain_number(Language language, double value);

/// "47%"; never 0% or 100% unless it is.
std::string percent_in(Language language, double share);

}  // namespace detente::detail
