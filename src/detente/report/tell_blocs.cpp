#include <algorithm>

#include "detente/report/telling.hpp"

namespace detente::detail {
namespace {

/// The joint offer of a round, or nullptr.
const TraceOffer* offer_of(const TraceRound& round) {
  return round.offers.empty() ? nullptr : &round.offers.front();
}

/// The first of the rounds up to this one in which the same parties stood together without a break.
int together_since(const TraceStage& stage, const TraceRound& round) {
  int since = round.number;
  while (since > 1) {
    const TraceOffer* const before = offer_of(stage.rounds[since - 1]);
    if (before == nullptr || before->by != offer_of(round)->by) break;
    --since;
  }
  return since;
}

std::string heading(const Telling& telling, const TraceRound& round) {
  Slots slots{{"round", round.number}};
  const TraceOffer* const offer = offer_of(round);
  if (offer == nullptr) {
    const bool silent =
        std::any_of(round.events.begin(), round.events.end(),
                    [](const auto& event) { return event.kind == TraceEvent::Kind::silence; });
    return telling.voice->sentence(silent ? "round.silence" : "round.plain", slots);
  }
  slots["who"] = telling.voice->actors(offer->by);
  if (offer->by.size() == 1) return telling.voice->sentence("round.alone", slots);
  const int since = together_since(*telling.stage, round);
  slots["since"] = since;
  return telling.voice->sentence(since == round.number ? "round.together" : "round.since", slots);
}

/// What the changes are worth to those whom the bloc needs: the reason for them.
void tell_worth(const Telling& telling, const TraceOffer& before, const TraceOffer& offer) {
  const Voice& voice = *telling.voice;
  for (const int actor : offer.needed) {
    const double from = utility_of(*telling.stage, before, actor);
    const double to = utility_of(*telling.stage, offer, actor);
    if (to < from + 0.005) continue;
    telling.page->add(voice.sentence("offer.worth", {{"who", voice.actor(actor)},
                                                     {"from", voice.number(from)},
                                                     {"to", voice.number(to)}}),
                      kIndent);
  }
}

void tell_offer(const Telling& telling, const TraceRound& round, const TraceOffer& offer) {
  const Voice& voice = *telling.voice;
  const TraceOffer* const before = offer_on_table(*telling.stage, round.number - 1);
  Slots slots{{"who", voice.actors(offer.by)}};
  if (telling.stage->open.empty()) {
    telling.page->add(voice.sentence("offer.kept", slots), kIndent);
    return;
  }
  if (before == nullptr) {
    telling.page->add(voice.sentence("offer.first", slots), kIndent);
    for (const auto& part : package_parts(voice, offer.package, telling.stage->open)) {
      telling.page->add(part, kDeepIndent);
    }
    return;
  }
  slots["before"] = before->round;
  const auto changes = changed_parts(voice, before->package, offer.package, telling.stage->open);
  telling.page->add(voice.sentence(changes.empty() ? "offer.same" : "offer.changed", slots),
                    kIndent);
  for (const auto& change : changes) telling.page->add(change, kDeepIndent);
  if (!changes.empty()) tell_worth(telling, *before, offer);
}

void tell_answers(const Telling& telling, const TraceRound& round, const TraceOffer& offer) {
  const bool agreement = is_agreement(*telling.stage, round);
  for (const Response& response : offer.responses) {
    const bool accepts = response.answer == Answer::accept;
    if (response.answer == Answer::leave || (accepts && agreement)) continue;
    telling.page->add(answer_sentence(telling, offer, response, round), kIndent,
                      accepts ? Tone::accepts : Tone::refuses);
  }
  if (!offer.unreached.empty()) {
    const Slots slots{{"who", telling.voice->actors(offer.unreached)}};
    telling.page->add(telling.voice->sentence("answer.unreached", slots), kIndent);
  }
  if (!agreement) return;
  for (const int actor : telling.stage->outcome.coalition) {
    telling.page->add(answer_sentence(telling, offer, {actor, Answer::accept}, round), kIndent,
                      Tone::accepts);
  }
  const std::vector<int> answered(telling.stage->outcome.coalition.size(), round.number);
  tell_opening(telling, offer, answered);
}

/// Whom the bloc needs and did not win over, where some package could pass all the same.
void tell_needed(const Telling& telling, const TraceRound& round, const TraceOffer& offer) {
  if (round.zone_size == 0 || is_agreement(*telling.stage, round)) return;
  std::vector<int> missing;
  for (const int actor : offer.needed) {
    const bool accepts =
        std::any_of(offer.responses.begin(), offer.responses.end(), [&](const Response& response) {
          return response.actor == actor && response.answer == Answer::accept;
        });
    if (!accepts) missing.push_back(actor);
  }
  if (missing.empty()) return;
  const Slots slots{{"who", telling.voice->actors(missing)}};
  telling.page->add(telling.voice->sentence("block.needed", slots), kIndent);
}

}  // namespace

void tell_round_of_blocs(const Telling& telling, int number) {
  const TraceRound& round = telling.round(number);
  telling.page->gap();
  telling.page->add(heading(telling, round), 0, Tone::heading);
  tell_edits(telling, round);
  const TraceOffer* const offer = offer_of(round);
  if (offer != nullptr) {
    tell_offer(telling, round, *offer);
    tell_answers(telling, round, *offer);
  }
  if (!is_agreement(*telling.stage, round)) tell_blockers(telling, round);
  if (offer != nullptr) tell_needed(telling, round, *offer);
  tell_other_events(telling, round);
}

void tell_blocs(const Telling& telling) {
  for (int number = 1; number <= telling.rounds(); ++number) tell_round_of_blocs(telling, number);
}

}  // namespace detente::detail
