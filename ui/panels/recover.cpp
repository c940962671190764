// What a crash left behind; what this program is.

#include <string>

#include "ui/desk_view.hpp"
#include "ui/panels/dialog_parts.hpp"
#include "ui/panels/dialogs.hpp"

namespace detente::ui {

void draw_recover(Ui& ui, Desk& desk) {
  const DialogScope scope(ui, desk, "recover", ui.say("recover.title"), {36.0F, 13.0F});
  if (!desk.dialogs.left_behind) return close_dialog(desk);
  const Document& left = *desk.dialogs.left_behind;
  const std::string& title = left.source->loaded.scenario.title.in(ui.look().language, "?");
  const int branches = static_cast<int>(left.branches.size());
  ui.text("what", ui.say("recover.what", {{"title", title}, {"n", branches}}));
  if (!left.source->file.empty()) ui.text("file", left.source->file, Tone::quiet);
  ui.text("how", ui.say("recover.how"), Tone::quiet);
  ui.skip(0.3F);
  if (ui.button("restore", ui.say("recover.restore"), Tone::primary)) {
    desk.dialogs.recovery = Recovery::restore;
    close_dialog(desk);
  }
  ui.same_line();
  if (ui.button("discard", ui.say("recover.discard"))) {
    desk.dialogs.recovery = Recovery::discard;
    close_dialog(desk);
  }
}

void draw_about(Ui& ui, Desk& desk) {
  const DialogScope scope(ui, desk, "about", ui.say("action.help.about"), {42.0F, 24.0F});
  ui.heading("name", "Detente " DETENTE_VERSION);
  for (const char* const part : {"is", "is_not", "reading", "files"}) {
    ui.text(part, ui.say(std::string("about.") + part));
    ui.skip(0.3F);
  }
  if (ui.button("ok", ui.say("dialog.close"), Tone::primary)) close_dialog(desk);
}

}  // namespace detente::ui
