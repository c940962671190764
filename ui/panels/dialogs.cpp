#include "ui/desk_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/panels.hpp"

namespace detente::ui {

void draw_dialogs(Ui&, Desk&, const Box&) {
}

}  // namespace detente::ui
