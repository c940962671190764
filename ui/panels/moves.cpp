// The states as nodes in layers, as many improvements from the status quo; arcs are improvements.

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ui/desk_change.hpp"
#include "ui/move_graph.hpp"
#include "ui/pane.hpp"
#include "ui/panels/chart.hpp"
#include "ui/panels/conflict_scene.hpp"
#include "ui/panels/moves_legend.hpp"
#include "ui/panels/panels.hpp"

namespace detente::ui {
namespace {

constexpr std::size_t kManyArcs = 500;  // from which only those of the selected state are drawn
constexpr std::size_t kSomeArcs = 200;  // from which they are fainter
constexpr std::size_t kFewArcs = 60;    // up to which every arc bears its actor's mark
constexpr int kCurve = 12;              // straight pieces of an arc
constexpr int kFine = 6;                // parts of each, to find where a node begins
constexpr std::size_t kMostRests = 8;

/// Nodes and arcs on their way to pixels.
struct Scene {
  const SolvedConflict* solved = nullptr;
  const MoveGraph* graph = nullptr;
  Box box{};
  std::vector<Point> at{};  ///< By node.
  Point half{};             ///< Half the size of a node.
  float reached = 0.0F;     ///< Left of it are the states that improvements lead to.
  int selected = -1;        ///< Node.
  Concept solution{};
  std::vector<ToldStep> told{};

  int actor_of(int mover) const { return solved->report.movers[static_cast<std::size_t>(mover)]; }
};

/// One arc as it is drawn.
struct Pen {
  float alpha = 1.0F;
  float width = 1.2F;
  bool dashed = false;
  bool marked = false;  ///< With the mark of its actor on it.
};

std::vector<int> sizes_of(const MoveGraph& graph) {
  std::vector<int> sizes(static_cast<std::size_t>(graph.layers) + 1, 0);
  for (const MoveNode& node : graph.nodes) {
    ++sizes[static_cast<std::size_t>(node.layer < 0 ? graph.layers : node.layer)];
  }
  return sizes;
}

/// Layers from left to right; one that is too high takes several columns.
void place_nodes(const Ui& ui, Scene& scene) {
  const MoveGraph& graph = *scene.graph;
  const std::vector<int> sizes = sizes_of(graph);
  const int fit = std::max(1, static_cast<int>(scene.box.height() / (2.6F * scene.half.y)));
  std::vector<int> first{0};
  for (const int size : sizes) first.push_back(first.back() + (size + fit - 1) / fit);
  const bool apart = sizes.back() > 0 && graph.layers > 0;
  const int columns = std::max(1, first.back());
  const float gap = apart ? ui.unit() : 0.0F;
  const float pitch = (scene.box.width() - gap) / static_cast<float>(columns);
  scene.half.x = std::min(scene.half.x, 0.44F * pitch);
  scene.reached = scene.box.min.x +
                  pitch * static_cast<float>(first[static_cast<std::size_t>(graph.layers)]) +
                  gap / 2;
  for (const MoveNode& node : graph.nodes) {
    const auto layer = static_cast<std::size_t>(node.layer < 0 ? graph.layers : node.layer);
    const int parts = std::max(1, first[layer + 1] - first[layer]);
    const int high = (sizes[layer] + parts - 1) / parts;
    const int part = node.place / high;
    const int here = std::min(high, sizes[layer] - part * high);
    const float column = static_cast<float>(first[layer] + part) + 0.5F;
    const float row =
        (static_cast<float>(node.place - part * high) + 0.5F) / static_cast<float>(here);
    scene.at.push_back({scene.box.min.x + pitch * column + (node.layer < 0 ? gap : 0.0F),
                        scene.box.min.y + row * scene.box.height()});
  }
}

bool inside(const Scene& scene, int node, Point point) {
  const Point at = scene.at[static_cast<std::size_t>(node)];
  return std::abs(point.x - at.x) <= scene.half.x + 1.0F &&
         std::abs(point.y - at.y) <= scene.half.y + 1.0F;
}

/// Bent to the left of its way, so that two arcs between the same nodes lie apart; the part
/// outside both nodes.
std::vector<Point> curve_of(const Scene& scene, int from, int to) {
  const Point a = scene.at[static_cast<std::size_t>(from)];
  const Point b = scene.at[static_cast<std::size_t>(to)];
  const float bend = std::abs(a.x - b.x) < 1.0F || std::abs(a.y - b.y) < 1.0F ? 0.22F : 0.1F;
  const Point knee{(a.x + b.x) / 2 + bend * (b.y - a.y), (a.y + b.y) / 2 - bend * (b.x - a.x)};
  std::vector<Point> points;
  Point last = a;
  for (int piece = 0; piece <= kCurve * kFine; ++piece) {
    const float t = static_cast<float>(piece) / (kCurve * kFine);
    const float u = 1.0F - t;
    const Point point{u * u * a.x + 2 * u * t * knee.x + t * t * b.x,
                      u * u * a.y + 2 * u * t * knee.y + t * t * b.y};
    if (inside(scene, from, point)) continue;
    if (inside(scene, to, point)) break;
    last = point;
    // cut finely at the nodes, drawn coarsely between them
    if (points.empty() || piece % kFine == 0) points.push_back(point);
  }
  if (!points.empty() && (points.back().x != last.x || points.back().y != last.y)) {
    points.push_back(last);
  }
  return points;
}

void draw_head(Canvas& canvas, std::span<const Point> points, float reach, Colour colour) {
  const Point tip = points.back();
  const Point before = points[points.size() - 2];
  const float length = std::max(std::hypot(tip.x - before.x, tip.y - before.y), 0.01F);
  const Point way{(tip.x - before.x) / length, (tip.y - before.y) / length};
  const Point back{tip.x - reach * way.x, tip.y - reach * way.y};
  const Point side{0.45F * reach * way.y, -0.45F * reach * way.x};
  canvas.area(
      std::vector<Point>{
          tip, {back.x + side.x, back.y + side.y}, {back.x - side.x, back.y - side.y}},
      colour);
}

/// The ends of an arc, and whose it is.
struct Ends {
  int from = 0;
  int to = 0;
  int mover = 0;
  bool irreversible = false;
};

void draw_arc(Ui& ui, const Scene& scene, const Ends& ends, const Pen& pen) {
  const std::vector<Point> points = curve_of(scene, ends.from, ends.to);
  if (points.size() < 2) return;
  const int actor = scene.actor_of(ends.mover);
  const Colour colour = faded(actor_colour(ui.theme(), actor), pen.alpha);
  Canvas canvas = ui.canvas();
  if (pen.dashed) {
    draw_dashed(canvas, points, colour, pen.width);
  } else {
    canvas.polyline(points, colour, pen.width);
  }
  draw_head(canvas, points, (0.3F + 0.09F * pen.width) * ui.unit(), colour);
  if (ends.irreversible) {
    // a bar behind it: there is no way back
    const Point at = points[points.size() / 6];
    const Point next = points[std::min(points.size() / 6 + 1, points.size() - 1)];
    const float length = std::max(std::hypot(next.x - at.x, next.y - at.y), 0.01F);
    const float reach = 0.28F * ui.unit() / length;
    const Point side{reach * (next.y - at.y), reach * (at.x - next.x)};
    canvas.line({at.x + side.x, at.y + side.y}, {at.x - side.x, at.y - side.y}, colour, 2.0F);
  }
  if (!pen.marked) return;
  const Point middle = points[points.size() / 2];
  canvas.disc(middle, 0.36F * ui.unit(), ui.theme().pane);
  draw_actor_mark(canvas, ui.theme(), actor, middle, 0.26F * ui.unit());
}

/// All improvements, faintly; those of the selected state plainly.
void draw_arcs(Ui& ui, const Scene& scene) {
  const auto& arcs = scene.graph->arcs;
  const bool many = arcs.size() > kManyArcs;
  for (const bool selected : {false, true}) {
    for (const MoveArc& arc : arcs) {
      if ((arc.from == scene.selected) != selected || (many && !selected)) continue;
      const float alpha = arcs.size() > kSomeArcs ? 0.16F : (arcs.size() > kFewArcs ? 0.28F : 0.5F);
      const Pen pen{.alpha = selected ? 1.0F : alpha,
                    .width = selected ? 2.2F : 1.2F,
                    .marked = selected || arcs.size() <= kFewArcs};
      draw_arc(ui, scene, {arc.from, arc.to, arc.actor, arc.irreversible}, pen);
    }
  }
}

/// The way from the status quo to the selected state, where that is an equilibrium.
void draw_path(Ui& ui, const Scene& scene) {
  if (scene.selected < 0) return;
  const StateIndex state = scene.graph->nodes[static_cast<std::size_t>(scene.selected)].state;
  const EquilibriumReport* const found = equilibrium_at(*scene.solved, state);
  if (found == nullptr || !found->path) return;
  int from = scene.graph->node_of(scene.solved->report.status_quo);
  for (const PathStep& step : *found->path) {
    const int to = scene.graph->node_of(step.to);
    if (from >= 0 && to >= 0) {
      draw_arc(ui, scene, {from, to, step.actor, step.irreversible},
               {.width = 4.0F, .marked = true});
    }
    from = to;
  }
}

/// What the certificate speaks of: the improvement in dashes, then how the others answer it.
void draw_told(Ui& ui, const Scene& scene) {
  for (const ToldStep& step : scene.told) {
    const int from = scene.graph->node_of(step.from);
    const int to = scene.graph->node_of(step.to);
    if (from < 0 || to < 0) continue;
    draw_arc(ui, scene, {from, to, step.actor, false},
             {.width = 3.0F, .dashed = true, .marked = true});
  }
}

void draw_start(Canvas& canvas, const Scene& scene, int node, Colour colour) {
  const Point at = scene.at[static_cast<std::size_t>(node)];
  const float reach = 0.5F * scene.half.y;
  const float x = at.x - scene.half.x - 1.0F;
  canvas.area(
      std::vector<Point>{
          {x, at.y}, {x - 1.4F * reach, at.y - reach}, {x - 1.4F * reach, at.y + reach}},
      colour);
}

void draw_node(Ui& ui, Desk& desk, const Scene& scene, int node) {
  const StateIndex state = scene.graph->nodes[static_cast<std::size_t>(node)].state;
  const Point at = scene.at[static_cast<std::size_t>(node)];
  const Box box{{at.x - scene.half.x, at.y - scene.half.y},
                {at.x + scene.half.x, at.y + scene.half.y}};
  const Theme& theme = ui.theme();
  const bool chosen = scene.solved->is_equilibrium(scene.solution, state);
  const bool any = equilibrium_at(*scene.solved, state) != nullptr;
  const std::string number = state_number(*scene.solved, state);
  const Touch touch = ui.touch("node_" + number, box, number, {});
  Canvas canvas = ui.canvas();
  canvas.rect(box, chosen ? theme.accent : (touch.hovered ? theme.hovered : theme.raised), 4.0F);
  canvas.frame(box, any ? theme.accent : theme.quiet, any ? 2.0F : 1.0F, 4.0F);
  if (node == scene.selected) canvas.frame(box.inset(-3.0F), theme.focus, 2.5F, 6.0F);
  if (state == scene.solved->report.status_quo) draw_start(canvas, scene, node, theme.text);
  const Typeface face = Typeface::small;
  const float wide = measure(number, face).x;
  if (wide <= box.width()) {
    canvas.text({at.x - wide / 2, at.y - line_height(face) / 2}, number,
                chosen ? theme.on_accent : theme.text, face);
  }
  if (touch.hovered || touch.focused) ui.tip(state_tip(ui, *scene.solved, state));
  if (touch.pressed) select_state(desk, state);
}

/// Where improvements come to rest, or go round for ever.
void draw_rests(Ui& ui, const SolvedConflict& solved) {
  std::string rests;
  std::size_t count = 0;
  for (const auto& group : solved.report.attractors) {
    if (++count > kMostRests) break;
    std::string states;
    for (std::size_t place = 0; place < std::min(group.size(), kMostRests); ++place) {
      states += (place == 0 ? "" : ", ") + state_number(solved, group[place]);
    }
    if (group.size() > kMostRests) states += ", …";
    rests += (rests.empty() ? "" : "; ");
    rests += group.size() == 1 ? states : ui.say("moves.circle", {{"states", states}});
  }
  if (rests.empty()) return;
  if (solved.report.attractors.size() > kMostRests) rests += "; …";
  ui.text("rests", ui.say("moves.rests", {{"states", rests}}), Tone::quiet);
}

/// Whether all states are drawn, where they crowd the picture.
void draw_choice(Ui& ui, ConflictState& state, const SolvedConflict& solved) {
  if (solved.states <= kClearNodes || solved.states > kMostNodes) return;
  const Slots slots{{"all", static_cast<int>(solved.states)}};
  if (ui.toggle("every", ui.say("moves.every", slots), state.every_move)) {
    state.every_move = !state.every_move;
  }
}

void draw_words(Ui& ui, const Scene& scene) {
  const MoveGraph& graph = *scene.graph;
  const Slots slots{{"n", static_cast<int>(graph.nodes.size())},
                    {"all", static_cast<int>(scene.solved->states)}};
  ui.text("about", ui.say(graph.whole ? "moves.whole" : "moves.part", slots), Tone::quiet);
  if (graph.arcs.size() > kManyArcs) ui.text("many", ui.say("moves.many"), Tone::quiet);
  draw_rests(ui, *scene.solved);
}

/// The line between states that improvements lead to, and the others.
void draw_border(Ui& ui, const Scene& scene) {
  const bool apart = std::any_of(scene.graph->nodes.begin(), scene.graph->nodes.end(),
                                 [](const MoveNode& node) { return node.layer < 0; });
  if (!apart || scene.graph->layers == 0) return;
  const float top = scene.box.min.y - 1.1F * ui.unit();
  ui.canvas().dashes({scene.reached, top}, {scene.reached, scene.box.max.y}, ui.theme().edge, 1.0F);
  const std::string words = ui.say(scene.graph->whole ? "moves.unreached" : "moves.unreached_part");
  const float width = measure(words, Typeface::small).x + 1.0F;
  // on its own side of the line, or where there is no room on the other
  const bool fits = scene.reached + 4.0F + width <= scene.box.max.x;
  const float left =
      fits ? scene.reached + 4.0F : std::max(scene.box.min.x, scene.reached - 4.0F - width);
  ui.label("unreached", {left, top}, words, ui.theme().quiet, Typeface::small,
           scene.box.max.x - left);
}

}  // namespace

void draw_moves(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "moves", ui.say("pane.moves"), area);
  const SolvedConflict* const solved = shown_conflict(ui, desk);
  if (solved == nullptr) return;
  const auto& graph = desk.conflict.graph;
  if (graph == nullptr || graph->of.get() != solved) {
    return ui.line("wait", ui.say("view.wait"), Tone::quiet);
  }
  draw_choice(ui, desk.conflict, *solved);
  Scene scene{.solved = solved, .graph = graph.get(), .solution = desk.conflict.solution};
  draw_words(ui, scene);
  const float unit = ui.unit();
  const Box whole = take_rest(ui, 9.0F, moves_legend_units(ui, *solved));
  scene.box = {{whole.min.x + 0.8F * unit, whole.min.y + 1.2F * unit},
               {whole.max.x - 0.3F * unit, whole.max.y - 0.3F * unit}};
  float widest = 1.6F * unit;
  for (const MoveNode& node : graph->nodes) {
    const float own = measure(state_number(*solved, node.state), Typeface::small).x;
    widest = std::max(widest, own + 0.7F * unit);
  }
  scene.half = {widest / 2, 0.62F * unit};
  scene.selected = graph->node_of(selected_state(desk, *solved));
  if (const Certificate* const certificate = current_certificate(desk)) {
    scene.told = told_steps(*certificate, desk.conflict.answer);
  }
  place_nodes(ui, scene);
  draw_border(ui, scene);
  draw_arcs(ui, scene);
  draw_path(ui, scene);
  draw_told(ui, scene);
  for (int node = 0; node < std::ssize(graph->nodes); ++node) draw_node(ui, desk, scene, node);
  draw_moves_legend(ui, *solved);
}

}  // namespace detente::ui
