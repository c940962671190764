#pragma once

#include <string>

#include "detente/scenario/faults.hpp"
#include "detente/scenario/value.hpp"

namespace detente::detail {

/// What could be read of a YAML text.
struct Document {
  Value root{};
  bool complete = false;  ///< False after a fault that ended reading: `root` is what came before.
  Mark last{};            ///< Of the value read last.
};

/// Strips the byte order mark, brings all line ends to '\n' and replaces letters that are no text,
/// each of them reported.
SourceText prepare(const std::string& name, const std::string& bytes, Faults& faults);

/// Replaces control characters, which YAML lets in by escapes such as "\e"; whether there were any.
bool take_out_controls(std::string& text);

/// Reads one YAML document, without anchors, aliases, tags and repeated keys, which are faults, and
/// within limits of size and depth. The only place that sees the YAML library.
Document parse_yaml(const SourceText& source, Faults& faults);

/// Text that may go on for this many bytes, a scenario is far smaller: 2 MiB.
constexpr std::size_t kMaxBytes = std::size_t{2} << 20U;

/// What to do where a long ranking is why a file is too large.
constexpr const char* kRankOtherwise =
    "rank so many states by 'statements' or 'from: positions', not one by one";

}  // namespace detente::detail
