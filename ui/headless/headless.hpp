#pragma once

#include <memory>
#include <string>
#include <utility>

#include "ui/app.hpp"
#include "ui/headless/raster.hpp"

struct ImGuiContext;

namespace detente::ui {

/// The whole program without a screen: takes input, shows pictures. Time passes by sixtieths of a
/// second, a frame each, whatever the clock says. Not more than one at a time in a thread.
class Headless {
 public:
  /// @param width,height  pixels.
  /// @param state_folder  where settings and the journal are kept; empty: nothing is kept.
  Headless(int width, int height, Jobs::Mode jobs = Jobs::Mode::settle,
           const std::string& state_folder = {});
  ~Headless();
  Headless(const Headless&) = delete;
  Headless& operator=(const Headless&) = delete;

  App& app() { return *app_; }
  Desk& desk() { return app_->desk(); }
  const Registry& registry() const { return std::as_const(*app_).ui().registry(); }

  /// One frame.
  void frame(Input input = {});
  /// Frames without new input, the mouse staying where it is.
  void frames(int count);
  /// Frames until nothing is left to be computed, three at least; playing talks are not waited for.
  void settle();

  /// The last frame as a picture. Draws one if there was none.
  const Image& picture();

  void press(const Chord& chord);
  void type(const std::string& text);
  /// Lets a file or folder fall onto the window.
  void drop(const std::string& path);
  void move_mouse(Point to);
  void click(Point at);
  /// From one place to another with the button down.
  void drag(Point from, Point to);
  /// The text of a widget in the last frame; "" if it was not drawn.
  std::string value(const std::string& path) const;
  /// Clicks the middle of a widget, scrolled into view. False if it is not drawn.
  bool click(const std::string& path);

 private:
  Box window_;
  ImGuiContext* context_ = nullptr;
  std::unique_ptr<App> app_;
  Point mouse_{-1000.0F, -1000.0F};
  bool mouse_down_ = false;
  bool drawn_ = false;
  Image image_{};
};

}  // namespace detente::ui
