#include "detente/report/telling.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "detente/core/text.hpp"
#include "detente/report/words.hpp"
#include "detente/scenario/stage_view.hpp"

namespace detente::detail {
namespace {

int place_of(const TraceStage& stage, int actor) {
  const auto found = std::find(stage.parties.begin(), stage.parties.end(), actor);
  return static_cast<int>(found - stage.parties.begin());
}

/// Whether a path fits one with `*` in place of ids.
bool fits(std::string_view path, std::string_view pattern) {
  while (!path.empty() && !pattern.empty()) {
    const std::size_t own_end = std::min(path.find('.'), path.size());
    const std::size_t end = std::min(pattern.find('.'), pattern.size());
    if (pattern.substr(0, end) != "*" && pattern.substr(0, end) != path.substr(0, own_end)) {
      return false;
    }
    path.remove_prefix(std::min(own_end + 1, path.size()));
    pattern.remove_prefix(std::min(end + 1, pattern.size()));
  }
  return path.empty() && pattern.empty();
}

/// The title of the event of the scenario that sets the path at that round, or an empty text.
std::string event_title(const Telling& telling, const TraceRound& round, const std::string& path) {
  const Scenario& scenario = telling.voice->scenario();
  for (const Event& event : scenario.events) {
    const bool now = event.at.stage == scenario.stages[telling.stage->stage].id &&
                     event.at.round == round.number;
    if (!now || event.title.empty()) continue;
    const bool sets = std::any_of(event.edits.begin(), event.edits.end(),
                                  [&](const Edit& edit) { return fits(path, edit.path); });
    if (sets) return event.title.in(telling.voice->language(), {});
  }
  return {};
}

/// The blocking sets of the smallest size: if they are single parties, all that could open the way
/// within their red lines, in the order of the round; else the one with the least shortfall alone.
std::vector<const TraceBlocker*> smallest_blockers(const TraceRound& round) {
  std::vector<const TraceBlocker*> sets;
  for (const TraceBlocker& set : round.blockers) sets.push_back(&set);
  const auto better = [](const TraceBlocker* one, const TraceBlocker* other) {
    return std::pair(one->actors.size(), one->shortfall) <
           std::pair(other->actors.size(), other->shortfall);
  };
  const TraceBlocker* const nearest = *std::min_element(sets.begin(), sets.end(), better);
  if (nearest->actors.size() > 1 || !std::isfinite(nearest->shortfall)) return {nearest};
  sets.erase(std::remove_if(sets.begin(), sets.end(),
                            [](const TraceBlocker* set) {
                              return set->actors.size() > 1 || !std::isfinite(set->shortfall);
                            }),
             sets.end());
  return sets;
}

void tell_influence(const Telling& telling, const TraceEvent& event) {
  constexpr int kDecimals = 1;
  const Voice& voice = *telling.voice;
  const auto value = parse_number(event.value);
  const std::string shown = value ? voice.short_number(*value, kDecimals) : event.value;
  telling.page->add(voice.sentence("event.influence", {{"who", voice.actors(event.actors)},
                                                       {"issue", voice.quoted_issues(event.issues)},
                                                       {"value", shown}}),
                    kIndent);
}

/// One party's acceptance of the package that was agreed.
struct Acceptance {
  int actor = 0;
  double utility = 0.0;
  double threshold = 0.0;
  double before = 0.0;  ///< Threshold a round earlier.
  bool fell = false;    ///< The package was out of reach a round earlier.
};

Acceptance acceptance_of(const Telling& telling, const TraceOffer& offer, int actor, int round) {
  const TraceStage& stage = *telling.stage;
  Acceptance own{.actor = actor,
                 .utility = utility_of(stage, offer, actor),
                 .threshold = standing_of(stage, telling.round(round), actor).threshold,
                 .before = standing_of(stage, telling.round(round - 1), actor).threshold};
  own.fell = own.before > own.utility + 1e-12;
  return own;
}

/// Those whose threshold fell to meet the package come first, then the smallest margin.
bool nearer(const Acceptance& one, const Acceptance& other) {
  if (one.fell != other.fell) return one.fell;
  return one.utility - one.threshold < other.utility - other.threshold;
}

}  // namespace

std::vector<std::string> package_parts(const Voice& voice, const std::vector<int>& package,
                                       const std::vector<int>& issues) {
  std::vector<std::string> parts;
  for (const int issue : issues) {
    if (package[issue] < 0) continue;
    parts.push_back(voice.phrase(
        "package.part",
        {{"issue", voice.issue(issue)}, {"option", voice.option(issue, package[issue])}}));
  }
  return parts;
}

std::vector<std::string> changed_parts(const Voice& voice, const std::vector<int>& before,
                                       const std::vector<int>& after,
                                       const std::vector<int>& issues) {
  std::vector<std::string> parts;
  for (const int issue : issues) {
    if (before[issue] == after[issue] || before[issue] < 0 || after[issue] < 0) continue;
    parts.push_back(voice.phrase("package.change", {{"issue", voice.issue(issue)},
                                                    {"from", voice.option(issue, before[issue])},
                                                    {"to", voice.option(issue, after[issue])}}));
  }
  return parts;
}

double utility_of(const TraceStage& stage, const TraceOffer& offer, int actor) {
  return offer.utilities.at(static_cast<std::size_t>(place_of(stage, actor)));
}

const Standing& standing_of(const TraceStage& stage, const TraceRound& round, int actor) {
  return round.standings.at(static_cast<std::size_t>(place_of(stage, actor)));
}

std::string answer_sentence(const Telling& telling, const TraceOffer& offer,
                            const Response& response, const TraceRound& round) {
  const Voice& voice = *telling.voice;
  const double utility = utility_of(*telling.stage, offer, response.actor);
  const double threshold = response.threshold >= 0.0
                               ? response.threshold
                               : standing_of(*telling.stage, round, response.actor).threshold;
  const Comparison numbers = voice.compare(utility, threshold);
  Slots slots{{"who", voice.actor(response.actor)},
              {"utility", numbers.utility},
              {"threshold", numbers.threshold},
              {"margin", numbers.margin}};
  if (response.answer == Answer::accept) {
    return voice.sentence(utility < threshold ? "answer.accept_anyway" : "answer.accept", slots);
  }
  const auto crossed = crossed_lines(voice.scenario(), response.actor, offer.package);
  if (!crossed.empty()) {
    slots["issues"] = voice.quoted_issues(crossed);
    slots["n"] = static_cast<int>(crossed.size());
    return voice.sentence("answer.red_line", slots);
  }
  return voice.sentence(utility < threshold ? "answer.refuse" : "answer.refuse_anyway", slots);
}

void tell_edits(const Telling& telling, const TraceRound& round) {
  for (const TraceEvent& event : round.events) {
    if (event.kind == TraceEvent::Kind::influence) tell_influence(telling, event);
    if (event.kind != TraceEvent::Kind::edit) continue;
    const std::string title = event_title(telling, round, event.path);
    const Slots slots{{"title", title}, {"path", event.path}, {"value", event.value}};
    telling.page->add(
        telling.voice->sentence(title.empty() ? "event.edit" : "event.titled_edit", slots),
        kIndent);
  }
}

void tell_other_events(const Telling& telling, const TraceRound& round) {
  for (const TraceEvent& event : round.events) {
    const bool passed = event.kind == TraceEvent::Kind::pass;
    if (!passed && event.kind != TraceEvent::Kind::left) continue;
    telling.page->add(telling.voice->sentence(passed ? "event.pass" : "event.left",
                                              {{"who", telling.voice->actors(event.actors)}}),
                      kIndent);
  }
}

void tell_blockers(const Telling& telling, const TraceRound& round) {
  if (round.zone_size > 0 || round.blockers.empty()) return;
  const Voice& voice = *telling.voice;
  const auto sets = smallest_blockers(round);
  const TraceBlocker& nearest = *sets.front();
  if (sets.size() == 1 || nearest.actors.size() > 1 || !std::isfinite(nearest.shortfall)) {
    const char* const key = !std::isfinite(nearest.shortfall) ? "block.red_line"
                            : nearest.actors.size() > 1       ? "block.together"
                                                              : "block.alone";
    const Slots slots{{"who", voice.actors(nearest.actors)},
                      {"shortfall", voice.gap(nearest.shortfall)}};
    telling.page->add(voice.sentence(key, slots), kIndent);
    return;
  }
  std::vector<std::string> each;
  each.reserve(sets.size());
  for (const TraceBlocker* const set : sets) {
    each.push_back(voice.phrase("block.one_of", {{"who", voice.actors(set->actors)},
                                                 {"shortfall", voice.gap(set->shortfall)}}));
  }
  telling.page->add(voice.sentence("block.any_one", {{"list", join(voice.language(), each)}}),
                    kIndent);
}

bool is_agreement(const TraceStage& stage, const TraceRound& round) {
  return stage.outcome.agreed && round.number == stage.outcome.round;
}

const TraceOffer* offer_on_table(const TraceStage& stage, int round) {
  for (int earlier = round; earlier > 0; --earlier) {
    const auto& offers = stage.rounds[earlier].offers;
    if (!offers.empty()) return &offers.back();
  }
  return nullptr;
}

void tell_opening(const Telling& telling, const TraceOffer& offer,
                  const std::vector<int>& answered) {
  std::vector<Acceptance> all;
  all.reserve(answered.size());
  for (std::size_t place = 0; place < answered.size(); ++place) {
    const int actor = telling.stage->outcome.coalition[place];
    all.push_back(acceptance_of(telling, offer, actor, answered[place]));
  }
  if (all.empty()) return;
  const Acceptance& tightest = *std::min_element(all.begin(), all.end(), nearer);
  // below its threshold nobody accepts by its numbers: that was a person's move
  if (tightest.utility < tightest.threshold - kTolerance) return;
  const Voice& voice = *telling.voice;
  const Slots slots{{"who", voice.actor(tightest.actor)},
                    {"from", voice.number(tightest.before)},
                    {"to", voice.number(tightest.threshold)},
                    {"threshold", voice.number(tightest.threshold)},
                    {"utility", voice.number(tightest.utility)}};
  telling.page->add(voice.sentence(tightest.fell ? "agree.opened" : "agree.tightest", slots),
                    kIndent);
}

}  // namespace detente::detail
