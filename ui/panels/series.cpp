#include "ui/panels/series.hpp"

#include <algorithm>
#include <cmath>

namespace detente::ui {
namespace {

int place_of(const TraceStage& stage, int actor) {
  const auto found = std::find(stage.parties.begin(), stage.parties.end(), actor);
  return found == stage.parties.end() ? -1 : static_cast<int>(found - stage.parties.begin());
}

int rounds_of(const Played* run, int stage) {
  if (run == nullptr) return -1;
  for (const TraceStage& each : run->trace.stages) {
    if (each.stage == stage) return static_cast<int>(each.rounds.size());
  }
  return -1;
}

/// Calls `use` for every frame with the offer on the table then, or nullptr.
template <typename Use>
void with_offers(const Played& run, const Use& use) {
  const TraceOffer* offer = nullptr;
  for (std::size_t place = 0; place < run.frames.size(); ++place) {
    const auto frame = static_cast<int>(place);
    if (run.frames[place].round == 0) offer = nullptr;
    const TraceRound& round = run.round_at(frame);
    if (!round.offers.empty()) offer = &round.offers.back();
    use(frame, offer);
  }
}

double share_for(const TraceRound& round, const TraceOffer& offer) {
  const Rule& rule = round.tables->rule;
  double all = 0.0;
  double for_it = 0.0;
  for (std::size_t party = 0; party < rule.power.size(); ++party) {
    all += rule.power[party];
    const double judged = round.tables->parties[party].judged()[offer.index];
    const bool enough = judged >= round.standings[party].threshold - kTolerance;
    if (enough) for_it += rule.power[party];
  }
  return all > 0.0 ? for_it / all : 0.0;
}

}  // namespace

RoundAxis::RoundAxis(const Played* a, const Played* b) {
  int stages = 0;
  for (const Played* run : {a, b}) {
    if (run == nullptr || run->trace.stages.empty()) continue;
    stages = std::max(stages, run->trace.stages.back().stage + 1);
  }
  for (int stage = 0; stage < stages; ++stage) {
    const int rounds = std::max(rounds_of(a, stage), rounds_of(b, stage));
    if (rounds < 0) continue;
    starts_.emplace_back(stage, length_);
    length_ += rounds;
  }
}

int RoundAxis::start_of(int stage) const {
  for (const auto& [each, start] : starts_) {
    if (each == stage) return start;
  }
  return 0;
}

int RoundAxis::place(const Played& run, int frame) const {
  return start_of(run.stage_at(frame).stage) + run.frames[frame].round;
}

int RoundAxis::frame(const Played& run, double place_wanted) const {
  int nearest = 0;
  double least = -1.0;
  for (std::size_t frame = 0; frame < run.frames.size(); ++frame) {
    const double away = std::abs(place(run, static_cast<int>(frame)) - place_wanted);
    if (least >= 0.0 && away >= least) continue;
    least = away;
    nearest = static_cast<int>(frame);
  }
  return nearest;
}

std::vector<Sample> offer_series(const Played& run, int actor) {
  std::vector<Sample> series;
  with_offers(run, [&](int frame, const TraceOffer* offer) {
    const int party = place_of(run.stage_at(frame), actor);
    if (offer == nullptr || party < 0) return;
    series.push_back({frame, run.round_at(frame).tables->parties[party].utility[offer->index]});
  });
  return series;
}

std::vector<Sample> threshold_series(const Played& run, int actor) {
  std::vector<Sample> series;
  for (std::size_t place = 0; place < run.frames.size(); ++place) {
    const auto frame = static_cast<int>(place);
    const int party = place_of(run.stage_at(frame), actor);
    if (party >= 0) series.push_back({frame, run.round_at(frame).standings[party].threshold});
  }
  return series;
}

std::vector<Sample> zone_series(const Played& run) {
  std::vector<Sample> series;
  for (std::size_t place = 0; place < run.frames.size(); ++place) {
    const auto frame = static_cast<int>(place);
    series.push_back({frame, static_cast<double>(run.round_at(frame).zone_size)});
  }
  return series;
}

std::vector<Sample> support_series(const Played& run) {
  std::vector<Sample> series;
  with_offers(run, [&](int frame, const TraceOffer* offer) {
    if (offer != nullptr) series.push_back({frame, share_for(run.round_at(frame), *offer)});
  });
  return series;
}

std::vector<Sample> needed_series(const Played& run) {
  std::vector<Sample> series;
  for (std::size_t place = 0; place < run.frames.size(); ++place) {
    const auto frame = static_cast<int>(place);
    series.push_back({frame, run.round_at(frame).tables->rule.quorum});
  }
  return series;
}

}  // namespace detente::ui
