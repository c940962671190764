#include "detente/report/field_words.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "detente/core/text.hpp"
namespace detente::detail {
namespace {

/// What a path says, taken apart.
struct Address {
  std::string key{};  ///< Of the field's words.
  Slots slots{};
  int owner = -1;      ///< Actor, or -1: nobody's.
  int digits = 2;      ///< Decimals that the number is worth showing with.
  bool padded = true;  ///< Noughts at the end are shown: "0.50".
};

/// actors.us.positions.us_forces.…
Address position_address(const Voice& voice, const std::vector<std::string>& parts, int owner) {
  const Scenario& scenario = voice.scenario();
  const int issue = parts.size() > 4 ? index_of(scenario.issues, parts[3]) : -1;
  if (issue < 0) return {};
  Address address{.slots = {{"issue", voice.quoted(voice.issue(issue))}}, .owner = owner};
  if (parts[4] == "salience") address.key = "field.salience";
  if (parts[4] == "ideal") {
    address.key = "field.ideal";
    address.digits = 1;
    address.padded = false;
  }
  const int option = parts.size() > 5 ? index_of(scenario.issues[issue].options, parts[5]) : -1;
  if (parts[4] == "values" && option >= 0) {
    address.key = "field.value";
    address.slots["option"] = voice.quoted(voice.option(issue, option));
  }
  return address;
}

Address actor_address(const Voice& voice, const std::vector<std::string>& parts) {
  const int owner = parts.size() > 2 ? index_of(voice.scenario().actors, parts[1]) : -1;
  if (owner < 0) return {};
  const std::string& field = parts[2];
  if (field == "positions") return position_address(voice, parts, owner);
  Address address{.owner = owner};
  address.padded = field != "tactic" && field != "power";
  if (field == "tactic" && parts.size() > 3) {
    if (parts[3] == "e") address.key = "field.firmness";
    for (const char* const known : {"start", "kindness"}) {
      if (parts[3] == known) address.key = "field." + parts[3];
    }
    if (parts[3] == "accept" && parts.size() > 4) address.key = "field.accept_" + parts[4];
    return address;
  }
  for (const char* const known :
       {"walk_away", "power", "delay_cost", "susceptibility", "values_durability"}) {
    if (field == known) address.key = "field." + field;
  }
  if (field == "walk_away" && parts.size() > 3) address.key = "field.walk_away_share";
  if (field == "power") address.digits = 1;
  return address;
}

Address stage_address(const Voice& voice, const std::vector<std::string>& parts, int stage) {
  const int own = parts.size() > 2 ? index_of(voice.scenario().stages, parts[1]) : -1;
  if (own < 0) return {};
  Address address{.slots = {{"stage", voice.quoted(voice.stage(own))}}};
  if (parts[2] == "quorum") address.key = "field.quorum";
  if (parts[2] == "rounds") {
    address.key = own == stage ? "flip.rounds" : "field.rounds_of";
    address.digits = 0;
    address.padded = false;
  }
  if (parts[2] == "walk_away" && parts.size() > 3) {
    address.owner = index_of(voice.scenario().actors, parts[3]);
    address.key = own == stage ? "field.walk_away" : "field.stage_walk_away";
  }
  return address;
}

Address find_address(const Voice& voice, const std::string& path, int stage) {
  const auto parts = split(path, '.');
  const auto& actors = voice.scenario().actors;
  if (parts.front() == "actors") return actor_address(voice, parts);
  if (parts.front() == "stages") return stage_address(voice, parts, stage);
  if (parts.front() == "models" && parts.back() == "channel") return {.key = "field.channel"};
  if (parts.front() == "models" && parts.back() == "influence") return {.key = "field.influence"};
  if (parts.front() != "ties" || parts.size() != 4) return {};
  const int from = index_of(actors, parts[1]);
  const int to = index_of(actors, parts[2]);
  if (from < 0 || to < 0) return {};
  return {.key = "field.tie", .slots = {{"who", voice.actors({from, to})}}};
}

/// `to` rounded to the side that lies further from `from`.
double rounded_away(double from, double to, int digits) {
  const double unit = std::pow(10.0, digits);
  const double scaled = to * unit;
  if (std::abs(scaled - std::round(scaled)) < 1e-6) return to;
  return (to > from ? std::ceil(scaled) : std::floor(scaled)) / unit;
}

/// Fills the words of a field; {of} and {for} say whose it is.
std::string with_owner(const Voice& voice, const Address& address, int actor) {
  Slots slots = address.slots;
  slots["of"] = slots["for"] = std::string{};
  if (address.owner >= 0) {
    const std::string whose = address.owner == actor ? "own" : "other";
    const Slots owner{{"owner", voice.actor(address.owner)}};
    slots["of"] = voice.phrase("field.of_" + whose, owner);
    slots["for"] = voice.phrase("field.for_" + whose, owner);
  }
  return voice.phrase(address.key, slots);
}

}  // namespace

FieldWords describe_field(const Voice& voice, const Flip& flip, int actor, int stage) {
  Address address = find_address(voice, flip.path, stage);
  if (address.key.empty()) {
    address = {.key = "field.path", .slots = {{"path", flip.path}}, .digits = 3};
  }
  FieldWords words{.rounds = address.key == "flip.rounds"};
  if (!words.rounds) words.phrase = with_owner(voice, address, actor);
  // enough decimals to tell the two numbers apart
  int digits = address.digits;
  while (digits < 6 && std::abs(flip.to - flip.from) < std::pow(10.0, -digits)) ++digits;
  const auto show = [&](double value) {
    return address.padded ? voice.number(value, digits) : voice.short_number(value, digits);
  };
  words.from = show(flip.from);
  words.to = show(rounded_away(flip.from, flip.to, digits));
  return words;
}

}  // namespace detente::detail
