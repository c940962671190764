#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "detente/conflict/certificate.hpp"

// Replays certificates. Shares nothing with certificate.cpp but what a move is.
namespace detente {
namespace {

bool contains(const std::vector<StateIndex>& ascending, StateIndex state) {
  return std::binary_search(ascending.begin(), ascending.end(), state);
}

class Replay {
 public:
  Replay(const Conflict& conflict, Sanctions sanctions, const Certificate& certificate)
      : conflict_(conflict), sanctions_(sanctions), told_(certificate) {}

  bool accepts() const {
    if (told_.actor < 0 || told_.actor >= conflict_.actors) return false;
    if (told_.state >= conflict_.places() || !conflict_.feasible.contains(told_.state))
      return false;
    if (told_.solution == Concept::sim && conflict_.is_graph()) return false;
    return told_.stable ? is_stable() : is_unstable();
  }

 private:
  bool is_stable() const {
    std::vector<StateIndex> told;
    for (const Answered& answered : told_.answers) told.push_back(answered.improvement);
    if (told != improvements(conflict_, told_.actor, told_.state)) return false;
    return std::all_of(told_.answers.begin(), told_.answers.end(),
                       [this](const Answered& answered) { return answers(answered); });
  }

  bool is_unstable() const {
    if (!told_.answers.empty()) return false;
    if (!contains(improvements(conflict_, told_.actor, told_.state), told_.unanswered))
      return false;
    if (told_.solution == Concept::nash) return true;
    return told_.solution == Concept::sim ? !met_at_once() : !met_in_sequence();
  }

  bool answers(const Answered& answered) const {
    if (told_.solution == Concept::nash) return false;
    const bool led = told_.solution == Concept::sim ? leads_at_once(answered) : leads(answered);
    return led && hurts(answered.end) && escapes_are_told(answered);
  }

  bool is_credible() const {
    return told_.solution == Concept::seq || told_.solution == Concept::sseq;
  }
  bool is_symmetric() const {
    return told_.solution == Concept::smr || told_.solution == Concept::sseq;
  }
  bool is_opponent(int actor) const {
    return actor >= 0 && actor < conflict_.actors && actor != told_.actor;
  }
  std::uint32_t worth(StateIndex state) const { return conflict_.payoff[told_.actor][state]; }

  // no better than the state in question, and with no way out where the concept asks for that
  bool hurts(StateIndex end) const {
    if (worth(end) > worth(told_.state)) return false;
    if (!is_symmetric()) return true;
    const std::vector<StateIndex> out = moves(conflict_, told_.actor, end);
    return std::all_of(out.begin(), out.end(),
                       [this](StateIndex target) { return worth(target) <= worth(told_.state); });
  }

  bool escapes_are_told(const Answered& answered) const {
    const std::vector<StateIndex> out = moves(conflict_, told_.actor, answered.end);
    if (!is_symmetric() || out.empty()) return answered.escapes.empty();
    if (answered.escapes.size() != 1 || !contains(out, answered.escapes.front())) return false;
    return std::all_of(out.begin(), out.end(), [&](StateIndex target) {
      return worth(target) <= worth(answered.escapes.front());
    });
  }

  bool is_step(const PathStep& step, StateIndex from, bool credible) const {
    if (!is_opponent(step.actor)) return false;
    const auto may =
        credible ? improvements(conflict_, step.actor, from) : moves(conflict_, step.actor, from);
    if (!contains(may, step.to)) return false;
    return step.irreversible != contains(moves(conflict_, step.actor, step.to), from);
  }

  bool leads(const Answered& answered) const {
    if (sanctions_ == Sanctions::direct && answered.answer.size() != 1) return false;
    StateIndex state = answered.improvement;
    int last = -1;
    std::set<int> moved;
    for (const PathStep& step : answered.answer) {
      if (step.actor == last || !is_step(step, state, is_credible())) return false;
      if (!moved.insert(step.actor).second && sanctions_ == Sanctions::once) return false;
      last = step.actor;
      state = step.to;
    }
    return state == answered.end;
  }

  bool leads_at_once(const Answered& answered) const {
    StateIndex state = answered.improvement;
    int last = -1;
    for (const PathStep& step : answered.answer) {
      if (step.actor <= last || !is_step(step, told_.state, true)) return false;
      last = step.actor;
      state = (state & ~conflict_.own[step.actor]) | (step.to & conflict_.own[step.actor]);
    }
    return state == answered.end && conflict_.feasible.contains(state);
  }

  // a state, who moved there, and under `once` who has moved at all
  using Node = std::tuple<StateIndex, int, std::set<int>>;

  bool may_go_on(const Node& node, int actor) const {
    if (!is_opponent(actor)) return false;
    if (sanctions_ == Sanctions::once) return std::get<2>(node).count(actor) == 0;
    if (sanctions_ == Sanctions::direct) return std::get<1>(node) < 0;
    return std::get<1>(node) != actor;
  }

  Node after(const Node& node, int actor, StateIndex target) const {
    if (sanctions_ != Sanctions::once) return {target, actor, {}};
    std::set<int> moved = std::get<2>(node);
    moved.insert(actor);
    return {target, -1, std::move(moved)};
  }

  std::vector<Node> followers(const Node& node) const {
    const StateIndex from = std::get<0>(node);
    std::vector<Node> next;
    for (int actor = 0; actor < conflict_.actors; ++actor) {
      if (!may_go_on(node, actor)) continue;
      const auto targets =
          is_credible() ? improvements(conflict_, actor, from) : moves(conflict_, actor, from);
      for (const StateIndex target : targets) next.push_back(after(node, actor, target));
    }
    return next;
  }

  // whether there is an answer in sequence to the improvement that is said to have none
  bool met_in_sequence() const {
    std::set<Node> seen;
    std::vector<Node> open{{told_.unanswered, -1, {}}};
    while (!open.empty()) {
      const Node node = std::move(open.back());
      open.pop_back();
      for (Node& next : followers(node)) {
        if (hurts(std::get<0>(next))) return true;
        if (seen.insert(next).second) open.push_back(std::move(next));
      }
    }
    return false;
  }

  // the same, the others choosing at the same time
  bool met_at_once() const {
    std::set<StateIndex> ends{told_.unanswered};
    for (int actor = 0; actor < conflict_.actors; ++actor) {
      if (!is_opponent(actor)) continue;
      const std::uint32_t own = conflict_.own[actor];
      const std::set<StateIndex> before = ends;
      for (const StateIndex choice : improvements(conflict_, actor, told_.state)) {
        for (const StateIndex end : before) ends.insert((end & ~own) | (choice & own));
      }
    }
    return std::any_of(ends.begin(), ends.end(), [this](StateIndex end) {
      return conflict_.feasible.contains(end) && hurts(end);
    });
  }

  const Conflict& conflict_;
  Sanctions sanctions_;
  const Certificate& told_;
};

}  // namespace

bool check(const Conflict& conflict, Sanctions sanctions, const Certificate& certificate) {
  return Replay(conflict, sanctions, certificate).accepts();
}

}  // namespace detente
