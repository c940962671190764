#pragma once

#include <string>

#include "ui/desk.hpp"
#include "ui/jobs.hpp"
#include "ui/outside.hpp"
#include "ui/session.hpp"
#include "ui/widgets.hpp"

namespace detente::ui {

/// The whole program but for the screen and the keyboard: the window, the scripts and the tests
/// feed it input and show its draw data.
class App {
 public:
  /// @param state_folder  where settings and the journal are kept; empty: nothing is kept.
  explicit App(Jobs::Mode mode, const std::string& state_folder = {});

  Desk& desk() { return desk_; }
  Ui& ui() { return ui_; }
  const Ui& ui() const { return ui_; }
  Jobs& jobs() { return jobs_; }

  /// One frame between ImGui::NewFrame() and ImGui::Render().
  void frame(const Input& input, const Box& window);

  /// Time that passes without frames.
  void rest(float seconds);

  /// Whether the next frame may look different without any input: something plays or is computed.
  bool restless() const;

  /// The end of a window that a person closed: its journal is not needed any more.
  void close() { session_.close(); }

  /// Words grow by this factor; for tests.
  float stretch = 1.0F;

 private:
  void obey(const Input& input);
  void obey(const PaneAsk& ask);
  void keep();
  void draw(const Box& window);

  Session session_;
  Desk desk_{};
  Language told_in_ = Language::en;  ///< Of the notice.
  Jobs jobs_;
  SourceWatch source_watch_{};
  bool news_ = false;  ///< Something was told that no frame shows yet.
  Ui ui_{};
};

/// Places the panes of the current workspace and draws them.
void draw_workspace(Ui& ui, Desk& desk, const Box& area);

}  // namespace detente::ui
