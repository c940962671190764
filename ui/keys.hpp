#pragma once

#include <string>
#include <vector>

namespace detente::ui {

/// Keys by their place on the keyboard, named as on a US keyboard: the same key works under
/// Cyrillic layouts.
// clang-format off
enum class Key {
  none,
  a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z,
  n0, n1, n2, n3, n4, n5, n6, n7, n8, n9,
  space, enter, escape, tab, backspace, del, insert,
  left, right, up, down, home, end, page_up, page_down,
  f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12,
  minus, equal, comma, period, slash, bracket_left, bracket_right,
  count
};
// clang-format on

/// A key with its companions.
struct Chord {
  Key key = Key::none;
  bool ctrl = false;
  bool shift = false;
  bool alt = false;

  bool operator==(const Chord&) const = default;
};

/// "Ctrl+Shift+B", "Space": as menus show it and scripts write it.
std::string to_string(const Chord& chord);

/// The chord of that name; key `none` if there is no such.
Chord find_chord(const std::string& name);

/// What people did since the last frame. The window and the scripts fill it alike.
struct Input {
  float mouse_x = -1000.0F;
  float mouse_y = -1000.0F;
  bool mouse_down = false;
  float wheel = 0.0F;
  std::vector<Chord> pressed{};        ///< Keys that went down, or repeated, in order.
  std::string typed{};                 ///< UTF-8.
  std::vector<std::string> dropped{};  ///< Files and folders let fall onto the window.
  float seconds = 1.0F / 60;           ///< Since the last frame.
};

}  // namespace detente::ui
