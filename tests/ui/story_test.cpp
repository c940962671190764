// The first sixty seconds of a student, by keys only, in every language.

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "detente/scenario/text.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/headless/script.hpp"
#include "ui/support.hpp"

using namespace detente::ui;           // NOLINT(google-build-using-namespace): tests only
using namespace detente::ui::support;  // NOLINT(google-build-using-namespace): tests only

namespace {

/// The window as it opens for the first time.
void open_first_time(Headless& window, detente::Language language) {
  window.desk().settings.language = language;
  open_shipped(window);
  window.desk().tour.open = true;
  window.settle();
}

std::string read_script(detente::Language language) {
  const std::string name = "story_" + std::string(language_code(language)) + ".txt";
  std::ifstream file(std::string(DETENTE_SOURCE_DIR) + "/tests/ui/scripts/" + name);
  REQUIRE(file.good());
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string run_story(const std::string& text, detente::Language language) {
  Headless window(1600, 900);
  open_first_time(window, language);
  const auto script = parse_script("story.txt", text);
  REQUIRE(script.has_value());
  return run_script(*script, window, std::cout);
}

void press(Headless& window, const std::string& chord) {
  window.press(find_chord(chord));
}

}  // namespace

TEST_CASE("a student predicts, plays, asks why, changes one thing and takes it back, by keys") {
  for (const detente::Language language : detente::kLanguages) {
    CAPTURE(language_code(language));
    Headless window(1600, 900);
    open_first_time(window, language);
    Desk& desk = window.desk();
    CHECK(desk.view.frame == 0);
    CHECK(window.app().ui().focused() == "tour/yes");
    press(window, "Enter");
    CHECK(desk.tour.prediction == Prediction::yes);
    CHECK(desk.tour.card == 1);

    press(window, "Space");
    CHECK(desk.view.playing);
    for (int frame = 0; frame < 2000 && desk.view.playing; ++frame) window.frames(1);
    window.settle();
    CHECK(desk.view.frame > 0);
    CHECK(is_event(*current_run(desk), desk.view.frame));
    CHECK(desk.tour.card == 2);
    CHECK(window.value("why/headline") != "");

    press(window, "Enter");
    CHECK(desk.tour.card == 3);
    const std::string before = to_text(desk.document);
    // nothing turns this decision: the card leads to the end of the talks, where something does
    press(window, "Enter");
    press(window, "Enter");
    CHECK(window.app().ui().focused().ends_with("_try"));
    press(window, "Enter");
    CHECK(desk.document.branches.size() == 2);
    CHECK(desk.tour.card == 4);
    CHECK(desk.notice.text != "");

    press(window, "Ctrl+Z");
    CHECK(to_text(desk.document) == before);
    press(window, "Escape");
    CHECK_FALSE(desk.tour.open);
  }
}

TEST_CASE("the same story as scripts, with what is drawn in each language") {
  for (const detente::Language language : detente::kLanguages) {
    CAPTURE(language_code(language));
    CHECK(run_story(read_script(language), language) == "");
  }
}

TEST_CASE("a story in another language, or with a broken expectation, fails with its line") {
  const std::string story = read_script(detente::Language::en);
  const std::string wrong = run_story(story, detente::Language::bg);
  CHECK(wrong.find("story.txt:") == 0);
  CHECK(wrong.find("expect ") != std::string::npos);
  const auto lines = std::count(story.begin(), story.end(), '\n');
  CHECK(run_story(story + "expect why/title Never\n", detente::Language::en) ==
        "story.txt:" + std::to_string(lines + 1) +
            ": expect why/title: expected 'Never', drawn 'Why?'");
}

TEST_CASE("a branch and undo, by keys, leave the document byte for byte as it was; redo likewise") {
  Headless window(1600, 900);
  open_shipped(window);
  Desk& desk = window.desk();
  for (int step = 0; step < 4; ++step) press(window, "Right");
  const std::string before = to_text(desk.document);
  press(window, "Ctrl+B");
  press(window, "Ctrl+M");
  const std::string after = to_text(desk.document);
  CHECK(after != before);
  press(window, "Ctrl+Z");
  press(window, "Ctrl+Z");
  CHECK(to_text(desk.document) == before);
  press(window, "Ctrl+Y");
  press(window, "Ctrl+Y");
  CHECK(to_text(desk.document) == after);
}
