#include "detente/scenario/edit.hpp"

#include <algorithm>

#include "detente/scenario/derived.hpp"
#include "detente/scenario/validate.hpp"
#include "detente/scenario/walk.hpp"
#include "detente/scenario/yaml.hpp"

namespace detente {
namespace {

/// What stands for the file in diagnostics: `--set actors.us.walk_away=7`.
std::string origin(const Edit& edit) {
  return "--set " + edit.path + '=' + to_string(edit.value);
}

std::string origin(const std::vector<Edit>& edits) {
  std::string text;
  for (const Edit& edit : edits) {
    if (!text.empty()) text += ' ';
    text += origin(edit);
  }
  return text;
}

bool is_path(std::string_view text) {
  static constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789_-.*";
  return !text.empty() && text.find_first_not_of(kLetters) == std::string_view::npos;
}

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

}  // namespace

Result<Edit> parse_edit(const std::string& text) {
  const std::string name = "--set " + text;
  const auto wrong = [&](std::string message) {
    return Diagnostics{{.code = Code::wrong_path,
                        .where = {.file = name},
                        .message = std::move(message),
                        .hint = "write PATH=VALUE, as in actors.us.walk_away=0.5"}};
  };
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos) return wrong("the '=' is missing");
  Edit edit{.path = trimmed(text.substr(0, equals))};
  if (!is_path(edit.path)) return wrong('\'' + edit.path + "' is no path");

  detail::Faults faults;
  const detail::SourceText source = detail::prepare(name, text.substr(equals + 1), faults);
  edit.value = detail::parse_yaml(source, faults).root;
  if (faults.any_errors()) return faults.list_without_places(name);
  if (trimmed(source.text).empty()) return wrong("the value is missing");
  return edit;
}

Result<std::vector<std::string>> matches(const Scenario& scenario, const std::string& path) {
  Scenario scratch = scenario;
  detail::Faults faults;
  auto paths = detail::expand(scratch, {path, {}}, faults);
  if (faults.any_errors()) return faults.list_without_places("--set " + path);
  return paths;
}

Result<Scenario> apply(const Scenario& scenario, const Edit& edit) {
  // qualified, or the vector would bring std::apply() into play
  return detente::apply(scenario, std::vector<Edit>{edit});
}

Result<Scenario> apply(const Scenario& scenario, const std::vector<Edit>& edits) {
  Scenario changed = scenario;
  for (const Edit& edit : edits) {
    detail::Faults faults;
    detail::set(changed, {edit.path, {}}, edit.value, faults);
    if (faults.any_errors()) return faults.list_without_places(origin(edit));
  }
  detail::Faults faults;
  for (const detail::Finding& finding : detail::find_errors(changed)) {
    faults.error(finding.code, {}, finding.spot, finding.message, finding.hint);
  }
  if (faults.any_errors()) return faults.list_without_places(origin(edits));
  detail::derive(changed);
  return changed;
}

bool fits_pattern(std::string_view path, std::string_view pattern) {
  while (!path.empty() && !pattern.empty()) {
    const std::string_view token = path.substr(0, path.find('.'));
    const std::string_view wanted = pattern.substr(0, pattern.find('.'));
    if (wanted != "*" && wanted != token) return false;
    path.remove_prefix(std::min(token.size() + 1, path.size()));
    pattern.remove_prefix(std::min(wanted.size() + 1, pattern.size()));
  }
  return path.empty() && pattern.empty();
}

}  // namespace detente
