#pragma once

#include <optional>
#include <string>
#include <vector>

#include "detente/scenario/faults.hpp"

// What the readers of other programs' files have in common.
namespace detente::detail {

/// One value of an issue, and what it is worth to the file's party.
struct ImportedValue {
  std::string name{};
  Mark mark{};
  std::optional<double> utility{};  ///< Nothing in a domain, or where the file says nothing.
};

struct ImportedIssue {
  std::string name{};
  Mark mark{};
  std::vector<ImportedValue> values{};
  std::optional<double> weight{};
  Mark weight_mark{};
};

/// A domain, or a domain with what one party thinks of it, on the scale of its own program.
struct ImportedFile {
  std::string title{};   ///< Of the domain; empty if the file does not name it.
  std::string party{};   ///< Of the profile; empty if the file does not name it.
  bool profile = false;  ///< Else a domain alone.
  Mark mark{};           ///< Of its beginning.
  std::vector<ImportedIssue> issues{};
  double reservation = 0.0;  ///< Utility without an agreement.
  Mark reservation_mark{};
  double slack = 0.0;  ///< How far from 1 the program lets the sum of the weights be.
};

/// Turns places in bytes into lines and columns.
class PlaceFinder {
 public:
  explicit PlaceFinder(const std::string& text);
  Mark at(std::size_t byte) const;

 private:
  const std::string& text_;
  std::vector<std::size_t> lines_{0};  ///< Where each line begins.
};

/// An error at a place of the file; `path` is by the file's own names.
void fault_at(Faults& faults, Code code, Mark mark, const std::string& path, std::string message);

/// A number of the file; reports what is none.
std::optional<double> number_at(Faults& faults, const std::string& text, Mark mark,
                                const std::string& path);

}  // namespace detente::detail
