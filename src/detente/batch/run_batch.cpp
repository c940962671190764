#include "detente/batch/run_batch.hpp"

#include <filesystem>
#include <utility>

#include "detente/batch/database.hpp"
#include "detente/batch/files.hpp"
#include "detente/batch/folder.hpp"
#include "detente/batch/manifest.hpp"
#include "detente/batch/shard_file.hpp"
#include "detente/core/contract.hpp"

namespace detente {
namespace detail {
namespace {

Layout kept_layout(const BatchInputs& kept, const Experiment& experiment) {
  Layout layout = layout_of(experiment);
  layout.id = kept.id;
  return layout;
}

}  // namespace

bool open_folder(Experiment& experiment, const BatchOptions& options, BatchInputs& kept,
                 BatchEnd& end) {
  make_folder(options.folder);
  const BatchInputs ours = inputs_of(experiment, options.shards, options.folder);
  auto found = read_inputs(options.folder);
  // two processes may begin at the same time: the first one's texts count
  if (!found && !write_inputs(options.folder, ours)) found = read_inputs(options.folder);
  kept = found.value_or(ours);
  // what was merged of shards is complete for whoever asks for the whole
  const bool merged = options.shards == 0 && kept.shards > 0 &&
                      sealed(options.folder, kept_layout(kept, experiment)).has_value();
  end.said = changes_between(kept, experiment.loaded, merged ? kept.shards : options.shards);
  if (!end.said.empty()) {
    end.kind = BatchEnd::Kind::changed;
    return false;
  }
  if (kept.id != experiment.id) {
    end.said.emplace_back(
        "plan or scenario were written anew since this batch began, but say the same: "
        "the batch goes on");
    experiment.id = kept.id;
  }
  return true;
}

Progress progress_of(const Experiment& experiment, const Tally& tally) {
  return {.planned = experiment.runs, .done = tally.done, .failed = tally.failed};
}

}  // namespace detail

namespace {

using namespace detail;  // NOLINT(google-build-using-namespace): our own private parts

/// What conduct() is to do; tells progress on top of what was there before.
ConductOptions conduct_options(const BatchOptions& options, const Progress& before) {
  ConductOptions conducting{
      .threads = options.threads, .stop = options.stop, .clock = options.clock};
  if (!options.progress) return conducting;
  conducting.progress = [&options, before](const Pace& pace) {
    Progress now = before;
    now.done += pace.played;
    now.failed += pace.failed;
    options.progress(now);
  };
  return conducting;
}

BatchEnd run_shard(const Experiment& experiment, const BatchOptions& options, BatchEnd end) {
  const ShardPart part{.number = options.shard, .of = options.shards};
  ShardFile shard(options.folder, part, layout_of(experiment));
  const std::int64_t last = part.end(experiment.runs);
  end.progress = {.planned = last - part.first(experiment.runs),
                  .done = shard.tally().done,
                  .failed = shard.tally().failed};
  end.was_complete = shard.is_whole();
  const bool all = conduct(experiment, last, shard, conduct_options(options, end.progress));
  end.progress.done = shard.tally().done;
  end.progress.failed = shard.tally().failed;
  if (all) shard.finish();
  end.kind = all ? BatchEnd::Kind::complete : BatchEnd::Kind::stopped;
  return end;
}

/// Whether the database of a folder that was complete is there, with all rows. Such a one is only
/// read: what is wrong with it is said, and not mended.
bool is_to_be_trusted(const std::string& folder, const Layout& layout) {
  const std::string store = folder + "/results.sqlite";
  if (!was_sealed(folder, layout) || !std::filesystem::exists(store)) return false;
  const DatabaseReader reader(store, layout);
  if (reader.tally().done != layout.runs) return false;
  reader.check();
  return true;
}

/// Plays what the database does not hold yet.
bool play_rest(const Experiment& experiment, const Layout& layout, const BatchOptions& options,
               Progress& progress) {
  Database database(options.folder + "/results.sqlite", layout);
  progress = detail::progress_of(experiment, database.tally());
  const bool all =
      conduct(experiment, experiment.runs, database, conduct_options(options, progress));
  progress = detail::progress_of(experiment, database.tally());
  if (all) database.seal();
  return all;
}

BatchEnd run_whole(const Experiment& experiment, const BatchInputs& kept,
                   const BatchOptions& options, BatchEnd end) {
  const Layout layout = layout_of(experiment);
  const std::string store = options.folder + "/results.sqlite";
  if (const auto tally = sealed(options.folder, layout)) {
    DatabaseReader(store, layout).check();
    end.was_complete = true;
    end.progress = detail::progress_of(experiment, *tally);
    return end;
  }
  const Lock lock(options.folder + "/.lock");
  remove_drafts(options.folder);
  if (is_to_be_trusted(options.folder, layout)) {
    end.progress = detail::progress_of(experiment, DatabaseReader(store, layout).tally());
  } else if (!play_rest(experiment, layout, options, end.progress)) {
    end.kind = BatchEnd::Kind::stopped;
    return end;
  }
  write_csv(options.folder, layout);
  const Tally tally{.done = end.progress.done, .failed = end.progress.failed};
  write_manifest(options.folder, experiment, kept, tally, options.where);
  return end;
}

}  // namespace

BatchEnd begin_batch(Experiment experiment, const BatchOptions& options) {
  BatchEnd end;
  BatchInputs kept;
  open_folder(experiment, options, kept, end);
  return end;
}

BatchEnd run_batch(Experiment experiment, const BatchOptions& options) {
  expects(options.shards >= 0 && options.shards <= kMostShards && options.shard >= 0 &&
              options.shard <= options.shards && (options.shard > 0) == (options.shards > 0),
          "run_batch: 1 <= shard <= shards <= 10,000, or neither");
  BatchEnd end;
  BatchInputs kept;
  if (!open_folder(experiment, options, kept, end)) return end;
  if (options.shards > 0) return run_shard(experiment, options, std::move(end));
  return run_whole(experiment, kept, options, std::move(end));
}

}  // namespace detente
