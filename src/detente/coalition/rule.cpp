#include "detente/coalition/rule.hpp"

namespace detente {

double power_of(const Rule& rule, ActorSet set) {
  double sum = 0.0;
  for (const int party : Members(set)) sum += rule.power[party];
  return sum;
}

bool wins(const Rule& rule, ActorSet set) {
  if (set == 0 || !includes(set, rule.required)) return false;
  if (rule.quorum <= 0.0) return true;
  const double all = rule.total > 0.0 ? rule.total : power_of(rule, first_actors(rule.parties()));
  return power_of(rule, set) >= rule.quorum * all - kTolerance;
}

bool stronger(const Rule& rule, ActorSet a, ActorSet b) {
  const double power_a = power_of(rule, a);
  const double power_b = power_of(rule, b);
  if (power_a != power_b) return power_a > power_b;
  if (size_of(a) != size_of(b)) return size_of(a) > size_of(b);
  return a < b;
}

ActorSet needed_by(const Rule& rule, ActorSet bloc, ActorSet table) {
  const ActorSet outsiders = table & ~bloc;
  ActorSet needed = 0;
  for (const int party : Members(outsiders)) {
    if (!wins(rule, table & ~only(party))) needed |= only(party);
  }
  return needed == 0 ? outsiders : needed;
}

}  // namespace detente
