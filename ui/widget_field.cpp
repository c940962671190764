// A field for text. At rest we draw it ourselves; ImGui takes over while somebody types.

#include <imgui.h>
#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "ui/fonts.hpp"
#include "ui/ui_state.hpp"

namespace detente::ui {
namespace {

constexpr float kPad = 0.45F;  // units

/// Lets ImGui drop what it cannot hold: letters beyond 16 bits come as U+FFFD.
int drop_unknown(ImGuiInputTextCallbackData* data) {
  return data->EventChar == IM_UNICODE_CODEPOINT_INVALID ? 1 : 0;
}

/// ImGui's field, as large as the box. True while text goes into it.
bool edit_in_place(const Theme& theme, const std::string& path, std::string& text, const Box& box,
                   bool enter) {
  const float pad = line_height() * kPad;
  const bool single = box.height() < line_height() * 2.2F;
  const float above = single ? (box.height() - line_height()) / 2 : pad;
  ImGui::PushFont(font_of(Typeface::body));
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {pad, above});
  ImGui::PushStyleColor(ImGuiCol_FrameBg, 0U);
  ImGui::PushStyleColor(ImGuiCol_Text, theme.text);
  ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, faded(theme.accent, 0.35F));
  ImGui::PushStyleColor(ImGuiCol_ScrollbarBg, 0U);
  ImGui::PushStyleColor(ImGuiCol_ScrollbarGrab, theme.edge);
  ImGui::SetCursorScreenPos({box.min.x, box.min.y});
  const std::string label = "##" + path;
  const ImGuiID id = ImGui::GetID(label.c_str());
  if (enter) GImGui->NavActivateInputId = id;  // as if its owner had pressed Enter on it
  if (single) {
    ImGui::SetNextItemWidth(box.width());
    ImGui::InputText(label.c_str(), &text, ImGuiInputTextFlags_CallbackCharFilter, drop_unknown);
  } else {
    ImGui::InputTextMultiline(label.c_str(), &text, {box.width(), box.height()},
                              ImGuiInputTextFlags_CallbackCharFilter, drop_unknown);
  }
  ImGui::PopStyleColor(5);
  ImGui::PopStyleVar();
  ImGui::PopFont();
  return GImGui->ActiveId == id;
}

void draw_resting(Canvas canvas, const Box& box, const std::string& text, int lines,
                  Colour colour) {
  const float unit = line_height();
  const Box inner{{box.min.x + unit * kPad, box.min.y}, {box.max.x - unit * kPad, box.max.y}};
  canvas.push_clip(inner);
  if (lines == 1) {
    canvas.text_within({inner.min.x, box.centre().y - unit / 2}, inner.width(), text, colour);
  } else {
    Point at{inner.min.x, box.min.y + unit * kPad};
    std::size_t start = 0;
    while (start <= text.size() && at.y < box.max.y) {
      const std::size_t stop = std::min(text.find('\n', start), text.size());
      canvas.text_within(at, inner.width(), text.substr(start, stop - start), colour);
      start = stop + 1;
      at.y += unit;
    }
  }
  canvas.pop_clip();
}

}  // namespace

Edited Ui::field(const std::string& id, const std::string& label, std::string& text, int lines,
                 const std::string& why_not) {
  State& state = *state_;
  const float unit = this->unit();
  const bool enabled = why_not.empty();
  const std::string path = state.path_of(id);
  if (!label.empty()) line(id + "_label", label, enabled ? Tone::plain : Tone::quiet);
  const Box box = take(unit * (lines == 1 ? 1.7F : static_cast<float>(lines) + 2 * kPad));
  const Touch touch =
      state.claim({.path = path, .field = true},
                  {.box = box, .value = text, .enabled = enabled, .why_not = why_not});
  const bool was_in = state.editing == path;
  const bool enter = enabled && state.enter == path && state.can_reach();
  const bool clicked = touch.held && state.went_down;
  Canvas canvas = this->canvas();
  canvas.rect(box, enabled ? theme().raised : theme().pane, 4.0F);
  Edited edited;
  const std::string before = text;
  const bool is_in =
      (was_in || enter || clicked) && edit_in_place(theme(), path, text, box, enter || clicked);
  if (is_in) {
    if (!was_in) state.old_text = before;
    state.editing = path;
    state.editing_drawn = true;
    state.enter.clear();
    edited.changed = text != before;
    canvas.frame(box, theme().focus, 2.0F, 4.0F);
    state.building.update(path, text);
  } else {
    if (was_in) state.editing.clear();
    edited.changed = text != before;
    edited.committed = was_in && text != state.old_text;
    canvas.frame(box, touch.hovered && enabled ? theme().quiet : theme().edge, 1.0F, 4.0F);
    // in this frame ImGui may have drawn it for the last time
    if (!was_in && !clicked)
      draw_resting(canvas, box, text, lines, enabled ? theme().text : theme().quiet);
    state.finish(touch, box, why_not);
  }
  return edited;
}

}  // namespace detente::ui
