#pragma once

#include <filesystem>
#include <memory>

#include "ui/desk.hpp"

// The scenario's file while the window is open: other programs write it, too.
namespace detente::ui {

/// Notices when the file of the scenario that is shown is changed, broken or removed.
class SourceWatch {
 public:
  /// Looks once a second, and tells the person about each change once. Returns whether it told.
  bool pass(Desk& desk, float seconds);

 private:
  struct Stamp {
    bool there = false;
    std::filesystem::file_time_type written{};
    std::uintmax_t bytes = 0;
    bool operator==(const Stamp&) const = default;
  };
  static Stamp stamp_of(const std::string& file);

  float waited_ = 0.0F;
  std::weak_ptr<const Source> of_{};  ///< What was compared with the file,
  Stamp seen_{};                      ///< when the file was like this.
};

/// Reads the file of the scenario again. Branches stay, with their edits and moves, if those fit
/// what the file says now; the others are counted in what is told. With faults the desk shows
/// them, and the document stays. One step of undo, and the only one that is left.
void reload(Desk& desk);

}  // namespace detente::ui
