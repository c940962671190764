#include "detente/conflict/certificate.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "detente/conflict/sequences.hpp"
#include "detente/core/contract.hpp"

namespace detente {
namespace {

bool is_symmetric(Concept solution) {
  return solution == Concept::smr || solution == Concept::sseq;
}

bool is_credible(Concept solution) {
  return solution == Concept::seq || solution == Concept::sseq;
}

// the best that an actor can do from a state, the first of equals
std::optional<StateIndex> best_escape(const Conflict& conflict, int actor, StateIndex from) {
  const auto& payoff = conflict.payoff[actor];
  std::optional<StateIndex> best;
  each_move(conflict, actor, from, [&](StateIndex target) {
    if (!best || payoff[target] > payoff[*best]) best = target;
  });
  return best;
}

std::optional<Answered> answer_in_sequence(const Conflict& conflict, const Certificate& asked,
                                           Sequences& sequences, StateIndex improvement) {
  const auto& payoff = conflict.payoff[asked.actor];
  const std::uint32_t worth = payoff[asked.state];
  Answered answered{improvement, {}, improvement, {}};
  const bool found = sequences.explore(improvement, [&](StateIndex end) {
    if (payoff[end] > worth) return false;
    answered.end = end;
    if (!is_symmetric(asked.solution)) return true;
    const auto escape = best_escape(conflict, asked.actor, end);
    if (escape && payoff[*escape] > worth) return false;
    if (escape) answered.escapes = {*escape};
    return true;
  });
  if (!found) return std::nullopt;
  answered.answer = sequences.path();
  return answered;
}

// What each of the others may do at the same time: stay, or go where it is better off.
struct Choices {
  std::vector<int> actors{};
  std::vector<std::vector<StateIndex>> targets{};  // the first is the state itself
};

Choices choices_at(const Conflict& conflict, int actor, StateIndex state) {
  Choices choices{others_of(conflict, actor), {}};
  for (const int other : choices.actors) {
    auto& targets = choices.targets.emplace_back(1, state);
    for (const StateIndex target : improvements(conflict, other, state)) targets.push_back(target);
  }
  return choices;
}

// the next combination, the last actor's choice turning fastest; false after the last one
bool turn(const Choices& choices, std::vector<std::size_t>& chosen) {
  for (std::size_t place = chosen.size(); place-- > 0;) {
    if (++chosen[place] < choices.targets[place].size()) return true;
    chosen[place] = 0;
  }
  return false;
}

std::optional<Answered> answer_at_once(const Conflict& conflict, const Certificate& asked,
                                       const Choices& choices, StateIndex improvement) {
  const auto& payoff = conflict.payoff[asked.actor];
  std::vector<std::size_t> chosen(choices.actors.size(), 0);
  do {
    StateIndex end = improvement;
    for (std::size_t place = 0; place < chosen.size(); ++place) {
      const std::uint32_t own = conflict.own[choices.actors[place]];
      end = (end & ~own) | (choices.targets[place][chosen[place]] & own);
    }
    if (!conflict.feasible.contains(end) || payoff[end] > payoff[asked.state]) continue;
    Answered answered{improvement, {}, end, {}};
    for (std::size_t place = 0; place < chosen.size(); ++place) {
      if (chosen[place] == 0) continue;
      const int other = choices.actors[place];
      const StateIndex to = choices.targets[place][chosen[place]];
      answered.answer.push_back({other, to, is_irreversible(conflict, other, asked.state, to)});
    }
    return answered;
  } while (turn(choices, chosen));
  return std::nullopt;
}

// `answer` gives the answer to an improvement, or nothing
template <typename Answer>
Certificate answer_all(const Conflict& conflict, Certificate certificate, const Answer& answer) {
  for (const StateIndex improvement :
       improvements(conflict, certificate.actor, certificate.state)) {
    std::optional<Answered> answered = answer(improvement);
    if (!answered) {
      certificate.stable = false;
      certificate.answers.clear();
      certificate.unanswered = improvement;
      return certificate;
    }
    certificate.answers.push_back(std::move(*answered));
  }
  certificate.stable = true;
  return certificate;
}

}  // namespace

Certificate certify(const Conflict& conflict, Concept solution, Sanctions sanctions, int actor,
                    StateIndex state) {
  expects(actor >= 0 && actor < conflict.actors, "certify: an actor of the conflict");
  expects(state < conflict.places() && conflict.feasible.contains(state),
          "certify: a feasible state");
  expects(solution != Concept::sim || !conflict.is_graph(), "certify: sim in option form only");
  const Certificate asked{solution, actor, state, false, {}, 0};
  if (solution == Concept::nash) {
    return answer_all(conflict, asked, [](StateIndex) { return std::optional<Answered>{}; });
  }
  if (solution == Concept::sim) {
    const Choices choices = choices_at(conflict, actor, state);
    return answer_all(conflict, asked, [&](StateIndex improvement) {
      return answer_at_once(conflict, asked, choices, improvement);
    });
  }
  Sequences sequences(conflict, {sanctions, others_of(conflict, actor), is_credible(solution)});
  return answer_all(conflict, asked, [&](StateIndex improvement) {
    return answer_in_sequence(conflict, asked, sequences, improvement);
  });
}

}  // namespace detente
