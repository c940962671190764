#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/canvas.hpp"
#include "ui/keys.hpp"
#include "ui/registry.hpp"
#include "ui/theme.hpp"
#include "ui/widget_types.hpp"
#include "ui/words.hpp"

namespace detente::ui {

/// Everything that panes draw with: widgets that flow from top to bottom inside the current pane,
/// and places of their own. Every widget is registered as `Pane/Id` with its box and the very text
/// that it drew. Ids are English and stable; labels are in the language of the desk.
class Ui {
 public:
  Ui();
  ~Ui();
  Ui(const Ui&) = delete;
  Ui& operator=(const Ui&) = delete;

  // --- a frame; called by the app
  void begin(const Look& look, const Input& input, const Box& window);
  void end();

  // --- what panes read
  const Theme& theme() const;
  const Look& look() const;
  const Input& input() const;
  const Box& window() const;
  float unit() const;  ///< Height of a line of body text; distances are multiples of it.
  const Registry& registry() const;
  std::string say(std::string_view key, const Slots& slots = {}) const;
  /// Whether text goes into a field now, so that keys are not commands.
  bool typing() const;
  /// Whether an arrow key was used by the focused widget in this frame.
  bool arrows_taken() const;
  const std::vector<Stroke>& strokes() const;  ///< Of this frame so far, in order.

  // --- a pane: title bar, ground, a body that scrolls. Use PaneScope.
  void begin_pane(const std::string& id, std::string_view title, const Box& area);
  void end_pane();
  /// The body of the current pane that is visible now.
  const Box& body() const;
  /// Whether any of a box can be seen in the current pane, as it is scrolled.
  bool visible(const Box& box) const;
  Canvas canvas();
  /// What a pane's small buttons asked for in the last frame; asked once.
  std::optional<PaneAsk> take_pane_ask();

  // --- flow: where the next widget goes
  Point cursor() const;
  float width() const;  ///< Left to the right edge of the body.
  void skip(float units);
  /// Takes a box of that height from the flow, as wide as the body (or `width` pixels).
  Box take(float height, float width = 0.0F);
  void same_line(float gap_units = 0.5F);
  void columns(const std::vector<float>& fractions);  ///< Row of cells until next_row/end_columns.
  void next_column();
  void end_columns();

  // --- widgets
  void text(const std::string& id, const std::string& text, Tone tone = Tone::plain);  ///< Wraps.
  void line(const std::string& id, const std::string& text, Tone tone = Tone::plain);  ///< Cuts.
  void heading(const std::string& id, const std::string& text);
  void rule();
  bool button(const std::string& id, const std::string& label, Tone tone = Tone::plain,
              const std::string& why_not = {});
  bool toggle(const std::string& id, const std::string& label, bool on,
              const std::string& why_not = {});
  /// A list that opens; the place chosen, or nothing.
  std::optional<int> choice(const std::string& id, const std::vector<std::string>& labels,
                            int chosen, const std::string& why_not = {});
  /// Tabs side by side; the place chosen, or nothing.
  std::optional<int> tabs(const std::string& id, const std::vector<std::string>& labels,
                          int chosen);
  Edited slider(const std::string& id, const std::string& label, double& value, double low,
                double high, const std::string& why_not = {}, int digits = 2);
  Edited field(const std::string& id, const std::string& label, std::string& text, int lines = 1,
               const std::string& why_not = {});
  /// A fold with a triangle; true while it is open (remembered by id).
  bool fold(const std::string& id, const std::string& label, bool open_at_first = false);

  // --- places of one's own, for charts
  /// Registers what was drawn at a box: a label, a number.
  void mark(const std::string& id, const Box& box, const std::string& value);
  /// Draws a text at a place, shortened to `width` if that is > 0, and registers what was drawn.
  void label(const std::string& id, Point at, const std::string& text, Colour colour,
             Typeface face = Typeface::body, float width = 0.0F);
  /// A place that can be pressed by mouse and keyboard. Draw it, then call this.
  Touch touch(const std::string& id, const Box& box, const std::string& value,
              const std::string& tip = {}, const std::string& why_not = {});
  /// The same with rows and columns inside, between which the arrows move.
  GridTouch grid(const std::string& id, const Box& box, const std::string& value, GridWays ways);
  /// Text beside the mouse while the last widget is hovered or focused.
  void tip(const std::string& text);

  /// A layer over the panes (a dialog): what lies below cannot be reached until end_layer().
  /// `dimmed`: what lies below is shown darker.
  void begin_layer(const std::string& id, const Box& area, bool dimmed = true);
  void end_layer();

  void focus(const std::string& path);  ///< Moves the keyboard to a widget.
  /// Scrolls its pane in the next frame so that a widget is seen; moves the keyboard, too.
  void reveal(const std::string& path);
  const std::string& focused() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace detente::ui
