#pragma once

#include <string>
#include <vector>

#include "ui/desk.hpp"
#include "ui/widgets.hpp"

namespace detente::ui {

/// What all rows of the issues have in common.
struct IssueChart {
  const Scenario* scenario = nullptr;
  const TraceRound* round = nullptr;       ///< Or nullptr.
  const TraceOffer* offer = nullptr;       ///< On the table, or nullptr.
  std::vector<const TraceOffer*> trail{};  ///< Before it, newest first.
  std::vector<int> standing{};             ///< Option by issue, without offer; empty: of none.
  std::vector<int> actors{};               ///< Whose wishes are shown; those at the table.
  int actor = -1;                          ///< Selected, or -1.
};

enum class IssueState { open, reopened, kept, outside };

IssueState state_of(const IssueChart& chart, int issue);

/// The option that a position likes best, the first of equals; -1 if it does not care.
int favourite(const Issue& issue, const Position& position);

/// The option that every party likes best, or -1 if they do not agree or nobody cares.
int common_ground(const IssueChart& chart, int issue);

/// Whether a row is so narrow that the title stands above its axis, not beside it.
bool is_narrow_row(const Ui& ui, float width);

/// Draws one issue: its title, and its axis with wishes, red lines, offer and trail.
void draw_issue_row(Ui& ui, const IssueChart& chart, int issue, const Box& row, bool selected);

/// The same in words: question, options, who wants what.
std::string issue_tip(const Ui& ui, const IssueChart& chart, int issue);

}  // namespace detente::ui
