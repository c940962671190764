// What is on the screen, measured: every letter has a picture, no text leaves its pane or lies on
// another, and all of it can be read.

#include <doctest/doctest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "detente/scenario/text.hpp"
#include "ui/desk_change.hpp"
#include "ui/fonts.hpp"
#include "ui/support.hpp"

using namespace detente::ui;           // NOLINT(google-build-using-namespace): tests only
using namespace detente::ui::support;  // NOLINT(google-build-using-namespace): tests only
using detente::kLanguages;

namespace {

constexpr float kLonger = 1.4F;  // what words must be able to grow by
constexpr std::array kTwoThemes{ThemeName::light, ThemeName::dark};

Box intersection(const Box& a, const Box& b) {
  return {{std::max(a.min.x, b.min.x), std::max(a.min.y, b.min.y)},
          {std::min(a.max.x, b.max.x), std::min(a.max.y, b.max.y)}};
}

float area(const Box& box) {
  return std::max(box.width(), 0.0F) * std::max(box.height(), 0.0F);
}

/// Where the letters of a text are: its line without most of what is above and below.
Box letters_of(const Stroke& stroke) {
  const Point size = measure(stroke.text, stroke.face);
  const Point at = stroke.points.front();
  return {{at.x, at.y + size.y * 0.2F}, {at.x + size.x, at.y + size.y * 0.85F}};
}

std::vector<const Stroke*> texts_of(const Headless& window) {
  std::vector<const Stroke*> texts;
  auto& app = const_cast<Headless&>(window).app();  // NOLINT(*-const-cast): only read
  for (const Stroke& stroke : app.ui().strokes()) {
    if (stroke.kind == Stroke::Kind::text) texts.push_back(&stroke);
  }
  return texts;
}

/// "…" and what else is cut short on purpose is fine; a letter without a picture is not.
std::string without_glyph(const Stroke& stroke) {
  const ImFont* const font = font_of(stroke.face);
  const char* letter = stroke.text.data();
  const char* const end = letter + stroke.text.size();
  while (letter < end) {
    unsigned int code = 0;
    letter += std::max(ImTextCharFromUtf8(&code, letter, end), 1);
    const bool blank = code == ' ' || code == '\n';
    if (!blank && font->FindGlyphNoFallback(static_cast<ImWchar>(code)) == nullptr) {
      return "U+" + std::to_string(code) + " in '" + stroke.text + "'\n";
    }
  }
  return {};
}

std::string outside_pane(const Stroke& stroke) {
  const Box box = letters_of(stroke);
  const bool inside = box.min.x >= stroke.clip.min.x - 1 && box.max.x <= stroke.clip.max.x + 1;
  return inside ? std::string() : "'" + stroke.text + "' leaves its place\n";
}

/// The pane that a text is in, or an empty text: the smallest around it.
std::string pane_around(const Headless& window, const Stroke& stroke) {
  std::string found;
  float smallest = 0;
  for (const std::string& pane : panes_of(window)) {
    const Box& box = window.registry().find(pane + "/pane")->box;
    const bool around =
        box.inset(-1).contains(stroke.clip.min) && box.inset(-1).contains(stroke.clip.max);
    if (!around || (!found.empty() && area(box) >= smallest)) continue;
    found = pane;
    smallest = area(box);
  }
  return found;
}

/// Letters half hidden below the edge of a pane that cannot be scrolled.
std::string cut_in_height(const Headless& window, const Stroke& stroke) {
  const Box box = letters_of(stroke);
  const bool cut = (box.min.y < stroke.clip.max.y && box.max.y > stroke.clip.max.y + 2) ||
                   (box.min.y < stroke.clip.min.y - 2 && box.max.y > stroke.clip.min.y);
  if (!cut) return {};
  const std::string pane = pane_around(window, stroke);
  const bool scrolls = window.registry().find(pane + "/scroll") != nullptr;
  return scrolls ? std::string() : "'" + stroke.text + "' is cut in " + pane + "\n";
}

std::string on_one_another(const std::vector<const Stroke*>& texts) {
  constexpr float kTouching = 0.15F;
  std::string faults;
  for (std::size_t first = 0; first < texts.size(); ++first) {
    const Box a = intersection(letters_of(*texts[first]), texts[first]->clip);
    if (area(a) <= 0) continue;
    for (std::size_t second = first + 1; second < texts.size(); ++second) {
      const Box b = intersection(letters_of(*texts[second]), texts[second]->clip);
      if (area(b) > 0 && area(intersection(a, b)) > kTouching * std::min(area(a), area(b))) {
        faults += "'" + texts[first]->text + "' and '" + texts[second]->text + "' overlap\n";
      }
    }
  }
  return faults;
}

/// The colour that there is most of.
Colour ground_of(const Image& image, const Box& box) {
  std::map<Colour, int> counts;
  for (int y = static_cast<int>(box.min.y); y < static_cast<int>(box.max.y); ++y) {
    for (int x = static_cast<int>(box.min.x); x < static_cast<int>(box.max.x); ++x) {
      ++counts[image.at(x, y) | 0xFF000000U];
    }
  }
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

/// A colour that lets some of the ground through.
Colour over(Colour ground, Colour colour) {
  const unsigned alpha = colour >> 24U;
  Colour mixed = 0xFF000000U;
  for (const unsigned shift : {0U, 8U, 16U}) {
    const unsigned below = ground >> shift & 0xFFU;
    const unsigned above = colour >> shift & 0xFFU;
    mixed |= (below * (255U - alpha) + above * alpha) / 255U << shift;
  }
  return mixed;
}

std::string hard_to_read(const Image& image, const Stroke& stroke, double least) {
  const Box screen{{0, 0}, {static_cast<float>(image.width), static_cast<float>(image.height)}};
  const Box box = intersection(intersection(letters_of(stroke), stroke.clip), screen);
  if (box.width() < 3 || box.height() < 3) return {};
  const Colour ground = ground_of(image, box);
  const double ratio = contrast(over(ground, stroke.colour), ground);
  return ratio >= least ? std::string()
                        : "'" + stroke.text + "' has " + std::to_string(ratio) + "\n";
}

/// Calls look(window) at every place, in every language and theme; faults are told by place.
template <typename Look>
void everywhere(Headless& window, Look look) {
  for (const Place& place : all_places()) {
    visit(window, place);
    for (const detente::Language language : kLanguages) {
      for (const ThemeName theme : kTwoThemes) {
        window.desk().settings.language = language;
        window.desk().settings.theme = theme;
        window.settle();
        const std::string faults = look(window);
        const std::string where = std::string(place.name) + ' ' +
                                  std::string(language_code(language)) + ' ' +
                                  std::string(theme_code(theme)) + "\n";
        CHECK_MESSAGE(faults.empty(), where << faults);
      }
    }
  }
}

}  // namespace

TEST_CASE("the measurements below find what is wrong") {
  Headless window(400, 300);
  window.frames(1);
  const Box all{{0, 0}, {400, 300}};
  const Stroke text{.kind = Stroke::Kind::text,
                    .points = {{10, 10}},
                    .colour = 0xFF888888U,
                    .text = "Round",
                    .clip = all};
  Stroke foreign = text;
  foreign.text = "回";
  Stroke narrow = text;
  narrow.clip.max.x = 20;
  CHECK(without_glyph(text).empty());
  CHECK_FALSE(without_glyph(foreign).empty());
  CHECK(outside_pane(text).empty());
  CHECK_FALSE(outside_pane(narrow).empty());
  CHECK(on_one_another({&text}).empty());
  CHECK_FALSE(on_one_another({&text, &narrow}).empty());
  const Image white{
      .width = 400, .height = 300, .pixels = std::vector<Colour>(400 * 300, 0xFFFFFFFFU)};
  CHECK(hard_to_read(white, text, 3.0).empty());
  CHECK_FALSE(hard_to_read(white, text, 4.5).empty());
}

TEST_CASE("no letter is missing, no text leaves its place or lies on another, 40 % longer") {
  Headless window(1600, 900);
  open_shipped(window);
  move_playhead(window.desk(), 5);
  window.app().stretch = kLonger;
  everywhere(window, [](const Headless& shown) {
    const auto texts = texts_of(shown);
    CHECK(texts.size() > 10);
    std::string faults;
    for (const Stroke* const text : texts) {
      faults += without_glyph(*text) + outside_pane(*text) + cut_in_height(shown, *text);
    }
    return faults + on_one_another(texts);
  });
}

TEST_CASE("the same of generated talks, whose titles are long, in a small window") {
  Headless window(1024, 768, Jobs::Mode::threads);
  open_generated(window, kLarge);
  for (const Place& place : all_places()) {
    glance(window, place);
    const auto texts = texts_of(window);
    std::string faults;
    for (const Stroke* const text : texts) faults += without_glyph(*text) + outside_pane(*text);
    CHECK_MESSAGE(faults.empty(), std::string(place.name) << '\n' << faults);
  }
}

TEST_CASE("the same of every dialog, every menu and the first cards") {
  Headless window(1280, 800);
  open_shipped(window);
  window.app().stretch = kLonger;
  Desk& desk = window.desk();
  const auto check = [&](const std::string& what) {
    window.settle();
    std::string faults;
    for (const Stroke* const text : texts_of(window)) {
      faults += without_glyph(*text) + outside_pane(*text);
    }
    CHECK_MESSAGE(faults.empty(), what << ' ' << language_code(desk.settings.language) << '\n'
                                       << faults);
  };
  for (const detente::Language language : kLanguages) {
    desk.settings.language = language;
    for (int dialog = 1; dialog <= static_cast<int>(Dialog::exports); ++dialog) {
      desk.dialogs = {};
      desk.dialogs.open = static_cast<Dialog>(dialog);
      check("dialog " + std::to_string(dialog));
    }
    desk.dialogs = {};
    for (int menu = 0; menu < 7; ++menu) {
      desk.view.open_menu = menu;
      check("menu " + std::to_string(menu));
    }
    desk.view.open_menu = -1;
    for (int card = 0; card < 5; ++card) {
      desk.tour.open = true;
      desk.tour.card = card;
      check("card " + std::to_string(card));
    }
    desk.tour = {};
  }
}

TEST_CASE("everything can be read: 4.5 to 1, and 7 to 1 on a projector") {
  Headless window(1600, 900);
  open_shipped(window);
  everywhere(window, [](Headless& shown) {
    const double least = shown.desk().view.presenting ? 7.0 : 4.5;
    const Image& image = shown.picture();
    std::string faults;
    for (const Stroke* const text : texts_of(shown)) faults += hard_to_read(image, *text, least);
    return faults;
  });
}

TEST_CASE("on a projector 720 pixels high no letter is smaller than 28 pixels") {
  Headless window(1280, 720);
  open_shipped(window);
  for (const Place& place : all_places()) {
    if (!place.name.starts_with("present")) continue;
    visit(window, place);
    const auto texts = texts_of(window);
    REQUIRE_FALSE(texts.empty());
    for (const Stroke* const text : texts) {
      CAPTURE(text->text);
      CHECK(text->width >= 28.0F - 0.5F);
    }
  }
}
