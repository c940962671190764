#include "python/batch.hpp"

#include <pybind11/stl.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <optional>
#include <thread>

#include "detente/batch/conduct.hpp"
#include "detente/batch/run_batch.hpp"
#include "detente/scenario/read.hpp"

namespace detente::python {
namespace {

constexpr int kMostThreads = 1024;

double seconds_now() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double>(now).count();
}

std::string text_of_file(const std::string& file) {
  auto text = detail::read_file(file);
  if (!text) refuse(detail::cannot_open(file));
  return *std::move(text);
}

std::string text_of(const HeldScenario& held) {
  return py::cast(held).attr("to_yaml")().cast<std::string>();
}

/// A plan from a file, or from a dict with the keys of one; its scenario may be given apart.
LoadedPlan plan_of(const py::object& plan, const py::object& scenario) {
  if (is_path(plan) && scenario.is_none()) return taken(load_plan(path_of(plan)));
  std::string file;
  std::string text;
  std::string name = "<plan>";
  py::dict keys;
  if (is_path(plan)) {
    name = path_of(plan);
    text = text_of_file(name);
  } else {
    keys["schema"] = "detente/batch/1";
    keys.attr("update")(plan);
  }
  std::string scenario_text;
  if (!scenario.is_none()) {
    const auto& held = scenario.cast<const HeldScenario&>();
    file = held.name;
    scenario_text = text_of(held);
    if (text.empty()) keys["scenario"] = file;
  } else {
    if (!keys.contains("scenario")) throw py::type_error("the plan names no scenario");
    file = path_of(keys["scenario"]);
    keys["scenario"] = file;
    scenario_text = text_of_file(file);
  }
  if (text.empty()) text = yaml_of(keys);
  return taken(parse_plan(text, name, scenario_text, file));
}

int threads_of(const std::optional<int>& threads) {
  if (!threads) return static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  if (*threads < 1 || *threads > kMostThreads) {
    throw py::value_error("threads must lie in [1, " + std::to_string(kMostThreads) + "]");
  }
  return *threads;
}

/// How far a batch is, between the thread that knows and the one that tells.
struct Counted {
  std::atomic<std::int64_t> done{0};
  std::atomic<std::int64_t> failed{0};
};

/// A plan that is to be run, and how.
struct Job {
  Experiment experiment;
  int threads = 1;
  py::object progress{};
};

/// Does the work in other threads, and tells of it in this one.
void work(const Job& job, const Counted& counted, const std::function<void(const Stop&)>& play) {
  std::function<void()> tell;
  if (!job.progress.is_none()) {
    const std::int64_t planned = job.experiment.runs;
    tell = [&job, &counted, planned] {
      job.progress(counted.done.load(), planned, counted.failed.load());
    };
  }
  patiently(play, tell);
  if (tell) tell();
}

std::shared_ptr<HeldResults> in_memory(const Job& job) {
  ColumnSink sink(job.experiment);
  Counted counted;
  work(job, counted, [&](const Stop& stop) {
    const auto count = [&](const Pace& pace) {
      counted.done = pace.played;
      counted.failed = pace.failed;
    };
    conduct(job.experiment, job.experiment.runs, sink,
            {.threads = job.threads, .stop = stop, .clock = seconds_now, .progress = count});
  });
  return sink.take();
}

std::shared_ptr<HeldResults> read_folder(const py::object& folder) {
  const std::string name = path_of(folder);
  auto held = std::make_shared<HeldResults>();
  std::optional<Result<Results>> results;
  patiently([&](const Stop&) { results = read_results(name); });
  held->results = taken(std::move(*results));
  return held;
}

/// What a folder was begun with is not what it is to go on with.
[[noreturn]] void refuse_changes(const BatchEnd& end, const std::string& folder) {
  Diagnostics faults;
  for (const std::string& what : end.said) {
    faults.push_back({.code = Code::conflicting_keys, .where = {.file = folder}, .message = what});
  }
  refuse(faults);
}

std::shared_ptr<HeldResults> in_folder(const Job& job, const py::object& out) {
  const std::string folder = path_of(out);
  Counted counted;
  BatchEnd end;
  work(job, counted, [&](const Stop& stop) {
    const auto count = [&](const Progress& progress) {
      counted.done = progress.done;
      counted.failed = progress.failed;
    };
    end = run_batch(job.experiment, {.folder = folder,
                                     .threads = job.threads,
                                     .stop = stop,
                                     .clock = seconds_now,
                                     .progress = count});
    counted.done = end.progress.done;
    counted.failed = end.progress.failed;
  });
  if (end.kind == BatchEnd::Kind::changed) refuse_changes(end, folder);
  return read_folder(out);
}

std::shared_ptr<HeldResults> batch(const py::object& plan, const py::object& scenario,
                                   const std::optional<int>& threads, const py::object& out,
                                   const py::object& progress) {
  const LoadedPlan loaded = plan_of(plan, scenario);
  const Job job{
      .experiment = make_experiment(loaded), .threads = threads_of(threads), .progress = progress};
  return out.is_none() ? in_memory(job) : in_folder(job, out);
}

}  // namespace

void bind_batch(py::module_& module) {
  bind_results(module);
  module.def(
      "batch", batch, "plan"_a, "scenario"_a = py::none(), "threads"_a = py::none(),
      "out"_a = py::none(), "progress"_a = py::none(),
      "batch(plan, scenario=None, threads=None, out=None, progress=None)\n--\n\n"
      "Plays all runs of a plan: `Results`.\n\n"
      "plan      a file, or a dict with the keys of one (docs/batch.md).\n"
      "scenario  a `Scenario` to play in place of the one that the plan names.\n"
      "threads   how many to use; None: all. The results are the same for any number.\n"
      "out       a folder to keep them in, as `detente batch run -o`: the same call goes on where\n"
      "          it was stopped or killed. None: in memory only.\n"
      "progress  called about ten times a second with (done, planned, failed).\n\n"
      "A run that cannot be played is a row with the status `failed`. Ctrl-C stops it. Raises\n"
      "ScenarioError with all faults of plan and scenario, and where a folder was begun with\n"
      "another plan or scenario.");
  module.def("read_results", read_folder, "folder"_a,
             "read_results(folder)\n--\n\n"
             "What a batch folder holds so far, also while it is written to: `Results`.");
}

}  // namespace detente::python
