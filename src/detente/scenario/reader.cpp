#include "detente/scenario/reader.hpp"

#include <cmath>
#include <limits>

#include "detente/core/text.hpp"
#include "detente/scenario/ids.hpp"

namespace detente::detail {
namespace {

std::optional<double> plain_number(const Value& value) {
  return value.is_scalar() && !value.quoted ? parse_number(value.scalar) : std::nullopt;
}

/// A remedy for what is nearly a number.
/// @param share  whether 1 is all of it.
std::string number_hint(const Value& value, bool share) {
  if (value.quoted && parse_number(value.scalar)) return "leave out the quotes";
  std::string text = value.scalar;
  if (text.ends_with('%')) {
    const auto percent = parse_number(text.substr(0, text.find_last_not_of(" %") + 1));
    if (!percent) return {};
    return share ? "write " + show_number(*percent / 100.0) : "leave out the '%'";
  }
  const std::size_t comma = text.find(',');
  if (comma == std::string::npos) return {};
  text[comma] = '.';
  return parse_number(text) ? "write " + text : std::string{};
}

/// "there are a, b"; of a word that nothing else can be, "write 'a'".
std::string choice_of(const std::vector<std::string>& words) {
  if (words.size() == 1) return "write '" + words.front() + '\'';
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
  return "there are " + list;
}

std::string show_limits(double low, double high) {
  if (std::isinf(high)) return "must be at least " + show_number(low);
  return "must lie in [" + show_number(low) + ", " + show_number(high) + ']';
}

}  // namespace

Mark Places::near(std::string path) const {
  while (!path.empty()) {
    const auto found = marks.find(path);
    if (found != marks.end()) return found->second;
    const std::size_t end = path.find_last_of(".[");
    path.resize(end == std::string::npos ? 0 : end);
  }
  return {1, 1};
}

Mark Places::near(const std::string& path, const std::string& otherwise) const {
  const std::string section = path.substr(0, path.find_first_of(".["));
  return near(marks.contains(section) ? path : otherwise);
}

void Reader::at(std::string_view holder, std::string_view name) {
  spot_.holder = holder;
  spot_.name = name;
}

void Reader::error(Code code, Mark mark, std::string message, std::string hint) {
  if (message.starts_with(' ')) message.insert(0, name());
  faults_->error(code, mark, spot_, std::move(message), std::move(hint));
}

void Reader::error_within(Code code, Mark mark, std::string message, std::string hint) {
  faults_->error(code, mark, {path(), {}}, std::move(message), std::move(hint));
}

void Reader::remark(Severity severity, Code code, Mark mark, std::string message) {
  if (message.starts_with(' ')) message.insert(0, name());
  faults_->remark(severity, code, mark, spot_, std::move(message));
}

bool Reader::expect_map(const Value& value) {
  if (value.is_map()) return true;
  error(Code::wrong_kind, value.mark,
        std::string(" must be a map of keys, is ") + kind_name(value));
  return false;
}

bool Reader::expect_list(const Value& value) {
  if (value.is_list()) return true;
  // `us, russia` is one text to YAML, and a list to whoever wrote it
  const bool listed = !value.quoted && value.scalar.find(',') != std::string::npos &&
                      value.scalar.find_first_of("[]{}\"':#") == std::string::npos;
  const std::string items = listed ? value.scalar : to_string(value);
  std::string hint = value.is_scalar() ? "write [" + items + ']' : std::string{};
  error(Code::wrong_kind, value.mark, std::string(" must be a list, is ") + kind_name(value),
        std::move(hint));
  return false;
}

bool Reader::expect_at_most(std::size_t count, std::size_t most, Mark mark) {
  if (count <= most) return true;
  error(Code::too_many, mark,
        " must not be more than " + std::to_string(most) + ", are " + std::to_string(count));
  return false;
}

std::optional<double> Reader::number(const Value& value) {
  constexpr double kAny = std::numeric_limits<double>::infinity();
  return number(value, -kAny, kAny);
}

std::optional<double> Reader::number(const Value& value, double low, double high) {
  const auto read = plain_number(value);
  if (!read) {
    const std::string is =
        value.is_scalar() ? '\'' + value.scalar + '\'' : std::string(kind_name(value));
    error(Code::not_a_number, value.mark, " must be a number, is " + is,
          number_hint(value, low == 0.0 && high == 1.0));
  }
  if (!read || (low <= *read && *read <= high)) return read;
  error(Code::out_of_range, value.mark, ' ' + show_limits(low, high) + ", is " + value.scalar);
  return {};
}

std::optional<int> Reader::whole(const Value& value, int low, int high) {
  const auto read = number(value, low, high);
  if (!read) return {};
  if (*read == std::floor(*read)) return static_cast<int>(*read);
  error(Code::out_of_range, value.mark, " must be a whole number, is " + value.scalar);
  return {};
}

std::optional<bool> Reader::yes_or_no(const Value& value) {
  const std::string word = value.is_scalar() ? in_small_letters(value.scalar) : std::string{};
  if (word == "yes" || word == "true") return true;
  if (word == "no" || word == "false") return false;
  error(Code::wrong_kind, value.mark, std::string(" must be yes or no, is ") + to_string(value));
  return {};
}

bool Reader::refuse_yaml_word(const std::string& text, Mark mark) {
  if (!is_yaml_word(text)) return false;
  error(Code::yaml_word, mark, " is '" + text + "', which is not text in YAML without quotes",
        "write \"" + text + '"');
  return true;
}

std::optional<std::string> Reader::plain(const Value& value) {
  if (value.is_scalar()) {
    if (!value.quoted && refuse_yaml_word(value.scalar, value.mark)) return {};
    return value.scalar;
  }
  if (value.kind == Value::Kind::null && !value.scalar.empty()) {
    refuse_yaml_word(value.scalar, value.mark);
    return {};
  }
  error(Code::wrong_kind, value.mark, std::string(" must be text, is ") + kind_name(value));
  return {};
}

std::optional<Text> Reader::text(const Value& value) {
  Text text;
  if (!value.is_map()) {
    auto words = plain(value);
    if (!words) return {};
    text.words.front() = std::move(*words);
    return text;
  }
  static const std::vector<std::string> codes{"en", "bg", "uk"};
  const Spot field = spot_;
  for (const Entry& entry : value.entries) {
    if (entry.key.starts_with("x-")) continue;
    const auto language = find_language(entry.key);
    spot_ = {field.path(), language ? entry.key : std::string{}};
    if (!language) {
      unknown(Code::unknown_key, entry.mark, "language", entry.key, codes);
    } else if (auto words = plain(entry.value)) {
      text.words.at(static_cast<std::size_t>(*language)) = std::move(*words);
    }
  }
  spot_ = field;
  return text;
}

void Reader::unknown(Code code, Mark mark, const char* kind, const std::string& word,
                     const std::vector<std::string>& known) {
  error_within(code, mark, std::string("unknown ") + kind + " '" + word + '\'',
               suggest(*faults_, word, known));
}

void Reader::unknown_id(Mark mark, const char* kind, const std::string& id,
                        const std::vector<std::string>& known) {
  if (!is_echo(*scenario_, kind, id, known)) unknown(Code::unknown_id, mark, kind, id, known);
}

void Reader::unknown_word(Code code, Mark mark, const char* kind, const std::string& word,
                          const std::vector<std::string>& known) {
  std::string hint = suggest(*faults_, word, known);
  if (hint.empty() && faults_->wants_hints()) hint = choice_of(known);
  error(code, mark, std::string("unknown ") + kind + " '" + word + '\'', std::move(hint));
}

const char* kind_name(const Value& value) {
  switch (value.kind) {
    case Value::Kind::null:
      return "empty";
    case Value::Kind::scalar:
      return "a single word";
    case Value::Kind::list:
      return "a list";
    case Value::Kind::map:
      break;
  }
  return "a map of keys";
}

}  // namespace detente::detail
