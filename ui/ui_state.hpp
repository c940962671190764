#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ui/widget_parts.hpp"
#include "ui/widgets.hpp"

// What class Ui remembers. Only widget*.cpp include this.
namespace detente::ui {

struct Ui::State {
  Look look{};
  Input input{};
  Box window{};
  Registry building{};
  Registry whole{};
  std::vector<Stroke> strokes{};
  std::vector<Spot> spots{};
  std::vector<Spot> last_spots{};
  std::optional<Pane> pane{};
  std::map<std::string, PaneMemory> panes{};
  std::map<std::string, bool> folds{};
  std::vector<Sheet> sheets{};  ///< The last one is drawn on now.
  int layers = 0;               ///< Opened in this frame.
  int top_layer = 0;            ///< The only one in reach: the topmost of the last frame.
  std::string hot{};            ///< Under the mouse.
  std::string active{};         ///< The mouse went down on it.
  std::string pressed{};        ///< Clicked in this frame, or pressed by Enter.
  std::string released{};       ///< Let go in this frame.
  bool was_down = false;
  bool went_down = false;
  std::string focused{};
  std::string focused_below{};  ///< Where the keyboard returns to when a layer closes.
  bool ring = false;            ///< The keyboard was used last: show where it is.
  bool keys_last = false;       ///< Something was pressed since the mouse moved: no tips where it
                                ///< rests.
  Point last_mouse{};
  bool reveal = false;  ///< Scroll until the focused widget is seen.
  bool arrows_taken = false;
  std::string enter{};         ///< A field that is to take the text from now on.
  std::string editing{};       ///< The field that takes it.
  std::string old_text{};      ///< Its text when that began.
  double old_number = 0;       ///< Of the slider that is held.
  float drag_from = 0.0F;      ///< Height of the mouse, for bars that scroll.
  bool editing_drawn = false;  ///< In this frame.
  bool keys_are_text = false;
  std::optional<Popup> popup{};
  std::optional<std::pair<std::string, int>> chosen{};  ///< From the popup, for its choice.
  std::optional<PaneAsk> ask{};
  std::optional<Tip> tip{};
  Box last_box{};            ///< Of the widget drawn last,
  bool last_wanted = false;  ///< which is hovered or focused.

  std::string path_of(const std::string& id) const;
  bool can_reach() const { return sheets.back().layer == top_layer; }
  bool in_text() const { return !editing.empty() || popup.has_value(); }
  const Theme& colours() const;
  Canvas canvas() { return {*sheets.back().list, &strokes}; }
  Box clip() const;  ///< What can be seen of what is drawn now.
  /// Registers a widget that can be touched and tells what became of it. The ring and the reason
  /// why not are drawn by finish().
  Touch claim(Spot spot, Item item);
  void finish(const Touch& touch, const Box& box, const std::string& why_not);
  /// Where the arrows left and right move a focused widget: -1, 0, 1, ...
  int sideways_step(const Touch& touch) const;
  bool takes_arrows(const std::string& path) const;
  bool climbs(const std::string& path, Key key) const;
  void begin_mouse();
  void begin_keys();
  void press_key(const Chord& chord);
  void press_in_popup(Key key);
  void draw_popup();
  void draw_tip();
  void draw_pane_bar();
  void scroll_pane();
  void focus_on(const std::string& path);
  void step_focus(int direction);
  void step_pane(int direction);
  void step_widget(const std::vector<const Spot*>& near, int direction);
  void settle_layers();
  void keep_in_view(const Box& box);
  void leave_field();
};

/// The letters' colour of a tone.
Colour tone_colour(const Theme& theme, Tone tone);

}  // namespace detente::ui
