#pragma once

#include "ui/canvas.hpp"
#include "ui/keys.hpp"

namespace detente::ui {

/// Makes ImGui's current context ours: no file, no blinking cursor, no window of its own, the keys
/// that its text fields know. Called once.
void prepare_imgui();

/// Hands input to ImGui, for its text fields. Called before ImGui::NewFrame().
void feed_imgui(const Input& input, const Box& window);

}  // namespace detente::ui
