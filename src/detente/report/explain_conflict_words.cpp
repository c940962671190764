#include "detente/report/explain_conflict_words.hpp"

#include <utility>

#include "detente/report/page.hpp"
#include "detente/report/stability_table.hpp"
#include "detente/report/stability_voice.hpp"

namespace detente {
namespace {

using detail::ConflictVoice;
using detail::Page;
using detail::Slots;
using detail::Tone;

constexpr int kNameWords = 3;

/// What the certificate comes to, in half a sentence.
std::string verdict_of(const ConflictVoice& voice, const Certificate& why) {
  if (!why.stable) return voice.say("stab.play.open");
  if (why.answers.empty()) return voice.say("stab.play.still");
  return voice.say("stab.play.answered", {{"n", static_cast<int>(why.answers.size())}});
}

}  // namespace

std::string headline(const ConflictExplanation& explanation, Language language) {
  const ConflictVoice voice(explanation.conflict, language);
  const Certificate& why = explanation.certificates.front();
  const int actor = explanation.conflict.movers[explanation.mover];
  Slots slots{{"who", voice.voice().terse(kNameWords, kNameWords).actor(actor)},
              {"from", voice.label(explanation.from)},
              {"concept", voice.concept_words(why.solution)},
              {"verdict", verdict_of(voice, why)}};
  if (explanation.moved) slots["to"] = voice.label(explanation.to);
  return detail::capitalised(
      voice.say(explanation.moved ? "stab.play.head.moves" : "stab.play.head.stays", slots));
}

std::string narrate(const ConflictExplanation& explanation, const NarrationOptions& options) {
  const ConflictVoice voice(explanation.conflict, options.language);
  Page page(options);
  page.add(headline(explanation, options.language), 0, Tone::heading, 0);
  page.gap();
  if (!explanation.moves.empty()) {
    const Slots slots{{"n", static_cast<int>(explanation.moves.size())},
                      {"list", voice.steps(explanation.conflict.status_quo, explanation.moves)}};
    page.add(voice.say("stab.path", slots));
    page.gap();
  }
  return std::move(page).take() + narrate(explanation.conflict, explanation.certificates, options);
}

}  // namespace detente
