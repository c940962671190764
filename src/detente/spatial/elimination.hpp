#pragma once

// Private to the library's sources.

#include <vector>

namespace detente::detail {

using Matrix = std::vector<std::vector<double>>;

/// Solves A X = B by elimination with row exchanges (the largest entry, the first on ties): B
/// becomes X.
/// @return  false if A is singular to working precision; B is spoilt then.
bool solve(Matrix a, Matrix& b);

}  // namespace detente::detail
