#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detente/report/pattern.hpp"
#include "detente/report/phrase.hpp"

// What `run --play` says and understands.
namespace detente::cli {

/// All its sentences.
std::span<const detail::Phrase> play_words();

/// @pre  there is one with that key.
std::string_view play_pattern(Language language, std::string_view key);

/// A sentence with its slots filled.
/// @pre  there is one with that key.
std::string play_say(Language language, std::string_view key, const detail::Slots& slots = {});

/// What a person can ask for.
enum class Ask { accept, refuse, offer, leave, attempt, hint, why, issues, help, quit };

/// The word for it in a language.
std::string_view word_of(Ask ask, Language language);

/// What somebody means by a word of the language or of English, or by the beginning of one that
/// begins no other.
/// @returns everything that it may mean; empty if it is unknown.
std::vector<Ask> meanings(std::string_view word, Language language);

/// The known word nearest to an unknown one, or an empty text.
std::string nearest_word(const std::string& word, Language language);

}  // namespace detente::cli
