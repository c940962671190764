#include "detente/scenario/overwrite.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include "detente/core/contract.hpp"
#include "detente/core/text.hpp"
#include "detente/scenario/edit.hpp"
#include "detente/scenario/field.hpp"

namespace detente {
namespace {

constexpr std::size_t kMostKept = 64;  // scenarios made by apply(), tens of kB each

/// Whether one path leads to what holds the other.
bool overlap(const std::string& a, const std::string& b) {
  const std::string& shorter = a.size() < b.size() ? a : b;
  const std::string& longer = a.size() < b.size() ? b : a;
  return longer.starts_with(shorter) &&
         (longer.size() == shorter.size() || longer[shorter.size()] == '.');
}

/// What a path has a say in: the whole tactic, unless it is one of its numbers; all that says how
/// an actor likes the options of an issue.
std::string reach_of(const Scenario& scenario, const std::string& path) {
  auto parts = split(path, '.');
  if (parts.size() > 3 && parts[0] == "actors" && parts[2] == "tactic") {
    if (!find_field(scenario, path)) return "actors." + parts[1] + ".tactic";
  }
  const bool ideal = parts.size() == 5 && parts[2] == "positions" && parts[4] == "ideal";
  return ideal ? path.substr(0, path.size() - 5) + "values" : path;
}

/// A number that can be set in place, put back, and has no say in what else is sound.
std::optional<Field> plain_field(const Scenario& scenario, const std::string& path) {
  const auto field = find_field(scenario, path);
  if (!field) return {};
  if (field->kind == Field::Kind::rounds) {
    return scenario.events.empty() ? field : std::nullopt;  // an event may lie beyond its round
  }
  if (field->kind == Field::Kind::walk_away) {
    return scenario.actors[field->actor].walk_away_share ? std::nullopt : field;
  }
  if (field->kind != Field::Kind::stage_walk_away) return field;
  const auto& own = scenario.stages[field->stage].walk_away;
  return own.find(field->actor) == own.end() ? std::nullopt : field;
}

/// The actor of `actors.us.tactic`; -1 for other paths.
int tactic_actor(const Scenario& scenario, const std::string& path) {
  const auto parts = split(path, '.');
  const bool fits = parts.size() == 3 && parts[0] == "actors" && parts[2] == "tactic";
  return fits ? index_of(scenario.actors, parts[1]) : -1;
}

bool within(const FieldRange& range, double value) {
  return range.low <= value && value <= range.high && (!range.whole || value == std::floor(value));
}

}  // namespace

std::vector<Override> overrides_of(std::span<const Value> choices) {
  std::vector<Override> overrides;
  overrides.reserve(choices.size());
  for (const Value& choice : choices) {
    const bool plain = choice.is_scalar() && !choice.quoted;
    const auto number = plain ? parse_number(choice.scalar) : std::nullopt;
    overrides.push_back(number ? Override{*number} : Override{&choice});
  }
  return overrides;
}

/// How one path is set.
struct Lane {
  std::string path{};
  std::optional<Field> field{};
  FieldRange range{};
  double usual = 0.0;  ///< Of the field in the base.
  int tactic_of = -1;  ///< Actor.
  std::map<const Value*, Tactic> tactics{};

  bool slow() const { return !field && tactic_of < 0; }
};

class Overwriter::Parts {
 public:
  Parts(std::shared_ptr<const Scenario> base, std::vector<std::string> paths)
      : base_(std::move(base)) {
    std::vector<std::string> reach;
    reach.reserve(paths.size());
    for (const std::string& path : paths) reach.push_back(reach_of(*base_, path));
    for (std::size_t place = 0; place < paths.size(); ++place) {
      const auto touched = std::count_if(reach.begin(), reach.end(), [&](const std::string& other) {
        return overlap(reach[place], other);
      });
      lanes_.push_back(lane_of(paths[place], touched == 1));
    }
  }

  Result<const Scenario*> with(std::span<const Override> overrides) {
    expects(overrides.size() == lanes_.size(), "Overwriter::with: one override for each path");
    if (!all_plain(overrides)) return applied(overrides);
    Scenario* scenario = ground(overrides);
    if (scenario == nullptr) return faults_;
    for (std::size_t place = 0; place < lanes_.size(); ++place) {
      if (!set_in_place(lanes_[place], overrides[place], *scenario)) return faults_;
    }
    return scenario;
  }

 private:
  Lane lane_of(const std::string& path, bool alone) const {
    Lane lane{.path = path};
    if (!alone) return lane;
    lane.field = plain_field(*base_, path);
    if (lane.field) {
      lane.range = range_of(*base_, *lane.field);
      lane.usual = get(*base_, *lane.field);
    } else {
      lane.tactic_of = tactic_actor(*base_, path);
    }
    return lane;
  }

  /// Whether every field takes a number that is sound whatever the others are.
  bool all_plain(std::span<const Override> overrides) const {
    for (std::size_t place = 0; place < lanes_.size(); ++place) {
      const Lane& lane = lanes_[place];
      if (!lane.field || overrides[place].index() == 0) continue;
      const double* number = std::get_if<double>(&overrides[place]);
      if (number == nullptr || !within(lane.range, *number)) return false;
    }
    return true;
  }

  Edit edit_of(std::size_t place, const Override& override) const {
    const double* number = std::get_if<double>(&override);
    return {lanes_[place].path,
            number != nullptr ? Value::of(*number) : *std::get<const Value*>(override),
            {}};
  }

  Result<const Scenario*> applied(std::span<const Override> overrides) {
    std::vector<Edit> edits;
    for (std::size_t place = 0; place < lanes_.size(); ++place) {
      if (overrides[place].index() != 0) edits.push_back(edit_of(place, overrides[place]));
    }
    auto made = detente::apply(*base_, edits);
    if (!made) return made.error();
    odd_ = std::move(made).value();
    return &odd_;
  }

  /// The scenario with all slow paths set, to be written on; nullptr after a fault.
  Scenario* ground(std::span<const Override> overrides) {
    std::string key;
    std::vector<Edit> edits;
    for (std::size_t place = 0; place < lanes_.size(); ++place) {
      if (!lanes_[place].slow()) continue;
      key += static_cast<char>('0' + overrides[place].index());
      if (overrides[place].index() == 0) continue;
      edits.push_back(edit_of(place, overrides[place]));
      key += to_string(edits.back().value) + '\n';
    }
    const auto kept = grounds_.find(key);
    if (kept != grounds_.end()) return &kept->second;
    auto made = detente::apply(*base_, edits);
    if (!made) {
      faults_ = made.error();
      return nullptr;
    }
    if (grounds_.size() >= kMostKept) grounds_.clear();
    return &grounds_.emplace(std::move(key), std::move(made).value()).first->second;
  }

  bool set_in_place(Lane& lane, const Override& override, Scenario& scenario) {
    if (lane.field) {
      const double* number = std::get_if<double>(&override);
      set(scenario, *lane.field, number == nullptr ? lane.usual : *number);
    } else if (lane.tactic_of >= 0) {
      const Tactic* tactic = tactic_for(lane, override);
      if (tactic == nullptr) return false;
      scenario.actors[lane.tactic_of].tactic = *tactic;
    }
    return true;
  }

  const Tactic* tactic_for(Lane& lane, const Override& override) {
    if (override.index() == 0) return &base_->actors[lane.tactic_of].tactic;
    const Value* const* value = std::get_if<const Value*>(&override);
    const auto known = lane.tactics.find(value == nullptr ? nullptr : *value);
    if (known != lane.tactics.end()) return &known->second;
    const Value word = value == nullptr ? Value::of(std::get<double>(override)) : **value;
    auto made = detente::apply(*base_, Edit{lane.path, word, {}});
    if (!made) {
      faults_ = made.error();
      return nullptr;
    }
    const Tactic& tactic = made->actors[lane.tactic_of].tactic;
    return &lane.tactics.emplace(value == nullptr ? nullptr : *value, tactic).first->second;
  }

  std::shared_ptr<const Scenario> base_;
  std::vector<Lane> lanes_{};
  std::unordered_map<std::string, Scenario> grounds_{};
  Scenario odd_{};
  Diagnostics faults_{};
};

Overwriter::Overwriter(std::shared_ptr<const Scenario> base, std::vector<std::string> paths)
    : parts_(std::make_unique<Parts>(std::move(base), std::move(paths))) {
}
Overwriter::~Overwriter() = default;
Overwriter::Overwriter(Overwriter&& other) noexcept = default;
Overwriter& Overwriter::operator=(Overwriter&& other) noexcept = default;

Result<const Scenario*> Overwriter::with(std::span<const Override> overrides) {
  return parts_->with(overrides);
}

}  // namespace detente
