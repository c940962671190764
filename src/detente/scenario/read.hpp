#pragma once

#include "detente/scenario/reader.hpp"

// The steps from a text to a sound scenario; load.cpp puts them together.
namespace detente::detail {

/// Reads all fields of a scenario; `scenario` is the one that the reader refers to.
void read_scenario(Reader& reader, const Value& root, Scenario& scenario);

/// Reports what does not fit together, at its place in the file.
void report_findings(const Scenario& scenario, Faults& faults, const Places& places);

/// Checks that every change which the file announces (events, draws, lessons) can be made.
void check_changes(const Scenario& scenario, Faults& faults, const Places& places);

/// Makes one change of many, written below the path `holder`, and checks it; with `whole` also
/// whether the scenario is still sound.
void make_changes(Scenario& scenario, const std::vector<Edit>& edits, const std::string& holder,
                  Faults& faults, const Places& places);

/// The text of a file, or of the standard input for `-`; nothing if it cannot be read. Larger
/// files are cut behind the largest size allowed.
std::optional<std::string> read_file(const std::string& file);

/// "cannot open the file"
Diagnostics cannot_open(const std::string& file);

}  // namespace detente::detail
