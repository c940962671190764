#include "detente/scenario/reference_specs.hpp"

#include <algorithm>
#include <set>

#include "detente/scenario/items.hpp"
#include "detente/scenario/specs.hpp"

namespace detente::detail {
namespace {

/// Reads references to `items` and refuses repetitions.
template <typename Items>
std::vector<int> references(Reader& reader, const Value& list, const Items& items,
                            const char* kind) {
  std::vector<int> found;
  std::set<int> seen;
  for_each_item(reader, list, [&](const Value& item) {
    if (Places* places = reader.places()) places->marks[reader.path()] = item.mark;
    const auto index = reader.one_of(item, items, kind);
    if (!index) return;
    if (seen.insert(*index).second) {
      found.push_back(*index);
    } else {
      reader.error_within(Code::taken_id, item.mark, '\'' + items[*index].id + "' is named twice");
    }
  });
  return found;
}

/// "adjusted-winner" of "adjusted-winner:preset"
std::string without_preset(const std::string& name) {
  return name.substr(0, name.find(':'));
}

}  // namespace

void ActorRef::read(Reader& reader, const Value& value, int& member) const {
  const auto read = reader.one_of(value, reader.scenario().actors, "actor");
  if (read) member = *read;
}

void StageRef::read(Reader& reader, const Value& value, int& member) const {
  const auto read = reader.one_of(value, reader.scenario().stages, "stage");
  if (read) member = *read;
}

void StageRef::read(Reader& reader, const Value& value, std::string& member) const {
  const auto read = reader.one_of(value, reader.scenario().stages, "stage");
  if (read) member = reader.scenario().stages[*read].id;
}

void SourceRef::read(Reader& reader, const Value& value, std::string& member) const {
  const auto read = reader.one_of(value, reader.scenario().sources, "source");
  if (read) member = reader.scenario().sources[*read].id;
}

void ActorRefs::read(Reader& reader, const Value& value, std::vector<int>& member) const {
  member = references(reader, value, reader.scenario().actors, "actor");
}

void IssueRefs::read(Reader& reader, const Value& value, std::vector<int>& member) const {
  member = references(reader, value, reader.scenario().issues, "issue");
  std::sort(member.begin(), member.end());
}

void ModelName::read(Reader& reader, const Value& value, std::string& member) const {
  const auto read = reader.plain(value);
  if (!read) return;
  const std::string id = without_preset(*read);
  std::vector<std::string> known;
  for (const ModelFacts& model : known_models()) {
    if (model.available) known.emplace_back(model.id);
    if (model.id != id) continue;
    if (!model.available) {
      return reader.error(Code::not_available, value.mark,
                          "model '" + id + "' is not available yet");
    }
    if (id != *read) {
      return reader.error(Code::unknown_model, value.mark, "model '" + id + "' has no presets",
                          "write '" + id + '\'');
    }
    member = id;
    return;
  }
  reader.unknown_word(Code::unknown_model, value.mark, "model", id, known);
}

void Parameter::read(Reader& reader, const Value& value, ModelNumbers& member) const {
  const auto read = reader.number(value, facts->low, facts->high);
  if (!read) return;
  member[std::string(model->id)][std::string(facts->id)] = *read;
}

void PerActor::read(Reader& reader, const Value& value, std::map<int, double>& member) const {
  if (!reader.expect_map(value)) return;
  member.clear();
  const std::string holder = reader.path();
  for (const Entry& entry : value.entries) {
    if (entry.key.starts_with("x-")) continue;
    reader.at(holder, entry.key);
    read_below(reader, entry, member);
  }
}

void PerActor::read_below(Reader& reader, const Entry& entry, std::map<int, double>& member) const {
  const auto& actors = reader.scenario().actors;
  const int actor = index_of(actors, entry.key);
  if (actor < 0) {
    reader.at(reader.holder(), {});
    reader.unknown_id(entry.mark, "actor", entry.key, Reader::ids_of(actors));
    return;
  }
  if (entry.value.find("share") != nullptr) {
    reader.error(Code::wrong_kind, entry.value.mark, " must be a number in a stage",
                 "a share stands under actors." + entry.key);
    return;
  }
  if (const auto number = reader.number(entry.value, kShare.low, kShare.high)) {
    member[actor] = *number;
  }
}

std::vector<std::string> PerActor::ids_below(const Scenario& scenario,
                                             const std::map<int, double>& /*member*/) const {
  std::vector<std::string> ids;
  for (const int actor : *parties) ids.push_back(scenario.actors[actor].id);
  return ids;
}

}  // namespace detente::detail
