#include "detente/report/narrate_comparison.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <utility>
#include <vector>

#include "detente/report/outcome.hpp"
#include "detente/report/telling.hpp"

namespace detente {
namespace {

using detail::kDeepIndent;
using detail::kIndent;
using detail::Page;
using detail::Slots;
using detail::Tone;
using detail::Voice;

constexpr std::size_t kMostInputs = 20;
constexpr std::array<const char*, 2> kSides{"compare.in_a", "compare.in_b"};

/// A comparison with a voice for each of its runs.
struct Sides {
  Sides(const Comparison& which, Language language)
      : comparison(&which),
        voices{Voice(*which.runs[0].scenario, language), Voice(*which.runs[1].scenario, language)} {
  }

  const Outcome& outcome(std::size_t side) const { return comparison->runs[side].outcome; }
  /// Id of the stage in which a run ended.
  const std::string& last_stage(std::size_t side) const {
    return comparison->runs[side].scenario->stages[outcome(side).stage].id;
  }
  /// Whether an option has the same index in both.
  bool same_issues() const {
    const auto alike = [](const auto& one, const auto& other) { return one.id == other.id; };
    const auto& a = voices[0].scenario().issues;
    const auto& b = voices[1].scenario().issues;
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](const Issue& x, const Issue& y) {
      return x.id == y.id && std::equal(x.options.begin(), x.options.end(), y.options.begin(),
                                        y.options.end(), alike);
    });
  }

  const Comparison* comparison;
  std::array<Voice, 2> voices;
};

/// Issue and option of a package by id, so that those of two scenarios can be told apart.
std::vector<std::pair<std::string, std::string>> choices(const Scenario& scenario,
                                                         const std::vector<int>& package) {
  std::vector<std::pair<std::string, std::string>> chosen;
  for (std::size_t issue = 0; issue < package.size(); ++issue) {
    if (package[issue] < 0) continue;
    const Issue& own = scenario.issues[issue];
    chosen.emplace_back(own.id, own.options[package[issue]].id);
  }
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

bool same_package(const Sides& sides, const std::vector<int>& a, const std::vector<int>& b) {
  return choices(sides.voices[0].scenario(), a) == choices(sides.voices[1].scenario(), b);
}

/// The title of a stage by its id, from whichever run has that stage.
std::string stage_words(const Sides& sides, const std::string& id) {
  for (const Voice& voice : sides.voices) {
    const int stage = index_of(voice.scenario().stages, id);
    if (stage >= 0) return voice.stage(stage);
  }
  return id;
}

std::string outcome_words(const Sides& sides, std::size_t side, bool with_stage) {
  const Voice& voice = sides.voices[side];
  const Outcome& outcome = sides.outcome(side);
  std::string key = outcome.agreed ? "compare.deal" : "compare.no_deal";
  if (with_stage) key += "_in";
  return voice.phrase(
      key, {{"round", outcome.round}, {"stage", voice.quoted(voice.stage(outcome.stage))}});
}

/// "deal in round 7 → no deal", or that they end alike.
std::string outcomes_part(const Sides& sides) {
  const Outcome& a = sides.outcome(0);
  const Outcome& b = sides.outcome(1);
  const bool same_stage = sides.last_stage(0) == sides.last_stage(1);
  const Voice& voice = sides.voices[0];
  const Slots slots{{"a", outcome_words(sides, 0, !same_stage)},
                    {"b", outcome_words(sides, 1, !same_stage)}};
  if (a.agreed != b.agreed || a.round != b.round || !same_stage) {
    return voice.phrase("compare.outcomes", slots);
  }
  const bool same_terms = same_package(sides, a.package, b.package);
  return voice.phrase(same_terms ? "compare.same_end" : "compare.other_terms", slots);
}

std::string deed_phrase(const Voice& voice, const Deed& deed) {
  const std::string name(deed_name(deed.kind));
  const Slots slots{{"who", voice.actors(deed.actors)}};
  switch (deed.kind) {
    case Deed::Kind::accept:
    case Deed::Kind::refuse:
    case Deed::Kind::unreached:
    case Deed::Kind::leave:
    case Deed::Kind::pass:
      return voice.phrase("after." + name, slots);
    default:
      return voice.phrase("compare.did." + name, slots);
  }
}

/// Those of `scenario` among `actors` who are not among the `others` of the other scenario.
std::vector<int> actors_without(const Scenario& scenario, const std::vector<int>& actors,
                                const Scenario& other, const std::vector<int>& others) {
  std::vector<int> alone;
  std::copy_if(actors.begin(), actors.end(), std::back_inserter(alone), [&](int actor) {
    return std::none_of(others.begin(), others.end(),
                        [&](int one) { return other.actors[one].id == scenario.actors[actor].id; });
  });
  return alone;
}

/// Where both offer: those who do so only in one of the runs.
std::array<std::vector<int>, 2> offering_alone(const Sides& sides, const FirstDifference& first) {
  const Scenario& a = sides.voices[0].scenario();
  const Scenario& b = sides.voices[1].scenario();
  return {actors_without(a, first.a.actors, b, first.b.actors),
          actors_without(b, first.b.actors, a, first.a.actors)};
}

bool both_offer(const FirstDifference& first) {
  return first.a.kind == Deed::Kind::offer && first.b.kind == Deed::Kind::offer;
}

/// Whether both offer, and the same actors do.
bool same_actors_offer(const Sides& sides, const FirstDifference& first) {
  const auto [only_a, only_b] = offering_alone(sides, first);
  return both_offer(first) && only_a.empty() && only_b.empty();
}

/// Whether both offer the same package.
bool same_package_offered(const Sides& sides, const FirstDifference& first) {
  return both_offer(first) && same_package(sides, first.a.package, first.b.package);
}

/// What the second run has at the first change: of two offers what is not the same in them.
std::string change_phrase(const Sides& sides, const FirstDifference& first) {
  const Voice& voice = sides.voices[1];
  if (same_actors_offer(sides, first)) {
    return voice.phrase("after.offer", {{"who", voice.actors(first.b.actors)}});
  }
  if (!same_package_offered(sides, first)) return deed_phrase(voice, first.b);
  const auto [only_a, only_b] = offering_alone(sides, first);
  if (only_a.empty()) return voice.phrase("compare.did.joined", {{"who", voice.actors(only_b)}});
  if (only_b.empty()) {
    const Voice& own = sides.voices[0];
    return own.phrase("compare.did.stayed_out", {{"who", own.actors(only_a)}});
  }
  return voice.phrase("compare.did.same_package", {{"who", voice.actors(first.b.actors)}});
}

/// "first change in round 4: the United States leaves"
std::string change_part(const Sides& sides) {
  const Comparison& comparison = *sides.comparison;
  const Voice& voice = sides.voices[1];
  if (!comparison.first) {
    return voice.phrase(comparison.equal ? "compare.equal" : "compare.same_turns");
  }
  const FirstDifference& first = *comparison.first;
  const bool several = std::max(sides.voices[0].scenario().stages.size(),
                                sides.voices[1].scenario().stages.size()) > 1;
  return voice.phrase(several ? "compare.change_in" : "compare.change",
                      {{"round", first.round},
                       {"stage", voice.quoted(stage_words(sides, first.stage))},
                       {"what", change_phrase(sides, first)}});
}

std::string line(const Sides& sides) {
  return sides.voices[0].sentence(
      "compare.whole", {{"outcomes", outcomes_part(sides)}, {"change", change_part(sides)}});
}

std::vector<std::string> whole_package(const Voice& voice, const std::vector<int>& package) {
  std::vector<int> issues(package.size());
  std::iota(issues.begin(), issues.end(), 0);
  return detail::package_parts(voice, package, issues);
}

/// What each did where they part; of two offers what is not the same in them.
void tell_first(const Sides& sides, Page& page) {
  if (!sides.comparison->first) return;
  const FirstDifference& first = *sides.comparison->first;
  const Voice& voice = sides.voices[first.a.kind == Deed::Kind::over ? 1 : 0];
  page.gap();
  page.add(voice.sentence("compare.first",
                          {{"stage", stage_words(sides, first.stage)}, {"round", first.round}}),
           0, Tone::heading);
  const std::array<const Deed*, 2> deeds{&first.a, &first.b};
  const bool changed = same_actors_offer(sides, first) && sides.same_issues();
  const bool same_package = same_package_offered(sides, first);
  for (std::size_t side = 0; side < deeds.size(); ++side) {
    const Voice& own = sides.voices[side];
    page.add(own.sentence(kSides[side], {{"what", deed_phrase(own, *deeds[side])}}), kIndent);
    if (changed || deeds[side]->kind != Deed::Kind::offer) continue;
    if (side == 1 && same_package) {
      page.add(own.sentence("compare.same_package"), kDeepIndent);
      continue;
    }
    for (const auto& part : whole_package(own, deeds[side]->package)) page.add(part, kDeepIndent);
  }
  if (!changed) return;
  std::vector<int> issues(first.a.package.size());
  std::iota(issues.begin(), issues.end(), 0);
  for (const auto& part : detail::changed_parts(voice, first.a.package, first.b.package, issues)) {
    page.add(part, kDeepIndent);
  }
}

std::string input_line(const Sides& sides, const InputDifference& input) {
  const Voice& voice = sides.voices[0];
  const bool is_move = input.path.starts_with("moves.");
  const std::string none =
      voice.phrase(input.at && !is_move ? "compare.unchanged" : "compare.absent");
  Slots slots{
      {"path", input.path}, {"from", input.a.value_or(none)}, {"to", input.b.value_or(none)}};
  if (!input.at) return voice.phrase("compare.input", slots);
  slots["round"] = input.at->round;
  slots["stage"] = voice.quoted(stage_words(sides, input.at->stage));
  return voice.phrase("compare.input_at", slots);
}

void tell_inputs(const Sides& sides, Page& page) {
  const Voice& voice = sides.voices[0];
  const auto& inputs = sides.comparison->inputs;
  page.gap();
  if (!inputs.empty()) {
    page.add(voice.sentence("compare.inputs"), 0, Tone::heading);
  } else if (sides.comparison->all_inputs) {
    page.add(voice.sentence("compare.no_inputs"), 0, Tone::plain, 0);
  }
  const std::size_t shown = std::min(inputs.size(), kMostInputs);
  for (std::size_t place = 0; place < shown; ++place) {
    page.add(input_line(sides, inputs[place]), kIndent);
  }
  if (shown < inputs.size()) {
    const auto left = static_cast<int>(inputs.size() - shown);
    page.add(voice.sentence("compare.more_inputs", {{"n", left}}), kIndent);
  }
  if (!sides.comparison->all_inputs) {
    page.add(voice.sentence("compare.document"), 0, Tone::plain, 0);
  }
}

/// What the end is worth to those who are in both runs.
void tell_utilities(const Sides& sides, Page& page) {
  const Voice& voice = sides.voices[0];
  std::vector<std::string> rows;
  for (const auto& [actor, utility] : sides.outcome(0).utilities) {
    const std::string& id = voice.scenario().actors[actor].id;
    for (const auto& [other, other_utility] : sides.outcome(1).utilities) {
      if (sides.voices[1].scenario().actors[other].id != id) continue;
      rows.push_back(voice.phrase("package.change", {{"issue", voice.title_of_actor(actor)},
                                                     {"from", voice.number(utility)},
                                                     {"to", voice.number(other_utility)}}));
    }
  }
  if (rows.empty()) return;
  page.add(voice.sentence("compare.utilities"), kIndent);
  for (const std::string& row : rows) page.add(row, kDeepIndent);
}

void tell_outcomes(const Sides& sides, Page& page) {
  const Voice& voice = sides.voices[0];
  page.gap();
  page.add(voice.sentence("compare.ends"), 0, Tone::heading);
  const bool same = same_package(sides, sides.outcome(0).package, sides.outcome(1).package);
  for (std::size_t side = 0; side < sides.voices.size(); ++side) {
    const Voice& own = sides.voices[side];
    page.add(own.sentence(kSides[side], {{"what", outcome_words(sides, side, true)}}), kIndent);
    const auto& package = sides.outcome(side).package;
    if (package.empty()) {
      page.add(own.sentence("outcome.nothing"), kDeepIndent);
    } else if (side == 1 && same) {
      page.add(own.sentence("compare.same_package"), kDeepIndent);
    } else {
      for (const auto& part : whole_package(own, package)) page.add(part, kDeepIndent);
    }
  }
  tell_utilities(sides, page);
  page.add(detail::assumptions_sentence(voice, -1, 0), kIndent);
  page.gap();
  for (std::size_t side = 0; side < sides.voices.size(); ++side) {
    const Slots digest{{"digest", sides.comparison->runs[side].digest}};
    page.add(voice.sentence(kSides[side], {{"what", voice.phrase("outcome.digest", digest)}}));
  }
}

}  // namespace

std::string difference_line(const Comparison& comparison, Language language) {
  return detail::without_firm_blanks(line(Sides(comparison, language)));
}

std::string deed_sentence(const Scenario& scenario, const Deed& deed, Language language) {
  const Voice voice(scenario, language);
  return detail::without_firm_blanks(
      voice.sentence("compare.deed", {{"what", deed_phrase(voice, deed)}}));
}

std::string narrate(const Comparison& comparison, const NarrationOptions& options) {
  const Sides sides(comparison, options.language);
  Page page(options);
  page.add(line(sides), 0, Tone::heading, 0);
  tell_first(sides, page);
  tell_inputs(sides, page);
  tell_outcomes(sides, page);
  return std::move(page).take();
}

}  // namespace detente
