#include "detente/report/narrate.hpp"

#include <algorithm>

#include "detente/core/text.hpp"
#include "detente/report/outcome.hpp"
#include "detente/report/telling.hpp"

namespace detente {
namespace {

using detail::Page;
using detail::Slots;
using detail::Telling;
using detail::Tone;
using detail::Voice;

/// The stage whose agreement this one keeps, or nullptr.
const TraceStage* kept_stage(const Trace& trace, const TraceStage& stage) {
  const int keeps = trace.scenario->stages[stage.stage].keeps;
  const auto found = std::find_if(trace.stages.begin(), trace.stages.end(),
                                  [&](const TraceStage& other) { return other.stage == keeps; });
  return found == trace.stages.end() ? nullptr : &*found;
}

/// Which issues are open again, and how the others stay.
void tell_what_is_kept(const Voice& voice, Page& page, const Trace& trace,
                       const TraceStage& stage) {
  for (const TraceEvent& event : stage.rounds.front().events) {
    if (event.kind != TraceEvent::Kind::reopened || event.issues.empty()) continue;
    page.add(voice.sentence("stage.reopened", {{"issues", voice.quoted_issues(event.issues)},
                                               {"n", static_cast<int>(event.issues.size())}}));
  }
  const TraceStage* const kept = kept_stage(trace, stage);
  if (kept == nullptr) return;
  std::vector<int> fixed;
  for (const int issue : trace.scenario->stages[stage.stage].issues) {
    const bool open = std::find(stage.open.begin(), stage.open.end(), issue) != stage.open.end();
    if (!open) fixed.push_back(issue);
  }
  const auto parts = detail::package_parts(voice, kept->outcome.package, fixed);
  if (parts.empty()) return;
  page.add(voice.sentence("stage.kept", {{"stage", voice.quoted(voice.stage(kept->stage))}}));
  for (const std::string& part : parts) page.add(part, detail::kDeepIndent);
}

void tell_opening_of_stage(const Voice& voice, Page& page, const Trace& trace,
                           const TraceStage& stage) {
  const Stage& plan = trace.scenario->stages[stage.stage];
  const Slots slots{{"number", stage.stage + 1},
                    {"count", static_cast<int>(trace.scenario->stages.size())},
                    {"title", voice.stage(stage.stage)},
                    {"who", voice.actors(stage.parties)},
                    {"rounds", plan.rounds}};
  const bool only = trace.scenario->stages.size() == 1;
  page.gap();
  page.add(voice.sentence(only ? "stage.only" : "stage.heading", slots), 0, Tone::heading);
  page.add(voice.sentence("stage.parties", slots), 0, Tone::plain, 0);
  if (!plan.advisers.empty()) {
    page.add(voice.sentence("stage.advisers", {{"who", voice.actors(plan.advisers)}}), 0,
             Tone::plain, 0);
  }
  tell_what_is_kept(voice, page, trace, stage);
}

/// Whether blocs offer jointly in a run; where nobody offers, nobody offers in turn.
bool is_joint(const Trace& trace) {
  for (const TraceStage& stage : trace.stages) {
    for (const TraceRound& round : stage.rounds) {
      if (!round.offers.empty()) return round.offers.front().joint;
    }
  }
  const ModelInfo* const model = find_model(trace.model);
  return model == nullptr || model->model->offers_jointly();
}

bool is_conflict(const Trace& trace) {
  const ModelInfo* const model = find_model(trace.model);
  return model != nullptr && model->model->of_conflict();
}

}  // namespace

std::string narrate(const Trace& trace, const NarrationOptions& options) {
  const Voice voice(*trace.scenario, options.language);
  Page page(options);
  page.add(trace.scenario->title.in(options.language, trace.scenario->id), 0, Tone::heading);
  const bool joint = is_joint(trace);
  for (const TraceStage& stage : trace.stages) {
    const Telling telling{&voice, &page, &stage};
    if (is_conflict(trace)) {
      detail::tell_conflict(telling);
      continue;
    }
    tell_opening_of_stage(voice, page, trace, stage);
    joint ? detail::tell_blocs(telling) : detail::tell_offers(telling);
  }
  detail::tell_outcome(voice, page, trace, options);
  return std::move(page).take();
}

std::string narrate_round(const Trace& trace, int stage_place, int round,
                          const NarrationOptions& options) {
  const Voice voice(*trace.scenario, options.language);
  Page page(options);
  const TraceStage& stage = trace.stages[stage_place];
  const Telling telling{&voice, &page, &stage};
  if (is_conflict(trace)) {
    round == 0 ? detail::tell_opening_of_conflict(telling)
               : detail::tell_round_of_conflict(telling, round);
  } else if (round == 0) {
    tell_opening_of_stage(voice, page, trace, stage);
  } else if (is_joint(trace)) {
    detail::tell_round_of_blocs(telling, round);
  } else {
    detail::tell_round_of_offers(telling, round);
  }
  return std::move(page).take();
}

}  // namespace detente
