// Every file in tests/data/broken/ has its exact diagnostics beside it.

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "detente/scenario/load.hpp"

namespace fs = std::filesystem;

namespace {

std::string content(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

std::vector<fs::path> broken_files() {
  std::vector<fs::path> files;
  const fs::path folder = fs::path(DETENTE_SOURCE_DIR) / "tests" / "data" / "broken";
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  return files;
}

detente::Diagnostics diagnose(const fs::path& file) {
  const auto loaded = detente::parse_scenario(content(file), file.filename().string());
  return loaded ? loaded->remarks : loaded.error();
}

}  // namespace

TEST_CASE("broken files give the diagnostics that stand beside them") {
  for (const fs::path& file : broken_files()) {
    CAPTURE(file.filename().string());
    std::string found;
    for (const auto& one : diagnose(file)) found += detente::to_string(one) + '\n';
    CHECK(found == content(fs::path(file).replace_extension(".txt")));
  }
}

TEST_CASE("broken files are real: long, with several faults each, of many kinds") {
  std::set<detente::Code> codes;
  const auto files = broken_files();
  CHECK(files.size() >= 45);
  for (const fs::path& file : files) {
    CAPTURE(file.filename().string());
    const std::string text = content(file);
    CHECK(std::count(text.begin(), text.end(), '\n') >= 30);
    const auto diagnostics = diagnose(file);
    CHECK(diagnostics.size() >= 2);
    for (const auto& one : diagnostics) codes.insert(one.code);
  }
  CHECK(codes.size() >= 20);
}
