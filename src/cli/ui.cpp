#include "cli/ui.hpp"

#include <unistd.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>

#include "cli/exit_code.hpp"

namespace detente::cli {
namespace {

namespace fs = std::filesystem;

constexpr auto kProgram = "detente-ui";

std::string own_path() {
  std::error_code fault;
  return fs::read_symlink("/proc/self/exe", fault).string();
}

}  // namespace

void add_ui(CLI::App& app, std::function<int()>& job) {
  auto* command = app.add_subcommand("ui", "Open the window (detente-ui)");
  command->prefix_command();  // whatever follows is for the window to read
  command->set_help_flag();
  command->footer("Example: detente ui scenarios/paris.yaml");
  command->callback(
      [command, &job] { job = [arguments = command->remaining()] { return run_ui(arguments); }; });
}

std::string find_window_program(const std::string& own) {
  const fs::path folder = fs::path(own).parent_path();
  std::error_code fault;
  for (const fs::path& file : {folder / kProgram, folder / ".." / "ui" / kProgram}) {
    if (fs::is_regular_file(file, fault)) return file.lexically_normal().string();
  }
  return {};
}

int run_ui(const std::vector<std::string>& arguments) {
  std::string program = find_window_program(own_path());
  if (program.empty()) program = kProgram;
  std::vector<std::string> words{program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  argv.reserve(words.size() + 1);
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  std::cout.flush();
  execvp(program.c_str(), argv.data());
  std::cerr << "detente: cannot start the window, " << program << ": " << std::strerror(errno)
            << "; build it with -DDETENTE_BUILD_UI=ON, it belongs beside this program\n";
  return kFailed;
}

}  // namespace detente::cli
