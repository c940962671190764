#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "detente/core/text.hpp"
#include "detente/report/field_words.hpp"
#include "detente/report/narrate.hpp"
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

constexpr int kColumn = 7;    // letters of a number and the blanks before it
constexpr int kDecimals = 4;  // of the arithmetic
constexpr int kColumns = 3;

std::string pad_left(const std::string& text, int width) {
  const int missing = width - count_letters(text);
  return std::string(static_cast<std::size_t>(std::max(0, missing)), ' ') + text;
}

std::string flip_sentence(const Voice& voice, const Explanation& explanation, const Flip& flip) {
  std::string change;
  if (flip.offer) {
    const auto [issue, option] = *flip.offer;
    const int offered =
        explanation.decision.package.empty() ? -1 : explanation.decision.package[issue];
    const std::string from = offered < 0 ? "" : voice.quoted(voice.option(issue, offered));
    change =
        voice.sentence("explain.offer_flip", {{"issue", voice.quoted(voice.issue(issue))},
                                              {"option", voice.quoted(voice.option(issue, option))},
                                              {"from", from}});
  } else {
    const auto field = detail::describe_field(voice, flip, explanation.actor, explanation.stage);
    Slots slots{{"field", field.phrase}, {"from", field.from}, {"to", field.to}};
    if (field.rounds) slots["to"] = static_cast<int>(std::lround(flip.to));
    change = voice.sentence(field.rounds ? "explain.rounds_flip" : "explain.flip", slots);
  }
  const std::string after = voice.phrase("after." + std::string(decision_name(flip.decision_after)),
                                         {{"who", voice.actor(explanation.actor)}});
  const std::string then = voice.phrase(
      "explain.then",
      {{"after", after}, {"outcome", detail::outcome_phrase(voice, flip.outcome_after)}});
  if (explanation.worlds <= 0) return change + ' ' + then + '.';
  return change + ' ' +
         voice.phrase("explain.then_holds",
                      {{"then", then}, {"holds", flip.holds}, {"worlds", explanation.worlds}});
}

void tell_flips(const Voice& voice, Page& page, const Explanation& explanation) {
  page.gap();
  if (!explanation.crossed.empty()) {
    page.add(
        voice.sentence("explain.red_line", {{"issues", voice.quoted_issues(explanation.crossed)}}),
        0, Tone::plain, 0);
  }
  if (explanation.flips.empty()) {
    const char* const why = explanation.played     ? "explain.played"
                            : explanation.searched ? "explain.none"
                                                   : "explain.not_searched";
    page.add(voice.sentence(why), 0, Tone::plain, 0);
    return;
  }
  page.add(voice.sentence("explain.flips"), 0, Tone::heading);
  for (const Flip& flip : explanation.flips) {
    page.add(flip_sentence(voice, explanation, flip), kIndent);
  }
}

/// Lays out "label   a × b = c": the label takes as many lines as it needs, the numbers stand
/// behind its last one.
class Table {
 public:
  Table(Page& page, int longest_label)
      : page_(&page),
        label_width_(std::min(longest_label, page.width() - kIndent - kNumbersWidth)) {}

  void add(const std::string& label, const std::string& numbers) {
    std::string lines = detail::wrapped(label, label_width_, 0, 2);
    lines.pop_back();
    const std::size_t last = lines.rfind('\n');
    const std::size_t start = last == std::string::npos ? 0 : last + 1;
    for (std::size_t place = 0; place < start;) {
      const std::size_t end = lines.find('\n', place);
      page_->add_row(lines.substr(place, end - place), kIndent);
      place = end + 1;
    }
    page_->add_row(pad_right(lines.substr(start), label_width_) + numbers, kIndent);
  }

 private:
  static constexpr int kNumbersWidth = kColumns * (kColumn + 2) + 2;

  Page* page_;
  int label_width_;
};

void tell_terms(const Voice& voice, Page& page, const Explanation& explanation) {
  if (explanation.terms.empty()) return;
  page.gap();
  page.add(voice.sentence("explain.terms"), 0, Tone::heading);
  const Decision& decision = explanation.decision;
  const std::string margin = decision.margin < 0.0 ? "explain.shortfall" : "explain.margin";
  const std::vector<std::pair<std::string, double>> sums{
      {voice.sentence("explain.sum"), decision.utility},
      {voice.sentence("explain.threshold"), decision.threshold},
      {voice.sentence(margin), std::abs(decision.margin)}};
  int longest = 0;
  for (const auto& [label, value] : sums) longest = std::max(longest, count_letters(label));
  const auto label_of = [&](const detail::Slots& slots) {
    return voice.phrase("package.part", slots);
  };
  std::vector<std::string> labels;
  for (const Term& term : explanation.terms) {
    labels.push_back(term.issue < 0
                         ? voice.sentence("lasting.term")
                         : label_of({{"issue", voice.issue(term.issue)},
                                     {"option", voice.option(term.issue, term.option)}}));
    longest = std::max(longest, count_letters(labels.back()));
  }
  const auto column = [&](double value) {
    return pad_left(voice.number(value, kDecimals), kColumn);
  };
  Table table(page, longest);
  for (std::size_t place = 0; place < labels.size(); ++place) {
    const Term& term = explanation.terms[place];
    table.add(labels[place],
              column(term.weight) + " \u00D7" + column(term.value) + " =" + column(term.product));
  }
  const std::string blank(static_cast<std::size_t>(2 * (kColumn + 2)), ' ');
  for (const auto& [label, value] : sums) table.add(label, blank + column(value));
}

std::string step_sentence(const Voice& voice, const HistoryStep& step, int actor) {
  const auto numbers = voice.compare(step.utility, step.threshold);
  const bool bare = step.package.empty() && step.kind != Decision::Kind::accept &&
                    step.kind != Decision::Kind::refuse && step.kind != Decision::Kind::offer;
  const std::string key = "head." + std::string(decision_name(step.kind));
  const std::string what =
      voice.phrase(key + (bare ? ".bare" : ".brief"),
                   {{"who", voice.actor(actor)},
                    {"utility", numbers.utility},
                    {"threshold", bare ? voice.number(step.threshold) : numbers.threshold}});
  return voice.sentence("explain.step", {{"round", step.round}, {"step", what}});
}

void tell_history(const Voice& voice, Page& page, const Explanation& explanation) {
  if (explanation.history.empty()) return;
  page.gap();
  page.add(voice.sentence("explain.history"), 0, Tone::heading);
  std::vector<int> issues;
  issues.reserve(explanation.terms.size());
  for (const Term& term : explanation.terms) {
    if (term.issue >= 0) issues.push_back(term.issue);
  }
  std::vector<int> before;
  for (const HistoryStep& step : explanation.history) {
    page.add(step_sentence(voice, step, explanation.actor), kIndent);
    if (step.package.empty()) continue;
    if (before.empty()) before = step.package;
    for (const auto& part : detail::changed_parts(voice, before, step.package, issues)) {
      page.add(part, kDeepIndent);
    }
    before = step.package;
  }
}

/// What each position of the actor rests on, then the sources, each once.
void tell_sources(const Voice& voice, Page& page, const Explanation& explanation) {
  const Scenario& scenario = *explanation.scenario;
  if (explanation.terms.empty()) return;
  page.gap();
  page.add(voice.sentence("explain.sources"), 0, Tone::heading);
  std::vector<std::string> sources;
  bool all_based = true;
  for (const Term& term : explanation.terms) {
    const auto& positions = scenario.actors[explanation.actor].positions;
    if (term.issue < 0 || term.issue >= static_cast<int>(positions.size())) continue;
    const Position& position = positions[term.issue];
    const std::string none = voice.phrase("explain.no_because");
    all_based = all_based && !position.because.empty();
    page.add(
        voice.phrase("package.part", {{"issue", voice.issue(term.issue)},
                                      {"option", position.because.in(voice.language(), none)}}),
        kIndent);
    const bool known = std::find(sources.begin(), sources.end(), position.source) != sources.end();
    if (!position.source.empty() && !known) sources.push_back(position.source);
  }
  if (!all_based) {
    page.add(voice.sentence("explain.because_field", {{"field", "because"}}), kIndent);
  }
  for (const std::string& id : sources) {
    const int source = index_of(scenario.sources, id);
    if (source < 0) continue;
    const std::string title = scenario.sources[source].title.in(voice.language(), id);
    page.add(voice.sentence("explain.source", {{"title", title}}), kIndent);
  }
}

}  // namespace

std::string narrate(const Explanation& explanation, const NarrationOptions& options) {
  const Voice voice(*explanation.scenario, options.language);
  Page page(options);
  page.add(voice.sentence("explain.place", {{"stage", voice.stage(explanation.stage)},
                                            {"round", explanation.round}}),
           0, Tone::heading);
  page.add(headline(explanation, options.language), 0, Tone::plain, 0);
  tell_flips(voice, page, explanation);
  tell_terms(voice, page, explanation);
  if (explanation.lasting) {
    page.gap();
    detail::tell_lasting(voice, page, *explanation.lasting);
  }
  tell_history(voice, page, explanation);
  tell_sources(voice, page, explanation);
  page.gap();
  page.add(voice.sentence("explain.outcome",
                          {{"outcome", detail::outcome_phrase(voice, explanation.outcome)}}),
           0, Tone::plain, 0);
  const int holds = explanation.worlds > 0 ? explanation.holds : -1;
  page.add(detail::assumptions_sentence(voice, holds, explanation.worlds));
  return std::move(page).take();
}

}  // namespace detente
