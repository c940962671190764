#pragma once

#include <cstdint>
#include <span>

#include "detente/batch/row.hpp"

namespace detente {

/// Where rows go. They come in order of run_id, without gaps; what flush() has returned from is
/// there for good, whatever happens to the program afterwards.
class Sink {
 public:
  Sink() = default;
  virtual ~Sink() = default;
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;

  /// The first run that is not there yet; one past the last if all are.
  virtual std::int64_t next_run() const = 0;

  /// Takes the next rows. @pre  rows.front().run == next_run(), and so on.
  /// @throws std::exception  if they cannot be written; what was flushed stays.
  virtual void append(std::span<const RunRow> rows) = 0;

  virtual void flush() = 0;
};

}  // namespace detente
