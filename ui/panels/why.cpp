#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "detente/report/field_words.hpp"
#include "detente/report/narrate.hpp"
#include "detente/report/outcome.hpp"
#include "detente/report/page.hpp"
#include "detente/report/telling.hpp"
#include "ui/conflict_view.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panels/plain.hpp"
#include "ui/panels/ranking.hpp"

namespace detente::ui {
namespace {

using detail::Voice;

constexpr int kDecimals = 4;  // of the arithmetic

/// One explanation, told from top to bottom.
class Telling {
 public:
  Telling(Ui& ui, Desk& desk, const Explanation& explanation)
      : ui_(&ui),
        desk_(&desk),
        why_(&explanation),
        voice_(*explanation.scenario, ui.look().language) {}

  void tell() {
    const std::string key = "why.ask_" + std::string(decision_name(why_->decision.kind));
    ui_->heading("question", plain(ui_->say(key, {{"who", voice_.actor(why_->actor)}})));
    ui_->text("headline", headline(*why_, voice_.language()), Tone::strong);
    if (!why_->crossed.empty()) {
      say("red_line", "explain.red_line", {{"issues", voice_.quoted_issues(why_->crossed)}});
    }
    tell_flips();
    tell_outcome();
    ui_->rule();
    if (!why_->terms.empty() && fold("terms", "explain.terms")) tell_terms();
    if (!why_->history.empty() && fold("history", "explain.history")) tell_history();
    if (!why_->terms.empty() && fold("sources", "explain.sources")) tell_sources();
  }

 private:
  void say(const std::string& id, std::string_view key, const Slots& slots = {},
           Tone tone = Tone::plain) {
    ui_->text(id, plain(voice_.sentence(key, slots)), tone);
  }

  bool fold(const std::string& id, std::string_view key) {
    return ui_->fold("fold_" + id, plain(voice_.sentence(key)));
  }

  void tell_flips() {
    ui_->skip(0.25F);
    if (why_->flips.empty()) {
      say("no_flip", why_->played ? "explain.played" : "explain.none", {}, Tone::quiet);
      return;
    }
    ui_->text("flips", ui_->say("why.flips"), Tone::quiet);
    for (std::size_t place = 0; place < why_->flips.size(); ++place) {
      const std::string id = "flip_" + std::to_string(place);
      ui_->skip(0.2F);
      why_->flips[place].offer ? tell_offer_flip(id, why_->flips[place])
                               : tell_field_flip(id, why_->flips[place]);
      ui_->text(id + "_then", then(why_->flips[place]), Tone::quiet);
    }
  }

  void tell_field_flip(const std::string& id, const Flip& flip) {
    const auto words = detail::describe_field(voice_, flip, why_->actor, why_->stage);
    Slots slots{{"field", words.phrase}, {"from", words.from}, {"to", words.to}};
    if (words.rounds) slots["n"] = static_cast<int>(std::lround(flip.to));
    const std::string text = ui_->say(words.rounds ? "why.flip_rounds" : "why.flip", slots);
    // as wide as its word needs, whatever the language
    const float wanted = measure(ui_->say("why.try"), Typeface::strong).x + 2.2F * ui_->unit();
    const float share = std::clamp(wanted / std::max(ui_->width(), 1.0F), 0.15F, 0.45F);
    ui_->columns({1.0F - share, share});
    ui_->text(id, detail::capitalised(plain(text)));
    ui_->next_column();
    if (ui_->button(id + "_try", ui_->say("why.try"), Tone::primary)) try_flip(flip);
    ui_->tip(ui_->say("why.try_tip"));
    ui_->end_columns();
  }

  void tell_offer_flip(const std::string& id, const Flip& flip) {
    const auto [issue, option] = *flip.offer;
    const auto& package = why_->decision.package;
    const std::string from = package.empty() ? "" : voice_.option(issue, package[issue]);
    const Slots slots{{"issue", voice_.issue(issue)},
                      {"from", voice_.quoted(from)},
                      {"option", voice_.quoted(voice_.option(issue, option))}};
    ui_->text(id, plain(ui_->say("why.flip_offer", slots)));
    ui_->text(id + "_hint", ui_->say("why.roleplay"), Tone::quiet);
  }

  /// What follows from a change: the decision, the outcome, how surely.
  std::string then(const Flip& flip) const {
    const std::string after =
        voice_.phrase("after." + std::string(decision_name(flip.decision_after)),
                      {{"who", voice_.actor(why_->actor)}});
    const Slots slots{{"after", after},
                      {"outcome", detail::outcome_phrase(voice_, flip.outcome_after)}};
    const std::string text = voice_.sentence("explain.then", slots);
    if (why_->worlds <= 0) return plain(text) + ".";
    return plain(voice_.sentence(
        "explain.then_holds", {{"then", text}, {"holds", flip.holds}, {"worlds", why_->worlds}}));
  }

  void try_flip(const Flip& flip) {
    const At at{voice_.scenario().stages[why_->stage].id, why_->round};
    const Diagnostics faults =
        fork(*desk_, {{.path = flip.path, .value = Value::of(flip.to), .at = at}});
    if (!faults.empty()) tell(*desk_, faults.front());
  }

  static void tell(Desk& desk, const Diagnostic& fault) { ui::tell(desk, fault.message, true); }

  void tell_outcome() {
    if (hides_end(*desk_)) return;
    ui_->skip(0.25F);
    const int holds = why_->worlds > 0 ? why_->holds : -1;
    const std::string ended = voice_.sentence(
        "explain.outcome", {{"outcome", detail::outcome_phrase(voice_, why_->outcome)}});
    ui_->text("outcome",
              plain(ended + ' ' + detail::assumptions_sentence(voice_, holds, why_->worlds)));
  }

  void row(const std::string& id, const std::array<std::string, 4>& cells, Tone tone) {
    constexpr std::array kIds{"what", "weight", "value", "product"};
    ui_->columns({0.49F, 0.17F, 0.17F, 0.17F});
    for (std::size_t place = 0; place < cells.size(); ++place) {
      if (place > 0) ui_->next_column();
      const std::string cell = id + "_" + kIds[place];
      if (place == 0) {
        ui_->text(cell, cells[place], tone);
      } else {
        ui_->line(cell, cells[place], tone);
      }
    }
    ui_->end_columns();
  }

  void tell_terms() {
    const auto show = [&](double value) { return voice_.number(value, kDecimals); };
    for (const Term& term : why_->terms) {
      const bool lasting = term.issue < 0;
      const std::string what =
          lasting
              ? voice_.sentence("lasting.term")
              : voice_.phrase("package.part", {{"issue", voice_.issue(term.issue)},
                                               {"option", voice_.option(term.issue, term.option)}});
      row(lasting ? "term_durability" : "term_" + voice_.scenario().issues[term.issue].id,
          {plain(what), show(term.weight), "× " + show(term.value), "= " + show(term.product)},
          Tone::plain);
    }
    const Decision& decision = why_->decision;
    const char* const margin = decision.margin < 0.0 ? "explain.shortfall" : "explain.margin";
    const auto sum = [&](const std::string& id, std::string_view key, double value) {
      row(id, {plain(voice_.sentence(key)), "", "", "= " + show(value)}, Tone::strong);
    };
    sum("sum", "explain.sum", decision.utility);
    sum("threshold", "explain.threshold", decision.threshold);
    sum("margin", margin, std::abs(decision.margin));
  }

  std::string step(const HistoryStep& step) const {
    const auto numbers = voice_.compare(step.utility, step.threshold);
    const bool decides = step.kind == Decision::Kind::accept ||
                         step.kind == Decision::Kind::refuse || step.kind == Decision::Kind::offer;
    const bool bare = step.package.empty() && !decides;
    const std::string key = "head." + std::string(decision_name(step.kind));
    const std::string what =
        voice_.phrase(key + (bare ? ".bare" : ".brief"),
                      {{"who", voice_.actor(why_->actor)},
                       {"utility", numbers.utility},
                       {"threshold", bare ? voice_.number(step.threshold) : numbers.threshold}});
    return plain(voice_.sentence("explain.step", {{"round", step.round}, {"step", what}}));
  }

  void tell_history() {
    std::vector<int> issues;
    issues.reserve(why_->terms.size());
    for (const Term& term : why_->terms) {
      if (term.issue >= 0) issues.push_back(term.issue);
    }
    const std::vector<int>* before = nullptr;
    for (const HistoryStep& each : why_->history) {
      const std::string id = "step_" + std::to_string(each.round);
      ui_->text(id, step(each));
      if (each.package.empty()) continue;
      if (before != nullptr) tell_changes(id, *before, each.package, issues);
      before = &each.package;
    }
  }

  void tell_changes(const std::string& id, const std::vector<int>& before,
                    const std::vector<int>& after, const std::vector<int>& issues) {
    int place = 0;
    for (const auto& part : detail::changed_parts(voice_, before, after, issues)) {
      ui_->text(id + "_change_" + std::to_string(place++), "  " + plain(part), Tone::quiet);
    }
  }

  /// What the positions rest on, and where that was said.
  void tell_sources() {
    const Scenario& scenario = voice_.scenario();
    const auto& positions = scenario.actors[why_->actor].positions;
    const std::string none = voice_.phrase("explain.no_because");
    for (const Term& term : why_->terms) {
      if (term.issue < 0 || term.issue >= static_cast<int>(positions.size())) continue;
      const Position& position = positions[term.issue];
      const std::string id = "because_" + scenario.issues[term.issue].id;
      const Slots slots{{"issue", voice_.issue(term.issue)},
                        {"option", position.because.in(voice_.language(), none)}};
      ui_->text(id, plain(voice_.phrase("package.part", slots)));
      const int source = index_of(scenario.sources, position.source);
      if (source < 0) continue;
      const Text& title = scenario.sources[source].title;
      say(id + "_source", "explain.source",
          {{"title", title.in(voice_.language(), position.source)}}, Tone::quiet);
    }
  }

  Ui* ui_;
  Desk* desk_;
  const Explanation* why_;
  Voice voice_;
};

/// Whose decision is asked about; the opening asks about the end of the run instead.
void draw_actor_chooser(Ui& ui, Desk& desk) {
  const TraceStage& stage = *current_stage(desk);
  const TraceRound& round = *current_round(desk);
  if (round.number == 0) {
    ui.text("opening", ui.say("why.opening"), Tone::quiet);
    return;
  }
  const Voice voice(*round.scenario, ui.look().language);
  std::vector<std::string> labels;
  labels.reserve(stage.parties.size());
  for (const int actor : stage.parties) labels.push_back(voice.title_of_actor(actor));
  const int actor = std::get<3>(why_key(desk));
  const auto found = std::find(stage.parties.begin(), stage.parties.end(), actor);
  const int chosen =
      found == stage.parties.end() ? -1 : static_cast<int>(found - stage.parties.begin());
  if (const auto picked = ui.choice("actor", labels, chosen)) {
    select_actor(desk, stage.parties[static_cast<std::size_t>(*picked)]);
  }
}

}  // namespace

void draw_why(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "why", ui.say("pane.why"), area);
  if (!played_state(desk) && draw_no_talks(ui, desk)) return;
  if (current_round(desk) == nullptr) {
    ui.text("none", ui.say("why.no_run"), Tone::quiet);
    return;
  }
  const bool about_the_end = std::get<1>(why_key(desk)) < 0;
  if (about_the_end && hides_end(desk)) {
    ui.text("later", ui.say("why.later"), Tone::quiet);
    return;
  }
  draw_actor_chooser(ui, desk);
  if (played_state(desk)) return draw_played_why(ui, desk);
  const Result<Explanation>* const why = current_why(desk);
  if (why == nullptr) {
    ui.text("computing", ui.say("why.computing"), Tone::quiet);
    return;
  }
  if (!why->has_value()) {
    int place = 0;
    for (const Diagnostic& fault : why->error()) {
      ui.text("fault_" + std::to_string(place++), fault.message, Tone::warning);
    }
    return;
  }
  Telling(ui, desk, **why).tell();
}

}  // namespace detente::ui
