#include "ui/panels/path_words.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "detente/core/text.hpp"
#include "ui/panels/field_title.hpp"
#include "ui/widgets.hpp"

namespace detente::ui {
namespace {

/// The parts of `actors.us.positions.us_forces.red_line`.
std::vector<std::string> parts_of(const std::string& path) {
  std::vector<std::string> parts(1);
  for (const char letter : path) {
    if (letter == '.') {
      parts.emplace_back();
    } else {
      parts.back() += letter;
    }
  }
  return parts;
}

std::string_view behind(const std::string& path, std::size_t part) {
  std::size_t at = 0;
  for (std::size_t dots = 0; dots < part && at != std::string::npos; ++dots) {
    at = path.find('.', at);
    if (at != std::string::npos) ++at;
  }
  return at == std::string::npos ? std::string_view{} : std::string_view(path).substr(at);
}

/// Words of what stands behind the actor's name and is no number that can be turned.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kOfActor{{
    {"delay_cost", "actors.delay_cost"},
    {"tactic", "actors.tactic"},
    {"tactic.kind", "actors.tactic"},
    {"tactic.start", "actors.start"},
    {"tactic.margin", "actors.margin"},
    {"tactic.offer", "actors.offer"},
    {"tactic.mode", "actors.mode"},
    {"tactic.lag", "actors.lag"},
    {"tactic.window", "actors.window"},
    {"tactic.accept.rule", "actors.accept"},
    {"tactic.leave_after", "swap.leave_after"},
    {"loss", "actors.loss"},
}};

std::optional<std::string> word_of(const Ui& ui, std::string_view rest) {
  for (const auto& [key, word] : kOfActor) {
    if (key == rest) return ui.say(word);
  }
  return {};
}

/// The issue that a path is about, or -1.
int issue_of(const Scenario& scenario, const std::vector<std::string>& parts) {
  for (std::size_t part = 0; part + 1 < parts.size(); ++part) {
    const bool names = parts[part] == "positions" || parts[part] == "detection" ||
                       parts[part] == "credibility" || parts[part] == "response";
    if (names) return index_of(scenario.issues, parts[part + 1]);
  }
  return -1;
}

/// What there is to say of `positions.ISSUE.REST`.
std::optional<std::string> position_words(const Ui& ui, const detail::Voice& voice,
                                          const std::vector<std::string>& parts) {
  const int issue = issue_of(voice.scenario(), parts);
  if (issue < 0 || parts.size() < 5) return {};
  const std::string& last = parts[4];
  const char* const key = last == "red_line" ? "swap.red_line"
                          : last == "values" ? "swap.values"
                          : last == "loss"   ? "swap.loss"
                          : last == "ideal"  ? "field.ideal"
                                             : "field.salience";
  return ui.say(key, {{"issue", voice.issue(issue)}});
}

std::string words_without_owner(const Ui& ui, const detail::Voice& voice, const std::string& path) {
  if (const auto field = find_field(voice.scenario(), path)) return field_part(ui, voice, *field);
  const std::vector<std::string> parts = parts_of(path);
  if (parts.front() == "durability" && parts.size() > 2 && parts[1] == "violators") {
    const int actor = index_of(voice.scenario().actors, parts[2]);
    const std::string who = actor < 0 ? parts[2] : voice.title_of_actor(actor);
    return ui.say("durability.gain_of", {{"who", who}});
  }
  if (parts.front() != "actors" || parts.size() < 3) return path;
  if (parts[2] == "walk_away") return ui.say("field.walk_away");
  if (parts[2] == "positions") return position_words(ui, voice, parts).value_or(path);
  if (path.ends_with("tactic.e")) return ui.say("field.exponent");
  if (path.ends_with("tactic.kindness")) return ui.say("field.kindness");
  return word_of(ui, behind(path, 2)).value_or(std::string(behind(path, 2)));
}

/// Choices that have words of their own.
std::string choice_words(const Ui& ui, const std::string& path, const std::string& word) {
  const auto known = [&](const std::string& prefix) {
    return has_words(prefix + word) ? ui.say(prefix + word) : word;
  };
  if (path.ends_with("tactic.kind")) return known("actors.kind_");
  if (path.ends_with("accept.rule")) return known("actors.accept_");
  if (path.ends_with("tactic.offer")) return known("actors.offer_");
  if (path.ends_with("tactic.mode")) return known("actors.mode_");
  if (path.ends_with(".loss")) return known("actors.loss_");
  return word;
}

}  // namespace

std::string path_words(const Ui& ui, const detail::Voice& voice, const std::string& path,
                       bool owner) {
  std::string words = words_without_owner(ui, voice, path);
  if (!owner) return words;
  const std::vector<std::string> parts = parts_of(path);
  const std::string& id = parts.front() == "actors" && parts.size() > 1 ? parts[1] : parts.back();
  const int actor = index_of(voice.scenario().actors, id);
  const bool owned = parts.front() == "actors" || parts.front() == "stages";
  return owned && actor >= 0 ? voice.title_of_actor(actor) + " · " + words : words;
}

std::string value_words(const Ui& ui, const detail::Voice& voice, const std::string& path,
                        const Value& value) {
  if (value.kind == Value::Kind::null) return "–";
  if (value.is_list()) {
    std::string text;
    for (const Value& item : value.items) {
      text += (text.empty() ? "" : " – ") + value_words(ui, voice, path, item);
    }
    return text;
  }
  if (value.is_map()) {
    std::string text;
    for (const Entry& entry : value.entries) {
      text += (text.empty() ? "" : "; ") + value_words(ui, voice, path, entry.value);
    }
    return text;
  }
  if (const auto number = parse_number(value.scalar)) return voice.short_number(*number, 4);
  const int issue = issue_of(voice.scenario(), parts_of(path));
  const int option =
      issue < 0 ? -1 : index_of(voice.scenario().issues[issue].options, value.scalar);
  if (option >= 0) return voice.option(issue, option);
  return choice_words(ui, path, value.scalar);
}

}  // namespace detente::ui
