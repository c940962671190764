#include "detente/batch/shard_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>

#include "detente/batch/shard_text.hpp"
#include "detente/core/contract.hpp"

namespace detente::detail {

std::string shard_path(const std::string& folder, ShardPart part, bool whole) {
  return fmt::format("{}/shards/{}-of-{}.{}", folder, part.number, part.of,
                     whole ? "shard" : "part");
}

std::string shard_head(ShardPart part, const Layout& layout) {
  const std::int64_t first = part.first(layout.runs);
  return fmt::format("{}{} part={} of={} first={} count={}\n", kHead, layout.id, part.number,
                     part.of, first, part.end(layout.runs) - first);
}

std::string shard_line(char kind, std::int64_t rows, std::int64_t failed, std::int64_t bytes,
                       std::uint64_t checksum) {
  return fmt::format("{} {} {} {} {:016x}\n", kind, rows, failed, bytes, checksum);
}

class ShardFile::Parts {
 public:
  Parts(const std::string& folder, ShardPart part, Layout layout)
      : folder_(folder),
        part_(part),
        layout_(std::move(layout)),
        growing_(shard_path(folder, part, false)) {
    make_folder(folder + "/shards");
    if (!look_for_whole()) open_growing();
  }

  std::int64_t next_run() const { return part_.first(layout_.runs) + tally_.done + block_.done; }

  void append(const RunRow& row) {
    expects(row.run == next_run() && row.cells.size() == layout_.columns.size(),
            "ShardFile: rows in order, a cell for each column");
    append_csv(layout_, row, lines_);
    append_series(row, lines_);
    ++block_.done;
    if (!row.ok) ++block_.failed;
  }

  void flush() {
    if (block_.done == 0) return;
    const auto size = static_cast<std::int64_t>(lines_.size());
    std::string bytes = shard_line(kBlock, block_.done, block_.failed, size,
                                   XXH3_64bits(lines_.data(), lines_.size()));
    bytes += lines_;
    write_all(file_, bytes, growing_);
    hash_.add(bytes);
    bytes_ += bytes.size();
    tally_.done += block_.done;
    tally_.failed += block_.failed;
    block_ = {};
    lines_.clear();
  }

  void finish() {
    flush();
    if (whole_) return;
    expects(next_run() == part_.end(layout_.runs), "ShardFile::finish: all runs are there");
    write_all(file_,
              shard_line(kTrailer, tally_.done, tally_.failed, static_cast<std::int64_t>(bytes_),
                         hash_.digest()),
              growing_);
    if (::fsync(file_.handle()) != 0) fail("cannot write", growing_);
    const std::string name = shard_path(folder_, part_, true);
    if (::rename(growing_.c_str(), name.c_str()) != 0) fail("cannot write", name);
    sync_folder(folder_ + "/shards");
    whole_ = true;
  }

  bool is_whole() const { return whole_; }

  Tally tally() const {
    return {.done = tally_.done + block_.done, .failed = tally_.failed + block_.failed};
  }

 private:
  /// Whether the shard is there as a whole; a damaged one grows again from where it is sound.
  bool look_for_whole() {
    const ShardState state = state_of_shard(folder_, part_, layout_);
    if (state.kind == ShardState::Kind::damaged) {
      const std::string name = shard_path(folder_, part_, true);
      // another process may be at it by now
      const bool grows = ::access(growing_.c_str(), F_OK) == 0;
      const int answer = grows ? ::unlink(name.c_str()) : ::rename(name.c_str(), growing_.c_str());
      if (answer != 0) fail("cannot write", name);
    }
    if (state.kind != ShardState::Kind::done) return false;
    tally_ = state.tally;
    whole_ = true;
    return true;
  }

  void open_growing() {
    while (!lock_growing()) {
      // renamed by another process between our opening and our lock
      if (look_for_whole()) return;
    }
    if (!read_back()) begin();
  }

  /// False if the file that we have has lost its name meanwhile.
  bool lock_growing() {
    file_ = OpenFile(::open(growing_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
    if (!file_) fail("cannot write", growing_);
    if (!try_lock(file_, growing_)) {
      throw FileFault("another detente is writing " + growing_ + ": wait for it, or stop it first");
    }
    struct stat ours {};
    struct stat named {};
    return ::fstat(file_.handle(), &ours) == 0 && ::stat(growing_.c_str(), &named) == 0 &&
           ours.st_ino == named.st_ino && ours.st_dev == named.st_dev;
  }

  /// Goes on behind the last sound block; false if there is not even a head.
  bool read_back() {
    ShardReader reader(growing_, part_, layout_);
    std::string lines;
    while (reader.next_block(lines)) {
    }
    if (reader.is_foreign()) {
      throw FileFault("cannot use " + growing_ + ": it is of another batch; move it away");
    }
    if (!reader.is_ours()) return false;
    tally_ = reader.tally();
    hash_ = reader.hash();
    cut_back(reader.sound_bytes());
    return true;
  }

  /// What stands behind was torn, or is a last line that missed its renaming.
  void cut_back(std::uint64_t size) {
    if (::ftruncate(file_.handle(), static_cast<off_t>(size)) != 0) {
      fail("cannot write", growing_);
    }
    if (::lseek(file_.handle(), 0, SEEK_END) < 0) fail("cannot write", growing_);
    bytes_ = size;
  }

  void begin() {
    cut_back(0);
    const std::string head = shard_head(part_, layout_);
    write_all(file_, head, growing_);
    hash_.add(head);
    bytes_ = head.size();
  }

  std::string folder_;
  ShardPart part_;
  Layout layout_;
  std::string growing_;
  OpenFile file_{};
  RunningHash hash_{};
  std::uint64_t bytes_ = 0;
  Tally tally_{};        ///< Of what was written.
  Tally block_{};        ///< Of what is not yet.
  std::string lines_{};  ///< Those rows.
  bool whole_ = false;
};

ShardFile::ShardFile(const std::string& folder, ShardPart part, Layout layout)
    : parts_(std::make_unique<Parts>(folder, part, std::move(layout))) {
}
ShardFile::~ShardFile() = default;

std::int64_t ShardFile::next_run() const {
  return parts_->next_run();
}

void ShardFile::append(std::span<const RunRow> rows) {
  for (const RunRow& row : rows) parts_->append(row);
}

void ShardFile::flush() {
  parts_->flush();
}

Tally ShardFile::tally() const {
  return parts_->tally();
}

bool ShardFile::is_whole() const {
  return parts_->is_whole();
}

void ShardFile::finish() {
  parts_->finish();
}

}  // namespace detente::detail
