#include "detente/scenario/csv.hpp"

namespace detente::detail {
namespace {

using Row = std::vector<CsvCell>;

class CsvReader {
 public:
  CsvReader(std::string_view text, Faults& faults) : text_(text), faults_(faults) {}

  std::vector<Row> rows() {
    std::vector<Row> all;
    while (!at_end()) {
      Row row = next_row();
      const bool blank = row.size() == 1 && row.front().text.empty();
      if (!blank) all.push_back(std::move(row));
    }
    return all;
  }

 private:
  bool at_end() const { return place_ >= text_.size(); }
  char front() const { return at_end() ? '\n' : text_[place_]; }

  void step() {
    const char letter = text_[place_++];
    const bool is_rest = (static_cast<unsigned char>(letter) & 0xC0U) == 0x80U;
    if (letter == '\n') {
      at_ = {at_.line + 1, 1};
    } else if (!is_rest) {
      // columns count letters
      ++at_.column;
    }
  }

  Row next_row() {
    Row row;
    while (true) {
      row.push_back(next_cell());
      const bool more = front() == ',';
      if (!at_end()) step();
      if (!more) return row;
    }
  }

  void skip_blanks() {
    while (!at_end() && (front() == ' ' || front() == '\t')) step();
  }

  CsvCell next_cell() {
    skip_blanks();
    CsvCell cell{.mark = at_};
    if (!at_end() && front() == '"') {
      read_quoted(cell);
    } else {
      while (front() != ',' && front() != '\n') {
        cell.text += front();
        step();
      }
      const std::size_t last = cell.text.find_last_not_of(" \t");
      cell.text.resize(last == std::string::npos ? 0 : last + 1);
    }
    return cell;
  }

  void read_quoted(CsvCell& cell) {
    step();
    while (!at_end()) {
      const char letter = front();
      step();
      if (letter != '"') {
        cell.text += letter;
      } else if (!at_end() && front() == '"') {
        cell.text += '"';
        step();
      } else {
        return close(cell);
      }
    }
    faults_.error(Code::broken_yaml, cell.mark, {}, "the quote is never closed");
  }

  /// Nothing may stand between a closing quote and the next comma.
  void close(const CsvCell& cell) {
    skip_blanks();
    if (front() == ',' || front() == '\n') return;
    faults_.error(Code::broken_yaml, at_, {}, "text behind the closing quote",
                  "double the quotes inside \"" + cell.text + '"');
    while (front() != ',' && front() != '\n') step();
  }

  std::string_view text_;
  Faults& faults_;
  std::size_t place_ = 0;
  Mark at_{1, 1};
};

}  // namespace

std::vector<std::vector<CsvCell>> parse_csv(std::string_view text, Faults& faults) {
  return CsvReader(text, faults).rows();
}

}  // namespace detente::detail
