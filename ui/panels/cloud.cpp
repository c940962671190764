#include "ui/panels/cloud.hpp"

#include <cmath>
#include <string>
#include <vector>

namespace detente::ui {
namespace {

/// One small square for each package.
void draw_each_package(Ui& ui, const Density& density, const Plot& plot) {
  Canvas canvas = ui.canvas();
  const float size = 0.13F * ui.unit();
  for (int package = 0; package < density.tables->grid.packages(); ++package) {
    const Point at = place_of(density, plot, package);
    canvas.rect({{at.x - size, at.y - size}, {at.x + size, at.y + size}},
                faded(ui.theme().quiet, 0.55F));
  }
}

void draw_cells(Ui& ui, const Density& density, const Plot& plot) {
  Canvas canvas = ui.canvas();
  const float width = plot.box.width() / static_cast<float>(density.columns);
  const float height = plot.box.height() / static_cast<float>(density.rows);
  const float scale = 1.0F / std::log1p(static_cast<float>(density.most));
  for (int place = 0; place < density.columns * density.rows; ++place) {
    if (density.count[place] == 0) continue;
    const float shade = std::log1p(static_cast<float>(density.count[place])) * scale;
    const int column = place % density.columns;
    const int row = place / density.columns;
    const Point corner{plot.box.min.x + width * static_cast<float>(column),
                       plot.box.max.y - height * static_cast<float>(row + 1)};
    canvas.rect({corner, {corner.x + width, corner.y + height}},
                faded(ui.theme().text, 0.12F + 0.68F * shade));
  }
}

}  // namespace

Point place_of(const Density& density, const Plot& plot, int package) {
  const auto& parties = density.tables->parties;
  return plot.at(parties[density.party_x].utility[package],
                 parties[density.party_y].utility[package]);
}

void draw_cloud(Ui& ui, const Density& density, const Plot& plot) {
  if (density.tables->grid.packages() <= kSinglePackages) {
    draw_each_package(ui, density, plot);
  } else {
    draw_cells(ui, density, plot);
  }
}

void draw_axis_choosers(Ui& ui, AnalysisState& analysis, const detail::Voice& voice,
                        const StageTables& tables) {
  std::vector<std::string> names;
  names.reserve(tables.parties.size());
  for (const PartyTable& party : tables.parties) {
    names.push_back(voice.title_of_actor(party.actor));
  }
  ui.columns({0.5F, 0.5F});
  ui.line("across", ui.say("util.across"), Tone::quiet);
  if (const auto chosen = ui.choice("party_x", names, analysis.party_x)) {
    analysis.party_x = *chosen;
  }
  ui.next_column();
  ui.line("up", ui.say("util.up"), Tone::quiet);
  if (const auto chosen = ui.choice("party_y", names, analysis.party_y)) {
    analysis.party_y = *chosen;
  }
  ui.end_columns();
}

}  // namespace detente::ui
