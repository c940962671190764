#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "detente/scenario/reader.hpp"

// Reads whole maps by the one description of all fields (describe.hpp).
namespace detente::detail {

/// A key of a map.
struct Key {
  std::string_view name;
  bool required = false;

  constexpr Key(const char* key) : name(key) {}  // NOLINT(google-explicit-constructor)
  constexpr Key(std::string_view key, bool must) : name(key), required(must) {}
};

constexpr Key required(const char* name) {
  return {std::string_view(name), true};
}

class Fields;

// What holds between the fields of one record; called when all of them have been read.
struct TieKeys;
void settle(Fields& fields, Issue& issue);
void settle(Fields& fields, Position& position);
void settle(Fields& fields, Stage& stage);
void settle(Fields& fields, Event& event);
void settle(Fields& fields, TieKeys& tie);
template <typename Record>
void settle(Fields& /*fields*/, Record& /*record*/) {
}

template <typename Record, typename... Context>
void read_record(Reader& reader, const Value& value, const Spot& spot, Mark place, Record& record,
                 const Context&... context);

/// The keys of one map, as a visitor of a description: reads what is there.
class Fields {
 public:
  /// @param place  where a missing key is reported.
  Fields(Reader& reader, const Value& map, std::string path, Mark place);

  const Scenario& scenario() const { return reader_->scenario(); }
  Reader& reader() const { return *reader_; }
  const std::string& path() const { return path_; }
  Mark place() const { return place_; }

  /// The value of a key, or nullptr; not yet counted as known.
  const Value* find(std::string_view key) const { return map_->find(key); }

  /// The keys of this map are names of one kind, and that is how a wrong one is reported.
  void names(Code unknown, const char* kind);

  template <typename Member, typename Spec>
  void leaf(Key key, Member& member, const Spec& spec) {
    if (const Value* value = take(key)) {
      note_leaf(
          key.name, *value, requires { Spec::kBelow; });
      read(key, *value, member, spec);
    }
  }

  /// A leaf of files that no edit touches.
  template <typename Member, typename Spec>
  void fixed(Key key, Member& member, const Spec& spec) {
    if (const Value* value = take(key)) read(key, *value, member, spec);
  }

  /// A map of its own under a key.
  template <typename Record>
  void record(Key key, Record& record) {
    const Value* value = take(key);
    if (value == nullptr) return;
    if (!value->is_map()) note_leaf(key.name, *value, false);
    read_record(*reader_, *value, {path_, std::string(key.name)}, key_mark(key.name), record);
  }

  /// A map of records by id: those of `ids`, in their order, that the file mentions.
  template <typename Items, typename Ids>
  void by_id(Key key, Items& items, const Ids& ids, const char* kind) {
    const Value* value = take(key);
    if (value == nullptr || is_short_form(*value)) return;
    // a section of which nothing was taken has been reported as a whole
    if (std::is_same_v<Items, Ids> && items.empty()) return;
    const Spot holder{path_, std::string(key.name)};
    for (const Entry& entry : value->entries) {
      const int index = find_id(holder, entry, ids, kind);
      if (index < 0) continue;
      const Spot spot{holder.path(), entry.key};
      if constexpr (std::is_same_v<Items, Ids>) {
        read_record(*reader_, entry.value, spot, entry.mark, items[index]);
      } else {
        read_record(*reader_, entry.value, spot, entry.mark, items[index], ids[index]);
      }
    }
  }

  /// A list of records that name themselves by their `id`.
  template <typename Items>
  void list_with_ids(Key key, Items& items) {
    const Value* value = take(key);
    if (value == nullptr) return;
    for (std::size_t place = 0; place < value->items.size() && place < items.size(); ++place) {
      const std::string& id = items[place].id;
      const Spot spot{path_ + (path_.empty() ? "" : ".") + std::string(key.name),
                      id.empty() ? '[' + std::to_string(place) + ']' : id};
      read_record(*reader_, value->items[place], spot, value->items[place].mark, items[place]);
    }
  }

  void ties(Key key, std::vector<Tie>& ties);

  /// The text that says what kind of file this is.
  void schema(const char* name);

  /// A leaf that is read and kept, without effect yet.
  template <typename Member, typename Spec>
  void idle(Key key, Member& member, const Spec& spec) {
    leaf(key, member, spec);
    unused(key);
  }

  /// A key that is known but not available yet; its companions make no sense without it.
  void later(Key key, std::initializer_list<const char*> companions = {});
  /// A key that is read and kept, without effect yet.
  void unused(Key key);
  /// A key that cannot change anything as things stand.
  void without_effect(Key key, const std::string& why);

  /// Reports a missing key, unless it only seems so because it is misspelt.
  void missing(std::string_view key, std::string hint = {});

  /// Reports keys that nobody asked for, and those that are missing.
  void finish();

 private:
  template <typename Member, typename Spec>
  void read(Key key, const Value& value, Member& member, const Spec& spec) {
    reader_->at(path_, key.name);
    spec.read(*reader_, value, member);
  }

  const Value* take(Key key);
  Mark key_mark(std::string_view key) const;
  void note_leaf(std::string_view key, const Value& value, bool each_entry);
  void note(const std::string& path, Mark mark);
  static bool is_short_form(const Value& options);

  template <typename Ids>
  int find_id(const Spot& holder, const Entry& entry, const Ids& ids, const char* kind) {
    if (entry.key.starts_with("x-")) return -1;
    const int index = index_of(ids, entry.key);
    reader_->at(holder.path(), {});
    if (index < 0) reader_->unknown_id(entry.mark, kind, entry.key, Reader::ids_of(ids));
    return index;
  }

  Reader* reader_;
  const Value* map_;
  std::string path_;
  Mark place_;
  std::vector<std::string> known_{};
  std::vector<std::pair<std::string, std::string>> missing_{};  ///< Keys, each with a hint.
  Code unknown_ = Code::unknown_key;
  const char* kind_ = "key";
};

/// A record that may also be written as a single word.
bool read_short(Reader& reader, const Value& value, Tactic& tactic);
template <typename Record>
bool read_short(Reader& /*reader*/, const Value& /*value*/, Record& /*record*/) {
  return false;
}

/// Whether the value can be read as the keys of a record; notes where it stands.
bool open_record(Reader& reader, const Value& value, const Spot& spot, Mark place);

template <typename Record, typename... Context>
void read_record(Reader& reader, const Value& value, const Spot& spot, Mark place, Record& record,
                 const Context&... context) {
  reader.at(spot.holder, spot.name);
  if (value.is_scalar() && read_short(reader, value, record)) return;
  if (!open_record(reader, value, spot, place)) return;
  Fields fields(reader, value, spot.path(), place);
  describe(fields, record, context...);
  settle(fields, record);
  fields.finish();
}

/// A list of records.
struct ListOf {
  template <typename Record>
  void read(Reader& reader, const Value& value, std::vector<Record>& member) const {
    if (!reader.expect_list(value)) return;
    const std::string holder = reader.path();
    member.clear();
    for (std::size_t place = 0; place < value.items.size(); ++place) {
      const Value& item = value.items[place];
      const Spot spot{holder, '[' + std::to_string(place) + ']'};
      Record record;
      read_record(reader, item, spot, item.mark, record);
      member.push_back(std::move(record));
    }
  }
};

/// A map with keys of its own.
struct MapOf {
  template <typename Record>
  void read(Reader& reader, const Value& value, Record& member) const {
    const Spot spot{reader.holder(), reader.name()};
    read_record(reader, value, spot, value.mark, member);
  }
};

}  // namespace detente::detail
