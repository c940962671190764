#include "detente/bargain/alternation.hpp"

#include <algorithm>
#include <limits>

namespace detente {
namespace {

constexpr double kTolerance = 1e-12;

/// A talker at the table.
struct Place {
  const Talker* talker = nullptr;
  const Order* order = nullptr;
  Memory memory{};
  double lowest = 0.0;
  double best_met = -std::numeric_limits<double>::infinity();
  int rational = 0;  ///< First place of its order that is worth its walk-away.
  int hint = 0;      ///< Where in its order the last offer was.
  bool passing = false;
  bool alone = false;  ///< Wins without any other.
  bool plain = false;  ///< Asks for a threshold that follows from time, and offers the least.
  bool gone = false;
};

bool has_plain_curve(const Strategy& strategy) {
  return strategy.kind == Strategy::Kind::time && strategy.accept == Strategy::Accept::own &&
         !strategy.nearest;
}

class Table {
 public:
  Table(const Alternation& talks, std::vector<Bid>* bids) : talks_(&talks), bids_(bids) {
    const auto talkers = static_cast<int>(talks.talkers.size());
    places_.reserve(talks.talkers.size());
    for (int party = 0; party < talkers; ++party) seat(party);
  }

  Close play() {
    const auto talkers = static_cast<int>(places_.size());
    for (close_.round = 1; close_.round <= talks_->rounds; ++close_.round) {
      if (nobody_bids()) return end(Close::How::nobody_bids);
      time_ = static_cast<double>(close_.round) / (talks_->rounds + 1);
      for (int turn = 0, party = talks_->starts; turn < talkers; ++turn) {
        if (!places_[party].gone && takes_turn(party)) return close_;
        if (++party == talkers) party = 0;
      }
    }
    close_.round = talks_->rounds;
    return end(Close::How::rounds_used);
  }

 private:
  void seat(int party) {
    const Talker& talker = talks_->talkers[party];
    Place place{.talker = &talker, .order = &talker.bidder.order()};
    place.lowest = std::max(talker.walk_away, talker.bidder.range.least);
    place.rational = place.order->at_least(talker.walk_away);
    place.passing = place.rational == place.order->size();
    place.hint = place.order->size();
    place.alone = talks_->wins(only(party));
    place.plain = has_plain_curve(talker.bidder.strategy);
    memories_ = memories_ || talker.bidder.strategy.remembers();
    places_.push_back(std::move(place));
  }

  Close end(Close::How how) {
    close_.how = how;
    return close_;
  }

  bool nobody_bids() const {
    return std::all_of(places_.begin(), places_.end(),
                       [](const Place& place) { return place.gone || place.passing; });
  }

  Instant instant(const Place& place) const {
    return {time_, place.talker->walk_away, place.lowest, close_.package};
  }

  /// @return  whether the talks are over with it.
  bool takes_turn(int party) {
    Place& place = places_[party];
    const bool asked = close_.package >= 0 && close_.by != party;
    if (asked) meets(place);
    const int after = place.talker->leave_after;
    if (after > 0 && close_.round >= after && place.best_met < place.talker->walk_away) {
      return leaves(party);
    }
    if (place.plain && !place.passing) return takes_plain_turn(party, asked);
    const Bidder& bidder = place.talker->bidder;
    if (place.passing) return false;
    if (asked && accepts(bidder, place.memory, instant(place), close_.package)) {
      return joins(party);
    }
    return tables(party, planned_offer(bidder, place.memory, instant(place)));
  }

  /// The same, without a detour: most talks consist of such turns.
  bool takes_plain_turn(int party, bool asked) {
    Place& place = places_[party];
    const Bidder& bidder = place.talker->bidder;
    const double target =
        aspiration(bidder.strategy.curve, time_, place.lowest, bidder.range.most) - kTolerance;
    if (asked && bidder.judged[close_.package] >= target) return joins(party);
    const Order& order = *place.order;
    place.hint = order.at_least(target, place.hint);
    const int at = std::max(place.hint, place.rational);
    return tables(party, at < order.size() ? order.package(at) : order.from_top(0));
  }

  void meets(Place& place) {
    const Bidder& bidder = place.talker->bidder;
    if (place.talker->leave_after > 0) {
      place.best_met = std::max(place.best_met, bidder.utility[close_.package]);
    }
    if (!bidder.strategy.remembers()) return;
    meet(bidder, instant(place), close_.package, place.memory);
  }

  bool leaves(int party) {
    places_[party].gone = true;
    close_.left |= only(party);
    close_.accepting &= ~only(party);
    close_.how = Close::How::withdrawn;
    const auto talkers = static_cast<int>(places_.size());
    return !talks_->wins(first_actors(talkers) & ~close_.left);
  }

  bool joins(int party) {
    close_.accepting |= only(party);
    close_.how = Close::How::agreed;
    return talks_->wins(close_.accepting);
  }

  bool tables(int party, int package) {
    close_.package = package;
    close_.by = party;
    close_.accepting = only(party);
    if (bids_ != nullptr) bids_->push_back({close_.round, party, package});
    if (memories_) remember(party, package);
    close_.how = Close::How::agreed;
    return places_[party].alone;
  }

  void remember(int party, int package) {
    for (Place& place : places_) {
      const Bidder& bidder = place.talker->bidder;
      if (!bidder.strategy.remembers()) continue;
      if (&place == &places_[party]) {
        send(bidder, package, place.memory);
      } else {
        hear(bidder, package, place.memory);
      }
    }
  }

  const Alternation* talks_;
  std::vector<Bid>* bids_;
  std::vector<Place> places_{};
  Close close_{};
  double time_ = 0.0;
  bool memories_ = false;
};

}  // namespace

Close alternate(const Alternation& talks, std::vector<Bid>* bids) {
  return Table(talks, bids).play();
}

}  // namespace detente
