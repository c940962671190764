#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "detente/scenario/reader.hpp"

// Ids and other words: which are well written, and what a wrong one may have meant.
namespace detente::detail {

/// Latin letters made small; others stay.
std::string in_small_letters(std::string_view text);

/// Whether YAML readers take an unquoted word for a truth value or for nothing: `no`, `on`, `~`.
bool is_yaml_word(std::string_view word);

/// Checks an id; faults are reported at `mark`.
/// @returns whether it is `[a-z][a-z0-9_]*` and no unquoted YAML word.
bool check_id(Reader& reader, const std::string& id, bool quoted, Mark mark);

/// Whether the entry is what follows the comma in `{walk_away: 0,5}`.
bool is_rest_of_number(const Entry& entry);

/// The same where any id may stand; if it is, that is reported.
bool refuse_rest_of_number(Reader& reader, const Entry& entry);

/// Whether an unknown id only follows from another fault: the known one is badly written, or a
/// section is missing.
bool is_echo(const Scenario& scenario, std::string_view kind, const std::string& id,
             const std::vector<std::string>& known);

/// "did you mean 'us'?", also where a Cyrillic letter only looks like the Latin one.
std::string suggest(const Faults& faults, const std::string& word,
                    const std::vector<std::string>& known);

/// The option of that id, or of a continuous issue the one at that number; -1 if there is none.
int find_option(const Issue& issue, const std::string& word);

}  // namespace detente::detail
