#include "detente/report/study_words.hpp"

#include <cmath>

#include "detente/core/contract.hpp"
#include "detente/core/text.hpp"
#include "detente/report/words.hpp"

namespace detente::detail {
std::string study_phrase(Language language, std::string_view key, const Slots& slots) {
  const Phrase* own = find_phrase(forecast_words(), key);
  if (own == nullptr) own = find_phrase(sensitivity_words(), key);
  if (own == nullptr) own = find_phrase(stability_words(), key);
  if (own == nullptr) own = find_phrase(power_words(), key);
  expects(own != nullptr, "study_phrase: a sentence with that key");
  return fill(language, own->in(language), slots);
}

std::string number_in(Language language, double value, int digits) {
  std::string text = show_fixed(value, digits);
  const std::size_t point = text.find('.');
  if (point != std::string::npos) text.replace(point, 1, word(language, "number.point"));
  if (text.starts_with('-')) text.replace(0, 1, "\u2212");
  return text;
}

std::string plain_number(Language language, double value) {
  const double size = std::abs(value);
  int digits = size >= 1000.0 ? 0 : size >= 100.0 ? 1 : size >= 10.0 ? 2 : 3;
  const auto rounds_alike = [&](int fewer) {
    return parse_number(show_fixed(value, fewer)) == parse_number(show_fixed(value, digits));
  };
  while (digits > 0 && rounds_alike(digits - 1)) --digits;
  return number_in(language, value, digits);
}

std::string percent_in(Language language, double share) {
  const double percent = 100.0 * share;
  if (0.0 < percent && percent < 0.5) return study_phrase(language, "percent.some");
  if (99.5 <= percent && percent < 100.0) return study_phrase(language, "percent.most");
  return study_phrase(language, "percent",
                      {{"n", number_in(language, std::floor(percent + 0.5), 0)}});
}

}  // namespace detente::detail
