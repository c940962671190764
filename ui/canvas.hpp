#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct ImDrawList;

namespace detente::ui {

/// Pixels, from the top left corner of the window.
struct Point {
  float x = 0.0F;
  float y = 0.0F;
};

struct Box {
  Point min{};
  Point max{};

  float width() const { return max.x - min.x; }
  float height() const { return max.y - min.y; }
  Point centre() const { return {(min.x + max.x) / 2, (min.y + max.y) / 2}; }
  bool contains(Point point) const {
    return point.x >= min.x && point.x < max.x && point.y >= min.y && point.y < max.y;
  }
  /// The box without a margin on every side.
  Box inset(float margin) const {
    return {{min.x + margin, min.y + margin}, {max.x - margin, max.y - margin}};
  }
};

/// 0xAABBGGRR, as the graphics card has it.
using Colour = std::uint32_t;

/// The same colour, `alpha` in [0, 1] of its strength.
Colour faded(Colour colour, float alpha);

enum class Typeface { body, strong, small, large };

/// One thing drawn, in order: what an exported picture is made of and what tests look at.
struct Stroke {
  enum class Kind { line, polyline, area, disc, text };

  Kind kind{};
  std::vector<Point> points{};  ///< Of a disc its centre, of a text its top left corner.
  Colour colour = 0;
  float width = 1.0F;  ///< Of lines; of a disc its radius; of a text the size of its letters.
  std::string text{};
  Typeface face = Typeface::body;
  Box clip{};  ///< What is visible of it.
};

/// Where every pane draws. Nothing is drawn past it, so a picture of a pane can be written as SVG,
/// and a test can see every text with its place.
class Canvas {
 public:
  /// @param list  outlives the canvas; `strokes` (or nullptr) notes what is drawn.
  Canvas(ImDrawList& list, std::vector<Stroke>* strokes) : list_(&list), strokes_(strokes) {}

  void line(Point from, Point to, Colour colour, float width = 1.0F);
  void dashes(Point from, Point to, Colour colour, float width = 1.0F);
  void polyline(std::span<const Point> points, Colour colour, float width = 1.0F,
                bool closed = false);
  /// A convex area.
  void area(std::span<const Point> points, Colour colour);
  void rect(const Box& box, Colour colour, float rounding = 0.0F);
  void frame(const Box& box, Colour colour, float width = 1.0F, float rounding = 0.0F);
  void disc(Point centre, float radius, Colour colour);
  void circle(Point centre, float radius, Colour colour, float width = 1.0F);
  /// One line of text, as it is.
  void text(Point at, std::string_view text, Colour colour, Typeface face = Typeface::body);
  /// The text shortened to `width` pixels with an ellipsis. Returns what was drawn.
  std::string text_within(Point at, float width, std::string_view text, Colour colour,
                          Typeface face = Typeface::body);

  void push_clip(const Box& box);
  void pop_clip();

 private:
  void note(Stroke stroke);

  ImDrawList* list_;
  std::vector<Stroke>* strokes_;
};

/// Size in pixels of a text in the fonts of the current frame; `wrap` > 0 breaks lines there.
Point measure(std::string_view text, Typeface face = Typeface::body, float wrap = 0.0F);

/// Height of one line.
float line_height(Typeface face = Typeface::body);

/// The text, shortened with an ellipsis to fit `width` pixels.
std::string fitted(std::string_view text, float width, Typeface face = Typeface::body);

/// The text broken into lines of at most `width` pixels, between words.
std::vector<std::string> lines_of(std::string_view text, float width,
                                  Typeface face = Typeface::body);

}  // namespace detente::ui
