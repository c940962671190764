#include "ui/headless/headless.hpp"

#include <imgui.h>

#include <algorithm>
#include <utility>

#include "ui/export.hpp"
#include "ui/feed.hpp"
#include "ui/fonts.hpp"

namespace detente::ui {
namespace {

constexpr int kFewest = 3;  // frames until a press has been felt, obeyed and drawn
constexpr int kMost = 60;   // then something plays, and does not end by itself

}  // namespace

Headless::Headless(int width, int height, Jobs::Mode jobs, const std::string& state_folder)
    : window_{{0.0F, 0.0F}, {static_cast<float>(width), static_cast<float>(height)}},
      context_(ImGui::CreateContext()),
      app_(std::make_unique<App>(jobs, state_folder)) {
  ImGui::SetCurrentContext(context_);
  prepare_imgui();
}

Headless::~Headless() {
  app_.reset();
  ImGui::DestroyContext(context_);
}

void Headless::frame(Input input) {
  ImGui::SetCurrentContext(context_);
  const bool presenting = desk().view.presenting;
  prepare_fonts(letter_size(desk().settings.scale, presenting, window_.height()), presenting);
  mouse_ = {input.mouse_x, input.mouse_y};
  mouse_down_ = input.mouse_down;
  input.seconds = 1.0F / 60;
  feed_imgui(input, window_);
  ImGui::NewFrame();
  app_->frame(input, window_);
  ImGui::Render();
  take_export(*app_);
  drawn_ = true;
}

void Headless::frames(int count) {
  for (int turn = 0; turn < count; ++turn) {
    frame({.mouse_x = mouse_.x, .mouse_y = mouse_.y, .mouse_down = mouse_down_});
  }
}

void Headless::settle() {
  frames(kFewest);
  for (int turn = 0; turn < kMost && app_->restless() && !desk().view.playing; ++turn) frames(1);
}

const Image& Headless::picture() {
  if (!drawn_) settle();
  ImGui::SetCurrentContext(context_);
  render(*ImGui::GetDrawData(), image_);
  return image_;
}

void Headless::press(const Chord& chord) {
  frame({.mouse_x = mouse_.x, .mouse_y = mouse_.y, .pressed = {chord}});
  settle();
}

void Headless::type(const std::string& text) {
  frame({.mouse_x = mouse_.x, .mouse_y = mouse_.y, .typed = text});
  settle();
}

void Headless::drop(const std::string& path) {
  frame({.mouse_x = mouse_.x, .mouse_y = mouse_.y, .dropped = {path}});
  settle();
}

void Headless::move_mouse(Point to) {
  frame({.mouse_x = to.x, .mouse_y = to.y, .mouse_down = mouse_down_});
}

void Headless::click(Point at) {
  move_mouse(at);
  mouse_down_ = true;
  move_mouse(at);
  mouse_down_ = false;
  move_mouse(at);
  settle();
}

void Headless::drag(Point from, Point to) {
  constexpr int kSteps = 8;
  move_mouse(from);
  mouse_down_ = true;
  for (int step = 0; step <= kSteps; ++step) {
    const float share = static_cast<float>(step) / kSteps;
    // the very end without rounding
    move_mouse(step == kSteps
                   ? to
                   : Point{from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
  }
  mouse_down_ = false;
  move_mouse(to);
  settle();
}

std::string Headless::value(const std::string& path) const {
  const Item* item = registry().find(path);
  return item == nullptr ? "" : item->value;
}

bool Headless::click(const std::string& path) {
  const Item* item = registry().find(path);
  if (item == nullptr) return false;
  if (item->touchable) {
    app_->ui().reveal(path);
    frames(2);
    item = registry().find(path);
  }
  if (item == nullptr) return false;
  click(item->box.centre());
  return true;
}

}  // namespace detente::ui
