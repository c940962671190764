#include <algorithm>
#include <utility>

#include "detente/study/compare.hpp"

namespace detente {
namespace {

/// A deed with its place in the stage: deeds of one turn stay in the order in which they are found.
struct Placed {
  int round = 0;
  int turn = 0;
  Deed deed{};
};

bool contains(const std::vector<int>& actors, int actor) {
  return std::find(actors.begin(), actors.end(), actor) != actors.end();
}

Deed::Kind kind_of(Answer answer) {
  switch (answer) {
    case Answer::accept:
      return Deed::Kind::accept;
    case Answer::leave:
      return Deed::Kind::leave;
    case Answer::unreached:
      return Deed::Kind::unreached;
    default:
      return Deed::Kind::refuse;
  }
}

bool is_withdrawal(const TraceEvent& event) {
  return event.kind == TraceEvent::Kind::pass || event.kind == TraceEvent::Kind::left;
}

/// Puts what a trace keeps by kind back into the order in which it happened.
class StageReader {
 public:
  StageReader(const Trace& trace, const TraceStage& stage) : trace_(&trace), stage_(&stage) {
    joint_ = is_joint();
    if (!joint_) first_ = first_party();
  }

  std::vector<Deed> read() && {
    for (const TraceRound& round : stage_->rounds) {
      joint_ ? read_joint(round) : read_turns(round);
    }
    if (!joint_) {
      std::stable_sort(placed_.begin(), placed_.end(), [](const Placed& one, const Placed& other) {
        return std::pair(one.round, one.turn) < std::pair(other.round, other.turn);
      });
    }
    std::vector<Deed> deeds;
    deeds.reserve(placed_.size() + 1);
    for (Placed& each : placed_) deeds.push_back(std::move(each.deed));
    deeds.push_back(closing());
    return deeds;
  }

 private:
  bool is_joint() const {
    for (const TraceRound& round : stage_->rounds) {
      if (!round.offers.empty()) return round.offers.front().joint;
      for (const TraceEvent& event : round.events) {
        if (event.kind == TraceEvent::Kind::silence) return true;
        if (event.kind == TraceEvent::Kind::pass) return false;
      }
    }
    return true;
  }

  int place_of(int actor) const {
    const auto& parties = stage_->parties;
    return static_cast<int>(std::find(parties.begin(), parties.end(), actor) - parties.begin());
  }

  /// Place of the party that takes the first turn of every round. A scenario that was read from a
  /// trace does not say: then it is the first to offer, or one that passed or left before it.
  int first_party() const {
    const auto count = static_cast<int>(stage_->parties.size());
    const int starts = trace_->scenario->stages[stage_->stage].starts;
    if (starts >= 0) return place_of(starts) % count;
    if (stage_->rounds.size() < 2 || stage_->rounds[0].scenario != nullptr) return 0;
    const TraceRound& opening = stage_->rounds[1];
    if (opening.offers.empty()) return 0;
    const auto stood_back = [&](int place) {
      const auto& events = opening.events;
      const int actor = stage_->parties[place];
      return turns_without_answer(actor) > 0 &&
             std::any_of(events.begin(), events.end(), [&](const TraceEvent& event) {
               return is_withdrawal(event) && contains(event.actors, actor);
             });
    };
    int place = place_of(opening.offers.front().by.front()) % count;
    for (int step = 1; step < count && stood_back((place + count - 1) % count); ++step) {
      place = (place + count - 1) % count;
    }
    return place;
  }

  /// In how many of its turns an actor found no offer of others on the table.
  int turns_without_answer(int actor) const {
    std::ptrdiff_t turns = 0;
    // who accepts does nothing else in that turn
    const auto answered = [&](const Response& response) {
      return response.actor == actor && response.answer != Answer::accept;
    };
    for (const TraceRound& round : stage_->rounds) {
      for (const TraceOffer& offer : round.offers) {
        turns += contains(offer.by, actor) ? 1 : 0;
        turns -= std::count_if(offer.responses.begin(), offer.responses.end(), answered);
      }
      turns += std::count_if(round.events.begin(), round.events.end(), [&](const auto& event) {
        return is_withdrawal(event) && contains(event.actors, actor);
      });
    }
    return static_cast<int>(turns);
  }

  int turn_of(int actor) const {
    const auto count = static_cast<int>(stage_->parties.size());
    return (place_of(actor) - first_ + count) % count;
  }

  Deed deed(Deed::Kind kind, int round, std::vector<int> actors) const {
    return {.kind = kind, .stage = stage_->stage, .round = round, .actors = std::move(actors)};
  }

  void add(int turn, Deed deed) { placed_.push_back({deed.round, turn, std::move(deed)}); }

  void add_offer(const TraceOffer& offer, int turn) {
    Deed tabled = deed(Deed::Kind::offer, offer.round, offer.by);
    tabled.package = offer.package;
    add(turn, std::move(tabled));
  }

  void add_answer(const TraceOffer& offer, const Response& response, int round, int turn) {
    Deed answered = deed(kind_of(response.answer), round, {response.actor});
    answered.package = offer.package;
    add(turn, std::move(answered));
  }

  /// A round in which a bloc offers and the others are asked, in file order.
  void read_joint(const TraceRound& round) {
    const TraceOffer* const offer = round.offers.empty() ? nullptr : &round.offers.front();
    const auto takes_part = [&](int actor) {
      if (offer == nullptr || contains(offer->by, actor)) return true;
      return contains(offer->unreached, actor) ||
             std::any_of(offer->responses.begin(), offer->responses.end(),
                         [&](const Response& response) { return response.actor == actor; });
    };
    // whoever leaves before the offer has no part in it
    add_leavers(round, [&](int actor) { return !takes_part(actor); });
    for (const TraceEvent& event : round.events) {
      if (event.kind == TraceEvent::Kind::silence)
        add(0, deed(Deed::Kind::silent, round.number, {}));
    }
    if (offer != nullptr) {
      add_offer(*offer, 0);
      std::vector<Response> asked = offer->responses;
      for (const int actor : offer->unreached) asked.push_back({actor, Answer::unreached});
      std::sort(asked.begin(), asked.end(), [&](const Response& one, const Response& other) {
        return place_of(one.actor) < place_of(other.actor);
      });
      for (const Response& each : asked) add_answer(*offer, each, round.number, 0);
    }
    add_leavers(round, takes_part);
  }

  template <typename Wanted>
  void add_leavers(const TraceRound& round, Wanted wanted) {
    for (const TraceEvent& event : round.events) {
      if (event.kind != TraceEvent::Kind::left) continue;
      for (const int actor : event.actors) {
        if (wanted(actor)) add(0, deed(Deed::Kind::leave, round.number, {actor}));
      }
    }
  }

  /// A round in which each party answers and acts in its turn.
  void read_turns(const TraceRound& round) {
    for (const TraceOffer& offer : round.offers) {
      const int turn = turn_of(offer.by.front());
      add_offer(offer, turn);
      add_answers(offer, turn);
    }
    for (const TraceEvent& event : round.events) {
      if (!is_withdrawal(event)) continue;
      const bool left = event.kind == TraceEvent::Kind::left;
      for (const int actor : event.actors) {
        add(turn_of(actor),
            deed(left ? Deed::Kind::leave : Deed::Kind::pass, round.number, {actor}));
      }
    }
  }

  /// Each answer comes at the next turn of its party after the one before.
  void add_answers(const TraceOffer& offer, int turn) {
    int round = offer.round;
    for (const Response& response : offer.responses) {
      const int own = turn_of(response.actor);
      if (own <= turn) ++round;
      turn = own;
      // whoever leaves is told of by its event
      if (response.answer != Answer::leave) add_answer(offer, response, round, own);
    }
  }

  Deed closing() const {
    const Outcome& outcome = stage_->outcome;
    const auto last = static_cast<int>(stage_->rounds.size()) - 1;
    Deed end = deed(outcome.agreed ? Deed::Kind::agreement : Deed::Kind::no_agreement,
                    outcome.agreed ? outcome.round : last, {});
    end.reason = outcome.reason;
    if (!outcome.agreed) return end;
    end.actors = outcome.coalition;
    end.package = outcome.package;
    return end;
  }

  const Trace* trace_;
  const TraceStage* stage_;
  bool joint_ = false;
  int first_ = 0;
  std::vector<Placed> placed_{};
};

}  // namespace

std::vector<Deed> deeds_of(const Trace& trace, const TraceStage& stage) {
  return StageReader(trace, stage).read();
}

std::string_view deed_name(Deed::Kind kind) {
  static constexpr std::array<std::string_view, 10> kNames{
      "offer", "accept", "refuse",    "unreached",    "leave",
      "pass",  "silent", "agreement", "no_agreement", "over"};
  return kNames.at(static_cast<std::size_t>(kind));
}

}  // namespace detente
