#include "detente/batch/manifest.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

#include "detente/batch/build_info.hpp"
#include "detente/batch/files.hpp"
#include "detente/core/digest.hpp"

namespace detente::detail {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kSchema = "detente/batch-manifest/1";

std::string csv_in(const std::string& folder) {
  return folder + "/runs.csv";
}

Json columns_json(const std::vector<Column>& columns) {
  static constexpr std::array kKinds{"flag", "whole", "real", "text"};
  Json list = Json::array();
  for (const Column& column : columns) {
    list.push_back({{"name", column.name},
                    {"kind", kKinds.at(static_cast<std::size_t>(column.kind))},
                    {"role", column.role == Column::Role::varied ? "varied" : "metric"}});
  }
  return list;
}

Json texts_json(const BatchInputs& inputs) {
  Json json{
      {"plan", {{"file", inputs.plan_file}, {"digest", digest_of(inputs.plan_text)}}},
      {"scenario", {{"file", inputs.scenario_file}, {"digest", digest_of(inputs.scenario_text)}}}};
  if (!inputs.points_text.empty())
    json["points_file"] = {{"digest", digest_of(inputs.points_text)}};
  return json;
}

Json engine_json(const BatchInputs& inputs) {
  const BuildInfo built = build_info();
  return {{"version", inputs.engine},
          {"compiler", built.compiler},
          {"build", built.build},
          {"git", {{"commit", built.commit}, {"changed", built.changed}}}};
}

Json where_json(const Where& where) {
  Json json = Json::object();
  for (const auto& [name, fact] : where) {
    if (const auto* const number = std::get_if<std::int64_t>(&fact)) {
      json[name] = *number;
    } else if (const auto* const text = std::get_if<std::string>(&fact)) {
      json[name] = *text;
    }
  }
  return json;
}

/// What a sealed folder says of itself.
struct Seal {
  Tally tally{};
  std::string digest{};  ///< Of runs.csv.
};

/// Nothing if there is no manifest, or not a sound one of this batch.
std::optional<Seal> read_seal(const std::string& folder, const Layout& layout) {
  const auto text = read_if_there(folder + "/manifest.json");
  if (!text) return {};
  const Json json = Json::parse(*text, nullptr, false);
  try {
    Seal seal{.tally = {.done = json.at("runs"), .failed = json.at("failed")},
              .digest = json.at("files").at("runs.csv")};
    const bool ours = json.at("schema") == kSchema && json.at("id") == layout.id;
    if (ours && seal.tally.done == layout.runs) return seal;
  } catch (const nlohmann::json::exception&) {
    // not sound
  }
  return {};
}

}  // namespace

void expect_as_sealed(const std::string& folder, const Layout& layout, NewFile& csv,
                      const std::string& source) {
  const auto seal = read_seal(folder, layout);
  if (!seal) return;
  const std::string digest = csv.digest();
  if (digest == seal->digest) return;
  remove_drafts(folder);
  throw FileFault(source + " is not what manifest.json says: runs.csv would have digest " + digest +
                  ", it had " + seal->digest + "; nothing was written");
}

void write_csv(const std::string& folder, const Layout& layout) {
  const std::string store = folder + "/results.sqlite";
  const DatabaseReader reader(store, layout);
  NewFile file(csv_in(folder));
  std::string lines = csv_head(layout);
  std::int64_t next = 0;
  const auto check = [&](bool sound) {
    if (sound) return;
    throw FileFault("cannot use " + store + ": row " + std::to_string(next) +
                    " is missing; move it away, and the same command makes it again");
  };
  reader.each_row([&](const RunRow& row) {
    check(row.run == next);
    append_csv(layout, row, lines);
    file.write(lines);
    lines.clear();
    ++next;
  });
  check(next == layout.runs);
  file.write(lines);
  expect_as_sealed(folder, layout, file, store);
  file.finish();
}

void write_manifest(const std::string& folder, const Experiment& experiment,
                    const BatchInputs& inputs, const Tally& tally, const Where& where) {
  static constexpr std::array kDesigns{"grid", "list", "random", "lhs", "sobol", "saltelli", "oat"};
  const BatchPlan& plan = experiment.loaded.plan;
  Json json{{"schema", kSchema},
            {"id", inputs.id},
            {"engine", engine_json(inputs)},
            {"hash", "XXH3-128"}};
  json["inputs"] = {{"file", "inputs.json"},
                    {"digest", digest_of_file(folder + "/inputs.json").value_or("")}};
  json.update(texts_json(inputs));
  json["model"] = experiment.loaded.scenario.model;
  json["seed"] = inputs.seed;
  json["design"] = kDesigns.at(static_cast<std::size_t>(plan.design.kind));
  json["points"] = experiment.points.count();
  json["repetitions"] = plan.repetitions;
  json["runs"] = tally.done;
  json["failed"] = tally.failed;
  json["columns"] = columns_json(experiment.columns);
  if (plan.series) json["series"] = plan.series->metrics;
  json["command"] = inputs.command;
  json["files"] = {{"runs.csv", digest_of_file(csv_in(folder)).value_or("")}};
  json["where"] = where_json(where);
  NewFile file(folder + "/manifest.json");
  file.write(json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n');
  file.finish();
}

bool was_sealed(const std::string& folder, const Layout& layout) {
  return read_seal(folder, layout).has_value();
}

std::optional<Tally> sealed(const std::string& folder, const Layout& layout) {
  const auto seal = read_seal(folder, layout);
  if (!seal || digest_of_file(csv_in(folder)) != seal->digest) return {};
  try {
    const DatabaseReader reader(folder + "/results.sqlite", layout);
    if (reader.tally().done != layout.runs) return {};
  } catch (const FileFault&) {
    return {};  // of the database, which says so itself when it is opened to go on
  }
  return seal->tally;
}

}  // namespace detente::detail
