#include "ui/keys.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace detente::ui {
namespace {

struct Named {
  Key key{};
  const char* name = "";
};

/// Keys that are not a letter, a digit or F1 to F12.
constexpr std::array<Named, 22> kNamed{{
    {Key::space, "Space"},
    {Key::enter, "Enter"},
    {Key::escape, "Escape"},
    {Key::tab, "Tab"},
    {Key::backspace, "Backspace"},
    {Key::del, "Delete"},
    {Key::insert, "Insert"},
    {Key::left, "Left"},
    {Key::right, "Right"},
    {Key::up, "Up"},
    {Key::down, "Down"},
    {Key::home, "Home"},
    {Key::end, "End"},
    {Key::page_up, "PgUp"},
    {Key::page_down, "PgDn"},
    {Key::minus, "-"},
    {Key::equal, "="},
    {Key::comma, ","},
    {Key::period, "."},
    {Key::slash, "/"},
    {Key::bracket_left, "["},
    {Key::bracket_right, "]"},
}};

/// How far a key is from the first of its row, and the row is that long.
int place_in(Key key, Key first, Key last) {
  const int place = static_cast<int>(key) - static_cast<int>(first);
  return key <= last ? place : -1;
}

std::string name_of(Key key) {
  const int letter = place_in(key, Key::a, Key::z);
  if (letter >= 0) return {static_cast<char>('A' + letter)};
  const int digit = place_in(key, Key::n0, Key::n9);
  if (digit >= 0) return {static_cast<char>('0' + digit)};
  const int function = place_in(key, Key::f1, Key::f12);
  if (function >= 0) return "F" + std::to_string(function + 1);
  for (const Named& named : kNamed) {
    if (named.key == key) return named.name;
  }
  return "";
}

std::string upper(std::string text) {
  for (char& letter : text) {
    letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
  }
  return text;
}

/// Any case: "space" is Space.
Key find_key(const std::string& name) {
  if (name.empty()) return Key::none;
  for (int place = 1; place < static_cast<int>(Key::count); ++place) {
    const auto key = static_cast<Key>(place);
    if (upper(name_of(key)) == upper(name)) return key;
  }
  return Key::none;
}

}  // namespace

std::string to_string(const Chord& chord) {
  std::string text;
  if (chord.ctrl) text += "Ctrl+";
  if (chord.shift) text += "Shift+";
  if (chord.alt) text += "Alt+";
  return text + name_of(chord.key);
}

Chord find_chord(const std::string& name) {
  Chord chord;
  std::string rest = name;
  for (std::size_t plus = rest.find('+'); plus != std::string::npos; plus = rest.find('+')) {
    const std::string companion = upper(rest.substr(0, plus));
    if (companion == "CTRL") {
      chord.ctrl = true;
    } else if (companion == "SHIFT") {
      chord.shift = true;
    } else if (companion == "ALT") {
      chord.alt = true;
    } else {
      return {};
    }
    rest = rest.substr(plus + 1);
  }
  chord.key = find_key(rest);
  return chord.key == Key::none ? Chord{} : chord;
}

}  // namespace detente::ui
