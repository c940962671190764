#include "ui/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "detente/core/contract.hpp"
#include "ui/fonts.hpp"
#include "ui/ui_state.hpp"

namespace detente::ui {
namespace {

/// A window of ImGui's that is only something to draw on, as large as ours.
ImDrawList* begin_sheet(const char* name, const Box& window, ImGuiWindowFlags more) {
  ImGui::SetNextWindowPos({window.min.x, window.min.y});
  ImGui::SetNextWindowSize({window.width(), window.height()});
  ImGui::Begin(name, nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollWithMouse | more);
  return ImGui::GetWindowDrawList();
}

bool is_cyrillic(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    return byte == 0xD0U || byte == 0xD1U;
  });
}

int count_letters_of(std::string_view text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char letter) {
    return (static_cast<unsigned char>(letter) & 0xC0U) != 0x80U;
  }));
}

/// As many more letters as make the text longer by the factor, in short words.
std::string stretched(std::string text, float factor) {
  const int letters = count_letters_of(text);
  const int more = static_cast<int>(std::ceil(static_cast<float>(letters) * (factor - 1)));
  const std::string_view filler = is_cyrillic(text) ? "ж" : "x";
  for (int letter = 0; letter < more; ++letter) {
    text += letter % 7 == 0 && letters > 8 ? " " : filler;
  }
  return text;
}

}  // namespace

Ui::Ui() : state_(std::make_unique<State>()) {
}
Ui::~Ui() = default;

void Ui::begin(const Look& look, const Input& input, const Box& window) {
  State& state = *state_;
  state.look = look;
  state.input = input;
  state.window = window;
  state.building.clear();
  state.strokes.clear();
  state.spots.clear();
  state.tip.reset();
  state.layers = 0;
  state.editing_drawn = false;
  state.sheets = {{begin_sheet("##desk", window, ImGuiWindowFlags_NoBringToFrontOnFocus), 0}};
  state.canvas().rect(window, theme().window);
  state.keys_are_text = state.in_text();
  state.begin_mouse();
  state.begin_keys();
}

void Ui::end() {
  State& state = *state_;
  expects(!state.pane && state.sheets.size() == 1, "Ui::end: a pane or layer is still open");
  if (state.popup && !std::exchange(state.popup->drawn, false)) state.popup.reset();
  if (state.popup) state.draw_popup();
  state.draw_tip();
  ImGui::End();
  if (!state.editing_drawn) state.editing.clear();
  std::swap(state.whole, state.building);
  std::swap(state.last_spots, state.spots);
  state.settle_layers();
  state.pressed.clear();
  state.released.clear();
  state.was_down = state.input.mouse_down;
}

const Theme& Ui::theme() const {
  return state_->colours();
}

const Theme& Ui::State::colours() const {
  const bool strong = look.presenting && look.theme == ThemeName::light;
  return ui::theme(strong ? ThemeName::contrast : look.theme);
}

const Look& Ui::look() const {
  return state_->look;
}

const Input& Ui::input() const {
  return state_->input;
}

const Box& Ui::window() const {
  return state_->window;
}

float Ui::unit() const {
  return line_height(Typeface::body);
}

const Registry& Ui::registry() const {
  return state_->whole;
}

std::string Ui::say(std::string_view key, const Slots& slots) const {
  std::string text = ui::say(state_->look.language, key, slots);
  return state_->look.stretch > 1 ? stretched(std::move(text), state_->look.stretch) : text;
}

bool Ui::typing() const {
  return state_->keys_are_text || state_->in_text();
}

bool Ui::arrows_taken() const {
  return state_->arrows_taken;
}

const std::vector<Stroke>& Ui::strokes() const {
  return state_->strokes;
}

Canvas Ui::canvas() {
  return state_->canvas();
}

std::optional<PaneAsk> Ui::take_pane_ask() {
  return std::exchange(state_->ask, std::nullopt);
}

void Ui::begin_layer(const std::string& id, const Box& area, bool dimmed) {
  State& state = *state_;
  expects(!state.pane, "Ui::begin_layer: inside a pane");
  const std::string name = "##layer " + id;
  state.sheets.push_back({begin_sheet(name.c_str(), state.window, 0), ++state.layers});
  state.spots.push_back({.box = state.window, .layer = state.layers, .by_keys = false});
  Canvas canvas = state.canvas();
  if (dimmed) canvas.rect(state.window, faded(0xFF000000U, theme().dark ? 0.5F : 0.3F));
  for (int ring = 1; ring <= 4; ++ring) {
    canvas.rect(area.inset(-unit() * 0.12F * static_cast<float>(ring)), faded(0xFF000000U, 0.05F),
                unit() * 0.6F);
  }
}

void Ui::end_layer() {
  expects(state_->sheets.size() > 1, "Ui::end_layer: no layer is open");
  ImGui::End();
  state_->sheets.pop_back();
}

void Ui::focus(const std::string& path) {
  State& state = *state_;
  const bool known = std::any_of(state.last_spots.begin(), state.last_spots.end(),
                                 [&](const Spot& spot) { return spot.path == path; });
  if (!known) state.focused_below = state.focused;
  state.focus_on(path);
  state.enter = path;
}

void Ui::reveal(const std::string& path) {
  state_->focus_on(path);
  state_->ring = false;
}

const std::string& Ui::focused() const {
  return state_->focused;
}

std::string Ui::State::path_of(const std::string& id) const {
  return (pane ? pane->id : std::string("window")) + "/" + id;
}

Box Ui::State::clip() const {
  const ImVec2 low = sheets.back().list->GetClipRectMin();
  const ImVec2 high = sheets.back().list->GetClipRectMax();
  return {{low.x, low.y}, {high.x, high.y}};
}

}  // namespace detente::ui
