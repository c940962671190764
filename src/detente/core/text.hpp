#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace detente {

/// A finite decimal number in the form that people write (`0.4`, `-3`, `1e-3`), or nothing: no
/// hexadecimals, no octals (`010` is ten), no infinities, no blanks, whatever the locale.
std::optional<double> parse_number(std::string_view text);

/// The shortest decimal that reads back to the same double: `0.1`, `30`, `1e-09`.
std::string show_number(double value);

/// A number rounded to `digits` decimals, the same in every locale: `0.66`. Never `-0.00`.
std::string show_fixed(double value, int digits);

/// How many letters (code points) a UTF-8 text has.
int count_letters(std::string_view utf8);

/// The text with blanks behind it until it is `width` letters wide.
std::string pad_right(std::string utf8, int width);

/// The parts of a text between the places where `at` stands; one part more than places.
std::vector<std::string> split(std::string_view text, char at);

/// "did you mean 'salience'?" for the known word nearest to `unknown`, or an empty text if none
/// is near: at most a third of the letters may differ, and never more than three.
std::string did_you_mean(std::string_view unknown, const std::vector<std::string>& known);

}  // namespace detente
