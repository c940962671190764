#include "ui/document.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "detente/scenario/overlay.hpp"
#include "detente/scenario/save.hpp"

namespace detente::ui {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const Branch& branch, const Scenario& scenario) {
  const Overlay overlay{
      .scenario = scenario.id, .edits = branch.run.edits, .moves = branch.run.moves};
  return {{"id", branch.id},
          {"parent", branch.parent},
          {"fork", branch.fork},
          {"name", branch.name},
          {"own_edits", branch.own_edits},
          {"seat", branch.seat},
          {"model", branch.run.model},
          {"seed", branch.run.seed},
          {"overlay", to_yaml(overlay, scenario)}};
}

/// @throws nlohmann::json::exception  if a field is missing or of another kind.
Result<Branch> read_branch(const Json& json, const Scenario& scenario) {
  Branch branch{.id = json.at("id"),
                .parent = json.at("parent"),
                .fork = json.at("fork"),
                .name = json.at("name"),
                .own_edits = json.at("own_edits"),
                .seat = json.at("seat")};
  branch.run.model = json.at("model");
  branch.run.seed = json.at("seed");
  auto overlay = parse_overlay(json.at("overlay"), "journal", scenario);
  if (!overlay) return overlay.error();
  branch.run.edits = overlay->edits;
  branch.run.moves = overlay->moves;
  return branch;
}

/// @throws nlohmann::json::exception  as read_branch().
Result<Document> read_document(const Json& json) {
  Document document{.current = json.at("current"), .other = json.at("other")};
  const std::string file = json.at("file");
  const std::string yaml = json.at("yaml");
  auto loaded = parse_scenario(yaml, file);
  if (!loaded) return loaded.error();
  const Scenario scenario = loaded->scenario;
  document.source = std::make_shared<const Source>(Source{file, yaml, std::move(loaded).value()});
  for (const Json& entry : json.at("branches")) {
    auto branch = read_branch(entry, scenario);
    if (!branch) return branch.error();
    document.branches.push_back(std::make_shared<const Branch>(std::move(branch).value()));
  }
  return document;
}

}  // namespace

const Branch* Document::find(int id) const {
  const auto found = std::find_if(branches.begin(), branches.end(),
                                  [&](const auto& branch) { return branch->id == id; });
  return found == branches.end() ? nullptr : found->get();
}

std::string to_text(const Document& document) {
  Json json{{"schema", "detente/journal/1"}};
  if (document.source == nullptr) return json.dump();
  json["file"] = document.source->file;
  json["yaml"] = document.source->yaml;
  json["current"] = document.current;
  json["other"] = document.other;
  json["branches"] = Json::array();
  for (const auto& branch : document.branches) {
    json["branches"].push_back(to_json(*branch, document.source->loaded.scenario));
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<Document> parse_document(const std::string& text) {
  try {
    const Json json = Json::parse(text);
    auto document = read_document(json);
    if (document && document->find(document->current) != nullptr) return document;
    if (!document) return document.error();
  } catch (const Json::exception&) {
    // cut off or changed by hand: told below
  }
  return Diagnostics{{.code = Code::wrong_kind, .message = "this is no journal of the window"}};
}

int Played::find_frame(int stage, int round) const {
  for (std::size_t frame = 0; frame < frames.size(); ++frame) {
    const TraceStage& here = stage_at(static_cast<int>(frame));
    if (here.stage == stage && here.rounds[frames[frame].round].number == round) {
      return static_cast<int>(frame);
    }
  }
  return -1;
}

Played play(const Source& source, const Branch& branch) {
  Played played;
  const Scenario& scenario = source.loaded.scenario;
  if (branch.seat < 0) {
    auto trace = simulate(scenario, branch.run);
    if (!trace) return {.faults = trace.error()};
    played.trace = std::move(trace).value();
  } else {
    auto turn = play_to_seat(scenario, branch.run, branch.seat);
    if (!turn) return {.faults = turn.error()};
    played.trace = turn->trace;
    if (turn->before) played.turn = std::make_shared<const SeatTurn>(std::move(turn).value());
  }
  for (std::size_t stage = 0; stage < played.trace.stages.size(); ++stage) {
    const auto& rounds = played.trace.stages[stage].rounds;
    for (std::size_t round = 0; round < rounds.size(); ++round) {
      played.frames.push_back({static_cast<int>(stage), static_cast<int>(round)});
    }
  }
  played.digest = digest(played.trace);
  return played;
}

}  // namespace detente::ui
