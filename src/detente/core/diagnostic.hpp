#pragma once

#include <string>
#include <vector>

namespace detente {

/// A place in a text file. Lines and columns count from 1, columns in letters; 0 means "unknown".
struct SourcePos {
  std::string file{};
  int line = 0;
  int column = 0;
};

enum class Severity { note, warning, error };

/// What kind of fault, by the number that manuals and scripts know it by: printed as D012.
/// A number is never given a second meaning; docs/diagnostics.md lists them all.
enum class Code {
  cannot_open = 1,
  broken_yaml = 2,
  not_utf8 = 3,
  too_large = 4,  ///< Of the file, of its depth or of its number of nodes.
  not_plain = 5,  ///< Anchors, aliases, tags, a second document, a key that is no scalar.
  missing_key = 11,
  unknown_key = 12,
  repeated_key = 13,
  wrong_kind = 14,  ///< A list where text belongs, and the like.
  not_a_number = 15,
  out_of_range = 16,
  taken_id = 17,
  too_few = 18,
  unknown_id = 19,  ///< A reference to an actor, issue, option, stage or source that is not there.
  bad_id = 20,      ///< Not `[a-z][a-z0-9_]*`.
  yaml_word = 21,   ///< Unquoted yes, no, on, off, y, n, null or ~ where text belongs.
  unknown_word = 22,  ///< A word outside a fixed list, such as a tactic or a distribution.
  conflicting_keys = 23,
  unknown_schema = 24,
  no_interest = 25,  ///< A party for which no issue of the stage matters.
  never_wins = 26,   ///< A rule that all parties together do not meet.
  bad_order = 27,    ///< A range, stage or red line the wrong way round.
  repeated_tie = 28,
  too_many = 29,  ///< More packages, parties or rounds than the engine takes.
  wrong_path = 30,
  unknown_model = 31,
  unknown_parameter = 32,
  not_available = 33,  ///< Known, but not built yet.
  missing_section = 34,
  stopped = 35,         ///< Nothing is wrong: somebody asked a long study to end early.
  bad_share_code = 36,  ///< Changed on its way, of another scenario, or no share code.
  not_used = 41,        ///< Read and kept, without effect yet (note).
  not_read = 42,        ///< The chosen model does not read it (note).
  dictator = 43,        ///< One party alone decides (warning).
  no_effect = 45,       ///< A setting that cannot change anything as it stands (warning).
};

/// One thing wrong with the user's input: where, what, and how to mend it.
struct Diagnostic {
  Severity severity = Severity::error;
  Code code{};
  SourcePos where{};
  std::string source{};   ///< The line of the file, for the eye; empty when there is none.
  std::string path{};     ///< What holds the fault, by ids where they exist: `actors.us`.
  std::string message{};  ///< Lower case, no full stop: "power must be at least 0, is -3".
  std::string hint{};     ///< Optional remedy: "did you mean 'salience'?".
};

using Diagnostics = std::vector<Diagnostic>;

/// "D012"
std::string code_name(Code code);

/// Whether any of them is an error.
bool has_errors(const Diagnostics& diagnostics);

/// The compiler-style form that editors can click on, with no line break at the end:
///
///     paris.yaml:6:37: error[D012]: unknown key 'saliense' in actors.us; did you mean 'salience'?
///       - {id: us, power: 3, ideal: [20], saliense: [0.9]}
///                                         ^
std::string to_string(const Diagnostic& diagnostic);

}  // namespace detente
