#include "detente/scenario/specs.hpp"

#include <charconv>

#include "detente/scenario/ids.hpp"
#include "detente/scenario/items.hpp"

namespace detente::detail {

void Number::read(Reader& reader, const Value& value, double& member) const {
  if (const auto read = reader.number(value, low, high)) member = *read;
}

void Number::read(Reader& reader, const Value& value, std::optional<double>& member) const {
  if (const auto read = reader.number(value, low, high)) member = read;
}

void Positive::read(Reader& reader, const Value& value, double& member) const {
  const auto read = reader.number(value);
  if (!read) return;
  if (*read > 0.0) {
    member = *read;
  } else {
    reader.error(Code::out_of_range, value.mark, " must be positive, is " + value.scalar);
  }
}

void WalkAway::read(Reader& reader, const Value& value, Actor& actor) const {
  if (!value.is_map()) {
    if (const auto read = reader.number(value, kShare.low, kShare.high)) {
      actor.walk_away = *read;
      actor.walk_away_share.reset();
    }
    return;
  }
  const std::string field = reader.path();
  int given = 0;
  for (const Entry& entry : value.entries) {
    if (entry.key.starts_with("x-")) continue;
    ++given;
    reader.at(field, entry.key);
    if (entry.key == "share") {
      read_below(reader, entry, actor);
    } else {
      reader.at(field, {});
      reader.unknown(Code::unknown_key, entry.mark, "key", entry.key, {"share"});
    }
  }
  if (given > 0) return;
  reader.at(field, "share");
  reader.error(Code::missing_key, value.mark, "missing key 'share'");
}

void WalkAway::read_below(Reader& reader, const Entry& entry, Actor& actor) const {
  kShare.read(reader, entry.value, actor.walk_away_share);
}

std::vector<std::string> WalkAway::ids_below(const Scenario& /*scenario*/, const Actor& /*actor*/) {
  return {"share"};
}

void Whole::read(Reader& reader, const Value& value, int& member) const {
  if (const auto read = reader.whole(value, low, high)) member = *read;
}

void Whole::read(Reader& reader, const Value& value, std::optional<int>& member) const {
  if (const auto read = reader.whole(value, low, high)) member = read;
}

void Seed::read(Reader& reader, const Value& value, std::uint64_t& member) const {
  // not by way of a double, which cannot hold every seed
  const std::string& text = value.scalar;
  std::uint64_t read = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, fault] = std::from_chars(text.data(), end, read);
  if (value.is_scalar() && !value.quoted && fault == std::errc{} && stop == end) {
    member = read;
  } else if (reader.number(value)) {
    reader.error(Code::out_of_range, value.mark,
                 " must be a whole number from 0 to 18446744073709551615, is " + text);
  }
}

void YesNo::read(Reader& reader, const Value& value, bool& member) const {
  if (const auto read = reader.yes_or_no(value)) member = *read;
}

void Words::read(Reader& reader, const Value& value, Text& member) const {
  if (auto read = reader.text(value)) member = std::move(*read);
}

void Words::read(Reader& reader, const Value& value, std::vector<Text>& member) const {
  member.clear();
  for_each_item(reader, value, [&](const Value& item) {
    if (auto read = reader.text(item)) member.push_back(std::move(*read));
  });
}

void Glossary::read(Reader& reader, const Value& value,
                    std::vector<std::pair<std::string, Text>>& member) const {
  if (!reader.expect_map(value)) return;
  const std::string holder = reader.path();
  for (const Entry& entry : value.entries) {
    reader.at(holder, entry.key);
    if (auto read = reader.text(entry.value)) member.emplace_back(entry.key, std::move(*read));
  }
}

void Plain::read(Reader& reader, const Value& value, std::string& member) const {
  if (auto read = reader.plain(value)) member = std::move(*read);
}

void Plain::read(Reader& reader, const Value& value, std::vector<std::string>& member) const {
  std::vector<std::string> all;
  for_each_item(reader, value, [&](const Value& item) {
    if (auto read = reader.plain(item)) all.push_back(std::move(*read));
  });
  member = std::move(all);
}

void Id::read(Reader& reader, const Value& value, std::string& member) const {
  const auto read = reader.plain(value);
  reader.at(reader.holder(), {});
  if (read && check_id(reader, *read, true, value.mark)) member = *read;
}

void Schema::read(Reader& reader, const Value& value, bool& matches) const {
  const auto read = reader.plain(value);
  matches = !read || *read == name;
  if (matches) return;
  reader.error(Code::unknown_schema, value.mark, " is '" + *read + '\'',
               std::string("this is read here: ") + name);
}

}  // namespace detente::detail
