#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "detente/scenario/faults.hpp"

namespace detente::detail {

/// One field of a CSV, without its quotes and the blanks around it.
struct CsvCell {
  std::string text{};
  Mark mark{};  ///< Of its first letter, or of its quote.
};

/// The rows of a text prepared by prepare(): commas between cells, quotes around those that hold
/// commas, quotes (doubled) or line ends. Empty lines are left out.
/// @source  RFC 4180, "Common format and MIME type for comma-separated values (CSV) files" (2005).
std::vector<std::vector<CsvCell>> parse_csv(std::string_view text, Faults& faults);

}  // namespace detente::detail
