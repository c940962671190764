#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "detente/core/diagnostic.hpp"

// What is likely wrong with a text that is no YAML, in plain words.
namespace detente::detail {

/// Where reading ended, in bytes.
struct BrokenAt {
  std::size_t place = 0;    ///< Where the library stopped.
  std::size_t reached = 0;  ///< Of the value that it gave last.
  std::size_t outside = 0;  ///< The same of the last one outside all brackets, or a bracket itself.
};

/// What to tell about it.
struct SyntaxFault {
  Code code = Code::broken_yaml;
  std::size_t place = 0;  ///< In bytes.
  std::string message{};
  std::string hint{};
};

/// Explains what the YAML library found.
/// @param theirs  its own words.
SyntaxFault explain_syntax(std::string_view text, std::string_view theirs, const BrokenAt& at);

/// Whether the quote that opens at `place` closes again: the library lets the end of the file
/// close it.
bool closes(std::string_view text, std::size_t place);

}  // namespace detente::detail
