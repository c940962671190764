#pragma once

#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "detente/report/pattern.hpp"
#include "detente/scenario/scenario.hpp"

namespace detente::detail {

/// Two numbers and how far apart they are, with as many decimals (2 to 4) as it takes to see that
/// the sum is right: "0.38", "0.89", "0.51".
struct Comparison {
  std::string utility{};
  std::string threshold{};
  std::string margin{};  ///< Without a sign.
};

/// The first words of a text, with an ellipsis if there are more.
std::string first_words(const std::string& text, int most);

/// Says things about one scenario in one language.
class Voice {
 public:
  Voice(const Scenario& scenario, Language language) : scenario_(&scenario), language_(language) {}

  /// The same voice where room is scarce: of the names of actors, and of all other titles, it says
  /// at most so many words.
  Voice terse(int name_words, int title_words) const;

  const Scenario& scenario() const { return *scenario_; }
  Language language() const { return language_; }

  /// The pattern of a key with its slots filled, as part of a sentence.
  std::string phrase(std::string_view key, const Slots& slots = {}) const;
  /// The same with a capital letter.
  std::string sentence(std::string_view key, const Slots& slots = {}) const;

  Name actor(int actor) const;
  Name actors(const std::vector<int>& actors) const;
  /// The title as it stands in lists and tables.
  std::string title_of_actor(int actor) const;
  std::string issue(int issue) const;
  std::string option(int issue, int option) const;
  std::string stage(int stage) const;
  /// "“A”, “B” and “C”"
  std::string quoted_issues(const std::vector<int>& issues) const;
  std::string quoted(const std::string& text) const;

  /// Rounded to `digits` decimals, with the language's decimal sign.
  std::string number(double value, int digits = 2) const;
  /// As many decimals as it needs, at most `most`: "45", "41.3".
  std::string short_number(double value, int most) const;
  /// Two decimals, or as many as it takes to see that the number is not zero.
  std::string gap(double value) const;
  Comparison compare(double utility, double threshold) const;

 private:
  const Scenario* scenario_;
  Language language_;
  int name_words_ = std::numeric_limits<int>::max();
  int title_words_ = std::numeric_limits<int>::max();
};

}  // namespace detente::detail
