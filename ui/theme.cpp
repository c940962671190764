#include "ui/theme.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace detente::ui {
namespace {

constexpr int kMarks = 11;  // no divisor in common with the colours: 132 different actors

/// 0xRRGGBB as people write it, opaque.
constexpr Colour rgb(std::uint32_t hex) {
  return 0xFF000000U | (hex & 0xFFU) << 16U | (hex & 0xFF00U) | hex >> 16U;
}

constexpr Theme light() {
  Theme theme;
  theme.window = rgb(0xECEEF2);
  theme.pane = rgb(0xFFFFFF);
  theme.raised = rgb(0xF3F5F8);
  theme.hovered = rgb(0xE6EAF1);
  theme.edge = rgb(0xC9CED8);
  theme.text = rgb(0x1B212C);
  theme.quiet = rgb(0x525B6B);
  theme.accent = rgb(0x1F5FAE);
  theme.on_accent = rgb(0xFFFFFF);
  theme.link = rgb(0x1A559E);
  theme.focus = rgb(0xC2410C);
  theme.accepts = rgb(0x0B6A4A);
  theme.refuses = rgb(0xA8371D);
  theme.warning = rgb(0x7A5200);
  theme.actors = {rgb(0x0072B2), rgb(0xC14E00), rgb(0x00855F), rgb(0xA8428A),
                  rgb(0x8A6D00), rgb(0x2F4BB8), rgb(0x8C2D19), rgb(0x007D8F),
                  rgb(0x6A3D9A), rgb(0xB8305A), rgb(0x4D6B1F), rgb(0x59616F)};
  return theme;
}

constexpr Theme dark() {
  Theme theme;
  theme.window = rgb(0x12151B);
  theme.pane = rgb(0x1A1F27);
  theme.raised = rgb(0x242A34);
  theme.hovered = rgb(0x2F3743);
  theme.edge = rgb(0x3C4553);
  theme.text = rgb(0xE8ECF2);
  theme.quiet = rgb(0xA5AFBE);
  theme.accent = rgb(0x2F6FBD);
  theme.on_accent = rgb(0xFFFFFF);
  theme.link = rgb(0x86B8F5);
  theme.focus = rgb(0xFFB45E);
  theme.accepts = rgb(0x6FD3A8);
  theme.refuses = rgb(0xF3A083);
  theme.warning = rgb(0xECC668);
  theme.actors = {rgb(0x56B4E9), rgb(0xF0914A), rgb(0x2FC295), rgb(0xE28CC4),
                  rgb(0xE6CF4A), rgb(0x93A5FF), rgb(0xE07B66), rgb(0x4FD0DC),
                  rgb(0xBB94EA), rgb(0xFF8FA8), rgb(0xA6CB62), rgb(0xB4BCC9)};
  theme.dark = true;
  return theme;
}

constexpr Theme strong_contrast() {
  Theme theme = light();
  theme.window = rgb(0xFFFFFF);
  theme.raised = rgb(0xF4F4F4);
  theme.hovered = rgb(0xE4EBF6);
  theme.edge = rgb(0x3F3F3F);
  theme.text = rgb(0x000000);
  theme.quiet = rgb(0x2F3540);
  theme.accent = rgb(0x0B3D7E);
  theme.link = rgb(0x0B3D7E);
  theme.focus = rgb(0xB00060);
  theme.accepts = rgb(0x00442E);
  theme.refuses = rgb(0x701D08);
  theme.warning = rgb(0x4D3300);
  return theme;
}

/// A channel in [0, 255] as light. @source  WCAG 2.1, "relative luminance".
double light_of(Colour channel) {
  const double part = static_cast<double>(channel & 0xFFU) / 255;
  return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) {
  return 0.2126 * light_of(colour) + 0.7152 * light_of(colour >> 8U) +
         0.0722 * light_of(colour >> 16U);
}

/// The corners of a star, or with `inner` = 1 of a regular polygon; the first points up, turned by
/// `turn` parts of a corner.
std::vector<Point> corners(Point centre, float radius, int count, float inner, float turn) {
  std::vector<Point> points;
  for (int corner = 0; corner < count; ++corner) {
    const float angle =
        6.2831853F * (static_cast<float>(corner) + turn) / static_cast<float>(count);
    const float reach = corner % 2 == 0 ? radius : radius * inner;
    points.push_back({centre.x + reach * std::sin(angle), centre.y - reach * std::cos(angle)});
  }
  return points;
}

/// A regular one. @param turn  parts of a corner.
std::vector<Point> polygon(Point centre, float radius, int count, float turn) {
  return corners(centre, radius, count, 1.0F, turn);
}

/// Not convex: one triangle for each of its points.
void draw_star(Canvas& canvas, Colour colour, Point centre, float radius, int count) {
  const std::vector<Point> points = corners(centre, radius, 2 * count, 0.45F, 0.0F);
  const std::size_t size = points.size();
  std::vector<Point> heart;
  for (std::size_t place = 0; place < size; place += 2) {
    const Point before = points[(place + size - 1) % size];
    const Point after = points[place + 1];
    canvas.area(std::vector<Point>{before, points[place], after}, colour);
    heart.push_back(after);
  }
  canvas.area(heart, colour);
}

void draw_bars(Canvas& canvas, Colour colour, Point centre, float radius, bool upright) {
  const float reach = upright ? radius : radius * 0.75F;
  const float width = radius * 0.62F;
  if (upright) {
    canvas.line({centre.x - reach, centre.y}, {centre.x + reach, centre.y}, colour, width);
    canvas.line({centre.x, centre.y - reach}, {centre.x, centre.y + reach}, colour, width);
  } else {
    canvas.line({centre.x - reach, centre.y - reach}, {centre.x + reach, centre.y + reach}, colour,
                width);
    canvas.line({centre.x - reach, centre.y + reach}, {centre.x + reach, centre.y - reach}, colour,
                width);
  }
}

void draw_ring(Canvas& canvas, Colour colour, Point centre, float radius) {
  canvas.circle(centre, radius * 0.72F, colour, radius * 0.45F);
}

}  // namespace

const Theme& theme(ThemeName name) {
  static constexpr std::array<Theme, 3> kAll{light(), dark(), strong_contrast()};
  return kAll[static_cast<std::size_t>(name)];
}

void draw_actor_mark(Canvas& canvas, const Theme& theme, int actor, Point centre, float radius) {
  const Colour colour = actor_colour(theme, actor);
  const Point lower{centre.x, centre.y + radius * 0.15F};
  const Point upper{centre.x, centre.y - radius * 0.15F};
  switch (std::max(actor, 0) % kMarks) {
    case 0:
      return canvas.disc(centre, radius * 0.92F, colour);
    case 1:
      return canvas.area(polygon(lower, radius * 1.1F, 3, 0), colour);
    case 2:
      return canvas.area(polygon(centre, radius * 1.12F, 4, 0.5F), colour);
    case 3:
      return canvas.area(polygon(upper, radius * 1.1F, 3, 0.5F), colour);
    case 4:
      return canvas.area(polygon(centre, radius * 1.1F, 4, 0), colour);
    case 5:
      return draw_star(canvas, colour, centre, radius * 1.15F, 5);
    case 6:
      return draw_bars(canvas, colour, centre, radius, true);
    case 7:
      return canvas.area(polygon(centre, radius, 6, 0.5F), colour);
    case 8:
      return draw_ring(canvas, colour, centre, radius);
    case 9:
      return draw_bars(canvas, colour, centre, radius, false);
    default:
      return canvas.area(polygon(centre, radius * 1.05F, 5, 0), colour);
  }
}

Colour actor_colour(const Theme& theme, int actor) {
  return theme.actors[static_cast<std::size_t>(std::max(actor, 0)) % theme.actors.size()];
}

double contrast(Colour a, Colour b) {
  const double one = luminance(a);
  const double other = luminance(b);
  return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

}  // namespace detente::ui
