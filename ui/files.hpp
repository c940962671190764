#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/desk.hpp"

// Files that a person opens and saves. Nothing here asks back: whoever calls has asked before.
namespace detente::ui {

enum class FileKind { scenario, overlay };

/// The files of a kind beside the open one, in the folder `lessons` there, and in `scenarios`:
/// each once, by folder and name.
std::vector<std::string> files_near(const Desk& desk, FileKind kind);

/// "~/talks.yaml" with the home folder in place of the tilde, without blanks at its ends.
std::string full_path(const std::string& typed);

bool is_there(const std::string& file);

/// Writes a text, all of it or nothing. @return an empty text, or why it cannot be written.
std::string write_text(const std::string& file, const std::string& text);

/// A name that no file has yet, beside the open scenario: "paris-what-if.yaml", "paris-2.svg".
/// @param part  put behind the scenario's own name; may be empty.
std::string fresh_name(const Desk& desk, const std::string& part, const std::string& extension);

/// Why the current branch is no scenario of its own: word keys, none if it is one.
std::vector<std::string_view> unlike_scenario(const Desk& desk);

/// The text of the scenario with the changes of the current branch in place, comments kept.
/// @pre  unlike_scenario() says nothing but that model or seed are left out.
Result<std::string> scenario_text(const Desk& desk);

/// The current branch as an overlay to be written to `file`.
std::string overlay_text(const Desk& desk, const std::string& file);

/// Opens an overlay as a branch; one step of undo. Diagnostics, and nothing done, if it does not
/// fit.
Diagnostics open_overlay(Desk& desk, const std::string& file);

/// The scenario of the desk lies in that file from now on.
void rename_source(Desk& desk, const std::string& file);

/// Shows a document that was kept by another window; its branches are played again.
void restore(Desk& desk, Document document);

}  // namespace detente::ui
