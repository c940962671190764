#pragma once

#include <optional>
#include <vector>

namespace detente {

/// Linear equations that are added one by one; dependent ones are told apart.
/// Meant for small whole coefficients, where what is not 0 is far from it.
class Equations {
 public:
  explicit Equations(int unknowns) : unknowns_(unknowns) {}

  int unknowns() const { return unknowns_; }
  int rank() const { return static_cast<int>(rows_.size()); }

  /// Whether the left side follows from the equations so far.
  bool spans(const std::vector<double>& left) const;

  /// Adds an equation unless its left side follows already.
  /// @param left  one coefficient an unknown
  /// @returns whether it was new
  bool add(const std::vector<double>& left, double right);

  /// The only solution; nothing if there are several.
  std::optional<std::vector<double>> solution() const;

 private:
  struct Row {
    std::vector<double> left{};
    double right = 0.0;
    int pivot = 0;  ///< The unknown that this row is solved for.
  };

  /// What is left of an equation once all pivots are taken out.
  void reduce(Row& row) const;

  int unknowns_;
  std::vector<Row> rows_{};
};

}  // namespace detente
