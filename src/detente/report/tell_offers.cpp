#include <algorithm>

#include "detente/report/telling.hpp"

namespace detente::detail {
namespace {

/// The offer that the same party made before this one, or nullptr.
const TraceOffer* own_offer_before(const TraceStage& stage, const TraceOffer& offer) {
  const TraceOffer* before = nullptr;
  for (const TraceRound& round : stage.rounds) {
    for (const TraceOffer& other : round.offers) {
      if (&other == &offer) return before;
      if (other.by == offer.by) before = &other;
    }
  }
  return before;
}

bool is_unchanged(const TraceStage& stage, const TraceOffer& offer) {
  const TraceOffer* const before = own_offer_before(stage, offer);
  return before != nullptr && before->package == offer.package;
}

bool is_refused_by_all(const TraceOffer& offer) {
  return std::all_of(offer.responses.begin(), offer.responses.end(),
                     [](const Response& response) { return response.answer == Answer::refuse; });
}

/// The offer that a round begins with: the last one of the round before, or nullptr.
const TraceOffer* carried_offer(const TraceStage& stage, const TraceRound& round) {
  return round.number < 2 ? nullptr : offer_on_table(stage, round.number - 1);
}

/// Whether nothing moved: everybody repeated its offer and nobody accepted one.
bool is_dull(const TraceStage& stage, const TraceRound& round) {
  if (!round.events.empty() || round.offers.empty() || is_agreement(stage, round)) return false;
  const auto stays = [&](const TraceOffer& offer) {
    return is_unchanged(stage, offer) && is_refused_by_all(offer);
  };
  const TraceOffer* const carried = carried_offer(stage, round);
  return (carried == nullptr || stays(*carried)) &&
         std::all_of(round.offers.begin(), round.offers.end(), stays);
}

/// Whose turn in a round comes how late: parties in file order, beginning with `starts`.
int turn_of(const Telling& telling, int actor) {
  const auto& parties = telling.stage->parties;
  const int starts = telling.voice->scenario().stages[telling.stage->stage].starts;
  const auto place = [&](int wanted) {
    return static_cast<int>(std::find(parties.begin(), parties.end(), wanted) - parties.begin());
  };
  const auto count = static_cast<int>(parties.size());
  const int first = starts < 0 ? 0 : place(starts) % count;
  return (place(actor) - first + count) % count;
}

/// The round in which a party answered: that of the offer, or the next if its turn comes earlier.
int round_of_answer(const Telling& telling, const TraceOffer& offer, int actor) {
  const bool next = turn_of(telling, actor) < turn_of(telling, offer.by.front());
  return std::min(offer.round + (next ? 1 : 0), telling.rounds());
}

/// The answers to an offer that were given in one round, as sentences.
std::string answers_in(const Telling& telling, const TraceOffer& offer, int round) {
  std::string text;
  for (const Response& response : offer.responses) {
    const bool now = round_of_answer(telling, offer, response.actor) == round;
    if (!now || response.answer == Answer::leave) continue;
    if (!text.empty()) text += ' ';
    text += answer_sentence(telling, offer, response, telling.round(round));
  }
  return text;
}

/// What the round before left on the table, and who answers it now.
void tell_carried_offer(const Telling& telling, const TraceRound& round) {
  const TraceOffer* const offer = carried_offer(*telling.stage, round);
  if (offer == nullptr) return;
  const std::string answers = answers_in(telling, *offer, round.number);
  if (answers.empty()) return;
  const Slots slots{{"who", telling.voice->actors(offer->by)}, {"round", offer->round}};
  telling.page->add(telling.voice->sentence("turn.standing", slots) + ' ' + answers, kIndent);
}

void tell_offer(const Telling& telling, const TraceOffer& offer) {
  const Voice& voice = *telling.voice;
  const auto& open = telling.stage->open;
  const TraceOffer* const before = own_offer_before(*telling.stage, offer);
  const auto parts = before == nullptr ? package_parts(voice, offer.package, open)
                                       : changed_parts(voice, before->package, offer.package, open);
  const char* const key = open.empty()        ? "turn.kept"
                          : before == nullptr ? "turn.offer"
                          : parts.empty()     ? "turn.repeat"
                                              : "turn.change";
  std::string text = voice.sentence(key, {{"who", voice.actors(offer.by)}});
  if (!parts.empty()) {
    telling.page->add(text, kIndent);
    text.clear();
  }
  for (const std::string& part : parts) telling.page->add(part, kDeepIndent);
  const std::string answers = answers_in(telling, offer, offer.round);
  if (!text.empty() && !answers.empty()) text += ' ';
  text += answers;
  if (!text.empty()) telling.page->add(text, kIndent);
}

void tell_agreement(const Telling& telling, const TraceRound& round) {
  const TraceOffer* const offer = offer_on_table(*telling.stage, round.number);
  if (!is_agreement(*telling.stage, round) || offer == nullptr) return;
  const Voice& voice = *telling.voice;
  const auto& coalition = telling.stage->outcome.coalition;
  std::vector<int> answered;
  answered.reserve(coalition.size());
  for (const int actor : coalition) answered.push_back(round_of_answer(telling, *offer, actor));
  const Slots slots{
      {"who", voice.actors(offer->by)}, {"all", voice.actors(coalition)}, {"round", offer->round}};
  telling.page->add(voice.sentence("turn.agreed", slots), kIndent, Tone::accepts);
  tell_opening(telling, *offer, answered);
}

void tell_round(const Telling& telling, const TraceRound& round) {
  telling.page->add(telling.voice->sentence("round.plain", {{"round", round.number}}), 0,
                    Tone::heading);
  tell_edits(telling, round);
  tell_carried_offer(telling, round);
  for (const TraceOffer& offer : round.offers) tell_offer(telling, offer);
  tell_other_events(telling, round);
  if (!is_agreement(*telling.stage, round)) tell_blockers(telling, round);
  tell_agreement(telling, round);
}

/// Tells the rounds from `number` to `last` at most as far as one block goes: one round, or several
/// in which nothing moves. Returns the last one told.
int tell_block(const Telling& telling, int number, int last) {
  telling.page->gap();
  int end = number;
  while (end <= last && is_dull(*telling.stage, telling.round(end))) ++end;
  if (end == number) {
    tell_round(telling, telling.round(number));
    return number;
  }
  const Slots slots{{"round", number}, {"last", end - 1}};
  telling.page->add(
      telling.voice->sentence(end - 1 == number ? "round.dull" : "round.dull_range", slots), 0,
      Tone::heading);
  return end - 1;
}

}  // namespace

void tell_round_of_offers(const Telling& telling, int number) {
  tell_block(telling, number, number);
}

void tell_offers(const Telling& telling) {
  for (int number = 1; number <= telling.rounds(); ++number) {
    number = tell_block(telling, number, telling.rounds());
  }
}

}  // namespace detente::detail
