#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "detente/batch/database.hpp"
#include "detente/batch/files.hpp"
#include "detente/batch/row_text.hpp"
#include "detente/batch/sink.hpp"

// Private to the library's sources. A shard is a text file, docs/batch.md says how it looks: a
// head, blocks of rows with a checksum each, and at the end a line over all. It has no time, host
// or process in it: whoever makes it makes the same rows.
namespace detente::detail {

class RunningHash;

/// Which part of a batch a shard is.
struct ShardPart {
  int number = 1;  ///< From 1 to `of`.
  int of = 1;

  /// Runs of this part: every run is in exactly one, and their numbers differ by one at most.
  std::int64_t first(std::int64_t runs) const { return runs * (number - 1) / of; }
  std::int64_t end(std::int64_t runs) const { return runs * number / of; }
};

/// FOLDER/shards/3-of-16.part while it grows, .shard when it is whole.
std::string shard_path(const std::string& folder, ShardPart part, bool whole);

/// Takes the rows of one part; goes on where an earlier process was cut off.
class ShardFile final : public Sink {
 public:
  /// @throws FileFault  if it cannot be written, or another process is at it.
  ShardFile(const std::string& folder, ShardPart part, Layout layout);
  ~ShardFile() override;

  std::int64_t next_run() const override;
  void append(std::span<const RunRow> rows) override;
  void flush() override;

  /// Rows of this part, with those that were there before.
  Tally tally() const;
  /// Whether it has its name already.
  bool is_whole() const;
  /// Gives it its name as a whole shard. @pre  all runs are there.
  void finish();

 private:
  class Parts;
  std::unique_ptr<Parts> parts_;
};

/// Reads a shard, whole or growing, block by block.
class ShardReader {
 public:
  /// What stands behind the last sound block.
  enum class End { whole, growing, damaged };

  ShardReader(const std::string& file, ShardPart part, const Layout& layout);
  ~ShardReader();
  ShardReader(const ShardReader&) = delete;
  ShardReader& operator=(const ShardReader&) = delete;

  /// Whether the head is that of this part of this batch; the rest can be read only then.
  bool is_ours() const;
  /// Whether it is that of another batch or part.
  bool is_foreign() const;
  /// The lines of the next sound block; false at the end.
  bool next_block(std::string& lines);

  /// After the last block: what ended reading, and how many bytes are sound.
  End end() const;
  std::uint64_t sound_bytes() const;
  Tally tally() const;
  /// Over all sound bytes.
  const RunningHash& hash() const;

 private:
  class Parts;
  std::unique_ptr<Parts> parts_;
};

/// How a part stands.
struct ShardState {
  enum class Kind { missing, partial, done, damaged };

  ShardPart part{};
  Kind kind = Kind::missing;
  Tally tally{};
};

/// Looks at the files of a part and checks every byte of them.
ShardState state_of_shard(const std::string& folder, ShardPart part, const Layout& layout);

/// How many rows the files of a part say that they have, without looking at the rows.
Tally quick_tally(const std::string& folder, ShardPart part);

/// Every row of a part that is there and sound, with its series, in order.
/// @param take_lines  gets the lines of each block before its rows.
void each_shard_row(const std::string& folder, ShardPart part, const Layout& layout,
                    const std::function<void(const RunRow&)>& take,
                    const std::function<void(std::string_view)>& take_lines = {});

}  // namespace detente::detail
