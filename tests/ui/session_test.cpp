// What a window keeps: settings, and a journal that only a crash leaves behind.

#include "ui/session.hpp"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <string>

#include "support/folder.hpp"
#include "ui/desk_change.hpp"

namespace detente::ui {
namespace {

using detente::support::Folder;

/// Paris with one branch.
Desk desk_with_branch() {
  Desk desk;
  open_file(desk, DETENTE_SOURCE_DIR "/scenarios/paris.yaml");
  REQUIRE(desk.problems.empty());
  REQUIRE(fork(desk, {{.path = "actors.russia.walk_away", .value = Value::of(0.66)}}).empty());
  return desk;
}

}  // namespace

TEST_CASE("settings come back as they were kept") {
  const Folder folder;
  Settings settings;
  settings.language = Language::uk;
  settings.theme = ThemeName::dark;
  settings.scale = 1.5F;
  settings.splits["story"] = 0.3F;
  {
    Session session(folder.path());
    session.keep(settings, {});
    session.close();
  }
  const Session again(folder.path());
  CHECK(to_text(again.load_settings()) == to_text(settings));
}

TEST_CASE("settings that make no sense keep their defaults") {
  const Settings settings = parse_settings(
      R"({"language": "xx", "theme": 7, "scale": 90, "splits": {"a": 3, "b": "c"}})");
  CHECK(settings.language == Language::en);
  CHECK(settings.theme == ThemeName::light);
  CHECK(settings.scale == kMostScale);
  CHECK(settings.split("a", 0.5F) <= 0.95F);
  CHECK(to_text(parse_settings("{broken")) == to_text(Settings{}));
}

TEST_CASE("a killed window leaves its last document behind, once") {
  const Folder folder;
  const Desk desk = desk_with_branch();
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    Session session(folder.path());
    session.keep({}, desk.document);
    std::raise(SIGKILL);
  }
  int status = 0;
  waitpid(child, &status, 0);
  REQUIRE(WIFSIGNALED(status));

  Session session(folder.path());
  const auto found = session.left_behind();
  REQUIRE(found.has_value());
  CHECK(to_text(*found) == to_text(desk.document));
  session.forget_left_behind();
  CHECK_FALSE(session.left_behind().has_value());
}

TEST_CASE("a window that was closed leaves nothing, and a living one is let be") {
  const Folder folder;
  const Desk desk = desk_with_branch();
  Session living(folder.path());
  living.keep({}, desk.document);
  {
    Session closed(folder.path());
    closed.keep({}, desk.document);
    closed.close();
  }
  Session next(folder.path());
  CHECK_FALSE(next.left_behind().has_value());
}

TEST_CASE("a journal that was cut off is no document") {
  const std::string whole = to_text(desk_with_branch().document);
  CHECK(parse_document(whole).has_value());
  for (std::size_t length = 0; length < whole.size(); length += 997) {
    CHECK_FALSE(parse_document(whole.substr(0, length)).has_value());
  }
}

TEST_CASE("a folder that cannot be made is no fault") {
  Session session("/proc/no/such/folder");
  session.keep({}, desk_with_branch().document);
  CHECK_FALSE(session.left_behind().has_value());
  session.close();
}

}  // namespace detente::ui
