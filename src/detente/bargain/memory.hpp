#pragma once

#include <cstdint>
#include <limits>
#include <vector>

namespace detente {

/// Some of the packages.
class PackageSet {
 public:
  /// Whether it was not in it before.
  bool insert(int package);
  bool contains(int package) const;
  int size() const { return size_; }

 private:
  std::vector<std::uint64_t> bits_{};
  int size_ = 0;
};

/// An offer of others that a party had to answer.
struct Met {
  int package = 0;
  double time = 0.0;
};

/// What a party remembers of a stage, as far as its strategy needs it. A new one remembers nothing.
struct Memory {
  std::vector<Met> met{};      ///< In order.
  int best_met = -1;           ///< The package of them that is worth most to it; the first on ties.
  int last_offer = -1;         ///< Its own last package, or -1.
  std::vector<int> sent{};     ///< micro: its own packages, each once, in order of first use.
  PackageSet was_sent{};       ///< micro: the same.
  int repeats = 0;             ///< micro: own offers that repeated one of them.
  PackageSet heard{};          ///< micro: what others have tabled.
  std::vector<int> options{};  ///< nice_tit_for_tat: how often each option was met, issue by issue.
  double theta = std::numeric_limits<double>::infinity();  ///< tit_for_tat; infinity: its best.
};

}  // namespace detente
