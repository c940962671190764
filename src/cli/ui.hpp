#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <string>
#include <vector>

namespace detente::cli {

/// `detente ui ...`: becomes the window's own program, which is called detente-ui.
void add_ui(CLI::App& app, std::function<int()>& job);

/// Where the window's program is: beside ours, or where a build puts it; empty if only PATH can
/// tell.
/// @param own  path of the running program.
std::string find_window_program(const std::string& own);

/// Starts it with these arguments in our place. Returns only if that cannot be done.
int run_ui(const std::vector<std::string>& arguments);

}  // namespace detente::cli
