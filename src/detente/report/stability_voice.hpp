#pragma once

#include <string>
#include <vector>

#include "detente/report/study_words.hpp"
#include "detente/report/voice.hpp"
#include "detente/study/stability.hpp"

// How the states and moves of a conflict are called.
namespace detente::detail {

/// Says things about one conflict in one language.
class ConflictVoice {
 public:
  ConflictVoice(const StabilityReport& report, Language language)
      : report_(&report), voice_(*report.scenario, language) {}

  const StabilityReport& report() const { return *report_; }
  const Voice& voice() const { return voice_; }
  Language language() const { return voice_.language(); }
  std::string say(std::string_view key, const Slots& slots = {}) const {
    return study_phrase(language(), key, slots);
  }

  /// An actor of the conflict in a sentence, and as it stands in lists.
  Name mover(int actor) const { return voice_.actor(report_->movers[actor]); }
  std::string title(int actor) const { return voice_.title_of_actor(report_->movers[actor]); }
  /// "sequential stability"
  std::string concept_words(Concept solution) const;

  /// The code of a state; in graph form its id.
  std::string label(StateIndex state) const;
  /// "3, 4, 9 …": at most `most` of them.
  std::string labels(const std::vector<StateIndex>& states, std::size_t most) const;
  /// What is so about a state: "United States: blockade; USSR: withdraw".
  std::string words(StateIndex state) const;
  /// Where a move leads: "state 8 (“escalate”: yes)".
  std::string place(StateIndex from, StateIndex to) const;
  /// "United States to state 2 (...); USSR to state 6 (...)"
  std::string steps(StateIndex from, const std::vector<PathStep>& steps) const;
  /// The same of changes that are all made at `from`.
  std::string together(StateIndex from, const std::vector<PathStep>& steps) const;

 private:
  std::string step(StateIndex from, const PathStep& step) const;

  const StabilityReport* report_;
  Voice voice_;
};

}  // namespace detente::detail
