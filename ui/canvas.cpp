#include "ui/canvas.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/fonts.hpp"

namespace detente::ui {
namespace {

constexpr std::string_view kEllipsis = "…";

ImVec2 vec(Point point) {
  return {point.x, point.y};
}

const char* end_of(std::string_view text) {
  return text.data() + text.size();
}

float size_of(Typeface face) {
  return font_of(face)->FontSize;
}

float width_of(std::string_view text, Typeface face) {
  if (text.empty()) return 0.0F;
  return font_of(face)->CalcTextSizeA(size_of(face), FLT_MAX, 0.0F, text.data(), end_of(text)).x;
}

/// Letters sit sharp only on whole pixels.
Point snapped(Point at) {
  return {std::round(at.x), std::round(at.y)};
}

bool is_inside_letter(std::string_view text, std::size_t place) {
  return place < text.size() && (static_cast<unsigned char>(text[place]) & 0xC0U) == 0x80U;
}

/// How many bytes of the text go into a width.
std::size_t count_fitting(std::string_view text, float width, Typeface face) {
  const char* rest = nullptr;
  font_of(face)->CalcTextSizeA(size_of(face), std::max(width, 0.0F), 0.0F, text.data(),
                               end_of(text), &rest);
  return static_cast<std::size_t>(rest - text.data());
}

/// Where a line that starts here has to end: after the last word that fits; at least one letter.
std::size_t line_end(std::string_view text, float width, Typeface face) {
  std::size_t count = std::min(count_fitting(text, width, face), text.size());
  if (count < text.size() && text[count] != ' ') {
    const std::size_t blank = text.substr(0, count).rfind(' ');
    if (blank != std::string_view::npos && blank > 0) count = blank;
  }
  if (count == 0) count = 1;
  while (is_inside_letter(text, count)) ++count;
  return count;
}

void break_paragraph(std::string_view text, float width, Typeface face,
                     std::vector<std::string>& lines) {
  do {
    const std::size_t count = text.empty() ? 0 : line_end(text, width, face);
    lines.emplace_back(text.substr(0, count));
    text.remove_prefix(count);
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  } while (!text.empty());
}

}  // namespace

Colour faded(Colour colour, float alpha) {
  const float strength = static_cast<float>(colour >> 24U) * std::clamp(alpha, 0.0F, 1.0F);
  return (colour & 0x00FFFFFFU) | static_cast<Colour>(std::lround(strength)) << 24U;
}

void Canvas::note(Stroke stroke) {
  if (strokes_ == nullptr) return;
  const ImVec2 low = list_->GetClipRectMin();
  const ImVec2 high = list_->GetClipRectMax();
  stroke.clip = {{low.x, low.y}, {high.x, high.y}};
  strokes_->push_back(std::move(stroke));
}

void Canvas::line(Point from, Point to, Colour colour, float width) {
  list_->AddLine(vec(from), vec(to), colour, width);
  note({.kind = Stroke::Kind::line, .points = {from, to}, .colour = colour, .width = width});
}

void Canvas::dashes(Point from, Point to, Colour colour, float width) {
  const float length = std::hypot(to.x - from.x, to.y - from.y);
  const float dash = std::max(4.0F, 3 * width);
  const Point step{(to.x - from.x) / std::max(length, 1.0F),
                   (to.y - from.y) / std::max(length, 1.0F)};
  const int count = static_cast<int>(std::ceil(length / (2 * dash)));
  for (int place = 0; place < count; ++place) {
    const float start = 2 * dash * static_cast<float>(place);
    const float stop = std::min(start + dash, length);
    line({from.x + step.x * start, from.y + step.y * start},
         {from.x + step.x * stop, from.y + step.y * stop}, colour, width);
  }
}

void Canvas::polyline(std::span<const Point> points, Colour colour, float width, bool closed) {
  std::vector<ImVec2> path;
  path.reserve(points.size());
  for (const Point point : points) path.push_back(vec(point));
  list_->AddPolyline(path.data(), static_cast<int>(path.size()), colour,
                     closed ? ImDrawFlags_Closed : ImDrawFlags_None, width);
  Stroke stroke{.kind = Stroke::Kind::polyline,
                .points = {points.begin(), points.end()},
                .colour = colour,
                .width = width};
  if (closed && !points.empty()) stroke.points.push_back(points.front());
  note(std::move(stroke));
}

void Canvas::area(std::span<const Point> points, Colour colour) {
  std::vector<ImVec2> path;
  path.reserve(points.size());
  double doubled = 0;
  for (std::size_t place = 0; place < points.size(); ++place) {
    const Point here = points[place];
    const Point next = points[(place + 1) % points.size()];
    doubled += static_cast<double>(here.x) * next.y - static_cast<double>(next.x) * here.y;
    path.push_back(vec(here));
  }
  // smooth edges grow outwards only if the points go clockwise on the screen
  if (doubled < 0) std::reverse(path.begin(), path.end());
  list_->AddConvexPolyFilled(path.data(), static_cast<int>(path.size()), colour);
  note({.kind = Stroke::Kind::area, .points = {points.begin(), points.end()}, .colour = colour});
}

void Canvas::rect(const Box& box, Colour colour, float rounding) {
  list_->AddRectFilled(vec(box.min), vec(box.max), colour, rounding);
  note({.kind = Stroke::Kind::area,
        .points = {box.min, {box.max.x, box.min.y}, box.max, {box.min.x, box.max.y}},
        .colour = colour});
}

void Canvas::frame(const Box& box, Colour colour, float width, float rounding) {
  list_->AddRect(vec(box.min), vec(box.max), colour, rounding, ImDrawFlags_None, width);
  note({.kind = Stroke::Kind::polyline,
        .points = {box.min, {box.max.x, box.min.y}, box.max, {box.min.x, box.max.y}, box.min},
        .colour = colour,
        .width = width});
}

void Canvas::disc(Point centre, float radius, Colour colour) {
  if (!(radius > 0.0F)) return;  // nothing to see, and no number is no radius either
  list_->AddCircleFilled(vec(centre), radius, colour);
  note({.kind = Stroke::Kind::disc, .points = {centre}, .colour = colour, .width = radius});
}

void Canvas::circle(Point centre, float radius, Colour colour, float width) {
  constexpr int kCorners = 32;
  std::vector<Point> points;
  for (int corner = 0; corner < kCorners; ++corner) {
    const float angle = 6.2831853F * static_cast<float>(corner) / kCorners;
    points.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
  }
  polyline(points, colour, width, true);
}

void Canvas::text(Point at, std::string_view text, Colour colour, Typeface face) {
  if (text.empty()) return;
  const Point place = snapped(at);
  list_->AddText(font_of(face), size_of(face), vec(place), colour, text.data(), end_of(text));
  note({.kind = Stroke::Kind::text,
        .points = {place},
        .colour = colour,
        .width = size_of(face) / kLineOfLetters,
        .text = std::string(text),
        .face = face});
}

std::string Canvas::text_within(Point at, float width, std::string_view text, Colour colour,
                                Typeface face) {
  std::string shown = fitted(text, width, face);
  this->text(at, shown, colour, face);
  return shown;
}

void Canvas::push_clip(const Box& box) {
  list_->PushClipRect(vec(box.min), vec(box.max), true);
}

void Canvas::pop_clip() {
  list_->PopClipRect();
}

Point measure(std::string_view text, Typeface face, float wrap) {
  if (wrap <= 0.0F) return {width_of(text, face), size_of(face)};
  Point size;
  for (const std::string& line : lines_of(text, wrap, face)) {
    size.x = std::max(size.x, width_of(line, face));
    size.y += size_of(face);
  }
  return size;
}

float line_height(Typeface face) {
  return size_of(face);
}

std::string fitted(std::string_view text, float width, Typeface face) {
  if (width_of(text, face) <= width) return std::string(text);
  const float rest = width - width_of(kEllipsis, face);
  if (rest < 0) return {};
  std::size_t count = std::min(count_fitting(text, rest, face), text.size());
  while (count > 0 && is_inside_letter(text, count)) --count;
  while (count > 0 && text[count - 1] == ' ') --count;
  return std::string(text.substr(0, count)) + std::string(kEllipsis);
}

std::vector<std::string> lines_of(std::string_view text, float width, Typeface face) {
  std::vector<std::string> lines;
  std::size_t start = 0;
  while (start <= text.size()) {
    const std::size_t stop = std::min(text.find('\n', start), text.size());
    break_paragraph(text.substr(start, stop - start), width, face, lines);
    start = stop + 1;
  }
  return lines;
}

}  // namespace detente::ui
