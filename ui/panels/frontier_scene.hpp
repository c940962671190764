#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "detente/report/voice.hpp"
#include "ui/panels/chart.hpp"
#include "ui/state/analysis.hpp"

// What the picture, the list and the table of the frontier have in common.
namespace detente::ui {

/// The points in the order in which they are numbered: those of a bargain, then Nash's with power
/// as weight.
constexpr std::array<std::string_view, 7> kPointIds{
    "nash",        "kalai_smorodinsky",    "ks_spread",    "egalitarian",
    "utilitarian", "relative_utilitarian", "weighted_nash"};

struct FrontierScene {
  const SolutionReport* report = nullptr;
  const Density* cloud = nullptr;            ///< Or nullptr: not counted yet, or one party only.
  const std::vector<int>* across = nullptr;  ///< The frontier from left to right on the cloud.
  const detail::Voice* voice = nullptr;
  int chosen = -1;     ///< Package that is looked at, or -1.
  bool ended = false;  ///< The outcome may be shown.

  const StageTables& tables() const { return *report->tables; }
  const std::vector<int>& frontier() const { return report->solved.frontier; }
  double worth(std::size_t party, int package) const {
    return tables().parties[party].utility[package];
  }
};

/// The packages of a point, by its place in kPointIds.
const std::vector<int>& packages_at(const SolutionReport& report, std::size_t point);

/// "Nash"
std::string point_title(const Ui& ui, std::size_t point);

/// The numbers (from 1) of the points at a package: "1 · 4"; empty for any other package.
std::string numbers_at(const SolutionReport& report, int package);

/// Options of a package, and what it is worth to everybody, in lines.
std::string package_tip(const Ui& ui, const FrontierScene& scene, int package);

/// The picture in a box: cloud, frontier, numbered points, outcome. Returns the package that was
/// pressed, or -1.
int draw_frontier_chart(Ui& ui, const FrontierScene& scene, const Box& whole);

/// Number of a point (or of several) in a filled badge; returns its width.
float draw_badge(Ui& ui, Point left_middle, const std::string& numbers, bool chosen);

/// All packages of the frontier with what each is worth. Returns the package that was pressed.
int draw_frontier_table(Ui& ui, const FrontierScene& scene);

}  // namespace detente::ui
