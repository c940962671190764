#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "detente/model/conflict_talks.hpp"
#include "detente/report/voice.hpp"
#include "ui/conflict_view.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/graph_scene.hpp"
#include "ui/panels/hull.hpp"
#include "ui/panels/labels.hpp"
#include "ui/panels/panels.hpp"

namespace detente::ui {
namespace {

constexpr double kLeastTie = 0.05;
constexpr int kFewActors = 14;

/// Draws one round of the coalition graph.
class Painter {
 public:
  Painter(Ui& ui, Desk& desk, const Box& area, GraphScene scene)
      : ui_(&ui),
        desk_(&desk),
        canvas_(ui.canvas()),
        area_(area),
        room_(area),
        scene_(std::move(scene)),
        radius_(mark_radius(ui, area, scene_.nodes.size())) {}

  static float mark_radius(const Ui& ui, const Box& area, std::size_t actors) {
    const float room = std::sqrt(area.width() * area.height() / static_cast<float>(actors + 1));
    return std::clamp(0.09F * room, 0.28F * ui.unit(), 0.62F * ui.unit());
  }

  void draw() {
    for (const auto& bloc : scene_.blocs) draw_bloc(bloc, false);
    if (!scene_.agreeing.empty()) draw_bloc(scene_.agreeing, true);
    draw_ties();
    draw_split();
    for (const GraphNode& node : scene_.nodes) block(node);
    draw_zone_label();
    place_names();
    for (std::size_t actor = 0; actor < scene_.nodes.size(); ++actor) {
      draw_node(static_cast<int>(actor));
    }
  }

 private:
  const Theme& theme() const { return ui_->theme(); }
  const GraphNode& node(int actor) const { return scene_.nodes[actor]; }
  bool present(const GraphNode& node) const {
    return node.role == GraphNode::Role::party || node.role == GraphNode::Role::adviser;
  }
  bool many() const { return std::ssize(scene_.nodes) > kFewActors; }

  /// Brokers are larger.
  float radius_of(const GraphNode& node) const {
    return radius_ * (1.0F + 0.4F * static_cast<float>(std::min(1.0, node.broker)));
  }

  void block(const GraphNode& node) {
    const float reach = radius_of(node) * 1.25F;
    room_.block({{node.at.x - reach, node.at.y - reach}, {node.at.x + reach, node.at.y + reach}});
  }

  std::vector<Point> points_of(const std::vector<int>& actors) const {
    std::vector<Point> points;
    points.reserve(actors.size());
    for (const int actor : actors) points.push_back(node(actor).at);
    return points;
  }

  void draw_bloc(const std::vector<int>& bloc, bool agrees) {
    const std::vector<Point> points = points_of(bloc);
    const std::vector<Point> outline = hull_around(points, radius_ * (agrees ? 2.1F : 1.7F));
    const Colour colour = agrees ? theme().accent : theme().quiet;
    canvas_.area(outline, faded(colour, agrees ? 0.12F : 0.05F));
    canvas_.polyline(outline, agrees ? colour : faded(colour, 0.5F), agrees ? 2.0F : 1.0F, true);
    if (!agrees) return;
    // an outline can go round somebody who is not of the bloc: leave a hole there
    for (const GraphNode& other : scene_.nodes) {
      if (other.agrees || !inside(outline, other.at)) continue;
      canvas_.disc(other.at, radius_ * 1.6F, theme().pane);
      canvas_.circle(other.at, radius_ * 1.6F, faded(colour, 0.7F));
    }
  }

  static bool inside(const std::vector<Point>& outline, Point point) {
    bool in = false;
    for (std::size_t here = 0, before = outline.size() - 1; here < outline.size();
         before = here++) {
      const Point a = outline[here];
      const Point b = outline[before];
      if ((a.y > point.y) == (b.y > point.y)) continue;
      if (point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x) in = !in;
    }
    return in;
  }

  void draw_ties() {
    for (const Tie& tie : scene_.scenario->ties) {
      if (std::abs(tie.strength) < kLeastTie) continue;
      const GraphNode& from = node(tie.from);
      const GraphNode& to = node(tie.to);
      const auto strength = static_cast<float>(std::abs(tie.strength));
      const bool here = present(from) && present(to);
      const float alpha = (here ? 0.75F : 0.3F) * (many() ? 0.5F : 1.0F);
      const float width = (many() ? 0.5F : 1.0F) * (1.0F + 3.5F * strength);
      if (tie.strength < 0.0) {
        canvas_.dashes(from.at, to.at, faded(theme().refuses, alpha), width);
      } else {
        const Colour colour = from.agrees && to.agrees ? theme().accent : theme().quiet;
        canvas_.line(from.at, to.at, faded(colour, alpha), width);
      }
    }
  }

  void draw_split() {
    if (scene_.ties == nullptr || scene_.ties->split.sides.size() != 2) return;
    std::array<std::vector<Point>, 2> sides;
    for (std::size_t side = 0; side < sides.size(); ++side) {
      for (const int member : Members(scene_.ties->split.sides[side])) {
        sides[side].push_back(node(scene_.ties->members[member]).at);
      }
    }
    // below the headline
    const Box chart{{area_.min.x, area_.min.y + 1.5F * ui_->unit()}, area_.max};
    const auto line = line_between(sides[0], sides[1], chart);
    if (!line) return;
    canvas_.dashes(line->first, line->second, faded(theme().warning, 0.8F), 1.5F);
    ui_->mark("split", area_, ui_->say("graph.split"));
  }

  std::string zone_text() const {
    const TraceRound& round = *scene_.round;
    if (const auto state = played_state(*desk_)) {
      const std::uint32_t code = code_of(round.tables->board->game.conflict, *state);
      return ui_->say("ranking.state", {{"n", std::to_string(code)}});
    }
    const detail::Voice voice(*scene_.scenario, ui_->look().language);
    const Slots slots{{"n", voice.short_number(static_cast<double>(round.zone_size), 0)},
                      {"all", std::to_string(packages_of(round))}};
    return ui_->say(round.zone_size > 0 ? "graph.agree" : "graph.none", slots);
  }

  /// Above the bloc that can agree, or at the top.
  void draw_zone_label() {
    if (scene_.round == nullptr) return;
    const std::string text = fitted(zone_text(), area_.width() - radius_, Typeface::strong);
    const Point size = measure(text, Typeface::strong);
    Point at{area_.min.x + radius_ * 0.5F, area_.min.y};
    if (!scene_.agreeing.empty()) {
      const std::vector<Point> outline = hull_around(points_of(scene_.agreeing), radius_ * 2.1F);
      const auto top = std::min_element(outline.begin(), outline.end(),
                                        [](Point a, Point b) { return a.y < b.y; });
      at = {top->x - size.x / 2, top->y - size.y - 2.0F};
    }
    at.x = std::clamp(at.x, area_.min.x, std::max(area_.min.x, area_.max.x - size.x));
    at.y = std::max(at.y, area_.min.y);
    const Box box{at, {at.x + size.x, at.y + size.y}};
    if (!room_.is_free(box)) at = {area_.min.x, area_.min.y};
    room_.block({at, {at.x + size.x, at.y + size.y}});
    const bool some = scene_.round->zone_size > 0;
    ui_->label("zone", at, text, some ? theme().text : theme().quiet, Typeface::strong);
  }

  std::string title_of(int actor, float units) const {
    const Actor& own = scene_.scenario->actors[actor];
    const std::string& title = own.title.in(ui_->look().language, own.id);
    return fitted(title, units * ui_->unit(), face_of(actor));
  }

  std::string name_of(int actor) const {
    std::string name = title_of(actor, most_units());
    if (node(actor).role == GraphNode::Role::waits) name += " (" + ui_->say("graph.waits") + ")";
    if (node(actor).role == GraphNode::Role::left) name += " (" + ui_->say("graph.left") + ")";
    return name;
  }

  Typeface face_of(int actor) const {
    if (actor == desk_->view.actor) return Typeface::strong;
    return many() ? Typeface::small : Typeface::body;
  }

  /// Of a name.
  float most_units() const { return many() ? 6.0F : 10.0F; }

  /// Where there is no room beside the mark, the title alone or its beginning; if need be nothing.
  void place_name(int actor) {
    const std::string whole = name_of(actor);
    std::vector<std::string> names{whole, title_of(actor, most_units())};
    // of many names, beginnings would tell nobody apart
    for (const float share : {0.7F, 0.4F}) {
      if (!many()) names.push_back(title_of(actor, share * most_units()));
    }
    for (const std::string& name : names) {
      names_[actor] = name;
      name_places_[actor] =
          room_.beside(node(actor).at, radius_of(node(actor)), measure(name, face_of(actor)));
      if (name_places_[actor]) return;
    }
    names_[actor] = whole;
  }

  /// The selected actor first, then those at the table, then the others.
  void place_names() {
    names_.resize(scene_.nodes.size());
    name_places_.resize(scene_.nodes.size());
    const auto rank = [&](int actor) {
      if (actor == desk_->view.actor) return 0;
      return node(actor).role == GraphNode::Role::party ? 1 : 2;
    };
    for (const int turn : {0, 1, 2}) {
      for (int actor = 0; actor < std::ssize(scene_.nodes); ++actor) {
        if (rank(actor) != turn) continue;
        place_name(actor);
      }
    }
  }

  void draw_node(int actor) {
    const GraphNode& own = node(actor);
    const float radius = radius_of(own);
    Theme shades = theme();
    if (!present(own)) {
      for (Colour& colour : shades.actors) colour = faded(colour, 0.35F);
    }
    if (own.broker > 0.0) canvas_.circle(own.at, radius * 1.3F, theme().text, 1.0F);
    draw_actor_mark(canvas_, shades, actor, own.at, radius);
    if (own.role == GraphNode::Role::adviser) {
      canvas_.disc(own.at, radius * 0.5F, theme().pane);
    }
    if (actor == desk_->view.actor) {
      canvas_.circle(own.at, radius * 1.5F, theme().text, 3.0F);
    }
    draw_signs(own, radius);
    if (name_places_[actor]) {
      const Point size = measure(names_[actor], face_of(actor));
      const Point at = *name_places_[actor];
      canvas_.rect({at, {at.x + size.x, at.y + size.y}}, faded(theme().pane, 0.75F), 3.0F);
      canvas_.text(*name_places_[actor], names_[actor], present(own) ? theme().text : theme().quiet,
                   face_of(actor));
    }
    const Box box{{own.at.x - radius * 1.3F, own.at.y - radius * 1.3F},
                  {own.at.x + radius * 1.3F, own.at.y + radius * 1.3F}};
    const std::string id = "node_" + scene_.scenario->actors[actor].id;
    if (ui_->touch(id, box, names_[actor], tip_of(actor)).pressed) {
      select_actor(*desk_, actor == desk_->view.actor ? -1 : actor);
    }
  }

  void draw_signs(const GraphNode& own, float radius) {
    const float size = radius * 0.55F;
    const float away = radius * 1.05F;
    if (own.vote) {
      const Point at{own.at.x + away, own.at.y + away};
      canvas_.disc(at, size * 1.35F, theme().pane);
      draw_glyph(canvas_, theme(), *own.vote, at, size);
    }
    if (own.proposer) {
      draw_glyph(canvas_, theme(), Glyph::flag, {own.at.x + size * 0.6F, own.at.y - radius * 1.6F},
                 size);
    }
    if (own.blocker) {
      draw_glyph(canvas_, theme(), Glyph::veto, {own.at.x - away, own.at.y - away}, size);
    }
  }

  std::string tip_of(int actor) const {
    const Actor& own = scene_.scenario->actors[actor];
    std::string tip = own.title.in(ui_->look().language, own.id);
    const TraceStage* const stage = current_stage(*desk_);
    if (stage == nullptr || scene_.round == nullptr || scene_.moves) return tip;
    const auto found = std::find(stage->parties.begin(), stage->parties.end(), actor);
    if (found == stage->parties.end()) return tip;
    const auto party = static_cast<std::size_t>(found - stage->parties.begin());
    const detail::Voice voice(*scene_.scenario, ui_->look().language);
    const double threshold = scene_.round->standings[party].threshold;
    tip += "\n" + ui_->say("graph.threshold", {{"n", voice.number(threshold)}});
    const TraceOffer* const offer = current_offer(*desk_);
    if (offer == nullptr) return tip;
    return tip + "\n" + ui_->say("graph.worth", {{"n", voice.number(offer->utilities[party])}});
  }

  Ui* ui_;
  Desk* desk_;
  Canvas canvas_;
  Box area_;
  LabelRoom room_;
  GraphScene scene_;
  float radius_;
  std::vector<std::string> names_{};
  std::vector<std::optional<Point>> name_places_{};
};

/// What of the signs can be seen now.
std::vector<LegendItem> legend_of(const Ui& ui, const GraphScene& scene) {
  std::vector<LegendItem> items;
  const auto any = [&](auto&& holds) {
    return std::any_of(scene.nodes.begin(), scene.nodes.end(), holds);
  };
  const auto add = [&](std::optional<Glyph> glyph, const char* key) {
    items.push_back({glyph, ui.say(key)});
  };
  const auto voted = [&](Glyph glyph) {
    return any([&](const GraphNode& node) { return node.vote == glyph; });
  };
  if (any([](const GraphNode& node) { return node.proposer; })) {
    add(Glyph::flag, scene.moves ? "ranking.moved" : "graph.offers");
  }
  if (voted(Glyph::tick)) add(Glyph::tick, "graph.accepts");
  if (voted(Glyph::cross)) add(Glyph::cross, "graph.refuses");
  if (voted(Glyph::dash)) add(Glyph::dash, "graph.unreached");
  if (any([](const GraphNode& node) { return node.blocker; })) add(Glyph::veto, "graph.blocks");
  if (any([](const GraphNode& node) { return node.broker > 0.0; })) add({}, "graph.broker");
  if (any([](const GraphNode& node) { return node.role == GraphNode::Role::adviser; })) {
    add({}, "graph.adviser");
  }
  const auto& ties = scene.scenario->ties;
  if (!ties.empty()) add({}, "graph.lines");
  if (std::any_of(ties.begin(), ties.end(), [](const Tie& tie) { return tie.strength < 0.0; })) {
    add({}, "graph.against");
  }
  if (scene.ties != nullptr && scene.ties->split.sides.size() == 2) add({}, "graph.split");
  return items;
}

std::string title_of(const Ui& ui, const Desk& desk) {
  std::string title = ui.say("pane.graph");
  const TraceRound* const round = current_round(desk);
  if (round == nullptr) return title;
  const Stage& stage = round->scenario->stages[current_stage(desk)->stage];
  const Slots slots{{"n", round->number}, {"all", stage.rounds}};
  const std::string when = ui.say(round->number == 0 ? "centre.opening" : "centre.round_of", slots);
  // from afar everybody sees that it is a graph, but not when
  return ui.look().presenting ? detail::capitalised(when) : title + " · " + when;
}

}  // namespace

void draw_graph(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "graph", title_of(ui, desk), area);
  if (scenario_of(desk) == nullptr || scenario_of(desk)->actors.empty()) {
    ui.line("empty", ui.say("centre.empty"), Tone::quiet);
    return;
  }
  const Box body = ui.body().inset(0.3F * ui.unit());
  const float edge = 1.7F * ui.unit();
  const GraphScene seen = scene_of(desk, body);  // the legend depends on what there is
  const std::vector<LegendItem> items = legend_of(ui, seen);
  const float legend =
      body.height() < 9.0F * ui.unit() ? 0.0F : legend_height(ui, items, body.width(), 2);
  const Box chart{body.min, {body.max.x, body.max.y - legend}};
  // room for one line above the highest mark
  const Box plot{{chart.min.x + edge, chart.min.y + edge + ui.unit()},
                 {std::max(chart.min.x + edge + ui.unit(), chart.max.x - edge),
                  std::max(chart.min.y + edge + 2.0F * ui.unit(), chart.max.y - edge)}};
  Painter(ui, desk, chart, scene_of(desk, plot)).draw();
  if (legend > 0.0F) {
    draw_legend(ui, "legend", items, {{body.min.x, chart.max.y}, body.max});
  }
}

}  // namespace detente::ui
