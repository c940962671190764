#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "detente/core/result.hpp"

namespace detente::ui {

class Headless;

/// One line of a script; docs/window-scripts.md lists the verbs.
struct Command {
  enum class Verb { key, click, drag, type, drop, expect, list, shot, frames };

  int line = 0;
  Verb verb{};
  std::string target{};  ///< Path of a widget, or a file.
  std::string rest{};    ///< Chords, a text, a value, a number, how names begin.
  enum class Match { equal, contains, absent } match = Match::equal;
};

struct Script {
  std::string file{};  ///< For messages.
  std::vector<Command> commands{};
};

/// @return the commands, or every line that is none.
Result<Script> parse_script(const std::string& file, const std::string& text);

/// Does what the script says until something is not as expected; what it lists goes to `listed`.
/// @return an empty text, or what went wrong: "demo.txt:12: expect why/headline: expected 'a',
/// drawn 'b'".
std::string run_script(const Script& script, Headless& headless, std::ostream& listed);

}  // namespace detente::ui
