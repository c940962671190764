#pragma once

#include <CLI/App.hpp>
#include <iosfwd>
#include <string>
#include <vector>

namespace detente::cli {

/// `help run` as `run --help`, and `help` as `--help`; other arguments as they are.
std::vector<std::string> with_help_as_option(std::vector<std::string> arguments);

/// Says what is wrong with a command line and what was probably meant: "unknown command 'chek'; did
/// you mean 'check'?". Help that was asked for goes to `out`. Returns the process exit code.
int report_usage(const CLI::App& app, const std::vector<std::string>& arguments,
                 const CLI::ParseError& fault, std::ostream& out, std::ostream& messages);

}  // namespace detente::cli
