#pragma once

#include <limits>
#include <optional>
#include <vector>

namespace detente {

/// No bound: on either side.
constexpr double kNoBound = std::numeric_limits<double>::infinity();

/// Minimise cost * x where every row and every column stays at or above its bound.
struct LinearProgram {
  int rows = 0;
  int columns = 0;
  std::vector<double> coefficient{};   ///< [column * rows + row].
  std::vector<double> row_least{};     ///< -kNoBound: none.
  std::vector<double> row_most{};      ///< kNoBound: none.
  std::vector<double> column_least{};  ///< -kNoBound: none.
  std::vector<double> cost{};          ///< By column.
};

/// An optimal corner, and what a bound there is worth.
struct LinearOptimum {
  std::vector<double> x{};
  std::vector<double> row_price{};     ///< >= 0 at lower bounds; > 0: binding in every optimum.
  std::vector<double> reduced_cost{};  ///< By column, likewise.
};

/// Nothing if there is no optimum. The only door to the library for linear programs.
std::optional<LinearOptimum> minimise(const LinearProgram& program);

}  // namespace detente
