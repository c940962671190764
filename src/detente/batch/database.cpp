#include "detente/batch/database.hpp"

#include <unistd.h>

#include <array>
#include <cctype>
#include <limits>
#include <set>
#include <utility>

#include "detente/batch/files.hpp"
#include "detente/batch/sqlite.hpp"
#include "detente/core/contract.hpp"

namespace detente::detail {
namespace {

constexpr const char* kResultsSchema = "detente/results/1";
constexpr int kFixed = 5;  ///< run_id, point, repetition, seed, status; the message is the last

std::string quoted(const std::string& name) {
  std::string text = "\"";
  for (const char letter : name) {
    if (letter == '"') text += '"';
    text += letter;
  }
  return text + '"';
}

const char* type_of(Column::Kind kind) {
  switch (kind) {
    case Column::Kind::real:
      return " REAL";
    case Column::Kind::text:
      return " TEXT";
    default:
      return " INTEGER";
  }
}

std::string lower(std::string text) {
  for (char& letter : text) {
    letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  }
  return text;
}

/// Names of columns as the database takes them: it does not tell A from a, nor two of one name.
std::vector<std::string> names_of(const Layout& layout) {
  std::set<std::string> taken{"run_id", "point", "repetition", "seed", "status", "message"};
  std::vector<std::string> names;
  for (const Column& column : layout.columns) {
    std::string name = column.name;
    while (!taken.insert(lower(name)).second) name += '_';
    names.push_back(std::move(name));
  }
  return names;
}

/// The seed as the database takes it: as text where it is larger than a whole number can be there.
Cell seed_cell(std::uint64_t seed) {
  constexpr auto kLargest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (seed > kLargest) return std::to_string(seed);
  return static_cast<std::int64_t>(seed);
}

std::string table_of_runs(const Layout& layout) {
  const bool text = std::holds_alternative<std::string>(seed_cell(layout.seed));
  std::string sql =
      "CREATE TABLE runs(run_id INTEGER PRIMARY KEY, point INTEGER NOT NULL, "
      "repetition INTEGER NOT NULL, seed ";
  sql += text ? "TEXT" : "INTEGER";
  sql += " NOT NULL, status TEXT NOT NULL";
  const std::vector<std::string> names = names_of(layout);
  for (std::size_t column = 0; column < names.size(); ++column) {
    sql += ", ";
    sql += quoted(names[column]);
    sql += type_of(layout.columns[column].kind);
  }
  return sql + ", message TEXT);";
}

/// The columns of a row, by name and in order, as statements list them.
std::string columns_of_runs(const Layout& layout) {
  std::string sql = "run_id, point, repetition, seed, status";
  for (const std::string& name : names_of(layout)) {
    sql += ", ";
    sql += quoted(name);
  }
  return sql + ", message";
}

/// ?, once for each.
std::string places(std::size_t count) {
  std::string text = "?";
  for (std::size_t place = 1; place < count; ++place) text += ",?";
  return text;
}

std::string word_of_meta(const Sqlite& database, const std::string& key) {
  Statement find(database, "SELECT value FROM meta WHERE key = ?");
  find.bind(0, std::string_view(key));
  return find.step() ? std::string(find.text(0)) : std::string{};
}

std::int64_t number_of_meta(const Sqlite& database, const std::string& key) {
  Statement find(database, "SELECT value FROM meta WHERE key = ?");
  find.bind(0, std::string_view(key));
  return find.step() ? find.whole(0) : 0;
}

bool has_table(const Sqlite& database, const char* name) {
  Statement find(database, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?");
  find.bind(0, std::string_view(name));
  return find.step();
}

bool is_empty(const Sqlite& database) {
  Statement any(database, "SELECT 1 FROM sqlite_master");
  return !any.step();
}

Tally tally_of(const Sqlite& database) {
  return {.done = number_of_meta(database, "done"), .failed = number_of_meta(database, "failed")};
}

/// Whether a file with tables holds this batch, in the form that we write.
void check_owner(const Sqlite& database, const Layout& layout, const std::string& file) {
  static constexpr const char* kCure = "; move it away, or choose another folder with -o";
  const bool ours = has_table(database, "meta") && has_table(database, "runs") &&
                    word_of_meta(database, "id") == layout.id;
  if (!ours) throw FileFault("cannot use " + file + ": it holds other results" + kCure);
  const std::string schema = word_of_meta(database, "schema");
  if (schema == kResultsSchema) return;
  throw FileFault("cannot use " + file + ": its schema is '" + schema + "', this version writes '" +
                  kResultsSchema + '\'' + kCure);
}

}  // namespace

class Database::Parts {
 public:
  Parts(const std::string& file, Layout layout, Sqlite::Mode mode)
      : layout_(std::move(layout)),
        seed_(seed_cell(layout_.seed)),
        file_(file),
        database_(file, mode) {
    const bool is_new = is_empty(database_);
    if (!is_new) check_owner(database_, layout_, file);
    if (mode == Sqlite::Mode::write) database_.keep_log();
    if (is_new) make_tables();
    tally_ = tally_of(database_);
    insert_.emplace(database_, "INSERT INTO runs(" + columns_of_runs(layout_) + ") VALUES(" +
                                   places(kFixed + layout_.columns.size() + 1) + ')');
    insert_series_.emplace(database_, "INSERT INTO series VALUES(?,?,?,?,?)");
    set_meta_.emplace(database_, "INSERT OR REPLACE INTO meta VALUES(?,?)");
  }

  void append(const RunRow& row) {
    expects(row.run == tally_.done && row.cells.size() == layout_.columns.size(),
            "Database: rows in order, a cell for each column");
    begin();
    insert_->bind(0, row.run);
    insert_->bind(1, layout_.point(row.run));
    insert_->bind(2, std::int64_t{layout_.repetition(row.run)});
    insert_->bind(3, seed_);
    insert_->bind(4, std::string_view(row.ok ? "ok" : "failed"));
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
      insert_->bind(static_cast<int>(column) + kFixed, row.cells[column]);
    }
    const Cell message = one_line(row.message);
    insert_->bind(static_cast<int>(row.cells.size()) + kFixed, message);
    insert_->execute();
    for (const SeriesCell& cell : row.series) append(row.run, cell);
    ++tally_.done;
    if (!row.ok) ++tally_.failed;
  }

  void commit() {
    if (!open_) return;
    set_meta("done", tally_.done);
    set_meta("failed", tally_.failed);
    database_.run("COMMIT");
    open_ = false;
  }

  const Tally& tally() const { return tally_; }
  Sqlite& database() { return database_; }
  const std::string& file() const { return file_; }

 private:
  void append(std::int64_t run, const SeriesCell& cell) {
    insert_series_->bind(0, run);
    insert_series_->bind(1, std::string_view(layout_.stages.at(cell.stage)));
    insert_series_->bind(2, std::int64_t{cell.round});
    insert_series_->bind(3, std::string_view(layout_.series.at(cell.metric)));
    insert_series_->bind(4, cell.value);
    insert_series_->execute();
  }

  void begin() {
    if (open_) return;
    database_.run("BEGIN IMMEDIATE");
    open_ = true;
  }

  void make_tables() {
    database_.run("BEGIN IMMEDIATE; CREATE TABLE meta(key TEXT PRIMARY KEY, value);" +
                  table_of_runs(layout_) +
                  "CREATE TABLE series(run_id INTEGER NOT NULL, stage TEXT NOT NULL, "
                  "round INTEGER NOT NULL, metric TEXT NOT NULL, value REAL);");
    Statement insert(database_, "INSERT INTO meta VALUES(?,?)");
    const std::array<std::pair<const char*, Cell>, 6> all{{{"schema", kResultsSchema},
                                                           {"id", layout_.id},
                                                           {"seed", seed_},
                                                           {"planned", layout_.runs},
                                                           {"done", std::int64_t{0}},
                                                           {"failed", std::int64_t{0}}}};
    for (const auto& [key, value] : all) {
      insert.bind(0, std::string_view(key));
      insert.bind(1, value);
      insert.execute();
    }
    database_.run("COMMIT");
  }

  void set_meta(const char* key, std::int64_t value) {
    set_meta_->bind(0, std::string_view(key));
    set_meta_->bind(1, value);
    set_meta_->execute();
  }

  Layout layout_;
  Cell seed_;
  std::string file_;
  Sqlite database_;
  Tally tally_{};
  bool open_ = false;  ///< A transaction is.
  std::optional<Statement> insert_{};
  std::optional<Statement> insert_series_{};
  std::optional<Statement> set_meta_{};
};

Database::Database(const std::string& file, Layout layout)
    : parts_(std::make_unique<Parts>(file, std::move(layout), Sqlite::Mode::write)) {
}
Database::Database(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {
}
Database::~Database() = default;

Database Database::draft(const std::string& file, Layout layout) {
  return Database(std::make_unique<Parts>(file + ".draft", std::move(layout), Sqlite::Mode::draft));
}

std::int64_t Database::next_run() const {
  return parts_->tally().done;
}

void Database::append(std::span<const RunRow> rows) {
  for (const RunRow& row : rows) parts_->append(row);
}

void Database::flush() {
  parts_->commit();
}

Tally Database::tally() const {
  return parts_->tally();
}

void Database::seal() {
  parts_->commit();
  // not while others read; they can go on, and it stays as it is
  parts_->database().try_to_run("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE");
}

void Database::publish() {
  parts_->commit();
  const std::string draft = parts_->file();
  parts_.reset();
  const std::string name = draft.substr(0, draft.rfind('.'));
  // of a file that had this name before: they do not belong to this one
  for (const char* const ending : {"-wal", "-shm"}) ::unlink((name + ending).c_str());
  give_name(draft, name);
}

class DatabaseReader::Parts {
 public:
  Parts(const std::string& file, Layout layout)
      : layout_(std::move(layout)), file_(file), database_(file, Sqlite::Mode::read) {
    empty_ = is_empty(database_);  // just being made
    if (!empty_) check_owner(database_, layout_, file);
  }

  Tally tally() const { return empty_ ? Tally{} : tally_of(database_); }

  void each_row(const std::function<void(const RunRow&)>& take) const {
    if (empty_) return;
    Statement all(database_, "SELECT " + columns_of_runs(layout_) + " FROM runs ORDER BY run_id");
    const int last = static_cast<int>(layout_.columns.size()) + kFixed;
    RunRow row;
    row.cells.resize(layout_.columns.size());
    while (all.step()) {
      row.run = all.whole(0);
      row.ok = all.text(4) == "ok";
      row.message = all.text(last);
      for (std::size_t column = 0; column < row.cells.size(); ++column) {
        read_cell(all, static_cast<int>(column) + kFixed, layout_.columns[column].kind,
                  row.cells[column]);
      }
      take(row);
    }
  }

  void check() const {
    Statement pages(database_, "PRAGMA quick_check(1)");
    const bool sound = pages.step() && pages.text(0) == "ok";
    if (!sound) refuse("it is damaged");
    Statement count(database_, "SELECT count(*) FROM runs");
    const std::int64_t rows = count.step() ? count.whole(0) : 0;
    if (rows == layout_.runs) return;
    refuse("it has " + std::to_string(rows) + " of " + std::to_string(layout_.runs) + " rows");
  }

 private:
  [[noreturn]] void refuse(const std::string& why) const {
    throw FileFault("cannot use " + file_ + ": " + why +
                    "; move it away, and the command that made it makes it again");
  }

  static void read_cell(const Statement& all, int place, Column::Kind kind, Cell& cell) {
    if (all.is_null(place)) {
      cell = std::monostate{};
    } else if (kind == Column::Kind::real || (kind != Column::Kind::text && all.is_real(place))) {
      cell = all.number(place);
    } else if (kind != Column::Kind::text) {
      cell = all.whole(place);
    } else if (auto* const text = std::get_if<std::string>(&cell)) {
      *text = all.text(place);
    } else {
      cell = std::string(all.text(place));
    }
  }

  Layout layout_;
  std::string file_;
  Sqlite database_;
  bool empty_ = false;
};

DatabaseReader::DatabaseReader(const std::string& file, Layout layout)
    : parts_(std::make_unique<Parts>(file, std::move(layout))) {
}
DatabaseReader::~DatabaseReader() = default;

Tally DatabaseReader::tally() const {
  return parts_->tally();
}

void DatabaseReader::each_row(const std::function<void(const RunRow&)>& take) const {
  parts_->each_row(take);
}

void DatabaseReader::check() const {
  parts_->check();
}

Tally stored_tally(const std::string& file) {
  const Sqlite database(file, Sqlite::Mode::read);
  return has_table(database, "meta") ? tally_of(database) : Tally{};
}

}  // namespace detente::detail
