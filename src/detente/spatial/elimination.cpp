#include "detente/spatial/elimination.hpp"

#include <cmath>
#include <utility>

namespace detente::detail {
namespace {

constexpr double kSingular = 1e-13;  // the entries are of size 1

/// Row of the largest entry of a column, from `first` on.
std::size_t pivot_row(const Matrix& a, std::size_t first) {
  std::size_t best = first;
  for (std::size_t row = first + 1; row < a.size(); ++row) {
    if (std::abs(a[row][first]) > std::abs(a[best][first])) best = row;
  }
  return best;
}

/// Takes `factor` times one row from another, from a column on.
void take(std::vector<double>& row, const std::vector<double>& other, double factor,
          std::size_t from) {
  for (std::size_t column = from; column < row.size(); ++column) {
    row[column] -= factor * other[column];
  }
}

}  // namespace

bool solve(Matrix a, Matrix& b) {
  for (std::size_t pivot = 0; pivot < a.size(); ++pivot) {
    const std::size_t best = pivot_row(a, pivot);
    if (std::abs(a[best][pivot]) < kSingular) return false;
    std::swap(a[pivot], a[best]);
    std::swap(b[pivot], b[best]);
    for (std::size_t row = pivot + 1; row < a.size(); ++row) {
      const double factor = a[row][pivot] / a[pivot][pivot];
      if (factor == 0.0) continue;
      take(a[row], a[pivot], factor, pivot);
      take(b[row], b[pivot], factor, 0);
    }
  }
  for (std::size_t pivot = a.size(); pivot-- > 0;) {
    for (double& entry : b[pivot]) entry /= a[pivot][pivot];
    for (std::size_t row = 0; row < pivot; ++row) take(b[row], b[pivot], a[row][pivot], 0);
  }
  return true;
}

}  // namespace detente::detail
