#include "cli/models.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/exit_code.hpp"
#include "detente/core/text.hpp"
#include "detente/model/model.hpp"

namespace detente::cli {
namespace {

using Json = nlohmann::ordered_json;

Json model_json(const ModelInfo& model) {
  Json json{{"id", model.id},         {"summary", model.summary}, {"source", model.source},
            {"status", model.status}, {"params", Json::array()},  {"not_read", Json::array()}};
  for (const ParamInfo& param : model.params) {
    json["params"].push_back({{"name", param.name},
                              {"default", param.fallback},
                              {"range", {param.low, param.high}},
                              {"help", param.help}});
  }
  for (const std::string_view path : model.not_read) json["not_read"].push_back(path);
  return json;
}

void print_model(const ModelInfo& model, std::ostream& out) {
  out << model.id << " (" << model.status << ")\n  " << model.summary
      << "\n  Source: " << model.source << '\n';
  for (const ParamInfo& param : model.params) {
    out << "  --param " << param.name << '=' << show_number(param.fallback) << "  ("
        << show_number(param.low) << " to " << show_number(param.high) << ")  " << param.help
        << '\n';
  }
}

}  // namespace

void add_models(CLI::App& app, std::function<int()>& job) {
  auto json = std::make_shared<bool>(false);
  auto* command = app.add_subcommand("models", "List the models, their parameters and sources");
  command->add_flag("--json", *json, "One JSON document instead of text");
  command->footer("Example: detente models");
  command->callback([json, &job] { job = [json] { return run_models(*json, std::cout); }; });
}

int run_models(bool json, std::ostream& out) {
  Json document{{"schema", "detente/models/1"}, {"models", Json::array()}};
  for (const ModelInfo* model : all_models()) {
    if (json) {
      document["models"].push_back(model_json(*model));
    } else {
      print_model(*model, out);
    }
  }
  if (json) out << document.dump() << '\n';
  return kOk;
}

}  // namespace detente::cli
