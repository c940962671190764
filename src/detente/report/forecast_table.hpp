#pragma once

#include <string>

#include "detente/report/narrate.hpp"
#include "detente/study/forecast.hpp"

namespace detente {

/// A forecast for people: how many draws end with an agreement under each model and under all, what
/// is in force then, and what drives it. Always "under these assumptions".
std::string forecast_table(const ForecastReport& forecast, const NarrationOptions& options);

}  // namespace detente
