#include "detente/bargain/durability.hpp"

#include <cmath>
#include <limits>

#include "detente/core/contract.hpp"
#include "detente/core/numerics.hpp"
#include "detente/core/quantiles.hpp"
#include "detente/core/shares.hpp"

namespace detente {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kLeastExponent = -700.0;  // what portable_exp() takes
constexpr double kLogHalf = -0.693147180559945309417;
constexpr int kMostYears = 10'000;  // a median beyond is called infinite

double log_of(double share) {
  return share < std::numeric_limits<double>::min() ? -kInfinity : portable_log(share);
}

double falling_exp(double exponent) {
  return exponent < kLeastExponent ? 0.0 : portable_exp(exponent);
}

double deterrence_of(const Peril& peril, const Deterrent& deterrent) {
  return peril.cost * deterrent.detection * deterrent.credibility * deterrent.response;
}

/// The logarithm of the share of the opportunities that pass peacefully.
double log_peace(const Peril& peril, double deterrence) {
  double peace = 1.0;
  for (const Gain& gain : peril.gains) peace *= share_complying(gain, deterrence);
  return log_of(peace);
}

/// Year by year: the logarithm of the chance that the agreement lasts so long.
class Years {
 public:
  Years(const Peril& peril, Deterrent deterrent)
      : peril_(&peril), deterrent_(deterrent), yearly_(yearly(deterrence_of(peril, deterrent))) {}

  /// Of the year to come.
  double yearly() const { return yearly_; }
  /// Of all years so far.
  double so_far() const {
    // where nothing changes the power is taken at once, so that no error grows
    return peril_->fatigue == 0.0 && passed_ > 0 ? passed_ * yearly_ : sum_;
  }

  void pass() {
    ++passed_;
    if (peril_->fatigue == 0.0) return;
    sum_ += yearly_;
    deterrent_.credibility *= 1.0 - peril_->fatigue;
    yearly_ = yearly(deterrence_of(*peril_, deterrent_));
  }

 private:
  double yearly(double deterrence) const {
    const double opportunities = peril_->opportunities_per_year;
    return opportunities == 0.0 ? 0.0 : opportunities * log_peace(*peril_, deterrence);
  }

  const Peril* peril_;
  Deterrent deterrent_;
  double yearly_;
  double sum_ = 0.0;
  int passed_ = 0;
};

double median_of(const Peril& peril, const Deterrent& deterrent) {
  Years years(peril, deterrent);
  if (peril.fatigue == 0.0) return years.yearly() == 0.0 ? kInfinity : kLogHalf / years.yearly();
  for (int year = 0; year < kMostYears; ++year) {
    const double before = years.so_far();
    if (before + years.yearly() <= kLogHalf) return year + (kLogHalf - before) / years.yearly();
    years.pass();
  }
  return kInfinity;
}

}  // namespace

double share_complying(const Gain& gain, double deterrence) {
  const auto& numbers = gain.numbers;
  switch (gain.kind) {
    case Gain::Kind::uniform:
      return uniform_share_below(deterrence, numbers.at(0), numbers.at(1));
    case Gain::Kind::normal:
      return cut_normal_share_below(deterrence, numbers.at(0), numbers.at(1), 0.0);
    case Gain::Kind::triangular:
      return triangular_share_below(deterrence, numbers.at(0), numbers.at(1), numbers.at(2));
    case Gain::Kind::beta: {
      const double low = numbers.at(2);
      const double width = numbers.at(3) - low;
      if (width == 0.0) return deterrence >= low ? 1.0 : 0.0;
      return beta_share_below((deterrence - low) / width, numbers.at(0), numbers.at(1));
    }
    case Gain::Kind::choice:
      break;
  }
  double sum = 0.0;
  double below = 0.0;
  for (std::size_t choice = 0; choice < numbers.size(); ++choice) {
    sum += numbers[choice];
    if (gain.choices.at(choice) <= deterrence) below += numbers[choice];
  }
  expects(sum > 0.0, "share_complying: choices with some weight");
  return below / sum;
}

double combined_level(std::span<const double> levels) {
  double missing = 1.0;
  for (const double level : levels) missing *= 1.0 - level;
  return 1.0 - missing;
}

Life life_of(const Peril& peril, const Deterrent& deterrent, int years) {
  Life life{.deterrence = deterrence_of(peril, deterrent),
            .median_years = median_of(peril, deterrent)};
  for (const Gain& gain : peril.gains) {
    life.compliance.push_back(share_complying(gain, life.deterrence));
  }
  Years passing(peril, deterrent);
  life.hazard = 1.0 - falling_exp(passing.yearly());
  for (int year = 1; year <= years; ++year) {
    passing.pass();
    life.survival.push_back(falling_exp(passing.so_far()));
  }
  return life;
}

double chance_to_last(const Peril& peril, const Deterrent& deterrent, int years) {
  Years passing(peril, deterrent);
  for (int year = 1; year <= years; ++year) passing.pass();
  return falling_exp(passing.so_far());
}

}  // namespace detente
