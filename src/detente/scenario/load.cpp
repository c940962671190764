#include "detente/scenario/load.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <system_error>
#include <utility>
#include <vector>

#include "detente/core/text.hpp"
#include "detente/scenario/derived.hpp"
#include "detente/scenario/describe.hpp"
#include "detente/scenario/outline.hpp"
#include "detente/scenario/read.hpp"
#include "detente/scenario/validate.hpp"
#include "detente/scenario/yaml.hpp"

namespace detente {
namespace detail {
namespace {

/// Whether the text is a map of keys and not some other kind of file of this program.
bool is_scenario(Reader& reader, const Value& root) {
  if (!root.is_map()) {
    const std::string is = root.kind == Value::Kind::null ? "empty" : kind_name(root);
    reader.error(Code::wrong_kind, {1, 1}, "a scenario must be a map of keys, this is " + is);
    return false;
  }
  const Value* schema = root.find("schema");
  if (schema == nullptr) return true;
  if (schema->scalar != "detente/overlay/1" && schema->scalar != "detente/batch/1") return true;
  const bool overlay = schema->scalar == "detente/overlay/1";
  reader.error(Code::unknown_schema, schema->mark,
               "this is no scenario, its schema is '" + schema->scalar + '\'',
               overlay ? "it is played with 'detente run SCENARIO --overlay FILE'"
                       : "it is run with 'detente batch run FILE'");
  return false;
}

/// Faults that a text which breaks off may seem to have only because its rest is missing.
const std::vector<Code>& kinds_of_gaps() {
  static const std::vector<Code> codes{
      Code::missing_key,      Code::wrong_kind,     Code::too_few,  Code::unknown_id,
      Code::conflicting_keys, Code::unknown_schema, Code::not_used, Code::no_effect};
  return codes;
}

/// The files of a folder that a person may have meant by a name, in alphabetical order.
std::vector<std::filesystem::path> files_beside(const std::filesystem::path& asked) {
  std::vector<std::filesystem::path> files;
  const std::filesystem::path folder = asked.has_parent_path() ? asked.parent_path() : ".";
  const bool as_json = asked.extension() == ".json";
  std::error_code none;  // a folder that cannot be read has no files
  for (std::filesystem::directory_iterator entry(folder, none), end; !none && entry != end;
       entry.increment(none)) {
    const auto kind = entry->path().extension();
    const bool fits = as_json ? kind == ".json" : kind == ".yaml" || kind == ".yml";
    if (fits) files.push_back(asked.parent_path() / entry->path().filename());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// "did you mean 'scenarios/paris.yaml'?" for `paris.yml` or `pari.yaml`, or an empty text.
std::string nearest_file(const std::string& file) {
  const std::filesystem::path asked(file);
  std::error_code none;
  if (std::filesystem::exists(asked, none)) return {};  // it is there, but is not for us to read
  const std::string stem = asked.stem().string();
  const auto files = files_beside(asked);
  std::vector<std::string> stems;
  stems.reserve(files.size());
  for (const auto& one : files) stems.push_back(one.stem().string());
  const std::string hint = did_you_mean(stem, stems);
  if (hint.empty()) return {};
  const auto meant = std::find_if(stems.begin(), stems.end(), [&](const std::string& one) {
    return did_you_mean(stem, {one}) == hint;
  });
  const std::string name = files[meant - stems.begin()].string();
  return did_you_mean(name, {name});
}

void finish_places(Places& places, const std::string& name) {
  std::stable_sort(places.given.begin(), places.given.end(),
                   [](const Given& left, const Given& right) {
                     return std::pair(left.where.line, left.where.column) <
                            std::pair(right.where.line, right.where.column);
                   });
  for (Given& given : places.given) given.where.file = name;
}

}  // namespace

void read_scenario(Reader& reader, const Value& root, Scenario& scenario) {
  if (!is_scenario(reader, root)) return;
  read_outline(reader, root, scenario);
  read_record(reader, root, {{}, root.mark}, scenario);
}

void report_findings(const Scenario& scenario, Faults& faults, const Places& places) {
  const Faults before = faults;
  for (const Finding& finding : find_errors(scenario)) {
    // one party without interest does not hide the next one
    const Faults& known = finding.code == Code::no_interest ? before : faults;
    const auto is_sound = [&](const std::string& path) { return known.sound(path); };
    if (!std::all_of(finding.needs.begin(), finding.needs.end(), is_sound)) continue;
    faults.error(finding.code, places.near(finding.spot.path(), finding.otherwise), finding.spot,
                 finding.message, finding.hint);
  }
  if (faults.any_errors()) return;
  for (const Finding& finding : find_remarks(scenario)) {
    faults.remark(finding.severity, finding.code, places.near(finding.spot.path()), finding.spot,
                  finding.message);
  }
}

std::optional<std::string> read_file(const std::string& file) {
  std::ifstream stream;
  if (file != "-") {
    stream.open(file, std::ios::binary);
    if (!stream) return {};
  }
  std::istream& input = file == "-" ? std::cin : stream;
  std::string text(kMaxBytes + 1, '\0');
  input.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (input.bad() || (input.gcount() == 0 && !input.eof())) return {};  // a folder, for one
  text.resize(static_cast<std::size_t>(input.gcount()));
  return text;
}

Diagnostics cannot_open(const std::string& file) {
  return {{.code = Code::cannot_open,
           .where = {.file = file},
           .message = "cannot open the file",
           .hint = nearest_file(file)}};
}

}  // namespace detail

Result<Loaded> load_scenario(const std::string& file) {
  const auto text = detail::read_file(file);
  if (!text) return detail::cannot_open(file);
  return parse_scenario(*text, file);
}

Result<Loaded> parse_scenario(const std::string& yaml, const std::string& name) {
  detail::Faults faults;
  const detail::SourceText source = detail::prepare(name, yaml, faults);
  if (source.text.empty() && faults.any_errors()) return faults.list(source);
  const detail::Document document = detail::parse_yaml(source, faults);

  Loaded loaded;
  detail::Places places{.file = name, .given = {}, .marks = {}, .text = source.text};
  // what the YAML itself lacks must stay, whatever is dropped below
  detail::Faults meaning;
  detail::Reader reader(loaded.scenario, document.complete ? faults : meaning, &places);
  if (document.complete || document.root.is_map()) {
    detail::read_scenario(reader, document.root, loaded.scenario);
  }
  if (!document.complete) {
    meaning.drop_from(document.last, detail::kinds_of_gaps());
    faults.add(meaning);
    return faults.list(source);
  }
  detail::report_findings(loaded.scenario, faults, places);
  detail::check_changes(loaded.scenario, faults, places);
  if (faults.any_errors()) return faults.list(source);

  detail::derive(loaded.scenario);
  detail::finish_places(places, name);
  loaded.remarks = faults.list(source);
  loaded.given = std::move(places.given);
  return loaded;
}

}  // namespace detente
