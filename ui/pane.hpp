#pragma once

#include <string>
#include <string_view>

#include "ui/widgets.hpp"

namespace detente::ui {

/// A pane for the length of a block.
class PaneScope {
 public:
  PaneScope(Ui& ui, const std::string& id, std::string_view title, const Box& area) : ui_(&ui) {
    ui.begin_pane(id, title, area);
  }
  ~PaneScope() { ui_->end_pane(); }
  PaneScope(const PaneScope&) = delete;
  PaneScope& operator=(const PaneScope&) = delete;

 private:
  Ui* ui_;
};

}  // namespace detente::ui
