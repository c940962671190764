#include "cli/convert.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <optional>
#include <sstream>

#include "cli/exit_code.hpp"
#include "cli/inputs.hpp"
#include "detente/scenario/import/convert.hpp"

namespace detente::cli {
namespace {

namespace fs = std::filesystem;

/// Endings of files that are to be read some day, and whose they are.
constexpr std::array<std::pair<std::string_view, std::string_view>, 1> kLater{{{".csv", "KTAB"}}};

int misuse(const std::string& message, std::ostream& messages) {
  messages << "detente: " << message << "\nRun detente convert --help to see how it is used.\n";
  return kUsage;
}

/// What keeps the command from being understood, or an empty text.
std::string fault_of(const std::vector<std::string>& inputs, const std::string& output) {
  for (const std::string& input : inputs) {
    const std::string ending = fs::path(input).extension().string();
    for (const auto& [later, program] : kLater) {
      if (ending != later) continue;
      return "files of " + std::string(program) + " (" + ending + ") are not available yet";
    }
  }
  if (inputs.empty()) return "convert needs a file to read and a file to write";
  const std::string ending = fs::path(output).extension().string();
  // so that a forgotten OUT does not cost a profile
  if (output == "-" || ending == ".yaml" || ending == ".yml") return {};
  return "the last file is the one to write, and must end in .yaml; it is '" + output + '\'';
}

std::optional<std::string> read_file(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream bytes;
  // a folder opens, but cannot be read
  if (!stream || !(bytes << stream.rdbuf())) return {};
  return bytes.str();
}

bool write_file(const std::string& file, const std::string& text) {
  std::ofstream stream(file, std::ios::binary);
  stream << text;
  stream.close();
  return !stream.fail();
}

}  // namespace

void add_convert(CLI::App& app, std::function<int()>& job) {
  auto options = std::make_shared<ConvertOptions>();
  auto* command = app.add_subcommand(
      "convert", "Make a scenario of files of Genius (XML), GeniusWeb (JSON) or GMCR+ (.gmcr)");
  command
      ->add_option("files", options->files,
                   "IN... OUT: a domain and profiles, profiles alone, or a conflict, and the "
                   "scenario to write "
                   "(- for the standard output)")
      ->required();
  command->add_option("--profile", options->profiles, "A profile, after those among IN")
      ->take_all()
      ->expected(1);
  command->add_flag("--force", options->force, "Write over a scenario that is there already");
  command->footer(
      "Examples:\n"
      "  detente convert party1.xml party2.xml talks.yaml\n"
      "  detente convert domain.xml talks.yaml --profile party1.xml --profile party2.xml\n"
      "  detente convert jobs1.json jobs2.json - | detente run -\n"
      "  detente convert crisis.gmcr crisis.yaml\n"
      "Each profile becomes an actor, in the order given.");
  command->callback(
      [options, &job] { job = [options] { return run_convert(*options, std::cout, std::cerr); }; });
}

int run_convert(const ConvertOptions& options, std::ostream& out, std::ostream& messages) {
  std::vector<std::string> inputs = options.files;
  const std::string output = inputs.empty() ? std::string{} : inputs.back();
  if (!inputs.empty()) inputs.pop_back();
  inputs.insert(inputs.end(), options.profiles.begin(), options.profiles.end());
  const std::string fault = fault_of(inputs, output);
  if (!fault.empty()) return misuse(fault, messages);
  if (output != "-" && !options.force && fs::exists(output)) {
    return misuse("'" + output + "' is there already; --force writes over it", messages);
  }

  std::vector<ForeignFile> files;
  for (const std::string& input : inputs) {
    auto bytes = read_file(input);
    if (!bytes) {
      return complain({{.code = Code::cannot_open,
                        .where = {.file = input},
                        .message = "the file cannot be read"}},
                      messages);
    }
    files.push_back({input, std::move(*bytes)});
  }
  const std::string name = output == "-" ? "converted" : fs::path(output).stem().string();
  const auto converted = convert(files, name);
  if (!converted) return complain(converted.error(), messages);
  for (const Diagnostic& remark : converted->remarks) messages << to_string(remark) << '\n';
  if (output == "-") {
    out << converted->yaml;
  } else if (!write_file(output, converted->yaml)) {
    messages << "detente: cannot write " << output << '\n';
    return kFailed;
  }
  return kOk;
}

}  // namespace detente::cli
