#pragma once

#include <unistd.h>

#include <filesystem>
#include <string>

namespace detente::support {

/// A place in the temporary folder that no other process takes: nothing is there yet.
inline std::filesystem::path own_path(const std::string& name) {
  return std::filesystem::temp_directory_path() /
         ("detente-test-" + std::to_string(getpid()) + "-" + name);
}

/// An empty folder of one's own, gone with the test.
class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / fresh_name()) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string path() const { return path_.string(); }
  std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  /// Tests run side by side, in one process or in several.
  static std::string fresh_name() {
    static int count = 0;
    return "detente-test-" + std::to_string(getpid()) + "-" + std::to_string(count++);
  }

  std::filesystem::path path_;
};

}  // namespace detente::support
