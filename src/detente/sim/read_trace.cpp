#include "detente/sim/read_trace.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "detente/core/json.hpp"
#include "detente/core/text.hpp"

namespace detente {
namespace {

constexpr auto kSchema = "detente/trace/1";
constexpr int kMostRounds = 10'000;

/// Something that the document lacks or has in another form.
struct Wrong {
  std::string message{};
};

const Json& part(const Json& object, const char* key) {
  const auto found = object.is_object() ? object.find(key) : object.end();
  if (!object.is_object() || found == object.end()) {
    throw Wrong{std::string("no trace: the key '") + key + "' is missing"};
  }
  return *found;
}

const Json& list(const Json& object, const char* key) {
  const Json& found = part(object, key);
  if (!found.is_array()) throw Wrong{std::string("no trace: '") + key + "' must be a list"};
  return found;
}

const Json& map(const Json& object, const char* key) {
  const Json& found = part(object, key);
  if (!found.is_object()) throw Wrong{std::string("no trace: '") + key + "' must be a map"};
  return found;
}

std::string word(const Json& value, const char* what) {
  if (!value.is_string()) throw Wrong{std::string("no trace: '") + what + "' must be a text"};
  return value.get<std::string>();
}

std::uint64_t whole(const Json& object, const char* key) {
  const Json& value = part(object, key);
  if (!value.is_number_unsigned()) {
    throw Wrong{std::string("no trace: '") + key + "' must be a whole number"};
  }
  return value.get<std::uint64_t>();
}

/// The meaning of a word, by its place in a list of them.
template <typename Enum, std::size_t kCount>
Enum meaning(const std::string& wanted, const std::array<std::string_view, kCount>& words) {
  const auto found = std::find(words.begin(), words.end(), wanted);
  if (found == words.end()) throw Wrong{"no trace: unknown word '" + wanted + '\''};
  return static_cast<Enum>(found - words.begin());
}

Answer answer_of(const std::string& wanted) {
  static constexpr std::array<std::string_view, 5> kNames{"none", "accept", "refuse", "leave",
                                                          "unreached"};
  return meaning<Answer>(wanted, kNames);
}

TraceEvent::Kind event_of(const std::string& wanted) {
  static constexpr std::array<std::string_view, 7> kNames{"edit", "reopened", "together", "silence",
                                                          "pass", "left",     "influence"};
  return meaning<TraceEvent::Kind>(wanted, kNames);
}

Reason reason_of(const std::string& wanted) {
  for (int reason = 0; reason <= static_cast<int>(Reason::cycle); ++reason) {
    if (reason_name(static_cast<Reason>(reason)) == wanted) return static_cast<Reason>(reason);
  }
  throw Wrong{"no trace: unknown reason '" + wanted + '\''};
}

/// Index of the one with that id, which is added if it is new.
template <typename Items>
int known(Items& items, const std::string& id) {
  const int found = index_of(items, id);
  if (found >= 0) return found;
  items.emplace_back();
  items.back().id = id;
  return static_cast<int>(items.size()) - 1;
}

/// Builds the trace, and the scenario from what the trace names.
class TraceReader {
 public:
  Trace read(const Json& root) {
    scenario_.id = word(part(root, "scenario"), "scenario");
    trace_.model = word(part(root, "model"), "model");
    trace_.seed = whole(root, "seed");
    const Json& stages = list(root, "stages");
    if (stages.empty()) throw Wrong{"no trace: it has no stages"};
    for (const Json& stage : stages) known(scenario_.stages, word(part(stage, "id"), "id"));
    for (const Json& stage : stages) read_stage(stage);
    trace_.outcome = read_outcome(part(root, "outcome"));
    fill_packages();
    scenario_.model = trace_.model;
    scenario_.seed = trace_.seed;
    trace_.scenario = std::make_shared<const Scenario>(std::move(scenario_));
    return std::move(trace_);
  }

 private:
  int actor(const Json& id) { return known(scenario_.actors, word(id, "actor")); }

  std::vector<int> actors(const Json& ids) {
    std::vector<int> found;
    for (const Json& id : ids) found.push_back(actor(id));
    return found;
  }

  std::vector<int> package(const Json& chosen) {
    std::vector<int> options;
    if (chosen.is_null()) return options;
    if (!chosen.is_object()) throw Wrong{"no trace: a package must be a map"};
    for (const auto& [issue_id, option] : chosen.items()) {
      const auto issue = static_cast<std::size_t>(known(scenario_.issues, issue_id));
      if (options.size() <= issue) options.resize(issue + 1, -1);
      const bool number = option.is_number();  // of a continuous issue
      const std::string id = number ? show_number(option.get<double>()) : word(option, "package");
      options[issue] = known(scenario_.issues[issue].options, id);
    }
    return options;
  }

  void read_stage(const Json& json) {
    TraceStage stage{.stage = known(scenario_.stages, word(part(json, "id"), "id"))};
    const Json& rounds = list(json, "rounds");
    if (rounds.empty() || rounds.size() > kMostRounds + 1) {
      throw Wrong{"no trace: a stage needs round 0, and at most 10000 more"};
    }
    for (const auto& [id, threshold] : map(rounds.front(), "aspirations").items()) {
      stage.parties.push_back(known(scenario_.actors, id));
    }
    if (stage.parties.empty()) throw Wrong{"no trace: a stage without parties"};
    for (const Json& round : rounds) read_round(round, stage);
    stage.outcome = read_outcome(part(json, "outcome"));
    trace_.stages.push_back(std::move(stage));
  }

  void read_round(const Json& json, TraceStage& stage) {
    TraceRound round{.number = static_cast<int>(stage.rounds.size())};
    if (whole(json, "round") != stage.rounds.size()) throw Wrong{"no trace: a round is missing"};
    for (const Json& offer : list(json, "offers")) {
      round.offers.push_back(read_offer(offer, round.number, stage));
    }
    for (const Json& event : list(json, "events")) round.events.push_back(read_event(event));
    read_standings(json, stage, round);
    stage.rounds.push_back(std::move(round));
  }

  void read_standings(const Json& json, const TraceStage& stage, TraceRound& round) {
    const auto thresholds = numbers(map(json, "aspirations"), stage.parties);
    const auto walk_aways = numbers(map(json, "walk_aways"), stage.parties);
    for (std::size_t party = 0; party < stage.parties.size(); ++party) {
      round.standings.push_back({.walk_away = walk_aways[party], .threshold = thresholds[party]});
    }
    round.zone_size = static_cast<std::int64_t>(whole(json, "zone_size"));
    for (const Json& bloc : list(json, "blocs")) round.blocs.push_back(actors(bloc));
    round.coalition = actors(list(json, "coalition"));
    for (const Json& blocker : list(json, "blockers")) {
      round.blockers.push_back({.actors = actors(list(blocker, "actors")),
                                .shortfall = number(part(blocker, "shortfall")),
                                .index = index(part(blocker, "index")),
                                .package = package(part(blocker, "package"))});
    }
  }

  /// What no JSON number can say is written as null: a threshold that nothing reaches.
  static double number(const Json& value) {
    if (value.is_null()) return std::numeric_limits<double>::infinity();
    if (!value.is_number()) throw Wrong{"no trace: a number is missing"};
    return value.get<double>();
  }

  /// Of a package; null for none.
  static int index(const Json& value) {
    if (value.is_null()) return -1;
    if (!value.is_number_unsigned()) throw Wrong{"no trace: an index must be a whole number"};
    return static_cast<int>(value.get<std::uint32_t>());
  }

  /// One number for each party of the stage.
  std::vector<double> numbers(const Json& by_actor, const std::vector<int>& parties) {
    std::vector<double> found;
    found.reserve(parties.size());
    for (const int party : parties) {
      found.push_back(number(part(by_actor, scenario_.actors[party].id.c_str())));
    }
    return found;
  }

  TraceOffer read_offer(const Json& json, int round, const TraceStage& stage) {
    TraceOffer offer{.round = round};
    const Json& by = part(json, "by");
    offer.joint = by.is_array();
    offer.by = offer.joint ? actors(by) : std::vector<int>{actor(by)};
    offer.index = index(part(json, "index"));
    offer.package = package(part(json, "package"));
    offer.utilities = numbers(map(json, "utilities"), stage.parties);
    for (const auto& [id, answer] : map(json, "responses").items()) {
      offer.responses.push_back(
          {known(scenario_.actors, id), answer_of(word(answer, "responses"))});
    }
    if (json.contains("unreached")) offer.unreached = actors(json["unreached"]);
    if (json.contains("needed")) offer.needed = actors(json["needed"]);
    const auto outside = [&](int one) {
      return std::find(stage.parties.begin(), stage.parties.end(), one) == stage.parties.end();
    };
    if (offer.by.empty() || std::any_of(offer.by.begin(), offer.by.end(), outside)) {
      throw Wrong{"no trace: an offer must come from parties of the stage"};
    }
    return offer;
  }

  TraceEvent read_event(const Json& json) {
    TraceEvent event{.kind = event_of(word(part(json, "kind"), "kind"))};
    if (json.contains("actor")) event.actors = {actor(json["actor"])};
    if (json.contains("actors")) event.actors = actors(json["actors"]);
    if (json.contains("issues")) {
      for (const Json& id : json["issues"]) {
        event.issues.push_back(known(scenario_.issues, word(id, "issues")));
      }
    }
    if (json.contains("path")) event.path = word(json["path"], "path");
    if (json.contains("value")) event.value = word(json["value"], "value");
    return event;
  }

  Outcome read_outcome(const Json& json) {
    const Json& agreed = part(json, "agreed");
    if (!agreed.is_boolean()) throw Wrong{"no trace: 'agreed' must be true or false"};
    Outcome outcome{.agreed = agreed.get<bool>()};
    outcome.stage = index_of(scenario_.stages, word(part(json, "stage"), "stage"));
    if (outcome.stage < 0) throw Wrong{"no trace: an outcome in a stage that is not there"};
    if (!part(json, "round").is_null()) {
      outcome.round = static_cast<int>(std::min<std::uint64_t>(whole(json, "round"), kMostRounds));
    }
    outcome.package = package(part(json, "package"));
    outcome.coalition = actors(list(json, "coalition"));
    for (const auto& [id, utility] : map(json, "utilities").items()) {
      if (!utility.is_number()) throw Wrong{"no trace: a utility must be a number"};
      outcome.utilities.emplace_back(known(scenario_.actors, id), utility.get<double>());
    }
    outcome.reason = reason_of(word(part(json, "reason"), "reason"));
    return outcome;
  }

  /// Packages that were read before all issues were known are shorter than they should be.
  void fill_packages() {
    const auto fill = [&](std::vector<int>& package) {
      if (!package.empty()) package.resize(scenario_.issues.size(), -1);
    };
    for (TraceStage& stage : trace_.stages) {
      for (TraceRound& round : stage.rounds) {
        for (TraceOffer& offer : round.offers) fill(offer.package);
        for (TraceBlocker& blocker : round.blockers) fill(blocker.package);
      }
      fill(stage.outcome.package);
    }
    fill(trace_.outcome.package);
    for (Actor& each : scenario_.actors) each.positions.resize(scenario_.issues.size());
  }

  Scenario scenario_{};
  Trace trace_{};
};

}  // namespace

bool is_trace_document(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string::npos && text[first] == '{' &&
         text.find(std::string{'"'} + kSchema + '"') != std::string::npos;
}

Result<TraceDocument> parse_trace(const std::string& json, const std::string& name) {
  const auto wrong = [&](Code code, std::string message) {
    return Diagnostics{{.code = code, .where = {.file = name}, .message = std::move(message)}};
  };
  const Json root = Json::parse(json, nullptr, false);
  if (root.is_discarded()) return wrong(Code::broken_yaml, "this is no JSON");
  try {
    if (word(part(root, "schema"), "schema") != kSchema) {
      return wrong(Code::unknown_schema, std::string("the schema must be '") + kSchema + '\'');
    }
    std::string digest = word(part(root, "digest"), "digest");
    return TraceDocument{.trace = TraceReader().read(root), .digest = std::move(digest)};
  } catch (const Wrong& fault) {
    return wrong(Code::wrong_kind, fault.message);
  }
}

}  // namespace detente
