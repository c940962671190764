#include "cli/schema.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <iostream>
#include <memory>

#include "cli/exit_code.hpp"
#include "detente/scenario/json_schema.hpp"

namespace detente::cli {

void add_schema(CLI::App& app, std::function<int()>& job) {
  auto overlay = std::make_shared<bool>(false);
  auto* command =
      app.add_subcommand("schema", "Print the JSON Schema of scenario files, for editors");
  command->add_flag("--overlay", *overlay, "That of overlays");
  command->footer("Example: detente schema > scenario-1.schema.json");
  command->callback(
      [overlay, &job] { job = [overlay] { return run_schema(*overlay, std::cout); }; });
}

int run_schema(bool overlay, std::ostream& out) {
  out << (overlay ? overlay_schema() : scenario_schema());
  return kOk;
}

}  // namespace detente::cli
