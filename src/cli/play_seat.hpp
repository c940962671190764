#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "cli/play_words.hpp"
#include "detente/report/narrate.hpp"
#include "detente/report/voice.hpp"
#include "detente/sim/seat.hpp"

namespace detente::cli {

/// What a person decided; without a move the dialogue has ended.
struct Decision {
  std::optional<Move> move{};
  bool quit = false;  ///< By request; else because the input has ended.
};

/// The dialogue about one decision of a person.
class PlaySeat {
 public:
  /// @pre  turn.before
  PlaySeat(const SeatTurn& turn, const NarrationOptions& narrating, std::istream& in,
           std::ostream& out);

  /// The issues of the stage, their weights and what each option is worth to the person.
  void tell_issues();

  /// Tells what is to be decided and asks until it is.
  Decision ask();

 private:
  void tell_turn();
  void tell_worth(int package);
  /// A notice, and no question: a person may have a reason.
  void tell_if_below(int package);
  void tell_likely(int package);
  void tell_hint();
  void tell_why();
  void tell_help();
  void tell_package(int package);
  void tell_options(int issue);

  std::optional<Decision> answer(const std::string& line);
  std::optional<Decision> decide(Ask ask, const std::string& word, const std::string& rest);
  std::optional<Ask> understand(const std::string& word);
  /// The package that `issue=option …` makes of the one on the table; tells what is wrong with it.
  std::optional<int> package_of(const std::string& choices);
  std::optional<int> issue_of(const std::string& word);
  std::optional<int> option_of(int place, const std::string& word);

  const StageTables& tables() const { return turn_.before->tables(); }
  const Issue& open_issue(int place) const;
  bool may(Ask ask) const;
  std::string possible() const;
  std::string example() const;
  /// "issue=option, ...": a package as one would offer it.
  std::string choices_of(int package) const;
  std::string answers(const Forecast& forecast) const;
  std::string worded(const std::vector<std::string>& texts) const;
  void say(std::string_view key, const detail::Slots& slots = {}, int indent = 0);

  const SeatTurn& turn_;
  const NarrationOptions& narrating_;
  std::istream& in_;
  std::ostream& out_;
  const Scenario& scenario_;  ///< As it stands in this round.
  detail::Voice voice_;
  int basis_ = 0;  ///< The package from which an offer starts.
};

}  // namespace detente::cli
