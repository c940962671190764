#include "ui/headless/script.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <sstream>
#include <utility>

#include "detente/core/text.hpp"
#include "ui/headless/headless.hpp"

namespace detente::ui {
namespace {

using Verb = Command::Verb;
using Match = Command::Match;

struct VerbInfo {
  std::string_view name;
  Verb verb{};
  bool has_target = false;
  bool has_rest = false;
};
constexpr std::array<VerbInfo, 9> kVerbs{{{"key", Verb::key, false, true},
                                          {"click", Verb::click, true, false},
                                          {"drag", Verb::drag, true, true},
                                          {"type", Verb::type, false, true},
                                          {"drop", Verb::drop, false, true},
                                          {"expect", Verb::expect, true, true},
                                          {"list", Verb::list, false, true},
                                          {"shot", Verb::shot, true, false},
                                          {"frames", Verb::frames, false, true}}};

std::string trimmed(const std::string& text) {
  const std::string blanks = " \t\r";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// The first word, and what follows it.
std::pair<std::string, std::string> split(const std::string& text) {
  const std::size_t end = std::min(text.find_first_of(" \t"), text.size());
  return {text.substr(0, end), trimmed(text.substr(end))};
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

/// "dx,dy"
std::optional<Point> find_offset(const std::string& text) {
  const std::size_t comma = text.find(',');
  if (comma == std::string::npos) return std::nullopt;
  const auto across = parse_number(trimmed(text.substr(0, comma)));
  const auto down = parse_number(trimmed(text.substr(comma + 1)));
  if (!across || !down) return std::nullopt;
  return Point{static_cast<float>(*across), static_cast<float>(*down)};
}

/// What is wrong with a command, or nothing.
std::string fault_in(const VerbInfo& info, const Command& command) {
  const std::string name(info.name);
  if (info.has_target && command.target.empty()) return name + " needs to be told where";
  const bool may_be_bare = command.verb == Verb::expect || command.verb == Verb::list;
  if (info.has_rest && command.rest.empty() && !may_be_bare) {
    return name + " needs to be told what";
  }
  if (!info.has_rest && !command.rest.empty()) return name + " takes one word only";
  if (command.verb == Verb::key) {
    for (const std::string& chord : words_of(command.rest)) {
      if (find_chord(chord).key == Key::none) return "there is no key '" + chord + "'";
    }
  }
  if (command.verb == Verb::frames) {
    const auto count = parse_number(command.rest);
    if (!count || *count < 1 || *count > 100000 || *count != std::floor(*count)) {
      return "frames needs a whole number from 1 to 100000";
    }
  }
  if (command.verb == Verb::drag && !parse_number(command.rest) && !find_offset(command.rest)) {
    return "drag needs a value, or two numbers of pixels: dx,dy";
  }
  return {};
}

void read_match(Command& command) {
  if (command.rest == "-") {
    command.match = Match::absent;
  } else if (command.rest.starts_with("~")) {
    command.match = Match::contains;
    command.rest = trimmed(command.rest.substr(1));
  }
}

Diagnostic fault(const std::string& file, int line, std::string message, std::string hint = {}) {
  return {.code = Code::unknown_word,
          .where = {.file = file, .line = line, .column = 1},
          .message = std::move(message),
          .hint = std::move(hint)};
}

std::optional<Diagnostic> read_line(const std::string& text, Script& script, int line) {
  const auto [name, rest] = split(text);
  const auto info = std::find_if(kVerbs.begin(), kVerbs.end(),
                                 [name = name](const VerbInfo& it) { return it.name == name; });
  if (info == kVerbs.end()) {
    std::vector<std::string> known(kVerbs.size());
    std::transform(kVerbs.begin(), kVerbs.end(), known.begin(),
                   [](const VerbInfo& it) { return std::string(it.name); });
    return fault(script.file, line, "unknown command '" + name + "'", did_you_mean(name, known));
  }
  Command command{.line = line, .verb = info->verb, .rest = rest};
  if (info->has_target) std::tie(command.target, command.rest) = split(rest);
  if (info->verb == Verb::expect) read_match(command);
  const std::string wrong = fault_in(*info, command);
  if (!wrong.empty()) return fault(script.file, line, wrong);
  script.commands.push_back(std::move(command));
  return std::nullopt;
}

std::string no_such(const Headless& headless, const std::string& path) {
  const std::string hint = did_you_mean(path, headless.registry().order());
  return "no such widget is drawn" + (hint.empty() ? "" : "; " + hint);
}

/// Each of these does one command and tells what went wrong.
std::string drag(Headless& headless, const Command& command) {
  if (headless.registry().find(command.target) != nullptr) {
    headless.app().ui().reveal(command.target);
    headless.frames(2);
  }
  const Item* item = headless.registry().find(command.target);
  if (item == nullptr) return no_such(headless, command.target);
  if (!item->enabled) return "it is greyed: " + item->why_not;
  const Point from = item->box.centre();
  if (const auto offset = find_offset(command.rest)) {
    headless.drag(from, {from.x + offset->x, from.y + offset->y});
    return {};
  }
  const double value = *parse_number(command.rest);
  if (item->high <= item->low) return "it is no slider: give dx,dy";
  if (value < item->low || value > item->high) {
    return "it goes from " + show_number(item->low) + " to " + show_number(item->high);
  }
  const double share = (value - item->low) / (item->high - item->low);
  const float x = item->box.min.x + item->box.width() * static_cast<float>(share);
  headless.drag(from, {x, from.y});
  return {};
}

std::string click(Headless& headless, const Command& command) {
  const Item* item = headless.registry().find(command.target);
  if (item == nullptr) return no_such(headless, command.target);
  if (!item->enabled) return "it is greyed: " + item->why_not;
  return headless.click(command.target) ? "" : no_such(headless, command.target);
}

std::string expect(const Headless& headless, const Command& command) {
  const Item* item = headless.registry().find(command.target);
  if (command.match == Match::absent) {
    return item == nullptr ? "" : "expected nothing, drawn '" + item->value + "'";
  }
  if (item == nullptr) return no_such(headless, command.target);
  const bool part = command.match == Match::contains;
  const bool holds = part ? item->value.find(command.rest) != std::string::npos
                          : trimmed(item->value) == command.rest;
  const std::string kind = part ? "expected a text with '" : "expected '";
  return holds ? "" : kind + command.rest + "', drawn '" + item->value + "'";
}

/// A line for everything that is drawn: its name, what it shows, and why it is greyed.
void list(const Registry& drawn, const std::string& begin, std::ostream& out) {
  for (const std::string& path : drawn.order()) {
    const Item* const item = drawn.find(path);
    if (item == nullptr || !path.starts_with(begin)) continue;
    std::string shown = item->value;
    std::replace(shown.begin(), shown.end(), '\n', ' ');
    out << path << '\t' << shown;
    if (!item->enabled) out << "\t(" << item->why_not << ')';
    out << '\n';
  }
}

std::string obey(Headless& headless, const Command& command, std::ostream& listed) {
  switch (command.verb) {
    case Verb::key:
      for (const std::string& chord : words_of(command.rest)) headless.press(find_chord(chord));
      return {};
    case Verb::click:
      return click(headless, command);
    case Verb::drag:
      return drag(headless, command);
    case Verb::type:
      headless.type(command.rest);
      return {};
    case Verb::drop:
      headless.drop(command.rest);
      return {};
    case Verb::expect:
      return expect(headless, command);
    case Verb::list:
      list(headless.registry(), command.rest, listed);
      return {};
    case Verb::shot:
      return write_png(headless.picture(), command.target) ? "" : "cannot write the file";
    case Verb::frames:
      headless.frames(static_cast<int>(*parse_number(command.rest)));
      return {};
  }
  return {};
}

}  // namespace

Result<Script> parse_script(const std::string& file, const std::string& text) {
  Script script{.file = file};
  Diagnostics faults;
  std::istringstream stream(text);
  int line = 0;
  for (std::string raw; std::getline(stream, raw);) {
    ++line;
    const std::string clean = trimmed(raw);
    if (clean.empty() || clean.front() == '#') continue;
    if (auto wrong = read_line(clean, script, line)) faults.push_back(std::move(*wrong));
  }
  if (!faults.empty()) return faults;
  return script;
}

std::string run_script(const Script& script, Headless& headless, std::ostream& listed) {
  headless.settle();
  for (const Command& command : script.commands) {
    const std::string wrong = obey(headless, command, listed);
    if (wrong.empty()) continue;
    const auto info = std::find_if(kVerbs.begin(), kVerbs.end(),
                                   [&](const VerbInfo& it) { return it.verb == command.verb; });
    const std::string& what = command.target.empty() ? command.rest : command.target;
    std::ostringstream message;
    message << script.file << ':' << command.line << ": " << info->name << ' ' << what << ": "
            << wrong;
    return message.str();
  }
  return {};
}

}  // namespace detente::ui
