#include "ui/headless/raster.hpp"

#include <imgui.h>
#include <stb/stb_image_write.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace detente::ui {
namespace {

constexpr std::int64_t kSub = 16;  // parts of a pixel: corners lie on a grid, so sums are exact

/// The font atlas, 8 bits a texel.
struct Atlas {
  const unsigned char* texels = nullptr;
  int width = 0;
  int height = 0;

  float texel(int x, int y) const {
    x = std::clamp(x, 0, width - 1);
    y = std::clamp(y, 0, height - 1);
    return static_cast<float>(texels[static_cast<std::size_t>(y) * width + x]);
  }

  /// Between four texels, in [0, 1].
  float sample(float u, float v) const {
    const float x = u * static_cast<float>(width) - 0.5F;
    const float y = v * static_cast<float>(height) - 0.5F;
    const int left = static_cast<int>(std::floor(x));
    const int top = static_cast<int>(std::floor(y));
    const float across = x - static_cast<float>(left);
    const float down = y - static_cast<float>(top);
    const float upper = texel(left, top) * (1 - across) + texel(left + 1, top) * across;
    const float lower = texel(left, top + 1) * (1 - across) + texel(left + 1, top + 1) * across;
    return (upper * (1 - down) + lower * down) / 255.0F;
  }
};

/// Pixels, the upper ends excluded.
struct Window {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;
};

using Channels = std::array<float, 4>;

Channels channels(Colour colour) {
  Channels parts{};
  for (unsigned channel = 0; channel < 4; ++channel) {
    parts[channel] = static_cast<float>((colour >> (8 * channel)) & 0xFFU);
  }
  return parts;
}

unsigned over(unsigned above, unsigned below, unsigned alpha) {
  const unsigned sum = above * alpha + below * (255 - alpha) + 128;
  return (sum + (sum >> 8U)) >> 8U;  // / 255, rounded
}

void blend(Colour& pixel, Colour colour, unsigned alpha) {
  Colour mixed = 0xFF000000U;
  for (unsigned shift = 0; shift < 24; shift += 8) {
    mixed |= over((colour >> shift) & 0xFFU, (pixel >> shift) & 0xFFU, alpha) << shift;
  }
  pixel = mixed;
}

/// The alpha of a colour on a texel of that light.
unsigned strength_of(Colour colour, float light) {
  return static_cast<unsigned>(std::lround(static_cast<float>(colour >> 24U) * light));
}

/// A triangle, its corners the right way round; covers a pixel if its middle lies inside, and of
/// two neighbours exactly one covers a pixel on their border.
class Triangle {
 public:
  Triangle(std::array<ImDrawVert, 3> corners, ImVec2 origin) : corners_(corners) {
    for (std::size_t corner = 0; corner < 3; ++corner) {
      x_[corner] = std::llround((corners_[corner].pos.x - origin.x) * kSub);
      y_[corner] = std::llround((corners_[corner].pos.y - origin.y) * kSub);
    }
    doubled_ = (x_[1] - x_[0]) * (y_[2] - y_[0]) - (y_[1] - y_[0]) * (x_[2] - x_[0]);
    if (doubled_ < 0) {
      std::swap(corners_[1], corners_[2]);
      std::swap(x_[1], x_[2]);
      std::swap(y_[1], y_[2]);
      doubled_ = -doubled_;
    }
    for (std::size_t side = 0; side < 3; ++side) {
      const std::size_t from = (side + 1) % 3;
      const std::size_t to = (side + 2) % 3;
      dx_[side] = x_[to] - x_[from];
      dy_[side] = y_[to] - y_[from];
      const bool owns_border = dy_[side] < 0 || (dy_[side] == 0 && dx_[side] > 0);
      bias_[side] = owns_border ? 0 : -1;
    }
  }

  void draw(const Atlas& atlas, Window window, Image& image) const {
    if (doubled_ == 0) return;
    const auto [low_x, high_x] = std::minmax_element(x_.begin(), x_.end());
    const auto [low_y, high_y] = std::minmax_element(y_.begin(), y_.end());
    window.left = std::max(window.left, static_cast<int>(*low_x / kSub) - 1);
    window.top = std::max(window.top, static_cast<int>(*low_y / kSub) - 1);
    window.right = std::min(window.right, static_cast<int>(*high_x / kSub) + 2);
    window.bottom = std::min(window.bottom, static_cast<int>(*high_y / kSub) + 2);
    if (window.left >= window.right) return;
    for (int y = window.top; y < window.bottom; ++y) draw_row(atlas, window, y, image);
  }

 private:
  using Triple = std::array<std::int64_t, 3>;

  bool one_colour() const {
    return corners_[0].col == corners_[1].col && corners_[1].col == corners_[2].col;
  }

  bool one_texel() const {
    return std::all_of(corners_.begin(), corners_.end(), [&](const ImDrawVert& corner) {
      return corner.uv.x == corners_[0].uv.x && corner.uv.y == corners_[0].uv.y;
    });
  }

  void draw_row(const Atlas& atlas, const Window& window, int y, Image& image) const {
    const std::int64_t middle_y = y * kSub + kSub / 2;
    const std::int64_t middle_x = window.left * kSub + kSub / 2;
    Triple edges{};
    std::int64_t first = 0;
    std::int64_t last = window.right - window.left - 1;
    for (std::size_t side = 0; side < 3; ++side) {
      const std::size_t from = (side + 1) % 3;
      edges[side] =
          dx_[side] * (middle_y - y_[from]) - dy_[side] * (middle_x - x_[from]) + bias_[side];
      const std::int64_t step = -kSub * dy_[side];
      if (edges[side] < 0 && step <= 0) return;
      if (edges[side] < 0) first = std::max(first, (-edges[side] + step - 1) / step);
      if (edges[side] >= 0 && step < 0) last = std::min(last, edges[side] / -step);
    }
    if (first > last) return;
    Colour* row = image.pixels.data() + static_cast<std::size_t>(y) * image.width + window.left;
    if (one_colour() && one_texel()) {
      fill(atlas, row + first, row + last + 1);
    } else {
      shade(atlas, edges, {first, last}, row);
    }
  }

  void fill(const Atlas& atlas, Colour* first, Colour* last) const {
    const Colour colour = corners_[0].col;
    const float light = atlas.sample(corners_[0].uv.x, corners_[0].uv.y);
    const auto alpha = strength_of(colour, light);
    if (alpha == 255) {
      std::fill(first, last, colour | 0xFF000000U);
    } else if (alpha > 0) {
      for (Colour* pixel = first; pixel != last; ++pixel) blend(*pixel, colour, alpha);
    }
  }

  /// @param edges  at the first pixel of the row; every further pixel adds a step.
  void shade(const Atlas& atlas, const Triple& edges, std::pair<std::int64_t, std::int64_t> span,
             Colour* row) const {
    const bool flat = one_colour();
    const bool plain = one_texel();
    const float light = plain ? atlas.sample(corners_[0].uv.x, corners_[0].uv.y) : 0.0F;
    const auto area = static_cast<float>(doubled_);
    for (std::int64_t place = span.first; place <= span.second; ++place) {
      const float first = static_cast<float>(edges[0] - bias_[0] - kSub * dy_[0] * place) / area;
      const float second = static_cast<float>(edges[1] - bias_[1] - kSub * dy_[1] * place) / area;
      const std::array weights{first, second, 1.0F - first - second};
      const Colour colour = flat ? corners_[0].col : mix(weights);
      const float seen = plain ? light : sample(atlas, weights);
      const auto alpha = strength_of(colour, seen);
      if (alpha > 0) blend(row[place], colour, std::min(alpha, 255U));
    }
  }

  float sample(const Atlas& atlas, const std::array<float, 3>& weights) const {
    float u = 0;
    float v = 0;
    for (std::size_t corner = 0; corner < 3; ++corner) {
      u += corners_[corner].uv.x * weights[corner];
      v += corners_[corner].uv.y * weights[corner];
    }
    return atlas.sample(u, v);
  }

  Colour mix(const std::array<float, 3>& weights) const {
    Channels sum{};
    for (std::size_t corner = 0; corner < 3; ++corner) {
      const Channels parts = channels(corners_[corner].col);
      for (std::size_t channel = 0; channel < 4; ++channel) {
        sum[channel] += parts[channel] * weights[corner];
      }
    }
    Colour mixed = 0;
    for (unsigned channel = 0; channel < 4; ++channel) {
      const float part = std::clamp(sum[channel] + 0.5F, 0.0F, 255.0F);
      mixed |= static_cast<Colour>(part) << (8 * channel);
    }
    return mixed;
  }

  std::array<ImDrawVert, 3> corners_;
  Triple x_{};
  Triple y_{};
  Triple dx_{};
  Triple dy_{};
  Triple bias_{};
  std::int64_t doubled_ = 0;  // area, twice, in parts of pixels
};

void draw_command(const ImDrawList& list, const ImDrawCmd& command, ImVec2 origin,
                  const Atlas& atlas, Image& image) {
  const Window window{std::max(0, static_cast<int>(command.ClipRect.x - origin.x)),
                      std::max(0, static_cast<int>(command.ClipRect.y - origin.y)),
                      std::min(image.width, static_cast<int>(command.ClipRect.z - origin.x)),
                      std::min(image.height, static_cast<int>(command.ClipRect.w - origin.y))};
  if (window.left >= window.right || window.top >= window.bottom) return;
  if (command.UserCallback != nullptr) return;  // for graphics cards
  const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
  const ImDrawVert* corners = list.VtxBuffer.Data + command.VtxOffset;
  for (unsigned place = 0; place + 2 < command.ElemCount; place += 3) {
    const Triangle triangle(
        {corners[index[place]], corners[index[place + 1]], corners[index[place + 2]]}, origin);
    triangle.draw(atlas, window, image);
  }
}

}  // namespace

void render(const ImDrawData& data, Image& image) {
  image.width = static_cast<int>(data.DisplaySize.x);
  image.height = static_cast<int>(data.DisplaySize.y);
  image.pixels.assign(static_cast<std::size_t>(image.width) * image.height, 0xFF000000U);
  Atlas atlas;
  unsigned char* texels = nullptr;
  ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&texels, &atlas.width, &atlas.height);
  atlas.texels = texels;
  for (int place = 0; place < data.CmdListsCount; ++place) {
    const ImDrawList& list = *data.CmdLists[place];
    for (const ImDrawCmd& command : list.CmdBuffer) {
      draw_command(list, command, data.DisplayPos, atlas, image);
    }
  }
}

bool write_png(const Image& image, const std::string& file) {
  return stbi_write_png(file.c_str(), image.width, image.height, 4, image.pixels.data(),
                        image.width * 4) != 0;
}

Image last_picture() {
  Image image;
  render(*ImGui::GetDrawData(), image);
  return image;
}

}  // namespace detente::ui
