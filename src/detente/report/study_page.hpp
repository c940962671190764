#pragma once

#include <optional>
#include <string>
#include <vector>

#include "detente/report/page.hpp"
#include "detente/study/estimate.hpp"
#include "detente/study/short_path.hpp"  // IWYU pragma: export

// Pieces that the tables of `sensitivity` and `forecast` share.
namespace detente::detail {

/// "42% [37, 48]"; a dash where there is none.
std::string share_cell(Language language, const std::optional<Estimate>& share);

/// "−0.66 [−0.70, −0.62]"; a dash where there is none.
std::string correlation_cell(Language language, const std::optional<Estimate>& correlation);

/// One line: a label and cells of `width` letters each; a long label takes a line of its own.
void add_cells(Page& page, const std::string& label, const std::vector<std::string>& cells,
               int width);

}  // namespace detente::detail
