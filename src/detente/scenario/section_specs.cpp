#include "detente/scenario/section_specs.hpp"

#include <set>

#include "detente/scenario/describe.hpp"
#include "detente/scenario/distribution_specs.hpp"

namespace detente::detail {
namespace {

using Ends = std::pair<int, int>;

/// Reports a tie between two that are tied already.
void refuse_repeated(Reader& reader, Mark mark, const Tie& tie, std::set<Ends>& taken) {
  const auto& actors = reader.scenario().actors;
  bool free = taken.insert({tie.from, tie.to}).second;
  if (tie.symmetric) free = taken.insert({tie.to, tie.from}).second && free;
  if (free) return;
  reader.error_within(Code::repeated_tie, mark,
                      "a second tie of " + actors[tie.from].id + " and " + actors[tie.to].id);
}

/// The tie that its keys describe; sound only if both ends are known.
Tie tie_of(const TieKeys& keys) {
  Tie tie{.from = keys.from, .to = keys.to, .strength = keys.strength, .symmetric = false};
  if (keys.between.size() == 2) {
    tie.from = keys.between.front();
    tie.to = keys.between.back();
    tie.symmetric = true;
  }
  return tie;
}

void note_tie(Reader& reader, const Tie& tie, const Value& item) {
  Places* places = reader.places();
  const Value* strength = item.find("strength");
  if (places == nullptr || strength == nullptr) return;
  const auto& actors = reader.scenario().actors;
  const std::string path = "ties." + actors[tie.from].id + '.' + actors[tie.to].id + ".strength";
  const Mark mark = strength->mark;
  places->given.push_back({path, {.line = mark.line, .column = mark.column}});
  places->marks[path] = mark;
}

std::vector<std::string> draw_words() {
  std::vector<std::string> words = distribution_words();
  words.insert(words.begin() + 1, "each");
  return words;
}

/// Reads what follows one path.
void read_draw(Reader& reader, const Entry& of, Uncertain& draw) {
  if (!reader.expect_map(of.value)) return;
  const std::string holder = reader.path();
  int distributions = 0;
  for (const Entry& entry : of.value.entries) {
    reader.at(holder, entry.key);
    if (entry.key == "each") {
      YesNo{}.read(reader, entry.value, draw.each);
    } else if (read_distribution(reader, entry, draw)) {
      ++distributions;
    } else if (!entry.key.starts_with("x-")) {
      reader.at(holder, {});
      reader.unknown(Code::unknown_word, entry.mark, "distribution", entry.key, draw_words());
      ++distributions;
    }
  }
  if (distributions == 1) return;
  reader.at(holder, {});
  reader.error(distributions == 0 ? Code::missing_key : Code::conflicting_keys, of.mark,
               "exactly one distribution must be given");
}

}  // namespace

void Ties::read(Reader& reader, const Value& value, std::vector<Tie>& member) const {
  if (!reader.expect_list(value)) return;
  const std::string holder = reader.path();
  const int actors = static_cast<int>(reader.scenario().actors.size());
  std::set<Ends> taken;
  member.clear();
  for (std::size_t place = 0; place < value.items.size(); ++place) {
    const Value& item = value.items[place];
    const Spot spot{holder, '[' + std::to_string(place) + ']'};
    TieKeys keys;
    read_record(reader, item, {spot, item.mark}, keys);
    const Tie tie = tie_of(keys);
    if (tie.from < 0 || tie.to < 0 || tie.from >= actors || tie.to >= actors) continue;
    if (tie.from == tie.to) continue;
    reader.at(spot.holder, spot.name);
    note_tie(reader, tie, item);
    refuse_repeated(reader, item.mark, tie, taken);
    member.push_back(tie);
  }
}

void Edits::read(Reader& reader, const Value& value, std::vector<Edit>& member) const {
  if (!reader.expect_map(value)) return;
  Places* places = reader.places();
  const std::string holder = reader.path();
  for (const Entry& entry : value.entries) {
    member.push_back({.path = entry.key, .value = entry.value});
    if (places == nullptr) continue;
    // the letters of the path begin behind the quote
    places->marks[holder + '.' + entry.key] = {entry.mark.line,
                                               entry.mark.column + (entry.quoted ? 1 : 0)};
  }
}

void Draws::read(Reader& reader, const Value& value, std::vector<Uncertain>& member) const {
  if (!reader.expect_map(value)) return;
  if (!reader.expect_at_most(value.entries.size(), kMaxRecords, value.mark)) return;
  const std::string holder = reader.path();
  for (const Entry& entry : value.entries) {
    if (entry.key.starts_with("x-")) continue;
    reader.at(holder, entry.key);
    if (Places* places = reader.places()) {
      places->marks[reader.path()] = {entry.mark.line, entry.mark.column + (entry.quoted ? 1 : 0)};
    }
    Uncertain draw;
    draw.path = entry.key;
    read_draw(reader, entry, draw);
    member.push_back(std::move(draw));
  }
}

}  // namespace detente::detail
