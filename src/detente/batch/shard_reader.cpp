#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>

#include "detente/batch/shard_file.hpp"
#include "detente/batch/shard_text.hpp"

namespace detente::detail {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 18U;
/// No head or line of checksums is longer.
constexpr std::size_t kLongestLine = 256;
/// No block is: what says so is damaged.
constexpr std::int64_t kLargestBlock = std::int64_t{1} << 31U;

/// "LETTER NUMBER NUMBER NUMBER HEX" without the letter.
struct Numbers {
  std::int64_t rows = 0;
  std::int64_t failed = 0;
  std::int64_t bytes = 0;
  std::uint64_t checksum = 0;
};

bool read_numbers(std::string_view line, Numbers& numbers) {
  if (line.size() < 2 || line[1] != ' ') return false;
  line.remove_prefix(2);
  const char* place = line.data();
  const char* const end = place + line.size();
  for (std::int64_t* number : {&numbers.rows, &numbers.failed, &numbers.bytes}) {
    const auto [next, fault] = std::from_chars(place, end, *number);
    if (fault != std::errc{} || next == end || *next != ' ' || *number < 0) return false;
    place = next + 1;
  }
  const auto [next, fault] = std::from_chars(place, end, numbers.checksum, 16);
  return fault == std::errc{} && next == end && end - place == 16;
}

/// Whether a text begins as a shard of another batch does.
bool is_of_another(std::string_view text, const std::string& id) {
  if (!text.starts_with(kHead)) return false;
  text = text.substr(kHead.size(), id.size());
  const bool whole = text.size() == id.size() &&
                     text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  return whole && text != id;
}

}  // namespace

class ShardReader::Parts {
 public:
  Parts(const std::string& file, ShardPart part, const Layout& layout)
      : name_(file), file_(::open(file.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (!file_) fail("cannot read", file);
    count_ = part.end(layout.runs) - part.first(layout.runs);
    const std::string head = shard_head(part, layout);
    ours_ = has(head.size()) && waiting_.compare(place_, head.size(), head) == 0;
    foreign_ = !ours_ && is_of_another(waiting_, layout.id);
    if (ours_) accept(head.size());
  }

  bool next_block(std::string& lines) {
    if (!ours_ || over_) return false;
    over_ = true;
    std::string_view line;
    if (!peek_line(line)) return false;
    Numbers numbers;
    const char kind = line.empty() ? '\0' : line.front();
    if ((kind != kBlock && kind != kTrailer) || !read_numbers(line, numbers)) {
      return false;
    }
    const std::size_t head = line.size() + 1;
    if (kind == kTrailer) {
      take_trailer(numbers, head);
      return false;
    }
    if (numbers.bytes > kLargestBlock || tally_.done + numbers.rows > count_) return false;
    const auto size = static_cast<std::size_t>(numbers.bytes);
    if (!has(head + size)) return false;
    lines.assign(waiting_, place_ + head, size);
    if (XXH3_64bits(lines.data(), lines.size()) != numbers.checksum) return false;
    tally_.done += numbers.rows;
    tally_.failed += numbers.failed;
    accept(head + size);
    over_ = false;
    return true;
  }

  bool ours() const { return ours_; }
  bool foreign() const { return foreign_; }
  End end() const { return whole_ ? End::whole : left_over() ? End::damaged : End::growing; }
  std::uint64_t sound_bytes() const { return sound_bytes_; }
  const Tally& tally() const { return tally_; }
  const RunningHash& hash() const { return hash_; }

 private:
  void take_trailer(const Numbers& numbers, std::size_t size) {
    const bool fits = numbers.rows == tally_.done && numbers.failed == tally_.failed &&
                      numbers.rows == count_ && numbers.checksum == hash_.digest() &&
                      static_cast<std::uint64_t>(numbers.bytes) == sound_bytes_;
    if (!fits) return;
    place_ += size;
    whole_ = !has(1);  // nothing may follow
  }

  bool left_over() const { return place_ < waiting_.size(); }

  /// Whether that many bytes could be read behind the sound ones.
  bool has(std::size_t size) {
    while (waiting_.size() - place_ < size) {
      const std::size_t before = waiting_.size();
      waiting_.resize(before + kPiece);
      const ssize_t count = ::read(file_.handle(), waiting_.data() + before, kPiece);
      if (count < 0) fail("cannot read", name_);
      waiting_.resize(before + static_cast<std::size_t>(count));
      if (count == 0) return false;
    }
    return true;
  }

  bool peek_line(std::string_view& line) {
    has(kLongestLine);
    const std::size_t end = waiting_.find('\n', place_);
    if (end == std::string::npos || end - place_ > kLongestLine) return false;
    line = std::string_view(waiting_).substr(place_, end - place_);
    return true;
  }

  void accept(std::size_t size) {
    hash_.add(std::string_view(waiting_).substr(place_, size));
    sound_bytes_ += size;
    place_ += size;
    if (place_ < kPiece) return;
    waiting_.erase(0, place_);
    place_ = 0;
  }

  std::string name_;
  OpenFile file_;
  std::string waiting_{};   ///< Bytes that were read.
  std::size_t place_ = 0;   ///< Of them, those behind us.
  std::int64_t count_ = 0;  ///< Rows that the whole shard has.
  std::uint64_t sound_bytes_ = 0;
  RunningHash hash_{};
  Tally tally_{};
  bool ours_ = false;
  bool foreign_ = false;
  bool over_ = false;
  bool whole_ = false;
};

ShardReader::ShardReader(const std::string& file, ShardPart part, const Layout& layout)
    : parts_(std::make_unique<Parts>(file, part, layout)) {
}
ShardReader::~ShardReader() = default;

bool ShardReader::is_ours() const {
  return parts_->ours();
}

bool ShardReader::is_foreign() const {
  return parts_->foreign();
}

bool ShardReader::next_block(std::string& lines) {
  return parts_->next_block(lines);
}

ShardReader::End ShardReader::end() const {
  return parts_->end();
}

std::uint64_t ShardReader::sound_bytes() const {
  return parts_->sound_bytes();
}

Tally ShardReader::tally() const {
  return parts_->tally();
}

const RunningHash& ShardReader::hash() const {
  return parts_->hash();
}

ShardState state_of_shard(const std::string& folder, ShardPart part, const Layout& layout) {
  ShardState state{.part = part};
  const auto look = [&](bool whole) {
    const std::string file = shard_path(folder, part, whole);
    if (::access(file.c_str(), F_OK) != 0) return false;
    ShardReader reader(file, part, layout);
    std::string lines;
    while (reader.next_block(lines)) {
    }
    state.tally = reader.tally();
    const bool sound = reader.is_ours() && reader.end() == ShardReader::End::whole;
    if (whole) {
      state.kind = sound ? ShardState::Kind::done : ShardState::Kind::damaged;
    } else {
      state.kind = ShardState::Kind::partial;  // a torn end of one that grows will be cut back
    }
    return true;
  };
  if (!look(true)) look(false);
  return state;
}

Tally quick_tally(const std::string& folder, ShardPart part) {
  Tally tally;
  for (const bool whole : {true, false}) {
    const std::string file = shard_path(folder, part, whole);
    const OpenFile open_file(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!open_file) continue;
    std::array<char, kLongestLine> bytes{};
    off_t place = 0;
    while (true) {
      const ssize_t count = ::pread(open_file.handle(), bytes.data(), bytes.size(), place);
      const std::string_view text(bytes.data(),
                                  static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
      const std::string_view line = text.substr(0, std::min(text.find('\n'), text.size()));
      Numbers numbers;
      place += static_cast<off_t>(line.size()) + 1;
      if (line.starts_with(kHead)) continue;
      if (!line.starts_with(kBlock) || !read_numbers(line, numbers)) return tally;
      tally.done += numbers.rows;
      tally.failed += numbers.failed;
      place += numbers.bytes;
    }
  }
  return tally;
}

void each_shard_row(const std::string& folder, ShardPart part, const Layout& layout,
                    const std::function<void(const RunRow&)>& take,
                    const std::function<void(std::string_view)>& take_lines) {
  std::string file = shard_path(folder, part, true);
  if (::access(file.c_str(), F_OK) != 0) file = shard_path(folder, part, false);
  if (::access(file.c_str(), F_OK) != 0) return;
  ShardReader reader(file, part, layout);
  std::string text;
  RunRow row;
  while (reader.next_block(text)) {
    if (take_lines) take_lines(text);
    RowLines lines(layout, text);
    while (!lines.at_end()) {
      if (!lines.next(row)) throw FileFault("cannot read " + file + ": a row of it makes no sense");
      take(row);
    }
  }
}

}  // namespace detente::detail
