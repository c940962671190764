#include "detente/scenario/durability_specs.hpp"

#include <algorithm>

#include "detente/core/text.hpp"
#include "detente/scenario/distribution_specs.hpp"
#include "detente/scenario/ids.hpp"
#include "detente/scenario/specs.hpp"

namespace detente::detail {
namespace {

bool is_negative(const Value& choice) {
  const auto number = choice.quoted ? std::nullopt : parse_number(choice.scalar);
  return !number || *number < 0.0;
}

/// Whether everything that the distribution may give is a number of 0 or more.
bool is_temptation(const Distribution& gain) {
  if (gain.kind == Distribution::Kind::choice) {
    return std::none_of(gain.choices.begin(), gain.choices.end(), is_negative);
  }
  return std::none_of(gain.numbers.begin(), gain.numbers.end(),
                      [](double number) { return number < 0.0; });
}

/// Reads one distribution into `gain` if all is well with it.
void read_gain(Reader& reader, const Entry& entry, Distribution& gain) {
  Distribution fresh;
  const Spot field{reader.holder(), reader.name()};
  if (!read_distribution(reader, entry, fresh)) {
    reader.at(field.holder, {});
    reader.unknown(Code::unknown_word, entry.mark, "distribution", entry.key, distribution_words());
  } else if (reader.faults().sound(field.path()) && !is_temptation(fresh)) {
    reader.error(Code::out_of_range, entry.value.mark, " must not be below 0");
  } else if (!fresh.numbers.empty()) {
    gain = std::move(fresh);
  }
}

Lever* find_lever(std::vector<Lever>& levers, int issue) {
  const auto found = std::find_if(levers.begin(), levers.end(),
                                  [&](const Lever& lever) { return lever.issue == issue; });
  return found == levers.end() ? nullptr : &*found;
}

}  // namespace

Violator* ViolatorAt::find() const {
  const auto found = std::find_if(all->begin(), all->end(),
                                  [&](const Violator& one) { return one.actor == actor; });
  return found == all->end() ? nullptr : &*found;
}

void Gain::read(Reader& reader, const Value& value, ViolatorAt& member) const {
  if (!reader.expect_map(value)) return;
  const std::string holder = reader.path();
  Violator fresh{.actor = member.actor};
  int given = 0;
  for (const Entry& entry : value.entries) {
    if (entry.key.starts_with("x-")) continue;
    reader.at(holder, entry.key);
    read_gain(reader, entry, fresh.gain);
    ++given;
  }
  reader.at(holder, {});
  if (given != 1) {
    return reader.error(given == 0 ? Code::missing_key : Code::conflicting_keys, value.mark,
                        "exactly one distribution must be given");
  }
  if (Violator* old = member.find()) {
    *old = std::move(fresh);
    return;
  }
  const auto behind = std::find_if(member.all->begin(), member.all->end(),
                                   [&](const auto& one) { return one.actor > member.actor; });
  member.all->insert(behind, std::move(fresh));
}

void Gain::read_below(Reader& reader, const Entry& entry, ViolatorAt& member) const {
  read_gain(reader, entry, member.find()->gain);
}

std::vector<std::string> Gain::ids_below(const Scenario& /*scenario*/,
                                         const ViolatorAt& member) const {
  if (member.find() == nullptr) return {};
  return distribution_words();
}

void Levels::read(Reader& reader, const Value& value, std::vector<Lever>& member) const {
  if (!reader.expect_map(value)) return;
  const std::string field = reader.path();
  Lever fresh{.issue = issue};
  fresh.level.assign(reader.scenario().issues[issue].options.size(), 0.0);
  std::vector<Lever> read{fresh};
  for (const Entry& entry : value.entries) {
    if (entry.key.starts_with("x-")) continue;
    reader.at(field, entry.key);
    read_below(reader, entry, read);
  }
  Lever* const old = find_lever(member, issue);
  if (old != nullptr) {
    *old = std::move(read.front());
    return;
  }
  const auto behind = std::find_if(member.begin(), member.end(),
                                   [&](const Lever& lever) { return lever.issue > issue; });
  member.insert(behind, std::move(read.front()));
}

void Levels::read_below(Reader& reader, const Entry& entry, std::vector<Lever>& member) const {
  const Issue& about = reader.scenario().issues[issue];
  const int option = find_option(about, entry.key);
  if (option < 0) reader.at(reader.holder(), {});
  if (option < 0 && about.range && !about.options.empty()) {
    return reader.error_within(
        Code::unknown_id, entry.mark, "unknown option '" + entry.key + '\'',
        "its points are " + about.options[0].id + ", " + about.options[1].id + ", …");
  }
  if (option < 0) {
    reader.unknown_id(entry.mark, "option", entry.key, Reader::ids_of(about.options));
    return;
  }
  kShare.read(reader, entry.value,
              find_lever(member, issue)->level[static_cast<std::size_t>(option)]);
}

std::vector<std::string> Levels::ids_below(const Scenario& scenario,
                                           const std::vector<Lever>& member) const {
  const auto is_own = [&](const Lever& lever) { return lever.issue == issue; };
  if (std::none_of(member.begin(), member.end(), is_own)) return {};
  return Reader::ids_of(scenario.issues[issue].options);
}

}  // namespace detente::detail
