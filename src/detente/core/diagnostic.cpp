#include "detente/core/diagnostic.hpp"

#include <algorithm>
#include <array>

namespace detente {
namespace {

std::string show(const SourcePos& where) {
  if (where.line == 0) return where.file;
  return where.file + ':' + std::to_string(where.line) + ':' + std::to_string(where.column);
}

/// "error[D012]"
std::string label(Severity severity, Code code) {
  static constexpr std::array kNames{"note", "warning", "error"};
  return std::string(kNames.at(static_cast<std::size_t>(severity))) + '[' + code_name(code) + ']';
}

/// The line, and a caret below its given column.
std::string quote(std::string source, int column) {
  std::replace(source.begin(), source.end(), '\t', ' ');  // as wide as the column count takes it
  return '\n' + source + '\n' + std::string(std::max(column - 1, 0), ' ') + '^';
}

}  // namespace

std::string code_name(Code code) {
  const std::string digits = std::to_string(static_cast<int>(code));
  return 'D' + std::string(3 - digits.size(), '0') + digits;
}

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& one) { return one.severity == Severity::error; });
}

std::string to_string(const Diagnostic& diagnostic) {
  const auto& [severity, code, where, source, path, message, hint] = diagnostic;
  std::string text = show(where);
  if (!text.empty()) text += ": ";
  text += label(severity, code) + ": " + message;
  if (!path.empty()) text += " in " + path;
  if (!hint.empty()) text += "; " + hint;
  if (!source.empty()) text += quote(source, where.column);
  return text;
}

}  // namespace detente
