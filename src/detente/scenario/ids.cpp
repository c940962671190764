#include "detente/scenario/ids.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "detente/core/text.hpp"

namespace detente::detail {
namespace {

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
  std::string id = in_small_letters(in_latin(word));
  std::replace_if(
      id.begin(), id.end(), [](char letter) { return letter == '-' || letter == ' '; }, '_');
  return is_id(id) ? id : std::string{};
}

/// The known word that differs by two neighbouring letters only: 'farm' for 'fram'. In short words
/// such a slip weighs too much to be taken for a likeness.
std::string unswapped(std::string word, const std::vector<std::string>& known) {
  for (std::size_t place = 1; place < word.size(); ++place) {
    std::swap(word[place - 1], word[place]);
    if (std::find(known.begin(), known.end(), word) != known.end()) return word;
    std::swap(word[place - 1], word[place]);
  }
  return {};
}

}  // namespace

std::string in_small_letters(std::string_view text) {
  std::string small(text);
  std::transform(small.begin(), small.end(), small.begin(), [](char letter) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  });
  return small;
}

bool is_yaml_word(std::string_view word) {
  static constexpr std::array<std::string_view, 10> kWords{"y",   "n", "yes",  "no",    "on",
                                                           "off", "~", "true", "false", "null"};
  return std::find(kWords.begin(), kWords.end(), in_small_letters(word)) != kWords.end();
}

int find_option(const Issue& issue, const std::string& word) {
  const int option = index_of(issue.options, word);
  const auto number = issue.range ? parse_number(word) : std::nullopt;
  if (option >= 0 || !number) return option;
  for (std::size_t place = 0; place < issue.options.size(); ++place) {
    if (issue.options[place].at == *number) return static_cast<int>(place);
  }
  return -1;
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

bool is_rest_of_number(const Entry& entry) {
  return entry.value.kind == Value::Kind::null && !entry.key.empty() &&
         entry.key.find_first_not_of("0123456789") == std::string::npos;
}

bool refuse_rest_of_number(Reader& reader, const Entry& entry) {
  if (!is_rest_of_number(entry)) return false;
  reader.error_within(Code::not_a_number, entry.mark,
                      '\'' + entry.key + "' has no value, it seems to be the rest of a number",
                      "a decimal sign is a point, and thousands have none");
  return true;
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
  static constexpr std::size_t kLongestWord = 64;  // likeness costs length times length
  if (!faults.wants_hints() || word.size() > kLongestWord) return {};
  const std::string latin = in_latin(word);
  const std::string swapped = unswapped(latin, known);
  return did_you_mean(swapped.empty() ? latin : swapped, known);
}

}  // namespace detente::detail
