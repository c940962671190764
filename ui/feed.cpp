#include "ui/feed.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <utility>

namespace detente::ui {
namespace {

// Escape and Tab are not among them: leaving a field is ours.
constexpr std::array<std::pair<ImGuiKey, Key>, 19> kTextKeys{{
    {ImGuiKey_LeftArrow, Key::left},
    {ImGuiKey_RightArrow, Key::right},
    {ImGuiKey_UpArrow, Key::up},
    {ImGuiKey_DownArrow, Key::down},
    {ImGuiKey_PageUp, Key::page_up},
    {ImGuiKey_PageDown, Key::page_down},
    {ImGuiKey_Home, Key::home},
    {ImGuiKey_End, Key::end},
    {ImGuiKey_Insert, Key::insert},
    {ImGuiKey_Delete, Key::del},
    {ImGuiKey_Backspace, Key::backspace},
    {ImGuiKey_Space, Key::space},
    {ImGuiKey_Enter, Key::enter},
    {ImGuiKey_A, Key::a},
    {ImGuiKey_C, Key::c},
    {ImGuiKey_V, Key::v},
    {ImGuiKey_X, Key::x},
    {ImGuiKey_Y, Key::y},
    {ImGuiKey_Z, Key::z},
}};

}  // namespace

void prepare_imgui() {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigInputTextCursorBlink = false;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
  io.BackendPlatformName = "detente";
  std::fill(std::begin(io.KeyMap), std::end(io.KeyMap), -1);
  for (const auto& [theirs, ours] : kTextKeys) io.KeyMap[theirs] = static_cast<int>(ours);
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.FrameBorderSize = 0;
  style.ChildBorderSize = 0;
  style.WindowRounding = 0;
  style.WindowMinSize = {1, 1};
}

void feed_imgui(const Input& input, const Box& window) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {window.width(), window.height()};
  io.DeltaTime = std::max(input.seconds, 0.0001F);
  io.MousePos = {input.mouse_x, input.mouse_y};
  io.MouseDown[0] = input.mouse_down;
  io.MouseWheel = input.wheel;
  std::fill(std::begin(io.KeysDown), std::end(io.KeysDown), false);
  io.KeyCtrl = io.KeyShift = io.KeyAlt = false;
  for (const Chord& chord : input.pressed) {
    const auto key = static_cast<std::size_t>(chord.key);
    io.KeysDown[key] = true;
    io.KeysDownDuration[key] = -1.0F;  // each press counts, a repeated one too
    io.KeyCtrl = io.KeyCtrl || chord.ctrl;
    io.KeyShift = io.KeyShift || chord.shift;
    io.KeyAlt = io.KeyAlt || chord.alt;
  }
  io.AddInputCharactersUTF8(input.typed.c_str());
}

}  // namespace detente::ui
