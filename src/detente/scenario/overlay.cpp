#include "detente/scenario/overlay.hpp"

#include <algorithm>
#include <utility>

#include "detente/scenario/describe_overlay.hpp"
#include "detente/scenario/ids.hpp"
#include "detente/scenario/read.hpp"
#include "detente/scenario/validate.hpp"
#include "detente/scenario/yaml.hpp"

namespace detente {
namespace detail {
namespace {

/// An option by its id, or a point of a continuous issue by its number, however that is written.
std::optional<int> read_option(Reader& reader, const Value& value, const Issue& issue) {
  const int point = issue.range && value.is_scalar() ? find_option(issue, value.scalar) : -1;
  if (point >= 0) return point;
  return reader.one_of(value, issue.options, "option");
}

}  // namespace

void Offer::read(Reader& reader, const Value& value, Move& move) const {
  move.kind = Move::Kind::offer;
  if (!reader.expect_map(value)) return;
  const auto& issues = reader.scenario().issues;
  const std::string holder = reader.path();
  for (const Entry& entry : value.entries) {
    reader.at(holder, {});
    const int issue = index_of(issues, entry.key);
    if (issue < 0) {
      reader.unknown_id(entry.mark, "issue", entry.key, Reader::ids_of(issues));
      continue;
    }
    reader.at(holder, entry.key);
    if (Places* places = reader.places()) places->marks[reader.path()] = entry.mark;
    const auto option = read_option(reader, entry.value, issues[issue]);
    if (option) move.offer.emplace_back(issue, *option);
  }
  if (!value.entries.empty()) return;
  reader.at(holder, {});
  reader.error(Code::too_few, value.mark, "an offer must name at least one issue");
}

void Answer::read(Reader& reader, const Value& value, Move& move) const {
  const auto yes = reader.yes_or_no(value);
  if (yes) move.kind = *yes ? Move::Kind::accept : Move::Kind::refuse;
}

void Departure::read(Reader& reader, const Value& value, Move& move) const {
  const auto yes = reader.yes_or_no(value);
  if (!yes) return;
  move.kind = Move::Kind::leave;
  if (*yes) return;
  reader.error(Code::wrong_kind, value.mark, "leave can only be yes", "leave the move out to stay");
}

void Moment::read(Reader& reader, const Value& value, std::optional<At>& member) const {
  member = At{};
  MapOf{}.read(reader, value, *member);
}

namespace {

std::string item_path(const char* list, std::size_t place) {
  return std::string(list) + '[' + std::to_string(place) + ']';
}

/// Checks things of one overlay against the scenario that it makes.
class OverlayCheck {
 public:
  OverlayCheck(const Value& root, const Scenario& scenario, Faults& faults, const Places& places)
      : root_(root), scenario_(scenario), faults_(faults), places_(places) {}

  void check_round(const At& at, const std::string& path) {
    const int stage = index_of(scenario_.stages, at.stage);
    if (stage < 0 || !faults_.sound(path)) return;
    const int rounds = scenario_.stages[stage].rounds;
    if (at.round <= rounds) return;
    error(Code::out_of_range, {path, "round"},
          "round must lie in [1, " + std::to_string(rounds) + "], is " + std::to_string(at.round));
  }

  void check_move(const Move& move, std::size_t place) {
    const std::string path = item_path("moves", place);
    check_kind(root_.find("moves")->items[place], path);
    check_round(move.at, path);
    const int stage = index_of(scenario_.stages, move.at.stage);
    if (stage < 0 || !faults_.sound(path)) return;
    const std::string in_stage = " in the stage '" + move.at.stage + '\'';
    const auto& parties = scenario_.stages[stage].parties;
    if (std::find(parties.begin(), parties.end(), move.actor) == parties.end()) {
      error(Code::unknown_id, {path, "actor"},
            '\'' + scenario_.actors[move.actor].id + "' is no party" + in_stage);
    }
    for (const auto& [issue, option] : move.offer) {
      if (is_open(scenario_, stage, issue)) continue;
      const std::string& id = scenario_.issues[issue].id;
      error(Code::unknown_id, {path, "offer." + id},
            std::string("'").append(id).append("' is not open").append(in_stage));
    }
  }

 private:
  /// A move is one thing.
  void check_kind(const Value& move, const std::string& path) {
    if (!move.is_map()) return;
    int kinds = 0;
    for (const char* kind : {"offer", "accept", "leave"}) kinds += move.find(kind) ? 1 : 0;
    if (kinds == 0) {
      error(Code::missing_key, {path, "offer"}, "missing key 'offer', or 'accept', or 'leave'");
    } else if (kinds > 1) {
      error(Code::conflicting_keys, {path, {}}, "only one of 'offer', 'accept' and 'leave'");
    }
  }

  void error(Code code, const Spot& spot, std::string message) {
    faults_.error(code, places_.near(spot.path()), spot, std::move(message));
  }

  const Value& root_;
  const Scenario& scenario_;
  Faults& faults_;
  const Places& places_;
};

/// The edits of all blocks, each with its place.
std::vector<Edit> joined(const std::vector<EditBlock>& blocks) {
  std::vector<Edit> edits;
  for (const EditBlock& block : blocks) {
    for (Edit edit : block.edits) {
      edit.at = block.at;
      edits.push_back(std::move(edit));
    }
  }
  return edits;
}

/// Reads and checks; the result is of use only without faults.
Overlay read_overlay(const Value& root, const Scenario& scenario, Faults& faults) {
  Places places;
  Reader reader(scenario, faults, &places);
  OverlayKeys keys;
  if (!root.is_map()) {
    reader.error(Code::wrong_kind, {1, 1},
                 std::string("an overlay must be a map of keys, this is ") + kind_name(root));
    return {};
  }
  read_record(reader, root, {{}, root.mark}, keys);

  Scenario changed = scenario;
  for (std::size_t place = 0; place < keys.blocks.size(); ++place) {
    make_changes(changed, keys.blocks[place].edits, item_path("edits", place) + ".set", faults,
                 places);
  }
  OverlayCheck check(root, changed, faults, places);
  for (std::size_t place = 0; place < keys.blocks.size(); ++place) {
    const auto& at = keys.blocks[place].at;
    if (at) check.check_round(*at, item_path("edits", place) + ".at");
  }
  for (std::size_t place = 0; place < keys.moves.size(); ++place) {
    check.check_move(keys.moves[place], place);
  }
  return {.scenario = keys.scenario, .edits = joined(keys.blocks), .moves = std::move(keys.moves)};
}

}  // namespace
}  // namespace detail

Result<Overlay> load_overlay(const std::string& file, const Scenario& scenario) {
  const auto text = detail::read_file(file);
  if (!text) return detail::cannot_open(file);
  return parse_overlay(*text, file, scenario);
}

Result<Overlay> parse_overlay(const std::string& yaml, const std::string& name,
                              const Scenario& scenario) {
  detail::Faults faults;
  const detail::SourceText source = detail::prepare(name, yaml, faults);
  if (source.text.empty() && faults.any_errors()) return faults.list(source);
  const detail::Document document = detail::parse_yaml(source, faults);
  if (!document.complete) return faults.list(source);
  Overlay overlay = detail::read_overlay(document.root, scenario, faults);
  if (faults.any_errors()) return faults.list(source);
  return overlay;
}

}  // namespace detente
