#include "cli/play.hpp"

#include <algorithm>
#include <istream>
#include <optional>
#include <ostream>
#include <tuple>
#include <utility>

#include "cli/play_seat.hpp"
#include "cli/play_words.hpp"
#include "detente/report/page.hpp"
#include "detente/sim/seat.hpp"

namespace detente::cli {
namespace {

/// How far the talks have come at a decision.
auto moment_of(const SeatTurn& turn) {
  return std::tuple(turn.before->stage_count(), turn.before->state().round,
                    turn.before->log().size());
}

/// The decision that comes up first among people; on ties that of the first in the file. Without
/// one the run is over.
Result<SeatTurn> next_turn(const Scenario& scenario, const Run& run,
                           const std::vector<int>& people) {
  std::optional<SeatTurn> first;
  for (const int actor : people) {
    auto turn = play_to_seat(scenario, run, actor);
    if (!turn) return turn.error();
    const bool decides = turn->before.has_value();
    const bool sooner =
        !first || (decides && (!first->before.has_value() || moment_of(*turn) < moment_of(*first)));
    if (sooner) first = std::move(turn).value();
  }
  return std::move(*first);
}

/// Tells what has happened since the last decision.
class Story {
 public:
  Story(const NarrationOptions& narrating, std::ostream& out) : narrating_(narrating), out_(out) {}

  /// All rounds that are over, each once.
  void tell_up_to(const SeatTurn& turn) {
    const auto& stages = turn.trace.stages;
    for (; stage_ < std::ssize(stages); ++stage_, round_ = 0) {
      const int last = static_cast<int>(stages[stage_].rounds.size()) - 1;
      const bool goes_on = stage_ + 1 == std::ssize(stages);
      for (; round_ < (goes_on ? last : last + 1); ++round_) {
        out_ << '\n' << narrate_round(turn.trace, stage_, round_, narrating_);
      }
      if (goes_on) return;
    }
  }

 private:
  const NarrationOptions& narrating_;
  std::ostream& out_;
  int stage_ = 0;
  int round_ = 0;  ///< Of that stage, the first not told.
};

}  // namespace

std::vector<int> people_of(const Scenario& scenario) {
  std::vector<int> people;
  for (std::size_t actor = 0; actor < scenario.actors.size(); ++actor) {
    if (scenario.actors[actor].tactic.kind == Tactic::Kind::human) {
      people.push_back(static_cast<int>(actor));
    }
  }
  return people;
}

Result<PlayEnd> play(const Scenario& scenario, Run& run, const NarrationOptions& narrating,
                     std::istream& in, std::ostream& out) {
  const std::vector<int> people = people_of(scenario);
  expects(!people.empty(), "play: somebody to ask");
  const Language language = narrating.language;
  const detail::Voice voice(scenario, language);
  const auto say = [&](std::string_view key, const detail::Slots& slots) {
    out << detail::wrapped(play_say(language, key, slots), narrating.width, 0, 0);
  };
  say("welcome",
      {{"who", voice.actors(people)}, {"help", std::string(word_of(Ask::help, language))}});
  Story story(narrating, out);
  std::vector<int> told;  // who has seen its issues
  while (true) {
    const auto turn = next_turn(scenario, run, people);
    if (!turn) return turn.error();
    if (!turn->before) return PlayEnd::over;
    story.tell_up_to(*turn);
    PlaySeat seat(*turn, narrating, in, out);
    if (std::count(told.begin(), told.end(), turn->actor) == 0) seat.tell_issues();
    told.push_back(turn->actor);
    const Decision decision = seat.ask();
    if (decision.move) {
      run.moves.push_back(*decision.move);
      continue;
    }
    say(decision.quit ? "quit" : "ended", {{"who", voice.actors(people)}});
    return decision.quit ? PlayEnd::quit : PlayEnd::input_ended;
  }
}

}  // namespace detente::cli
