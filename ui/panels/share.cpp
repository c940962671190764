// A run as a code on one line, and back.

#include <string>
#include <vector>

#include "ui/actions.hpp"
#include "ui/classroom.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/panels/dialog_parts.hpp"
#include "ui/panels/dialogs.hpp"

namespace detente::ui {

void prepare_share(Desk& desk) {
  desk.dialogs.share = code_of_branch(desk);
  desk.view.wanted_focus = desk.dialogs.share.empty() ? "share/instead" : "share/copy";
}

void draw_share(Ui& ui, Desk& desk) {
  const DialogScope scope(ui, desk, "share", ui.say("action.share.copy"), {40.0F, 15.0F});
  const std::string& code = desk.dialogs.share;
  if (code.empty()) {
    ui.text("too_long", ui.say("share.too_long"));
    if (ui.button("instead", ui.say("action.file.save_overlay"), Tone::primary)) {
      perform(desk, "file.save_overlay");
    }
    return;
  }
  ui.text("about", ui.say("share.about"), Tone::quiet);
  ui.skip(0.3F);
  ui.text("code", code, Tone::strong);
  ui.line("letters", ui.say("share.letters", {{"n", static_cast<int>(code.size())}}), Tone::quiet);
  ui.skip(0.3F);
  if (ui.button("copy", ui.say("share.copy"), Tone::primary)) {
    desk.to_clipboard = code;
    close_dialog(desk, ui.say("share.copied"));
  }
  ui.same_line();
  if (ui.button("cancel", ui.say("dialog.close"))) close_dialog(desk);
}

void draw_paste_code(Ui& ui, Desk& desk) {
  const DialogScope scope(ui, desk, "paste", ui.say("action.share.paste"), {40.0F, 13.0F});
  DialogState& state = desk.dialogs;
  if (ui.field("code", ui.say("share.paste"), state.text).changed) state.fault.clear();
  draw_fault(ui, desk);
  const bool done = draw_decision(ui, desk, ui.say("share.open"));
  if ((!done && !entered(ui)) || desk.document.source == nullptr) return;
  const std::vector<PastedCode> codes = codes_in(state.text);
  if (codes.empty()) return refuse(desk, ui.say("class.malformed"), "paste/code");
  const ClassRow row = check_code(codes.front().code, *desk.document.source);
  if (row.verdict != detente::Verdict::ok) {
    return refuse(desk, ui.say(verdict_key(row.verdict)), "paste/code");
  }
  close_dialog(desk);
  add_branch(desk, row.run, {});
}

}  // namespace detente::ui
