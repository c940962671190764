#include "ui/words.hpp"

// English: dialogs, exports, the first sixty seconds.
namespace detente::ui {
namespace {

constexpr detail::Word kWords[] = {
    // what all dialogs share
    {"dialog.cancel", "Cancel"},
    {"dialog.close", "Close"},
    {"ui.close", "Close (Esc)"},
    // palette and glossary
    {"palette.query", "Words of what you want to do"},
    {"palette.none", "Nothing of that name."},
    {"glossary.query", "Find a word"},
    {"glossary.in_lesson", "In this scenario’s lesson"},
    // files
    {"outside.changed",
     "{file} was changed by another program. Ctrl+Shift+R reads it again; your branches stay."},
    {"outside.broken",
     "{file} was changed by another program and now has {n} {n:problem|problems}. What you see "
     "stays; Ctrl+Shift+R shows the list."},
    {"outside.gone", "{file} cannot be read any more. What you see stays; Ctrl+S can save it."},
    {"outside.read", "{file} was read again; all branches stay."},
    {"outside.read_without",
     "{file} was read again; {n} {n:branch does|branches do} not fit it and {n:is|are} closed. "
     "Ctrl+Z brings everything back."},
    {"files.which", "Path of a file, or part of a name"},
    {"files.name", "File"},
    {"files.none", "No file of that name is near. A whole path can be opened, too."},
    {"files.open", "Open"},
    {"files.save", "Save"},
    {"files.replace", "Replace the file"},
    {"files.exists",
     "{file} is there already. Press “Replace the file” to write over it, or choose another name."},
    {"files.no_name", "The file needs a name."},
    {"files.cannot_read", "{file} cannot be read."},
    {"files.does_not_fit", "{file} does not fit: {why}"},
    {"files.more_faults", "{first} (and {n} more)"},
    {"files.written", "Written: {file}"},
    {"files.closes", "This closes {n} {n:branch|branches} made here. “Save as what-if” keeps one."},
    {"files.about_scenario",
     "Writes the scenario with the changes of the shown branch in place; comments stay."},
    {"files.about_overlay",
     "Writes what was changed and played in the shown branch, on top of the scenario: {edits} "
     "{edits:change|changes}, {moves} {moves:move|moves}."},
    {"files.has_rounds",
     "This branch has changes made in a later round; a scenario cannot hold them. Make them at the "
     "opening (Home), or save a what-if."},
    {"files.has_moves", "This branch has moves of a person. They cannot be part of a scenario."},
    {"files.left_out",
     "The model and the seed of this branch are not written: they belong to the run."},
    // a new scenario
    {"new.title", "Title"},
    {"new.actors", "Actors, one a line"},
    {"new.issues", "Issues, one a line: issue: option, option, …"},
    {"new.example",
     "For example: Border: closed, open by day, open. Options go from one end to the other."},
    {"new.rounds", "Rounds"},
    {"new.make", "Make the scenario"},
    {"new.made", "Every number is a placeholder: change it on the left. Ctrl+S saves."},
    // share codes and the class
    {"share.about",
     "One line that holds this run: what was changed and played, and how it ends. Whoever opens "
     "the same scenario file can paste it."},
    {"share.letters", "{n} {n:letter|letters}"},
    {"share.copy", "Copy the code"},
    {"share.copied", "The code is in the clipboard."},
    {"share.too_long",
     "Too much was changed or played for a code of 160 letters. A what-if file holds it all."},
    {"share.paste", "Code"},
    {"share.open", "Play it again and open"},
    {"class.paste", "Codes, one a line; names and other words may stay"},
    {"class.hint", "Every code is played again. What does not end as its code says is flagged."},
    {"class.code", "Code"},
    {"class.outcome", "How it ends"},
    {"class.changed", "What was changed"},
    {"class.count", "{n} × {what}"},
    {"class.agreement", "Agreement in “{stage}”"},
    {"class.no_agreement", "No agreement"},
    {"class.flagged", "Flagged"},
    {"class.press", "Opens this run as a branch"},
    {"class.moves", "{n} {n:move|moves}"},
    {"class.caution", "Counted under these assumptions: teaching numbers, no forecast."},
    {"class.ok", "Played again: as it says"},
    {"class.other_scenario", "Made for another scenario, or for another version of this one."},
    {"class.tampered", "A letter is wrong or missing, or the run does not end as the code says."},
    {"class.malformed", "This is no share code. A code begins with DT1."},
    // recovering, about
    {"recover.title", "The program ended unexpectedly"},
    {"recover.what",
     "Open then: “{title}”, {n} {n:branch|branches}. At most the last step is lost."},
    {"recover.how", "Esc decides nothing; the question comes back at the next start."},
    {"recover.restore", "Restore"},
    {"recover.discard", "Discard"},
    {"about.is",
     "A simulator of negotiations for teaching: actors with aims and limits bargain round by "
     "round, and the program says why each decision was made and what would have changed it."},
    {"about.is_not",
     "Not a forecast. Every number is an assumption for teaching; an outcome holds under these "
     "assumptions only."},
    {"about.reading",
     "A screen reader cannot read this window. The same talks as text: the line at the bottom, and "
     "“detente run FILE” and “detente explain FILE” in a terminal."},
    {"about.files",
     "Your files are written only when you save. What a crash would lose is kept in the state "
     "folder."},
    // exports and tables
    {"export.png", "Picture (PNG)"},
    {"export.svg", "Drawing (SVG)"},
    {"export.csv", "Table (CSV)"},
    {"export.excel", "CSV for Excel"},
    {"export.gone", "the pane is not shown any more"},
    {"csv.actor", "Actor"},
    {"csv.utility", "Utility"},
    {"csv.threshold", "Threshold"},
    {"csv.answer", "Answer"},
    {"csv.stage", "Stage"},
    {"csv.round", "Round"},
    {"csv.zone", "Packages that could pass"},
    {"csv.offer_by", "Offer by"},
    {"csv.blocs", "Blocs"},
    {"csv.threshold_of", "Threshold: {who}"},
    {"csv.coalition", "Coalition"},
    {"csv.packages", "Packages"},
    {"csv.power", "Power"},
    {"csv.walk_away", "Walk-away"},
    {"csv.exponent", "Firmness"},
    {"csv.name", "Name"},
    {"csv.text", "Text"},
    // the first sixty seconds
    {"tour.step", "{n} of {all}"},
    {"tour.question", "Will they agree in the end?"},
    {"tour.yes", "Yes"},
    {"tour.no", "No"},
    {"tour.unsure", "Not sure"},
    {"tour.skip", "Skip"},
    {"tour.card_1",
     "Press Space. The talks play round by round and stop by themselves when something happens."},
    {"tour.card_2", "Now look at “Why?” (the frame): what decided this, and by how much."},
    {"tour.card_3",
     "Change one thing: press “{try}” beside a change that would turn it. It makes a branch and is "
     "played at once."},
    {"tour.card_4", "Ctrl+Z takes your change back. Now try your own."},
    {"tour.ended", "As opened, the talks end {how}. {assumptions}"},
    {"tour.right", "You said “{answer}”, and so it is here."},
    {"tour.wrong", "You said “{answer}”; here it is the other way."},
    {"tour.next", "Next"},
    {"tour.back", "Back"},
    {"tour.done", "Done"},
    {"tour.skip_all", "Skip"},
    {"tour.there", "Go there"},
    {"tour.no_flip",
     "No single change would turn this one; the end of the talks is another matter."},
};

}  // namespace

std::span<const detail::Word> dialogs_en() {
  return kWords;
}

}  // namespace detente::ui
