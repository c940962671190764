#include "detente/scenario/import/json_value.hpp"

#include <string>
#include <utility>

#include "detente/core/json.hpp"
#include "detente/scenario/import/imported.hpp"

namespace detente::detail {
namespace {

constexpr int kDeepest = 64;

/// Walks a text that is known to be JSON and notes where everything stands.
class Walk {
 public:
  Walk(const SourceText& source, Faults& faults)
      : text_(source.text), places_(source.text), faults_(faults) {}

  Value value(int depth) {
    skip_blanks();
    Value found;
    found.mark = here();
    if (depth > kDeepest) {
      if (!too_deep_) fault_at(faults_, Code::too_large, found.mark, {}, "the text is too deep");
      too_deep_ = true;
      place_ = text_.size();
    } else if (letter() == '{') {
      read_map(found, depth);
    } else if (letter() == '[') {
      read_list(found, depth);
    } else if (letter() == '"') {
      found.kind = Value::Kind::scalar;
      found.quoted = true;
      found.scalar = text();
    } else {
      read_word(found);
    }
    return found;
  }

  bool too_deep() const { return too_deep_; }

 private:
  void read_map(Value& map, int depth) {
    map.kind = Value::Kind::map;
    ++place_;
    for (skip_separators(); !at_end('}'); skip_separators()) {
      const Mark mark = here();
      std::string key = text();
      skip_blanks();
      ++place_;  // the colon
      if (map.find(key) != nullptr) {
        fault_at(faults_, Code::repeated_key, mark, {}, "the key '" + key + "' is there twice");
      }
      Value inner = value(depth + 1);
      map.entries.push_back({std::move(key), mark, true, std::move(inner)});
    }
    ++place_;
  }

  void read_list(Value& list, int depth) {
    list.kind = Value::Kind::list;
    ++place_;
    for (skip_separators(); !at_end(']'); skip_separators()) {
      list.items.push_back(value(depth + 1));
    }
    ++place_;
  }

  /// A number, `true`, `false` or `null`.
  void read_word(Value& word) {
    const std::size_t begin = place_;
    place_ = std::min(text_.find_first_of(",]} \t\r\n", begin), text_.size());
    word.scalar = text_.substr(begin, place_ - begin);
    word.kind = word.scalar == "null" ? Value::Kind::null : Value::Kind::scalar;
  }

  std::string text() {
    const std::size_t begin = place_;
    for (++place_; letter() != '"'; ++place_) {
      if (letter() == '\\') ++place_;
    }
    ++place_;
    return Json::parse(text_.substr(begin, place_ - begin)).get<std::string>();
  }

  /// A text cut short by too much depth ends every list and map.
  bool at_end(char close) const { return place_ >= text_.size() || letter() == close; }

  void skip_blanks() { skip(" \t\r\n"); }
  void skip_separators() { skip(" \t\r\n,"); }
  void skip(const char* letters) {
    place_ = std::min(text_.find_first_not_of(letters, place_), text_.size());
  }

  char letter() const { return place_ < text_.size() ? text_[place_] : '\0'; }
  Mark here() const { return places_.at(place_); }

  const std::string& text_;
  PlaceFinder places_;
  Faults& faults_;
  std::size_t place_ = 0;
  bool too_deep_ = false;
};

/// What the library says, without its own name, number and place: "unexpected '}'".
std::string reason_of(const std::string& message) {
  const std::size_t dash = message.find(" - ");
  const std::size_t name = message.find("] ");
  std::size_t begin = 0;
  if (name != std::string::npos) begin = name + 2;
  if (dash != std::string::npos) begin = dash + 3;
  return message.substr(begin, message.find(';', begin) - begin);
}

}  // namespace

std::optional<Value> parse_json(const SourceText& source, Faults& faults) {
  try {
    // only whether it is JSON: the library does not tell where things stand
    const Json checked = Json::parse(source.text);
  } catch (const Json::parse_error& fault) {
    const std::size_t byte = fault.byte > 0 ? fault.byte - 1 : 0;
    fault_at(faults, Code::broken_yaml, PlaceFinder(source.text).at(byte), {},
             "this is no sound JSON: " + reason_of(fault.what()));
    return {};
  } catch (const Json::exception& fault) {  // a number that no double holds
    fault_at(faults, Code::not_a_number, {1, 1}, {}, reason_of(fault.what()));
    return {};
  }
  Walk walk(source, faults);
  Value root = walk.value(0);
  if (walk.too_deep()) return {};
  return root;
}

}  // namespace detente::detail
