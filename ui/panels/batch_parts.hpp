#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "detente/report/voice.hpp"
#include "ui/batch_charts.hpp"
#include "ui/widgets.hpp"

// What the panes of workspace 4 have in common.
namespace detente::ui {

constexpr int kRunsTab = 2;  // of BatchState::tab

/// How names and values of a batch are said.
class BatchVoice {
 public:
  BatchVoice(const Ui& ui, const BatchStore& store);

  const detail::Voice& voice() const { return voice_; }
  /// "Russia · walk-away", "utility: Ukraine"; the column's own name where it has no words.
  std::string title(const std::string& column) const;
  /// A number or a word of a column.
  std::string value(const std::string& column, double number) const;
  std::string word(const std::string& column, const std::string& word) const;
  /// "0.2 – 0.4", or one value.
  std::string stretch(const std::string& column, double from, double to) const;
  /// The entry of a row; a dash where there is none.
  std::string entry(const ResultColumn& column, std::size_t row) const;
  /// One place of an axis of the map.
  std::string place(const ShareAxis& axis, int place) const;
  std::string ending(const OutcomeKind& kind) const;

 private:
  const Ui* ui_;
  const BatchStore* store_;
  detail::Voice voice_;
};

/// A count for a sentence.
int counted(std::int64_t number);

/// The ground of one kind of ending, and the second code beside its colour: strokes.
void draw_ending(Canvas& canvas, const Theme& theme, const Box& box,
                 const std::vector<OutcomeKind>& kinds, int kind);

/// How often each ending occurs in one place, side by side or from the bottom up.
struct EndingBar {
  Box box{};
  std::vector<std::int64_t> counts{};
  bool upwards = false;
};
void draw_ending_bar(Canvas& canvas, const Theme& theme, const EndingBar& bar,
                     const std::vector<OutcomeKind>& kinds);

/// What colours and strokes mean, in as many lines as it takes.
void draw_ending_legend(Ui& ui, const BatchVoice& voice, const std::vector<OutcomeKind>& kinds);

/// "agreed 12 of 20 (60 %)", one line for each ending that occurs.
std::string ending_words(const Ui& ui, const BatchVoice& voice,
                         const std::vector<OutcomeKind>& kinds,
                         const std::vector<std::int64_t>& counts);

/// The command line that reproduces a chart: its text can be selected, the button copies it.
void draw_command(Ui& ui, Desk& desk, const std::string& command);
constexpr float kCommandUnits = 2.5F;  // height that it takes

/// A choice of columns by their titles, behind a label. @param chosen  name of a column.
void choose_column(Ui& ui, const BatchVoice& voice, const std::string& id, std::string& chosen,
                   const std::vector<std::string>& names);

/// The names of all columns, or of the metrics only.
std::vector<std::string> column_names(const BatchStore& store, bool metrics_only);

/// The charts, or nullptr and a line that says what is missing.
const BatchCharts* shown_charts(Ui& ui, const Desk& desk);

}  // namespace detente::ui
