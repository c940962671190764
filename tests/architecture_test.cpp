// Who may include whom, how long a file may be, and where it has to be listed.
// Change the tables only together with the drawing in src/README.md.

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

/// Rooms from left to right; those in one column do not see each other.
const std::map<std::string, int> kColumn = {
    {"core", 0},     {"scenario", 1}, {"graph", 1}, {"coalition", 2}, {"bargain", 2},
    {"conflict", 2}, {"spatial", 2},  {"model", 3}, {"sim", 4},       {"study", 5},
    {"batch", 6},    {"report", 7},   {"cli", 8},   {"python", 8},    {"ui", 8}};

/// Diplomacy and mathematics: two worlds that meet in `model` and not before.
const std::set<std::string> kDiplomacy = {"scenario"};
const std::set<std::string> kSolvers = {"graph", "coalition", "bargain", "conflict", "spatial"};

/// Headers that only some rooms may include, by the beginning of their name.
const std::map<std::string, std::set<std::string>> kReserved = {
    {"yaml-cpp/", {"scenario"}},
    {"pugixml", {"scenario"}},
    {"boost/", {"graph", "bargain", "batch", "coalition"}},
    {"coin/", {"coalition"}},
    {"CLI/", {"cli"}},
    {"pybind11/", {"python"}},
    {"imgui", {"ui"}},
};

/// Standard headers that the library does without: the first four are missing from the browser's,
/// the others would bring in a clock or numbers that differ from one standard library to the next.
const std::set<std::string> kForbidden = {"format", "ranges", "source_location", "stop_token",
                                          "chrono", "ctime",  "random"};

constexpr std::size_t kHeaderLines = 120;
constexpr std::size_t kSourceLines = 400;

const fs::path kRoot = DETENTE_SOURCE_DIR;

std::vector<std::string> lines_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// Path from the top of the project, with slashes: src/detente/core/rng.hpp.
std::string name_of(const fs::path& file) {
  return fs::relative(file, kRoot).generic_string();
}

/// A line of a test's list of faults; the list is empty if all is well.
std::string fault(const std::string& where, const std::string& what) {
  return "\n" + where + ": " + what;
}

/// Every file below a folder of the project whose name ends in one of the endings, in order.
std::vector<fs::path> files_in(const std::string& folder, const std::set<std::string>& endings) {
  std::vector<fs::path> found;
  if (!fs::exists(kRoot / folder)) return found;
  for (const auto& entry : fs::recursive_directory_iterator(kRoot / folder)) {
    if (entry.is_regular_file() && endings.contains(entry.path().extension().string())) {
      found.push_back(entry.path());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

const std::set<std::string> kCode = {".cpp", ".hpp"};

/// detente/core/rng.hpp -> core; cli/main.cpp -> cli
std::string room_of(const std::string& name) {
  const fs::path path(name);
  auto part = path.begin();
  if (*part == "detente") ++part;
  return part->string();
}

/// All code in src/, by name: detente/core/rng.hpp.
std::vector<std::string> sources() {
  std::vector<std::string> names;
  for (const fs::path& file : files_in("src", kCode)) {
    names.push_back(fs::relative(file, kRoot / "src").generic_string());
  }
  return names;
}

/// What a file includes, in order.
std::vector<std::string> includes_in(const fs::path& file) {
  const std::string directive = "#include ";
  std::vector<std::string> found;
  for (const std::string& line : lines_of(file)) {
    if (!line.starts_with(directive)) continue;
    const std::size_t last = line.find_first_of("\">", directive.size() + 1);
    found.push_back(line.substr(directive.size() + 1, last - directive.size() - 1));
  }
  return found;
}

std::vector<std::string> includes_of(const std::string& name) {
  return includes_in(kRoot / "src" / name);
}

/// Headers of the window's own libraries, and the files and folders of ui/ that may see them: no
/// pane draws past Ui and Canvas, and what lies on the desk knows of no screen.
const std::map<std::string, std::set<std::string>> kScreen = {
    {"imgui",
     {"ui/canvas.cpp", "ui/feed.cpp", "ui/fonts.cpp", "ui/headless", "ui/widget", "ui/window.cpp"}},
    {"GLFW/", {"ui/window.cpp"}},
    {"GL/", {"ui/window.cpp"}},
    {"backends/", {"ui/window.cpp"}},
    {"stb/", {"ui/headless"}},
    {"CLI/", {"ui/main.cpp"}},
    {"yaml-cpp/", {}},
    {"boost/", {}},
};

/// Whether a file of ui/ may include a header.
bool may_see(const std::string& file, const std::string& header) {
  if (header.starts_with("cli/")) return false;
  return std::all_of(kScreen.begin(), kScreen.end(), [&](const auto& entry) {
    return !header.starts_with(entry.first) ||
           std::any_of(entry.second.begin(), entry.second.end(),
                       [&](const std::string& place) { return file.starts_with(place); });
  });
}

bool may_include(const std::string& room, const std::string& other) {
  if (room == other) return true;
  if (!kColumn.contains(other)) return false;
  const bool strangers = (kDiplomacy.contains(room) && kSolvers.contains(other)) ||
                         (kSolvers.contains(room) && kDiplomacy.contains(other));
  return kColumn.at(other) < kColumn.at(room) && !strangers;
}

bool is_door(const std::string& room) {
  return room == "cli" || room == "python" || room == "ui";
}

/// Whether the room may use a header that is not ours.
bool may_use(const std::string& room, const std::string& header) {
  if (kForbidden.contains(header)) return is_door(room);
  return std::all_of(kReserved.begin(), kReserved.end(), [&](const auto& entry) {
    return !header.starts_with(entry.first) || entry.second.contains(room);
  });
}

bool is_ours(const std::string& header) {
  return header.starts_with("detente/") || header.starts_with("cli/") || header.starts_with("ui/");
}

/// Of the standard library, Eigen or ourselves: what a public header may show.
bool may_be_shown(const std::string& header) {
  return header.starts_with("detente/") || header.starts_with("Eigen/") ||
         header.find_first_of("/.") == std::string::npos;
}

/// The words of a CMake file, without its comments and brackets.
std::vector<std::string> cmake_words(const fs::path& file) {
  std::string text;
  for (const std::string& line : lines_of(file)) text += line.substr(0, line.find('#')) + '\n';
  std::replace(text.begin(), text.end(), '(', ' ');
  std::replace(text.begin(), text.end(), ')', ' ');
  std::istringstream stream(text);
  return {std::istream_iterator<std::string>(stream), {}};
}

/// The headers between FILE_SET and PRIVATE: those that users of the library see.
std::vector<std::string> public_headers() {
  const std::vector<std::string> words = cmake_words(kRoot / "src" / "CMakeLists.txt");
  const auto first = std::find(words.begin(), words.end(), "FILE_SET");
  const auto last = std::find(first, words.end(), "PRIVATE");
  std::vector<std::string> headers;
  std::copy_if(first, last, std::back_inserter(headers),
               [](const std::string& word) { return word.ends_with(".hpp"); });
  return headers;
}

/// The code below a folder that its CMakeLists.txt does not name, as a list of faults.
std::string unlisted(const std::string& folder, const std::set<std::string>& endings) {
  const std::vector<std::string> words = cmake_words(kRoot / folder / "CMakeLists.txt");
  std::string faults;
  for (const fs::path& file : files_in(folder, endings)) {
    const std::string name = fs::relative(file, kRoot / folder).generic_string();
    const std::vector<std::string> own = {"bench/", "consumer/", "fuzz/"};  // CMakeLists.txt
    const auto below = [&](const std::string& start) { return name.starts_with(start); };
    if (std::any_of(own.begin(), own.end(), below)) continue;
    if (std::find(words.begin(), words.end(), name) == words.end()) {
      faults += fault(folder + "/CMakeLists.txt", "lacks " + name);
    }
  }
  return faults;
}

/// Every text that belongs to the project.
std::vector<fs::path> texts() {
  const std::set<std::string> endings = {"",      ".cpp", ".hpp", ".txt",  ".md",
                                         ".yaml", ".py",  ".sh",  ".json", ".in"};
  std::vector<fs::path> files;
  for (const char* folder :
       {"src", "tests", "ui", "scripts", "scenarios", "docs", "cmake", ".ci"}) {
    const std::vector<fs::path> more = files_in(folder, endings);
    files.insert(files.end(), more.begin(), more.end());
  }
  for (const auto& entry : fs::directory_iterator(kRoot)) {
    const fs::path& file = entry.path();
    if (entry.is_regular_file() && endings.contains(file.extension().string())) {
      files.push_back(file);
    }
  }
  return files;
}

/// Whether a line of text holds a path that exists on one machine only.
bool names_a_machine(const std::string& line) {
  for (const char* folder : {"work", "home", "root", "Users"}) {
    const std::string path = std::string("/") + folder + "/";
    const std::size_t place = line.find(path);
    if (place == std::string::npos) continue;
    // not `../home/`, nor a part of an address
    if (place == 0 || std::string(" \t\"'`(=:").find(line[place - 1]) != std::string::npos) {
      return true;
    }
  }
  return false;
}

bool holds_tests(const fs::path& file) {
  const std::vector<std::string> lines = lines_of(file);
  return std::any_of(lines.begin(), lines.end(), [](const std::string& line) {
    return line.starts_with("TEST_CASE") || line.starts_with("SCENARIO");
  });
}

}  // namespace

TEST_CASE("every include respects the order of the rooms") {
  std::string faults;
  for (const std::string& name : sources()) {
    if (name.find('/') == std::string::npos) continue;
    const std::string room = room_of(name);
    REQUIRE_MESSAGE(kColumn.contains(room), "new room: add it to the table: ", room);
    for (const std::string& header : includes_of(name)) {
      if (is_ours(header) && !may_include(room, room_of(header))) faults += fault(name, header);
    }
  }
  CHECK(faults == "");
}

TEST_CASE("other people's headers stay in the rooms that are meant to see them") {
  std::string faults;
  for (const std::string& name : sources()) {
    for (const std::string& header : includes_of(name)) {
      if (!is_ours(header) && !may_use(room_of(name), header)) faults += fault(name, header);
    }
  }
  CHECK(faults == "");
}

TEST_CASE("the window reaches the screen only where it is meant to, and src/ knows of no window") {
  std::string faults;
  for (const fs::path& file : files_in("ui", kCode)) {
    for (const std::string& header : includes_in(file)) {
      if (!may_see(name_of(file), header)) faults += fault(name_of(file), header);
    }
  }
  for (const std::string& name : sources()) {
    for (const std::string& header : includes_of(name)) {
      if (header.starts_with("ui/")) faults += fault(name, header);
    }
  }
  CHECK(faults == "");
}

TEST_CASE("public headers show the standard library, Eigen and ourselves, and nothing else") {
  REQUIRE_FALSE(public_headers().empty());
  std::string faults;
  for (const std::string& name : public_headers()) {
    for (const std::string& header : includes_of(name)) {
      if (!may_be_shown(header)) faults += fault(name, header);
    }
  }
  CHECK(faults == "");
}

TEST_CASE("no file grows beyond what one reads at a sitting") {
  std::string faults;
  for (const char* folder : {"src", "tests", "ui"}) {
    for (const fs::path& file : files_in(folder, kCode)) {
      const std::size_t lines = lines_of(file).size();
      const std::size_t most = file.extension() == ".hpp" ? kHeaderLines : kSourceLines;
      if (lines > most) faults += fault(name_of(file), std::to_string(lines) + " lines");
    }
  }
  CHECK(faults == "");
}

TEST_CASE("every file is listed in the CMakeLists.txt of its tree") {
  CHECK(unlisted("src", kCode) == "");
  CHECK(unlisted("ui", kCode) == "");
  CHECK(unlisted("tests", {".cpp"}) == "");
  CHECK(unlisted("tests/bench", {".cpp"}) == "");
}

TEST_CASE("tests/ mirrors src/") {
  std::string faults;
  for (const fs::path& file : files_in("tests", {".cpp"})) {
    const std::string name = fs::relative(file, kRoot / "tests").generic_string();
    const bool mirrors = name.starts_with("detente/") || name.starts_with("cli/");
    if (mirrors && !fs::exists(kRoot / "src" / fs::path(name).parent_path())) {
      faults += fault(name, "there is no such room in src/");
    }
    // ctest registers by file name
    if (holds_tests(file) && !name.ends_with("_test.cpp")) {
      faults += fault(name, "tests belong into files named *_test.cpp");
    }
  }
  CHECK(faults == "");
}

TEST_CASE("no file of the project names a folder of somebody's machine") {
  std::string faults;
  for (const fs::path& file : texts()) {
    for (const std::string& line : lines_of(file)) {
      if (names_a_machine(line)) faults += fault(name_of(file), line);
    }
  }
  CHECK(faults == "");
}
