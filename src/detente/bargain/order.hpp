#pragma once

#include <memory>
#include <mutex>
#include <span>

namespace detente {

/// A party's packages from the least to the most worth to it: by (utility, index).
class Order {
 public:
  Order() = default;
  /// @param utility     by package; minus infinity leaves a package out.
  /// @complexity        O(packages) unless most utilities crowd together: a distribution sort.
  explicit Order(std::span<const double> utility);

  int size() const { return size_; }
  int package(int place) const { return items_[place].package; }
  double worth(int place) const { return items_[place].worth; }

  /// The first place that is worth `target` or more; size() if none is.
  int at_least(double target) const;
  /// The same, faster the nearer it is to the place `hint`.
  int at_least(double target, int hint) const {
    int place = hint;
    for (int steps = 0; steps < kSteps; ++steps) {
      if (place > 0 && items_[place - 1].worth >= target) {
        --place;
      } else if (place < size() && items_[place].worth < target) {
        ++place;
      } else {
        return place;
      }
    }
    return at_least(target);
  }

  /// The package at a rank from the top, by (-utility, index): 0 = the best.
  /// @pre  0 <= rank < size()
  int from_top(int rank) const;

 private:
  static constexpr int kSteps = 16;

  struct Item {
    double worth;
    int package;

    bool operator<(const Item& other) const {
      return worth != other.worth ? worth < other.worth : package < other.package;
    }
  };

  void deal_out(std::span<const double> utility);
  void insert_in_order();

  std::unique_ptr<Item[]> items_{};
  int size_ = 0;
};

/// An order that is worked out when somebody first asks for it; threads may ask at once.
class LazyOrder {
 public:
  /// @param utility  the same at every call.
  const Order& of(std::span<const double> utility) const {
    std::call_once(once_, [&] { order_ = Order(utility); });
    return order_;
  }

 private:
  mutable std::once_flag once_{};
  mutable Order order_{};
};

}  // namespace detente
