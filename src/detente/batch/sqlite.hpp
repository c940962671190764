#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "detente/batch/row.hpp"

struct sqlite3;
struct sqlite3_stmt;

// Private to the library's sources: the only place besides its .cpp that knows SQLite's names.
namespace detente::detail {

/// An open database. Throws FileFault, which names the file.
class Sqlite {
 public:
  /// A draft begins anew, and is of no use to anybody if it is not finished.
  enum class Mode { read, write, draft };

  Sqlite(std::string file, Mode mode);
  ~Sqlite();
  Sqlite(const Sqlite&) = delete;
  Sqlite& operator=(const Sqlite&) = delete;

  /// Others may read while this one writes, and a kill leaves whole transactions. Changes the file.
  void keep_log();
  /// Runs statements that answer nothing.
  void run(const std::string& sql);
  /// The same where it does not matter if it cannot be done now.
  void try_to_run(const std::string& sql);

  sqlite3* handle() const { return handle_; }
  [[noreturn]] void fail() const;

 private:
  void open(Mode mode);

  std::string file_;
  Mode mode_;
  sqlite3* handle_ = nullptr;
};

/// A prepared statement. Places of values count from 0.
class Statement {
 public:
  Statement(const Sqlite& database, const std::string& sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  void bind(int place, std::int64_t value);
  void bind(int place, double value);            ///< NaN is NULL.
  void bind(int place, std::string_view value);  ///< Must live until the statement has run.
  void bind_nothing(int place);
  void bind(int place, const Cell& cell);

  /// Whether there is a row; at the end the statement can be bound and run again.
  bool step();
  void reset();
  /// Runs it to its end.
  void execute();

  bool is_null(int column) const;
  bool is_real(int column) const;
  std::int64_t whole(int column) const;
  double number(int column) const;
  std::string_view text(int column) const;  ///< Until the next step.

 private:
  void check(int answer) const;

  const Sqlite* database_;
  sqlite3_stmt* handle_ = nullptr;
};

}  // namespace detente::detail
