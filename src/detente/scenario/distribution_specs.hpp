#pragma once

#include <string>
#include <vector>

#include "detente/scenario/reader.hpp"

// How distributions are written: `uniform: [0.3, 0.6]`.
namespace detente::detail {

/// How the numbers of one kind of distribution are written, and what must hold between them.
struct DistributionFacts {
  const char* name;
  Distribution::Kind kind;
  std::size_t numbers;
  const char* form;
  const char* fault;  ///< Said if `sound` does not hold.
  bool (*sound)(const std::vector<double>& numbers);
};

/// All kinds but `choice`.
const std::vector<DistributionFacts>& distribution_facts();

/// Reads one `DISTRIBUTION: …`; false if the key is none.
bool read_distribution(Reader& reader, const Entry& entry, Distribution& draw);

/// The names of all distributions.
std::vector<std::string> distribution_words();

}  // namespace detente::detail
