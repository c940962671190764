#include "ui/panels/glyphs.hpp"

#include <algorithm>
#include <array>

namespace detente::ui {
namespace {

/// Draws in units of the glyph's radius around its centre.
class Pen {
 public:
  Pen(Canvas& canvas, Point centre, float radius)
      : canvas_(&canvas),
        centre_(centre),
        radius_(radius),
        width_(std::max(1.5F, radius * 0.35F)) {}

  Point at(float x, float y) const { return {centre_.x + x * radius_, centre_.y + y * radius_}; }
  void line(Point from, Point to, Colour colour) const { canvas_->line(from, to, colour, width_); }
  template <std::size_t kPoints>
  void path(const std::array<Point, kPoints>& points, Colour colour, bool closed = false) const {
    canvas_->polyline(points, colour, width_, closed);
  }
  void circle(float x, float y, float radius, Colour colour) const {
    canvas_->circle(at(x, y), radius * radius_, colour, width_);
  }
  void disc(float radius, Colour colour) const { canvas_->disc(centre_, radius * radius_, colour); }
  void tick(float size, Colour colour) const {
    path(std::array{at(-0.8F * size, 0.05F * size), at(-0.2F * size, 0.7F * size),
                    at(0.85F * size, -0.7F * size)},
         colour);
  }
  void cross(float size, Colour colour) const {
    line(at(-size, -size), at(size, size), colour);
    line(at(-size, size), at(size, -size), colour);
  }

 private:
  Canvas* canvas_;
  Point centre_;
  float radius_;
  float width_;
};

void draw_answer(const Pen& pen, const Theme& theme, Glyph glyph) {
  if (glyph == Glyph::tick) pen.tick(1.0F, theme.accepts);
  if (glyph == Glyph::cross) pen.cross(0.7F, theme.refuses);
  if (glyph == Glyph::dash) pen.line(pen.at(-0.8F, 0), pen.at(0.8F, 0), theme.quiet);
}

void draw_end(const Pen& pen, const Theme& theme, Glyph glyph) {
  const bool agreed = glyph == Glyph::agreement;
  pen.disc(1.25F, agreed ? theme.accepts : theme.refuses);
  if (agreed) {
    pen.tick(0.65F, theme.pane);
  } else {
    pen.cross(0.5F, theme.pane);
  }
}

void draw_happening(Canvas& canvas, const Pen& pen, const Theme& theme, Glyph glyph) {
  switch (glyph) {
    case Glyph::flag: {
      pen.line(pen.at(-0.6F, -1.0F), pen.at(-0.6F, 1.0F), theme.text);
      canvas.area(std::array{pen.at(-0.6F, -1.0F), pen.at(0.9F, -0.45F), pen.at(-0.6F, 0.1F)},
                  theme.text);
      break;
    }
    case Glyph::veto:
      pen.disc(1.1F, theme.pane);
      pen.circle(0, 0, 1.0F, theme.refuses);
      pen.cross(0.5F, theme.refuses);
      break;
    case Glyph::edit:
      pen.path(std::array{pen.at(0, -0.9F), pen.at(0.9F, 0), pen.at(0, 0.9F), pen.at(-0.9F, 0)},
               theme.warning, true);
      break;
    case Glyph::together:
      pen.circle(-0.4F, 0, 0.6F, theme.text);
      pen.circle(0.4F, 0, 0.6F, theme.text);
      break;
    case Glyph::out:
      pen.line(pen.at(-0.9F, 0), pen.at(0.9F, 0), theme.refuses);
      pen.path(std::array{pen.at(0.2F, -0.7F), pen.at(0.9F, 0), pen.at(0.2F, 0.7F)}, theme.refuses);
      break;
    case Glyph::reopened:
      pen.path(std::array{pen.at(-0.5F, -0.8F), pen.at(-0.8F, -0.8F), pen.at(-0.8F, 0.8F),
                          pen.at(-0.5F, 0.8F)},
               theme.text);
      pen.path(std::array{pen.at(0.5F, -0.8F), pen.at(0.8F, -0.8F), pen.at(0.8F, 0.8F),
                          pen.at(0.5F, 0.8F)},
               theme.text);
      break;
    default:
      break;
  }
}

}  // namespace

void draw_glyph(Canvas& canvas, const Theme& theme, Glyph glyph, Point centre, float radius) {
  const Pen pen(canvas, centre, radius);
  if (glyph == Glyph::tick || glyph == Glyph::cross || glyph == Glyph::dash) {
    draw_answer(pen, theme, glyph);
  } else if (glyph == Glyph::agreement || glyph == Glyph::no_agreement) {
    draw_end(pen, theme, glyph);
  } else {
    draw_happening(canvas, pen, theme, glyph);
  }
}

}  // namespace detente::ui
