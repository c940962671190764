#include "ui/desk_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/panels.hpp"

namespace detente::ui {

void draw_tour(Ui&, Desk&, const Box&) {
}

}  // namespace detente::ui
