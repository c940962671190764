#include "ui/theme.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace detente::ui;  // NOLINT(google-build-using-namespace): tests only

namespace {

double least_text(ThemeName name) {
  return name == ThemeName::contrast ? 7.0 : 4.5;
}

std::vector<Colour> grounds(const Theme& theme) {
  return {theme.window, theme.pane, theme.raised, theme.hovered};
}

}  // namespace

// WCAG 2.1: white on black 21, #767676 on white 4.54 (the example that everybody checks with)
TEST_CASE("contrast is that of WCAG") {
  CHECK(contrast(0xFFFFFFFF, 0xFF000000) == doctest::Approx(21));
  CHECK(contrast(0xFF767676, 0xFFFFFFFF) == doctest::Approx(4.54).epsilon(0.002));
  CHECK(contrast(0xFF123456, 0xFF123456) == doctest::Approx(1));
}

TEST_CASE("every text can be read on every ground that it stands on") {
  for (const ThemeName name : kThemes) {
    CAPTURE(std::string(theme_code(name)));
    const Theme& it = theme(name);
    for (const Colour text : {it.text, it.quiet, it.link, it.accepts, it.refuses, it.warning}) {
      for (const Colour ground : grounds(it)) {
        CAPTURE(text);
        CAPTURE(ground);
        CHECK(contrast(text, ground) >= least_text(name));
      }
    }
    CHECK(contrast(it.on_accent, it.accent) >= least_text(name));
    // tips are inside out
    CHECK(contrast(it.pane, it.text) >= least_text(name));
  }
}

TEST_CASE("what is not text stands out three to one: actors, the ring, what is selected") {
  for (const ThemeName name : kThemes) {
    CAPTURE(std::string(theme_code(name)));
    const Theme& it = theme(name);
    for (const Colour actor : it.actors) CHECK(contrast(actor, it.pane) >= 3);
    CHECK(contrast(it.focus, it.pane) >= 3);
    CHECK(contrast(it.focus, it.window) >= 3);
    CHECK(contrast(it.accent, it.pane) >= 3);
  }
}

TEST_CASE("actors have twelve colours, and start over after them") {
  for (const ThemeName name : kThemes) {
    const Theme& it = theme(name);
    CHECK(std::set<Colour>(it.actors.begin(), it.actors.end()).size() == it.actors.size());
    CHECK(actor_colour(it, 12) == actor_colour(it, 0));
    CHECK(actor_colour(it, 13) == actor_colour(it, 1));
  }
}
