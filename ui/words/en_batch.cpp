#include "ui/words.hpp"

// English: batch results, workspace 4.
namespace detente::ui {
namespace {

constexpr detail::Word kWords[] = {
    // panes, tabs, actions
    {"pane.batch_near", "Batch results"},
    {"pane.batch_map", "How the runs end, by two columns"},
    {"pane.batch_tornado", "Tornado: what moves it"},
    {"pane.batch_density", "Density: how often which value"},
    {"pane.batch_runs", "Runs"},
    {"tab.batch_tornado", "Tornado"},
    {"tab.batch_density", "Density"},
    {"tab.batch_runs", "Runs"},
    {"menu.batch", "Batch"},
    {"action.view.batch", "Batch"},
    {"action.batch.open", "Open batch results…"},
    {"action.batch.open_run", "Open the selected run"},
    {"why_not.no_batch", "No batch results are open."},
    {"why_not.no_batch_run", "Select a run first."},
    {"why_not.batch_unreadable", "The plan or the scenario of this batch cannot be read."},
    // the folder
    {"batch.no_folder", "Name a folder first."},
    {"batch.which", "A folder that “detente batch run” wrote, or still writes."},
    {"batch.progress", "{done} of {all} runs so far"},
    {"batch.complete", "{all} {all:run|runs}, complete"},
    {"batch.some_failed", "{failed} failed"},
    {"batch.about",
     "Many runs of one scenario, with some of its numbers varied: which of them decide how the "
     "talks end?"},
    {"batch.how",
     "Write a plan, run it with “detente batch run PLAN -o DIR”, and name the folder above. It may "
     "still be written to; it can also be dropped onto the window."},
    {"batch.near", "Near here"},
    {"batch.none_near", "No batch folder lies beside the scenario or in the current folder."},
    {"batch.empty", "Open the results of a batch above."},
    {"batch.not_here", "Batch results cannot be read in this window."},
    {"batch.no_runs", "No run is done yet."},
    {"batch.copy", "Copy"},
    {"batch.copied", "The command line is on the clipboard."},
    // how runs end
    {"batch.agreed", "agreement"},
    {"batch.no_agreement", "no agreement"},
    {"batch.no_agreement_at", "no agreement in “{stage}”"},
    {"batch.failed", "failed"},
    {"batch.yes", "yes"},
    {"batch.no", "no"},
    {"batch.share", "{ending}: {n} of {all} ({percent}~%)"},
    {"batch.reason_agreement", "agreement"},
    {"batch.reason_deadline", "deadline"},
    {"batch.reason_no_zone", "nothing all could accept"},
    {"batch.reason_withdrawal", "someone left"},
    // columns
    {"batch.everybody", "everybody: {what}"},
    {"batch.metric_agreed", "agreement reached"},
    {"batch.metric_stage", "last stage"},
    {"batch.metric_round", "round of the agreement"},
    {"batch.metric_reason", "why it ended"},
    {"batch.metric_package", "package"},
    {"batch.metric_coalition", "coalition"},
    {"batch.metric_coalition_size", "size of the coalition"},
    {"batch.metric_support", "support"},
    {"batch.metric_nash_distance", "distance to the Nash point"},
    {"batch.metric_min_surplus", "smallest surplus"},
    {"batch.metric_welfare", "sum of utilities"},
    {"batch.metric_utility", "utility: {what}"},
    {"batch.metric_surplus", "surplus: {what}"},
    {"batch.metric_option", "option: {what}"},
    // map
    {"batch.map_hint", "Choose a cell: its runs are listed."},
    {"batch.cells_same", "Runs in a cell: {high}."},
    {"batch.cells", "Runs in a cell: {low} to {high}."},
    {"batch.cell", "{x}: {at_x}; {y}: {at_y}; {n} {n:run|runs}"},
    // tornado
    {"batch.no_effect", "nothing to compare"},
    {"batch.first_order", "Alone it explains {n}~% of the variance."},
    {"batch.step", "{value}: mean {mean} of {n} {n:run or point|runs or points}"},
    {"batch.mean", "Broken line: the mean of all runs, {mean}."},
    {"batch.base", "Broken line: with nothing changed, {mean}."},
    {"batch.tornado_hint",
     "Ring: where the column is lowest (of words: where the mean is lowest); disc: highest. The "
     "line shows how far the means spread. Press a bar to put its column across the map."},
    {"batch.threshold",
     "{x} {sign} {cut}: “{metric}” is {value} in {n} of 100 ({runs} {runs:case|cases}); elsewhere "
     "in {other} of 100."},
    {"batch.share_of_word", "The share of runs with: {word}"},
    {"batch.remark_constant", "It is the same in all runs, so nothing moves it."},
    {"batch.remark_too_few", "Too few runs for shares of variance."},
    {"batch.remark_missing", "{n} {n:run has|runs have} no value here and {n:is|are} not counted."},
    // density
    {"batch.others", "all others"},
    {"batch.bin", "{value}: {n} {n:run|runs}"},
    {"batch.runs_axis", "runs"},
    {"batch.without", "{n} {n:run has|runs have} no value."},
    // runs
    {"batch.run", "run"},
    {"batch.run_name", "run {run}"},
    {"batch.all", "All runs"},
    {"batch.all_listed", "All runs are listed; choose a cell of the map for its own."},
    {"batch.listed", "{n} {n:run|runs}"},
    {"batch.more", "{n} more {n:run is|runs are} not listed; choose a cell of the map."},
    {"batch.open_run", "Open in Step"},
    {"batch.open_hint",
     "Opens it round by round, as a branch; pressing a selected line does the same."},
    {"batch.closes", "This opens another scenario and closes {n} {n:branch|branches}."},
    // glossary
    {"term.batch",
     "Batch: many runs of one scenario in which some numbers are varied by a plan. Random draws "
     "are the same at every point, so that a difference between two points comes from what was "
     "varied."},
    {"term.tornado",
     "Tornado: one bar for each varied column, from the mean where it is low to the mean where it "
     "is high; the line goes from the smallest mean to the largest. The longest line moves the "
     "result most; marks show the means between."},
};

}  // namespace

std::span<const detail::Word> batch_en() {
  return kWords;
}

}  // namespace detente::ui
