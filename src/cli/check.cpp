#include "cli/check.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <array>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/exit_code.hpp"
#include "detente/model/influenced.hpp"
#include "detente/model/model.hpp"
#include "detente/scenario/batch_plan.hpp"
#include "detente/scenario/edit.hpp"
#include "detente/scenario/file_head.hpp"
#include "detente/scenario/load.hpp"

namespace detente::cli {
namespace {

constexpr std::size_t kShown = 20;

/// What was found in one file.
struct Report {
  std::string file{};
  Diagnostics diagnostics{};
};

/// One note for each kind of field that is given but not read, at the first of them.
Diagnostics notes_on_unread(const Loaded& loaded) {
  Diagnostics notes;
  const std::string& model = loaded.scenario.model;
  const ModelInfo* const info = find_model(model);
  if (info == nullptr) return notes;
  for (const std::string_view pattern : info->not_read) {
    if (reads_all_the_same(loaded.scenario, model, pattern)) continue;
    const auto unread = [&](const Given& given) { return fits_pattern(given.path, pattern); };
    const auto first = std::find_if(loaded.given.begin(), loaded.given.end(), unread);
    const auto count = std::count_if(first, loaded.given.end(), unread);
    if (count == 0) continue;
    std::string message = "the model '" + model + "' does not read ";
    message += count == 1 ? first->path
                          : std::string(pattern) + ", given " + std::to_string(count) +
                                " times from here on";
    notes.push_back({.severity = Severity::note,
                     .code = Code::not_read,
                     .where = first->where,
                     .message = std::move(message)});
  }
  return notes;
}

/// Whether the file calls itself a batch plan. The standard input can be read only once.
bool is_plan(const std::string& file) {
  if (file == "-") return false;
  const auto head = head_of_file(file);
  return head && head->schema == "detente/batch/1";
}

Report report_on_plan(const std::string& file) {
  auto plan = load_plan(file);
  if (!plan) return {file, plan.error()};
  return {file, std::move(plan).value().remarks};
}

Report report_on(const std::string& file) {
  if (is_plan(file)) return report_on_plan(file);
  const auto loaded = load_scenario(file);
  if (!loaded) return {file, loaded.error()};
  Diagnostics all = loaded->remarks;
  for (Diagnostic& note : notes_on_unread(*loaded)) all.push_back(std::move(note));
  std::stable_sort(all.begin(), all.end(), [](const Diagnostic& left, const Diagnostic& right) {
    return std::pair(left.where.line, left.where.column) <
           std::pair(right.where.line, right.where.column);
  });
  return {file, std::move(all)};
}

/// ", 2 warnings"; nothing if there are none.
std::string count_of(const Report& report, Severity severity, const char* name) {
  const auto count = std::count_if(report.diagnostics.begin(), report.diagnostics.end(),
                                   [&](const Diagnostic& one) { return one.severity == severity; });
  if (count == 0) return {};
  return ", " + std::to_string(count) + ' ' + name + (count == 1 ? "" : "s");
}

void print(const Report& report, bool all, std::ostream& out) {
  const std::size_t count = report.diagnostics.size();
  const std::size_t shown = all ? count : std::min(count, kShown);
  for (std::size_t place = 0; place < shown; ++place) {
    out << to_string(report.diagnostics[place]) << '\n';
  }
  if (shown < count) {
    out << report.file << ": " << count - shown << " more left out, --all prints them\n";
  }
  const bool sound = !has_errors(report.diagnostics);
  out << report.file << ": " << (sound ? "sound" : "not sound")
      << count_of(report, Severity::error, "error")
      << count_of(report, Severity::warning, "warning") << count_of(report, Severity::note, "note")
      << '\n';
}

nlohmann::ordered_json to_json(const Diagnostic& diagnostic, const std::string& file) {
  static constexpr std::array kSeverities{"note", "warning", "error"};
  nlohmann::ordered_json json{
      {"severity", kSeverities.at(static_cast<std::size_t>(diagnostic.severity))},
      {"code", code_name(diagnostic.code)},
      {"line", diagnostic.where.line},
      {"column", diagnostic.where.column},
      {"path", diagnostic.path},
      {"message", diagnostic.message},
      {"hint", diagnostic.hint}};
  // a plan's scenario, or the points of its list
  const std::string& where = diagnostic.where.file;
  if (!where.empty() && where != file) json["file"] = where;
  return json;
}

void print_json(const std::vector<Report>& reports, std::ostream& out) {
  nlohmann::ordered_json files = nlohmann::ordered_json::array();
  for (const Report& report : reports) {
    nlohmann::ordered_json diagnostics = nlohmann::ordered_json::array();
    for (const Diagnostic& one : report.diagnostics) {
      diagnostics.push_back(to_json(one, report.file));
    }
    files.push_back({{"file", report.file}, {"diagnostics", std::move(diagnostics)}});
  }
  const nlohmann::ordered_json document{{"schema", "detente/diagnostics/1"},
                                        {"files", std::move(files)}};
  // a file's name may be no UTF-8
  out << document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

bool is_unreadable(const Report& report) {
  return !report.diagnostics.empty() && report.diagnostics.front().code == Code::cannot_open;
}

}  // namespace

void add_check(CLI::App& app, std::function<int()>& job) {
  auto options = std::make_shared<CheckOptions>();
  auto* command =
      app.add_subcommand("check", "Name everything that is wrong with scenarios and plans");
  command
      ->add_option("scenario", options->files,
                   "Scenarios and batch plans, - for the standard input")
      ->required();
  command->add_flag("--all", options->all, "Print more than the first 20 diagnostics of a file");
  command->add_flag("--json", options->json, "Print one JSON document");
  command->footer(
      "Examples:\n"
      "  detente check scenarios/paris.yaml\n"
      "  detente check --json scenarios/*.yaml\n"
      "Exit codes: 0 without errors, 3 with errors, 1 if a file cannot be read.");
  command->callback(
      [options, &job] { job = [options] { return run_check(*options, std::cout); }; });
}

int run_check(const CheckOptions& options, std::ostream& out) {
  std::vector<Report> reports;
  for (const std::string& file : options.files) reports.push_back(report_on(file));
  if (options.json) {
    print_json(reports, out);
  } else {
    for (const Report& report : reports) print(report, options.all, out);
  }
  const auto has_fault = [](const Report& report) { return has_errors(report.diagnostics); };
  if (std::any_of(reports.begin(), reports.end(), is_unreadable)) return kFailed;
  return std::any_of(reports.begin(), reports.end(), has_fault) ? kInvalid : kOk;
}

}  // namespace detente::cli
