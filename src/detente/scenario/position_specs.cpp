#include "detente/scenario/position_specs.hpp"

#include <algorithm>

#include "detente/core/text.hpp"
#include "detente/scenario/specs.hpp"

namespace detente::detail {
namespace {

/// A number on the axis or an option.
std::optional<Place> read_place(Reader& reader, const Value& value, const Issue& issue) {
  // an id begins with a letter: what begins otherwise was meant as a number
  const bool is_word = value.is_scalar() && value.scalar.find_first_of("+-.0123456789") != 0 &&
                       !value.scalar.empty();
  if (is_word) {
    const auto option = reader.one_of(value, issue.options, "option");
    if (!option) return {};
    return Place{.number = issue.options[*option].at, .option = *option};
  }
  const auto number = reader.number(value, issue.low(), issue.low() + issue.axis());
  if (!number) return {};
  return Place{.number = *number};
}

/// A position that somebody takes for the first time matters fully until told otherwise.
void begin(Position& position) {
  if (!has_view(position) && position.salience == 0.0) position.salience = 1.0;
}

void read_score(Reader& reader, const Value& value, double& score) {
  kShare.read(reader, value, score);
}

}  // namespace

bool has_view(const Position& position) {
  return position.ideal.has_value() || !position.values.empty();
}

void Ideal::read(Reader& reader, const Value& value, Position& position) const {
  const auto place = read_place(reader, value, *issue);
  if (!place) return;
  begin(position);
  position.ideal = place;
  position.values.clear();
}

void Scores::read(Reader& reader, const Value& value, Position& position) const {
  const std::size_t count = issue->options.size();
  Position scored;
  scored.values.assign(count, -1.0);
  const std::string field = reader.path();
  if (value.is_list() && value.items.size() == count) {
    for (std::size_t option = 0; option < count; ++option) {
      reader.at(field, issue->options[option].id);
      read_score(reader, value.items[option], scored.values[option]);
    }
  } else if (value.is_map()) {
    for (const Entry& entry : value.entries) {
      reader.at(field, entry.key);
      if (!entry.key.starts_with("x-")) read_below(reader, entry, scored);
    }
    for (std::size_t option = 0; option < count; ++option) {
      const std::string& id = issue->options[option].id;
      if (value.find(id) != nullptr) continue;
      reader.at(field, {});
      reader.error(Code::missing_key, value.mark, "missing key '" + id + '\'');
    }
  } else {
    reader.error(Code::wrong_kind, value.mark,
                 " must give one number for each option: " + std::to_string(count));
  }
  begin(position);
  position.values.resize(count);
  for (std::size_t option = 0; option < count; ++option) {
    position.values[option] = std::max(0.0, scored.values[option]);
  }
  position.ideal.reset();
}

void Scores::read_below(Reader& reader, const Entry& entry, Position& position) const {
  const int option = index_of(issue->options, entry.key);
  if (option < 0) {
    reader.at(reader.holder(), {});
    reader.unknown_id(entry.mark, "option", entry.key, Reader::ids_of(issue->options));
  } else if (position.values.empty()) {
    reader.error(Code::wrong_path, entry.mark, "there are no scores to change",
                 "set them all, or `ideal`");
  } else {
    read_score(reader, entry.value, position.values[option]);
  }
}

std::vector<std::string> Scores::ids_below(const Scenario& /*scenario*/,
                                           const Position& position) const {
  if (position.values.empty()) return {};
  return Reader::ids_of(issue->options);
}

void RedLine::read(Reader& reader, const Value& value, Position& position) const {
  if (!value.is_list() || value.items.size() != 2) {
    reader.error(Code::wrong_kind, value.mark, " must be two ends, [FROM, TO]");
    return;
  }
  const auto from = read_place(reader, value.items.front(), *issue);
  const auto to = read_place(reader, value.items.back(), *issue);
  if (from && to) position.red_line = {*from, *to};
}

}  // namespace detente::detail
