#pragma once

#include <functional>

namespace detente {

/// Calls task(0) ... task(tasks - 1), each once, on that many threads (1, or a browser: in order on
/// this one). What comes out must not depend on the order: let every task write to a place of its
/// own. If tasks throw, the exception of the lowest number is thrown again here.
void in_parallel(int tasks, int threads, const std::function<void(int)>& task);

/// How many threads the machine runs at once; 1 where that is not known.
int machine_threads();

}  // namespace detente
