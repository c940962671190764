#include "ui/words.hpp"

// English: the panes in the middle, and the run tree.
namespace detente::ui {
namespace {

constexpr detail::Word kWords[] = {
    // all of them
    {"centre.empty", "Nothing to show yet."},
    {"centre.opening", "opening"},
    {"centre.round", "round~{n}"},
    {"centre.round_of", "round~{n} of {all}"},
    {"centre.of", "{n} of {all}"},
    // the coalition graph
    {"graph.agree", "can agree now: {n} of {all}"},
    {"graph.none", "no package can pass yet: 0 of {all}"},
    {"graph.waits", "waits"},
    {"graph.left", "left"},
    {"graph.threshold", "Threshold: {n}"},
    {"graph.worth", "Utility of the offer: {n}"},
    {"graph.offers", "made the offer"},
    {"graph.accepts", "accepts it"},
    {"graph.refuses", "refuses it"},
    {"graph.unreached", "not reached"},
    {"graph.blocks", "blocks: consent missing"},
    {"graph.broker", "outer ring: links others"},
    {"graph.adviser", "hollow: adviser"},
    {"graph.lines", "line: tie"},
    {"graph.against", "broken line between two: opposed"},
    {"graph.split", "long broken line: weakest ties"},
    // the issues
    {"issues.hint", "box: the offer; line: its last 3 rounds"},
    {"issues.kept", "kept as agreed"},
    {"issues.outside", "not in this stage"},
    {"issues.reopened", "open again"},
    {"issues.common", "common ground"},
    // the timeline
    {"timeline.hint", "curve: support for the best package"},
    {"timeline.have", "has {have}"},
    {"timeline.needed", "needed {needed}"},
    {"timeline.agreement", "agreement"},
    {"timeline.no_agreement", "ends without agreement"},
    {"timeline.out", "somebody walks out"},
    {"timeline.edit", "a number changes"},
    {"timeline.reopened", "issues open again"},
    {"timeline.together", "a new bloc offers"},
    {"timeline.silence", "nobody can offer"},
    {"timeline.accepted", "nobody asked refuses"},
    // the run tree
    {"runs.computing", "computing…"},
    {"runs.no_rounds", "has no rounds"},
    {"runs.fault", "could not be played"},
    {"runs.waiting", "waits for your move"},
    {"runs.no_deal", "no deal"},
    {"runs.deal", "deal in round~{n}: {who}"},
    {"runs.compared", "(compared)"},
    {"runs.up", "Earlier branches"},
    {"runs.down", "Later branches"},
    {"runs.more", "{n} more {n:branch|branches}"},
    {"runs.branch", "Branch"},
    {"runs.compare", "Compare"},
    {"runs.undo", "Undo"},
};

}  // namespace

std::span<const detail::Word> centre_en() {
  return kWords;
}

}  // namespace detente::ui
