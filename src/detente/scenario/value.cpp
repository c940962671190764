#include "detente/scenario/value.hpp"

#include <algorithm>

#include "detente/core/text.hpp"

namespace detente {
namespace {

/// Whether YAML would read these letters back as the same plain text, also inside brackets.
bool is_plain(const std::string& text) {
  static constexpr std::string_view kSpecial = "#&*!|>'\"%@`[]{},:?=~\n\t\\";
  if (text.empty() || text.front() == ' ' || text.back() == ' ') return false;
  if (text == "-" || text == "---" || text.starts_with("- ")) return false;
  return text.find_first_of(kSpecial) == std::string::npos;
}

std::string in_quotes(const std::string& text) {
  std::string quoted{'"'};
  for (const char letter : text) {
    if (letter == '\n') {
      quoted += "\\n";
    } else if (letter == '\t') {
      quoted += "\\t";
    } else {
      if (letter == '"' || letter == '\\') quoted += '\\';
      quoted += letter;
    }
  }
  return quoted + '"';
}

std::string show_scalar(const std::string& text, bool quoted) {
  return quoted || !is_plain(text) ? in_quotes(text) : text;
}

/// The parts with commas between, in the given brackets.
template <typename Parts, typename Show>
std::string joined(const Parts& parts, std::string_view brackets, Show show) {
  std::string text{brackets.front()};
  for (const auto& part : parts) {
    if (text.size() > 1) text += ", ";
    text += show(part);
  }
  return text + brackets.back();
}

}  // namespace

const Value* Value::find(std::string_view key) const {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [&](const Entry& entry) { return entry.key == key; });
  return found == entries.end() ? nullptr : &found->value;
}

Value Value::of(double number) {
  return of(show_number(number));
}

Value Value::of(std::string_view text) {
  Value value;
  value.kind = Kind::scalar;
  value.scalar = std::string(text);
  return value;
}

std::string to_string(const Value& value) {
  switch (value.kind) {
    case Value::Kind::null:
      return "~";
    case Value::Kind::scalar:
      return show_scalar(value.scalar, value.quoted);
    case Value::Kind::list:
      return joined(value.items, "[]", [](const Value& item) { return to_string(item); });
    case Value::Kind::map:
      break;
  }
  return joined(value.entries, "{}", [](const Entry& entry) {
    return show_scalar(entry.key, entry.quoted) + ": " + to_string(entry.value);
  });
}

}  // namespace detente
