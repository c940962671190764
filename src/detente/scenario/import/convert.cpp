#include "detente/scenario/import/convert.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "detente/core/text.hpp"
#include "detente/scenario/compose.hpp"
#include "detente/scenario/import/genius_xml.hpp"
#include "detente/scenario/import/geniusweb_json.hpp"
#include "detente/scenario/import/gmcr.hpp"
#include "detente/scenario/import/json_value.hpp"
#include "detente/scenario/import/match.hpp"
#include "detente/scenario/load.hpp"
#include "detente/scenario/slug.hpp"
#include "detente/scenario/yaml.hpp"

namespace detente {
namespace detail {
namespace {

/// One file on its way.
struct Source {
  SourceText text{};
  Faults faults{};
  std::optional<ImportedFile> file{};
};

/// `folder/party1_utility.xml` is "party1_utility".
std::string stem_of(const std::string& name) {
  const std::size_t slash = name.find_last_of("/\\");
  const std::string last = slash == std::string::npos ? name : name.substr(slash + 1);
  return last.substr(0, last.rfind('.'));
}

Source read(const ForeignFile& foreign) {
  Source source;
  if (foreign.bytes.size() > kMaxBytes) {
    source.text.name = foreign.name;
    fault_at(source.faults, Code::too_large, {1, 1}, {}, "the file is larger than 2 MiB");
    return source;
  }
  source.text = prepare(foreign.name, foreign.bytes, source.faults);
  const std::size_t first = source.text.text.find_first_not_of(" \t\n");
  const char begins = first == std::string::npos ? '\0' : source.text.text[first];
  if (begins == '<') {
    source.file = read_genius_xml(source.text, source.faults);
  } else if (begins == '{') {
    source.file = read_geniusweb_json(source.text, source.faults);
  } else {
    fault_at(source.faults, Code::unknown_schema, {1, 1}, {},
             "neither XML of Genius nor JSON of GeniusWeb or GMCR+");
  }
  if (source.file) check_domain(*source.file, source.faults);
  return source;
}

Diagnostics findings(const std::vector<Source>& sources) {
  Diagnostics all;
  for (const Source& source : sources) {
    const Diagnostics found = source.faults.list(source.text);
    all.insert(all.end(), found.begin(), found.end());
  }
  return all;
}

/// The domain if it is among the files, else that of the first profile.
const ImportedFile& domain_among(const std::vector<Source>& sources) {
  const auto found = std::find_if(sources.begin(), sources.end(),
                                  [](const Source& source) { return !source.file->profile; });
  return found == sources.end() ? *sources.front().file : *found->file;
}

/// Writes the scenario.
class Writing {
 public:
  Writing(const ImportedFile& domain, const std::string& title)
      : domain_(domain), title_(title), issues_(domain.issues.size()) {}

  std::string write(const std::vector<MatchedProfile>& profiles,
                    const std::vector<Source>& sources) {
    text_ = "# Converted from:\n";
    for (const Source& source : sources) text_ += "#   " + on_one_line(source.text.name) + '\n';
    text_ +=
        "# Utilities and walk-aways are those of the source, on a scale from 0 to 1. Rounds,\n";
    text_ += "# power, ties and tactics are not in it: here they have their usual values.\n";
    text_ += "schema: detente/scenario/1\n";
    text_ += "id: " + Slugs(Language::en, "scenario").make(title_) + '\n';
    text_ += "title: " + quoted(title_) + '\n';
    text_ += "model: offers\n\n";
    write_issues();
    text_ += "\nactors:\n";
    Slugs ids(Language::en, "actor");
    for (const MatchedProfile& profile : profiles) write_actor(profile, ids.make(profile.title));
    return std::move(text_);
  }

 private:
  void write_issues() {
    text_ += "issues:\n";
    Slugs ids(Language::en, "issue");
    for (std::size_t issue = 0; issue < domain_.issues.size(); ++issue) {
      const ImportedIssue& imported = domain_.issues[issue];
      issues_[issue].id = ids.make(imported.name);
      text_ += "  " + issues_[issue].id + ":\n    title: " + quoted(imported.name) + '\n';
      text_ += "    options:\n";
      write_options(imported, issues_[issue].options);
    }
  }

  void write_options(const ImportedIssue& issue, std::vector<std::string>& options) {
    Slugs ids(Language::en, "v");
    const double steps = std::max<double>(1.0, static_cast<double>(issue.values.size()) - 1.0);
    for (const ImportedValue& value : issue.values) {
      const double at = 100.0 * static_cast<double>(options.size()) / steps;
      options.push_back(ids.make(value.name));
      text_ += "      " + options.back() + ": {title: " + quoted(value.name) +
               ", at: " + show_number(at) + "}\n";
    }
  }

  void write_actor(const MatchedProfile& profile, const std::string& id) {
    text_ += "  " + id + ":\n    title: " + quoted(profile.title) + '\n';
    text_ += "    walk_away: " + show_number(profile.walk_away) + "\n    positions:\n";
    for (std::size_t issue = 0; issue < issues_.size(); ++issue) {
      std::vector<Entry> values;
      for (std::size_t option = 0; option < issues_[issue].options.size(); ++option) {
        values.push_back(
            entry_of(issues_[issue].options[option], Value::of(profile.values[issue][option])));
      }
      text_ += "      " + issues_[issue].id +
               ": {salience: " + show_number(profile.weights[issue]) +
               ", values: " + to_string(map_of(std::move(values))) + "}\n";
    }
  }

  static std::string quoted(const std::string& words) { return to_string(text_of(words)); }

  static std::string on_one_line(std::string name) {
    std::replace(name.begin(), name.end(), '\n', ' ');
    return name;
  }

  struct Ids {
    std::string id{};
    std::vector<std::string> options{};
  };

  const ImportedFile& domain_;
  const std::string& title_;
  std::vector<Ids> issues_;
  std::string text_{};
};

/// Whether the files, sound by themselves, go together.
Diagnostics misfits(const std::vector<Source>& sources) {
  const auto is_profile = [](const Source& source) { return source.file->profile; };
  const auto profiles = std::count_if(sources.begin(), sources.end(), is_profile);
  const auto domains = std::ssize(sources) - profiles;
  Diagnostics faults;
  if (profiles == 0) {
    faults.push_back({.code = Code::too_few,
                      .where = {.file = sources.front().text.name},
                      .message = "a domain alone has no parties",
                      .hint = "name the profiles, too"});
  }
  if (domains > 1) {
    faults.push_back({.code = Code::too_many,
                      .where = {.file = sources.back().text.name},
                      .message = "there must not be more than one domain"});
  }
  return faults;
}

std::string party_of(const Source& source) {
  return source.file->party.empty() ? stem_of(source.text.name) : source.file->party;
}

/// The scenario, if it reads as one: limits of size are those of every scenario.
Result<Converted> checked(std::string yaml, const std::string& name, Diagnostics found) {
  const auto loaded = parse_scenario(yaml, name);
  if (loaded) return Converted{std::move(yaml), std::move(found)};
  for (Diagnostic fault : loaded.error()) {
    fault.where = {};
    fault.source.clear();
    found.push_back(std::move(fault));
  }
  return found;
}

/// A conflict of GMCR+; nothing if it is another kind of file.
std::optional<Result<Converted>> convert_conflict(const ForeignFile& file,
                                                  const std::string& name) {
  if (file.bytes.size() > kMaxBytes) return {};
  Faults faults;
  const SourceText source = prepare(file.name, file.bytes, faults);
  const std::size_t first = source.text.find_first_not_of(" \t\n");
  if (first == std::string::npos || source.text[first] != '{') return {};
  const auto root = parse_json(source, faults);
  if (!root || (!is_gmcr(*root) && !file.name.ends_with(".gmcr"))) return {};
  std::optional<std::string> yaml;
  if (!faults.any_errors()) yaml = scenario_of_gmcr(source, *root, name, faults);
  if (!yaml) return Result<Converted>(faults.list(source));
  return checked(std::move(*yaml), name, faults.list(source));
}

/// The same among several files, where it must stand alone.
std::optional<Result<Converted>> conflict_among(const std::vector<ForeignFile>& files,
                                                const std::string& name) {
  for (const ForeignFile& file : files) {
    auto conflict = convert_conflict(file, name);
    if (!conflict) continue;
    if (files.size() == 1) return conflict;
    return Result<Converted>(
        Diagnostics{{.code = Code::too_many,
                     .where = {.file = file.name},
                     .message = "a file of GMCR+ is a whole conflict and is converted alone"}});
  }
  return {};
}

}  // namespace
}  // namespace detail

Result<Converted> convert(const std::vector<ForeignFile>& files, const std::string& name) {
  expects(!files.empty(), "convert: no files");
  if (auto conflict = detail::conflict_among(files, name)) return std::move(*conflict);
  std::vector<detail::Source> sources;
  sources.reserve(files.size());
  for (const ForeignFile& file : files) sources.push_back(detail::read(file));
  Diagnostics found = detail::findings(sources);
  if (has_errors(found)) return found;
  const Diagnostics misfits = detail::misfits(sources);
  if (!misfits.empty()) return misfits;

  const detail::ImportedFile& domain = detail::domain_among(sources);
  std::vector<detail::MatchedProfile> profiles;
  for (detail::Source& source : sources) {
    if (!source.file->profile) continue;
    profiles.push_back(detail::match(*source.file, domain, source.faults));
    profiles.back().title = detail::party_of(source);
  }
  found = detail::findings(sources);
  if (has_errors(found)) return found;
  const std::string title = domain.title.empty() ? name : domain.title;
  std::string yaml = detail::Writing(domain, title).write(profiles, sources);
  return detail::checked(std::move(yaml), name, std::move(found));
}

}  // namespace detente
