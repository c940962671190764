#pragma once

#include <string>

namespace detente {

/// The JSON Schema (draft-07) of detente/scenario/1: what editors and other programs can check
/// without this one. References between the parts of a file are beyond it.
std::string scenario_schema();

/// That of detente/overlay/1.
std::string overlay_schema();

/// That of detente/batch/1.
std::string plan_schema();

}  // namespace detente
