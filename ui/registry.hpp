#pragma once

#include <map>
#include <string>
#include <vector>

#include "ui/canvas.hpp"

namespace detente::ui {

/// A widget as it was drawn.
struct Item {
  Box box{};
  std::string value{};  ///< The text or number that was drawn, not the state behind it.
  std::string pane{};   ///< First part of its path.
  bool enabled = true;  ///< False: greyed, and `why_not` says why.
  std::string why_not{};
  bool touchable = false;  ///< Takes the mouse and the keyboard.
  double low = 0;          ///< Of a slider: the value at the left end of its box,
  double high = 0;         ///< and at the right end. Equal for everything else.
};

/// What was drawn in the last whole frame, by path `Pane/Id`, and the order it was drawn in.
class Registry {
 public:
  void add(const std::string& path, Item item);
  /// Another text for a widget that is there already.
  void update(const std::string& path, const std::string& value);
  /// The widget, or nullptr if it was not drawn.
  const Item* find(const std::string& path) const;
  const std::vector<std::string>& order() const { return order_; }
  /// Paths that more than one widget of the frame has: mistakes, which tests look for.
  const std::vector<std::string>& repeated() const { return repeated_; }
  void clear();

 private:
  std::map<std::string, Item> items_{};
  std::vector<std::string> order_{};
  std::vector<std::string> repeated_{};
};

}  // namespace detente::ui
