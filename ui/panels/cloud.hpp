#pragma once

#include "ui/panels/chart.hpp"
#include "ui/state/analysis.hpp"

namespace detente::ui {

constexpr int kSinglePackages = 2000;  ///< Of more, only how many lie where.

/// All packages of a stage by what they are worth to two parties: one small square each, or the
/// darker, the more lie in a place.
void draw_cloud(Ui& ui, const Density& density, const Plot& plot);

/// Where a package lies.
Point place_of(const Density& density, const Plot& plot, int package);

/// Lists to choose the parties of the two axes from.
void draw_axis_choosers(Ui& ui, AnalysisState& analysis, const detail::Voice& voice,
                        const StageTables& tables);

}  // namespace detente::ui
