#include "ui/panels/acceptance_table.hpp"

#include <algorithm>

#include "detente/scenario/stage_view.hpp"
#include "ui/panels/lists.hpp"

namespace detente::ui {
namespace {

Verdict verdict_of(const TraceOffer& offer, int actor) {
  if (holds(offer.by, actor)) return Verdict::proposer;
  if (holds(offer.unreached, actor)) return Verdict::unreached;
  for (const Response& response : offer.responses) {
    if (response.actor != actor) continue;
    if (response.answer == Answer::accept) return Verdict::accepts;
    if (response.answer == Answer::leave) return Verdict::leaves;
    return Verdict::refuses;
  }
  return Verdict::unasked;
}

/// The round in which a party answered: where each offers in its turn, the next one for those whose
/// turn comes before that of the proposer.
int round_of_answer(const TraceStage& stage, const TraceOffer& offer, int place) {
  const StageTables& tables = *stage.rounds[offer.round].tables;
  if (offer.joint || offer.by.empty()) return offer.round;
  const auto count = static_cast<int>(stage.parties.size());
  const auto found = std::find(stage.parties.begin(), stage.parties.end(), offer.by.front());
  const auto turn = [&](int party) { return (party - tables.starts + count) % count; };
  const bool next = turn(place) < turn(static_cast<int>(found - stage.parties.begin()));
  const auto last = static_cast<int>(stage.rounds.size()) - 1;
  return std::min(offer.round + (next ? 1 : 0), last);
}

std::vector<AcceptanceCell> cells_of(const TraceRound& round, const TraceOffer& offer, int actor,
                                     const std::vector<int>& columns) {
  const Scenario& scenario = *round.scenario;
  const StageView& view = round.tables->view;
  const AdditiveScores scores = terms_of(scenario, view, actor);
  std::vector<AcceptanceCell> cells;
  for (const int issue : columns) {
    const auto found = std::find(view.issues.begin(), view.issues.end(), issue);
    const auto& terms = scores.term[static_cast<std::size_t>(found - view.issues.begin())];
    const int option = offer.package[issue];
    const double product = terms.size() == 1 ? terms.front() : terms[option];
    const auto& positions = scenario.actors[actor].positions;
    cells.push_back({.product = product,
                     .lost = *std::max_element(terms.begin(), terms.end()) - product,
                     .crossed = issue < static_cast<int>(positions.size()) &&
                                forbids(scenario.issues[issue], positions[issue], option)});
  }
  return cells;
}

}  // namespace

AcceptanceTable acceptance_table(const TraceStage& stage, const TraceOffer& offer) {
  const TraceRound& round = stage.rounds[offer.round];
  AcceptanceTable table{.issues = stage.open, .open = static_cast<int>(stage.open.size())};
  for (const int issue : round.tables->view.issues) {
    if (!holds(stage.open, issue)) table.issues.push_back(issue);
  }
  for (std::size_t place = 0; place < stage.parties.size(); ++place) {
    const int actor = stage.parties[place];
    const int answered = round_of_answer(stage, offer, static_cast<int>(place));
    table.rows.push_back({.actor = actor,
                          .cells = cells_of(round, offer, actor, table.issues),
                          .utility = offer.utilities[place],
                          .threshold = stage.rounds[answered].standings[place].threshold,
                          .verdict = verdict_of(offer, actor)});
    for (const AcceptanceCell& cell : table.rows.back().cells) {
      table.most_lost = std::max(table.most_lost, cell.lost);
    }
  }
  return table;
}

}  // namespace detente::ui
