#include "cli/compare.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>
#include <utility>

#include "cli/exit_code.hpp"
#include "cli/inputs.hpp"
#include "detente/report/narrate_comparison.hpp"
#include "detente/scenario/file_head.hpp"
#include "detente/sim/read_trace.hpp"
#include "detente/sim/simulate.hpp"

namespace detente::cli {
namespace {

/// One of the two files, played or read.
struct Side {
  Trace trace{};
  Run run{};
  std::string digest{};
  bool document = false;
  Diagnostics remarks{};

  Compared compared() const {
    return {
        .trace = &trace, .run = document ? nullptr : &run, .digest = digest, .document = document};
  }
};

std::string text_of(const std::string& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

Result<Side> read_document(const std::string& file, const std::string& text,
                           const CompareOptions& options) {
  auto read = parse_trace(text, file);
  if (!read) return read.error();
  TraceDocument document = std::move(read).value();
  Side side{
      .trace = std::move(document.trace), .digest = std::move(document.digest), .document = true};
  if (!options.model.empty() || options.seed) {
    side.remarks.push_back({.severity = Severity::warning,
                            .code = Code::no_effect,
                            .where = {.file = file},
                            .message = "--model and --seed do not change a run that is recorded"});
  }
  return side;
}

/// What to play for a scenario file, or for an overlay and the scenario that it names.
Result<Inputs> inputs_of(const std::string& file, const CompareOptions& options) {
  Inputs inputs{.file = file, .model = options.model, .seed = options.seed};
  if (file == "-") return inputs;
  const auto head = head_of_file(file);
  if (!head) return head.error();
  if (head->schema != "detente/overlay/1") return inputs;
  if (head->scenario.empty()) {
    return Diagnostics{{.code = Code::missing_key,
                        .where = {.file = file},
                        .message = "missing key 'scenario'",
                        .hint = "name the scenario file that the overlay is laid upon"}};
  }
  inputs.file = (std::filesystem::path(file).parent_path() / head->scenario).string();
  inputs.overlays = {file};
  return inputs;
}

Result<Side> play(const Inputs& inputs) {
  auto prepared = prepare(inputs);
  if (!prepared) return prepared.error();
  auto trace = simulate(prepared->scenario, prepared->run);
  if (!trace) return trace.error();
  return Side{
      .trace = std::move(trace).value(), .run = prepared->run, .remarks = prepared->remarks};
}

Result<Side> side_of(const std::string& file, const CompareOptions& options) {
  if (file != "-") {
    const std::string text = text_of(file);
    if (is_trace_document(text)) return read_document(file, text, options);
  }
  const auto inputs = inputs_of(file, options);
  if (!inputs) return inputs.error();
  return play(*inputs);
}

}  // namespace

void add_compare(CLI::App& app, std::function<int()>& job) {
  auto options = std::make_shared<CompareOptions>();
  auto* command = app.add_subcommand("compare", "Where two runs part, and how both end");
  command->add_option("a", options->a, "A scenario, an overlay or a trace of `detente run`")
      ->required();
  command->add_option("b", options->b, "What it is compared with, of any of these kinds")
      ->required();
  command->add_option("--model", options->model, "The model to play both with");
  add_seed(*command, options->seed);
  add_show(*command, options->show);
  command->footer(
      "Examples:\n"
      "  detente compare scenarios/paris.yaml my-what-if.yaml\n"
      "  detente run scenarios/paris.yaml --set actors.russia.walk_away=0.66 --trace firm.json\n"
      "  detente compare scenarios/paris.yaml firm.json --lang uk");
  command->callback(
      [options, &job] { job = [options] { return run_compare(*options, std::cout, std::cerr); }; });
}

int run_compare(const CompareOptions& options, std::ostream& out, std::ostream& messages) {
  const auto a = side_of(options.a, options);
  const auto b = side_of(options.b, options);
  Diagnostics faults;
  for (const auto* side : {&a, &b}) {
    if (!*side) faults.insert(faults.end(), side->error().begin(), side->error().end());
  }
  if (!faults.empty()) return complain(faults, messages);
  for (const auto* side : {&a, &b}) {
    for (const Diagnostic& remark : (*side)->remarks) messages << to_string(remark) << '\n';
  }
  const Comparison comparison = compare(a->compared(), b->compared());
  if (options.show.json) {
    out << to_json(comparison) << '\n';
  } else {
    out << narrate(comparison, narration(options.show));
  }
  return kOk;
}

}  // namespace detente::cli
