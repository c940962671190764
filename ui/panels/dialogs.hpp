#pragma once

#include <string>

#include "ui/desk.hpp"
#include "ui/widgets.hpp"

// The dialogs, one function each, and what has to be done once when one opens.
namespace detente::ui {

void draw_palette(Ui& ui, Desk& desk);

void prepare_open(Desk& desk);
void draw_open_file(Ui& ui, Desk& desk);
void draw_open_overlay(Ui& ui, Desk& desk);
void prepare_save(Desk& desk);
void draw_save_scenario(Ui& ui, Desk& desk);
void draw_save_overlay(Ui& ui, Desk& desk);
void draw_new_scenario(Ui& ui, Desk& desk);

void prepare_share(Desk& desk);
void draw_share(Ui& ui, Desk& desk);
void draw_paste_code(Ui& ui, Desk& desk);
void draw_classroom(Ui& ui, Desk& desk);

void draw_glossary(Ui& ui, Desk& desk);
/// The entry that explains a pane best.
std::string term_of_pane(const std::string& pane);

void draw_recover(Ui& ui, Desk& desk);
void draw_about(Ui& ui, Desk& desk);

/// @param ui  of the frame before: its registry has the panes.
void prepare_exports(Ui& ui, Desk& desk);
void draw_exports(Ui& ui, Desk& desk);

}  // namespace detente::ui
