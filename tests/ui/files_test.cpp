// Files of a person: what is offered, what is written, what comes back.

#include "ui/files.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "support/folder.hpp"
#include "ui/classroom.hpp"
#include "ui/csv.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/headless/headless.hpp"
#include "ui/outside.hpp"
#include "ui/search.hpp"
#include "ui/svg.hpp"

namespace detente::ui {
namespace {

namespace fs = std::filesystem;

constexpr auto kParis = DETENTE_SOURCE_DIR "/scenarios/paris.yaml";

/// A folder with the Paris talks in it.
struct Folder : detente::support::Folder {
  Folder() { fs::copy_file(kParis, file("paris.yaml")); }
};

std::string read(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

Desk paris_in(const Folder& folder) {
  Desk desk;
  open_file(desk, folder.file("paris.yaml"));
  REQUIRE(desk.problems.empty());
  return desk;
}

/// What think() would compute for the current branch.
void play_current(Desk& desk) {
  const Branch& branch = *current_branch(desk);
  desk.results.played[branch.id] =
      std::make_shared<const Played>(play(*desk.document.source, branch));
}

const Edit kWalkAway{.path = "actors.russia.walk_away", .value = Value::of(0.66)};

}  // namespace

TEST_CASE("a branch from the start is saved as a scenario, comments and all") {
  const Folder folder;
  Desk desk = paris_in(folder);
  REQUIRE(fork(desk, {kWalkAway}).empty());
  CHECK(unlike_scenario(desk).empty());
  const auto text = scenario_text(desk);
  REQUIRE(text.has_value());
  const std::string before = read(kParis);
  CHECK(*text != before);
  const auto count = [](const std::string& all, char letter) {
    return std::count(all.begin(), all.end(), letter);
  };
  CHECK(count(*text, '#') == count(before, '#'));
  CHECK(count(*text, '\n') == count(before, '\n'));
  CHECK(write_text(folder.file("firm.yaml"), *text).empty());
  open_file(desk, folder.file("firm.yaml"));
  REQUIRE(desk.problems.empty());
  const Scenario& scenario = *scenario_of(desk);
  CHECK(scenario.actors[index_of(scenario.actors, "russia")].walk_away == doctest::Approx(0.66));
}

TEST_CASE("a change made at a round is no scenario but a what-if, which comes back as a branch") {
  const Folder folder;
  Desk desk = paris_in(folder);
  Edit late = kWalkAway;
  late.at = At{"settlement", 3};
  REQUIRE(fork(desk, {late}).empty());
  REQUIRE(unlike_scenario(desk).size() == 1);
  CHECK(unlike_scenario(desk).front() == "files.has_rounds");
  const std::string file = fresh_name(desk, "what-if", ".yaml");
  CHECK(file == folder.file("paris-what-if.yaml"));
  CHECK(write_text(file, overlay_text(desk, file)).empty());
  CHECK(read(file).find("scenario: paris.yaml") != std::string::npos);

  Desk other = paris_in(folder);
  CHECK(open_overlay(other, file).empty());
  const Run& run = current_branch(other)->run;
  REQUIRE(run.edits.size() == 1);
  CHECK(run.edits.front().path == late.path);
  REQUIRE(run.edits.front().at.has_value());
  CHECK(run.edits.front().at->round == 3);
  CHECK(current_branch(other)->name == "paris-what-if");
}

TEST_CASE("what is no what-if is told, and nothing is changed") {
  const Folder folder;
  Desk desk = paris_in(folder);
  const std::string before = to_text(desk.document);
  CHECK(has_errors(open_overlay(desk, folder.file("paris.yaml"))));
  CHECK(has_errors(open_overlay(desk, folder.file("no_such.yaml"))));
  CHECK(to_text(desk.document) == before);
}

TEST_CASE("names that the program offers are never those of files that are there") {
  const Folder folder;
  const Desk desk = paris_in(folder);
  CHECK(fresh_name(desk, "", ".yaml") == folder.file("paris-2.yaml"));
  CHECK(write_text(folder.file("paris-2.yaml"), "x").empty());
  CHECK(fresh_name(desk, "", ".yaml") == folder.file("paris-3.yaml"));
  CHECK(fresh_name(desk, "why", ".svg") == folder.file("paris-why.svg"));
}

TEST_CASE("files near the open one are offered by kind") {
  const Folder folder;
  Desk desk = paris_in(folder);
  const std::string overlay = folder.file("what-if.yaml");
  CHECK(write_text(overlay, overlay_text(desk, overlay)).empty());
  const auto holds = [](const std::vector<std::string>& files, const std::string& file) {
    return std::find(files.begin(), files.end(), file) != files.end();
  };
  CHECK(holds(files_near(desk, FileKind::scenario), folder.file("paris.yaml")));
  CHECK_FALSE(holds(files_near(desk, FileKind::scenario), overlay));
  CHECK(holds(files_near(desk, FileKind::overlay), overlay));
}

TEST_CASE("what cannot be written says so and leaves nothing behind") {
  const Folder folder;
  CHECK_FALSE(write_text(folder.file("no/such/folder.yaml"), "x").empty());
  CHECK_FALSE(write_text(folder.file(""), "x").empty());
  CHECK(write_text(folder.file("a.txt"), "first").empty());
  CHECK(write_text(folder.file("a.txt"), "second").empty());
  CHECK(read(folder.file("a.txt")) == "second");
  CHECK_FALSE(is_there(folder.file("a.txt.new")));
}

TEST_CASE("codes are found among other words, and a changed one is flagged") {
  const Folder folder;
  Desk desk = paris_in(folder);
  REQUIRE(fork(desk, {kWalkAway}).empty());
  play_current(desk);
  const std::string code = code_of_branch(desk);
  REQUIRE_FALSE(code.empty());
  CHECK(code.size() <= kShareCodeLetters);
  const std::vector<PastedCode> found = codes_in("Anna: " + code + ", done\n\nnothing here\n");
  REQUIRE(found.size() == 2);
  CHECK(found[0].code == code);
  CHECK(found[0].name == "Anna");
  const Source& source = *desk.document.source;
  const ClassRow sound = check_code(code, source);
  CHECK(sound.verdict == detente::Verdict::ok);
  CHECK(sound.run.edits.size() == 1);
  CHECK(sound.outcome.agreed == current_run(desk)->trace.outcome.agreed);
  std::string changed = code;
  changed[10] = changed[10] == 'a' ? 'b' : 'a';
  CHECK(check_code(changed, source).verdict == detente::Verdict::tampered);
  CHECK(check_code(found[1].code, source).verdict == detente::Verdict::malformed);
}

TEST_CASE("a restored document gives no number to two branches and is played again") {
  const Folder folder;
  Desk desk = paris_in(folder);
  REQUIRE(fork(desk, {kWalkAway}).empty());
  const Document kept = desk.document;
  Desk fresh = paris_in(folder);
  play_current(fresh);
  restore(fresh, kept);
  CHECK(to_text(fresh.document) == to_text(kept));
  CHECK(fresh.results.played.empty());
  CHECK(fresh.next_branch > kept.current);
  copy_branch(fresh);
  CHECK(fresh.document.find(fresh.document.current) != nullptr);
  CHECK(fresh.document.branches.size() == 3);
}

TEST_CASE("tables for machines and for Excel") {
  const DataTable table{.head = {std::string("who, what"), std::string("n")},
                        .rows = {{std::string("a \"b\""), 0.5}, {Cell{}, -2.0}}};
  CHECK(to_csv(table, {}) == "\"who, what\",n\n\"a \"\"b\"\"\",0.5\n,-2\n");
  const CsvStyle excel{.separator = ';', .decimal = ',', .mark = true};
  CHECK(to_csv(table, excel) == "\xEF\xBB\xBFwho, what;n\r\n\"a \"\"b\"\"\";0,5\r\n;-2\r\n");
  CHECK(to_csv(parse_csv(to_csv(table, {})), {}) == to_csv(table, {}));
}

TEST_CASE("a drawing is well formed, cut to its box, and escapes what XML keeps for itself") {
  const Box box{{10, 10}, {110, 60}};
  const Box far{{200, 10}, {300, 60}};
  const std::vector<Stroke> strokes{{.kind = Stroke::Kind::text,
                                     .points = {{12, 12}},
                                     .colour = 0xFF000000U,
                                     .width = 14,
                                     .text = "a < b & \"c\" \x01",
                                     .clip = box},
                                    {.kind = Stroke::Kind::line,
                                     .points = {{0, 0}, {50, 50}},
                                     .colour = 0x800000FFU,
                                     .clip = box},
                                    {.kind = Stroke::Kind::text,
                                     .points = {{210, 12}},
                                     .colour = 0xFF000000U,
                                     .width = 14,
                                     .text = "elsewhere",
                                     .clip = far}};
  const std::string svg = to_svg(strokes, box, "R&D");
  CHECK(svg.find("a &lt; b &amp; &quot;c&quot; <") != std::string::npos);
  CHECK(svg.find("<title>R&amp;D</title>") != std::string::npos);
  CHECK(svg.find("elsewhere") == std::string::npos);
  CHECK(svg.find("stroke=\"#ff0000\" stroke-opacity=\"0.5\"") != std::string::npos);
  CHECK(svg.find("viewBox=\"10 10 100 50\"") != std::string::npos);
}

TEST_CASE("words are found whatever their case, in three alphabets' letters") {
  CHECK(has_all_words("Запис като СЦЕНАРИЙ", "сценарий запис"));
  CHECK(has_all_words("Ґанок Її Європа", "ґанок її європа"));
  CHECK(has_all_words("Save as scenario", "SCEN save"));
  CHECK_FALSE(has_all_words("Save as scenario", "save what-if"));
}

namespace {

/// Another program writes the file.
void write_over(const std::string& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
}

std::string with(std::string text, const std::string& part, const std::string& other) {
  const std::size_t at = text.find(part);
  REQUIRE(at != std::string::npos);
  return text.replace(at, part.size(), other);
}

}  // namespace

TEST_CASE("what another program does to the file is told once, and what is shown stays") {
  const Folder folder;
  const std::string file = folder.file("paris.yaml");
  Desk desk = paris_in(folder);
  SourceWatch watch;
  CHECK_FALSE(watch.pass(desk, 0.4F));
  CHECK_FALSE(watch.pass(desk, 1.0F));
  const std::string before = to_text(desk.document);
  const std::string text = read(file);

  write_over(file, text + "# more\n");
  CHECK_FALSE(watch.pass(desk, 0.4F));  // not yet
  CHECK(watch.pass(desk, 0.7F));
  CHECK_FALSE(desk.notice.bad);
  CHECK(desk.notice.text == say(desk, "outside.changed", {{"file", file}}));
  CHECK_FALSE(watch.pass(desk, 2.0F));

  write_over(file, with(text, "walk_away:", "walk_awya:"));
  CHECK(watch.pass(desk, 2.0F));
  CHECK(desk.notice.bad);
  CHECK(desk.notice.text.find("has 1 problem") != std::string::npos);
  CHECK(desk.problems.empty());

  fs::remove(file);
  CHECK(watch.pass(desk, 2.0F));
  CHECK(desk.notice.text == say(desk, "outside.gone", {{"file", file}}));
  CHECK_FALSE(watch.pass(desk, 2.0F));

  tell(desk, {});
  write_over(file, text);
  CHECK_FALSE(watch.pass(desk, 2.0F));  // as it is shown
  CHECK(to_text(desk.document) == before);
}

TEST_CASE("what was saved from the window is no news") {
  const Folder folder;
  Desk desk = paris_in(folder);
  SourceWatch watch;
  CHECK_FALSE(watch.pass(desk, 2.0F));
  REQUIRE(fork(desk, {kWalkAway}).empty());
  CHECK(write_text(folder.file("paris.yaml"), *scenario_text(desk)).empty());
  CHECK_FALSE(watch.pass(desk, 2.0F));
}

TEST_CASE("read again, branches keep their edits; one that does not fit is closed until undo") {
  const Folder folder;
  const std::string file = folder.file("paris.yaml");
  Desk desk = paris_in(folder);
  REQUIRE(fork(desk, {kWalkAway}, "firm").empty());
  const std::string before = to_text(desk.document);
  const std::string text = read(file);

  write_over(file, text + "# more\n");
  reload(desk);
  REQUIRE(desk.document.branches.size() == 2);
  CHECK(desk.document.source->yaml == text + "# more\n");
  CHECK(current_branch(desk)->name == "firm");
  CHECK(current_branch(desk)->run.edits.front().path == kWalkAway.path);
  CHECK(current_branch(desk)->parent == desk.document.branches.front()->id);
  CHECK(desk.notice.text == say(desk, "outside.read", {{"file", file}}));
  undo(desk);
  CHECK(to_text(desk.document) == before);

  write_over(file, with(text, "walk_away:", "walk_awya:"));
  reload(desk);
  CHECK_FALSE(desk.problems.empty());
  CHECK(to_text(desk.document) == before);
  desk.problems.clear();

  fs::copy_file(DETENTE_SOURCE_DIR "/scenarios/lessons/two-parties.yaml", file,
                fs::copy_options::overwrite_existing);
  reload(desk);
  REQUIRE(desk.document.branches.size() == 1);
  CHECK(desk.notice.bad);
  CHECK(desk.notice.text.find("1 branch does not fit") != std::string::npos);
  undo(desk);
  CHECK(to_text(desk.document) == before);
}

TEST_CASE("from the list of problems there is a way back, and one to read the file again") {
  const Folder folder;
  const std::string file = folder.file("paris.yaml");
  const std::string broken = folder.file("broken.yaml");
  const std::string text = read(file);
  Headless window(1280, 720);
  Desk& desk = window.desk();
  open_file(desk, file);
  REQUIRE(fork(desk, {kWalkAway}).empty());
  window.settle();
  write_over(broken, with(text, "walk_away:", "walk_awya:"));
  open_file(desk, broken);
  window.settle();
  REQUIRE(window.click("problems/back"));
  CHECK(desk.problems.empty());
  CHECK(desk.document.branches.size() == 2);

  write_over(file, read(broken));
  window.press(find_chord("Ctrl+Shift+R"));
  REQUIRE_FALSE(desk.problems.empty());
  REQUIRE(window.click("problems/again"));
  REQUIRE_FALSE(desk.problems.empty());
  write_over(file, text + "# mended\n");
  REQUIRE(window.click("problems/again"));
  CHECK(desk.problems.empty());
  CHECK(desk.document.branches.size() == 2);
  CHECK(desk.document.source->yaml == text + "# mended\n");

  tell(desk, {});
  write_over(file, text);
  window.app().rest(2.0F);  // no frame is drawn meanwhile
  CHECK(window.app().restless());
  window.settle();
  CHECK(window.value("narration/notice").find("Ctrl+Shift+R") != std::string::npos);
  CHECK_FALSE(window.app().restless());
}

}  // namespace detente::ui
