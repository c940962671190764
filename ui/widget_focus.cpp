// How mouse and keyboard find the widgets.

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <utility>

#include "ui/ui_state.hpp"

namespace detente::ui {
namespace {

bool is_plain(const Chord& chord) {
  return !chord.ctrl && !chord.alt;
}

const Spot* find_spot(const std::vector<Spot>& spots, const std::string& path) {
  const auto found = std::find_if(spots.begin(), spots.end(), [&](const Spot& spot) {
    return spot.by_keys && spot.path == path;
  });
  return found == spots.end() ? nullptr : &*found;
}

/// The place of a widget among the others, or -1.
int place_of(const std::vector<const Spot*>& spots, const std::string& path) {
  const auto found = std::find_if(spots.begin(), spots.end(),
                                  [&](const Spot* spot) { return spot->path == path; });
  return found == spots.end() ? -1 : static_cast<int>(found - spots.begin());
}

/// The widgets of a layer that the keyboard reaches, in order.
std::vector<const Spot*> reachable(const std::vector<Spot>& spots, int layer) {
  std::vector<const Spot*> found;
  for (const Spot& spot : spots) {
    if (spot.by_keys && spot.layer == layer) found.push_back(&spot);
  }
  return found;
}

std::string pane_of(const std::string& path) {
  return path.substr(0, path.find('/'));
}

}  // namespace

void Ui::State::begin_mouse() {
  const Point mouse{input.mouse_x, input.mouse_y};
  went_down = input.mouse_down && !was_down;
  hot.clear();
  if (mouse.x != last_mouse.x || mouse.y != last_mouse.y) keys_last = false;
  last_mouse = mouse;
  const auto under = std::find_if(last_spots.rbegin(), last_spots.rend(), [&](const Spot& spot) {
    return spot.by_mouse && spot.layer == top_layer && spot.box.contains(mouse);
  });
  if (under != last_spots.rend() && !popup) hot = under->path;
  if (went_down) {
    active = hot;
    ring = false;
    drag_from = mouse.y;
    if (!editing.empty() && hot != editing) leave_field();
    if (under != last_spots.rend() && under->by_keys && !hot.empty()) focused = hot;
  }
  if (was_down && !input.mouse_down) {
    released = active;
    if (!active.empty() && active == hot) pressed = active;
    active.clear();
  }
}

void Ui::State::begin_keys() {
  arrows_taken = false;
  for (const Chord& chord : input.pressed) press_key(chord);
}

bool Ui::State::takes_arrows(const std::string& path) const {
  const Spot* spot = find_spot(last_spots, path);
  return spot != nullptr && spot->sideways && spot->layer == top_layer;
}

/// Whether the arrow moves something inside the focused widget.
bool Ui::State::climbs(const std::string& path, Key key) const {
  const Spot* spot = find_spot(last_spots, path);
  return spot != nullptr && spot->layer == top_layer && (key == Key::up ? spot->up : spot->down);
}

void Ui::State::press_key(const Chord& chord) {
  keys_last = true;
  if (popup) return press_in_popup(chord.key);
  const bool leaves = chord.key == Key::escape || chord.key == Key::tab;
  if (!editing.empty() && !leaves) return;
  if (!editing.empty()) leave_field();
  if (!is_plain(chord)) return;
  switch (chord.key) {
    case Key::tab:
      return step_pane(chord.shift ? -1 : 1);
    case Key::up:
    case Key::down:
      if (!climbs(focused, chord.key)) return step_focus(chord.key == Key::up ? -1 : 1);
      arrows_taken = true;
      ring = true;
      return;
    case Key::left:
    case Key::right:
      arrows_taken = arrows_taken || takes_arrows(focused);
      ring = ring || arrows_taken;
      return;
    case Key::enter: {
      const Spot* spot = find_spot(last_spots, focused);
      if (spot == nullptr || spot->layer != top_layer) return;
      (spot->field ? enter : pressed) = focused;
      return;
    }
    default:
      return;
  }
}

void Ui::State::focus_on(const std::string& path) {
  focused = path;
  enter.clear();
  ring = true;
  reveal = true;
  if (!path.empty()) panes[pane_of(path)].focus = path;
}

void Ui::State::step_focus(int direction) {
  if (focused.empty()) return;
  std::vector<const Spot*> near = reachable(last_spots, top_layer);
  const std::string pane_id = pane_of(focused);
  std::erase_if(near, [&](const Spot* spot) { return spot->pane != pane_id; });
  if (near.empty()) return;
  const int last = static_cast<int>(near.size()) - 1;
  const int place = std::clamp(place_of(near, focused) + direction, 0, last);
  arrows_taken = true;
  focus_on(near[static_cast<std::size_t>(place)]->path);
}

/// To the next widget of a dialog, round and round; a field takes text at once.
void Ui::State::step_widget(const std::vector<const Spot*>& near, int direction) {
  const int count = static_cast<int>(near.size());
  const int place = place_of(near, focused);
  const int next = place < 0 ? 0 : (place + direction + count) % count;
  const Spot& spot = *near[static_cast<std::size_t>(next)];
  focus_on(spot.path);
  if (spot.field) enter = spot.path;
}

void Ui::State::step_pane(int direction) {
  const std::vector<const Spot*> near = reachable(last_spots, top_layer);
  std::vector<std::string> order;
  for (const Spot* spot : near) {
    if (spot->pane.starts_with("layout_")) continue;  // borders are for the mouse
    if (std::find(order.begin(), order.end(), spot->pane) == order.end()) {
      order.push_back(spot->pane);
    }
  }
  if (order.empty()) return;
  // a dialog is one pane: there Tab goes from field to field
  if (order.size() == 1 && top_layer > 0) return step_widget(near, direction);
  const auto here = std::find(order.begin(), order.end(), pane_of(focused));
  const int count = static_cast<int>(order.size());
  int place = direction > 0 ? 0 : count - 1;
  if (here != order.end()) {
    place = (static_cast<int>(here - order.begin()) + direction + count) % count;
  }
  const std::string& pane_id = order[static_cast<std::size_t>(place)];
  if (place_of(near, panes[pane_id].focus) >= 0) return focus_on(std::string(panes[pane_id].focus));
  const auto first = std::find_if(near.begin(), near.end(),
                                  [&](const Spot* spot) { return spot->pane == pane_id; });
  focus_on((*first)->path);
}

/// After a frame: a layer that opened gets the keyboard, one that closed gives it back.
void Ui::State::settle_layers() {
  const int old_layer = std::exchange(top_layer, layers);
  const std::vector<const Spot*> near = reachable(last_spots, top_layer);
  if (old_layer == top_layer || place_of(near, focused) >= 0) return;
  if (top_layer > old_layer) {
    focused_below = focused;
    focused = near.empty() ? std::string() : near.front()->path;
  } else {
    focused = std::exchange(focused_below, {});
  }
}

void Ui::State::leave_field() {
  ImGui::ClearActiveID();
}

/// Scrolls the current pane so that a box of it is seen.
void Ui::State::keep_in_view(const Box& box) {
  reveal = false;
  if (!pane || !pane->scrolls) return;
  const float margin = line_height() * 0.5F;
  float& scroll = panes[pane->id].scroll;
  if (box.max.y > pane->body.max.y) scroll += box.max.y + margin - pane->body.max.y;
  if (box.min.y < pane->body.min.y) scroll -= pane->body.min.y + margin - box.min.y;
}

Touch Ui::State::claim(Spot spot, Item item) {
  const Box box = item.box;
  const bool enabled = item.enabled;
  spot.pane = pane ? pane->id : "window";
  spot.layer = sheets.back().layer;
  const Box seen = clip();
  spot.box = {{std::max(box.min.x, seen.min.x), std::max(box.min.y, seen.min.y)},
              {std::min(box.max.x, seen.max.x), std::min(box.max.y, seen.max.y)}};
  Touch touch;
  touch.at = {input.mouse_x, input.mouse_y};
  touch.hovered = hot == spot.path && (active.empty() || active == spot.path);
  touch.held = enabled && active == spot.path;
  touch.pressed = enabled && pressed == spot.path;
  touch.released = enabled && released == spot.path;
  touch.focused = spot.by_keys && focused == spot.path;
  if (touch.focused) panes[spot.pane].focus = spot.path;
  if (touch.focused && reveal) keep_in_view(box);
  item.pane = spot.pane;
  item.touchable = spot.by_keys;
  building.add(spot.path, std::move(item));
  spots.push_back(std::move(spot));
  return touch;
}

}  // namespace detente::ui
