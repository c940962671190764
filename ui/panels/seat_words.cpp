#include "ui/panels/seat_words.hpp"

#include "ui/desk_view.hpp"

namespace detente::ui {

const Branch* seat_branch(const Desk& desk) {
  const Branch* const branch = current_branch(desk);
  return branch != nullptr && branch->seat >= 0 ? branch : nullptr;
}

const SeatTurn* seat_turn(const Desk& desk) {
  const Played* const run = current_run(desk);
  return run == nullptr ? nullptr : run->turn.get();
}

std::string package_words(const detail::Voice& voice, const std::vector<int>& package,
                          const std::vector<int>& issues) {
  std::string words;
  for (const int issue : issues) {
    if (package[issue] < 0) continue;
    if (!words.empty()) words += "; ";
    words += voice.issue(issue) + ": " + voice.option(issue, package[issue]);
  }
  return words;
}

std::string answer_word(const Ui& ui, Answer answer) {
  switch (answer) {
    case Answer::accept:
      return ui.say("role.accepts");
    case Answer::refuse:
      return ui.say("role.refuses");
    case Answer::leave:
      return ui.say("role.leaves");
    case Answer::unreached:
    case Answer::none:
      break;
  }
  return ui.say("role.unreached");
}

}  // namespace detente::ui
