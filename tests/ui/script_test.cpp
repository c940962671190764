#include "ui/headless/script.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "ui/desk_change.hpp"
#include "ui/headless/headless.hpp"

using namespace detente::ui;  // NOLINT(google-build-using-namespace): tests only

namespace {

/// What a script says of the Paris talks: an empty text, or what went wrong.
std::string play(const std::string& text, std::string* listed = nullptr) {
  Headless headless(1600, 900);
  open_file(headless.desk(), DETENTE_SOURCE_DIR "/scenarios/paris.yaml");
  const auto script = parse_script("demo.txt", text);
  REQUIRE(script.has_value());
  std::ostringstream lines;
  std::string wrong = run_script(*script, headless, lines);
  if (listed != nullptr) *listed = lines.str();
  return wrong;
}

std::string fault_of(const std::string& text) {
  const auto script = parse_script("demo.txt", text);
  REQUIRE_FALSE(script.has_value());
  return detente::to_string(script.error().front());
}

}  // namespace

TEST_CASE("a script is read line by line") {
  const auto script = parse_script("demo.txt",
                                   "# a comment\n\n"
                                   "key Space Ctrl+B\n"
                                   "  expect why/title   Why?  \n"
                                   "expect why/title ~ hy\n"
                                   "expect why/nothing -\n"
                                   "drag lab/power 3.5\n");
  REQUIRE(script.has_value());
  REQUIRE(script->commands.size() == 5);
  CHECK(script->commands[0].rest == "Space Ctrl+B");
  CHECK(script->commands[1].line == 4);
  CHECK(script->commands[1].target == "why/title");
  CHECK(script->commands[1].rest == "Why?");
  CHECK(script->commands[2].match == Command::Match::contains);
  CHECK(script->commands[3].match == Command::Match::absent);
}

TEST_CASE("what is no command is told with its line, all in one go") {
  CHECK(fault_of("clikc why/title").find("demo.txt:1:1") == 0);
  CHECK(fault_of("clikc why/title").find("did you mean 'click'?") != std::string::npos);
  CHECK(fault_of("key Sapce").find("there is no key 'Sapce'") != std::string::npos);
  CHECK(fault_of("frames many").find("whole number") != std::string::npos);
  CHECK(fault_of("drag lab/power far").find("drag needs") != std::string::npos);
  CHECK(fault_of("click").find("where") != std::string::npos);
  const auto script = parse_script("demo.txt", "jump\nkey Space\nhop\n");
  REQUIRE_FALSE(script.has_value());
  CHECK(script.error().size() == 2);
}

TEST_CASE("a script passes if all that it expects is drawn") {
  CHECK(play("expect why/title Why?\nexpect why/title ~ hy\nexpect why/no_such -\n") == "");
}

TEST_CASE("a label that is not the one expected fails the script, with its line") {
  CHECK(play("# first\nexpect why/title Because\n") ==
        "demo.txt:2: expect why/title: expected 'Because', drawn 'Why?'");
  CHECK(play("expect why/title ~ ???\n").find("drawn 'Why?'") != std::string::npos);
  CHECK(play("expect why/title -\n") ==
        "demo.txt:1: expect why/title: expected nothing, drawn 'Why?'");
}

TEST_CASE("a widget that is not drawn fails the script, and the nearest one is named") {
  const std::string wrong = play("click why/titel\n");
  CHECK(wrong.find("demo.txt:1: click why/titel: no such widget") == 0);
  CHECK(wrong.find("did you mean 'why/title'?") != std::string::npos);
}

TEST_CASE("list prints the names of what is drawn and what each shows") {
  std::string all;
  std::string some;
  REQUIRE(play("list\n", &all) == "");
  REQUIRE(play("list runs/\n", &some) == "");
  CHECK(all.find("why/title\tWhy?\n") != std::string::npos);
  CHECK(all.find(some) != std::string::npos);
  CHECK(some.find("runs/branch\tBranch\n") != std::string::npos);
  CHECK(some.find("runs/undo\tUndo\t(") != std::string::npos);  // greyed, and why
  CHECK(some.find("why/") == std::string::npos);
}
