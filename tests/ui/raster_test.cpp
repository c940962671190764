#include "ui/headless/raster.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/feed.hpp"
#include "ui/fonts.hpp"

using namespace detente::ui;  // NOLINT(google-build-using-namespace): tests only

namespace {

constexpr Colour kWhite = 0xFFFFFFFF;
constexpr Colour kBlack = 0xFF000000;
constexpr Colour kRed = 0xFF0000FF;

/// A picture of what `draw` puts onto a canvas of 64 x 64 pixels.
template <typename Draw>
Image picture_of(Draw draw) {
  ImGuiContext* context = ImGui::CreateContext();
  ImGui::SetCurrentContext(context);
  prepare_imgui();
  prepare_fonts(14, false);
  feed_imgui({}, {{0, 0}, {64, 64}});
  ImGui::NewFrame();
  Canvas canvas(*ImGui::GetForegroundDrawList(), nullptr);
  draw(canvas);
  ImGui::Render();
  Image image;
  render(*ImGui::GetDrawData(), image);
  ImGui::DestroyContext(context);
  return image;
}

long count(const Image& image, Colour colour) {
  return std::count(image.pixels.begin(), image.pixels.end(), colour);
}

}  // namespace

TEST_CASE("a rectangle covers its pixels and no others") {
  const Image image = picture_of([](Canvas& canvas) { canvas.rect({{10, 20}, {30, 50}}, kRed); });
  CHECK(image.width == 64);
  CHECK(count(image, kRed) == 20 * 30);
  CHECK(image.at(10, 20) == kRed);
  CHECK(image.at(29, 49) == kRed);
  CHECK(image.at(9, 20) == kBlack);
  CHECK(image.at(30, 49) == kBlack);
}

TEST_CASE("a colour of half its strength mixes with what is below") {
  const Image image = picture_of([](Canvas& canvas) {
    canvas.rect({{0, 0}, {64, 64}}, kWhite);
    canvas.rect({{0, 0}, {64, 64}}, faded(kBlack, 0.5F));
  });
  CHECK((image.at(5, 5) & 0xFFU) == 127);
  CHECK(count(image, image.at(5, 5)) == 64 * 64);
}

TEST_CASE("nothing is drawn outside a clip") {
  const Image image = picture_of([](Canvas& canvas) {
    canvas.push_clip({{8, 8}, {16, 16}});
    canvas.rect({{0, 0}, {64, 64}}, kWhite);
    canvas.pop_clip();
  });
  CHECK(count(image, kWhite) == 8 * 8);
}

TEST_CASE("a disc has the area of a disc") {
  const Image image = picture_of([](Canvas& canvas) { canvas.disc({32, 32}, 20, kWhite); });
  double light = 0;
  for (const Colour pixel : image.pixels) light += (pixel & 0xFFU) / 255.0;
  // its rim is smoothed outwards by half a pixel
  CHECK(light == doctest::Approx(3.14159 * 20 * 20).epsilon(0.06));
}

TEST_CASE("letters leave ink where they are, Cyrillic ones too, and the same every time") {
  const auto draw = [](Canvas& canvas) { canvas.text({4, 20}, "Мирʼ", kWhite); };
  const Image image = picture_of(draw);
  const long inked = static_cast<long>(image.pixels.size()) - count(image, kBlack);
  CHECK(inked > 60);
  for (int x = 0; x < 64; ++x) CHECK(image.at(x, 10) == kBlack);
  CHECK(image.pixels == picture_of(draw).pixels);
}
