#pragma once

#include <string>

#include "ui/app.hpp"

namespace detente::ui {

/// Writes the picture or table of a pane that the desk asks for, once the frame without the dialog
/// has been drawn; otherwise does nothing. Call it after ImGui::Render(), in the same context.
void take_export(App& app);

}  // namespace detente::ui
