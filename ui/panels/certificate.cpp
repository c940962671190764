// Why a state is stable for an actor, or is not: the certificate in sentences, the way from the
// status quo, who would break it together, and how firmly it stands.

#include <algorithm>
#include <array>
#include <sstream>

#include "detente/report/stability_table.hpp"
#include "ui/desk_change.hpp"
#include "ui/pane.hpp"
#include "ui/panels/conflict_scene.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panels/plain.hpp"

namespace detente::ui {
namespace {

constexpr int kOneLine = 1'000'000;      // letters: the pane breaks lines itself
constexpr std::size_t kMostOfGroup = 4;  // states of a tie that are named
constexpr int kDeepest = 3;              // swaps one after another that are looked for

/// Everything that is told about one state and actor.
class Telling {
 public:
  Telling(Ui& ui, Desk& desk, const SolvedConflict& solved)
      : ui_(&ui),
        desk_(&desk),
        solved_(&solved),
        voice_(*solved.report.scenario, ui.look().language),
        state_(selected_state(desk, solved)),
        solution_(desk.conflict.solution) {}

  void tell() {
    const std::string vector = vector_of(report(), state_);
    ui_->heading("state", ui_->say("conflict.state", {{"n", number(state_)}, {"vector", vector}}));
    if (!solved_->conflict().is_graph()) {
      ui_->text("words", plain(state_words(report(), state_, voice_.language())), Tone::quiet);
    }
    tell_certificate();
    ui_->rule();
    tell_everybody();
    tell_path();
    tell_firmness();
  }

 private:
  const StabilityReport& report() const { return solved_->report; }
  std::string number(StateIndex state) const { return state_number(*solved_, state); }
  std::string who(int mover) const { return mover_title(report(), mover, voice_.language()); }

  void tell_certificate() {
    if (!report().table.has(solution_)) {
      const Slots slots{{"concept", concept_title(*ui_, solution_)}};
      return ui_->text("undefined", ui_->say("conflict.undefined", slots), Tone::warning);
    }
    const Certificate* const certificate = current_certificate(*desk_);
    if (certificate == nullptr) return ui_->line("wait", ui_->say("view.wait"), Tone::quiet);
    const std::string first = plain(headline(report(), *certificate, voice_.language()));
    ui_->text("headline", first, Tone::strong);
    follow(*certificate);
    const std::string told =
        narrate(report(), *certificate, {.language = voice_.language(), .width = kOneLine});
    std::istringstream lines(plain(told));
    int place = 0;
    for (std::string line; std::getline(lines, line);) {
      line.erase(0, line.find_first_not_of(' '));
      if (line.empty() || line == first) continue;
      ui_->text("told_" + std::to_string(place++), line);
    }
  }

  /// Which of several improvements is followed in the graph.
  void follow(const Certificate& certificate) {
    if (!certificate.stable || certificate.answers.size() < 2) return;
    std::vector<std::string> labels;
    labels.reserve(certificate.answers.size());
    for (const Answered& answered : certificate.answers) {
      labels.push_back(ui_->say("certificate.follow", {{"n", number(answered.improvement)}}));
    }
    const int chosen = std::clamp(desk_->conflict.answer, 0, static_cast<int>(labels.size()) - 1);
    if (const auto picked = ui_->choice("follow", labels, chosen)) desk_->conflict.answer = *picked;
  }

  /// For whom the state is stable under the chosen concept, and of what it is an equilibrium.
  void tell_everybody() {
    std::vector<std::string> leave;
    const bool known = report().table.has(solution_);
    for (int mover = 0; known && mover < std::ssize(report().movers); ++mover) {
      if (!report().table.is_stable(solution_, mover, state_)) leave.push_back(who(mover));
    }
    const Slots slots{{"who", detail::join(voice_.language(), leave)},
                      {"concept", concept_title(*ui_, solution_)}};
    if (known) {
      ui_->text("everybody",
                ui_->say(leave.empty() ? "certificate.equilibrium" : "certificate.no_equilibrium",
                         slots));
    }
    const std::string names = equilibrium_words(*ui_, *solved_, state_);
    if (!names.empty()) {
      ui_->text("equilibrium_of", ui_->say("conflict.equilibrium_of", {{"concepts", names}}));
    }
  }

  void tell_path() {
    if (state_ == report().status_quo)
      return ui_->text("path", ui_->say("conflict.status_quo_here"));
    const EquilibriumReport* const found = equilibrium_at(*solved_, state_);
    if (found == nullptr || !report().paths_known) return;
    if (!found->path) return ui_->text("path", ui_->say("certificate.no_path"));
    std::string steps;
    bool irreversible = false;
    for (const PathStep& step : *found->path) {
      steps += (steps.empty() ? "" : "; ") +
               ui_->say("certificate.step", {{"who", who(step.actor)}, {"n", number(step.to)}});
      irreversible = irreversible || step.irreversible;
      if (step.irreversible) steps += ' ' + ui_->say("certificate.irreversible");
    }
    const auto count = static_cast<int>(found->path->size());
    ui_->text("path", ui_->say("certificate.path", {{"n", count}, {"steps", steps}}));
  }

  void tell_firmness() {
    const auto& known = desk_->conflict.firmness;
    if (known == nullptr || known->of.get() != solved_) {
      const bool running = solved_->states <= kQuickStates || desk_->conflict.firmness_asked;
      if (running) return ui_->line("firm_wait", ui_->say("view.wait"), Tone::quiet);
      if (ui_->button("firm", ui_->say("certificate.ask_firmness"))) {
        desk_->conflict.firmness_asked = true;
      }
      return;
    }
    tell_coalitions(*known);
    tell_robustness(*known);
    tell_inverse();
  }

  /// Which rankings of the actor would make the state an equilibrium.
  void tell_inverse() {
    const InverseAnswer* const known = current_inverse(*desk_);
    if (known == nullptr) return ui_->line("inverse_wait", ui_->say("view.wait"), Tone::quiet);
    const std::string told = inverse_table(report(), known->mover, known->state, known->counts,
                                           {.language = voice_.language(), .width = kOneLine});
    std::istringstream lines(plain(told));
    int place = 0;
    for (std::string line; std::getline(lines, line);) {
      line.erase(0, line.find_first_not_of(' '));
      if (line.empty()) continue;
      ui_->text("inverse_" + std::to_string(place), line, place == 0 ? Tone::strong : Tone::plain);
      ++place;
    }
  }

  void tell_coalitions(const Firmness& firm) {
    constexpr std::array kLooked{Concept::nash, Concept::gmr, Concept::seq};
    const auto found = std::find(kLooked.begin(), kLooked.end(), solution_);
    if (!firm.coalitions) {
      return ui_->text("coalitions", ui_->say("certificate.too_large"), Tone::quiet);
    }
    if (found == kLooked.end()) {
      return ui_->text("coalitions", ui_->say("certificate.no_coalitions"), Tone::quiet);
    }
    const auto place = static_cast<std::size_t>(found - kLooked.begin());
    const auto& broken = firm.coalitions->broken_by[place];
    if (state_ >= broken.size() || !broken[state_]) {
      return ui_->text("coalitions", ui_->say("certificate.holds"));
    }
    std::vector<std::string> members;
    for (int mover = 0; mover < std::ssize(report().movers); ++mover) {
      if ((broken[state_]->coalition >> mover & 1U) != 0) members.push_back(who(mover));
    }
    const Slots slots{{"who", detail::join(voice_.language(), members)},
                      {"n", number(broken[state_]->target)}};
    ui_->text("coalitions", ui_->say(members.size() > 1 ? "certificate.breaks_together"
                                                        : "certificate.breaks_alone",
                                     slots));
  }

  void tell_robustness(const Firmness& firm) {
    if (!firm.robustness) {
      return ui_->text("robust", ui_->say("certificate.too_large"), Tone::quiet);
    }
    const auto& all = firm.robustness->equilibria;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Robustness& each) {
      return each.solution == solution_ && each.state == state_;
    });
    if (found == all.end()) return;
    ui_->text("robust_head", ui_->say("certificate.robust"), Tone::strong);
    ui_->text("swaps", ui_->say("certificate.swaps", {{"kept", found->kept}, {"n", found->swaps}}));
    std::string breaking;
    for (const Swap& swap : found->breaking) {
      breaking += (breaking.empty() ? "" : "; ") + swap_words(swap);
    }
    const auto count = static_cast<int>(found->breaking.size());
    const Slots slots{{"n", count}, {"swaps", breaking}, {"most", kDeepest}};
    ui_->text("breaking",
              ui_->say(count > 0 ? "certificate.breaking" : "certificate.unbroken", slots));
    if (found->draws == 0) return;
    const auto percent = [&](double share) { return voice_.short_number(100.0 * share, 0); };
    const double share = static_cast<double>(found->survived) / static_cast<double>(found->draws);
    ui_->text("draws", ui_->say("certificate.draws", {{"n", found->draws},
                                                      {"share", percent(share)},
                                                      {"low", percent(found->low)},
                                                      {"high", percent(found->high)}}));
  }

  /// "5 and 7", or "5, 7, …" of a tie.
  std::string group_words(int actor, std::uint32_t payoff) const {
    const auto& worth = solved_->conflict().payoff[actor];
    std::vector<std::string> states;
    for (std::size_t state = 0; state < worth.size(); ++state) {
      if (worth[state] != payoff) continue;
      if (states.size() == kMostOfGroup) return detail::join(voice_.language(), states) + " …";
      states.push_back(number(static_cast<StateIndex>(state)));
    }
    return detail::join(voice_.language(), states);
  }

  std::string swap_words(const Swap& swap) const {
    const auto& worth = solved_->conflict().payoff[swap.actor];
    const std::uint32_t most = *std::max_element(worth.begin(), worth.end());
    const std::uint32_t better = most - static_cast<std::uint32_t>(swap.group);
    return ui_->say("certificate.swap", {{"who", who(swap.actor)},
                                         {"a", group_words(swap.actor, better - 1)},
                                         {"b", group_words(swap.actor, better)}});
  }

  Ui* ui_;
  Desk* desk_;
  const SolvedConflict* solved_;
  detail::Voice voice_;
  StateIndex state_;
  Concept solution_;
};

/// Concept and actor side by side; the way to the next equilibrium.
void draw_choices(Ui& ui, Desk& desk, const SolvedConflict& solved) {
  choose_mover(ui, desk, solved);
  ui.same_line(0.7F);
  std::vector<std::string> labels;
  labels.reserve(kConcepts.size());
  for (const Concept solution : kConcepts) labels.push_back(concept_title(ui, solution));
  const auto chosen = ui.choice("concept", labels, static_cast<int>(desk.conflict.solution));
  if (chosen) desk.conflict.solution = kConcepts[static_cast<std::size_t>(*chosen)];
  ui.same_line(0.7F);
  const auto next = next_equilibrium(solved, desk.conflict.solution, selected_state(desk, solved));
  if (ui.button("next", ui.say("action.conflict.next_equilibrium"), Tone::plain,
                next ? std::string() : ui.say("why_not.no_equilibrium"))) {
    select_state(desk, *next);
  }
}

}  // namespace

void draw_certificate(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "certificate", ui.say("pane.certificate"), area);
  const SolvedConflict* const solved = shown_conflict(ui, desk);
  if (solved == nullptr) return;
  draw_choices(ui, desk, *solved);
  Telling(ui, desk, *solved).tell();
}

}  // namespace detente::ui
