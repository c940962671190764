#pragma once

#include <string>

#include "ui/app.hpp"

namespace detente::ui {

struct WindowOptions {
  int width = 1600;
  int height = 900;
};

/// Shows the app in a real window until it is closed. Draws only when something may look different.
/// @return an empty text, or why there can be no window.
std::string show_window(App& app, const WindowOptions& options);

}  // namespace detente::ui
