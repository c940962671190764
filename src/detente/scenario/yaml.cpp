#include "detente/scenario/yaml.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

#include "detente/core/text.hpp"

namespace detente::detail {
namespace {

constexpr std::size_t kMaxDepth = 64;
constexpr int kMaxNodes = 200'000;

/// Ends reading early; the fault has been reported.
struct Stop {};

/// Turns the library's places (bytes, from 0) into ours (letters, from 1). Quick for places that
/// come in the order of the text, as they do.
class Ruler {
 public:
  explicit Ruler(const std::string& text) : text_(text) {}

  Mark at(const YAML::Mark& mark) {
    const int start = std::clamp(mark.pos - mark.column, 0, static_cast<int>(text_.size()));
    const int column = std::clamp(mark.column, 0, static_cast<int>(text_.size()) - start);
    if (start != start_ || column < column_) {
      start_ = start;
      column_ = 0;
      letters_ = 0;
    }
    letters_ += count_letters(text_.substr(start_ + column_, column - column_));
    column_ = column;
    return {mark.line + 1, letters_ + 1};
  }

 private:
  std::string_view text_;
  int start_ = 0;    // of the line last asked for
  int column_ = 0;   // bytes of it that have been counted
  int letters_ = 0;  // letters in these
};

/// Whether the quote that opens at `place` closes again: the library lets the end of the file
/// close it.
bool closes(std::string_view text, std::size_t place) {
  const char quote = text[place];
  for (++place; place < text.size(); ++place) {
    if (quote == '"' && text[place] == '\\') {
      ++place;
    } else if (text[place] == quote) {
      if (quote == '"' || place + 1 >= text.size() || text[place + 1] != quote) return true;
      ++place;  // '' stands for one
    }
  }
  return false;
}

/// The word for "nothing" that stands at a place, or an empty text if nothing stands there.
std::string null_word(std::string_view text, int place) {
  static constexpr std::array<std::string_view, 4> kWords{"~", "null", "Null", "NULL"};
  if (place < 0 || place >= static_cast<int>(text.size())) return {};
  const std::string_view rest = text.substr(place);
  const auto* const word = std::find_if(
      kWords.begin(), kWords.end(), [&](std::string_view one) { return rest.starts_with(one); });
  return word == kWords.end() ? std::string{} : std::string(*word);
}

/// A list or map that is being read.
struct Frame {
  Value value{};
  Entry entry{};         ///< Of a map: the key last read.
  bool has_key = false;  ///< Its value is next.
  bool skip = false;     ///< Its value is of no use.
  std::set<std::string> keys{};
};

/// Builds the tree from the library's events and reports what it lets pass.
class Builder : public YAML::EventHandler {
 public:
  Builder(const std::string& text, Faults& faults) : text_(text), faults_(&faults), ruler_(text) {}

  /// What has been read; containers that are still open are closed.
  Value take() {
    closing_ = true;
    while (!stack_.empty()) close();
    return std::move(root_);
  }

  Mark place(const YAML::Mark& mark) { return ruler_.at(mark); }

  /// Where the library has got to, in bytes, and as a place.
  std::size_t reached() const { return reached_; }
  Mark last() const { return last_; }

  [[noreturn]] void stop(Code code, Mark mark, std::string message, std::string hint = {}) {
    faults_->error(code, mark, {}, std::move(message), std::move(hint));
    throw Stop{};
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ > 1) stop(Code::not_plain, place(mark), "a second document begins here");
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Value value = start(Value::Kind::null, mark, "?", anchor);
    value.scalar = null_word(text_, mark.pos);
    // nothing stands there: the library's place is that of whatever comes next
    if (value.scalar.empty() && !stack_.empty()) {
      const Frame& frame = stack_.back();
      value.mark = frame.has_key ? frame.entry.mark : frame.value.mark;
    }
    add(std::move(value));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    Value value = start(Value::Kind::null, mark, "?", 0);
    not_plain(value.mark, "aliases are not allowed", "write the value out");
    add(std::move(value));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& text) override {
    Value value = start(Value::Kind::scalar, mark, tag, anchor);
    value.scalar = text;
    value.quoted = tag == "!";
    if (take_out_controls(value.scalar)) {
      faults_->error(Code::broken_yaml, value.mark, {holder(), {}},
                     "a control character in this text", "leave it out");
    }
    const char first = reached_ < text_.size() ? text_[reached_] : ' ';
    if (value.quoted && (first == '"' || first == '\'') && !closes(text_, reached_)) {
      stop(Code::broken_yaml, value.mark, "the quote that opens here is never closed");
    }
    add(std::move(value));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    open(start(Value::Kind::list, mark, tag, anchor));
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    open(start(Value::Kind::map, mark, tag, anchor));
  }
  void OnMapEnd() override { close(); }

 private:
  Value start(Value::Kind kind, const YAML::Mark& mark, const std::string& tag,
              YAML::anchor_t anchor) {
    Value value;
    value.kind = kind;
    value.mark = place(mark);
    last_ = value.mark;
    reached_ = static_cast<std::size_t>(std::max(mark.pos, 0));
    if (++nodes_ > kMaxNodes) {
      stop(Code::too_large, value.mark, "more than " + std::to_string(kMaxNodes) + " values");
    }
    if (anchor != 0) not_plain(value.mark, "anchors are not allowed", "write the value out");
    if (tag.size() > 1) {
      // `!troops` is a tag to YAML, and a wish that something is not taken to whoever wrote it
      const bool own = tag.front() == '!';
      not_plain(value.mark, "tags are not allowed",
                own ? "put a text that begins with ! in quotes" : "leave it out");
    }
    return value;
  }

  void not_plain(Mark mark, std::string message, std::string hint) {
    faults_->error(Code::not_plain, mark, {holder(), {}}, std::move(message), std::move(hint));
  }

  void open(Value value) {
    if (stack_.size() >= kMaxDepth) {
      stop(Code::too_large, value.mark, "nested deeper than " + std::to_string(kMaxDepth));
    }
    stack_.push_back({.value = std::move(value)});
  }

  void close() {
    Value value = std::move(stack_.back().value);
    stack_.pop_back();
    add(std::move(value));
  }

  void add(Value value) {
    // what breaks off where a key should be is no key
    if (closing_ && !stack_.empty() && stack_.back().value.is_map() && !stack_.back().has_key) {
      return;
    }
    if (stack_.empty()) {
      root_ = std::move(value);
    } else if (stack_.back().value.is_list()) {
      stack_.back().value.items.push_back(std::move(value));
    } else if (stack_.back().has_key) {
      add_entry(stack_.back(), std::move(value));
    } else {
      add_key(stack_.back(), value);
    }
  }

  static void add_entry(Frame& frame, Value value) {
    frame.has_key = false;
    if (frame.skip) return;
    frame.entry.value = std::move(value);
    frame.value.entries.push_back(std::move(frame.entry));
  }

  void add_key(Frame& frame, const Value& key) {
    frame.has_key = true;
    frame.skip = true;
    if (key.is_list() || key.is_map() || (key.scalar.empty() && !key.quoted)) {
      return not_plain(key.mark, "a key must be a word", {});
    }
    if (!frame.keys.insert(key.scalar).second) {
      faults_->error(Code::repeated_key, key.mark, {holder(), {}},
                     "key '" + key.scalar + "' given twice");
      return;
    }
    frame.skip = false;
    frame.entry = {.key = key.scalar, .mark = key.mark, .quoted = key.quoted, .value = {}};
  }

  /// Path of the innermost container: ids where they exist, else numbers.
  std::string holder() const {
    Spot spot;
    for (std::size_t depth = 0; depth + 1 < stack_.size(); ++depth) {
      spot.name = label(stack_[depth], stack_[depth + 1]);
      spot = {spot.path(), {}};
    }
    return spot.holder;
  }

  static std::string label(const Frame& outer, const Frame& inner) {
    if (outer.value.is_map()) return outer.entry.key;
    const Value* id = inner.value.find("id");
    if (id != nullptr && id->is_scalar()) return id->scalar;
    return '[' + std::to_string(outer.value.items.size()) + ']';
  }

  const std::string& text_;
  Faults* faults_;
  Ruler ruler_;
  std::vector<Frame> stack_{};
  Value root_{};
  int documents_ = 0;
  int nodes_ = 0;
  std::size_t reached_ = 0;
  Mark last_{};
  bool closing_ = false;
};

/// What the library says, in words that help.
struct Wording {
  std::string_view theirs;
  const char* ours;
  const char* hint;
};

constexpr Wording kWordings[] = {
    {"illegal map value", "a ':' where no key can stand", "put text with ': ' in it in quotes"},
    {"end of map not found", "this does not continue the keys above it", "check the indentation"},
    {"end of sequence not found", "this does not continue the list above it",
     "check the indentation"},
    {"end of map flow not found", "expected ',' or '}' before this", ""},
    {"end of sequence flow not found", "expected ',' or ']' before this", ""},
    {"illegal block entry", "a list item where none can stand", "check the indentation"},
    {"illegal map key", "a key where none can stand", "check the indentation"},
    {"unknown token", "a sign that cannot begin a value", "put the text in quotes"},
};

std::string lower_first(std::string text) {
  if (!text.empty()) {
    text.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(text.front())));
  }
  return text;
}

/// The place of the first tab that indents the line holding `place`, if one does.
std::size_t indenting_tab(std::string_view text, std::size_t place) {
  place = std::min(place, text.size());
  const std::size_t before = place == 0 ? std::string_view::npos : text.rfind('\n', place - 1);
  const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t end = text.find_first_not_of(" \t", start);
  const std::size_t tab = text.find('\t', start);
  return tab < end ? tab : std::string_view::npos;
}

/// The place of the quote that opens after `reached` and is left open.
std::size_t open_quote(std::string_view text, std::size_t reached) {
  for (std::size_t place = reached; place < text.size(); ++place) {
    if (text[place] != '"' && text[place] != '\'') continue;
    const char before = place == 0 ? ' ' : text[place - 1];
    const bool opens = std::string_view(" \t\n[{,").find(before) != std::string_view::npos;
    if (opens && !closes(text, place)) return place;
  }
  return reached;
}

/// The library's form of a place in the text.
YAML::Mark mark_at(std::string_view text, std::size_t place) {
  YAML::Mark mark;
  place = std::min(place, text.size());
  const std::string_view before = text.substr(0, place);
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 = 0
  mark.pos = static_cast<int>(place);
  mark.line = static_cast<int>(std::count(before.begin(), before.end(), '\n'));
  mark.column = static_cast<int>(place - line_start);
  return mark;
}

void report_syntax(const YAML::Exception& fault, const std::string& text, Builder& builder,
                   Faults& faults) {
  const auto position = static_cast<std::size_t>(std::max(fault.mark.pos, 0));
  const std::size_t tab = indenting_tab(text, position);
  if (tab != std::string::npos) {
    faults.error(Code::broken_yaml, builder.place(mark_at(text, tab)), {}, "a tab cannot indent",
                 "use blanks");
    return;
  }
  if (fault.msg == "illegal EOF in scalar") {
    const YAML::Mark quote = mark_at(text, open_quote(text, builder.reached()));
    faults.error(Code::broken_yaml, builder.place(quote), {},
                 "the quote that opens here is never closed");
    return;
  }
  const Mark mark = builder.place(fault.mark);
  if (fault.msg.find("anchor is not defined") != std::string::npos) {
    faults.error(Code::not_plain, mark, {}, "aliases are not allowed",
                 "put text that begins with '*' in quotes");
    return;
  }
  const auto* const wording =
      std::find_if(std::begin(kWordings), std::end(kWordings),
                   [&](const Wording& one) { return one.theirs == fault.msg; });
  if (wording == std::end(kWordings)) {
    faults.error(Code::broken_yaml, mark, {}, lower_first(fault.msg));
  } else {
    faults.error(Code::broken_yaml, mark, {}, wording->ours, wording->hint);
  }
}

}  // namespace

Document parse_yaml(const SourceText& source, Faults& faults) {
  Builder builder(source.text, faults);
  bool complete = false;
  std::istringstream stream(source.text);
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
    complete = true;
  } catch (const YAML::Exception& fault) {
    report_syntax(fault, source.text, builder, faults);
  } catch (const Stop&) {
    complete = false;  // reported where it was found
  }
  return {.root = builder.take(), .complete = complete, .last = builder.last()};
}

}  // namespace detente::detail
