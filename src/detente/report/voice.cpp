#include "detente/report/voice.hpp"

#include <cmath>
#include <sstream>

#include "detente/core/text.hpp"
#include "detente/report/words.hpp"

namespace detente::detail {
namespace {

constexpr int kFewestDigits = 2;
constexpr int kMostDigits = 4;
constexpr double kSame = 1e-9;

/// Whether rounding hides something: the shown numbers differ by other than the shown margin, or
/// not at all.
bool misleads(double utility, double threshold, int digits) {
  const double unit = std::pow(10.0, digits);
  const double low = std::round(utility * unit);
  const double high = std::round(threshold * unit);
  const bool adds_up = std::abs(high - low) == std::round(std::abs(threshold - utility) * unit);
  return !adds_up || (low == high && std::abs(threshold - utility) > kSame);
}

}  // namespace

std::string first_words(const std::string& text, int most) {
  std::istringstream stream(text);
  std::string kept;
  std::string word;
  for (int count = 0; stream >> word; ++count) {
    if (count == most) return kept + "\u2026";
    kept += (count == 0 ? "" : " ") + word;
  }
  return text;
}

Voice Voice::terse(int name_words, int title_words) const {
  Voice shorter = *this;
  shorter.name_words_ = name_words;
  shorter.title_words_ = title_words;
  return shorter;
}

std::string Voice::phrase(std::string_view key, const Slots& slots) const {
  return fill(language_, word(language_, key), slots);
}

std::string Voice::sentence(std::string_view key, const Slots& slots) const {
  return capitalised(phrase(key, slots));
}

Name Voice::actor(int actor) const {
  auto forms = scenario_->actors[actor].forms[static_cast<std::size_t>(language_)];
  if (!forms) return make_name(language_, title_of_actor(actor), nullptr);
  for (auto& [grammatical_case, form] : forms->cases) form = first_words(form, name_words_);
  return make_name(language_, title_of_actor(actor), &*forms);
}

Name Voice::actors(const std::vector<int>& actors) const {
  std::vector<Name> names;
  names.reserve(actors.size());
  for (const int each : actors) names.push_back(actor(each));
  return join(language_, names);
}

std::string Voice::title_of_actor(int actor) const {
  const Actor& own = scenario_->actors[actor];
  return first_words(own.title.in(language_, own.id), name_words_);
}

std::string Voice::issue(int issue) const {
  const Issue& own = scenario_->issues[issue];
  return first_words(own.title.in(language_, own.id), title_words_);
}

std::string Voice::option(int issue, int option) const {
  const Option& own = scenario_->issues[issue].options[option];
  return first_words(own.title.in(language_, own.id), title_words_);
}

std::string Voice::stage(int stage) const {
  const Stage& own = scenario_->stages[stage];
  // the stage that a file without stages gets
  if (own.title.empty() && own.id == "talks") return phrase("stage.talks");
  return first_words(own.title.in(language_, own.id), title_words_);
}

std::string Voice::quoted(const std::string& text) const {
  return phrase("quoted", {{"text", text}});
}

std::string Voice::quoted_issues(const std::vector<int>& issues) const {
  std::vector<std::string> titles;
  titles.reserve(issues.size());
  for (const int each : issues) titles.push_back(quoted(issue(each)));
  return join(language_, titles);
}

std::string Voice::number(double value, int digits) const {
  if (!std::isfinite(value)) return value < 0.0 ? "-\u221E" : "\u221E";
  std::string text = show_fixed(value, digits);
  const std::size_t point = text.find('.');
  if (point != std::string::npos) text.replace(point, 1, word(language_, "number.point"));
  return text;
}

std::string Voice::short_number(double value, int most) const {
  for (int digits = 0; digits < most; ++digits) {
    const double unit = std::pow(10.0, digits);
    if (std::abs(std::round(value * unit) / unit - value) < 1e-9) return number(value, digits);
  }
  return number(value, most);
}

std::string Voice::gap(double value) const {
  int digits = kFewestDigits;
  while (digits < kMostDigits && value > 0.0 && value < 0.5 * std::pow(10.0, -digits)) ++digits;
  return number(value, digits);
}

Comparison Voice::compare(double utility, double threshold) const {
  int digits = kFewestDigits;
  while (digits < kMostDigits && misleads(utility, threshold, digits)) ++digits;
  return {number(utility, digits), number(threshold, digits),
          number(std::abs(utility - threshold), digits)};
}

}  // namespace detente::detail
