#include "detente/scenario/yaml.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <set>
#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

#include "detente/core/text.hpp"
#include "detente/scenario/yaml_faults.hpp"

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
  bool flow = false;     ///< It stands in brackets.
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
  /// The same of the last value outside all brackets, or the first bracket.
  std::size_t outside() const { return outside_; }

  [[noreturn]] void stop(Code code, Mark mark, std::string message, std::string hint = {}) {
    faults_->error(code, mark, {}, std::move(message), std::move(hint));
    throw Stop{};
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ == 1) return;
    stop(Code::not_plain, place(mark), "a second document begins here",
         "leave out the '---' or '...' before it");
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto byte = static_cast<std::size_t>(std::max(mark.pos, 0));
    // the library drops a tag behind which the text ends
    const bool tagged = byte < text_.size() && text_[byte] == '!';
    Value value = start(Value::Kind::null, mark, tagged ? "!?" : "?", anchor);
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
                       YAML::EmitterStyle::value style) override {
    open(start(Value::Kind::list, mark, tag, anchor), style);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    open(start(Value::Kind::map, mark, tag, anchor), style);
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
    if (stack_.empty() || !stack_.back().flow) outside_ = reached_;
    if (++nodes_ > kMaxNodes) {
      const bool ranks = holder().starts_with("conflict.preferences");
      stop(Code::too_large, value.mark, "more than " + std::to_string(kMaxNodes) + " values",
           ranks ? kRankOtherwise : "");
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

  void open(Value value, YAML::EmitterStyle::value style) {
    if (stack_.size() >= kMaxDepth) {
      stop(Code::too_large, value.mark, "nested deeper than " + std::to_string(kMaxDepth));
    }
    stack_.push_back({.value = std::move(value), .flow = style == YAML::EmitterStyle::Flow});
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
  std::size_t outside_ = 0;
  Mark last_{};
  bool closing_ = false;
};

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
  const BrokenAt at{.place = static_cast<std::size_t>(std::max(fault.mark.pos, 0)),
                    .reached = builder.reached(),
                    .outside = builder.outside()};
  SyntaxFault told = explain_syntax(text, fault.msg, at);
  faults.error(told.code, builder.place(mark_at(text, told.place)), {}, std::move(told.message),
               std::move(told.hint));
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
