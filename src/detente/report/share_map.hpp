#pragma once

#include "detente/batch/outcome_shares.hpp"
#include "detente/report/page.hpp"

namespace detente::detail {

/// The shares of how runs ended, cell by cell: a grid for each way to end where it fits the page,
/// else one line a cell.
void tell_share_map(Page& page, const OutcomeShares& map, Language language);

}  // namespace detente::detail
