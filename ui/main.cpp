#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <utility>

#include "detente/core/text.hpp"
#include "ui/app.hpp"
#include "ui/batch_store.hpp"
#include "ui/desk_change.hpp"
#include "ui/headless/headless.hpp"
#include "ui/headless/script.hpp"
#include "ui/window.hpp"

namespace ui = detente::ui;
namespace fs = std::filesystem;

namespace {

constexpr int kOk = 0;
constexpr int kFailed = 1;  // also: a script's expectation that does not hold
constexpr int kUsage = 2;
constexpr int kInvalid = 3;  // a script that cannot be read

struct Options {
  std::string scenario{};
  std::string store{};
  bool presenting = false;
  std::string language{};
  std::string theme{};
  double scale = 0;
  int workspace = 1;
  bool headless = false;
  std::string size = "1600x900";
  std::string script{};
  std::string screenshot{};
  int frames = 0;
  std::string state_folder{};
  bool no_tour = false;
};

void describe(CLI::App& app, Options& options) {
  app.add_option("SCENARIO", options.scenario, "Scenario file; the Paris talks if there is none");
  app.add_flag("--present", options.presenting, "For a projector: large text, three panes");
  app.add_option("--lang", options.language, "Language")->check(CLI::IsMember({"en", "bg", "uk"}));
  app.add_option("--theme", options.theme, "Colours")
      ->check(CLI::IsMember({"light", "dark", "contrast"}));
  app.add_option("--scale", options.scale, "Size of the text, 1 to 2")->check(CLI::Range(1.0, 2.0));
  app.add_option("--store", options.store, "Batch folder to be shown, also while it is written");
  app.add_option("--workspace", options.workspace,
                 "1 step, 2 compare, 3 role-play, 4 batch, 5 analysis")
      ->check(CLI::Range(1, 5));
  app.add_option("--size", options.size, "Pixels, WIDTHxHEIGHT");
  app.add_option("--state-folder", options.state_folder, "Where settings and the journal are kept");
  app.add_flag("--no-tour", options.no_tour, "Without the first cards");
  app.add_flag("--headless", options.headless, "Without a screen, for scripts and pictures");
  app.add_option("--script", options.script, "Headless: do what the file says");
  app.add_option("--screenshot", options.screenshot, "Headless: write a PNG at the end");
  app.add_option("--frames", options.frames, "Headless: so many frames before the end")
      ->check(CLI::Range(1, 100000));
  app.footer(
      "Examples:\n"
      "  detente-ui scenarios/paris.yaml --lang uk\n"
      "  detente-ui --headless --screenshot paris.png scenarios/paris.yaml\n"
      "Exit codes: 0 ok, 1 a script's expectation does not hold, or an internal or I/O error,\n"
      "2 usage, 3 a script that cannot be read.");
}

/// The talks that the program shows by itself: beside the program, installed, or in the sources.
std::string flagship() {
  std::error_code fault;
  const fs::path program = fs::read_symlink("/proc/self/exe", fault).parent_path();
  for (const fs::path& folder :
       {program / "scenarios", program / ".." / "share" / "detente" / "scenarios",
        fs::path(DETENTE_SCENARIO_FOLDER)}) {
    const fs::path file = (folder / "paris.yaml").lexically_normal();
    if (fs::is_regular_file(file, fault)) return file.string();
  }
  return "scenarios/paris.yaml";
}

/// "1600x900"
std::optional<std::pair<int, int>> read_size(const std::string& text) {
  int width = 0;
  int height = 0;
  char more = 0;
  const bool read = std::sscanf(text.c_str(), "%4dx%4d%c", &width, &height, &more) == 2;
  if (!read || width < 320 || height < 200) return std::nullopt;
  return std::pair(width, height);
}

std::optional<std::string> read_text(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream || fs::is_directory(file)) return std::nullopt;
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

/// What the command line says about the desk, on top of what was kept.
void furnish(ui::Desk& desk, const Options& options) {
  if (const auto language = detente::find_language(options.language)) {
    desk.settings.language = *language;
  }
  for (const ui::ThemeName name : ui::kThemes) {
    if (ui::theme_code(name) == options.theme) desk.settings.theme = name;
  }
  if (options.scale > 0) desk.settings.scale = static_cast<float>(options.scale);
  desk.view.workspace = static_cast<ui::Workspace>(options.workspace);
  desk.view.presenting = options.presenting;
  desk.tour.open = !options.no_tour && !options.presenting && !desk.settings.tour_seen;
  ui::open_file(desk, options.scenario.empty() ? flagship() : options.scenario);
  if (options.store.empty()) return;
  desk.view.workspace = ui::Workspace::batch;
  desk.tour.open = false;
  ui::open_batch(desk, options.store);
}

/// 0, or what the script ended with.
int run_script(const Options& options, ui::Headless& headless) {
  const auto text = read_text(options.script);
  if (!text) {
    std::cerr << "detente-ui: cannot read " << options.script << '\n';
    return kInvalid;
  }
  const auto script = ui::parse_script(options.script, *text);
  if (!script) {
    for (const auto& fault : script.error()) std::cerr << detente::to_string(fault) << '\n';
    return kInvalid;
  }
  const std::string wrong = ui::run_script(*script, headless, std::cout);
  if (!wrong.empty()) std::cerr << wrong << '\n';
  return wrong.empty() ? kOk : kFailed;
}

int run_headless(const Options& options, std::pair<int, int> size) {
  ui::Headless headless(size.first, size.second, ui::Jobs::Mode::settle, options.state_folder);
  furnish(headless.desk(), options);
  headless.settle();
  int code = kOk;
  if (!options.script.empty()) code = run_script(options, headless);
  headless.frames(options.frames);
  if (!options.screenshot.empty() && !ui::write_png(headless.picture(), options.screenshot)) {
    std::cerr << "detente-ui: cannot write " << options.screenshot << '\n';
    code = kFailed;
  }
  headless.app().close();
  return code;
}

int run_window(const Options& options, std::pair<int, int> size) {
  ui::App app(ui::Jobs::Mode::threads,
              options.state_folder.empty() ? ui::state_folder() : options.state_folder);
  furnish(app.desk(), options);
  const std::string wrong = ui::show_window(app, {.width = size.first, .height = size.second});
  app.close();
  if (!wrong.empty()) std::cerr << "detente-ui: " << wrong << '\n';
  return wrong.empty() ? kOk : kFailed;
}

int run(int argc, char** argv) {
  CLI::App app{"detente-ui: the window of Detente", "detente-ui"};
  Options options;
  describe(app, options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& fault) {
    return app.exit(fault, std::cout, std::cerr) == 0 ? kOk : kUsage;
  }
  const auto size = read_size(options.size);
  if (!size) {
    std::cerr << "detente-ui: --size must be like 1600x900, is " << options.size << '\n';
    return kUsage;
  }
  const bool scripted =
      !options.script.empty() || !options.screenshot.empty() || options.frames > 0;
  if (scripted && !options.headless) {
    std::cerr << "detente-ui: --script, --screenshot and --frames need --headless\n";
    return kUsage;
  }
  return options.headless ? run_headless(options, *size) : run_window(options, *size);
}

}  // namespace

int main(int argc, char** argv) try {
  return run(argc, argv);
} catch (const detente::ContractViolation& bug) {
  std::cerr << "detente-ui: internal error, please report it: " << bug.what() << '\n';
  return kFailed;
} catch (const std::exception& error) {
  std::cerr << "detente-ui: " << error.what() << '\n';
  return kFailed;
}
