#include "detente/model/offers_model.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "detente/model/rounds.hpp"

namespace detente {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kHardlinerSlack = 1e-10;  // the published tolerance of a hardliner

constexpr std::array<std::string_view, 4> kNotRead{"ties.*.*.strength", "stages.*.advisers",
                                                   "actors.*.susceptibility", "models.coalition.*"};

/// One party's packages that are worth its walk-away, and which of them it would table.
class Repertoire {
 public:
  Repertoire(const StageTables& tables, const Standing& standing, int party)
      : tables_(&tables),
        judged_(tables.parties[party].judged()),
        walk_away_(standing.walk_away),
        target_(standing.threshold) {}

  /// The best of all; the lowest index on ties.
  int best() const {
    return first([](int) { return true; }, [&](int package) { return -judged_[package]; });
  }

  /// The cheapest that still meets the target: the published rule.
  int least() const {
    const int found = first([&](int package) { return meets_target(package); },
                            [&](int package) { return judged_[package]; });
    return found < 0 ? best() : found;
  }

  /// The one most like the offer on the table among those that meet the target.
  int nearest(int standing) const {
    if (standing < 0) return best();
    int chosen = -1;
    double chosen_distance = kInfinity;
    for (int package = 0; package < tables_->grid.packages(); ++package) {
      if (!rational(package) || !meets_target(package)) continue;
      const double off = distance(package, standing);
      const bool nearer =
          off < chosen_distance || (off == chosen_distance && judged_[package] > judged_[chosen]);
      if (!nearer) continue;
      chosen = package;
      chosen_distance = off;
    }
    return chosen < 0 ? best() : chosen;
  }

 private:
  bool rational(int package) const { return judged_[package] >= walk_away_; }
  bool meets_target(int package) const { return judged_[package] >= target_ - kTolerance; }

  /// The rational package with the smallest cost; the lowest index on ties.
  template <typename Wanted, typename Cost>
  int first(Wanted wanted, Cost cost) const {
    int chosen = -1;
    for (int package = 0; package < tables_->grid.packages(); ++package) {
      if (!rational(package) || !wanted(package)) continue;
      if (chosen < 0 || cost(package) < cost(chosen)) chosen = package;
    }
    return chosen;
  }

  /// Sum over the open issues of how far apart two packages lie, in parts of the axis.
  double distance(int a, int b) const {
    double sum = 0.0;
    for (int issue = 0; issue < tables_->grid.issues(); ++issue) {
      const auto& places = tables_->places[issue];
      const double apart =
          places[tables_->grid.option(a, issue)] - places[tables_->grid.option(b, issue)];
      sum += std::abs(apart) / tables_->axes[issue];
    }
    return sum;
  }

  const StageTables* tables_;
  std::span<const double> judged_;
  double walk_away_;
  double target_;
};

int planned_offer(const StageTables& tables, const State& state, const Standing& standing,
                  int party) {
  const Repertoire repertoire(tables, standing, party);
  const Tactic& tactic = tables.parties[party].tactic;
  if (tactic.kind == Tactic::Kind::hardliner) return repertoire.best();
  return tactic.offer == Tactic::Offer::least ? repertoire.least()
                                              : repertoire.nearest(state.standing);
}

/// Whether a party leaves: late enough, and nothing that it has met is worth its walk-away.
bool walks_out(const StageTables& tables, const State& state, std::span<const Turn> log,
               const Standing& standing, int party) {
  const auto& after = tables.parties[party].tactic.leave_after;
  if (!after || state.round < *after) return false;
  const auto& utility = tables.parties[party].utility;
  const auto enough = [&](int package) {
    return package >= 0 && utility[package] >= standing.walk_away;
  };
  const bool on_table = !contains(state.proposer, party) && enough(state.standing);
  return !on_table && std::none_of(log.begin(), log.end(), [&](const Turn& turn) {
    return turn.by == only(party) && enough(turn.answered);
  });
}

class OffersModel final : public Model {
 public:
  OffersModel() : Model({}) {}

  State open(const StageTables& tables) const override {
    State state;
    skip_absent(tables, state);
    return state;
  }

  Step turn(const StageTables& tables, const State& state, std::span<const Turn> log,
            std::span<const PartyMove> moves) const override {
    const int party = whose_turn(tables, state);
    const Standing standing = standing_of(tables, party, state.round, state.left);
    const PartyMove* const move = find_move(moves, party);
    const bool leaves = move == nullptr ? walks_out(tables, state, log, standing, party)
                                        : move->kind == PartyMove::Kind::leave;
    Step step = leaves ? leave(tables, state, party) : meet(tables, state, standing, party, move);
    const bool meets = state.standing >= 0 && !contains(state.proposer, party);
    if (meets) {
      step.turn.answered = state.standing;
      if (leaves) step.turn.answer = Answer::leave;
    }
    if (step.next.over()) return step;
    ++step.next.turn;
    skip_absent(tables, step.next);
    return step;
  }

  int whose_turn(const StageTables& tables, const State& state) const override {
    return (tables.starts + state.turn) % static_cast<int>(tables.parties.size());
  }

  bool accepts(const PartyTable& party, const Standing& standing, double judged,
               bool /*in_force*/) const override {
    const bool firm = party.tactic.kind == Tactic::Kind::hardliner;
    return !standing.passing &&
           judged >= standing.threshold - (firm ? kHardlinerSlack : kTolerance);
  }

 private:
  /// Answers the standing offer, and tables a new one unless it is accepted.
  Step meet(const StageTables& tables, const State& state, const Standing& standing, int party,
            const PartyMove* move) const {
    Step step{.next = state, .turn = {.round = state.round, .by = only(party)}};
    if (state.standing >= 0 && !contains(state.proposer, party)) {
      const PartyTable& own = tables.parties[party];
      const bool willing = move == nullptr
                               ? accepts(own, standing, own.judged()[state.standing], false)
                               : move->kind == PartyMove::Kind::accept;
      step.turn.answer = willing ? Answer::accept : Answer::refuse;
      if (willing) {
        step.next.accepting |= only(party);
        if (wins(tables.rule, step.next.accepting)) step.next.reason = Reason::agreement;
        return step;
      }
    }
    if (standing.passing && (move == nullptr || move->kind != PartyMove::Kind::offer)) {
      step.turn.act = Act::pass;
      return step;
    }
    table(tables, standing, party, move, step);
    return step;
  }

  static void table(const StageTables& tables, const Standing& standing, int party,
                    const PartyMove* move, Step& step) {
    int package = standing.passing ? std::max(step.next.standing, 0)
                                   : planned_offer(tables, step.next, standing, party);
    const bool played = move != nullptr && move->kind == PartyMove::Kind::offer;
    if (played) package = fill_in(tables.grid, move->options, package);
    step.turn.act = Act::offer;
    step.turn.offered = package;
    step.next.standing = package;
    step.next.proposer = step.next.accepting = only(party);
    if (wins(tables.rule, step.next.accepting)) step.next.reason = Reason::agreement;
  }

  /// Goes on to the next party that is still there, through the end of the round where needed.
  static void skip_absent(const StageTables& tables, State& state) {
    const auto parties = static_cast<int>(tables.parties.size());
    while (!state.over()) {
      if (state.turn == 0 && all_pass(tables, state)) {
        state.reason = Reason::no_zone;
        return;
      }
      for (; state.turn < parties; ++state.turn) {
        if (!contains(state.left, (tables.starts + state.turn) % parties)) return;
      }
      end_round(tables, state);
      state.turn = 0;
    }
  }

  static bool all_pass(const StageTables& tables, const State& state) {
    const auto all = detente::standings(tables, state.round, state.left);
    for (const int party : Members(tables.everybody() & ~state.left)) {
      if (!all[party].passing) return false;
    }
    return true;
  }
};

const OffersModel kModel;

}  // namespace

const ModelInfo kOffersModel{
    .id = "offers",
    .summary = "Parties take turns: accept the offer on the table or make another.",
    .source =
        "Aydogan, Festen, Hindriks & Jonker 2017 (stacked alternating offers); Rubinstein "
        "1982; Faratin, Sierra & Jennings 1998",
    .status = "published table reproduced",
    .params = {},
    .not_read = kNotRead,
    .model = &kModel,
};

}  // namespace detente
