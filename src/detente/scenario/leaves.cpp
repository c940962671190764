#include "detente/scenario/leaves.hpp"

#include <optional>
#include <type_traits>
#include <utility>

#include "detente/scenario/describe.hpp"
#include "detente/scenario/distribution_specs.hpp"

namespace detente {
namespace detail {
namespace {

Value whole_value(std::uint64_t number) {
  return Value::of(std::to_string(number));
}

Value list_value(std::vector<Value> items) {
  Value value;
  value.kind = Value::Kind::list;
  value.items = std::move(items);
  return value;
}

/// The id of one of many as a value; nothing for -1.
template <typename Items>
std::optional<Value> id_value(const Items& items, int index) {
  if (index < 0) return {};
  return Value::of(std::string_view(items[index].id));
}

template <typename Items>
Value ids_value(const Items& items, const std::vector<int>& indices) {
  std::vector<Value> ids;
  ids.reserve(indices.size());
  for (const int index : indices) ids.push_back(Value::of(std::string_view(items[index].id)));
  return list_value(std::move(ids));
}

Value place_value(const Place& place, const Issue& issue) {
  if (place.option < 0) return Value::of(place.number);
  return Value::of(std::string_view(issue.options[place.option].id));
}

/// `{v: weight, …}`
Value choice_value(const Distribution& draw) {
  Value map;
  map.kind = Value::Kind::map;
  for (std::size_t choice = 0; choice < draw.choices.size(); ++choice) {
    Entry entry;
    entry.key = to_string(draw.choices[choice]);
    entry.value = Value::of(draw.numbers[choice]);
    map.entries.push_back(std::move(entry));
  }
  return map;
}

/// Collects the leaves of one record and of what lies below it, as a visitor of its description.
class LeafList {
 public:
  LeafList(const Scenario& scenario, std::vector<Leaf>& leaves)
      : scenario_(&scenario), leaves_(&leaves) {}

  const Scenario& scenario() const { return *scenario_; }

  template <typename Member, typename Spec>
  void leaf(Key key, Member& member, const Spec& spec) {
    const std::string before = std::exchange(path_, below(key.name));
    write(member, spec);
    path_ = before;
  }
  template <typename Record>
  void section(Key key, std::optional<Record>& record) {
    if (record) this->record(key, *record);
  }
  template <typename Record>
  void record(Key key, Record& record) {
    enter(below(key.name), record);
  }
  template <typename Items, typename Ids>
  void by_id(Key key, Items& items, const Ids& ids, const char* /*kind*/) {
    for (std::size_t place = 0; place < items.size() && place < ids.size(); ++place) {
      const std::string path = below(key.name) + '.' + ids[place].id;
      if constexpr (std::is_same_v<Items, Ids>) {
        enter(path, items[place]);
      } else {
        enter(path, items[place], ids[place]);
      }
    }
  }
  template <typename Items>
  void list_with_ids(Key key, Items& items) {
    by_id(key, items, items, "");
  }
  void ties(Key key, const std::vector<Tie>& ties) {
    for (const Tie& tie : ties) {
      add(below(key.name) + '.' + scenario_->actors[tie.from].id + '.' +
              scenario_->actors[tie.to].id + ".strength",
          Value::of(tie.strength));
    }
  }

  // no edit can use the rest
  template <typename... Rest>
  void fixed(const Rest&... /*rest*/) {}
  void names(Code /*unknown*/, const char* /*kind*/) {}
  void schema(const char* /*name*/) {}
  void barred(Key /*key*/, const char* /*why*/) {}
  void unused(Key /*key*/) {}
  void without_effect(Key /*key*/, const char* /*why*/) {}

 private:
  std::string below(std::string_view name) const {
    return path_.empty() ? std::string(name) : path_ + '.' + std::string(name);
  }
  void add(std::string path, std::optional<Value> value) {
    if (value) leaves_->push_back({std::move(path), std::move(*value)});
  }
  void add(std::optional<Value> value) { add(path_, std::move(value)); }

  template <typename Record, typename... Context>
  void enter(const std::string& path, Record& record, const Context&... context) {
    if constexpr (std::is_same_v<Record, Position>) {
      if (!has_view(record) && record.salience == 0.0) return;
    }
    const std::string before = std::exchange(path_, path);
    describe(*this, record, context...);
    path_ = before;
  }

  // one for each type of field; texts for people have no leaf
  template <typename Member>
  void write(const Member& /*member*/, const Words& /*spec*/) {}
  template <typename Member>
  void write(const Member& /*member*/, const Plain& /*spec*/) {}
  void write(const Forms& /*member*/, const Declension& /*spec*/) {}
  void write(const std::string& /*member*/, const SourceRef& /*spec*/) {}

  void write(double member, const Number& /*spec*/) { add(Value::of(member)); }
  void write(const std::optional<double>& member, const Number& /*spec*/) {
    if (member) add(Value::of(*member));
  }
  void write(double member, const Positive& /*spec*/) { add(Value::of(member)); }
  void write(const Actor& member, const WalkAway& /*spec*/) {
    if (!member.walk_away_share) return add(Value::of(member.walk_away));
    add(path_ + ".share", Value::of(*member.walk_away_share));
  }
  void write(const ViolatorAt& member, const Gain& /*spec*/) {
    const Violator* const violator = member.find();
    if (violator == nullptr) return;
    const Distribution& gain = violator->gain;
    for (const DistributionFacts& facts : distribution_facts()) {
      if (facts.kind != gain.kind) continue;
      std::vector<Value> numbers;
      for (const double number : gain.numbers) numbers.push_back(Value::of(number));
      add(path_ + '.' + facts.name, list_value(std::move(numbers)));
    }
    if (gain.kind == Distribution::Kind::choice) add(path_ + ".choice", choice_value(gain));
  }
  void write(const std::vector<Lever>& member, const Levels& spec) {
    const auto& options = scenario_->issues[spec.issue].options;
    for (const Lever& lever : member) {
      if (lever.issue != spec.issue) continue;
      for (std::size_t option = 0; option < options.size(); ++option) {
        add(path_ + '.' + options[option].id, Value::of(lever.level[option]));
      }
    }
  }
  void write(int member, const Whole& /*spec*/) { add(Value::of(std::to_string(member))); }
  void write(const std::optional<int>& member, const Whole& /*spec*/) {
    if (member) add(Value::of(std::to_string(*member)));
  }
  void write(std::uint64_t member, const Seed& /*spec*/) { add(whole_value(member)); }
  void write(const std::string& member, const ModelName& /*spec*/) {
    add(Value::of(std::string_view(member)));
  }
  template <typename Enum>
  void write(Enum member, const OneOf<Enum>& spec) {
    for (const auto& [name, meaning] : spec.words) {
      if (meaning == member) add(Value::of(std::string_view(name)));
    }
  }
  void write(const ModelNumbers& member, const Parameter& spec) {
    const auto model = member.find(std::string(spec.model->id));
    if (model == member.end()) return;
    const auto number = model->second.find(std::string(spec.facts->id));
    if (number != model->second.end()) add(Value::of(number->second));
  }
  void write(int member, const ActorRef& /*spec*/) { add(id_value(scenario_->actors, member)); }
  void write(int member, const StageRef& /*spec*/) { add(id_value(scenario_->stages, member)); }
  void write(const std::vector<int>& member, const ActorRefs& /*spec*/) {
    add(ids_value(scenario_->actors, member));
  }
  void write(const std::vector<int>& member, const IssueRefs& /*spec*/) {
    add(ids_value(scenario_->issues, member));
  }
  void write(const std::map<int, double>& member, const PerActor& /*spec*/) {
    for (const auto& [actor, number] : member) {
      add(path_ + '.' + scenario_->actors[actor].id, Value::of(number));
    }
  }
  void write(const Position& member, const Ideal& spec) {
    if (member.ideal) add(place_value(*member.ideal, *spec.issue));
  }
  void write(const Position& member, const Scores& spec) {
    for (std::size_t option = 0; option < member.values.size(); ++option) {
      add(path_ + '.' + spec.issue->options[option].id, Value::of(member.values[option]));
    }
  }
  void write(const Position& member, const RedLine& spec) {
    if (!member.red_line) return;
    add(list_value({place_value(member.red_line->first, *spec.issue),
                    place_value(member.red_line->second, *spec.issue)}));
  }
  void write(const Tactic& member, const TacticKind& /*spec*/) {
    for (const TacticFacts& facts : tactic_facts()) {
      // the words that follow a kind's own name stand for the same kind
      if (facts.kind == member.kind) return add(Value::of(std::string_view(facts.name)));
    }
  }
  /// A list of records is one leaf: no path leads into it.
  template <typename Record>
  void write(std::vector<Record>& member, const ListOf& /*spec*/) {
    std::vector<Value> items;
    for (Record& record : member) {
      std::vector<Leaf> parts;
      LeafList list(*scenario_, parts);
      describe(list, record);
      Value map;
      map.kind = Value::Kind::map;
      for (Leaf& part : parts) {
        Entry entry;
        entry.key = std::move(part.path);
        entry.value = std::move(part.value);
        map.entries.push_back(std::move(entry));
      }
      items.push_back(std::move(map));
    }
    add(list_value(std::move(items)));
  }

  const Scenario* scenario_;
  std::vector<Leaf>* leaves_;
  std::string path_{};
};

}  // namespace
}  // namespace detail

std::vector<Leaf> leaves_of(const Scenario& scenario) {
  Scenario copy = scenario;  // descriptions take records that could be written
  std::vector<Leaf> leaves;
  detail::LeafList list(scenario, leaves);
  detail::describe(list, copy);
  return leaves;
}

}  // namespace detente
