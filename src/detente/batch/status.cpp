#include "detente/batch/status.hpp"

#include <filesystem>
#include <utility>

#include "detente/batch/database.hpp"
#include "detente/batch/inputs_file.hpp"
#include "detente/batch/manifest.hpp"
#include "detente/batch/shard_file.hpp"

namespace detente {
namespace {

ShardStatus::Kind kind_of(detail::ShardState::Kind kind) {
  switch (kind) {
    case detail::ShardState::Kind::missing:
      return ShardStatus::Kind::missing;
    case detail::ShardState::Kind::partial:
      return ShardStatus::Kind::partial;
    case detail::ShardState::Kind::damaged:
      return ShardStatus::Kind::damaged;
    default:
      return ShardStatus::Kind::done;
  }
}

std::vector<ShardStatus> shards_of(const std::string& folder, int shards,
                                   const detail::Layout& layout) {
  std::vector<ShardStatus> list;
  for (int shard = 1; shard <= shards; ++shard) {
    const detail::ShardPart part{.number = shard, .of = shards};
    const detail::ShardState state = detail::state_of_shard(folder, part, layout);
    list.push_back({.shard = shard,
                    .kind = kind_of(state.kind),
                    .progress = {.planned = part.end(layout.runs) - part.first(layout.runs),
                                 .done = state.tally.done,
                                 .failed = state.tally.failed}});
  }
  return list;
}

}  // namespace

BatchStatus status_of(const Experiment& experiment, const std::string& folder, int shards) {
  BatchStatus status{.progress = {.planned = experiment.runs}};
  const auto kept = detail::read_inputs(folder);
  if (!kept) {
    status.shards = shards_of(folder, shards, detail::layout_of(experiment));
    return status;
  }
  status.changes =
      detail::changes_between(*kept, experiment.loaded, shards > 0 ? shards : kept->shards);
  if (!status.changes.empty()) return status;
  detail::Layout layout = detail::layout_of(experiment);
  layout.id = kept->id;
  status.sealed = detail::sealed(folder, layout).has_value();
  status.shards = shards_of(folder, kept->shards, layout);
  for (const ShardStatus& shard : status.shards) {
    status.progress.done += shard.progress.done;
    status.progress.failed += shard.progress.failed;
  }
  const std::string store = folder + "/results.sqlite";
  if (kept->shards == 0 && std::filesystem::exists(store)) {
    const detail::Tally tally = detail::DatabaseReader(store, layout).tally();
    status.progress.done = tally.done;
    status.progress.failed = tally.failed;
  }
  return status;
}

std::vector<int> unfinished(const BatchStatus& status) {
  std::vector<int> list;
  for (const ShardStatus& shard : status.shards) {
    if (shard.kind != ShardStatus::Kind::done) list.push_back(shard.shard);
  }
  return list;
}

}  // namespace detente
