#include "detente/scenario/faults.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace detente::detail {
namespace {

constexpr std::size_t kLongestQuote = 1000;  // bytes of a line that still help the eye

/// Whether `path` is `holder` itself or something in it.
bool is_within(std::string_view path, std::string_view holder) {
  if (!path.starts_with(holder)) return false;
  return path.size() == holder.size() || path[holder.size()] == '.' || path[holder.size()] == '[';
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

using Place = std::pair<int, int>;

Place place_of(const Diagnostic& diagnostic) {
  return {diagnostic.where.line, diagnostic.where.column};
}

/// Whether whatever else is said about the same place merely follows from this fault.
bool explains_all(const Diagnostic& diagnostic) {
  return diagnostic.code == Code::not_plain || diagnostic.code == Code::repeated_key;
}

/// Drops what follows from another fault at the same place, and exact repetitions.
void drop_echoes(Diagnostics& sorted) {
  std::set<Place> explained;
  for (const Diagnostic& one : sorted) {
    if (explains_all(one)) explained.insert(place_of(one));
  }
  const auto is_echo = [&](const Diagnostic& one) {
    return !explains_all(one) && explained.contains(place_of(one));
  };
  sorted.erase(std::remove_if(sorted.begin(), sorted.end(), is_echo), sorted.end());
  const auto same = [](const Diagnostic& left, const Diagnostic& right) {
    return place_of(left) == place_of(right) && left.code == right.code &&
           left.message == right.message;
  };
  sorted.erase(std::unique(sorted.begin(), sorted.end(), same), sorted.end());
}

}  // namespace

std::string Spot::path() const {
  if (holder.empty() || name.empty()) return holder + name;
  return name.front() == '[' ? holder + name : holder + '.' + name;
}

void Faults::error(Code code, Mark mark, const Spot& spot, std::string message, std::string hint) {
  ++errors_;
  found_.push_back({{.code = code,
                     .where = {.line = mark.line, .column = mark.column},
                     .path = spot.holder,
                     .message = std::move(message),
                     .hint = std::move(hint)},
                    spot.path()});
}

void Faults::remark(Severity severity, Code code, Mark mark, const Spot& spot,
                    std::string message) {
  found_.push_back({{.severity = severity,
                     .code = code,
                     .where = {.line = mark.line, .column = mark.column},
                     .path = spot.holder,
                     .message = std::move(message)},
                    {}});
}

void Faults::add(const Faults& others) {
  found_.insert(found_.end(), others.found_.begin(), others.found_.end());
  errors_ += others.errors_;
}

bool Faults::sound(const std::string& path) const {
  return std::none_of(found_.begin(), found_.end(), [&](const Found& found) {
    if (found.diagnostic.severity != Severity::error || found.field.empty()) return false;
    return is_within(found.field, path) || is_within(path, found.field);
  });
}

void Faults::drop_from(Mark end, const std::vector<Code>& kinds) {
  const auto unwanted = [&](const Found& found) {
    if (place_of(found.diagnostic) >= Place{end.line, end.column}) return true;
    return std::find(kinds.begin(), kinds.end(), found.diagnostic.code) != kinds.end();
  };
  found_.erase(std::remove_if(found_.begin(), found_.end(), unwanted), found_.end());
  errors_ = static_cast<int>(std::count_if(found_.begin(), found_.end(), [](const Found& found) {
    return found.diagnostic.severity == Severity::error;
  }));
}

Diagnostics Faults::list(const SourceText& source) const {
  const std::vector<std::string_view> lines = lines_of(source.text);
  Diagnostics all;
  for (const Found& found : found_) {
    all.push_back(found.diagnostic);
    Diagnostic& one = all.back();
    one.where.file = source.name;
    const auto line = static_cast<std::size_t>(one.where.line);
    if (line < 1 || line > lines.size() || lines[line - 1].size() > kLongestQuote) continue;
    one.source = std::string(lines[line - 1]);
  }
  std::stable_sort(all.begin(), all.end(), [](const Diagnostic& left, const Diagnostic& right) {
    return place_of(left) < place_of(right);
  });
  drop_echoes(all);
  return all;
}

Diagnostics Faults::list_without_places(const std::string& name) const {
  Diagnostics all;
  for (const Found& found : found_) {
    all.push_back(found.diagnostic);
    all.back().where = {.file = name};
  }
  return all;
}

}  // namespace detente::detail
