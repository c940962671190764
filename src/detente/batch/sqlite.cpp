#include "detente/batch/sqlite.hpp"

#include <sqlite3.h>
#include <unistd.h>

#include <cmath>
#include <csignal>
#include <utility>

#include "detente/batch/files.hpp"

namespace detente::detail {
namespace {

constexpr const char* kGoesOn = "; what is there stays, and the same command goes on";

/// What to say of a disk that fails.
std::string why_not_written(sqlite3* handle, int answer) {
  switch (answer) {
    case SQLITE_FULL:
    case SQLITE_IOERR_SHMSIZE:  // of the log's index beside the file, which may not grow
      return "no space left on the disk";
    case SQLITE_IOERR_WRITE:
      return std::string(sqlite3_errmsg(handle)) + ", or the file may not grow any more";
    default:
      return sqlite3_errmsg(handle);
  }
}

/// What to say of the usual faults; else what SQLite says.
std::string why(sqlite3* handle, int answer) {
  switch (answer & 0xFF) {
    case SQLITE_NOTADB:
      return "it is no database of results; move it away, or choose another folder with -o";
    case SQLITE_CORRUPT:
      return "it is damaged; move it away, and the same command makes it again";
    case SQLITE_FULL:
    case SQLITE_IOERR:
      return why_not_written(handle, answer) + kGoesOn;
    default:
      return sqlite3_errmsg(handle);
  }
}

bool is_of_writing(int answer) {
  switch (answer & 0xFF) {
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_READONLY:
    case SQLITE_BUSY:
      return true;
    default:
      return false;
  }
}

}  // namespace

Sqlite::Sqlite(std::string file, Mode mode) : file_(std::move(file)), mode_(mode) {
  // a file that may not grow is an answer of SQLite's, and not the end of the program
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    open(mode);
  } catch (...) {
    sqlite3_close(handle_);
    throw;
  }
}

void Sqlite::open(Mode mode) {
  const bool writes = mode != Mode::read;
  if (mode == Mode::draft) ::unlink(file_.c_str());
  const int access = writes ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
  // one thread at a time uses a connection: a lock at each cell would cost a tenth of the time
  const int flags = access | SQLITE_OPEN_NOMUTEX;
  const int answer = sqlite3_open_v2(file_.c_str(), &handle_, flags, nullptr);
  if (answer != SQLITE_OK) fail();
  sqlite3_extended_result_codes(handle_, 1);
  sqlite3_busy_timeout(handle_, 5000);
  // the first look at what the file is
  run("PRAGMA schema_version");
  if (mode == Mode::draft) {
    run("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE");
  }
}

Sqlite::~Sqlite() {
  sqlite3_close_v2(handle_);
}

void Sqlite::fail() const {
  const int answer = sqlite3_extended_errcode(handle_);
  const bool writes = mode_ != Mode::read && is_of_writing(answer);
  const char* const what = writes ? "cannot write " : "cannot read ";
  throw FileFault(what + file_ + ": " + why(handle_, answer));
}

void Sqlite::keep_log() {
  run("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL");
}

void Sqlite::run(const std::string& sql) {
  if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

void Sqlite::try_to_run(const std::string& sql) {
  sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
}

Statement::Statement(const Sqlite& database, const std::string& sql) : database_(&database) {
  check(sqlite3_prepare_v3(database.handle(), sql.c_str(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &handle_, nullptr));
}

Statement::~Statement() {
  sqlite3_finalize(handle_);
}

void Statement::check(int answer) const {
  if (answer != SQLITE_OK) database_->fail();
}

void Statement::bind(int place, std::int64_t value) {
  check(sqlite3_bind_int64(handle_, place + 1, value));
}

void Statement::bind(int place, double value) {
  if (std::isnan(value)) return bind_nothing(place);
  // never "-0"
  check(sqlite3_bind_double(handle_, place + 1, value == 0.0 ? 0.0 : value));
}

void Statement::bind(int place, std::string_view value) {
  check(sqlite3_bind_text64(handle_, place + 1, value.data(), value.size(), SQLITE_STATIC,
                            SQLITE_UTF8));
}

void Statement::bind_nothing(int place) {
  check(sqlite3_bind_null(handle_, place + 1));
}

void Statement::bind(int place, const Cell& cell) {
  const auto* const text = std::get_if<std::string>(&cell);
  if (const auto* const whole = std::get_if<std::int64_t>(&cell)) {
    bind(place, *whole);
  } else if (const auto* const number = std::get_if<double>(&cell)) {
    bind(place, *number);
  } else if (text != nullptr && !text->empty()) {
    bind(place, std::string_view(*text));
  } else {
    bind_nothing(place);  // an empty text is nothing, as in a line of CSV
  }
}

bool Statement::step() {
  const int answer = sqlite3_step(handle_);
  if (answer == SQLITE_ROW) return true;
  if (answer != SQLITE_DONE) {
    sqlite3_reset(handle_);
    database_->fail();
  }
  reset();
  return false;
}

void Statement::reset() {
  sqlite3_reset(handle_);
}

void Statement::execute() {
  while (step()) {
  }
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(handle_, column) == SQLITE_NULL;
}

bool Statement::is_real(int column) const {
  return sqlite3_column_type(handle_, column) == SQLITE_FLOAT;
}

std::int64_t Statement::whole(int column) const {
  return sqlite3_column_int64(handle_, column);
}

double Statement::number(int column) const {
  return sqlite3_column_double(handle_, column);
}

std::string_view Statement::text(int column) const {
  const auto* const bytes = sqlite3_column_text(handle_, column);
  const int size = sqlite3_column_bytes(handle_, column);
  return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

}  // namespace detente::detail
