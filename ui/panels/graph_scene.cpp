#include "ui/panels/graph_scene.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/desk_view.hpp"
#include "ui/panels/lists.hpp"

namespace detente::ui {
namespace {

constexpr std::size_t kMostBlocs = 3;
constexpr std::size_t kStudiesKept = 8;

/// Where on the issue an actor would best like to be.
double wished(const Issue& issue, const Position& position) {
  if (position.ideal) return position.ideal->on(issue);
  const auto best = std::max_element(position.values.begin(), position.values.end());
  return issue.options[static_cast<std::size_t>(best - position.values.begin())].at;
}

bool takes_a_side(const Position& position) {
  return position.salience > 0.0 && (position.ideal || !position.values.empty());
}

/// What everybody wants on one issue, times how much it counts for all of them; those who do not
/// care want what the others want on average.
std::vector<double> wishes(const Scenario& scenario, std::size_t issue) {
  const std::size_t actors = scenario.actors.size();
  double sum = 0.0;
  double weight = 0.0;
  double sides = 0.0;
  for (const Actor& actor : scenario.actors) {
    const Position& position = actor.positions[issue];
    if (!takes_a_side(position)) continue;
    double all = 0.0;
    for (const Position& each : actor.positions) all += each.salience;
    sum += wished(scenario.issues[issue], position);
    weight += position.salience / all;
    sides += 1.0;
  }
  std::vector<double> column(actors, sides > 0.0 ? sum / sides : 0.0);
  for (std::size_t actor = 0; actor < actors; ++actor) {
    const Position& position = scenario.actors[actor].positions[issue];
    if (takes_a_side(position)) column[actor] = wished(scenario.issues[issue], position);
    column[actor] *=
        std::sqrt(weight / static_cast<double>(actors)) / scenario.issues[issue].axis();
  }
  return column;
}

std::vector<PlanePlace> places_of(const Scenario& scenario) {
  std::vector<std::vector<double>> vectors(scenario.actors.size());
  for (std::size_t issue = 0; issue < scenario.issues.size(); ++issue) {
    const std::vector<double> column = wishes(scenario, issue);
    for (std::size_t actor = 0; actor < vectors.size(); ++actor) {
      vectors[actor].push_back(column[actor]);
    }
  }
  const double room =
      0.85 / std::sqrt(static_cast<double>(std::max<std::size_t>(1, vectors.size())));
  const double gap = std::min(0.24, room);
  return pushed_apart(places(vectors), {0.75 * gap, gap});
}

TieStudy study_ties(std::shared_ptr<const Scenario> scenario, int stage) {
  TieStudy study{.scenario = std::move(scenario), .stage = stage};
  const Stage& own = study.scenario->stages[stage];
  study.members = own.parties;
  study.members.insert(study.members.end(), own.advisers.begin(), own.advisers.end());
  std::sort(study.members.begin(), study.members.end());
  if (study.members.size() > static_cast<std::size_t>(kMaxParties)) {
    study.members.clear();
    return study;
  }
  TieGraph graph(static_cast<int>(study.members.size()));
  const auto place = [&](int actor) {
    const auto found = std::find(study.members.begin(), study.members.end(), actor);
    return found == study.members.end() ? -1 : static_cast<int>(found - study.members.begin());
  };
  for (const Tie& tie : study.scenario->ties) {
    const int from = place(tie.from);
    const int to = place(tie.to);
    if (from >= 0 && to >= 0) graph.add(from, to, tie.strength, tie.symmetric);
  }
  study.brokers = betweenness(graph);
  study.split = split_line(graph);
  return study;
}

const TieStudy& ties_of(CentreState& kept, const std::shared_ptr<const Scenario>& scenario,
                        int stage) {
  for (const TieStudy& study : kept.ties) {
    if (study.scenario == scenario && study.stage == stage) return study;
  }
  if (kept.ties.size() >= kStudiesKept) kept.ties.erase(kept.ties.begin());
  kept.ties.push_back(study_ties(scenario, stage));
  return kept.ties.back();
}

GraphNode::Role role_of(const Scenario& scenario, int stage, int actor) {
  const Stage& own = scenario.stages[stage];
  if (holds(own.parties, actor)) return GraphNode::Role::party;
  if (holds(own.advisers, actor)) return GraphNode::Role::adviser;
  for (std::size_t later = stage + 1; later < scenario.stages.size(); ++later) {
    if (holds(scenario.stages[later].parties, actor)) return GraphNode::Role::waits;
  }
  return GraphNode::Role::absent;
}

/// Marks who has walked out of the stage up to the playhead.
void note_departures(const Desk& desk, GraphScene& scene) {
  const Played& run = *current_run(desk);
  const TraceStage& stage = run.stage_at(desk.view.frame);
  const int now = run.frames[desk.view.frame].round;
  for (int round = 0; round <= now; ++round) {
    for (const TraceEvent& event : stage.rounds[round].events) {
      if (event.kind != TraceEvent::Kind::left) continue;
      for (const int actor : event.actors) scene.nodes[actor].role = GraphNode::Role::left;
    }
  }
}

void note_votes(const TraceOffer& offer, GraphScene& scene) {
  for (const int actor : offer.by) scene.nodes[actor].proposer = true;
  if (scene.moves) return;
  for (const Response& response : offer.responses) {
    auto& vote = scene.nodes[response.actor].vote;
    if (response.answer == Answer::accept) vote = Glyph::tick;
    if (response.answer == Answer::refuse || response.answer == Answer::leave) vote = Glyph::cross;
  }
  for (const int actor : offer.unreached) scene.nodes[actor].vote = Glyph::dash;
  for (const int actor : offer.by) scene.nodes[actor].vote = Glyph::tick;
}

/// The largest blocs of two or more, besides the one that can agree.
std::vector<std::vector<int>> other_blocs(const TraceRound& round,
                                          const std::vector<int>& agreeing) {
  std::vector<std::vector<int>> blocs;
  for (const auto& bloc : round.blocs) {
    if (bloc.size() >= 2 && bloc != agreeing) blocs.push_back(bloc);
  }
  std::stable_sort(blocs.begin(), blocs.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  if (blocs.size() > kMostBlocs) blocs.resize(kMostBlocs);
  return blocs;
}

/// Who keeps the zone empty: of the sets that do, those whose members all do without the offer on
/// the table. Call after note_votes().
void note_blockers(const TraceRound& round, GraphScene& scene) {
  for (const TraceBlocker& blocker : round.blockers) {
    const bool accepts = std::any_of(blocker.actors.begin(), blocker.actors.end(), [&](int actor) {
      return scene.nodes[actor].vote == Glyph::tick;
    });
    if (accepts) continue;
    for (const int actor : blocker.actors) scene.nodes[actor].blocker = true;
  }
}

void note_round(Desk& desk, GraphScene& scene) {
  const TraceRound& round = *scene.round;
  const int stage = current_stage(desk)->stage;
  scene.moves = round.tables->board != nullptr;
  for (std::size_t actor = 0; actor < scene.nodes.size(); ++actor) {
    scene.nodes[actor].role = role_of(*scene.scenario, stage, static_cast<int>(actor));
  }
  note_departures(desk, scene);
  if (const TraceOffer* const offer = current_offer(desk)) note_votes(*offer, scene);
  note_blockers(round, scene);
  if (!scene.moves) {
    scene.agreeing = agreeing_bloc(round);
    scene.blocs = other_blocs(round, scene.agreeing);
  }
  for (const int actor : scene.agreeing) scene.nodes[actor].agrees = true;
  if (round.scenario->ties.empty()) return;  // nothing to be divided by
  const TieStudy& ties = ties_of(desk.centre, round.scenario, stage);
  for (std::size_t member = 0; member < ties.brokers.size(); ++member) {
    scene.nodes[ties.members[member]].broker = ties.brokers[member];
  }
  scene.ties = &ties;
}

}  // namespace

std::vector<int> agreeing_bloc(const TraceRound& round) {
  const StageTables& tables = *round.tables;
  ActorSet strongest = 0;
  for (const auto& bloc : round.blocs) {
    ActorSet set = 0;
    for (std::size_t party = 0; party < tables.parties.size(); ++party) {
      if (holds(bloc, tables.parties[party].actor)) set |= only(static_cast<int>(party));
    }
    if (!wins(tables.rule, set)) continue;
    if (strongest == 0 || stronger(tables.rule, set, strongest)) strongest = set;
  }
  return actors_of(tables, strongest);
}

int packages_of(const TraceRound& round) {
  return round.tables->grid.packages();
}

GraphScene scene_of(Desk& desk, const Box& plot) {
  CentreState& kept = desk.centre;
  if (kept.placed != desk.document.source) {
    kept.placed = desk.document.source;
    kept.places = places_of(*scenario_of(desk));
  }
  GraphScene scene{.scenario = scenario_now(desk), .round = current_round(desk)};
  scene.nodes.resize(scene.scenario->actors.size());
  for (std::size_t actor = 0; actor < scene.nodes.size() && actor < kept.places.size(); ++actor) {
    const PlanePlace& place = kept.places[actor];
    scene.nodes[actor].at = {plot.min.x + static_cast<float>(place.x) * plot.width(),
                             plot.min.y + static_cast<float>(place.y) * plot.height()};
    scene.nodes[actor].role = GraphNode::Role::party;
  }
  if (scene.round != nullptr) note_round(desk, scene);
  return scene;
}

}  // namespace detente::ui
