#include "detente/report/stability_table.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "detente/core/text.hpp"
#include "detente/report/page.hpp"
#include "detente/report/stability_parts.hpp"

namespace detente {
namespace {

using detail::ConflictTelling;
using detail::is_strong;
using detail::Slots;
using detail::strong_equilibria;
using detail::Tone;

constexpr int kIndent = 2;
constexpr int kDeepIndent = 4;
constexpr std::size_t kToldEquilibria = 20;
constexpr std::size_t kToldAttractors = 10;
constexpr std::size_t kListedWeak = 40;
constexpr std::size_t kListed = 12;  // states of one list
constexpr int kNumberColumn = 7;
constexpr const char* kLetters = "ngmsyi";  // by Concept

/// "1 air strike (once yes, it stays); 2 blockade": what one actor may do.
std::string options_of(const ConflictTelling& telling, int owner) {
  const auto& options = telling.report().scenario->conflict->options;
  std::string list;
  for (std::size_t option = 0; option < options.size(); ++option) {
    const ConflictOption& own = options[option];
    if (own.owner != owner) continue;
    const char* const key = own.reversal == Reversal::to_yes  ? "stab.option.to_yes"
                            : own.reversal == Reversal::to_no ? "stab.option.to_no"
                                                              : "stab.option";
    const Slots slots{{"n", static_cast<int>(option) + 1},
                      {"title", own.title.in(telling.voice.language(), own.id)}};
    list.append(list.empty() ? "" : "; ").append(telling.say(key, slots));
  }
  return list;
}

void tell_options(ConflictTelling& telling) {
  const StabilityReport& report = telling.report();
  telling.page.gap();
  if (!report.conflict->is_graph()) {
    telling.page.add(telling.say("stab.options"), 0, Tone::heading);
    for (std::size_t actor = 0; actor < report.movers.size(); ++actor) {
      const std::string list = options_of(telling, report.movers[actor]);
      if (list.empty()) continue;
      const std::string who = telling.voice.title(static_cast<int>(actor));
      telling.page.add(telling.say("stab.owner", {{"who", who}, {"list", list}}), kIndent);
    }
    telling.page.add(telling.say("stab.options.about"), kIndent, Tone::plain, 0);
  }
  telling.page.add(telling.say("stab.status_quo", {{"state", telling.state(report.status_quo)},
                                                   {"words", telling.words(report.status_quo)}}));
}

void tell_counts(ConflictTelling& telling) {
  const StabilityReport& report = telling.report();
  std::string list;
  for (const Concept solution : kConcepts) {
    if (!report.table.has(solution)) continue;
    list.append(list.empty() ? "" : ", ").append(concept_name(solution));
    list += ' ' + std::to_string(equilibria(report.table, solution).count());
  }
  telling.page.add(telling.say("stab.counts", {{"list", list}}), kIndent);
  if (report.conflict->is_graph()) telling.page.add(telling.say("stab.no_sim.graph"), kIndent);
}

void tell_path(ConflictTelling& telling, const EquilibriumReport& one) {
  const StabilityReport& report = telling.report();
  if (!report.paths_known) return;
  if (!one.path) return telling.page.add(telling.say("stab.unreached"), kDeepIndent);
  if (one.path->empty()) return telling.page.add(telling.say("stab.here"), kDeepIndent);
  telling.page.add(
      telling.say("stab.path", {{"n", static_cast<int>(one.path->size())},
                                {"list", telling.voice.steps(report.status_quo, *one.path)}}),
      kDeepIndent);
}

void tell_equilibrium(ConflictTelling& telling, const EquilibriumReport& one) {
  std::string names;
  for (const Concept solution : one.concepts) {
    names.append(names.empty() ? "" : ", ").append(concept_name(solution));
  }
  telling.page.add(telling.say("stab.state", {{"state", telling.state(one.state)},
                                              {"words", telling.words(one.state)}}),
                   kIndent);
  telling.page.add(telling.say("stab.holds", {{"list", names}}), kDeepIndent);
  tell_path(telling, one);
}

/// Those that hold only because the others could answer, in one line.
void tell_weak(ConflictTelling& telling) {
  std::vector<StateIndex> weak;
  for (const EquilibriumReport& one : telling.report().equilibria) {
    if (!is_strong(one)) weak.push_back(one.state);
  }
  if (weak.empty()) return;
  telling.page.add(telling.say("stab.weak", {{"list", telling.voice.labels(weak, kListedWeak)}}),
                   kIndent);
}

void tell_equilibria(ConflictTelling& telling, bool which) {
  const StabilityReport& report = telling.report();
  telling.page.gap();
  telling.page.add(telling.say("stab.equilibria"), 0, Tone::heading);
  tell_counts(telling);
  if (!which) return;
  if (report.equilibria.empty()) return telling.page.add(telling.say("stab.none"), kIndent);
  const auto strong = strong_equilibria(report);
  for (std::size_t place = 0; place < strong.size() && place < kToldEquilibria; ++place) {
    tell_equilibrium(telling, *strong[place]);
  }
  if (strong.size() > kToldEquilibria) {
    const int more = static_cast<int>(strong.size() - kToldEquilibria);
    telling.page.add(telling.say("stab.more", {{"n", more}}), kIndent);
  }
  tell_weak(telling);
  if (!report.cut) return;
  const std::size_t left = telling.count_equilibria() - report.equilibria.size();
  telling.page.add(telling.say("stab.more", {{"n", static_cast<int>(left)}}), kIndent);
}

void tell_attractors(ConflictTelling& telling) {
  const StabilityReport& report = telling.report();
  if (report.attractors.empty()) return;
  telling.page.gap();
  telling.page.add(telling.say("stab.attractors"), 0, Tone::heading);
  const std::size_t told = std::min(kToldAttractors, report.attractors.size());
  for (std::size_t place = 0; place < told; ++place) {
    const auto& part = report.attractors[place];
    if (part.size() == 1) {
      telling.page.add(telling.say("stab.rest", {{"state", telling.voice.label(part.front())}}),
                       kIndent);
      continue;
    }
    telling.page.add(telling.say("stab.round", {{"n", static_cast<int>(part.size())},
                                                {"list", telling.voice.labels(part, kListed)}}),
                     kIndent);
  }
  if (told == report.attractors.size()) return;
  const int more = static_cast<int>(report.attractors.size() - told);
  telling.page.add(telling.say("stab.more", {{"n", more}}), kIndent);
}

/// The concepts of a state as letters: "ng-s--".
template <typename Holds>
std::string letters_of(const StabilityReport& report, const Holds& holds) {
  std::string letters;
  for (const Concept solution : kConcepts) {
    const bool known = report.table.has(solution);
    letters += known && holds(solution) ? kLetters[static_cast<std::size_t>(solution)] : '-';
  }
  return letters;
}

std::string row_of(const ConflictTelling& telling, StateIndex state, std::size_t number) {
  const StabilityReport& report = telling.report();
  const Conflict& conflict = *report.conflict;
  std::string row = pad_right(std::to_string(number), kNumberColumn);
  row += pad_right(std::to_string(code_of(conflict, state)), kNumberColumn);
  row += vector_of(report, state);
  row += ' ';
  std::string cells;
  std::string all(kConcepts.size(), '-');
  for (int actor = 0; actor < conflict.actors; ++actor) {
    cells += ' ' + letters_of(report, [&](Concept solution) {
               return report.table.is_stable(solution, actor, state);
             });
  }
  all = letters_of(report, [&](Concept solution) {
    const auto& by_actor = report.table.of(solution);
    return std::all_of(by_actor.begin(), by_actor.end(),
                       [&](const StateSet& states) { return states.contains(state); });
  });
  return row + all + "  " + cells;
}

void tell_states(ConflictTelling& telling, std::size_t most) {
  const StabilityReport& report = telling.report();
  telling.page.gap();
  telling.page.add(telling.say("stab.table"), 0, Tone::heading);
  telling.page.add(telling.say("stab.table.about"), kIndent, Tone::plain, 0);
  std::string columns;
  for (int actor = 0; actor < report.conflict->actors; ++actor) {
    columns.append(columns.empty() ? "" : ", ").append(telling.voice.title(actor));
  }
  telling.page.add(telling.say("stab.table.columns", {{"list", columns}}), kIndent, Tone::plain, 0);
  std::size_t number = 0;
  each_state(report.conflict->feasible, [&](StateIndex state) {
    if (++number <= most) telling.page.add_row(row_of(telling, state, number), kIndent);
  });
  if (number <= most) return;
  telling.page.add(telling.say("stab.more.states", {{"n", static_cast<int>(number - most)}}),
                   kIndent);
}

}  // namespace

std::string stability_table(const StabilityReport& report, bool states,
                            const NarrationOptions& options, std::size_t most_states, bool which) {
  ConflictTelling telling{detail::ConflictVoice(report, options.language), detail::Page(options)};
  const std::string& title = report.scenario->title.in(options.language, report.scenario->id);
  telling.page.add(
      telling.say("stab.heading", {{"title", title},
                                   {"n", static_cast<int>(report.conflict->feasible.count())},
                                   {"actors", report.conflict->actors}}),
      0, Tone::heading);
  const std::string rule(sanctions_name(report.table.sanctions));
  telling.page.add(telling.say("stab.rule." + rule), 0, Tone::plain, 0);
  tell_options(telling);
  tell_equilibria(telling, which);
  tell_attractors(telling);
  if (report.coalitions) tell_coalitions(telling);
  if (report.robustness) tell_robustness(telling);
  if (states) tell_states(telling, most_states);
  telling.page.gap();
  telling.page.add(telling.say("stab.closing"), 0, Tone::plain, 0);
  return std::move(telling.page).take();
}

}  // namespace detente
