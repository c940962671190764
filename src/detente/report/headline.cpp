#include <array>
#include <cmath>
#include <limits>
#include <sstream>
#include <string>

#include "detente/report/field_words.hpp"
#include "detente/report/narrate.hpp"
#include "detente/report/page.hpp"

namespace detente {
namespace {

using detail::Comparison;
using detail::Name;
using detail::Slots;
using detail::Voice;

constexpr int kMostWords = 20;
constexpr int kAll = std::numeric_limits<int>::max();

int count_words(const std::string& text) {
  std::istringstream stream(text);
  int count = 0;
  for (std::string word; stream >> word;) ++count;
  return count;
}

enum class Length { full, brief, least };

/// One way to say it.
struct Attempt {
  bool brief = false;  ///< What was decided.
  bool bare = false;   ///< The actor by its title, without an article.
  Length flip = Length::full;
  int name_words = kAll;
  int title_words = kAll;
};

/// From the fullest to the shortest; the last one always fits.
constexpr std::array kAttempts{
    Attempt{},
    Attempt{.brief = true},
    Attempt{.brief = true, .flip = Length::brief},
    Attempt{.brief = true, .flip = Length::least},
    Attempt{.brief = true, .flip = Length::least, .title_words = 3},
    Attempt{.brief = true, .bare = true, .flip = Length::least, .title_words = 3},
    Attempt{.brief = true, .flip = Length::least, .name_words = 3, .title_words = 3},
    Attempt{.brief = true, .flip = Length::least, .name_words = 2, .title_words = 2},
    Attempt{.brief = true, .flip = Length::least, .name_words = 1, .title_words = 1},
};

/// What was decided, by how much.
std::string decision_part(const Voice& voice, const Explanation& explanation, const Name& who,
                          bool brief) {
  const Decision& decision = explanation.decision;
  const Comparison numbers = voice.compare(decision.utility, decision.threshold);
  const bool bare = decision.index < 0 && decision.package.empty();
  std::string key = "head." + std::string(decision_name(decision.kind));
  const bool has_bare = decision.kind != Decision::Kind::accept &&
                        decision.kind != Decision::Kind::refuse &&
                        decision.kind != Decision::Kind::offer;
  if (bare && has_bare) {
    key += ".bare";
  } else if (brief) {
    key += ".brief";
  }
  const std::string threshold = bare ? voice.number(decision.threshold) : numbers.threshold;
  return voice.sentence(key,
                        {{"who", who}, {"utility", numbers.utility}, {"threshold", threshold}});
}

std::string offer_flip(const Voice& voice, const Flip& flip, Length length) {
  const auto [issue, option] = *flip.offer;
  const char* const key = length == Length::full ? "flip.offer" : "flip.offer.brief";
  return voice.phrase(key, {{"issue", voice.quoted(voice.issue(issue))},
                            {"option", voice.quoted(voice.option(issue, option))}});
}

/// The nearest flip, or that there is none.
std::string flip_part(const Voice& voice, const Explanation& explanation, Length length) {
  if (explanation.played) return voice.phrase("flip.played");
  if (!explanation.searched) return voice.phrase("flip.not_searched");
  if (explanation.flips.empty()) return voice.phrase("flip.none");
  const Flip& flip = explanation.flips.front();
  if (flip.offer) return offer_flip(voice, flip, length);
  const auto field = detail::describe_field(voice, flip, explanation.actor, explanation.stage);
  if (field.rounds) {
    const auto rounds = static_cast<int>(std::lround(flip.to));
    return voice.phrase("flip.rounds", {{"to", rounds}, {"from", field.from}});
  }
  const char* const key = length == Length::full    ? "flip.turn"
                          : length == Length::brief ? "flip.turn.brief"
                                                    : "flip.turn.least";
  return voice.phrase(key, {{"field", field.phrase}, {"from", field.from}, {"to", field.to}});
}

}  // namespace

std::string headline(const Explanation& explanation, Language language) {
  const Voice full(*explanation.scenario, language);
  std::string text;
  for (const Attempt& attempt : kAttempts) {
    const Voice voice = full.terse(attempt.name_words, attempt.title_words);
    Name who = voice.actor(explanation.actor);
    if (attempt.bare) who.cases[0] = voice.title_of_actor(explanation.actor);
    const Slots slots{{"decision", decision_part(voice, explanation, who, attempt.brief)},
                      {"flip", flip_part(voice, explanation, attempt.flip)}};
    text = detail::without_firm_blanks(voice.phrase("head.whole", slots));
    if (count_words(text) <= kMostWords) break;
  }
  return text;
}

}  // namespace detente
