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

std::string answer_sentence(const Ui& ui, const detail::Voice& voice, int actor, Answer answer) {
  const char* const key = answer == Answer::accept   ? "role.accepts"
                          : answer == Answer::refuse ? "role.refuses"
                          : answer == Answer::leave  ? "role.leaves"
                                                     : "role.unreached";
  return detail::capitalised(ui.say(key, {{"who", voice.actor(actor)}}));
}

}  // namespace detente::ui
