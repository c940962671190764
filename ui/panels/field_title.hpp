#pragma once

#include <optional>
#include <string>

#include "detente/report/voice.hpp"
#include "detente/scenario/field.hpp"

namespace detente::ui {

class Ui;

/// The field in words that need no declension: "Russia · walk-away".
std::string field_title(const Ui& ui, const detail::Voice& voice, const Field& field);
/// The same without its owner: "walk-away".
std::string field_part(const Ui& ui, const detail::Voice& voice, const Field& field);

/// The title of what a path leads to, or the path where it is no number.
std::string path_title(const Ui& ui, const detail::Voice& voice, const std::string& path);

/// A value of the field, with the decimals that it is worth showing with.
std::string field_value(const detail::Voice& voice, const Field& field, double value);

}  // namespace detente::ui
