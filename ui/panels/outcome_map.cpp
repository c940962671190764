#include <algorithm>
#include <cstdlib>

#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/chart.hpp"
#include "ui/panels/field_title.hpp"
#include "ui/panels/knobs.hpp"
#include "ui/panels/map_chart.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panels/ranking.hpp"

namespace detente::ui {
namespace {

/// One of the two numbers that the map turns.
struct Turned {
  bool across = true;
  Field* field = nullptr;
  Field other{};        ///< The one on the other axis.
  double value = 0.0;   ///< Of the branch, or under the hand.
  bool moving = false;  ///< It is under the hand.
};

bool same(const Field& a, const Field& b) {
  return a.kind == b.kind && a.actor == b.actor && a.issue == b.issue && a.option == b.option &&
         a.tie == b.tie && a.stage == b.stage;
}

/// Whose a field is: an actor, or behind the actors the ties, the stages, then what an agreement
/// has to hold against.
int owner_of(const Scenario& scenario, const Field& field) {
  const auto actors = static_cast<int>(scenario.actors.size());
  if (field.actor >= 0) return field.actor;
  if (field.kind >= Field::Kind::durability_cost) return actors + 2;
  return field.tie >= 0 ? actors : actors + 1;
}

/// The fields of one owner that the model reads and the other axis has not got.
std::vector<Field> fields_of_owner(const Desk& desk, int owner, const Field& other) {
  const Scenario& scenario = *scenario_of(desk);
  std::vector<Field> fields;
  for (const Field& field : fields_of(scenario)) {
    if (owner_of(scenario, field) != owner || same(field, other)) continue;
    if (model_reads(desk, path_of(scenario, field))) fields.push_back(field);
  }
  return fields;
}

void choose_owner(Ui& ui, const Desk& desk, const detail::Voice& voice, const std::string& id,
                  Turned& knob) {
  const Scenario& scenario = voice.scenario();
  std::vector<std::string> owners;
  for (std::size_t actor = 0; actor < scenario.actors.size(); ++actor) {
    owners.push_back(voice.title_of_actor(static_cast<int>(actor)));
  }
  owners.push_back(ui.say("map.ties"));
  owners.push_back(ui.say("map.stages"));
  if (scenario.durability) owners.push_back(ui.say("pane.durability"));
  const auto chosen = ui.choice(id + "_owner", owners, owner_of(scenario, *knob.field));
  if (!chosen) return;
  const std::vector<Field> fields = fields_of_owner(desk, *chosen, knob.other);
  if (fields.empty()) return;
  // the same kind of number, where the new owner has it
  const auto like = std::find_if(fields.begin(), fields.end(), [&](const Field& field) {
    return field.kind == knob.field->kind && field.issue == knob.field->issue;
  });
  *knob.field = like == fields.end() ? fields.front() : *like;
}

void choose_field(Ui& ui, const Desk& desk, const detail::Voice& voice, const std::string& id,
                  Turned& knob) {
  const int owner = owner_of(voice.scenario(), *knob.field);
  const std::vector<Field> fields = fields_of_owner(desk, owner, knob.other);
  std::vector<std::string> names;
  int chosen = -1;
  for (const Field& field : fields) {
    if (same(field, *knob.field)) chosen = static_cast<int>(names.size());
    const bool of_stage = field.kind == Field::Kind::rounds;
    names.push_back(of_stage ? field_title(ui, voice, field) : field_part(ui, voice, field));
  }
  if (const auto picked = ui.choice(id + "_field", names, chosen)) *knob.field = fields[*picked];
}

int digits_of(const Scenario& scenario, const Field& field) {
  if (field.kind == Field::Kind::rounds) return 0;
  if (field.kind == Field::Kind::ideal) return place_digits(scenario.issues[field.issue]);
  return field.kind == Field::Kind::power ? 1 : 2;
}

/// Sets one number from the start of the run.
void turn(Desk& desk, const Field& field, double value) {
  move_playhead(desk, 0);
  const Diagnostics faults = change(desk, path_of(*scenario_of(desk), field), Value::of(value));
  if (!faults.empty()) tell(desk, faults.front().message, true);
}

void draw_knob(Ui& ui, Desk& desk, const detail::Voice& voice, Turned& knob) {
  const std::string id = knob.across ? "x" : "y";
  ui.line(id, ui.say(knob.across ? "util.across" : "util.up"), Tone::quiet);
  choose_owner(ui, desk, voice, id, knob);
  choose_field(ui, desk, voice, id, knob);
  const FieldRange range = range_of(voice.scenario(), *knob.field);
  const double before = knob.value;
  const Edited edited =
      ui.slider(id + "_value", field_part(ui, voice, *knob.field), knob.value, range.low,
                range.high, {}, digits_of(voice.scenario(), *knob.field));
  knob.value = std::clamp(knob.value, range.low, range.high);
  knob.moving = edited.changed && knob.value != before;
  if (edited.committed) turn(desk, *knob.field, knob.value);
}

/// What the branch has from the start; while it is not played yet, what its edits say.
double value_of(const Desk& desk, const Field& field) {
  if (const Played* const run = current_run(desk)) return get(*run->trace.scenario, field);
  const Scenario& scenario = *scenario_of(desk);
  double value = get(scenario, field);
  const std::string path = path_of(scenario, field);
  for (const Edit& edit : current_branch(desk)->run.edits) {
    if (!edit.at && edit.path == path) value = std::strtod(edit.value.scalar.c_str(), nullptr);
  }
  return value;
}

/// A branch with the two values of a cell.
void branch_at(Desk& desk, const OutcomeMap& map, std::pair<int, int> cell) {
  const auto edit = [&](const Field& field, double value) {
    return Edit{.path = path_of(map.scenario(), field), .value = Value::of(value)};
  };
  const Diagnostics faults = fork(desk, {edit(map.knob_x().field, map.values_x()[cell.first]),
                                         edit(map.knob_y().field, map.values_y()[cell.second])});
  if (!faults.empty()) tell(desk, faults.front().message, true);
}

Box map_box(const Ui& ui, const Box& whole) {
  const float unit = ui.unit();
  const Box box{{whole.min.x + 3.0F * unit, whole.min.y + 1.5F * unit},
                {whole.max.x - unit, whole.max.y - 2.6F * unit}};
  return {box.min, {std::max(box.max.x, box.min.x + unit), std::max(box.max.y, box.min.y + unit)}};
}

void draw_titles(Ui& ui, const MapChart& chart, const Box& whole) {
  const float unit = ui.unit();
  const auto& voice = *chart.voice;
  const std::string x = field_title(ui, voice, chart.map->knob_x().field);
  ui.label("axis_y", {whole.min.x, whole.min.y + 0.1F * unit},
           field_title(ui, voice, chart.map->knob_y().field), ui.theme().text, Typeface::small,
           whole.width());
  const float width = std::min(measure(x, Typeface::small).x + 1.0F, chart.box.width());
  ui.label("axis_x", {chart.box.max.x - width, chart.box.max.y + 1.4F * unit}, x, ui.theme().text,
           Typeface::small, width);
}

/// The map, what is under the mouse, and the ring.
void draw_chart(Ui& ui, Desk& desk, const MapChart& chart, const Turned& x, const Turned& y) {
  draw_cells(ui, chart);
  draw_scales(ui, chart);
  const std::string value = std::to_string(chart.map->computed());
  const Touch touch = ui.touch("chart", chart.box, value);
  const auto cell =
      touch.hovered || touch.held || touch.released ? chart.cell_at(touch.at) : std::nullopt;
  if (cell) {
    ui.canvas().frame(chart.cell(cell->first, cell->second).inset(-1.0F), ui.theme().text, 2.0F);
    ui.tip(cell_words(ui, chart, cell->first, cell->second));
  }
  const bool dragged = touch.held && cell;
  const Point ring =
      dragged ? chart.cell(cell->first, cell->second).centre() : chart.place(x.value, y.value);
  draw_ring(ui, ring, dragged || x.moving || y.moving);
  if (touch.released && cell) branch_at(desk, *chart.map, *cell);
}

void draw_progress(Ui& ui, const Desk& desk) {
  const AnalysisState& analysis = desk.analysis;
  if (!analysis.map_faults.empty()) {
    const Slots why{{"why", analysis.map_faults.front().message}};
    return ui.text("progress", ui.say("map.no_map", why), Tone::warning);
  }
  if (analysis.map == nullptr) return ui.line("progress", ui.say("view.wait"), Tone::quiet);
  if (analysis.map->done()) return ui.text("progress", ui.say("map.hint"), Tone::quiet);
  const int all = analysis.map->columns() * analysis.map->rows();
  ui.line("progress", ui.say("map.progress", {{"done", analysis.map->computed()}, {"all", all}}),
          Tone::quiet);
}

}  // namespace

void draw_outcome_map(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "outcome_map", ui.say("pane.outcome_map"), area);
  if (draw_no_talks(ui, desk)) return;
  const Scenario* const scenario = scenario_of(desk);
  if (scenario == nullptr) return ui.line("empty", ui.say("view.empty"), Tone::quiet);
  AnalysisState& analysis = desk.analysis;
  if (!analysis.knobs_chosen) return ui.line("wait", ui.say("view.wait"), Tone::quiet);
  const detail::Voice voice(*scenario, ui.look().language);
  Turned x{true, &analysis.knob_x, analysis.knob_y, value_of(desk, analysis.knob_x)};
  Turned y{false, &analysis.knob_y, analysis.knob_x, value_of(desk, analysis.knob_y)};
  ui.columns({0.5F, 0.5F});
  draw_knob(ui, desk, voice, x);
  ui.next_column();
  draw_knob(ui, desk, voice, y);
  ui.end_columns();
  draw_progress(ui, desk);
  const auto map = analysis.map;
  const Box whole = take_rest(ui, 14.0F, map == nullptr ? 0.0F : 4.4F);
  if (map == nullptr) return;
  const MapChart chart{map.get(), &voice, map_box(ui, whole)};
  draw_titles(ui, chart, whole);
  draw_chart(ui, desk, chart, x, y);
  draw_map_legend(ui, chart);
}

}  // namespace detente::ui
