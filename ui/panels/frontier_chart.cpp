#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "ui/panels/cloud.hpp"
#include "ui/panels/frontier_scene.hpp"

namespace detente::ui {
namespace {

constexpr std::size_t kMostDiscs = 3000;

/// Those who share a place on the chart share a badge.
struct Badge {
  Point at{};
  std::string numbers{};
  bool chosen = false;
};

/// The frontier between two parties steps down from left to right: nothing lies above its corners.
void draw_steps(Ui& ui, const FrontierScene& scene, const Plot& plot) {
  if (scene.tables().parties.size() != 2) return;
  std::vector<Point> way;
  for (const int package : *scene.across) {
    const Point at = place_of(*scene.cloud, plot, package);
    if (!way.empty()) way.push_back({way.back().x, at.y});
    way.push_back(at);
  }
  if (way.size() > 1) ui.canvas().polyline(way, faded(ui.theme().link, 0.7F), 1.5F);
}

void draw_packages_of_frontier(Ui& ui, const FrontierScene& scene, const Plot& plot) {
  Canvas canvas = ui.canvas();
  const std::size_t count = scene.across->size();
  const float radius = (count > 400 ? 0.16F : 0.24F) * ui.unit();
  // of a very long frontier every so many, evenly from left to right
  const std::size_t stride = 1 + count / kMostDiscs;
  for (std::size_t place = 0; place < count; place += stride) {
    canvas.disc(place_of(*scene.cloud, plot, (*scene.across)[place]), radius, ui.theme().link);
  }
}

/// The walk-aways of the two parties on the axes, as the stage opens.
void draw_walk_aways(Ui& ui, const FrontierScene& scene, const Plot& plot) {
  const auto& walk_away = scene.report->solved.walk_away;
  const Point corner = plot.at(walk_away[scene.cloud->party_x], walk_away[scene.cloud->party_y]);
  Canvas canvas = ui.canvas();
  canvas.push_clip(plot.box);
  const std::array upright{Point{corner.x, plot.box.min.y}, Point{corner.x, plot.box.max.y}};
  const std::array level{Point{plot.box.min.x, corner.y}, Point{plot.box.max.x, corner.y}};
  draw_dashed(canvas, upright, ui.theme().text, 1.0F);
  draw_dashed(canvas, level, ui.theme().text, 1.0F);
  canvas.pop_clip();
}

void draw_outcome(Ui& ui, const FrontierScene& scene, const Plot& plot) {
  if (!scene.ended || !scene.report->scores) return;
  const auto& worth = scene.report->scores->utilities;
  const Point at = plot.at(worth[scene.cloud->party_x], worth[scene.cloud->party_y]);
  Canvas canvas = ui.canvas();
  const float radius = 0.6F * ui.unit();
  if (scene.report->outcome_index >= 0) {
    draw_star(canvas, at, radius, ui.theme().accepts);
  } else {
    draw_cross(canvas, at, radius, ui.theme().refuses);
  }
}

std::vector<Badge> badges_of(const FrontierScene& scene, const Plot& plot) {
  std::map<int, Badge> badges;
  for (std::size_t point = 0; point < kPointIds.size(); ++point) {
    for (const int package : packages_at(*scene.report, point)) {
      Badge& badge = badges[package];
      badge.at = place_of(*scene.cloud, plot, package);
      badge.numbers = numbers_at(*scene.report, package);
      badge.chosen = package == scene.chosen;
    }
  }
  std::vector<Badge> all;
  for (const auto& [package, badge] : badges) all.push_back(badge);
  return all;
}

float badge_width(const Ui& ui, const std::string& numbers) {
  return measure(numbers, Typeface::small).x + 0.7F * ui.unit();
}

/// Beside its point, where it covers no other badge: to the right above, left above, below.
Point badge_place(const Ui& ui, const Badge& badge, const Plot& plot, std::vector<Box>& taken) {
  const float unit = ui.unit();
  const float wide = badge_width(ui, badge.numbers);
  constexpr int kTries = 8;
  Box box;
  for (int attempt = 0; attempt < kTries; ++attempt) {
    const bool right = attempt % 2 == 0;
    const float away = 0.9F * unit * static_cast<float>(attempt / 2);
    const float x = right ? badge.at.x + 0.35F * unit : badge.at.x - 0.35F * unit - wide;
    const float y = badge.at.y - 0.7F * unit - away;
    box = {{x, y - 0.5F * unit}, {x + wide, y + 0.5F * unit}};
    const bool inside = box.min.x >= plot.box.min.x && box.max.x <= plot.box.max.x;
    const bool free = std::none_of(taken.begin(), taken.end(), [&](const Box& other) {
      return box.min.x < other.max.x && other.min.x < box.max.x && box.min.y < other.max.y &&
             other.min.y < box.max.y;
    });
    if (inside && free) break;
  }
  taken.push_back(box);
  return {box.min.x, box.centre().y};
}

void draw_badges(Ui& ui, const FrontierScene& scene, const Plot& plot) {
  const std::vector<Badge> badges = badges_of(scene, plot);
  std::vector<Box> taken;
  const float reach = 0.3F * ui.unit();
  for (const Badge& badge : badges) {
    taken.push_back(
        {{badge.at.x - reach, badge.at.y - reach}, {badge.at.x + reach, badge.at.y + reach}});
  }
  for (const Badge& badge : badges) {
    const Point at = badge_place(ui, badge, plot, taken);
    ui.canvas().line(badge.at, {at.x + 0.4F * ui.unit(), at.y}, ui.theme().text, 1.0F);
    ui.canvas().disc(badge.at, 0.28F * ui.unit(), ui.theme().text);
    draw_badge(ui, at, badge.numbers, badge.chosen);
  }
}

int frontier_at(const FrontierScene& scene, const Plot& plot, Point mouse, float reach) {
  int nearest = -1;
  for (const int package : scene.frontier()) {
    const Point at = place_of(*scene.cloud, plot, package);
    const float away = std::hypot(at.x - mouse.x, at.y - mouse.y);
    if (away >= reach) continue;
    reach = away;
    nearest = package;
  }
  return nearest;
}

}  // namespace

float draw_badge(Ui& ui, Point left_middle, const std::string& numbers, bool chosen) {
  const float wide = badge_width(ui, numbers);
  const float half = 0.5F * ui.unit();
  const Box box{{left_middle.x, left_middle.y - half},
                {left_middle.x + wide, left_middle.y + half}};
  Canvas canvas = ui.canvas();
  canvas.rect(box, ui.theme().accent, half);
  if (chosen) canvas.frame(box.inset(-2.0F), ui.theme().text, 2.0F, half);
  canvas.text({box.min.x + 0.35F * ui.unit(), box.centre().y - line_height(Typeface::small) / 2},
              numbers, ui.theme().on_accent, Typeface::small);
  return wide;
}

int draw_frontier_chart(Ui& ui, const FrontierScene& scene, const Box& whole) {
  const Density& cloud = *scene.cloud;
  const Plot plot{inner_box(ui, whole), {cloud.low_x, cloud.high_x}, {cloud.low_y, cloud.high_y}};
  const auto axis = [&](int party) {
    const int actor = scene.tables().parties[party].actor;
    return ui.say("util.axis", {{"who", scene.voice->title_of_actor(actor)}});
  };
  draw_axes(ui, *scene.voice, plot, {axis(cloud.party_x), axis(cloud.party_y)});
  draw_cloud(ui, cloud, plot);
  draw_walk_aways(ui, scene, plot);
  draw_steps(ui, scene, plot);
  draw_packages_of_frontier(ui, scene, plot);
  draw_outcome(ui, scene, plot);
  draw_badges(ui, scene, plot);
  if (scene.chosen >= 0) {
    ui.canvas().circle(place_of(cloud, plot, scene.chosen), 0.45F * ui.unit(), ui.theme().focus,
                       2.5F);
  }
  const Touch touch = ui.touch("chart", plot.box, std::to_string(scene.frontier().size()));
  const int near = touch.hovered ? frontier_at(scene, plot, touch.at, 0.9F * ui.unit()) : -1;
  if (near < 0) return -1;
  ui.canvas().circle(place_of(cloud, plot, near), 0.4F * ui.unit(), ui.theme().focus, 2.0F);
  ui.tip(package_tip(ui, scene, near));
  return touch.pressed ? near : -1;
}

}  // namespace detente::ui
