#include <cmath>
#include <sstream>
#include <string>
#include <vector>

#include "detente/report/field_words.hpp"
#include "detente/report/narrate.hpp"
#include "detente/report/page.hpp"

namespace detente {
namespace {

using detail::Comparison;
using detail::Length;
using detail::Name;
using detail::Slots;
using detail::Voice;

constexpr int kMostWords = 20;
constexpr int kNameWords = 3;  // of a name that leaves no room for anything else

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream stream(detail::without_firm_blanks(text));
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

/// The first words of a text, with an ellipsis if there are more.
std::string cut(const std::string& text, int most) {
  const auto words = words_of(text);
  if (std::ssize(words) <= most) return text;
  std::string kept;
  for (int word = 0; word < most; ++word) kept += (word == 0 ? "" : " ") + words[word];
  return kept + "\u2026";
}

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
  const char* const key = length == Length::full       ? "flip.offer"
                          : length == Length::nameless ? "flip.offer.least"
                                                       : "flip.offer.brief";
  return voice.phrase(key, {{"issue", voice.quoted(voice.issue(issue))},
                            {"option", voice.quoted(voice.option(issue, option))}});
}

/// The nearest flip, or that there is none.
std::string flip_part(const Voice& voice, const Explanation& explanation, Length length) {
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
  const Slots slots{{"field", length == Length::nameless ? field.brief : field.phrase},
                    {"from", field.from},
                    {"to", field.to}};
  return voice.phrase(key, slots);
}

}  // namespace

std::string headline(const Explanation& explanation, Language language) {
  const Voice voice(*explanation.scenario, language);
  const Name full = voice.actor(explanation.actor);
  Name short_name = full;
  for (std::string& form : short_name.cases) form = cut(form, kNameWords);
  struct Attempt {
    const Name* who;
    bool brief;
    Length length;
  };
  // from the fullest to the shortest; the last one always fits
  const std::vector<Attempt> attempts{
      {&full, false, Length::full},    {&full, true, Length::full},
      {&full, true, Length::brief},    {&full, true, Length::least},
      {&full, true, Length::nameless}, {&short_name, true, Length::nameless}};
  std::string text;
  for (const Attempt& attempt : attempts) {
    const Slots slots{{"decision", decision_part(voice, explanation, *attempt.who, attempt.brief)},
                      {"flip", flip_part(voice, explanation, attempt.length)}};
    text = detail::without_firm_blanks(voice.phrase("head.whole", slots));
    if (std::ssize(words_of(text)) <= kMostWords) return text;
  }
  return cut(text, kMostWords);
}

}  // namespace detente
