#include "detente/conflict/preference.hpp"

#include <doctest/doctest.h>

#include "detente/core/contract.hpp"
#include "support/synthetic.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only

namespace {

using Payoff = std::vector<std::uint32_t>;
using Kind = Condition::Kind;

StateSet all_of(int options) {
  StateSet all(std::size_t{1} << options);
  for (StateIndex state = 0; state < all.places(); ++state) all.add(state);
  return all;
}

Condition is_on(int option) {
  return {{{Kind::is_on, option}}};
}

/// Whether one state is better than another, as the definition says.
bool is_better(const std::vector<Condition>& statements, StateIndex one, StateIndex other) {
  for (const Condition& statement : statements) {
    const bool first = holds(statement, one);
    if (first != holds(statement, other)) return first;
  }
  return false;
}

void check_order(const StateSet& feasible, const std::vector<Condition>& statements) {
  const Payoff payoff = payoff_of_statements(feasible, statements);
  std::uint32_t most = 0;
  each_state(feasible, [&](StateIndex state) { most = std::max(most, payoff[state]); });
  std::vector<bool> used(most + 1);
  each_state(feasible, [&](StateIndex one) {
    used[payoff[one]] = true;
    each_state(feasible, [&](StateIndex other) {
      // quiet, there are many
      if ((payoff[one] > payoff[other]) != is_better(statements, one, other)) {
        FAIL_CHECK("states " << one << " and " << other);
      }
    });
  });
  CHECK_FALSE(used[0]);
  for (std::uint32_t worth = 1; worth <= most; ++worth) CHECK(used[worth]);
}

}  // namespace

TEST_CASE("a ranking counts from the worst group, a group is a tie") {
  StateSet feasible = all_of(2);
  feasible.remove(2);
  const std::vector<std::vector<StateIndex>> groups{{3}, {0, 1}};
  CHECK(payoff_of_ranking(feasible, groups) == Payoff{1, 1, 0, 2});
  const std::vector<std::vector<StateIndex>> missing{{3}, {0}};
  CHECK_THROWS_AS(payoff_of_ranking(feasible, missing), ContractViolation);
  const std::vector<std::vector<StateIndex>> twice{{3, 0}, {0, 1}};
  CHECK_THROWS_AS(payoff_of_ranking(feasible, twice), ContractViolation);
}

TEST_CASE("the first statement that tells two states apart decides") {
  const std::vector<Condition> wants{is_on(1), is_on(0)};
  CHECK(payoff_of_statements(all_of(2), wants) == Payoff{1, 2, 3, 4});
  CHECK(payoff_of_statements(all_of(2), std::vector<Condition>{}) == Payoff{1, 1, 1, 1});
  // repeated and constant statements change nothing
  const Condition always{{{Kind::is_on, 0}, {Kind::is_on, 0}, {Kind::implication, -1}}};
  const std::vector<Condition> repeated{is_on(1), always, is_on(1), is_on(0), is_on(1)};
  CHECK(payoff_of_statements(all_of(2), repeated) == Payoff{1, 2, 3, 4});
}

TEST_CASE("statements by the definition, with every connective and gaps among the states") {
  const Condition implies{{{Kind::is_on, 7}, {Kind::is_on, 2}, {Kind::implication, -1}}};
  const Condition same{{{Kind::is_on, 0}, {Kind::is_on, 6}, {Kind::equivalence, -1}}};
  const Condition mixed{{{Kind::is_on, 5},
                         {Kind::negation, -1},
                         {Kind::is_on, 3},
                         {Kind::disjunction, -1},
                         {Kind::is_on, 8},
                         {Kind::conjunction, -1}}};
  const std::vector<Condition> wants{implies, mixed, same, is_on(4), is_on(1)};
  StateSet feasible = all_of(9);
  check_order(feasible, wants);
  for (StateIndex state = 0; state < 512; state += 3) feasible.remove(state);
  for (StateIndex state = 128; state < 256; ++state) feasible.remove(state);
  check_order(feasible, wants);
}

TEST_CASE("drawn statements by the definition, and more of them than a word has bits") {
  for (const auto& wants : support::synthetic_statements(8, 4)) check_order(all_of(8), wants);
  // 66 statements that tell nothing apart but two states, then the options
  std::vector<Condition> many;
  for (int number = 0; number < 66; ++number) {
    Condition all = is_on(0);
    for (int option = 1; option < 7; ++option) {
      all.steps.push_back({Kind::is_on, option});
      all.steps.push_back({Kind::conjunction, -1});
    }
    many.push_back(all);
  }
  for (int option = 0; option < 7; ++option) many.push_back(is_on(option));
  check_order(all_of(7), many);
  const Payoff payoff = payoff_of_statements(all_of(7), many);
  CHECK(payoff[127] == 128);
  CHECK(payoff[126] == 64);
}

TEST_CASE("statements over many places give every class its own number") {
  std::vector<Condition> wants;
  for (int option = 17; option >= 0; --option) wants.push_back(is_on(option));
  const Payoff payoff = payoff_of_statements(all_of(18), wants);
  bool in_order = true;
  for (StateIndex state = 0; state < payoff.size(); ++state) {
    in_order = in_order && payoff[state] == state + 1;
  }
  CHECK(in_order);
}

TEST_CASE("utilities are compared in steps of 1e-9") {
  const StateSet feasible = all_of(2);
  CHECK(payoff_of_utilities(feasible, std::vector<double>{0.5, 0.2, 0.5 + 4e-10, 0.5 + 6e-10}) ==
        Payoff{2, 1, 2, 3});
  CHECK(payoff_of_utilities(feasible, std::vector<double>{-0.0, 0.0, -1.0, 1e-9}) ==
        Payoff{2, 2, 1, 3});
  StateSet some = feasible;
  some.remove(0);
  CHECK(payoff_of_utilities(some, std::vector<double>{9.0, 3.0, 2.0, 1.0}) == Payoff{0, 3, 2, 1});
}
