#include "detente/model/conflict_model.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "detente/conflict/paths.hpp"
#include "detente/model/conflict_talks.hpp"
#include "detente/model/rounds.hpp"

namespace detente {
namespace {

constexpr std::array kParams{
    ParamInfo{"concept", -1.0, -1.0, 5.0,
              "what counts as rest: 0 nash, 1 gmr, 2 smr, 3 seq, 4 sseq, 5 sim; -1: the first of "
              "nash, sseq and seq that has a state within reach"},
    ParamInfo{"rounds", 20.0, 1.0, 10'000.0, "moves that are played at most"},
};

constexpr std::array<std::string_view, 16> kNotRead{"actors.*.tactic.*",
                                                    "actors.*.power",
                                                    "actors.*.walk_away",
                                                    "actors.*.walk_away.share",
                                                    "actors.*.delay_cost",
                                                    "actors.*.susceptibility",
                                                    "actors.*.values_durability",
                                                    "ties.*.*.strength",
                                                    "stages.*.rounds",
                                                    "stages.*.starts",
                                                    "stages.*.quorum",
                                                    "stages.*.consent",
                                                    "stages.*.advisers",
                                                    "stages.*.walk_away.*",
                                                    "stages.*.pressure.*",
                                                    "models.coalition.*"};

struct Credible {
  int mover = -1;
  StateIndex to = 0;
};

StateIndex now(const StageTables& tables, const State& state) {
  return state_of(tables, tables.board->game.conflict, state.standing);
}

/// The shortest path of credible moves to the nearest of these states, the lowest among those
/// equally near. Nothing where none can be reached.
std::optional<ImprovementPath> way_to(const StateSet& targets, const ShortestPaths& paths) {
  StateSet within_reach = paths.reached();
  within_reach &= targets;
  std::optional<ImprovementPath> nearest;
  each_state(within_reach, [&](StateIndex target) {
    auto path = paths.to(target);
    if (path && (!nearest || path->size() < nearest->size())) nearest = std::move(path);
  });
  return nearest;
}

/// The way to rest: empty where it rests already, nothing where no rest is within reach.
std::optional<ImprovementPath> way_to_rest(const ConflictBoard& board, StateIndex from) {
  const ShortestPaths paths(board.game.conflict, from);
  for (const StateSet& targets : board.targets) {
    if (auto path = way_to(targets, paths)) return path;
  }
  return {};
}

bool rests(const ConflictBoard& board, StateIndex state) {
  const auto way = way_to_rest(board, state);
  return way && way->empty();
}

/// What somebody does who does not see where it leads: the next in file order after the last mover
/// makes its best improvement, the lowest state among equals.
std::optional<Credible> any_improvement(const Conflict& conflict, StateIndex from, int last) {
  for (int step = 1; step <= conflict.actors; ++step) {
    const int mover = (last + step) % conflict.actors;
    const auto targets = improvements(conflict, mover, from);
    if (targets.empty()) continue;
    const auto& payoff = conflict.payoff[mover];
    const auto best =
        std::max_element(targets.begin(), targets.end(),
                         [&](StateIndex a, StateIndex b) { return payoff[a] < payoff[b]; });
    return Credible{mover, *best};
  }
  return {};
}

/// What a person plays, if it may.
std::optional<Credible> played(const StageTables& tables, const State& state,
                               std::span<const PartyMove> moves) {
  const Conflict& conflict = tables.board->game.conflict;
  for (const PartyMove& move : moves) {
    if (move.kind != PartyMove::Kind::offer) continue;
    const int package = fill_in(tables.grid, move.options, state.standing);
    const StateIndex to = state_of(tables, conflict, package);
    const auto targets = detente::moves(conflict, move.party, now(tables, state));
    if (std::binary_search(targets.begin(), targets.end(), to)) return Credible{move.party, to};
  }
  return {};
}

Credible next_move(const StageTables& tables, const State& state) {
  const ConflictBoard& board = *tables.board;
  const StateIndex from = now(tables, state);
  const int last = state.proposer == 0 ? -1 : first_of(state.proposer);
  if (const auto way = way_to_rest(board, from)) {
    return way->empty() ? Credible{} : Credible{way->front().actor, way->front().to};
  }
  return any_improvement(board.game.conflict, from, last).value_or(Credible{});
}

/// Whether the same actor has moved to the same state before: from there all goes as it went.
bool went_there(std::span<const Turn> log, const Turn& turn) {
  return std::any_of(log.begin(), log.end(), [&](const Turn& before) {
    return before.by == turn.by && before.offered == turn.offered;
  });
}

class ConflictModel final : public Model {
 public:
  ConflictModel() : Model({.of_conflict = true}) {}

  Result<std::shared_ptr<const Scenario>> adopt(
      std::shared_ptr<const Scenario> scenario) const override {
    return conflict_as_talks(scenario);
  }

  Result<StageTables> tables(const Scenario& scenario, const StageView& view) const override {
    return compile_conflict_stage(scenario, view);
  }

  State open(const StageTables& tables) const override {
    const ConflictGame& game = tables.board->game;
    State state{.standing = package_of(tables, game.conflict, game.status_quo)};
    if (rests(*tables.board, game.status_quo)) state.reason = Reason::stable;
    return state;
  }

  Step turn(const StageTables& tables, const State& state, std::span<const Turn> log,
            std::span<const PartyMove> moves) const override {
    Step step{.next = state, .turn = {.round = state.round}};
    const Credible move = played(tables, state, moves).value_or(next_move(tables, state));
    if (move.mover < 0) {  // edits have made a place to rest of where it stands
      step.turn.by = tables.everybody();
      step.turn.act = Act::silent;
      step.next.reason = Reason::stable;
      return step;
    }
    step.turn.by = only(move.mover);
    step.turn.act = Act::offer;
    step.turn.offered = package_of(tables, tables.board->game.conflict, move.to);
    step.next.standing = step.turn.offered;
    step.next.proposer = step.turn.by;
    step.next.accepting = step.turn.by;
    if (rests(*tables.board, move.to)) {
      step.next.reason = Reason::stable;
    } else if (went_there(log, step.turn)) {
      step.next.reason = Reason::cycle;
    } else if (state.round >= tables.rounds) {
      step.next.reason = Reason::deadline;
    } else {
      ++step.next.round;
    }
    return step;
  }

  int whose_turn(const StageTables& tables, const State& state) const override {
    return next_move(tables, state).mover;
  }

  bool would_accept(const StageTables& tables, const State& state, int party,
                    int package) const override {
    const PartyTable& own = tables.parties[party];
    return own.judged()[package] >= own.utility[state.standing];
  }

  bool accepts(const PartyTable& /*party*/, const Standing& standing, double judged,
               bool /*in_force*/) const override {
    return judged >= standing.threshold;
  }

  std::vector<Standing> standings(const StageTables& tables, const State& state) const override {
    std::vector<Standing> all;
    all.reserve(tables.parties.size());
    for (int party = 0; party < static_cast<int>(tables.parties.size()); ++party) {
      all.push_back(deciding(tables, state, party));
    }
    return all;
  }

  /// What counts is the state that is: whoever accepts another is no worse off there.
  Standing deciding(const StageTables& tables, const State& state, int party) const override {
    const PartyTable& own = tables.parties[party];
    Standing standing{.walk_away = own.walk_away, .lowest = own.range.least};
    standing.threshold = state.standing < 0 ? own.walk_away : own.utility[state.standing];
    return standing;
  }
};

const ConflictModel kModel;

}  // namespace

const ModelInfo kConflictModel{
    .id = "conflict",
    .summary = "Moves in a conflict, one a round, to the nearest state that nobody would leave.",
    .source =
        "Fang, Hipel & Kilgour 1993 (graph model for conflict resolution); Howard 1971; "
        "Fraser & Hipel 1984; Kilgour, Hipel, Fang & Peng 2001",
    .status = "published table reproduced",
    .params = kParams,
    .not_read = kNotRead,
    .model = &kModel,
};

}  // namespace detente
