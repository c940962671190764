#pragma once

#include <CLI/App.hpp>
#include <functional>

namespace detente::cli {

/// Adds the commands whose names are fixed but that are still to come: each says so and answers
/// kInvalid, whatever follows it.
void add_later(CLI::App& app, std::function<int()>& job);

}  // namespace detente::cli
