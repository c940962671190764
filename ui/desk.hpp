#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "detente/study/explain.hpp"
#include "detente/study/improve.hpp"
#include "ui/document.hpp"
#include "ui/settings.hpp"
#include "ui/state/analysis.hpp"
#include "ui/state/bars.hpp"
#include "ui/state/batch.hpp"
#include "ui/state/centre.hpp"
#include "ui/state/classroom.hpp"
#include "ui/state/compare.hpp"
#include "ui/state/conflict.hpp"
#include "ui/state/depth.hpp"
#include "ui/state/dialogs.hpp"
#include "ui/state/left.hpp"
#include "ui/state/roleplay.hpp"
#include "ui/state/tour.hpp"

namespace detente::ui {

/// Where a decision stands: branch, stage and round of the scenario, actor.
using WhyKey = std::tuple<int, int, int, int>;

/// What has been computed, by the id of its branch. Only ever added to.
struct Results {
  std::map<int, std::shared_ptr<const Played>> played{};
  std::map<int, int> holds{};  ///< Of kWorlds nearby worlds.
  std::map<WhyKey, std::shared_ptr<const Result<Explanation>>> why{};
  /// How the deal of a branch could be made better for all; nothing without a deal.
  std::map<int, std::shared_ptr<const std::optional<Improvement>>> improved{};
  WhyKey asked{};  ///< What is being explained now, or was last.
};
constexpr int kWorlds = 100;

enum class Workspace { step = 1, compare = 2, roleplay = 3, batch = 4, analysis = 5 };

// Tabs of View::side_tab, story_tab and analysis_tab that other places know.
constexpr int kWhyTab = 1;
constexpr int kImproveTab = 2;
constexpr int kDurabilityTab = 3;
constexpr int kSwapTab = 3;
constexpr int kFrontierTab = 1;
// Pages of workspace 5: AnalysisState::page.
constexpr int kConflictPage = 1;
constexpr int kPowerPage = 2;

/// What is looked at, shared by all panes.
struct View {
  Workspace workspace = Workspace::step;
  int frame = 0;        ///< Playhead, into Played::frames of the current branch.
  int other_frame = 0;  ///< The same of the branch compared with.
  bool linked = true;   ///< The two playheads move together.
  int actor = -1;       ///< Selected, or -1.
  int issue = -1;
  int offer = -1;  ///< Of the round under the playhead; -1: the last tabled up to then.
  bool playing = false;
  float played_for = 0.0F;  ///< Seconds since the playhead moved.
  bool presenting = false;
  bool blank = false;
  std::string maximised{};  ///< Id of a pane, or empty.
  int side_tab = 0;    ///< Of the right column: who accepts (where it is narrow), why, improve this
                       ///< deal, durability.
  int open_menu = -1;  ///< Place of the menu that hangs open, or -1.
  std::string wanted_focus{};  ///< Path of a widget that the keyboard goes to; taken by the app.
  int story_tab = 0;           ///< Of the left column: actors, source, lesson, swap assumptions.
  int analysis_tab = 0;        ///< Of workspace 5: outcome map, frontier.
};

/// One line told to the person, until the next: a word key with what goes in, or a plain text.
struct Notice {
  std::string text{};
  bool bad = false;
};

/// All that the window shows and remembers. Panels read it and call the functions below to change
/// it; nothing else is global, and there is no ImGui in it.
struct Desk {
  Document document{};
  std::vector<Document> undo{};
  std::vector<Document> redo{};
  int next_branch = 1;
  Results results{};
  View view{};
  Settings settings{};
  Diagnostics problems{};  ///< Of a file that could not be opened.
  std::string problem_file{};
  Notice notice{};
  AnalysisState analysis{};
  BarState bars{};
  BatchState batch{};
  CentreState centre{};
  ClassroomState classroom{};
  CompareState compare{};
  ConflictState conflict{};
  DialogState dialogs{};
  LastingState lasting{};
  LeftState left{};
  PowerState power{};
  RoleplayState roleplay{};
  SwapState swap{};
  TourState tour{};
  std::optional<std::string> to_clipboard{};  ///< Taken by the window.
  std::string export_pane{};                  ///< Asks for a picture of a pane, taken by the app.
  std::string export_kind{};                  ///< "png", "svg" or "csv".
  bool quit = false;
};

}  // namespace detente::ui
