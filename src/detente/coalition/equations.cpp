#include "detente/coalition/equations.hpp"

#include <cmath>

namespace detente {
namespace {

constexpr double kZero = 1e-7;

}  // namespace

void Equations::reduce(Row& row) const {
  for (const Row& known : rows_) {
    const double factor = row.left[known.pivot] / known.left[known.pivot];
    if (factor == 0.0) continue;
    for (int unknown = 0; unknown < unknowns_; ++unknown) {
      row.left[unknown] -= factor * known.left[unknown];
    }
    row.left[known.pivot] = 0.0;
    row.right -= factor * known.right;
  }
  // the largest coefficient; the first of equals
  row.pivot = 0;
  for (int unknown = 1; unknown < unknowns_; ++unknown) {
    if (std::abs(row.left[unknown]) > std::abs(row.left[row.pivot]) + kZero) row.pivot = unknown;
  }
}

bool Equations::spans(const std::vector<double>& left) const {
  Row row{.left = left};
  reduce(row);
  return std::abs(row.left[row.pivot]) <= kZero;
}

bool Equations::add(const std::vector<double>& left, double right) {
  Row row{.left = left, .right = right};
  reduce(row);
  if (std::abs(row.left[row.pivot]) <= kZero) return false;
  rows_.push_back(std::move(row));
  return true;
}

std::optional<std::vector<double>> Equations::solution() const {
  if (rank() < unknowns_) return std::nullopt;
  std::vector<double> found(unknowns_);
  // later rows hold no pivot of earlier ones, so the last has one unknown left
  for (int place = rank() - 1; place >= 0; --place) {
    const Row& row = rows_[place];
    double right = row.right;
    for (int unknown = 0; unknown < unknowns_; ++unknown) {
      if (unknown != row.pivot) right -= row.left[unknown] * found[unknown];
    }
    found[row.pivot] = right / row.left[row.pivot];
  }
  return found;
}

}  // namespace detente
