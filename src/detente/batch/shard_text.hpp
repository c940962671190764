#pragma once

#include <xxhash.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "detente/batch/row_text.hpp"

// Private to the library's sources: the lines of a shard that are no rows.
namespace detente::detail {

struct ShardPart;

/// How every shard begins.
constexpr std::string_view kHead = "detente/shard/1 id=";

/// First letters of the line before a block and of the last line, each
/// `LETTER ROWS FAILED BYTES CHECKSUM`.
constexpr char kBlock = '#';
constexpr char kTrailer = '=';

/// The first line, with its end.
std::string shard_head(ShardPart part, const Layout& layout);

/// `# 12 0 1034 0123456789abcdef`, with a line end.
std::string shard_line(char kind, std::int64_t rows, std::int64_t failed, std::int64_t bytes,
                       std::uint64_t checksum);

/// XXH3-64 of bytes that come one after the other.
class RunningHash {
 public:
  RunningHash() : state_(XXH3_createState(), &XXH3_freeState) { XXH3_64bits_reset(state_.get()); }
  ~RunningHash() = default;
  RunningHash(const RunningHash& other) : RunningHash() { *this = other; }
  RunningHash& operator=(const RunningHash& other) {
    XXH3_copyState(state_.get(), other.state_.get());
    return *this;
  }

  void add(std::string_view bytes) { XXH3_64bits_update(state_.get(), bytes.data(), bytes.size()); }
  std::uint64_t digest() const { return XXH3_64bits_digest(state_.get()); }

 private:
  std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state_;
};

}  // namespace detente::detail
