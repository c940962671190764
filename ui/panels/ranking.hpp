#pragma once

#include "ui/desk.hpp"
#include "ui/widgets.hpp"

// What panes about talks show while the model `conflict` is played.
namespace detente::ui {

/// Where the state under the playhead stands in each party's ranking.
void draw_ranking(Ui& ui, Desk& desk);

/// Why the actor that is asked about moved, or stayed.
void draw_played_why(Ui& ui, const Desk& desk);

/// That there are no talks to be explained or mapped, and the way to what there is. True if a run
/// of the model `conflict` is shown, or one of a scenario without talks.
bool draw_no_talks(Ui& ui, Desk& desk);

}  // namespace detente::ui
