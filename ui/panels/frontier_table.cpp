#include <algorithm>

#include "ui/panels/frontier_scene.hpp"

namespace detente::ui {
namespace {

constexpr std::size_t kMostLines = 10;  // of the options of a package in a tip
constexpr float kCell = 3.2F;           // units

/// How many parties have a column.
std::size_t columns_of(const Ui& ui, const FrontierScene& scene, float lead) {
  const float room = ui.width() - lead;
  const auto fit = static_cast<std::size_t>(std::max(1.0F, room / (kCell * ui.unit())));
  return std::min(fit, scene.tables().parties.size());
}

void draw_head(Ui& ui, const FrontierScene& scene, float lead, std::size_t columns) {
  const Box row = ui.take(1.5F * ui.unit());
  Canvas canvas = ui.canvas();
  for (std::size_t party = 0; party < columns; ++party) {
    const int actor = scene.tables().parties[party].actor;
    const float right = row.min.x + lead + kCell * ui.unit() * static_cast<float>(party + 1);
    draw_actor_marks(canvas, ui, {actor}, {right - 1.4F * ui.unit(), row.centre().y});
    const Box cell{{right - kCell * ui.unit(), row.min.y}, {right, row.max.y}};
    const std::string name = scene.voice->title_of_actor(actor);
    ui.touch("head_" + scene.voice->scenario().actors[actor].id, cell, name, name);
  }
}

/// Badge, then a number for each party; the largest of a column is bold.
void draw_numbers(Ui& ui, const FrontierScene& scene, int package, const Box& row, float lead) {
  const std::string numbers = numbers_at(*scene.report, package);
  const float middle = row.centre().y;
  if (!numbers.empty()) {
    draw_badge(ui, {row.min.x + 0.3F * ui.unit(), middle}, numbers, false);
  }
  const std::size_t columns = columns_of(ui, scene, lead);
  for (std::size_t party = 0; party < columns; ++party) {
    const double worth = scene.worth(party, package);
    const bool most = worth == scene.report->solved.ideal[party];
    const Typeface face = most ? Typeface::strong : Typeface::body;
    const std::string text = scene.voice->number(worth);
    const float right = row.min.x + lead + kCell * ui.unit() * static_cast<float>(party + 1);
    ui.canvas().text(
        {right - measure(text, face).x - 0.5F * ui.unit(), middle - line_height(face) / 2}, text,
        ui.theme().text, face);
  }
}

std::string row_value(const FrontierScene& scene, int package) {
  std::string value = numbers_at(*scene.report, package);
  for (std::size_t party = 0; party < scene.tables().parties.size(); ++party) {
    value += (value.empty() ? "" : "  ") + scene.voice->number(scene.worth(party, package));
  }
  return value;
}

}  // namespace

const std::vector<int>& packages_at(const SolutionReport& report, std::size_t point) {
  return point < report.solved.points.size() ? report.solved.points[point] : report.weighted_nash;
}

std::string point_title(const Ui& ui, std::size_t point) {
  return ui.say("point." + std::string(kPointIds[point]));
}

std::string numbers_at(const SolutionReport& report, int package) {
  std::string numbers;
  for (std::size_t point = 0; point < kPointIds.size(); ++point) {
    const auto& packages = packages_at(report, point);
    if (!std::binary_search(packages.begin(), packages.end(), package)) continue;
    numbers += (numbers.empty() ? "" : " · ") + std::to_string(point + 1);
  }
  return numbers;
}

std::string package_tip(const Ui& ui, const FrontierScene& scene, int package) {
  std::string tip;
  for (std::size_t point = 0; point < kPointIds.size(); ++point) {
    const auto& packages = packages_at(*scene.report, point);
    if (!std::binary_search(packages.begin(), packages.end(), package)) continue;
    tip += std::to_string(point + 1) + ' ' + point_title(ui, point) + '\n';
  }
  const std::vector<int> options = options_of(scene.tables(), package);
  std::size_t lines = 0;
  for (const int issue : scene.tables().view.open) {
    if (++lines > kMostLines) break;
    tip += scene.voice->issue(issue) + ": " + scene.voice->option(issue, options[issue]) + '\n';
  }
  for (std::size_t party = 0; party < scene.tables().parties.size(); ++party) {
    const int actor = scene.tables().parties[party].actor;
    tip += (party == 0 ? "" : "; ") + scene.voice->title_of_actor(actor) + ' ' +
           scene.voice->number(scene.worth(party, package));
  }
  return tip;
}

int draw_frontier_table(Ui& ui, const FrontierScene& scene) {
  float lead = 3.0F * ui.unit();
  for (std::size_t point = 0; point < kPointIds.size(); ++point) {
    const int first = packages_at(*scene.report, point).front();
    const std::string numbers = numbers_at(*scene.report, first);
    lead = std::max(lead, measure(numbers, Typeface::small).x + 1.4F * ui.unit());
  }
  lead = std::min(lead, 0.4F * ui.width());
  ui.text("table_hint", scene.voice->sentence("solutions.frontier"), Tone::quiet);
  draw_head(ui, scene, lead, columns_of(ui, scene, lead));
  int pressed = -1;
  const float height = 1.4F * ui.unit();
  for (const int package : scene.frontier()) {
    const Box row = ui.take(height);
    // one row more on each side, for the keyboard to go to
    if (!ui.visible({{row.min.x, row.min.y - height}, {row.max.x, row.max.y + height}})) continue;
    const Touch touch = ui.touch("row_" + std::to_string(package), row, row_value(scene, package));
    if (touch.hovered) ui.canvas().rect(row, ui.theme().hovered, 0.2F * ui.unit());
    if (package == scene.chosen) {
      ui.canvas().frame(row.inset(1.0F), ui.theme().accent, 2.0F, 0.2F * ui.unit());
    }
    draw_numbers(ui, scene, package, row, lead);
    if (touch.hovered || touch.focused) ui.tip(package_tip(ui, scene, package));
    if (touch.pressed) pressed = package;
  }
  return pressed;
}

}  // namespace detente::ui
