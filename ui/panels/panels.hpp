#pragma once

#include "ui/canvas.hpp"

namespace detente::ui {

struct Desk;
class Ui;

// One pane, one function, one file of the same name (draw_actors: actors.cpp). Called once a frame;
// draws inside `area`, reads the desk and changes it only through the functions of desk.hpp and
// its own state. No pane does work that takes longer than a frame: see thinking.cpp.

// Around the panes
void draw_menu(Ui& ui, Desk& desk, const Box& area);       ///< Menus, language, size, theme.
void draw_transport(Ui& ui, Desk& desk, const Box& area);  ///< Play, step, stages, model, speed.
void draw_runs(Ui& ui, Desk& desk, const Box& area);       ///< The run tree.
void draw_narration(Ui& ui, Desk& desk, const Box& area);  ///< One line of text, the notice.
void draw_dialogs(Ui& ui, Desk& desk, const Box& area);    ///< Whatever lies over the panes.
void draw_tour(Ui& ui, Desk& desk, const Box& area);       ///< The first sixty seconds.
void draw_problems(Ui& ui, Desk& desk, const Box& area);   ///< Instead of panes: a broken file.

// Workspace 1, Step
void draw_actors(Ui& ui, Desk& desk, const Box& area);
void draw_graph(Ui& ui, Desk& desk, const Box& area);
void draw_issues(Ui& ui, Desk& desk, const Box& area);
void draw_acceptance(Ui& ui, Desk& desk, const Box& area);
void draw_why(Ui& ui, Desk& desk, const Box& area);
void draw_timeline(Ui& ui, Desk& desk, const Box& area);
void draw_source(Ui& ui, Desk& desk, const Box& area);
void draw_lesson(Ui& ui, Desk& desk, const Box& area);
void draw_improve(Ui& ui, Desk& desk, const Box& area);     ///< A package better for all.
void draw_durability(Ui& ui, Desk& desk, const Box& area);  ///< How long it would last.
void draw_swap(Ui& ui, Desk& desk, const Box& area);        ///< Two tables of assumptions.

// Workspace 2, Compare
void draw_difference(Ui& ui, Desk& desk, const Box& area);
void draw_side(Ui& ui, Desk& desk, const Box& area, bool other);
void draw_overlay(Ui& ui, Desk& desk, const Box& area);

// Workspace 3, Role-play
void draw_brief(Ui& ui, Desk& desk, const Box& area);
void draw_table(Ui& ui, Desk& desk, const Box& area);
void draw_move(Ui& ui, Desk& desk, const Box& area);
void draw_debrief(Ui& ui, Desk& desk, const Box& area);

// Workspace 4, Batch
void draw_batch_bar(Ui& ui, Desk& desk, const Box& area);      ///< Which folder, how far.
void draw_batch_near(Ui& ui, Desk& desk, const Box& area);     ///< Before one is open.
void draw_batch_map(Ui& ui, Desk& desk, const Box& area);      ///< How runs end, by two columns.
void draw_batch_tornado(Ui& ui, Desk& desk, const Box& area);  ///< What moves a metric.
void draw_batch_density(Ui& ui, Desk& desk, const Box& area);  ///< How often which value.
void draw_batch_runs(Ui& ui, Desk& desk, const Box& area);     ///< Of a cell; each can be opened.

// Workspace 5, Analysis
void draw_zones(Ui& ui, Desk& desk, const Box& area);
void draw_utilities(Ui& ui, Desk& desk, const Box& area);
void draw_frontier(Ui& ui, Desk& desk, const Box& area);  ///< Frontier and solution points.
void draw_outcome_map(Ui& ui, Desk& desk, const Box& area);
void draw_stability(Ui& ui, Desk& desk, const Box& area);    ///< All states of the conflict.
void draw_moves(Ui& ui, Desk& desk, const Box& area);        ///< Improvements between them.
void draw_certificate(Ui& ui, Desk& desk, const Box& area);  ///< Why a state is stable, or not.
void draw_power(Ui& ui, Desk& desk, const Box& area);        ///< Who has how much say.
void draw_values(Ui& ui, Desk& desk, const Box& area);       ///< What each brings to a game.

}  // namespace detente::ui
