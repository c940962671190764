#include "detente/scenario/reader.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

#include "detente/core/text.hpp"

namespace detente::detail {
namespace {

std::string lower(std::string_view text) {
  std::string small(text);
  std::transform(small.begin(), small.end(), small.begin(), [](char letter) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  });
  return small;
}

/// Cyrillic small letters and the Latin ones that they look like.
constexpr std::pair<std::string_view, char> kLookAlikes[] = {
    {"а", 'a'}, {"е", 'e'}, {"о", 'o'}, {"р", 'p'}, {"с", 'c'}, {"у", 'y'},
    {"х", 'x'}, {"і", 'i'}, {"ј", 'j'}, {"ѕ", 's'}, {"к", 'k'}, {"м", 'm'},
};

/// The word in Latin letters, if it only looks so; else as it is.
std::string in_latin(std::string word) {
  for (const auto& [cyrillic, latin] : kLookAlikes) {
    for (std::size_t place = word.find(cyrillic); place != std::string::npos;
         place = word.find(cyrillic, place)) {
      word.replace(place, cyrillic.size(), 1, latin);
    }
  }
  return word;
}

bool is_id(std::string_view text) {
  static constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789_";
  if (text.empty() || text.front() < 'a' || text.front() > 'z') return false;
  return text.find_first_not_of(kLetters) == std::string_view::npos;
}

/// What an author may have meant by a bad id: `US-Forces` → `us_forces`.
std::string tidy_id(const std::string& word) {
  std::string id = lower(in_latin(word));
  std::replace_if(
      id.begin(), id.end(), [](char letter) { return letter == '-' || letter == ' '; }, '_');
  return is_id(id) ? id : std::string{};
}

/// The known word that differs by two neighbouring letters only: 'title' for 'titel'.
std::string unswapped(std::string word, const std::vector<std::string>& known) {
  for (std::size_t place = 1; place < word.size(); ++place) {
    std::swap(word[place - 1], word[place]);
    if (std::find(known.begin(), known.end(), word) != known.end()) return word;
    std::swap(word[place - 1], word[place]);
  }
  return {};
}

/// A remedy for what is nearly a number.
std::string number_hint(const Value& value) {
  if (value.quoted && parse_number(value.scalar)) return "leave out the quotes";
  std::string text = value.scalar;
  const std::size_t comma = text.find(',');
  if (comma == std::string::npos) return {};
  text[comma] = '.';
  return parse_number(text) ? "write " + text : std::string{};
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
  std::string hint = value.is_scalar() ? "write [" + to_string(value) + ']' : std::string{};
  error(Code::wrong_kind, value.mark, std::string(" must be a list, is ") + kind_name(value),
        std::move(hint));
  return false;
}

std::optional<double> Reader::number(const Value& value) {
  if (value.is_scalar() && !value.quoted) {
    if (const auto read = parse_number(value.scalar)) return read;
  }
  const std::string is =
      value.is_scalar() ? '\'' + value.scalar + '\'' : std::string(kind_name(value));
  error(Code::not_a_number, value.mark, " must be a number, is " + is, number_hint(value));
  return {};
}

std::optional<double> Reader::number(const Value& value, double low, double high) {
  const auto read = number(value);
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
  const std::string word = value.is_scalar() ? lower(value.scalar) : std::string{};
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
  static const std::vector<std::string> kCodes{"en", "bg", "uk"};
  const Spot field = spot_;
  for (const Entry& entry : value.entries) {
    if (entry.key.starts_with("x-")) continue;
    const auto language = find_language(entry.key);
    spot_ = {field.path(), language ? entry.key : std::string{}};
    if (!language) {
      unknown(Code::unknown_key, entry.mark, "language", entry.key, kCodes);
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
  error(code, mark, std::string("unknown ") + kind + " '" + word + '\'',
        suggest(*faults_, word, known));
}

bool is_yaml_word(std::string_view word) {
  static constexpr std::array<std::string_view, 10> kWords{"y",   "n", "yes",  "no",    "on",
                                                           "off", "~", "true", "false", "null"};
  return std::find(kWords.begin(), kWords.end(), lower(word)) != kWords.end();
}

bool check_id(Reader& reader, const std::string& id, bool quoted, Mark mark) {
  if (!quoted && is_yaml_word(id)) {
    reader.error_within(Code::yaml_word, mark,
                        "the id '" + id + "' is not text in YAML without quotes",
                        "write \"" + id + '"');
    return false;
  }
  if (is_id(id)) return true;
  const std::string better = tidy_id(id);
  reader.error_within(Code::bad_id, mark,
                      "id '" + id + "' must be of the letters a-z, digits and _, a letter first",
                      better.empty() ? std::string{} : "write '" + better + '\'');
  return false;
}

bool is_echo(const Scenario& scenario, std::string_view kind, const std::string& id,
             const std::vector<std::string>& known) {
  if (known.empty() && kind == "actor") return !scenario.issues.empty();
  if (known.empty() && kind == "issue") return !scenario.stages.empty();
  if (known.empty() && kind == "option") return true;
  return std::any_of(known.begin(), known.end(),
                     [&](const std::string& one) { return !is_id(one) && tidy_id(one) == id; });
}

std::string suggest(const Faults& faults, const std::string& word,
                    const std::vector<std::string>& known) {
  if (!faults.wants_hints()) return {};
  const std::string latin = in_latin(word);
  const std::string swapped = unswapped(latin, known);
  return did_you_mean(swapped.empty() ? latin : swapped, known);
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
