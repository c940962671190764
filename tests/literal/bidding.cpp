#include "literal/bidding.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace detente::literal {
namespace {

constexpr double kTolerance = 1e-12;
constexpr double kHardlinerTolerance = 1e-10;
constexpr double kLeastClaim = 1e-9;

const Tactic& tactic_of(const Seat& seat) {
  return seat.table.tactics[seat.place];
}

double u(const Seat& seat, int index) {
  return seat.table.u[seat.place][index];
}

double lowest(const Seat& seat) {
  return std::max(seat.r, seat.table.worst[seat.place]);
}

double highest(const Seat& seat) {
  return seat.table.best[seat.place];
}

/// B: as R, by (-u, index).
std::vector<int> best_first(const Seat& seat) {
  std::vector<int> packages = rational(seat);
  std::sort(packages.begin(), packages.end(), [&seat](int a, int b) {
    return u(seat, a) != u(seat, b) ? u(seat, a) > u(seat, b) : a < b;
  });
  return packages;
}

/// Sum over the issues of |difference of `at`| / R.
double distance(const Table& table, int a, int b) {
  double sum = 0.0;
  for (int issue = 0; issue < count(table.open); ++issue) {
    const double from = table.axis[issue][table.packages[a][issue]];
    const double to = table.axis[issue][table.packages[b][issue]];
    sum += std::fabs(from - to) / kAxis;
  }
  return sum;
}

int pick(const Seat& seat, double target) {
  std::vector<int> good;
  for (const int index : rational(seat)) {
    if (u(seat, index) >= target - kTolerance) good.push_back(index);
  }
  const bool nearest = tactic_of(seat).offer == Tactic::Offer::nearest;
  if (good.empty() || (nearest && !seat.standing)) return best_first(seat).front();
  if (!nearest) return good.front();
  std::sort(good.begin(), good.end(), [&](int a, int b) {
    const double to_a = distance(seat.table, a, *seat.standing);
    const double to_b = distance(seat.table, b, *seat.standing);
    if (to_a != to_b) return to_a < to_b;
    return u(seat, a) != u(seat, b) ? u(seat, a) > u(seat, b) : a < b;
  });
  return good.front();
}

// tit_for_tat

/// g(y): the claim of the others in the package.
double claim(const Seat& seat, int index) {
  return std::max(highest(seat) - u(seat, index), kLeastClaim);
}

/// q, after the last offer of Y.
double ratio(const Seat& seat, const std::vector<int>& y) {
  const Tactic& tactic = tactic_of(seat);
  const int m = count(y);
  const auto g = [&](int number) { return claim(seat, y[number - 1]); };  // Y_1 is the first
  if (tactic.mode == Tactic::Mode::relative) {
    const int lag = tactic.lag;
    return m > lag ? g(m - lag + 1) / g(m - lag) : 1.0;
  }
  const int window = tactic.window;
  if (m <= window) return 1.0;
  double sum = 0.0;
  for (int number = m - window + 1; number <= m; ++number) sum += g(number) / g(number - 1);
  return sum / window;
}

double theta_of(const Seat& seat) {
  return std::max(lowest(seat), seat.mind.theta.value_or(highest(seat)));
}

// micro

/// The own packages that differ, in order of first use.
std::vector<int> sent(const Mind& mind) {
  std::vector<int> packages;
  for (const int index : mind.own) {
    const bool known = std::find(packages.begin(), packages.end(), index) != packages.end();
    if (!known) packages.push_back(index);
  }
  return packages;
}

bool may_concede(const Seat& seat) {
  return sent(seat.mind).size() <= seat.mind.heard.size();
}

int micro_offer(const Seat& seat) {
  const std::vector<int> b = best_first(seat);
  const std::vector<int> before = sent(seat.mind);
  if (may_concede(seat)) {
    for (int next = count(before); next < count(b); ++next) {
      const bool known = std::find(before.begin(), before.end(), b[next]) != before.end();
      if (!known) return b[next];
    }
  }
  if (before.empty()) return b.front();
  const int repeats = count(seat.mind.own) - count(before);
  return before[repeats % count(before)];
}

double micro_threshold(const Seat& seat) {
  const std::vector<int> b = best_first(seat);
  const int k = count(sent(seat.mind));
  if (may_concede(seat)) return k < count(b) ? std::max(seat.r, u(seat, b[k])) : seat.r;
  return std::max(seat.r, u(seat, b[std::min(k, count(b)) - 1]));
}

// nice_tit_for_tat

double g_of(const Seat& seat, double utility) {
  const double least = seat.table.worst[seat.place];
  const double most = highest(seat);
  return most > least ? (utility - least) / (most - least) : 1.0;
}

/// M(p) of every package.
std::vector<double> model_of_others(const Seat& seat) {
  const Table& table = seat.table;
  const double m = count(seat.mind.met);
  std::vector<std::vector<double>> cnt;
  std::vector<double> mx;
  std::vector<double> weight;
  double sum = 0.0;
  for (int issue = 0; issue < count(table.open); ++issue) {
    cnt.emplace_back(table.axis[issue].size(), 0.0);
    for (const int index : seat.mind.met) cnt.back()[table.packages[index][issue]] += 1.0;
    mx.push_back(*std::max_element(cnt.back().begin(), cnt.back().end()));
    weight.push_back(mx.back() / m);
    sum += weight.back();
  }
  std::vector<double> model;
  for (const Package& package : table.packages) {
    double value = 0.0;
    for (int issue = 0; issue < count(package); ++issue) {
      value += (weight[issue] / sum) * (cnt[issue][package[issue]] / mx[issue]);
    }
    model.push_back(value);
  }
  return model;
}

/// `high` where the limits cross, as for a party whose walk-away is above its best package.
double clamp(double value, double low, double high) {
  return std::min(high, std::max(low, value));
}

/// N.
double nash_estimate(const Seat& seat, const std::vector<double>& model) {
  std::vector<int> in_index_order = rational(seat);
  std::sort(in_index_order.begin(), in_index_order.end());
  int best = in_index_order.front();
  const auto product = [&](int index) { return g_of(seat, u(seat, index)) * model[index]; };
  for (const int index : in_index_order) {
    if (product(index) > product(best) + kTolerance) best = index;
  }
  const double n = g_of(seat, u(seat, best));
  return std::min(std::max({n, 0.5, g_of(seat, lowest(seat))}), 1.0);
}

int best_met(const Seat& seat) {
  int best = seat.mind.met.front();
  for (const int index : seat.mind.met) {
    if (u(seat, index) > u(seat, best)) best = index;
  }
  return best;
}

double nice_target(const Seat& seat, const std::vector<double>& model) {
  const double n = nash_estimate(seat, model);
  const double f = g_of(seat, u(seat, seat.mind.met.front()));
  const double b = g_of(seat, u(seat, best_met(seat)));
  const double conc = n <= f + kTolerance ? 0.0 : clamp((b - f) / (n - f), 0.0, 1.0);
  double target = 1.0 - conc * (1.0 - n);
  const double h = clamp(20.0 * (seat.t - 0.91), 0.0, 1.0);
  target = target - h * std::max(0.0, target - n);
  return clamp(target, g_of(seat, lowest(seat)), 1.0);
}

int nice_offer(const Seat& seat) {
  if (seat.mind.met.empty()) return best_first(seat).front();
  const std::vector<double> model = model_of_others(seat);
  const double target = nice_target(seat, model);
  const int met = best_met(seat);
  const bool inside = seat.table.inside[seat.place][met];
  if (inside && g_of(seat, u(seat, met)) >= target - kTolerance && u(seat, met) >= seat.r) {
    return met;
  }
  double most = -1.0;
  for (const int index : rational(seat)) {
    if (g_of(seat, u(seat, index)) >= target - kTolerance) most = std::max(most, model[index]);
  }
  int chosen = -1;
  for (const int index : best_first(seat)) {  // the larger u first, then the lower index
    const bool good = g_of(seat, u(seat, index)) >= target - kTolerance;
    if (chosen < 0 && good && model[index] >= most - kTolerance) chosen = index;
  }
  return chosen < 0 ? best_first(seat).front() : chosen;
}

/// P2 of hybrid.
double behaviour_share(int packages) {
  if (packages < 450) return 0.80;
  if (packages < 1500) return 0.775;
  if (packages < 4500) return 0.75;
  if (packages < 18000) return 0.725;
  return packages < 33000 ? 0.70 : 0.675;
}

double hybrid_target(const Seat& seat) {
  const std::vector<std::vector<double>> weights = {
      {1.0}, {0.25, 0.75}, {0.11, 0.22, 0.66}, {0.05, 0.15, 0.3, 0.5}};
  const double t = seat.t;
  const double p2 = std::max(behaviour_share(count(seat.table.packages)), seat.r);
  const double tb = (1.0 - t) * (1.0 - t) + 2.0 * t * (1.0 - t) * 0.75 + t * t * p2;
  const std::vector<int>& y = seat.mind.met;
  if (y.size() <= 2 || seat.mind.own.empty()) return std::max(tb, seat.r);
  const int differences = std::min(4, count(y) - 1);
  const int first = count(y) - differences;
  double d = 0.0;
  for (int at = 0; at < differences; ++at) {
    const double difference = u(seat, y[first + at]) - u(seat, y[first + at - 1]);
    d += weights[differences - 1][at] * difference;
  }
  const double own = u(seat, seat.mind.own.back());
  return std::max((1.0 - t * t) * (own - (0.5 + 0.5 * t) * d) + t * t * tb, seat.r);
}

int hybrid_offer(const Seat& seat) {
  const double target = hybrid_target(seat);
  const std::vector<int> packages = rational(seat);
  double least = std::numeric_limits<double>::infinity();
  for (const int index : packages) least = std::min(least, std::fabs(u(seat, index) - target));
  for (const int index : packages) {  // the lower utility first, then the lower index
    if (std::fabs(u(seat, index) - target) <= least + kTolerance) return index;
  }
  return packages.front();
}

bool accepts_by_tactic(const Seat& seat, int index) {
  const Tactic& tactic = tactic_of(seat);
  const double worth = u(seat, index);
  switch (tactic.kind) {
    case Tactic::Kind::hardliner:
      return worth >= highest(seat) - kHardlinerTolerance;
    case Tactic::Kind::micro:
      return worth >= micro_threshold(seat) - kTolerance;
    case Tactic::Kind::tit_for_tat:
      return worth >= theta_of(seat) - kTolerance;
    case Tactic::Kind::nice_tit_for_tat:
      if (seat.t >= 0.98) return worth >= seat.r - kTolerance;
      return worth >= u(seat, planned_offer(seat)) - kTolerance;
    case Tactic::Kind::hybrid:
      return worth >= u(seat, planned_offer(seat)) - kTolerance;
    default:
      return worth >= aspiration(seat.table, seat.place, seat.r, seat.t) - kTolerance;
  }
}

/// The largest u met at times >= 2t - 1; 0 if none.
double best_of_late(const Seat& seat) {
  double best = 0.0;
  for (int number = 0; number < count(seat.mind.met); ++number) {
    if (seat.mind.met_at[number] < 2.0 * seat.t - 1.0) continue;
    best = std::max(best, u(seat, seat.mind.met[number]));
  }
  return best;
}

double threshold_of_tactic(const Seat& seat) {
  const Tactic& tactic = tactic_of(seat);
  switch (tactic.kind) {
    case Tactic::Kind::hardliner:
      return highest(seat);
    case Tactic::Kind::micro:
      return micro_threshold(seat);
    case Tactic::Kind::tit_for_tat:
      return theta_of(seat);
    case Tactic::Kind::nice_tit_for_tat:
      if (seat.t >= 0.98) return seat.r;
      return u(seat, planned_offer(seat));
    case Tactic::Kind::hybrid:
      return u(seat, planned_offer(seat));
    default:
      return aspiration(seat.table, seat.place, seat.r, seat.t);
  }
}

}  // namespace

std::vector<int> rational(const Seat& seat) {
  std::vector<int> packages;
  for (int index = 0; index < count(seat.table.packages); ++index) {
    const bool inside = seat.table.inside[seat.place][index];
    if (inside && u(seat, index) >= seat.r) packages.push_back(index);
  }
  std::stable_sort(packages.begin(), packages.end(), [&seat](int a, int b) {
    return u(seat, a) != u(seat, b) ? u(seat, a) < u(seat, b) : a < b;
  });
  return packages;
}

void meet(const Seat& seat, int index, Mind& mind) {
  mind.met.push_back(index);
  mind.met_at.push_back(seat.t);
  const double lo = lowest(seat);
  const double kind = mind.met.size() >= 2 ? tactic_of(seat).kindness * (highest(seat) - lo) : 0.0;
  const double theta = mind.theta.value_or(highest(seat));
  mind.theta = clamp(lo + (theta - lo) * ratio(seat, mind.met) - kind, lo, highest(seat));
}

int planned_offer(const Seat& seat) {
  switch (tactic_of(seat).kind) {
    case Tactic::Kind::hardliner:
      return best_first(seat).front();
    case Tactic::Kind::micro:
      return micro_offer(seat);
    case Tactic::Kind::tit_for_tat:
      return pick(seat, theta_of(seat));
    case Tactic::Kind::nice_tit_for_tat:
      return nice_offer(seat);
    case Tactic::Kind::hybrid:
      return hybrid_offer(seat);
    default:
      return pick(seat, aspiration(seat.table, seat.place, seat.r, seat.t));
  }
}

bool accepts(const Seat& seat, int index) {
  const AcceptRule& rule = tactic_of(seat).accept;
  if (!seat.table.inside[seat.place][index]) return false;
  if (rule.kind == AcceptRule::Kind::own) return accepts_by_tactic(seat, index);
  const double worth = u(seat, index);
  if (worth < seat.r - kTolerance) return false;
  const auto next = [&](double alpha, double beta) {
    return alpha * worth + beta >= u(seat, planned_offer(seat)) - kTolerance;
  };
  switch (rule.kind) {
    case AcceptRule::Kind::next:
      return next(rule.alpha, rule.beta);
    case AcceptRule::Kind::constant:
      return worth >= rule.theta - kTolerance;
    case AcceptRule::Kind::time:
      return seat.t >= rule.tau;
    case AcceptRule::Kind::previous:
      if (seat.mind.own.empty()) return false;
      return rule.alpha * worth + rule.beta >= u(seat, seat.mind.own.back()) - kTolerance;
    case AcceptRule::Kind::combi:
      return next(1.0, 0.0) || seat.t >= rule.tau;
    default:
      return next(1.0, 0.0) || (seat.t >= rule.tau && worth >= best_of_late(seat) - kTolerance);
  }
}

double least_accepted(const Seat& seat, bool joint) {
  const AcceptRule& rule = tactic_of(seat).accept;
  const bool timely = seat.t >= rule.tau;
  const auto plan = [&seat] { return u(seat, planned_offer(seat)); };
  const auto reached = [&](double target) {
    if (rule.alpha > 0.0) return std::max(seat.r, (target - rule.beta) / rule.alpha);
    return rule.beta >= target - kTolerance ? seat.r : highest(seat);
  };
  if (rule.kind == AcceptRule::Kind::constant) return std::max(seat.r, rule.theta);
  if (rule.kind == AcceptRule::Kind::time) return timely ? seat.r : highest(seat);
  if (joint || rule.kind == AcceptRule::Kind::own) return threshold_of_tactic(seat);
  switch (rule.kind) {
    case AcceptRule::Kind::next:
      return reached(plan());
    case AcceptRule::Kind::previous:
      return seat.mind.own.empty() ? highest(seat) : reached(u(seat, seat.mind.own.back()));
    case AcceptRule::Kind::combi:
      return timely ? seat.r : plan();
    default:
      return timely ? std::max(seat.r, std::min(plan(), best_of_late(seat))) : plan();
  }
}

}  // namespace detente::literal
