#pragma once

#include <CLI/App.hpp>
#include <iosfwd>
#include <string>
#include <vector>

namespace detente::cli {

/// Says what is wrong with a command line and what was probably meant: "unknown command 'chek'; did
/// you mean 'check'?". Help that was asked for goes to `out`. Returns the process exit code.
int report_usage(const CLI::App& app, const std::vector<std::string>& arguments,
                 const CLI::ParseError& fault, std::ostream& out, std::ostream& messages);

}  // namespace detente::cli
