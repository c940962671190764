#include "ui/svg.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "detente/core/text.hpp"

namespace detente::ui {
namespace {

constexpr float kBaseline = 0.93F;  // of the letters' size, from the top of their line
constexpr std::string_view kSpecial = "&<>\"";
constexpr std::array<std::string_view, 4> kEntities{"&amp;", "&lt;", "&gt;", "&quot;"};
constexpr auto kFonts = "'DejaVu Sans','Noto Sans',Arial,sans-serif";

std::string show(float number) {
  std::string text = show_fixed(number, 2);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::string show(Point point) {
  return show(point.x) + "," + show(point.y);
}

std::string hex(Colour colour) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text = "#";
  for (const unsigned shift : {4U, 0U, 12U, 8U, 20U, 16U}) {
    text += kDigits[(colour >> shift) & 0xFU];
  }
  return text;
}

/// ` fill="#102030" fill-opacity="0.5"`
std::string paint(const std::string& what, Colour colour) {
  const Colour alpha = colour >> 24U;
  std::string text = " " + what + "=\"" + hex(colour) + "\"";
  if (alpha < 255U) {
    text += " " + what + "-opacity=\"" + show(static_cast<float>(alpha) / 255.0F) + "\"";
  }
  return text;
}

bool meets(const Box& left, const Box& right) {
  return left.min.x < right.max.x && right.min.x < left.max.x && left.min.y < right.max.y &&
         right.min.y < left.max.y;
}

Box overlap(const Box& left, const Box& right) {
  return {{std::max(left.min.x, right.min.x), std::max(left.min.y, right.min.y)},
          {std::min(left.max.x, right.max.x), std::min(left.max.y, right.max.y)}};
}

/// Where a stroke can be seen at all.
Box bounds(const Stroke& stroke) {
  Box box{stroke.points.front(), stroke.points.front()};
  for (const Point point : stroke.points) {
    box.min = {std::min(box.min.x, point.x), std::min(box.min.y, point.y)};
    box.max = {std::max(box.max.x, point.x), std::max(box.max.y, point.y)};
  }
  if (stroke.kind != Stroke::Kind::text) return box.inset(-stroke.width - 1.0F);
  // no letter is wider than high, or little
  const auto letters = static_cast<float>(count_letters(stroke.text));
  return {box.min, {box.max.x + letters * stroke.width * 1.2F, box.max.y + stroke.width * 1.5F}};
}

class Writer {
 public:
  explicit Writer(const Box& box) : box_(box) {}

  void add(const Stroke& stroke) {
    if (stroke.points.empty() || stroke.colour >> 24U == 0) return;
    const Box clip = overlap(stroke.clip, box_);
    if (clip.width() <= 0 || clip.height() <= 0 || !meets(bounds(stroke), clip)) return;
    body_ += "<g clip-path=\"url(#" + clip_id(clip) + ")\">" + shape(stroke) + "</g>\n";
  }

  std::string picture(const std::string& title) const {
    const std::string size = show(box_.width()) + "\" height=\"" + show(box_.height());
    return R"(<?xml version="1.0" encoding="UTF-8"?>)"
           "\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" +
           size + "\" viewBox=\"" + show(box_.min.x) + " " + show(box_.min.y) + " " +
           show(box_.width()) + " " + show(box_.height()) + "\" font-family=\"" + kFonts +
           "\">\n<title>" + escaped(title) + "</title>\n<defs>\n" + clips_ + "</defs>\n" + body_ +
           "</svg>\n";
  }

 private:
  std::string clip_id(const Box& clip) {
    const auto key = std::make_tuple(clip.min.x, clip.min.y, clip.max.x, clip.max.y);
    const auto [found, fresh] = known_.try_emplace(key, "c" + std::to_string(known_.size() + 1));
    if (fresh) {
      clips_ += "<clipPath id=\"" + found->second + "\"><rect x=\"" + show(clip.min.x) + "\" y=\"" +
                show(clip.min.y) + "\" width=\"" + show(clip.width()) + "\" height=\"" +
                show(clip.height()) + "\"/></clipPath>\n";
    }
    return found->second;
  }

  static std::string path(const Stroke& stroke, bool closed) {
    std::string text = "<path d=\"M";
    for (std::size_t place = 0; place < stroke.points.size(); ++place) {
      text += (place > 0 ? " L" : "") + show(stroke.points[place]);
    }
    return text + (closed ? " Z\"" : "\"");
  }

  static std::string letters(const Stroke& stroke) {
    const Point at{stroke.points.front().x, stroke.points.front().y + stroke.width * kBaseline};
    const bool bold = stroke.face == Typeface::strong || stroke.face == Typeface::large;
    return R"(<text xml:space="preserve" x=")" + show(at.x) + "\" y=\"" + show(at.y) +
           "\" font-size=\"" + show(stroke.width) + "\"" + (bold ? " font-weight=\"bold\"" : "") +
           paint("fill", stroke.colour) + ">" + escaped(stroke.text) + "</text>";
  }

  static std::string shape(const Stroke& stroke) {
    switch (stroke.kind) {
      case Stroke::Kind::line:
      case Stroke::Kind::polyline:
        return path(stroke, false) + " fill=\"none\"" + paint("stroke", stroke.colour) +
               " stroke-width=\"" + show(stroke.width) + "\"/>";
      case Stroke::Kind::area:
        return path(stroke, true) + paint("fill", stroke.colour) + "/>";
      case Stroke::Kind::disc:
        return "<circle cx=\"" + show(stroke.points.front().x) + "\" cy=\"" +
               show(stroke.points.front().y) + "\" r=\"" + show(stroke.width) + "\"" +
               paint("fill", stroke.colour) + "/>";
      case Stroke::Kind::text:
        break;
    }
    return letters(stroke);
  }

  Box box_;
  std::map<std::tuple<float, float, float, float>, std::string> known_{};
  std::string clips_{};
  std::string body_{};
};

}  // namespace

std::string escaped(const std::string& text) {
  std::string result;
  for (const char letter : text) {
    const std::size_t special = kSpecial.find(letter);
    if (special != std::string_view::npos) {
      result += kEntities[special];
    } else if (static_cast<unsigned char>(letter) >= 0x20U || letter == '\n' || letter == '\t') {
      // XML has no place for the others, not even escaped
      result += letter;
    }
  }
  return result;
}

std::string to_svg(const std::vector<Stroke>& strokes, const Box& box, const std::string& title) {
  Writer writer(box);
  for (const Stroke& stroke : strokes) writer.add(stroke);
  return writer.picture(title);
}

}  // namespace detente::ui
