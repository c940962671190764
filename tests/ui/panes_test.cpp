// Every pane and every workspace, of nothing, of ordinary talks and of huge ones: nothing throws,
// something is drawn, and no two widgets share a path.

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/support.hpp"

using namespace detente::ui;           // NOLINT(google-build-using-namespace): tests only
using namespace detente::ui::support;  // NOLINT(google-build-using-namespace): tests only

namespace {

/// Panes that fill the workspace when they are maximised.
const std::vector<std::string> kPanes{
    "actors",      "graph",         "issues",        "acceptance", "why",       "timeline",
    "source",      "lesson",        "brief",         "table",      "move",      "debrief",
    "difference",  "overlay",       "side_a",        "side_b",     "zones",     "utilities",
    "outcome_map", "swap",          "improve",       "durability", "frontier",  "batch_near",
    "batch_map",   "batch_tornado", "batch_density", "batch_runs", "stability", "moves",
    "certificate", "power",         "values"};

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += word + ' ';
  return text;
}

void check_drawn(const Headless& window) {
  CHECK(joined(window.registry().repeated()) == "");
  const auto panes = panes_of(window);
  CHECK(panes.size() >= 2);
  for (const std::string& pane : panes) {
    CAPTURE(pane);
    CHECK(has_content(window, pane));
  }
}

/// Every place and every pane on its own, as the window is now.
void look_at_everything(Headless& window) {
  for (const Place& place : all_places()) {
    CAPTURE(place.name);
    glance(window, place);
    check_drawn(window);
  }
  for (const std::string& pane : kPanes) {
    CAPTURE(pane);
    glance(window, all_places().front());
    window.desk().view.maximised = pane;
    window.frames(3);
    check_drawn(window);
    const auto panes = panes_of(window);
    CHECK(std::find(panes.begin(), panes.end(), pane) != panes.end());
  }
}

}  // namespace

TEST_CASE("every pane on an empty desk") {
  Headless window(1600, 900);
  window.desk().tour.open = false;
  look_at_everything(window);
}

TEST_CASE("every pane on Paris, at the opening, in the middle and at the end") {
  Headless window(1600, 900, Jobs::Mode::threads);
  open_shipped(window);
  window.settle();
  const int last = 1000;
  for (const int frame : {0, 5, last}) {
    CAPTURE(frame);
    show_branch(window.desk(), window.desk().document.branches.front()->id);
    glance(window, all_places().front());
    move_playhead(window.desk(), frame);
    look_at_everything(window);
  }
}

TEST_CASE("every pane on forty actors, ten issues, a hundred rounds") {
  Headless window(1600, 900, Jobs::Mode::threads);
  open_generated(window, kHuge);
  look_at_everything(window);
}

TEST_CASE("every pane in a window as small as it may get") {
  Headless window(960, 640, Jobs::Mode::threads);
  open_generated(window, kLarge);
  look_at_everything(window);
}

TEST_CASE("every workspace with the largest letters in the smallest window") {
  Headless window(960, 640);
  open_shipped(window);
  window.desk().settings.scale = kMostScale;
  for (const Place& place : all_places()) {
    CAPTURE(place.name);
    glance(window, place);
    CHECK_FALSE(panes_of(window).empty());
  }
}
