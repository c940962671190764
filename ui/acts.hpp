#pragma once

// Private to actions.cpp: what its table is made of.

#include <string>

#include "ui/obstacles.hpp"

namespace detente::ui::acts {

// What is done.
void quit(Desk& desk);
void branch_here(Desk& desk);
void remove_this(Desk& desk);
void play_or_pause(Desk& desk);
void step(Desk& desk);
void back(Desk& desk);
void next_event(Desk& desk);
void previous_event(Desk& desk);
void first(Desk& desk);
void last(Desk& desk);
void next_stage(Desk& desk);
void previous_stage(Desk& desk);
void faster(Desk& desk);
void slower(Desk& desk);
void next_model(Desk& desk);
void show_grid(Desk& desk);
void show_why(Desk& desk);
void next_actor(Desk& desk);
void previous_actor(Desk& desk);
void next_branch(Desk& desk);
void previous_branch(Desk& desk);
void link_playheads(Desk& desk);
void larger(Desk& desk);
void smaller(Desk& desk);
void next_theme(Desk& desk);
void next_language(Desk& desk);
void switch_motion(Desk& desk);
void present(Desk& desk);
void to_menu(Desk& desk);
void sit_down(Desk& desk);
void make_move(Desk& desk, Move::Kind kind);
void offer(Desk& desk);
void next_hints(Desk& desk);
void show_tour(Desk& desk);
void predict(Desk& desk);
void blank(Desk& desk);
void open_dialog(Desk& desk, Dialog dialog);
void show_workspace(Desk& desk, Workspace workspace);
void show_story(Desk& desk, int tab);
void show_reason(Desk& desk, int tab);
void show_frontier(Desk& desk);
void show_analysis(Desk& desk, int page);
void to_next_equilibrium(Desk& desk);
void next_concept(Desk& desk);
void next_sanctions(Desk& desk);
void ask_batch(Desk& desk);
void open_batch_run(Desk& desk);
template <Dialog kDialog>
void dialog(Desk& desk) {
  open_dialog(desk, kDialog);
}
template <Workspace kWorkspace>
void show(Desk& desk) {
  show_workspace(desk, kWorkspace);
}
template <int kTab>
void story(Desk& desk) {
  show_story(desk, kTab);
}
template <int kPage>
void show_page(Desk& desk) {
  show_analysis(desk, kPage);
}
template <int kTab>
void reason(Desk& desk) {
  show_reason(desk, kTab);
}
template <Move::Kind kKind>
void move(Desk& desk) {
  make_move(desk, kKind);
}

// What is promised to change, as text.
std::string document(const Desk& desk);
std::string shown_dialog(const Desk& desk);
std::string quitting(const Desk& desk);
std::string playing(const Desk& desk);
std::string playhead(const Desk& desk);
std::string speed(const Desk& desk);
std::string workspace(const Desk& desk);
std::string story_tab(const Desk& desk);
std::string maximised(const Desk& desk);
std::string side_tab(const Desk& desk);
std::string analysis_tab(const Desk& desk);
std::string conflict_asked(const Desk& desk);
std::string actor(const Desk& desk);
std::string linked(const Desk& desk);
std::string scale(const Desk& desk);
std::string theme_shown(const Desk& desk);
std::string language(const Desk& desk);
std::string motion(const Desk& desk);
std::string presenting(const Desk& desk);
std::string menu_asked(const Desk& desk);
std::string hints(const Desk& desk);
std::string tour_shown(const Desk& desk);
std::string blanked(const Desk& desk);

}  // namespace detente::ui::acts
