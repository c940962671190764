#include "detente/model/offers_model.hpp"

#include <algorithm>
#include <array>

#include "detente/bargain/alternation.hpp"
#include "detente/model/minds.hpp"
#include "detente/model/rounds.hpp"

namespace detente {
namespace {

constexpr double kHardlinerSlack = 1e-10;  // the published tolerance of a hardliner

constexpr std::array<std::string_view, 4> kNotRead{"ties.*.*.strength", "stages.*.advisers",
                                                   "actors.*.susceptibility", "models.coalition.*"};

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

/// The stage as nothing but turns to take, on walk-aways that stay as they are.
Alternation alternation_of(const StageTables& tables) {
  Alternation talks{.rounds = tables.rounds, .starts = tables.starts};
  for (int party = 0; party < static_cast<int>(tables.parties.size()); ++party) {
    talks.talkers.push_back({.bidder = bidder_of(tables, party),
                             .walk_away = ground_of(tables, party, 1, {}).walk_away,
                             .leave_after = tables.parties[party].tactic.leave_after.value_or(0)});
  }
  talks.wins = [&rule = tables.rule](const ActorSet& set) { return wins(rule, set); };
  return talks;
}

/// The table as such talks leave it.
State closed(const StageTables& tables, const Close& close) {
  State state{.round = close.round,
              .left = close.left,
              .standing = close.package,
              .proposer = close.by < 0 ? ActorSet{} : only(close.by),
              .accepting = close.accepting};
  switch (close.how) {
    case Close::How::agreed:
      state.reason = Reason::agreement;
      break;
    case Close::How::nobody_bids:
      state.reason = Reason::no_zone;
      break;
    case Close::How::withdrawn:
      state.reason = Reason::withdrawal;
      break;
    case Close::How::rounds_used:
      end_round(tables, state);
  }
  return state;
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
    const Standing ground = ground_of(tables, party, state.round, state.left);
    const PartyMove* const move = find_move(moves, party);
    const bool leaves = move == nullptr ? walks_out(tables, state, log, ground, party)
                                        : move->kind == PartyMove::Kind::leave;
    const State facing = faced(tables, state, party);
    Step step = leaves ? leave(tables, facing, party) : act(tables, facing, ground, party, move);
    if (is_asked(state, party)) {
      step.turn.answered = state.standing;
      if (leaves) step.turn.answer = Answer::leave;
    }
    if (step.next.over()) return step;
    ++step.next.turn;
    skip_absent(tables, step.next);
    return step;
  }

  State play(const StageTables& tables, const State& state) const override {
    const bool opening = state.round == 1 && state.turn == 0 && state.standing < 0 && !state.over();
    const bool steady = tables.pressure.empty() &&
                        std::all_of(tables.parties.begin(), tables.parties.end(),
                                    [](const PartyTable& own) { return own.delay_cost == 0.0; });
    if (!opening || !steady || state.left != 0) return Model::play(tables, state);
    return closed(tables, alternate(alternation_of(tables)));
  }

  Standing deciding(const StageTables& tables, const State& state, int party) const override {
    return standing_of(tables, faced(tables, state, party), party, false);
  }

  int whose_turn(const StageTables& tables, const State& state) const override {
    return (tables.starts + state.turn) % static_cast<int>(tables.parties.size());
  }

  bool would_accept(const StageTables& tables, const State& state, int party,
                    int package) const override {
    State put = state;
    put.standing = package;
    detente::meet(tables, party, package, put);
    return takes(tables, put, party);
  }

  bool accepts(const PartyTable& party, const Standing& standing, double judged,
               bool /*in_force*/) const override {
    const bool firm = party.tactic.kind == Tactic::Kind::hardliner;
    return !standing.passing &&
           judged >= standing.threshold - (firm ? kHardlinerSlack : kTolerance);
  }

 private:
  static bool is_asked(const State& state, int party) {
    return state.standing >= 0 && !contains(state.proposer, party);
  }

  /// The table as a party sees it that takes its turn: it has met what it is asked about.
  static State faced(const StageTables& tables, const State& state, int party) {
    State facing = state;
    if (is_asked(state, party)) detente::meet(tables, party, state.standing, facing);
    return facing;
  }

  /// Whether a party accepts the offer on the table, which it has met.
  static bool takes(const StageTables& tables, const State& facing, int party) {
    if (ground_of(tables, party, facing.round, facing.left).passing) return false;
    return detente::accepts(bidder_of(tables, party), memory_of(facing, party),
                            instant_of(tables, facing, party), facing.standing);
  }

  /// Answers the standing offer, and tables a new one unless it is accepted.
  static Step act(const StageTables& tables, const State& facing, const Standing& ground, int party,
                  const PartyMove* move) {
    Step step{.next = facing, .turn = {.round = facing.round, .by = only(party)}};
    if (is_asked(facing, party)) {
      const bool willing =
          move == nullptr ? takes(tables, facing, party) : move->kind == PartyMove::Kind::accept;
      step.turn.answer = willing ? Answer::accept : Answer::refuse;
      if (willing) {
        step.next.accepting |= only(party);
        if (wins(tables.rule, step.next.accepting)) step.next.reason = Reason::agreement;
        return step;
      }
    }
    if (ground.passing && (move == nullptr || move->kind != PartyMove::Kind::offer)) {
      step.turn.act = Act::pass;
      return step;
    }
    table(tables, ground, party, move, step);
    return step;
  }

  static void table(const StageTables& tables, const Standing& ground, int party,
                    const PartyMove* move, Step& step) {
    int package = std::max(step.next.standing, 0);
    if (!ground.passing) {
      package = planned_offer(bidder_of(tables, party), memory_of(step.next, party),
                              instant_of(tables, step.next, party));
    }
    const bool played = move != nullptr && move->kind == PartyMove::Kind::offer;
    if (played) package = fill_in(tables.grid, move->options, package);
    step.turn.act = Act::offer;
    step.turn.offered = package;
    step.next.standing = package;
    step.next.proposer = step.next.accepting = only(party);
    hear(tables, step.next.proposer, package, step.next);
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
    const auto all = grounds(tables, state.round, state.left);
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
        "1982; tactics after Faratin, Sierra & Jennings 1998, de Jonge 2022, Baarslag, Hindriks & "
        "Jonker 2013 and Keskin, Buzcu & Aydogan 2021; acceptance after Baarslag et al. 2014",
    .status = "published table reproduced",
    .params = {},
    .not_read = kNotRead,
    .model = &kModel,
};

}  // namespace detente
