#include "ui/export.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/files.hpp"
#include "ui/headless/raster.hpp"
#include "ui/svg.hpp"
#include "ui/tables.hpp"

namespace detente::ui {
namespace {

/// The part of a picture that shows a box.
Image cut(const Image& whole, const Box& box) {
  const auto limit = [](float value, int most) {
    return std::clamp(static_cast<int>(std::lround(value)), 0, most);
  };
  const int left = limit(box.min.x, whole.width);
  const int top = limit(box.min.y, whole.height);
  Image part{.width = limit(box.max.x, whole.width) - left,
             .height = limit(box.max.y, whole.height) - top};
  part.pixels.reserve(static_cast<std::size_t>(part.width) * part.height);
  for (int y = top; y < top + part.height; ++y) {
    const auto row = whole.pixels.begin() + static_cast<std::ptrdiff_t>(y) * whole.width + left;
    part.pixels.insert(part.pixels.end(), row, row + part.width);
  }
  return part;
}

/// An empty text, or why it cannot be written.
std::string write_picture(const std::string& file, const Box& box) {
  return write_png(cut(last_picture(), box), file) ? std::string() : "cannot be written";
}

CsvStyle style_of(const std::string& kind, Language language) {
  if (kind != "excel") return {};
  return {.separator = ';', .decimal = language == Language::en ? '.' : ',', .mark = true};
}

std::string write_pane(App& app, const Item& pane) {
  const Desk& desk = app.desk();
  const std::string& file = desk.dialogs.export_file;
  const std::string& kind = desk.export_kind;
  if (kind == "png") return write_picture(file, pane.box);
  const App& drawn = app;
  if (kind == "svg") {
    return write_text(file, to_svg(drawn.ui().strokes(), pane.box, pane.value));
  }
  const DataTable table = table_of_pane(desk, drawn.ui().registry(), desk.export_pane);
  return write_text(file, to_csv(table, style_of(kind, desk.settings.language)));
}

}  // namespace

void take_export(App& app) {
  Desk& desk = app.desk();
  if (!std::exchange(desk.dialogs.export_ready, false)) return;
  const App& drawn = app;
  const Item* const pane = drawn.ui().registry().find(desk.export_pane + "/pane");
  const std::string& file = desk.dialogs.export_file;
  const std::string wrong = pane == nullptr ? say(desk, "export.gone") : write_pane(app, *pane);
  if (wrong.empty()) {
    tell(desk, say(desk, "files.written", {{"file", file}}));
  } else {
    tell(desk, file + ": " + wrong, true);
  }
  desk.export_pane.clear();
}

}  // namespace detente::ui
