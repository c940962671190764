#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "detente/scenario/key.hpp"
#include "detente/scenario/reader.hpp"

namespace detente::detail {

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

  /// Where a key stands; where one is missing if it does not.
  Mark key_mark(std::string_view key) const;

  /// The keys of this map are names of one kind, and that is how a wrong one is reported.
  void names(Code unknown, const char* kind);

  template <typename Member, typename Spec>
  void leaf(Key key, Member& member, const Spec& spec) {
    if (const Value* value = take(key)) {
      note_leaf(key.name, *value, kHasParts<Spec>);
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
  void record(Key key, Record& record);

  /// A map of records by id: those of `ids`, in their order, that the file mentions.
  template <typename Items, typename Ids>
  void by_id(Key key, Items& items, const Ids& ids, const char* kind);

  /// A list of records that name themselves by their `id`.
  template <typename Items>
  void list_with_ids(Key key, Items& items);

  void ties(Key key, std::vector<Tie>& ties);

  /// The text that says what kind of file this is.
  void schema(const char* name);

  /// A map of its own that need not be there.
  template <typename Record>
  void section(Key key, std::optional<Record>& record);

  /// A key that must not stand here as things are.
  void barred(Key key, const std::string& why);
  /// A key that is read and kept, without effect yet.
  void unused(Key key);
  /// A key that cannot change anything as things stand.
  void without_effect(Key key, const std::string& why);

  /// Reports every further key where only one of some may stand.
  /// @returns  the last that stands there; empty if none does.
  std::string_view at_most_one(std::initializer_list<std::string_view> keys);

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
  void note_leaf(std::string_view key, const Value& value, bool each_entry);
  void note(const std::string& path, Mark mark);
  static bool is_short_form(const Value& options);

  template <typename Ids>
  int find_id(const Spot& holder, const Entry& entry, const Ids& ids, const char* kind);

  Reader* reader_;
  const Value* map_;
  std::string path_;
  Mark place_;
  std::vector<std::string> known_{};
  std::vector<std::pair<std::string, std::string>> missing_{};  ///< Keys, each with a hint.
  Code unknown_ = Code::unknown_key;
  const char* kind_ = "key";
};

}  // namespace detente::detail
