#include "detente/coalition/linear_program.hpp"

#include <coin/ClpSimplex.hpp>

namespace detente {
namespace {

constexpr double kFeasible = 1e-10;

/// The matrix without its zeros, column by column.
struct Columns {
  std::vector<CoinBigIndex> start{0};
  std::vector<int> row{};
  std::vector<double> entry{};
};

Columns columns_of(const LinearProgram& program) {
  Columns columns;
  std::size_t at = 0;
  for (int column = 0; column < program.columns; ++column) {
    for (int row = 0; row < program.rows; ++row, ++at) {
      if (program.coefficient[at] == 0.0) continue;
      columns.row.push_back(row);
      columns.entry.push_back(program.coefficient[at]);
    }
    columns.start.push_back(static_cast<CoinBigIndex>(columns.row.size()));
  }
  return columns;
}

}  // namespace

std::optional<LinearOptimum> minimise(const LinearProgram& program) {
  const Columns columns = columns_of(program);
  const std::vector<double> no_most(program.columns, COIN_DBL_MAX);
  ClpSimplex simplex;
  simplex.setLogLevel(0);
  simplex.setPrimalTolerance(kFeasible);
  simplex.setDualTolerance(kFeasible);
  simplex.loadProblem(program.columns, program.rows, columns.start.data(), columns.row.data(),
                      columns.entry.data(), program.column_least.data(), no_most.data(),
                      program.cost.data(), program.row_least.data(), program.row_most.data());
  simplex.dual();
  if (!simplex.isProvenOptimal()) simplex.primal();
  if (!simplex.isProvenOptimal()) return std::nullopt;
  const double* const x = simplex.primalColumnSolution();
  const double* const price = simplex.dualRowSolution();
  const double* const reduced = simplex.dualColumnSolution();
  return LinearOptimum{.x = {x, x + program.columns},
                       .row_price = {price, price + program.rows},
                       .reduced_cost = {reduced, reduced + program.columns}};
}

}  // namespace detente
