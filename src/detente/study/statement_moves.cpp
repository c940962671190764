#include "detente/study/statement_moves.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "detente/conflict/preference.hpp"
#include "detente/core/parallel.hpp"

namespace detente {
namespace {

using Payoff = std::vector<std::uint32_t>;

/// A conflict to solve, and the moves of statements that lead to it.
struct Variant {
  Payoff payoff{};
  std::vector<StatementMove> moves{};
};

Payoff payoff_after(const StabilityReport& report, const StatementMove& move) {
  const auto& preference = report.scenario->conflict->preferences[report.movers[move.actor]];
  std::vector<Condition> conditions;
  for (const Statement& statement : preference.statements) {
    conditions.push_back(statement.condition);
  }
  const auto first = conditions.begin();
  if (move.from < move.to) {
    std::rotate(first + move.from, first + move.from + 1, first + move.to + 1);
  } else {
    std::rotate(first + move.to, first + move.from, first + move.from + 1);
  }
  return payoff_of_statements(report.conflict->feasible, conditions);
}

/// Moves that leave the actor's ranking as it is are counted and left out; those that give the same
/// ranking are solved once.
std::vector<Variant> variants_of(const StabilityReport& report, int actor, int& tried) {
  const auto& preference = report.scenario->conflict->preferences[report.movers[actor]];
  if (preference.kind != ConflictPreference::Kind::statements) return {};
  const auto count = static_cast<int>(preference.statements.size());
  std::map<Payoff, std::size_t> known;
  std::vector<Variant> variants;
  for (int place = 0; place < count * count; ++place) {
    const StatementMove move{actor, place / count, place % count};
    if (move.from == move.to) continue;
    ++tried;
    Payoff payoff = payoff_after(report, move);
    if (payoff == report.conflict->payoff[actor]) continue;
    const auto [found, fresh] = known.emplace(std::move(payoff), variants.size());
    if (fresh) variants.push_back({found->first, {}});
    variants[found->second].moves.push_back(move);
  }
  return variants;
}

std::vector<StateIndex> only_in(const StateSet& one, const StateSet& other) {
  std::vector<StateIndex> states;
  each_state(one, [&](StateIndex state) {
    if (!other.contains(state)) states.push_back(state);
  });
  return states;
}

std::vector<StatementEffect> effects_of(const StabilityReport& report, const Variant& variant) {
  Conflict changed = *report.conflict;
  changed.payoff[variant.moves.front().actor] = variant.payoff;
  std::vector<Concept> concepts;
  for (const Concept solution : kConcepts) {
    if (report.table.has(solution)) concepts.push_back(solution);
  }
  const Stability table = stability(
      changed, StabilityOptions{.sanctions = report.table.sanctions, .concepts = concepts});
  std::vector<StatementEffect> effects;
  for (const Concept solution : concepts) {
    const StateSet before = equilibria(report.table, solution);
    const StateSet after = equilibria(table, solution);
    if (before == after) continue;
    StatementEffect effect{
        .solution = solution, .lost = only_in(before, after), .gained = only_in(after, before)};
    for (const StatementMove& move : variant.moves) {
      effect.move = move;
      effects.push_back(effect);
    }
  }
  return effects;
}

bool comes_before(const StatementEffect& one, const StatementEffect& other) {
  const StatementMove& a = one.move;
  const StatementMove& b = other.move;
  if (a.actor != b.actor) return a.actor < b.actor;
  if (a.from != b.from) return a.from < b.from;
  if (a.to != b.to) return a.to < b.to;
  return one.solution < other.solution;
}

}  // namespace

std::optional<StatementReport> move_statements(const StabilityReport& report, int threads,
                                               const Stop& stop) {
  StatementReport result;
  std::vector<Variant> variants;
  for (int actor = 0; actor < report.conflict->actors; ++actor) {
    for (Variant& variant : variants_of(report, actor, result.moves)) {
      variants.push_back(std::move(variant));
    }
  }
  if (result.moves == 0) return {};
  std::vector<std::vector<StatementEffect>> found(variants.size());
  in_parallel(static_cast<int>(variants.size()), threads, [&](int task) {
    if (!stop.asked()) found[task] = effects_of(report, variants[task]);
  });
  if (stop.asked()) return {};
  for (auto& effects : found) {
    for (StatementEffect& effect : effects) result.effects.push_back(std::move(effect));
  }
  std::sort(result.effects.begin(), result.effects.end(), comes_before);
  return result;
}

}  // namespace detente
