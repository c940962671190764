#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "detente/batch/row_text.hpp"
#include "detente/batch/sink.hpp"

// Private to the library's sources.
namespace detente::detail {

/// How many rows a store has.
struct Tally {
  std::int64_t done = 0;
  std::int64_t failed = 0;
};

/// The rows of a batch in `results.sqlite`: tables `runs`, `series` and `meta`. Others may read
/// while it is written.
class Database final : public Sink {
 public:
  /// Opens it to be written, and makes it if it is not there.
  /// @throws FileFault  if it cannot be written, is no database, or is that of another batch.
  Database(const std::string& file, Layout layout);
  /// As above, but a new file `FILE.draft` that gets its name with publish(): faster, and all or
  /// nothing.
  static Database draft(const std::string& file, Layout layout);
  ~Database() override;

  std::int64_t next_run() const override;
  void append(std::span<const RunRow> rows) override;
  void flush() override;

  Tally tally() const;
  /// Makes one file of it that can be read from anywhere, once nothing more will be written.
  void seal();
  /// Of a draft: gives it its name. Nothing can be written any more.
  void publish();

 private:
  class Parts;
  explicit Database(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

/// Reads such a file, also while it is written to: one state of it, the newest.
class DatabaseReader {
 public:
  DatabaseReader(const std::string& file, Layout layout);
  ~DatabaseReader();
  DatabaseReader(const DatabaseReader&) = delete;
  DatabaseReader& operator=(const DatabaseReader&) = delete;

  Tally tally() const;
  /// Every row, without its series, in order of run_id. The row is the same object each time.
  void each_row(const std::function<void(const RunRow&)>& take) const;
  /// Of a complete batch: looks whether the file is damaged and counts its rows.
  /// @throws FileFault  which says what is wrong.
  void check() const;

 private:
  class Parts;
  std::unique_ptr<Parts> parts_;
};

/// How many rows such a file says that it has, whatever batch it is of.
Tally stored_tally(const std::string& file);

}  // namespace detente::detail
