#pragma once

#include <string>
#include <vector>

#include "detente/core/diagnostic.hpp"
#include "detente/scenario/value.hpp"

namespace detente::detail {

/// A text made ready for reading: no byte order mark, line ends '\n' alone, sound UTF-8.
struct SourceText {
  std::string name{};
  std::string text{};
};

/// Where a fault sits by its id path: `actors.us` holds the key `power`.
struct Spot {
  std::string holder{};
  std::string name{};

  /// `actors.us.power`
  std::string path() const;
};

/// A thing of the file: what it is called and where it stands.
struct Site {
  Spot spot{};
  Mark mark{};
};

/// Collects what is wrong with one text, in any order.
class Faults {
 public:
  /// Adds an error whose printed path is the holder's.
  void error(Code code, Mark mark, const Spot& spot, std::string message, std::string hint = {});

  /// Adds a warning or a note.
  void remark(Severity severity, Code code, Mark mark, const Spot& spot, std::string message);

  /// Adds all that others hold.
  void add(const Faults& others);

  /// Whether no error was found at the path, below it, or in what holds it.
  bool sound(const std::string& path) const;

  bool any_errors() const { return errors_ > 0; }

  /// Whether suggestions are still worth their time: a hostile file may have endless faults.
  bool wants_hints() const { return found_.size() < kHintsFor; }

  /// Forgets what stands at `end` or behind it, and all of these kinds: of a text that breaks off
  /// there, they may be no faults at all.
  void drop_from(Mark end, const std::vector<Code>& kinds);

  /// Everything, in the order of the text, with the file's name and the lines in question.
  Diagnostics list(const SourceText& source) const;

  /// Everything, in the order found, with `name` as the file and no places.
  Diagnostics list_without_places(const std::string& name) const;

 private:
  static constexpr std::size_t kHintsFor = 1000;

  struct Found {
    Diagnostic diagnostic{};
    std::string field{};  ///< Path of what is wrong, for sound().
  };

  std::vector<Found> found_{};
  int errors_ = 0;
};

}  // namespace detente::detail
