#include "ui/session.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>
#include <vector>

namespace detente::ui {
namespace {

namespace fs = std::filesystem;

constexpr auto kSettings = "settings.json";
constexpr auto kJournal = "journal-";
constexpr auto kLock = ".lock";

std::string read_text(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

/// The file holds either the old text or the new one, whenever the program dies. What the kernel
/// has taken survives that; only a power cut would need a flush to the disk.
bool replace_text(const std::string& file, const std::string& text) {
  const std::string fresh = file + ".new";
  {
    std::ofstream stream(fresh, std::ios::binary);
    stream << text;
    if (!stream.flush()) return false;
  }
  std::error_code fault;
  fs::rename(fresh, file, fault);
  return !fault;
}

/// A lock that the kernel lets go of when its process ends, however it ends; -1 if it is held.
int lock_file(const std::string& file) {
  const int handle = open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (handle < 0) return -1;
  if (flock(handle, LOCK_EX | LOCK_NB) == 0) return handle;
  close(handle);
  return -1;
}

/// The journals in a folder, by name.
std::vector<std::string> journals_in(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code fault;
  for (const auto& entry : fs::directory_iterator(folder, fault)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(kJournal) && name.ends_with(".json")) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

Session::Session(std::string folder) : folder_(std::move(folder)) {
  if (folder_.empty()) return;
  std::error_code fault;
  fs::create_directories(folder_, fault);
  if (!take_lock()) folder_.clear();
}

Session::~Session() {
  if (lock_ >= 0) ::close(lock_);
}

std::string Session::file(const std::string& name) const {
  return folder_ + "/" + name;
}

bool Session::take_lock() {
  // another window of the same process number may be alive, seen from another machine
  for (int attempt = 0; attempt < 100 && lock_ < 0; ++attempt) {
    name_ = kJournal + std::to_string(getpid()) + "-" + std::to_string(attempt) + ".json";
    if (!fs::exists(file(name_))) lock_ = lock_file(file(name_ + kLock));
  }
  return lock_ >= 0;
}

Settings Session::load_settings() const {
  return folder_.empty() ? Settings{} : parse_settings(read_text(file(kSettings)));
}

std::optional<Document> Session::left_behind() {
  if (folder_.empty()) return {};
  for (const std::string& name : journals_in(folder_)) {
    const int handle = lock_file(file(name + kLock));
    if (handle < 0) continue;
    ::close(handle);
    // what cannot be read, of another version say, is left where it is
    auto document = parse_document(read_text(file(name)));
    if (!document || document->source == nullptr) continue;
    found_ = name;
    return std::move(document).value();
  }
  return {};
}

void Session::forget_left_behind() {
  if (found_.empty()) return;
  std::error_code fault;
  fs::remove(file(found_), fault);
  fs::remove(file(found_ + kLock), fault);
  found_.clear();
}

void Session::keep(const Settings& settings, const Document& document) {
  if (folder_.empty()) return;
  if (settings != settings_kept_ && replace_text(file(kSettings), to_text(settings))) {
    settings_kept_ = settings;
  }
  // documents share what they are made of, so this compares a few pointers
  if (document == document_kept_) return;
  if (replace_text(file(name_), to_text(document))) document_kept_ = document;
}

void Session::close() {
  if (folder_.empty()) return;
  std::error_code fault;
  fs::remove(file(name_), fault);
  fs::remove(file(name_ + kLock), fault);
}

}  // namespace detente::ui
