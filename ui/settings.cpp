#include "ui/settings.hpp"

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>

namespace detente::ui {
namespace {

using Json = nlohmann::ordered_json;

/// The number under a key within limits, or what stands there already.
void read_number(const Json& json, const char* key, float low, float high, float& number) {
  if (json.contains(key) && json[key].is_number()) {
    number = std::clamp(json[key].get<float>(), low, high);
  }
}

void read_flag(const Json& json, const char* key, bool& flag) {
  if (json.contains(key) && json[key].is_boolean()) flag = json[key];
}

std::string read_word(const Json& json, const char* key) {
  return json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : "";
}

std::string environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string{} : value;
}

}  // namespace

std::string_view theme_code(ThemeName name) {
  constexpr std::array<std::string_view, kThemes.size()> kCodes{"light", "dark", "contrast"};
  return kCodes[static_cast<std::size_t>(name)];
}

float Settings::split(const std::string& id, float fallback) const {
  const auto found = splits.find(id);
  return found == splits.end() ? fallback : found->second;
}

std::string state_folder() {
  const std::string state = environment("XDG_STATE_HOME");
  // only an absolute path counts, says the XDG base directory specification
  if (state.starts_with("/")) return state + "/detente";
  const std::string home = environment("HOME");
  return home.empty() ? std::string{} : home + "/.local/state/detente";
}

std::string to_text(const Settings& settings) {
  Json json{{"schema", "detente/settings/1"},
            {"language", language_code(settings.language)},
            {"theme", theme_code(settings.theme)},
            {"scale", settings.scale},
            {"seconds_a_round", settings.seconds_a_round},
            {"reduce_motion", settings.reduce_motion},
            {"tour_seen", settings.tour_seen},
            {"splits", Json::object()}};
  for (const auto& [id, fraction] : settings.splits) json["splits"][id] = fraction;
  return json.dump(2);
}

Settings parse_settings(const std::string& text) {
  Settings settings;
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return settings;
  settings.language = find_language(read_word(json, "language")).value_or(settings.language);
  const std::string wanted = read_word(json, "theme");
  for (const ThemeName name : kThemes) {
    if (theme_code(name) == wanted) settings.theme = name;
  }
  read_number(json, "scale", kLeastScale, kMostScale, settings.scale);
  read_number(json, "seconds_a_round", 0.1F, 10.0F, settings.seconds_a_round);
  read_flag(json, "reduce_motion", settings.reduce_motion);
  read_flag(json, "tour_seen", settings.tour_seen);
  if (json.contains("splits") && json["splits"].is_object()) {
    for (const auto& [id, fraction] : json["splits"].items()) {
      if (fraction.is_number())
        settings.splits[id] = std::clamp(fraction.get<float>(), 0.05F, 0.95F);
    }
  }
  return settings;
}

}  // namespace detente::ui
