#include "detente/bargain/bidding.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "detente/bargain/nearest.hpp"
#include "detente/bargain/nice_tit_for_tat.hpp"

namespace detente {
namespace {

using Kind = Strategy::Kind;
using Accept = Strategy::Accept;

constexpr double kTolerance = 1e-12;
constexpr double kHardlinerSlack = 1e-10;  // the published tolerance of a hardliner
constexpr double kLeastClaim = 1e-9;       // of others in a package, so that ratios exist
constexpr double kNiceDeadline = 0.98;     // the time from which anything rational will do

/// The packages that are rational at a walk-away: the upper end of a party's order.
struct Rational {
  Rational(const Bidder& bidder, const Instant& instant)
      : order(bidder.order()), first(order.at_least(instant.walk_away)) {}

  int size() const { return order.size() - first; }
  int best() const { return order.from_top(0); }

  const Order& order;
  int first;
};

/// The package that meets a target: the least one, or the one most like the standing offer.
int pick(const Bidder& bidder, const Instant& instant, double target) {
  const Rational rational(bidder, instant);
  if (bidder.strategy.nearest && instant.standing < 0) return rational.best();
  const int from = std::max(rational.first, rational.order.at_least(target - kTolerance));
  if (from == rational.order.size()) return rational.best();
  if (bidder.strategy.nearest) return nearest_to(bidder, instant.standing, from);
  return rational.order.package(from);
}

// tit_for_tat: relative and averaged, of Faratin, Sierra & Jennings 1998, carried over to utilities

/// What the others claim in the m-th offer met, m from 1.
double claim(const Bidder& bidder, const Memory& memory, int m) {
  return std::max(bidder.range.most - bidder.utility[memory.met[m - 1].package], kLeastClaim);
}

/// How far the others have come down with the last offer met.
double ratio(const Bidder& bidder, const Memory& memory) {
  const auto met = static_cast<int>(memory.met.size());
  if (!bidder.strategy.average) {
    const int lag = bidder.strategy.lag;
    if (met <= lag) return 1.0;
    return claim(bidder, memory, met - lag + 1) / claim(bidder, memory, met - lag);
  }
  const int window = bidder.strategy.window;
  if (met <= window) return 1.0;
  double sum = 0.0;
  for (int m = met - window + 1; m <= met; ++m) {
    sum += claim(bidder, memory, m) / claim(bidder, memory, m - 1);
  }
  return sum / window;
}

void answer_in_kind(const Bidder& bidder, const Instant& instant, Memory& memory) {
  const double lowest = instant.lowest;
  const double best = bidder.range.most;
  const double given = memory.met.size() >= 2 ? bidder.strategy.kindness * (best - lowest) : 0.0;
  const double theta = std::min(memory.theta, best);
  const double next = lowest + (theta - lowest) * ratio(bidder, memory) - given;
  memory.theta = std::min(best, std::max(lowest, next));
}

/// The least utility that time and tit_for_tat ask for: what they offer and accept.
double target_of(const Bidder& bidder, const Memory& memory, const Instant& instant) {
  if (bidder.strategy.kind == Kind::tit_for_tat) {
    return std::min(bidder.range.most, std::max(instant.lowest, memory.theta));
  }
  return aspiration(bidder.strategy.curve, instant.time, instant.lowest, bidder.range.most);
}

// micro: de Jonge 2022

bool may_concede(const Memory& memory) {
  return static_cast<int>(memory.sent.size()) <= memory.heard.size();
}

int micro_offer(const Bidder& bidder, const Memory& memory, const Instant& instant) {
  const Rational rational(bidder, instant);
  const auto sent = static_cast<int>(memory.sent.size());
  // a package that it was made to table earlier is no concession any more
  for (int rank = sent; may_concede(memory) && rank < rational.size(); ++rank) {
    const int package = rational.order.from_top(rank);
    if (!memory.was_sent.contains(package)) return package;
  }
  return sent == 0 ? rational.best() : memory.sent[memory.repeats % sent];
}

double micro_threshold(const Bidder& bidder, const Memory& memory, const Instant& instant) {
  const Rational rational(bidder, instant);
  const auto sent = static_cast<int>(memory.sent.size());
  int rank = sent;
  if (may_concede(memory)) {
    if (rank >= rational.size()) return instant.walk_away;
  } else {
    rank = std::min(sent, rational.size()) - 1;
  }
  return std::max(instant.walk_away, bidder.utility[rational.order.from_top(rank)]);
}

// hybrid: Keskin, Buzcu & Aydogan 2021

/// The end of its time curve, lower where there are more packages to find a deal among.
double end_of_curve(int packages) {
  constexpr std::array<std::pair<int, double>, 5> kEnds{
      {{450, 0.80}, {1500, 0.775}, {4500, 0.75}, {18000, 0.725}, {33000, 0.70}}};
  for (const auto& [below, end] : kEnds) {
    if (packages < below) return end;
  }
  return 0.675;
}

/// How the utility of what the others offer has changed of late; the latest counts most.
double behaviour(const Bidder& bidder, const Memory& memory) {
  constexpr std::array<std::array<double, 4>, 4> kWeights{
      {{1.0}, {0.25, 0.75}, {0.11, 0.22, 0.66}, {0.05, 0.15, 0.3, 0.5}}};
  const auto met = static_cast<int>(memory.met.size());
  const int differences = std::min(4, met - 1);
  double sum = 0.0;
  for (int place = 0; place < differences; ++place) {
    const int now = met - differences + place;
    const double change =
        bidder.utility[memory.met[now].package] - bidder.utility[memory.met[now - 1].package];
    sum += kWeights[differences - 1][place] * change;
  }
  return sum;
}

double hybrid_target(const Bidder& bidder, const Memory& memory, const Instant& instant) {
  const double t = instant.time;
  const double end =
      std::max(end_of_curve(static_cast<int>(bidder.utility.size())), instant.walk_away);
  const double curve = (1.0 - t) * (1.0 - t) + 2.0 * t * (1.0 - t) * 0.75 + t * t * end;
  if (memory.met.size() <= 2 || memory.last_offer < 0) return std::max(curve, instant.walk_away);
  const double own = bidder.utility[memory.last_offer];
  const double answer = own - (0.5 + 0.5 * t) * behaviour(bidder, memory);
  return std::max((1.0 - t * t) * answer + t * t * curve, instant.walk_away);
}

/// The rational package nearest to the target; the lower utility if two are as near.
int hybrid_offer(const Bidder& bidder, const Memory& memory, const Instant& instant) {
  const double target = hybrid_target(bidder, memory, instant);
  const Rational rational(bidder, instant);
  const Order& order = rational.order;
  const int above = std::max(rational.first, order.at_least(target));
  double off = above < order.size() ? std::abs(order.worth(above) - target) : -1.0;
  if (above > rational.first) {
    const double below = std::abs(order.worth(above - 1) - target);
    off = off < 0.0 ? below : std::min(off, below);
  }
  int place = rational.first;
  int beyond = above;
  while (place < beyond) {  // the first that is as near as that, within the tolerance
    const int middle = place + (beyond - place) / 2;
    if (std::abs(order.worth(middle) - target) <= off + kTolerance) {
      beyond = middle;
    } else {
      place = middle + 1;
    }
  }
  return order.package(place);
}

/// What it would table is worth so much to it.
double worth_of_plan(const Bidder& bidder, const Memory& memory, const Instant& instant) {
  return bidder.utility[planned_offer(bidder, memory, instant)];
}

/// The threshold of the strategy's own acceptance.
double own_threshold(const Bidder& bidder, const Memory& memory, const Instant& instant) {
  switch (bidder.strategy.kind) {
    case Kind::hardliner:
      return bidder.range.most;
    case Kind::micro:
      return micro_threshold(bidder, memory, instant);
    case Kind::nice_tit_for_tat:
      if (instant.time >= kNiceDeadline) return instant.walk_away;
      return worth_of_plan(bidder, memory, instant);
    case Kind::hybrid:
      return worth_of_plan(bidder, memory, instant);
    case Kind::time:
    case Kind::tit_for_tat:
      break;
  }
  return target_of(bidder, memory, instant);
}

/// The largest utility met at times >= 2t - 1; 0 if none.
double best_of_late(const Bidder& bidder, const Memory& memory, double t) {
  double best = 0.0;
  for (std::size_t place = memory.met.size(); place-- > 0;) {
    if (memory.met[place].time < 2.0 * t - 1.0) break;
    best = std::max(best, bidder.utility[memory.met[place].package]);
  }
  return best;
}

/// The least u with alpha u + beta >= target.
double solved(const Bidder& bidder, const Instant& instant, double target) {
  const auto& [alpha, beta] = std::pair(bidder.strategy.alpha, bidder.strategy.beta);
  if (alpha > 0.0) return std::max(instant.walk_away, (target - beta) / alpha);
  return beta >= target - kTolerance ? instant.walk_away : bidder.range.most;
}

}  // namespace

int planned_offer(const Bidder& bidder, const Memory& memory, const Instant& instant) {
  switch (bidder.strategy.kind) {
    case Kind::hardliner:
      return bidder.order().from_top(0);
    case Kind::micro:
      return micro_offer(bidder, memory, instant);
    case Kind::nice_tit_for_tat:
      return nice_offer(bidder, memory, instant);
    case Kind::hybrid:
      return hybrid_offer(bidder, memory, instant);
    case Kind::time:
    case Kind::tit_for_tat:
      break;
  }
  return pick(bidder, instant, target_of(bidder, memory, instant));
}

bool accepts(const Bidder& bidder, const Memory& memory, const Instant& instant, int package) {
  const Strategy& strategy = bidder.strategy;
  const double worth = bidder.judged[package];
  if (strategy.accept == Accept::own) {
    const bool firm = strategy.kind == Kind::hardliner;
    return worth >= own_threshold(bidder, memory, instant) - (firm ? kHardlinerSlack : kTolerance);
  }
  if (worth < instant.walk_away - kTolerance) return false;
  const bool timely = instant.time >= strategy.tau;
  const auto next = [&](double offered) {
    return offered >= worth_of_plan(bidder, memory, instant) - kTolerance;
  };
  switch (strategy.accept) {
    case Accept::constant:
      return worth >= strategy.theta - kTolerance;
    case Accept::time:
      return timely;
    case Accept::next:
      return next(strategy.alpha * worth + strategy.beta);
    case Accept::previous:
      return memory.last_offer >= 0 && strategy.alpha * worth + strategy.beta >=
                                           bidder.utility[memory.last_offer] - kTolerance;
    case Accept::combi:
      return timely || next(worth);
    case Accept::own:
    case Accept::combi_max:
      break;
  }
  const bool best_late = timely && worth >= best_of_late(bidder, memory, instant.time) - kTolerance;
  return best_late || next(worth);
}

double least_accepted(const Bidder& bidder, const Memory& memory, const Instant& instant) {
  const Strategy& strategy = bidder.strategy;
  const bool timely = instant.time >= strategy.tau;
  const auto plan = [&] { return worth_of_plan(bidder, memory, instant); };
  switch (strategy.accept) {
    case Accept::own:
    case Accept::constant:
    case Accept::time:
      break;
    case Accept::next:
      return solved(bidder, instant, plan());
    case Accept::previous:
      if (memory.last_offer < 0) return bidder.range.most;
      return solved(bidder, instant, bidder.utility[memory.last_offer]);
    case Accept::combi:
      return timely ? instant.walk_away : plan();
    case Accept::combi_max:
      if (!timely) return plan();
      return std::max(instant.walk_away,
                      std::min(plan(), best_of_late(bidder, memory, instant.time)));
  }
  return least_accepted_jointly(bidder, memory, instant);
}

double least_accepted_jointly(const Bidder& bidder, const Memory& memory, const Instant& instant) {
  const Strategy& strategy = bidder.strategy;
  if (strategy.accept == Accept::constant) return std::max(instant.walk_away, strategy.theta);
  if (strategy.accept == Accept::time) {
    return instant.time >= strategy.tau ? instant.walk_away : bidder.range.most;
  }
  return own_threshold(bidder, memory, instant);
}

void meet(const Bidder& bidder, const Instant& instant, int package, Memory& memory) {
  memory.met.push_back({package, instant.time});
  const bool better =
      memory.best_met < 0 || bidder.utility[package] > bidder.utility[memory.best_met];
  if (better) memory.best_met = package;
  if (bidder.strategy.kind == Kind::tit_for_tat) answer_in_kind(bidder, instant, memory);
  if (bidder.strategy.kind == Kind::nice_tit_for_tat) {
    count_options(*bidder.space.grid, package, memory.options);
  }
}

void send(const Bidder& bidder, int package, Memory& memory) {
  memory.last_offer = package;
  if (bidder.strategy.kind != Kind::micro) return;
  if (memory.was_sent.insert(package)) {
    memory.sent.push_back(package);
  } else {
    ++memory.repeats;
  }
}

void hear(const Bidder& bidder, int package, Memory& memory) {
  if (bidder.strategy.kind == Kind::micro) memory.heard.insert(package);
}

}  // namespace detente
