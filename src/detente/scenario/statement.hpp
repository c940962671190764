#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "detente/core/condition.hpp"
#include "detente/core/diagnostic.hpp"

namespace detente::detail {

/// What is wrong with a statement.
struct StatementFault {
  Code code = Code::wrong_kind;
  std::size_t place = 0;  ///< Byte of the text.
  std::string message{};
  std::string hint{};
  std::string unknown{};  ///< The word that names no option, if that is the fault.
};

/// Longer statements, and deeper parentheses, are refused.
constexpr std::size_t kLongestStatement = 4000;
constexpr std::size_t kDeepestStatement = 100;

/// Reads a sentence about options: `!`, `&`, `|`, `if`, `iff` and parentheses, where `!` binds most
/// and `if`, `iff` least and only one of them stands between the same parentheses; the words `not`,
/// `and`, `or` mean the same as the signs. "a if b" is: not b, or a.
/// @param options  ids; option j becomes switch j.
/// @returns the fault, or nothing and the sentence in `condition`.
std::optional<StatementFault> parse_statement(std::string_view text,
                                              const std::vector<std::string>& options,
                                              Condition& condition);

}  // namespace detente::detail
