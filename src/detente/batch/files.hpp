#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

// Private to the library's sources: files that are either whole or not there.
namespace detente::detail {

/// The world failed: one line that names the file.
class FileFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// "cannot write a/b: No space left on device", by the error that the system left.
[[noreturn]] void fail(const std::string& what, const std::string& file);

/// An open file, closed with the value.
class OpenFile {
 public:
  OpenFile() = default;
  explicit OpenFile(int handle) : handle_(handle) {}
  ~OpenFile();
  OpenFile(OpenFile&& other) noexcept;
  OpenFile& operator=(OpenFile&& other) noexcept;

  int handle() const { return handle_; }
  explicit operator bool() const { return handle_ >= 0; }

 private:
  int handle_ = -1;
};

/// Writes all of it, or throws. A file that may not grow is a fault like any other, not a signal.
void write_all(const OpenFile& file, std::string_view bytes, const std::string& name);

/// Makes a folder and those around it.
void make_folder(const std::string& folder);

/// The file's bytes; nothing if it is not there.
std::optional<std::string> read_if_there(const std::string& file);

/// So that a name given to a file survives a power cut.
void sync_folder(const std::string& folder);

/// Gives a finished file the name that it is to have, in place of another one of that name.
void give_name(const std::string& draft, const std::string& name);

/// Takes away what a process that was killed has left of files that it was making.
void remove_drafts(const std::string& folder);

/// A file that gets its name only when it is whole.
class NewFile {
 public:
  explicit NewFile(std::string name);
  ~NewFile();
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  void write(std::string_view bytes);
  /// digest_of() what was written so far.
  std::string digest();
  /// Takes the place of a file of that name.
  void finish();
  /// The same, unless a file of that name is there: then false.
  bool finish_first();

 private:
  void write_out();
  void close();

  std::string name_;
  std::string draft_;
  OpenFile file_{};
  std::string waiting_{};
};

/// Keeps a second process away from a folder, until it ends, however it ends.
class Lock {
 public:
  /// @throws FileFault  if another one has it, or the folder cannot be written.
  explicit Lock(const std::string& file);

 private:
  OpenFile file_{};
};

/// Whether the lock on an open file could be had; it is left when the file is closed.
bool try_lock(const OpenFile& file, const std::string& name);

/// digest_of() the bytes of a file; nothing if it is not there.
std::optional<std::string> digest_of_file(const std::string& file);

}  // namespace detente::detail
