#include <algorithm>
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

constexpr int kIndent = 2;
constexpr int kDeepIndent = 4;

std::string headline_of(const ConflictVoice& voice, const Certificate& why) {
  Slots slots{{"state", voice.label(why.state)},
              {"who", voice.mover(why.actor)},
              {"concept", voice.concept_words(why.solution)}};
  if (!why.stable) {
    slots["place"] = voice.place(why.state, why.unanswered);
    return voice.say("stab.cert.unstable." + std::string(concept_name(why.solution)), slots);
  }
  if (why.answers.empty()) return voice.say("stab.cert.still", slots);
  slots["n"] = static_cast<int>(why.answers.size());
  return voice.say("stab.cert.stable", slots);
}

/// How one improvement is answered.
std::string answer_of(const ConflictVoice& voice, const Certificate& why,
                      const Answered& answered) {
  const bool sim = why.solution == Concept::sim;
  Slots slots{{"who", voice.mover(why.actor)},
              {"state", voice.label(why.state)},
              {"end", voice.label(answered.end)},
              {"place", voice.place(why.state, answered.improvement)}};
  if (sim && answered.answer.empty()) return voice.say("stab.cert.together.alone", slots);
  slots["list"] = sim ? voice.together(why.state, answered.answer)
                      : voice.steps(answered.improvement, answered.answer);
  std::string text = voice.say(sim ? "stab.cert.together" : "stab.cert.answer", slots);
  if (why.solution != Concept::smr && why.solution != Concept::sseq) return text;
  const bool stuck = answered.escapes.empty();
  if (!stuck) slots["escape"] = voice.label(answered.escapes.front());
  return text + ' ' + voice.say(stuck ? "stab.cert.no_escape" : "stab.cert.escape", slots);
}

}  // namespace

std::string headline(const StabilityReport& report, const Certificate& certificate,
                     Language language) {
  return headline_of(ConflictVoice(report, language), certificate);
}

std::string narrate(const StabilityReport& report, const Certificate& certificate,
                    const NarrationOptions& options) {
  const ConflictVoice voice(report, options.language);
  Page page(options);
  page.add(headline_of(voice, certificate), kIndent, Tone::plain, 0);
  for (const Answered& answered : certificate.answers) {
    page.add(answer_of(voice, certificate, answered), kDeepIndent);
  }
  return std::move(page).take();
}

namespace {

/// All certificates of one actor; in one sentence where it has no improvement at all.
std::string narrate_actor(const ConflictVoice& voice, const std::vector<Certificate>& certificates,
                          const NarrationOptions& options) {
  const bool still =
      std::all_of(certificates.begin(), certificates.end(),
                  [](const Certificate& why) { return why.stable && why.answers.empty(); });
  if (still && certificates.size() > 1) {
    const Certificate& why = certificates.front();
    Page page(options);
    page.add(voice.say("stab.cert.still", {{"state", voice.label(why.state)},
                                           {"who", voice.mover(why.actor)},
                                           {"concept", voice.say("stab.every")}}),
             kIndent, Tone::plain, 0);
    return std::move(page).take();
  }
  std::string text;
  for (const Certificate& why : certificates) {
    if (!text.empty()) text += '\n';
    text += narrate(voice.report(), why, options);
  }
  return text;
}

}  // namespace

std::string narrate(const StabilityReport& report, const std::vector<Certificate>& certificates,
                    const NarrationOptions& options) {
  const ConflictVoice voice(report, options.language);
  Page page(options);
  const StateIndex state = certificates.front().state;
  page.add(
      voice.say("stab.cert.at", {{"state", voice.label(state)}, {"words", voice.words(state)}}), 0,
      Tone::heading);
  std::string text = std::move(page).take();
  for (auto first = certificates.begin(); first != certificates.end();) {
    const auto last = std::find_if(first, certificates.end(), [&](const Certificate& other) {
      return other.actor != first->actor;
    });
    text += '\n' + narrate_actor(voice, {first, last}, options);
    first = last;
  }
  return text;
}

std::string inverse_table(const StabilityReport& report, int actor, StateIndex state,
                          const std::array<InverseCount, kConcepts.size()>& counts,
                          const NarrationOptions& options) {
  const ConflictVoice voice(report, options.language);
  Page page(options);
  page.add(voice.say("stab.inverse", {{"who", voice.mover(actor)}, {"state", voice.label(state)}}),
           0, Tone::heading, 0);
  for (const Concept solution : kConcepts) {
    const InverseCount& count = counts[static_cast<std::size_t>(solution)];
    if (count.rankings == 0) continue;
    Slots slots{{"name", voice.concept_words(solution)},
                {"fitting", std::to_string(count.fitting)},
                {"rankings", std::to_string(count.rankings)}};
    if (!count.exact) {
      slots["interval"] =
          voice.say("interval", {{"low", detail::percent_in(options.language, count.low)},
                                 {"high", detail::percent_in(options.language, count.high)}});
    }
    page.add(voice.say(count.exact ? "stab.inverse.exact" : "stab.inverse.drawn", slots), kIndent);
  }
  return std::move(page).take();
}

}  // namespace detente
