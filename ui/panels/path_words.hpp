#pragma once

#include <string>

#include "detente/report/voice.hpp"
#include "detente/scenario/value.hpp"

namespace detente::ui {

class Ui;

/// What a path of an edit leads to, in words that need no declension: "Forces: red line". With
/// `owner` the actor comes first: "Russia · Forces: red line". The path itself where it has no
/// words.
std::string path_words(const Ui& ui, const detail::Voice& voice, const std::string& path,
                       bool owner);

/// A value that may stand there: numbers as people write them, options and choices in words; a dash
/// for none.
std::string value_words(const Ui& ui, const detail::Voice& voice, const std::string& path,
                        const Value& value);

}  // namespace detente::ui
