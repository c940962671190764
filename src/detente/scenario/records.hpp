#pragma once

#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "detente/scenario/fields.hpp"
#include "detente/scenario/settle.hpp"

// Reads whole records by the one description of all fields (describe.hpp).
namespace detente::detail {
/// Whether the value can be read as the keys of a record; notes where it stands.
bool open_record(Reader& reader, const Value& value, const Site& site);

template <typename Record, typename... Context>
void read_record(Reader& reader, const Value& value, const Site& site, Record& record,
                 const Context&... context) {
  reader.at(site.spot.holder, site.spot.name);
  if (value.is_scalar() && read_short(reader, value, record)) return;
  if (!open_record(reader, value, site)) return;
  Fields fields(reader, value, site.spot.path(), site.mark);
  describe(fields, record, context...);
  settle(fields, record);
  fields.finish();
}

/// A list of records.
struct ListOf {
  template <typename Record>
  void read(Reader& reader, const Value& value, std::vector<Record>& member) const {
    if (!reader.expect_list(value)) return;
    if (!reader.expect_at_most(value.items.size(), kMaxRecords, value.mark)) return;
    const std::string holder = reader.path();
    member.clear();
    for (std::size_t place = 0; place < value.items.size(); ++place) {
      const Spot spot{holder, '[' + std::to_string(place) + ']'};
      Record record;
      read_record(reader, value.items[place], {spot, value.items[place].mark}, record);
      member.push_back(std::move(record));
    }
  }
};

/// A map with keys of its own.
struct MapOf {
  template <typename Record>
  void read(Reader& reader, const Value& value, Record& member) const {
    read_record(reader, value, {{reader.holder(), reader.name()}, value.mark}, member);
  }
};

template <typename Record>
void Fields::record(Key key, Record& record) {
  const Value* value = take(key);
  if (value == nullptr) return;
  if (!value->is_map()) note_leaf(key.name, *value, false);
  read_record(*reader_, *value, {{path_, std::string(key.name)}, key_mark(key.name)}, record);
}

template <typename Record>
void Fields::section(Key key, std::optional<Record>& record) {
  if (find(key.name) != nullptr) record.emplace();
  if (record) {
    this->record(key, *record);
  } else {
    take(key);
  }
}

template <typename Items, typename Ids>
void Fields::by_id(Key key, Items& items, const Ids& ids, const char* kind) {
  const Value* value = take(key);
  if (value == nullptr || is_short_form(*value)) return;
  reader_->at(path_, key.name);
  // a section of which nothing was taken has been reported as a whole
  if (std::is_same_v<Items, Ids> ? items.empty() : !reader_->expect_map(*value)) return;
  const Spot holder{path_, std::string(key.name)};
  for (const Entry& entry : value->entries) {
    const int index = find_id(holder, entry, ids, kind);
    if (index < 0) continue;
    const Site site{{holder.path(), entry.key}, entry.mark};
    if constexpr (std::is_same_v<Items, Ids>) {
      read_record(*reader_, entry.value, site, items[index]);
    } else {
      read_record(*reader_, entry.value, site, items[index], ids[index]);
    }
  }
}

template <typename Items>
void Fields::list_with_ids(Key key, Items& items) {
  const Value* value = take(key);
  if (value == nullptr) return;
  const std::string list = Spot{path_, std::string(key.name)}.path();
  for (std::size_t place = 0; place < value->items.size() && place < items.size(); ++place) {
    const std::string& id = items[place].id;
    const Value& item = value->items[place];
    const Spot spot{list, id.empty() ? '[' + std::to_string(place) + ']' : id};
    read_record(*reader_, item, {spot, item.mark}, items[place]);
  }
}

template <typename Ids>
int Fields::find_id(const Spot& holder, const Entry& entry, const Ids& ids, const char* kind) {
  if (entry.key.starts_with("x-")) return -1;
  reader_->at(holder.path(), {});
  const int index = index_of(ids, entry.key);
  if (index < 0) reader_->unknown_id(entry.mark, kind, entry.key, Reader::ids_of(ids));
  return index;
}

}  // namespace detente::detail
