#include "detente/report/stability_voice.hpp"

#include "detente/report/stability_table.hpp"

namespace detente {
namespace detail {
namespace {

void add_part(std::string& list, const std::string& part, const char* between = "; ") {
  list.append(list.empty() ? "" : between).append(part);
}

std::string title_of(const ConflictOption& option, Language language) {
  return option.title.in(language, option.id);
}

bool is_taken(StateIndex state, std::size_t option) {
  return (state >> option & 1U) != 0;
}

}  // namespace

std::string ConflictVoice::concept_words(Concept solution) const {
  return say("stab." + std::string(concept_name(solution)));
}

std::string ConflictVoice::label(StateIndex state) const {
  return report_->conflict->is_graph() ? vector_of(*report_, state) : std::to_string(state);
}

std::string ConflictVoice::labels(const std::vector<StateIndex>& states, std::size_t most) const {
  std::string list;
  for (std::size_t place = 0; place < states.size(); ++place) {
    if (place == most) return list + " \u2026";
    add_part(list, label(states[place]), ", ");
  }
  return list;
}

std::string ConflictVoice::words(StateIndex state) const {
  if (report_->conflict->is_graph()) return vector_of(*report_, state);
  const auto& options = report_->scenario->conflict->options;
  std::string all;
  for (std::size_t actor = 0; actor < report_->movers.size(); ++actor) {
    std::string own;
    for (std::size_t option = 0; option < options.size(); ++option) {
      const bool counts =
          is_taken(state, option) && options[option].owner == report_->movers[actor];
      if (counts) add_part(own, title_of(options[option], language()), ", ");
    }
    if (own.empty()) continue;
    add_part(all, say("stab.owner", {{"who", title(static_cast<int>(actor))}, {"list", own}}));
  }
  return all.empty() ? say("stab.nothing") : all;
}

std::string ConflictVoice::place(StateIndex from, StateIndex to) const {
  std::string changes;
  const auto& options = report_->scenario->conflict->options;
  for (std::size_t option = 0; option < options.size(); ++option) {
    if (is_taken(from, option) == is_taken(to, option)) continue;
    add_part(changes,
             say(is_taken(to, option) ? "stab.yes" : "stab.no",
                 {{"option", title_of(options[option], language())}}),
             ", ");
  }
  if (changes.empty()) return say("stab.place.bare", {{"state", label(to)}});
  return say("stab.place", {{"state", label(to)}, {"list", changes}});
}

std::string ConflictVoice::step(StateIndex from, const PathStep& step) const {
  return say(step.irreversible ? "stab.step.final" : "stab.step",
             {{"who", mover(step.actor)}, {"place", place(from, step.to)}});
}

std::string ConflictVoice::steps(StateIndex from, const std::vector<PathStep>& steps) const {
  std::string list;
  for (const PathStep& one : steps) {
    add_part(list, step(from, one));
    from = one.to;
  }
  return list;
}

std::string ConflictVoice::together(StateIndex from, const std::vector<PathStep>& steps) const {
  std::string list;
  for (const PathStep& one : steps) add_part(list, step(from, one));
  return list;
}

}  // namespace detail

std::string state_words(const StabilityReport& report, StateIndex state, Language language) {
  return detail::ConflictVoice(report, language).words(state);
}

}  // namespace detente
