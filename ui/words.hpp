#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detente/report/pattern.hpp"
#include "detente/report/words.hpp"
#include "detente/scenario/text.hpp"

namespace detente::ui {

using detail::Slot;
using detail::Slots;

/// A part of a language's words; each is one file in words/, named LANGUAGE or LANGUAGE_PART. The
/// patterns are those of the report's words (detente/report/pattern.hpp).
using Words = std::span<const detail::Word>;
Words words_en();
Words words_bg();
Words words_uk();
Words actions_en();
Words actions_bg();
Words actions_uk();
Words batch_en();
Words batch_bg();
Words batch_uk();
Words centre_en();
Words centre_bg();
Words centre_uk();
Words conflict_en();
Words conflict_bg();
Words conflict_uk();
Words depth_en();
Words depth_bg();
Words depth_uk();
Words dialogs_en();
Words dialogs_bg();
Words dialogs_uk();
Words glossary_en();
Words glossary_bg();
Words glossary_uk();
Words roleplay_en();
Words roleplay_bg();
Words roleplay_uk();

/// All parts of a language.
std::vector<Words> parts_of(Language language);

/// The text of a key with its slots filled; what a language lacks is said in English, and a key
/// that nobody knows is returned as it is.
std::string say(Language language, std::string_view key, const Slots& slots = {});

/// Whether English has the key.
bool has_words(std::string_view key);

}  // namespace detente::ui
