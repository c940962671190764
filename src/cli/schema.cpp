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
  auto batch = std::make_shared<bool>(false);
  auto* command =
      app.add_subcommand("schema", "Print the JSON Schema of scenario files, for editors");
  auto* of_overlays = command->add_flag("--overlay", *overlay, "That of overlays");
  command->add_flag("--batch", *batch, "That of batch plans")->excludes(of_overlays);
  command->footer("Example: detente schema > scenario-1.schema.json");
  command->callback([overlay, batch, &job] {
    job = [overlay, batch] {
      if (*batch) return run_schema(SchemaOf::batch, std::cout);
      return run_schema(*overlay ? SchemaOf::overlay : SchemaOf::scenario, std::cout);
    };
  });
}

int run_schema(SchemaOf kind, std::ostream& out) {
  switch (kind) {
    case SchemaOf::scenario:
      out << scenario_schema();
      break;
    case SchemaOf::overlay:
      out << overlay_schema();
      break;
    case SchemaOf::batch:
      out << plan_schema();
      break;
  }
  return kOk;
}

}  // namespace detente::cli
