#include "ui/think_analysis.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "ui/compare_view.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"

namespace detente::ui {
namespace {

constexpr int kMapSide = 40;
constexpr int kRowsAtOnce = 2;
constexpr int kDensityColumns = 96;
constexpr int kDensityRows = 72;
constexpr auto kDensityCells = std::size_t{kDensityColumns} * kDensityRows;

std::shared_ptr<const Branch> shared_branch(const Desk& desk, int id) {
  const auto& all = desk.document.branches;
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const auto& branch) { return branch->id == id; });
  return found == all.end() ? nullptr : *found;
}

std::shared_ptr<const Played> shared_run(const Desk& desk, int id) {
  const auto found = desk.results.played.find(id);
  return found == desk.results.played.end() ? nullptr : found->second;
}

/// Whether the page of workspace 5 with zones and maps is shown.
bool on_agreement(const Desk& desk) {
  const bool page = desk.analysis.page == 0 || !desk.view.maximised.empty();
  return desk.view.workspace == Workspace::analysis && page;
}

/// Somebody to compare with: the parent, or else the first of the others.
void choose_other(Desk& desk) {
  const Branch* const branch = current_branch(desk);
  if (branch == nullptr || desk.document.branches.size() < 2) return;
  if (desk.document.find(desk.document.other) != nullptr) return;
  int other = branch->parent;
  for (const auto& each : desk.document.branches) {
    if (other < 0 && each->id != branch->id) other = each->id;
  }
  compare_with(desk, other);
  move_playhead(desk, desk.view.frame);
}

// --- the outcome map

Field walk_away_in(const Stage& stage, int stage_index, int actor) {
  const bool own = stage.walk_away.count(actor) > 0;
  if (!own) return {.kind = Field::Kind::walk_away, .actor = actor};
  return {.kind = Field::Kind::stage_walk_away, .actor = actor, .stage = stage_index};
}

/// The walk-aways of a party that comes in late and of the first one.
void choose_knobs(const Scenario& scenario, AnalysisState& analysis) {
  const Stage& first = scenario.stages.front();
  const Stage& last = scenario.stages.back();
  const int last_index = static_cast<int>(scenario.stages.size()) - 1;
  int late = last.parties.back();
  for (const int actor : last.parties) {
    const bool new_here =
        std::find(first.parties.begin(), first.parties.end(), actor) == first.parties.end();
    if (new_here) late = actor;
  }
  int early = first.parties.front();
  if (early == late && first.parties.size() > 1) early = first.parties[1];
  analysis.knob_x = walk_away_in(last, last_index, late);
  analysis.knob_y = walk_away_in(first, 0, early);
  if (early == late) analysis.knob_y = {.kind = Field::Kind::rounds, .stage = 0};
  analysis.knobs_chosen = true;
}

void add_edit(std::string& key, const Edit& edit) {
  key += edit.path + '=' + to_string(edit.value);
  if (edit.at) key += '@' + edit.at->stage + ':' + std::to_string(edit.at->round);
  key += '\n';
}

/// Equal texts, equal maps. What the knobs themselves are set to from the start makes no
/// difference: every point of the map sets them again.
std::string key_of_map(const Scenario& scenario, const Run& run, const AnalysisState& analysis) {
  const std::string path_x = path_of(scenario, analysis.knob_x);
  const std::string path_y = path_of(scenario, analysis.knob_y);
  std::string key = path_x + '\n' + path_y + '\n' + run.model + '\n' + std::to_string(run.seed);
  key += '\n';
  for (const Edit& edit : run.edits) {
    const bool of_knob = !edit.at && (edit.path == path_x || edit.path == path_y);
    if (!of_knob) add_edit(key, edit);
  }
  for (const Move& move : run.moves) {
    key += move.at.stage + ':' + std::to_string(move.at.round) + ' ' + std::to_string(move.actor) +
           ' ' + std::to_string(static_cast<int>(move.kind));
    for (const auto& [issue, option] : move.offer) {
      key += ' ' + std::to_string(issue) + ':' + std::to_string(option);
    }
    key += '\n';
  }
  return key;
}

/// All that a piece of the map is computed from.
struct MapPiece {
  std::string key{};
  std::shared_ptr<const Source> source{};
  std::shared_ptr<const Branch> branch{};
  Field knob_x{};
  Field knob_y{};
  std::shared_ptr<const OutcomeMap> before{};  ///< Or nullptr: the first piece.
};

Result<OutcomeMap> begin_map(const MapPiece& piece) {
  if (piece.before != nullptr) return *piece.before;
  const Scenario& scenario = piece.source->loaded.scenario;
  // the ranges are those after the edits: the largest power may be another
  const auto ready = plan(borrowed(scenario), piece.branch->run);
  if (!ready) return ready.error();
  return outcome_map(scenario, piece.branch->run, whole_range(*ready->scenario, piece.knob_x),
                     whole_range(*ready->scenario, piece.knob_y), {kMapSide, kMapSide});
}

Delivery compute_piece(const MapPiece& piece, const Stop& stop) {
  auto begun = begin_map(piece);
  if (!begun) {
    return [key = piece.key, faults = begun.error()](Desk& desk) {
      if (desk.analysis.map_key == key) desk.analysis.map_faults = faults;
    };
  }
  const auto map = std::make_shared<OutcomeMap>(std::move(begun).value());
  map->compute(kRowsAtOnce * kMapSide, stop);
  return [key = piece.key, map](Desk& desk) {
    if (desk.analysis.map_key == key) desk.analysis.map = map;
  };
}

// --- the utilities

/// The least and the most of one axis: all utilities, and the walk-away, which lies outside at
/// times.
std::pair<double, double> reach(const PartyTable& party) {
  const double low = std::min(party.range.least, party.walk_away);
  const double high = std::max(party.range.most, party.walk_away);
  const double room = std::max(0.02, 0.04 * (high - low));
  return {low - room, high + room};
}

}  // namespace

std::shared_ptr<const Density> count_packages(Density density) {
  const PartyTable& across = density.tables->parties[density.party_x];
  const PartyTable& up = density.tables->parties[density.party_y];
  std::tie(density.low_x, density.high_x) = reach(across);
  std::tie(density.low_y, density.high_y) = reach(up);
  density.columns = kDensityColumns;
  density.rows = kDensityRows;
  density.count.assign(kDensityCells, 0);
  density.example.assign(kDensityCells, -1);
  const double per_column = kDensityColumns / (density.high_x - density.low_x);
  const double per_row = kDensityRows / (density.high_y - density.low_y);
  for (int package = 0; package < density.tables->grid.packages(); ++package) {
    const auto column = static_cast<int>((across.utility[package] - density.low_x) * per_column);
    const auto row = static_cast<int>((up.utility[package] - density.low_y) * per_row);
    const int place = row * kDensityColumns + column;
    if (density.count[place]++ == 0) density.example[place] = package;
    density.most = std::max(density.most, density.count[place]);
  }
  return std::make_shared<const Density>(std::move(density));
}

void think_comparison(Desk& desk, Jobs& jobs) {
  if (desk.view.workspace != Workspace::compare) return;
  choose_other(desk);
  const auto sides = sides_of(desk);
  if (!sides || (*sides)[0].run == nullptr || (*sides)[1].run == nullptr) return;
  const std::pair key{(*sides)[0].branch->id, (*sides)[1].branch->id};
  const bool on_its_way = desk.compare.asked == key && jobs.busy("comparison");
  if (desk.compare.key == key || on_its_way) return;
  desk.compare.asked = key;
  const auto run_a = shared_run(desk, key.first);
  const auto run_b = shared_run(desk, key.second);
  const auto branch_a = shared_branch(desk, key.first);
  const auto branch_b = shared_branch(desk, key.second);
  jobs.start("comparison", [=](const Stop&) -> Delivery {
    const Compared a{.trace = &run_a->trace, .run = &branch_a->run, .digest = run_a->digest};
    const Compared b{.trace = &run_b->trace, .run = &branch_b->run, .digest = run_b->digest};
    const auto made = std::make_shared<const Comparison>(compare(a, b));
    return [key, made](Desk& changed) {
      changed.compare.key = key;
      changed.compare.comparison = made;
    };
  });
}

void think_zones(Desk& desk, Jobs& jobs) {
  const TraceStage* const stage = current_stage(desk);
  const auto branch = shared_branch(desk, desk.document.current);
  if (!on_agreement(desk) || stage == nullptr) return;
  const std::array key{branch->id, stage->stage, current_round(desk)->number};
  const bool on_its_way = desk.analysis.zones_asked == key && jobs.busy("zones");
  if (desk.analysis.zones_key == key || on_its_way) return;
  desk.analysis.zones_asked = key;
  jobs.start("zones", [key, branch, source = desk.document.source](const Stop&) -> Delivery {
    const auto made = std::make_shared<const Result<CoalitionReport>>(
        coalitions(source->loaded.scenario, branch->run, key[1], key[2]));
    return [key, made](Desk& changed) {
      changed.analysis.zones_key = key;
      changed.analysis.zones = made;
    };
  });
}

void think_density(Desk& desk, Jobs& jobs) {
  const TraceRound* const round = current_round(desk);
  if (!on_agreement(desk) || round == nullptr) return;
  const auto parties = static_cast<int>(round->tables->parties.size());
  if (parties < 2) return;
  AnalysisState& analysis = desk.analysis;
  analysis.party_x = std::clamp(analysis.party_x, 0, parties - 1);
  analysis.party_y = std::clamp(analysis.party_y, 0, parties - 1);
  const auto& known = analysis.density;
  const bool fresh = known != nullptr && known->tables == round->tables &&
                     known->party_x == analysis.party_x && known->party_y == analysis.party_y;
  if (fresh || jobs.busy("density")) return;
  const Density wanted{
      .tables = round->tables, .party_x = analysis.party_x, .party_y = analysis.party_y};
  jobs.start("density", [wanted](const Stop&) -> Delivery {
    return [made = count_packages(wanted)](Desk& changed) { changed.analysis.density = made; };
  });
}

void think_outcome_map(Desk& desk, Jobs& jobs) {
  const Scenario* const scenario = scenario_of(desk);
  const auto branch = shared_branch(desk, desk.document.current);
  if (!on_agreement(desk) || scenario == nullptr || branch == nullptr || scenario->stages.empty()) {
    return;
  }
  AnalysisState& analysis = desk.analysis;
  if (!analysis.knobs_chosen) choose_knobs(*scenario, analysis);
  const std::string key = key_of_map(*scenario, branch->run, analysis);
  if (key != analysis.map_key) {
    analysis.map_key = key;
    analysis.map = nullptr;
    analysis.map_faults.clear();
    jobs.cancel("outcome_map");
  }
  const bool done = analysis.map != nullptr && analysis.map->done();
  if (done || !analysis.map_faults.empty() || jobs.busy("outcome_map")) return;
  const MapPiece piece{key,         desk.document.source, branch, analysis.knob_x, analysis.knob_y,
                       analysis.map};
  jobs.start("outcome_map",
             [piece](const Stop& stop) -> Delivery { return compute_piece(piece, stop); });
}

void think_analysis(Desk& desk, Jobs& jobs) {
  think_comparison(desk, jobs);
  think_zones(desk, jobs);
  think_density(desk, jobs);
  think_outcome_map(desk, jobs);
}

std::string outcome_map_csv(const Desk& desk) {
  return desk.analysis.map == nullptr ? std::string{} : to_csv(*desk.analysis.map);
}

}  // namespace detente::ui
