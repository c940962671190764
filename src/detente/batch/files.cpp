#include "detente/batch/files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

namespace detente::detail {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDraft = ".draft";
constexpr std::size_t kPiece = std::size_t{1} << 20U;

std::string folder_of(const std::string& file) {
  const std::string folder = fs::path(file).parent_path().string();
  return folder.empty() ? "." : folder;
}

/// One more write than the system did: a file that may not grow must not end the program.
void ignore_size_signal() {
  static const auto before = std::signal(SIGXFSZ, SIG_IGN);
  (void)before;
}

std::string hex(const XXH128_hash_t& hash) {
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace

void fail(const std::string& what, const std::string& file) {
  const std::string why = std::generic_category().message(errno);
  throw FileFault(what + ' ' + file + ": " + why);
}

OpenFile::~OpenFile() {
  if (handle_ >= 0) ::close(handle_);
}

OpenFile::OpenFile(OpenFile&& other) noexcept : handle_(std::exchange(other.handle_, -1)) {
}

OpenFile& OpenFile::operator=(OpenFile&& other) noexcept {
  std::swap(handle_, other.handle_);
  return *this;
}

void write_all(const OpenFile& file, std::string_view bytes, const std::string& name) {
  ignore_size_signal();
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.handle(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail("cannot write", name);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void make_folder(const std::string& folder) {
  std::error_code fault;
  fs::create_directories(folder, fault);
  if (!fault) return;
  throw FileFault("cannot make the folder " + folder + ": " + fault.message());
}

std::optional<std::string> read_if_there(const std::string& file) {
  const OpenFile open_file(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!open_file && (errno == ENOENT || errno == ENOTDIR)) return {};
  if (!open_file) fail("cannot read", file);
  std::string bytes;
  std::string piece(kPiece, '\0');
  while (true) {
    const ssize_t count = ::read(open_file.handle(), piece.data(), piece.size());
    if (count < 0) fail("cannot read", file);
    if (count == 0) return bytes;
    bytes.append(piece, 0, static_cast<std::size_t>(count));
  }
}

void sync_folder(const std::string& folder) {
  const OpenFile open_folder(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  // some file systems cannot; they have no name to lose then
  if (open_folder) ::fsync(open_folder.handle());
}

void give_name(const std::string& draft, const std::string& name) {
  const OpenFile file(::open(draft.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file || ::fsync(file.handle()) != 0) fail("cannot write", name);
  if (::rename(draft.c_str(), name.c_str()) != 0) fail("cannot write", name);
  sync_folder(folder_of(name));
}

void remove_drafts(const std::string& folder) {
  std::error_code fault;
  for (const auto& entry : fs::directory_iterator(folder, fault)) {
    if (entry.path().extension() == kDraft) fs::remove(entry.path(), fault);
  }
}

NewFile::NewFile(std::string name) : name_(std::move(name)) {
  // two processes may write the same file, each a draft of its own, on machines that share a disk
  std::array<char, 65> host{};
  ::gethostname(host.data(), host.size() - 1);
  draft_ = fmt::format("{}.{}-{}{}", name_, host.data(), ::getpid(), kDraft);
  const int flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC;
  file_ = OpenFile(::open(draft_.c_str(), flags, 0666));
  if (!file_) fail("cannot write", name_);
}

NewFile::~NewFile() {
  if (!draft_.empty()) ::unlink(draft_.c_str());
}

void NewFile::write(std::string_view bytes) {
  waiting_ += bytes;
  if (waiting_.size() >= kPiece) write_out();
}

void NewFile::write_out() {
  write_all(file_, waiting_, name_);
  waiting_.clear();
}

std::string NewFile::digest() {
  write_out();
  return digest_of_file(draft_).value_or("");
}

void NewFile::close() {
  write_out();
  if (::fsync(file_.handle()) != 0 && errno != EINVAL) fail("cannot write", name_);
}

void NewFile::finish() {
  close();
  if (::rename(draft_.c_str(), name_.c_str()) != 0) fail("cannot write", name_);
  draft_.clear();
  sync_folder(folder_of(name_));
}

bool NewFile::finish_first() {
  close();
  if (::link(draft_.c_str(), name_.c_str()) == 0) {
    sync_folder(folder_of(name_));
    return true;
  }
  if (errno == EEXIST) return false;
  // a file system without second names
  if (::access(name_.c_str(), F_OK) == 0) return false;
  finish();
  return true;
}

bool try_lock(const OpenFile& file, const std::string& name) {
  if (::flock(file.handle(), LOCK_EX | LOCK_NB) == 0) return true;
  if (errno == EWOULDBLOCK) return false;
  fail("cannot lock", name);
}

Lock::Lock(const std::string& file) {
  file_ = OpenFile(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
  if (!file_) fail("cannot write", file);
  if (try_lock(file_, file)) return;
  throw FileFault("another detente is writing to " + folder_of(file) +
                  ": wait for it, or stop it first");
}

std::optional<std::string> digest_of_file(const std::string& file) {
  const OpenFile open_file(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!open_file) return {};
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(),
                                                                       &XXH3_freeState);
  XXH3_128bits_reset(state.get());
  std::string piece(kPiece, '\0');
  while (true) {
    const ssize_t count = ::read(open_file.handle(), piece.data(), piece.size());
    if (count < 0) fail("cannot read", file);
    if (count == 0) return hex(XXH3_128bits_digest(state.get()));
    XXH3_128bits_update(state.get(), piece.data(), static_cast<std::size_t>(count));
  }
}

}  // namespace detente::detail
