#include "detente/scenario/batch_plan.hpp"

#include <algorithm>
#include <utility>

#include "detente/core/text.hpp"
#include "detente/scenario/load.hpp"
#include "detente/scenario/nothing_to_negotiate.hpp"
#include "detente/scenario/plan_check.hpp"
#include "detente/scenario/plan_points.hpp"
#include "detente/scenario/read.hpp"
#include "detente/scenario/yaml.hpp"

namespace detente {
namespace detail {
namespace {

/// A file named in another, as it can be opened from here.
std::string beside(const std::string& file, const std::string& name) {
  const std::size_t folder = file.find_last_of('/');
  if (name.starts_with('/') || folder == std::string::npos) return name;
  return file.substr(0, folder + 1) + name;
}

/// The files of a plan. Nothing where the scenario cannot be read.
struct PlanTexts {
  std::string plan{};
  std::string plan_file{};
  std::optional<std::string> scenario{};
  std::string scenario_file{};
  std::string points{};  ///< Empty: of the file that the plan names.
};

/// Reads one plan, in steps; each goes as far as the faults before it allow.
class PlanReader {
 public:
  explicit PlanReader(PlanTexts texts) : texts_(std::move(texts)) {}

  Result<LoadedPlan> read();

 private:
  bool is_plan(const Value& root);
  void read_scenario();
  void read_points();
  void read_csv(const Value& name);
  void check();
  void check_vary();
  void check_size(const VaryCheck& check);
  void take_uncertain();
  void take_metrics();
  void note_people();
  void note_single_run();
  void note_repetitions();
  Diagnostics all_faults() const;
  LoadedPlan finished();

  bool is_list() const { return keys_.plan.design.kind == Design::Kind::list; }
  Reader reader() { return {loaded_.scenario, faults_, &places_}; }

  PlanTexts texts_;
  SourceText source_{};
  SourceText csv_{};
  Faults faults_{};
  Faults csv_faults_{};
  Diagnostics scenario_faults_{};
  Places places_{};
  PlanKeys keys_{};
  PointTable table_{};
  bool kind_known_ = false;
  bool drawn_ = false;  ///< What varies is the scenario's `uncertain`.
  LoadedPlan loaded_{};
};

bool PlanReader::is_plan(const Value& root) {
  if (!root.is_map()) {
    reader().error(Code::wrong_kind, {1, 1},
                   std::string("a plan must be a map of keys, this is ") + kind_name(root));
    return false;
  }
  const Value* schema = root.find("schema");
  const bool other = schema != nullptr && (schema->scalar == "detente/scenario/1" ||
                                           schema->scalar == "detente/overlay/1");
  if (!other) return true;
  reader().error(Code::unknown_schema, schema->mark,
                 "this is no batch plan, its schema is '" + schema->scalar + '\'',
                 "a plan is a file of its own that names its scenario");
  return false;
}

void PlanReader::read_scenario() {
  if (!texts_.scenario) {
    if (keys_.plan.scenario.empty()) return;
    return faults_.error(Code::cannot_open, places_.near("scenario"), {{}, "scenario"},
                         "cannot open the scenario '" + texts_.scenario_file + '\'');
  }
  auto read = parse_scenario(*texts_.scenario, texts_.scenario_file);
  if (!read) {
    scenario_faults_ = read.error();
    return;
  }
  if (read->scenario.stages.empty()) {
    scenario_faults_ = {nothing_to_negotiate(read->scenario, texts_.scenario_file)};
    return;
  }
  for (const Diagnostic& remark : read->remarks) {
    if (remark.severity == Severity::warning) loaded_.remarks.push_back(remark);
  }
  loaded_.scenario = std::move(read).value().scenario;
}

void PlanReader::read_points() {
  const Value* points = keys_.design.points;
  if (points == nullptr) return;
  if (points->is_list()) {
    Reader lists = reader();
    read_listed_points(lists, *points, table_);
  } else {
    read_csv(*points);
  }
  keys_.plan.design.n = static_cast<std::int64_t>(table_.points());
  keys_.plan.design.places = table_.places();
  keys_.vary = table_.columns();
}

void PlanReader::read_csv(const Value& name) {
  const std::string file = beside(texts_.plan_file, name.scalar);
  const std::optional<std::string> text = texts_.points.empty() ? read_file(file) : texts_.points;
  if (!text) {
    return faults_.error(Code::cannot_open, name.mark, {"design", "points"},
                         "cannot open the points '" + file + '\'');
  }
  loaded_.points_text = *text;
  csv_ = prepare(file, *text, csv_faults_);
  if (!csv_faults_.any_errors()) read_csv_points(csv_, csv_faults_, table_);
}

void PlanReader::take_uncertain() {
  const auto& uncertain = loaded_.scenario.uncertain;
  const Mark mark = places_.near("scenario");
  if (uncertain.empty()) {
    return faults_.error(Code::missing_key, {1, 1}, {{}, "vary"},
                         "missing key 'vary', and the scenario has no 'uncertain' to vary");
  }
  drawn_ = true;
  for (const Uncertain& draw : uncertain) {
    Vary vary{.path = draw.path, .kind = Vary::Kind::distribution, .each = draw.each};
    const Distribution& distribution = draw;
    vary.distribution = distribution;
    keys_.vary.push_back({std::move(vary), mark});
  }
}

void PlanReader::check_vary() {
  const bool csv = !csv_.name.empty();
  Faults& faults = csv ? csv_faults_ : faults_;
  // of a design that is not known only the paths and values count
  VaryCheck check(loaded_.scenario, kind_known_ ? keys_.plan.design.kind : Design::Kind::random,
                  places_);
  if (keys_.vary.size() > kMostDimensions) return check_size(check);
  for (const auto& entry : keys_.vary) {
    if (csv || is_list() || faults_.sound("vary." + entry.what.path)) {
      check.check(entry, !drawn_, faults);
    }
  }
  if (faults_.sound("design")) check_size(check);
}

void PlanReader::check_size(const VaryCheck& check) {
  const std::int64_t columns = std::max(check.dimensions(), std::ssize(keys_.vary));
  const Mark mark = places_.near("design", "vary");
  if (columns > kMostDimensions) {
    return faults_.error(Code::too_many, places_.near("vary", "design"), {{}, "vary"},
                         "at most " + std::to_string(kMostDimensions) + " columns can vary, are " +
                             std::to_string(columns));
  }
  Design& design = keys_.plan.design;
  const bool counted = design.kind == Design::Kind::grid || design.kind == Design::Kind::oat;
  std::int64_t points = counted ? check.points() : design.n;
  if (design.kind == Design::Kind::saltelli) points = times_or_too_many(points, columns + 2);
  if (times_or_too_many(points, keys_.plan.repetitions) <= kMostRuns) return;
  faults_.error(Code::too_many, mark, {{}, "design"},
                "more than " + std::to_string(kMostRuns) + " runs, points times repetitions",
                counted ? "a design with 'n' takes as many as you want" : "");
}

void PlanReader::take_metrics() {
  Reader names = reader();
  if (keys_.metrics.empty()) {
    keys_.plan.metrics = {"agreed", "stage", "round", "reason", "package", "coalition"};
  } else {
    names.at({}, "metrics");
    keys_.plan.metrics = read_metrics(keys_.metrics, run_metrics(loaded_.scenario), names);
  }
  if (!keys_.plan.series) return;
  Series& series = *keys_.plan.series;
  series.every = keys_.every.value_or(1);
  names.at("series", "metrics");
  series.metrics = read_metrics(keys_.series, series_metrics(loaded_.scenario), names);
  if (keys_.series.empty()) series.metrics = {"support"};
}

void PlanReader::note_people() {
  for (const Actor& actor : loaded_.scenario.actors) {
    if (actor.tactic.kind != Tactic::Kind::human) continue;
    loaded_.remarks.push_back({.severity = Severity::warning,
                               .code = Code::no_effect,
                               .where = {.file = texts_.scenario_file},
                               .path = "actors." + actor.id + ".tactic",
                               .message = "tactic 'human' without a move plays as 'linear'"});
  }
}

/// In a grid all points share what is drawn, so a plan that draws everything has one point.
void PlanReader::note_single_run() {
  const auto is_drawn = [](const auto& entry) {
    return entry.what.kind == Vary::Kind::distribution;
  };
  const bool grid = keys_.plan.design.kind == Design::Kind::grid;
  const bool all = std::all_of(keys_.vary.begin(), keys_.vary.end(), is_drawn);
  if (!grid || !all || keys_.plan.repetitions > 1 || faults_.any_errors()) return;
  faults_.remark(Severity::warning, Code::no_effect, places_.near("design", "scenario"),
                 {{}, "design"},
                 "this plan is a single run: in a grid, what is drawn is drawn once a repetition; "
                 "give it 'repetitions', or design: {kind: random, n: 1000}");
}

void PlanReader::note_repetitions() {
  const auto is_drawn = [](const auto& entry) {
    return entry.what.kind == Vary::Kind::distribution;
  };
  const bool grid = keys_.plan.design.kind == Design::Kind::grid;
  const bool differ = grid && std::any_of(keys_.vary.begin(), keys_.vary.end(), is_drawn);
  if (keys_.plan.repetitions == 1 || differ || faults_.any_errors()) return;
  faults_.remark(Severity::note, Code::no_effect, places_.near("repetitions"), {{}, "repetitions"},
                 "every repetition will be the same: only distributions in a grid are drawn by it");
}

/// What refers to the scenario.
void PlanReader::check() {
  if (!keys_.plan.model.empty()) loaded_.scenario.model = keys_.plan.model;
  const bool left_out = keys_.vary.empty() && faults_.sound("vary");
  if (left_out && kind_known_ && !is_list()) take_uncertain();
  check_vary();
  take_metrics();
  note_people();
  note_single_run();
  note_repetitions();
}

Diagnostics PlanReader::all_faults() const {
  Diagnostics all = faults_.list(source_);
  for (const Diagnostics& more : {csv_faults_.list(csv_), scenario_faults_}) {
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

LoadedPlan PlanReader::finished() {
  for (auto& entry : keys_.vary) keys_.plan.vary.push_back(std::move(entry.what));
  const Diagnostics remarks = all_faults();
  loaded_.remarks.insert(loaded_.remarks.begin(), remarks.begin(), remarks.end());
  loaded_.plan = std::move(keys_.plan);
  loaded_.seed = loaded_.plan.seed.value_or(loaded_.scenario.seed);
  loaded_.file = std::move(texts_.plan_file);
  loaded_.text = std::move(texts_.plan);
  loaded_.scenario_file = std::move(texts_.scenario_file);
  loaded_.scenario_text = std::move(*texts_.scenario);
  return std::move(loaded_);
}

Result<LoadedPlan> PlanReader::read() {
  source_ = prepare(texts_.plan_file, texts_.plan, faults_);
  if (source_.text.empty() && faults_.any_errors()) return all_faults();
  const Document document = parse_yaml(source_, faults_);
  if (!document.complete || !is_plan(document.root)) return all_faults();
  Reader reading = reader();
  read_record(reading, document.root, {{}, document.root.mark}, keys_);
  kind_known_ = keys_.design.kind.has_value() || document.root.find("design") == nullptr;
  keys_.plan.design.kind = keys_.design.kind.value_or(Design::Kind::grid);
  keys_.plan.design.n = keys_.design.n;
  if (document.root.find("seed") != nullptr) keys_.plan.seed = keys_.seed;
  if (is_list() && document.root.find("vary") != nullptr) {
    faults_.error(Code::conflicting_keys, places_.near("vary"), {{}, "vary"},
                  "'vary' cannot be given with the design 'list', whose points say what varies");
  } else if (is_list()) {
    read_points();
  }
  read_scenario();
  if (texts_.scenario && scenario_faults_.empty()) check();
  if (faults_.any_errors() || csv_faults_.any_errors() || !scenario_faults_.empty()) {
    return all_faults();
  }
  return finished();
}

}  // namespace
}  // namespace detail

Result<LoadedPlan> load_plan(const std::string& file) {
  auto text = detail::read_file(file);
  if (!text) return detail::cannot_open(file);
  detail::PlanTexts texts{.plan = std::move(*text), .plan_file = file};
  detail::Faults faults;
  const detail::SourceText source = detail::prepare(file, texts.plan, faults);
  const Value root = detail::parse_yaml(source, faults).root;
  const Value* name = root.find("scenario");
  if (name != nullptr && name->is_scalar() && !name->scalar.empty()) {
    texts.scenario_file = detail::beside(file, name->scalar);
    texts.scenario = detail::read_file(texts.scenario_file);
  }
  return detail::PlanReader(std::move(texts)).read();
}

Result<LoadedPlan> parse_plan(const std::string& yaml, const std::string& name,
                              const std::string& scenario_yaml, const std::string& scenario_name,
                              const std::string& points_text) {
  return detail::PlanReader({.plan = yaml,
                             .plan_file = name,
                             .scenario = scenario_yaml,
                             .scenario_file = scenario_name,
                             .points = points_text})
      .read();
}

std::vector<std::string> run_metrics(const Scenario& scenario) {
  std::vector<std::string> names{"agreed",        "stage",       "round",          "reason",
                                 "package",       "coalition",   "coalition_size", "support",
                                 "nash_distance", "min_surplus", "welfare"};
  for (const char* kind : {"utility.", "surplus."}) {
    for (const Actor& actor : scenario.actors) names.push_back(kind + actor.id);
  }
  for (const Issue& issue : scenario.issues) names.push_back("option." + issue.id);
  return names;
}

std::vector<std::string> series_metrics(const Scenario& scenario) {
  std::vector<std::string> names{"support", "zone_size", "offers"};
  for (const char* kind : {"aspiration.", "walk_away."}) {
    for (const Actor& actor : scenario.actors) names.push_back(kind + actor.id);
  }
  return names;
}

}  // namespace detente
