#include "detente/scenario/plan_check.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "detente/core/text.hpp"
#include "detente/scenario/draw.hpp"
#include "detente/scenario/edit.hpp"
#include "detente/scenario/ids.hpp"
#include "detente/scenario/validate.hpp"
#include "detente/scenario/walk.hpp"

namespace detente::detail {
namespace {

constexpr double kBetween = 0.381966;  // a place between two whole numbers, whatever they are

/// Puts the value there; whatever then is wrong, also between fields, stands at its mark.
Faults faults_of(Scenario& scenario, const Path& path, const Value& value) {
  Faults faults;
  set(scenario, path, value, faults);
  if (faults.any_errors()) return faults;
  for (const Finding& finding : find_errors(scenario)) {
    faults.error(finding.code, value.mark, finding.spot, finding.message, finding.hint);
  }
  return faults;
}

bool is_human(const Actor& actor) {
  return actor.tactic.kind == Tactic::Kind::human;
}

bool is_normal(const Vary& vary) {
  return vary.kind == Vary::Kind::distribution &&
         vary.distribution.kind == Distribution::Kind::normal;
}

/// Whether the path leads to a number: then no word can stand there.
bool takes_numbers(Scenario scenario, const Path& path) {
  Faults faults;
  set(scenario, path, Value::of("no_number"), faults);
  return faults.any_errors();
}

/// The number of different values that an entry takes in turn; one if it is drawn.
std::int64_t values_of(const Vary& vary) {
  switch (vary.kind) {
    case Vary::Kind::range:
      return vary.steps;
    case Vary::Kind::values:
      return std::ssize(vary.values);
    case Vary::Kind::distribution:
      break;
  }
  return 1;
}

/// The same where each is tried alone: of a number its 5 % and its 95 %.
std::int64_t values_alone(const Vary& vary) {
  if (vary.kind != Vary::Kind::distribution) return values_of(vary);
  const bool chosen = vary.distribution.kind == Distribution::Kind::choice;
  return chosen ? std::ssize(vary.distribution.choices) : 2;
}

}  // namespace

std::int64_t times_or_too_many(std::int64_t one, std::int64_t other) {
  return other != 0 && one > kMostRuns / other ? kMostRuns + 1 : one * other;
}

std::int64_t VaryCheck::points() const {
  return design_ == Design::Kind::oat ? single_ : grid_;
}

void VaryCheck::check(const Placed<Vary>& entry, bool values, Faults& faults) {
  const Vary& vary = entry.what;
  if (vary.path == "seed") {
    return faults.error(Code::no_effect, entry.mark, {"vary", vary.path},
                        "every run has the seed of the plan",
                        "use 'repetitions', or 'seed' of the plan");
  }
  const std::vector<std::string> paths = paths_of(entry, faults);
  if (paths.empty() || !claim(entry, paths, faults)) return;
  scratch_ = scenario_;
  count(vary, vary.each ? std::ssize(paths) : 1);
  if (!values) return;
  const bool in_turn = design_ == Design::Kind::grid || design_ == Design::Kind::oat;
  if (vary.kind == Vary::Kind::range && vary.steps == 0 && in_turn) {
    return faults.error(
        Code::missing_key, entry.mark, {"vary." + vary.path, "steps"},
        std::string("missing key 'steps', needed in the design '") + design_word(design_) + '\'',
        "write {range: [" + show_number(vary.low) + ", " + show_number(vary.high) + "], steps: 5}");
  }
  const bool chosen =
      vary.kind == Vary::Kind::distribution && vary.distribution.kind == Distribution::Kind::choice;
  if (chosen || vary.kind == Vary::Kind::values) {
    check_values(entry, faults);
  } else {
    check_numbers(entry, paths, faults);
  }
}

std::vector<std::string> VaryCheck::paths_of(const Placed<Vary>& entry, Faults& faults) {
  const Path path{entry.what.path, entry.mark};
  Faults tried;
  scratch_ = scenario_;
  std::vector<std::string> paths = expand(scratch_, path, tried);
  if (!tried.any_errors()) return paths;
  // `tactic.kindness` is there only with the tactic that is varied before it
  Faults again;
  scratch_ = context_;
  const bool is_one = path.text.find('*') == std::string_view::npos;
  if (is_one) paths = expand(scratch_, path, again);
  if (!is_one || again.any_errors()) {
    faults.add(tried);
    return {};
  }
  return paths;
}

bool VaryCheck::claim(const Placed<Vary>& entry, const std::vector<std::string>& paths,
                      Faults& faults) {
  for (const std::string& path : paths) {
    const auto [old, is_new] = claimed_.emplace(path, entry.what.path);
    if (is_new) continue;
    std::string message = '\'' + path + "' is varied already, ";
    message += old->second == path ? "before" : "by '" + old->second + '\'';
    faults.error(Code::taken_id, entry.mark, {"vary", entry.what.path}, std::move(message));
    return false;
  }
  return true;
}

void VaryCheck::count(const Vary& vary, std::int64_t matches) {
  dimensions_ += matches;
  const std::int64_t crossed = values_of(vary);
  for (std::int64_t match = 0; crossed > 1 && match < matches && grid_ <= kMostRuns; ++match) {
    grid_ = times_or_too_many(grid_, crossed);
  }
  single_ = std::min(single_ + times_or_too_many(values_alone(vary), matches), kMostRuns + 1);
}

bool VaryCheck::takes(const Placed<Vary>& entry, const Value& value, Faults& faults) {
  const Path path{entry.what.path, entry.mark};
  Faults found = faults_of(scratch_, path, value);
  if (!found.any_errors()) return true;
  scratch_ = scenario_;
  // as of its path
  Scenario context = context_;
  if (!claimed_.empty() && !faults_of(context, path, value).any_errors()) return true;
  faults.add(found);
  return false;
}

bool VaryCheck::takes(const Placed<Vary>& entry, double number, Mark mark, Faults& faults) {
  Value value = Value::of(number);
  value.mark = mark;
  return takes(entry, value, faults);
}

void VaryCheck::check_values(const Placed<Vary>& entry, Faults& faults) {
  const bool drawn = entry.what.kind == Vary::Kind::distribution;
  const auto& values = drawn ? entry.what.distribution.choices : entry.what.values;
  const Value* first = nullptr;
  for (const Value& value : values) {
    if (!takes(entry, value, faults)) continue;
    note_people(value.mark, faults);
    if (first == nullptr) first = &value;
  }
  if (first != nullptr) faults_of(context_, {entry.what.path, entry.mark}, *first);
}

void VaryCheck::note_people(Mark mark, Faults& faults) const {
  for (std::size_t actor = 0; actor < scratch_.actors.size(); ++actor) {
    if (!is_human(scratch_.actors[actor]) || is_human(scenario_.actors[actor])) continue;
    faults.remark(Severity::warning, Code::no_effect, mark,
                  {"actors." + scratch_.actors[actor].id + ".tactic", {}},
                  "tactic 'human' without a move plays as 'linear'");
  }
}

std::optional<VaryCheck::Ends> VaryCheck::ends_of(const Placed<Vary>& entry,
                                                  const std::vector<std::string>& paths,
                                                  Faults& faults) const {
  const Vary& vary = entry.what;
  const auto mark_of = [&](std::size_t number) {
    return places_.near("vary." + vary.path + '[' + std::to_string(number) + ']');
  };
  if (vary.kind == Vary::Kind::range) return Ends{vary.low, vary.high, mark_of(0), mark_of(1)};
  const Distribution& draw = vary.distribution;
  if (draw.kind != Distribution::Kind::normal) {
    const std::size_t first = draw.kind == Distribution::Kind::beta ? 2 : 0;
    const std::size_t last = draw.numbers.size() - 1;
    return Ends{draw.numbers[first], draw.numbers[last], mark_of(first), mark_of(last)};
  }
  const FieldRange limits = draw_limits(scenario_, paths);
  if (limits.low < limits.high) {
    return Ends{quantile_of(draw, 0.05, limits), quantile_of(draw, 0.95, limits), mark_of(0),
                mark_of(0)};
  }
  faults.error(Code::bad_order, entry.mark, {"vary", vary.path},
               "no number lies within the limits of all fields", "vary them one by one");
  return {};
}

void VaryCheck::check_numbers(const Placed<Vary>& entry, const std::vector<std::string>& paths,
                              Faults& faults) {
  if (!takes_numbers(context_, {entry.what.path, entry.mark})) {
    const bool range = entry.what.kind == Vary::Kind::range;
    return faults.error(Code::wrong_kind, entry.mark, {"vary", entry.what.path},
                        std::string(range ? "a range" : "a distribution") + " needs a number",
                        "use values: […]");
  }
  const auto ends = ends_of(entry, paths, faults);
  if (!ends) return;
  // the ends of a normal are nobody's numbers, its mean is
  const bool sound = is_normal(entry.what)
                         ? takes(entry, entry.what.distribution.numbers[0], ends->low_mark, faults)
                         : check_ends(entry, *ends, faults);
  if (sound) check_between(entry, *ends, faults);
  faults_of(context_, {entry.what.path, entry.mark}, Value::of(ends->low));
}

bool VaryCheck::check_ends(const Placed<Vary>& entry, const Ends& ends, Faults& faults) {
  return takes(entry, ends.low, ends.low_mark, faults) &&
         takes(entry, ends.high, ends.high_mark, faults);
}

void VaryCheck::check_between(const Placed<Vary>& entry, const Ends& ends, Faults& faults) {
  const double between = ends.low + kBetween * (ends.high - ends.low);
  Faults tried;
  if (takes(entry, between, entry.mark, tried)) return;
  Faults whole;
  if (!takes(entry, std::floor(between), entry.mark, whole)) {
    faults.add(tried);
    return;
  }
  const int gaps = entry.what.steps - 1;
  const bool even = gaps > 0 && std::fmod(ends.high - ends.low, gaps) == 0.0;
  if (even) return;
  faults.error(Code::out_of_range, entry.mark, {"vary", entry.what.path},
               "only whole numbers can stand here",
               "use values: [" + show_number(std::ceil(ends.low)) + ", …]");
}

std::vector<std::string> read_metrics(const std::vector<Placed<std::string>>& words,
                                      const std::vector<std::string>& known, Reader& reader) {
  std::vector<std::string> names;
  std::set<std::string> written;
  std::set<std::string> taken;
  for (const auto& word : words) {
    if (!written.insert(word.what).second) {
      reader.error_within(Code::taken_id, word.mark, '\'' + word.what + "' is named twice");
      continue;
    }
    bool any = false;
    for (const std::string& name : known) {
      if (!fits_pattern(name, word.what)) continue;
      any = true;
      if (taken.insert(name).second) names.push_back(name);
    }
    if (!any) reader.unknown(Code::unknown_word, word.mark, "metric", word.what, known);
  }
  return names;
}

}  // namespace detente::detail
