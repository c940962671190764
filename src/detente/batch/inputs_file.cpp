#include "detente/batch/inputs_file.hpp"

#include <nlohmann/json.hpp>

#include "detente/batch/files.hpp"
#include "detente/core/shell_word.hpp"
#include "detente/core/version.hpp"

namespace detente::detail {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kSchema = "detente/batch-inputs/1";

std::string file_in(const std::string& folder) {
  return folder + "/inputs.json";
}

BatchInputs from_json(const Json& json) {
  return {.plan_file = json.at("plan").at("file"),
          .plan_text = json.at("plan").at("text"),
          .points_text = json.at("points").at("text"),
          .scenario_file = json.at("scenario").at("file"),
          .scenario_text = json.at("scenario").at("text"),
          .engine = json.at("engine"),
          .id = json.at("id"),
          .seed = json.at("seed"),
          .runs = json.at("runs"),
          .shards = json.at("shards"),
          .command = json.at("command")};
}

}  // namespace

BatchInputs inputs_of(const Experiment& experiment, int shards, const std::string& folder) {
  const LoadedPlan& loaded = experiment.loaded;
  return {.plan_file = loaded.file,
          .plan_text = loaded.text,
          .points_text = loaded.points_text,
          .scenario_file = loaded.scenario_file,
          .scenario_text = loaded.scenario_text,
          .engine = std::string(version()),
          .id = experiment.id,
          .seed = loaded.seed,
          .runs = experiment.runs,
          .shards = shards,
          .command = "detente batch run " + shell_word(loaded.file) + " -o " + shell_word(folder)};
}

std::optional<BatchInputs> read_inputs(const std::string& folder) {
  const std::string file = file_in(folder);
  const auto text = read_if_there(file);
  if (!text) return {};
  const FileFault strange("cannot read " + file +
                          ": it does not say what a batch began with; choose another folder");
  // a shallow document: no parser goes deep on it
  const Json json = Json::parse(*text, nullptr, false);
  try {
    if (json.at("schema") == kSchema) return from_json(json);
  } catch (const nlohmann::json::exception&) {
    // not even in part
  }
  throw strange;
}

bool write_inputs(const std::string& folder, const BatchInputs& inputs) {
  const Json json{{"schema", kSchema},
                  {"id", inputs.id},
                  {"engine", inputs.engine},
                  {"seed", inputs.seed},
                  {"runs", inputs.runs},
                  {"shards", inputs.shards},
                  {"command", inputs.command},
                  {"plan", {{"file", inputs.plan_file}, {"text", inputs.plan_text}}},
                  {"points", {{"text", inputs.points_text}}},
                  {"scenario", {{"file", inputs.scenario_file}, {"text", inputs.scenario_text}}}};
  NewFile file(file_in(folder));
  // a file's name may be no UTF-8
  file.write(json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n');
  return file.finish_first();
}

Result<LoadedPlan> plan_of(const BatchInputs& inputs) {
  return parse_plan(inputs.plan_text, inputs.plan_file, inputs.scenario_text, inputs.scenario_file,
                    inputs.points_text);
}

}  // namespace detente::detail
