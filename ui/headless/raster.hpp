#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ui/canvas.hpp"

struct ImDrawData;

namespace detente::ui {

/// A picture: rows from top to bottom, 0xAABBGGRR, opaque.
struct Image {
  int width = 0;
  int height = 0;
  std::vector<Colour> pixels{};

  Colour at(int x, int y) const { return pixels[static_cast<std::size_t>(y) * width + x]; }
};

/// Draws what ImGui would give to a graphics card, with the font atlas of its current context: the
/// same bytes on every machine, no screen and no driver.
void render(const ImDrawData& data, Image& image);

/// Writes a PNG; false if the file cannot be written.
bool write_png(const Image& image, const std::string& file);

/// A picture of what ImGui drew last.
Image last_picture();

}  // namespace detente::ui
