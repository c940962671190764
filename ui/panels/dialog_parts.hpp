#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/desk.hpp"
#include "ui/widgets.hpp"

// What dialogs are made of.
namespace detente::ui {

/// A layer with a pane in it, in the middle of the window, for the length of a block. As high as
/// what is drawn in it.
class DialogScope {
 public:
  /// @param most  width and largest height, in units; never larger than the window.
  DialogScope(Ui& ui, Desk& desk, const std::string& id, const std::string& title, Point most);
  ~DialogScope();
  DialogScope(const DialogScope&) = delete;
  DialogScope& operator=(const DialogScope&) = delete;

 private:
  Ui* ui_;
  Desk* desk_;
  float top_ = 0.0F;
};

/// One line of a list to choose from.
struct PickRow {
  std::string id{};
  std::string label{};
  std::string note{};     ///< At the right end.
  std::string why_not{};  ///< Greyed if not empty.
};

/// A list of which at most so many lines are seen. Up, Down and the wheel move `chosen`, also while
/// text goes into a field. @return the row that was pressed.
std::optional<int> draw_pick_list(Ui& ui, const std::vector<PickRow>& rows, int& chosen, int most);

/// Whether Enter was pressed in this frame, and whether that was in a field of one line.
bool pressed_enter(const Ui& ui);
bool entered(const Ui& ui);

/// The last fault, if there is one.
void draw_fault(Ui& ui, const Desk& desk);

/// A dialog's row of buttons: what it does, and Cancel. True if it is to be done.
bool draw_decision(Ui& ui, Desk& desk, const std::string& label, const std::string& why_not = {});

/// Keeps the dialog open and says why; the field takes text again.
void refuse(Desk& desk, const std::string& why, const std::string& field);

/// Closes the dialog, with a line to the person.
void close_dialog(Desk& desk, const std::string& notice = {});

/// Whether a file may be written: it is new, or a person has been asked about it before. Otherwise
/// asks, and says so in the dialog.
bool may_write(Desk& desk, const std::string& file, const std::string& field);

/// The first words of diagnostics: the first of them, and how many more.
std::string told_faults(const Desk& desk, const Diagnostics& faults);

}  // namespace detente::ui
