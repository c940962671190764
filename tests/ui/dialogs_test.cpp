// Dialogs and the first sixty seconds, by keys and through what is drawn.

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "support/folder.hpp"
#include "ui/actions.hpp"
#include "ui/classroom.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/headless/headless.hpp"

namespace detente::ui {
namespace {

namespace fs = std::filesystem;

constexpr auto kParis = DETENTE_SOURCE_DIR "/scenarios/paris.yaml";

using detente::support::Folder;

/// The window with a file open.
struct Window {
  explicit Window(const std::string& file = kParis, const std::string& state = {})
      : headless(1600, 900, Jobs::Mode::settle, state) {
    open_file(headless.desk(), file);
    headless.settle();
  }

  void key(const std::string& chords) {
    std::istringstream all(chords);
    for (std::string chord; all >> chord;) headless.press(find_chord(chord));
  }
  /// Text into the field that has the keyboard, in place of what is there.
  void retype(const std::string& text) {
    key("Ctrl+A");
    headless.type(text);
  }
  std::string value(const std::string& path) const { return headless.value(path); }
  bool drawn(const std::string& path) const { return headless.registry().find(path) != nullptr; }
  Desk& desk() { return headless.desk(); }

  Headless headless;
};

std::string read(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("the palette has every action, by its English id") {
  Window window;
  window.key("Ctrl+K");
  for (const Action& action : all_actions()) {
    window.retype(std::string(action.id));
    CHECK_MESSAGE(window.drawn("palette/" + std::string(action.id)), action.id);
  }
}

TEST_CASE("the palette does what Enter is pressed on, and says why it cannot") {
  Window window;
  window.key("Ctrl+K");
  window.headless.type("to the end");
  window.key("Enter");
  CHECK_FALSE(window.drawn("palette/query"));
  CHECK(window.desk().view.frame > 0);
  window.key("Ctrl+K");
  window.headless.type("redo");
  window.key("Enter");
  CHECK(window.value("palette/fault") == "There is nothing to redo.");
  window.key("Escape");
  CHECK(window.desk().dialogs.open == Dialog::none);
}

TEST_CASE("a file that is there is replaced only when asked twice") {
  const Folder folder;
  const std::string file = folder.file("paris.yaml");
  fs::copy_file(kParis, file);
  Window window(file);
  REQUIRE(change(window.desk(), "actors.russia.walk_away", Value::of(0.66)).empty());
  window.headless.settle();
  window.key("Ctrl+S");
  CHECK(window.value("save/file") == folder.file("paris-2.yaml"));
  window.retype(file);
  window.key("Enter");
  CHECK(window.value("save/fault").find("there already") != std::string::npos);
  CHECK(read(file) == read(kParis));
  window.key("Enter");
  CHECK(window.desk().dialogs.open == Dialog::none);
  CHECK(read(file).find("0.66") != std::string::npos);
}

TEST_CASE("a new scenario is made from words and can be played and saved") {
  const Folder folder;
  Window window;
  window.key("Ctrl+N");
  window.headless.type("River talks");
  window.key("Tab");
  window.headless.type("Upper town\nLower town");
  window.key("Tab");
  window.headless.type("Water: none, half, all\nToll: low, high");
  REQUIRE(window.headless.click("new/ok"));
  CHECK(window.value("new/fault") == "");
  REQUIRE(window.desk().problems.empty());
  CHECK(scenario_of(window.desk())->actors.size() == 2);
  CHECK(current_run(window.desk()) != nullptr);
  window.key("Ctrl+S");
  window.retype(folder.file("river.yaml"));
  window.key("Enter");
  CHECK(is_regular_file(fs::path(folder.file("river.yaml"))));
  CHECK(window.desk().document.source->file == folder.file("river.yaml"));
}

TEST_CASE("fields are entered by the mouse, and letters that ImGui cannot hold are dropped") {
  Window window;
  window.key("Ctrl+N");
  REQUIRE(window.headless.click("new/actors"));
  window.headless.type("Norway");
  CHECK(window.value("new/actors") == "Norway");
  REQUIRE(window.headless.click("new/issues"));
  window.headless.type("Fish \U0001F41F: none, all");
  CHECK(window.value("new/issues") == "Fish : none, all");
  window.key("Escape");
  window.key("Escape");
  window.key("Ctrl+G");
  REQUIRE(window.headless.click("actors/us_power"));
  window.headless.type("140");
  window.key("Enter");
  REQUIRE(current_branch(window.desk())->own_edits == 1);
  CHECK(current_branch(window.desk())->run.edits.back().value.scalar == "140");
}

TEST_CASE("what was told of a branch goes with it") {
  Window window;
  REQUIRE(change(window.desk(), "actors.russia.walk_away", Value::of(0.66)).empty());
  window.headless.settle();
  CHECK_FALSE(window.desk().notice.text.empty());
  window.key("Ctrl+Z");
  CHECK(window.desk().notice.text.empty());
}

TEST_CASE("what is missing in a new scenario is told in place") {
  Window window;
  window.key("Ctrl+N");
  window.headless.type("Nobody");
  REQUIRE(window.headless.click("new/ok"));
  CHECK_FALSE(window.value("new/fault").empty());
  CHECK(window.desk().document.source->file == kParis);
}

TEST_CASE("a shared run comes back as a branch, a changed code is told") {
  Window window;
  REQUIRE(change(window.desk(), "actors.russia.walk_away", Value::of(0.66)).empty());
  window.headless.settle();
  window.key("Ctrl+Shift+C");
  const std::string code = window.value("share/code");
  CHECK(code.starts_with("DT1."));
  window.key("Enter");
  CHECK(window.desk().to_clipboard == code);

  Window other;
  other.key("Ctrl+Shift+V");
  other.headless.type(code.substr(0, code.size() - 2));
  other.key("Enter");
  CHECK(other.value("paste/fault").find("wrong or missing") != std::string::npos);
  other.retype(code);
  other.key("Enter");
  CHECK(other.desk().dialogs.open == Dialog::none);
  CHECK(current_run(other.desk())->digest == current_run(window.desk())->digest);
}

TEST_CASE("a class of codes is counted, flagged and opened") {
  Window window;
  const std::string base = code_of_branch(window.desk());
  REQUIRE(change(window.desk(), "stages.settlement.rounds", Value::of(2)).empty());
  window.headless.settle();
  const std::string other = code_of_branch(window.desk());
  REQUIRE_FALSE(other.empty());
  window.key("Ctrl+Shift+K");
  window.headless.type("Anna " + base + "\nBo: " + base + "\n" + other + "\nhello\n");
  window.headless.settle();
  CHECK(window.value("class/count_1").starts_with("2 ×"));
  CHECK(window.value("class/row_1_1") == "Played again: as it says");
  CHECK(window.value("class/row_4_1") == "Flagged");
  const std::size_t branches = window.desk().document.branches.size();
  REQUIRE(window.headless.click("class/row_3"));
  CHECK(window.desk().document.branches.size() == branches + 1);
  CHECK(window.desk().dialogs.open == Dialog::none);
}

TEST_CASE("the small buttons of a pane explain, enlarge and export it") {
  const Folder folder;
  Window window;
  REQUIRE(window.headless.click("graph/help"));
  CHECK(window.value("glossary/name") == "Bloc");
  window.key("Escape");
  REQUIRE(window.headless.click("graph/maximise"));
  CHECK(window.desk().view.maximised == "graph");
  REQUIRE(window.headless.click("graph/maximise"));
  CHECK(window.desk().view.maximised.empty());
  for (const char* const kind : {"0", "1", "2", "3"}) {
    REQUIRE(window.headless.click("timeline/export"));
    REQUIRE(window.headless.click(std::string("exports/kind/") + kind));
    REQUIRE(window.headless.click("exports/file"));
    window.retype(folder.file(std::string("timeline.") + kind));
    window.key("Enter");
    window.headless.settle();
  }
  CHECK(read(folder.file("timeline.0")).starts_with("\x89PNG"));
  const std::string svg = read(folder.file("timeline.1"));
  CHECK(svg.find("Settlement with Russia") != std::string::npos);
  CHECK(svg.find("Coalition graph") == std::string::npos);
  CHECK(read(folder.file("timeline.2")).starts_with("Stage,Round,"));
  CHECK(read(folder.file("timeline.3")).starts_with("\xEF\xBB\xBFStage;Round;"));
}

TEST_CASE("after a crash at most the last move is lost") {
  const Folder folder;
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    Window window(kParis, folder.file("state"));
    select_actor(window.desk(), index_of(scenario_of(window.desk())->actors, "ukraine"));
    window.key("Ctrl+R Ctrl+Backspace Ctrl+Backspace");
    std::raise(SIGKILL);
  }
  int status = 0;
  waitpid(child, &status, 0);
  REQUIRE(WIFSIGNALED(status));

  Window window(kParis, folder.file("state"));
  CHECK(window.desk().dialogs.open == Dialog::recover);
  REQUIRE(window.drawn("recover/restore"));
  window.key("Enter");
  REQUIRE(current_branch(window.desk()) != nullptr);
  CHECK(current_branch(window.desk())->seat >= 0);
  CHECK(current_branch(window.desk())->run.moves.size() >= 1);
  CHECK(current_run(window.desk()) != nullptr);
  window.headless.app().close();

  const Window next(kParis, folder.file("state"));
  CHECK_FALSE(next.drawn("recover/restore"));
}

TEST_CASE("the first sixty seconds go by keys alone, in every language") {
  for (const Language language : kLanguages) {
    Window window;
    window.desk().settings.language = language;
    window.desk().tour.open = true;
    window.headless.settle();
    CHECK(window.value("tour/words") ==
          scenario_of(window.desk())->lesson.question.in(language, ""));
    window.key("Enter");
    CHECK(window.desk().tour.prediction == Prediction::yes);
    CHECK(window.desk().tour.card == 1);
    window.key("Space");
    window.headless.frames(200);
    CHECK_FALSE(window.desk().view.playing);
    CHECK(window.desk().tour.card == 2);
    window.key("Enter");
    CHECK(window.desk().tour.card == 3);
    // no change turns the first decision: to the end, there to the change, try it
    window.key("Enter");
    window.headless.settle();
    window.key("Enter Enter");
    CHECK(window.desk().document.branches.size() == 2);
    CHECK(window.desk().tour.card == 4);
    window.key("Ctrl+Z");
    CHECK(window.desk().document.branches.size() == 1);
    REQUIRE(window.headless.click("tour/done"));
    CHECK(window.desk().settings.tour_seen);
    CHECK_FALSE(window.drawn("tour/words"));
  }
}

}  // namespace detente::ui
