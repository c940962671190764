#include "detente/batch/sobol.hpp"

#include <algorithm>
#include <boost/random/sobol.hpp>

#include "detente/core/contract.hpp"
#include "detente/core/draws.hpp"

namespace detente {

Sobol::Sobol(int dimensions) : dimensions_(static_cast<std::size_t>(dimensions)) {
  expects(dimensions >= 1 && dimensions <= 3667, "Sobol: 1 to 3667 dimensions");
  boost::random::sobol engine(dimensions_);
  directions_.reserve(kBits * dimensions_);
  for (unsigned bit = 0; bit < kBits; ++bit) {
    // the point whose Gray code has this bit alone; boost leaves out the origin
    const std::uint64_t index = (std::uint64_t{1} << (bit + 1)) - 1;
    engine.seed(index - 1);
    for (std::size_t dimension = 0; dimension < dimensions_; ++dimension) {
      directions_.push_back(engine());
    }
  }
}

void Sobol::at(std::uint64_t index, std::span<double> point) const {
  expects(index >> kBits == 0, "Sobol::at: index < 2^42");
  expects(point.size() == dimensions_, "Sobol::at: one place for each dimension");
  const std::uint64_t code = index ^ (index >> 1U);
  for (std::size_t dimension = 0; dimension < dimensions_; ++dimension) {
    std::uint64_t bits = 0;
    for (unsigned bit = 0; code >> bit != 0; ++bit) {
      if ((code >> bit & 1U) != 0) bits ^= directions_[bit * dimensions_ + dimension];
    }
    point[dimension] = uniform_from(bits);
  }
}

}  // namespace detente
