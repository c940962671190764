#include "ui/words.hpp"

// English: the role-play.
namespace detente::ui {
namespace {

constexpr detail::Word kWords[] = {
    // role-play: brief, table, move, debrief
    {"role.whom", "Whom do you play?"},
    {"role.others", "The program plays all the others, with the numbers of the scenario."},
    {"role.model",
     "In this model a bloc tables one offer a round, and the others only answer. With alternating "
     "offers every party has a turn in every round."},
    {"role.use_offers", "Use alternating offers"},
    {"role.red_line", "Red line: only between {from} and {to}."},
    {"role.wish", "Best for you: {option}. Importance {weight}."},
    {"role.you", "You are: {who}"},
    {"role.walk_away",
     "Without a deal you have {value}. A package worth less is worse than no deal."},
    {"role.hints", "Hints"},
    {"role.off", "off"},
    {"role.nudge", "nudge"},
    {"role.numbers", "numbers"},
    {"role.stand_up", "Leave the seat"},
    {"role.seat_first", "Take a seat in “Your brief” first."},
    {"role.accepts", "{who} [accepts|accept:who]"},
    {"role.refuses", "{who} [refuses|refuse:who]"},
    {"role.leaves", "{who} [leaves|leave:who]"},
    {"role.unreached", "the offer does not reach {who}"},
    {"role.crosses", "It crosses one of your red lines."},
    {"role.worth",
     "Worth {utility} to you. In your place the program asks for {threshold} in this round; no "
     "deal is worth {walk_away}."},
    {"role.better", "Better for you than no deal."},
    {"role.worse", "Worse for you than no deal."},
    {"role.when", "Round {round}: {stage}"},
    {"role.asked", "On the table is the offer of {who}:"},
    {"role.bloc", "Your bloc ({who}) is about to table:"},
    {"role.first_word", "Nothing is on the table. You may make an offer."},
    {"role.would_accept", "In your place the program would accept."},
    {"role.would_refuse", "In your place the program would refuse."},
    {"role.would_offer", "In your place the program would make an offer of its own."},
    {"role.would_leave", "In your place the program would leave."},
    {"role.likely", "How the others would likely answer now:"},
    {"role.closes", "With these the stage would be agreed."},
    {"role.your_offer", "Your offer"},
    {"role.not_tabled", "Your bloc would not stand behind this package."},
    {"role.use_hint", "Use the program's idea"},
    {"table.offers", "{who} [offers|offer:who]:"},
    {"table.changes", "{who} [changes its|change their:who] offer:"},
    {"table.repeats", "{who} [repeats its|repeat their:who] offer."},
    {"table.agreed", "Agreed: {who} [accepts|accept:who] this package."},
    {"table.round", "Round {round}: {stage}"},
    {"table.left", "{who} [leaves|leave:who] the talks."},
    {"table.nothing", "Nothing was tabled."},
    {"table.opening", "The talks are about to begin."},
    {"debrief.who", "Seat"},
    {"debrief.claimed", "Claimed"},
    {"debrief.conceded", "Conceded"},
    {"debrief.joint", "Left"},
    {"debrief.time", "Rounds"},
    {"debrief.margin", "Margin"},
    {"debrief.none", "none"},
    {"debrief.outcome", "The talks ended {how}."},
    {"debrief.meaning",
     "Claimed: your utility of what is in force. Conceded: how far your own offers came down. "
     "Left: joint gains that no signatory would have paid for. Margin: above your walk-away. "
     "Compare a seat only with itself: utilities of different actors have no common scale."},
    {"debrief.later", "The debrief comes when the talks are over."},
    {"debrief.swap", "Swap seats and play the same talks again:"},
};

}  // namespace

std::span<const detail::Word> roleplay_en() {
  return kWords;
}

}  // namespace detente::ui
