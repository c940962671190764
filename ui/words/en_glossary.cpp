#include "ui/words.hpp"

// English: the cards of the glossary.
namespace detente::ui {
namespace {

constexpr detail::Word kWords[] = {
    {"term.stage",
     "Stage: a chapter of the talks with its own parties, open issues and rule. What it agrees can "
     "bind the next."},
    {"term.round",
     "Round: one turn of the talks. Somebody tables an offer, and those who are asked answer."},
    {"term.issue",
     "Issue: one thing that is bargained over. Its options lie on an axis from one end to the "
     "other."},
    {"term.package",
     "Package: one option for every open issue. An offer is always a whole package."},
    {"term.ideal",
     "Ideal: the place on an issue’s axis that an actor likes best. The further an option lies "
     "from it, the less it is worth."},
    {"term.salience",
     "Salience: how much an issue counts for an actor compared with the other issues."},
    {"term.utility",
     "Utility: how good a package is for an actor, from 0 to 1, by its own ideals and saliences. "
     "Utilities of different actors have no common scale."},
    {"term.walk_away",
     "Walk-away: the utility of having no deal. A package that gives less is refused to the end."},
    {"term.threshold",
     "Threshold (aspiration): the least utility that an actor accepts in this round. It falls from "
     "round to round towards the walk-away."},
    {"term.red_line",
     "Red line: the part of an issue outside which an actor never accepts, however good the rest "
     "is."},
    {"term.tactic",
     "Tactic: how an actor’s threshold falls. A firm one stays high for long and falls late; a "
     "soft one falls early."},
    {"term.power",
     "Power: the weight of a party compared with the others. It decides which bloc tables the "
     "offer, and counts for a quorum."},
    {"term.zone",
     "Zone of agreement: the packages that everyone whose consent is needed would accept now. If "
     "it is empty, there is no deal yet."},
    {"term.consent", "Consent: a party whose consent is needed can stop a deal alone."},
    {"term.quorum",
     "Quorum: the share of power that must accept. Consent asks for certain parties, a quorum for "
     "enough of them."},
    {"term.bloc",
     "Bloc: parties that can accept a common package now and are connected by ties. The most "
     "powerful bloc tables the offer."},
    {"term.blocker",
     "Blocker: a party whose consent is needed and that does not accept what is on the table. Any "
     "party whose consent is needed can be one."},
    {"term.tie",
     "Tie: a line of communication between two actors, with a strength between −1 and 1."},
    {"term.broker",
     "Broker: an actor on the ways between others. The program measures it by the share of "
     "shortest ways that pass through it."},
    {"term.split",
     "Split line: where the ties between two sides are weakest. Talks come apart there first."},
    {"term.flip",
     "Flip: the smallest change of one number that would turn a decision. Each one shown was "
     "played again and checked."},
    {"term.assumption",
     "Assumption: every number of a scenario, chosen for teaching. Another choice may end "
     "otherwise; nothing here is a forecast."},
    {"term.nearby",
     "Nearby worlds: the same talks with slightly shifted numbers. An outcome that holds in few of "
     "100 such worlds is fragile."},
    {"term.branch",
     "Branch: one story of the talks. Every change makes another branch; the one before stays, and "
     "the two can be compared."},
    {"term.overlay",
     "What-if: a file with changes and moves on top of a scenario. The scenario’s own file stays "
     "as it is."},
    {"term.share_code",
     "Share code: a run on one line, for chat and mail. Whoever opens it plays it again, and a "
     "changed code is found out."},
    {"term.model",
     "Model: the rule by which offers are made and answered. The same scenario can be played under "
     "several."},
    {"term.basis",
     "Basis: where a choice comes from: reported in a source, inferred in one step from it, or "
     "assumed."},
};

}  // namespace

std::span<const detail::Word> glossary_en() {
  return kWords;
}

}  // namespace detente::ui
