// A picture of every workspace in three languages and two themes, to be looked at by a person.

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "detente/scenario/text.hpp"
#include "ui/desk_change.hpp"
#include "ui/support.hpp"

using namespace detente::ui;           // NOLINT(google-build-using-namespace): tests only
using namespace detente::ui::support;  // NOLINT(google-build-using-namespace): tests only

TEST_CASE("pictures of all workspaces are written into the build folder") {
  const std::filesystem::path folder = DETENTE_SCREENSHOT_FOLDER;
  std::filesystem::create_directories(folder);
  Headless window(1600, 900);
  open_shipped(window);
  move_playhead(window.desk(), 5);
  for (const Place& place : all_places()) {
    visit(window, place);
    for (const detente::Language language : detente::kLanguages) {
      for (const ThemeName theme : {ThemeName::light, ThemeName::dark}) {
        window.desk().settings.language = language;
        window.desk().settings.theme = theme;
        window.settle();
        const std::string name = std::string(place.name) + '_' +
                                 std::string(language_code(language)) + '_' +
                                 std::string(theme_code(theme)) + ".png";
        REQUIRE(write_png(window.picture(), (folder / name).string()));
        CHECK(std::filesystem::file_size(folder / name) > 10'000);
      }
    }
  }
}
