#pragma once

#include <optional>
#include <string>

#include "ui/document.hpp"
#include "ui/settings.hpp"

namespace detente::ui {

/// What one window keeps in the state folder: its settings, and a journal of its document that a
/// crash leaves behind. Never touches a person's own files. A folder that cannot be written to is
/// no fault: then nothing is kept.
class Session {
 public:
  /// @param folder  made if it is missing; empty: keeps nothing.
  explicit Session(std::string folder);
  ~Session();  ///< Lets go of the journal without removing it: see close().
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  Settings load_settings() const;

  /// The document of a window that ended without close(), and of no living one. Asked once.
  std::optional<Document> left_behind();
  /// Removes what left_behind() found.
  void forget_left_behind();

  /// Writes whatever differs from what was written last; cheap if nothing does.
  void keep(const Settings& settings, const Document& document);

  /// The end of a window that a person closed: nothing is to be recovered.
  void close();

 private:
  std::string file(const std::string& name) const;
  bool take_lock();

  std::string folder_;
  std::string name_{};   ///< Of this window's journal.
  std::string found_{};  ///< Name of the journal left behind.
  int lock_ = -1;
  std::optional<Settings> settings_kept_{};
  Document document_kept_{};
};

}  // namespace detente::ui
