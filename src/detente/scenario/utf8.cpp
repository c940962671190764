#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "detente/scenario/yaml.hpp"

namespace detente::detail {
namespace {

constexpr int kMostReported = 50;  // a file full of such bytes is no text at all
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

unsigned byte_at(std::string_view text, std::size_t place) {
  return place < text.size() ? static_cast<unsigned char>(text[place]) : 0U;
}

/// Bytes that a letter beginning so takes, or 0 if none begins so.
std::size_t length_by_lead(unsigned lead) {
  if (lead < 0x80U) return 1;
  if (lead >= 0xC2U && lead <= 0xDFU) return 2;
  if (lead >= 0xE0U && lead <= 0xEFU) return 3;
  if (lead >= 0xF0U && lead <= 0xF4U) return 4;
  return 0;
}

/// Bytes of the letter at the front, or 0 if it is no UTF-8 (Unicode 15, table 3-7).
std::size_t letter_length(std::string_view text) {
  const unsigned lead = byte_at(text, 0);
  const std::size_t length = length_by_lead(lead);
  for (std::size_t place = 1; place < length; ++place) {
    if ((byte_at(text, place) & 0xC0U) != 0x80U) return 0;
  }
  const unsigned second = byte_at(text, 1);
  const bool overlong = (lead == 0xE0U && second < 0xA0U) || (lead == 0xF0U && second < 0x90U);
  const bool surrogate = lead == 0xEDU && second > 0x9FU;
  const bool beyond = lead == 0xF4U && second > 0x8FU;
  return overlong || surrogate || beyond ? 0 : length;
}

/// Whether a mark begins here that turns the direction of what follows (U+202A to U+202E, U+2066 to
/// U+2069): with it a text shows other words than it holds.
bool turns_direction(std::string_view text) {
  const unsigned last = byte_at(text, 2);
  return (text.starts_with("\xE2\x80") && last >= 0xAAU && last <= 0xAEU) ||
         (text.starts_with("\xE2\x81") && last >= 0xA6U && last <= 0xA9U);
}

/// Whether a letter begins here that moves the cursor of a terminal or worse; tabs and line ends
/// do not count.
bool is_control(std::string_view text) {
  if (turns_direction(text)) return true;
  const unsigned byte = byte_at(text, 0);
  if (byte == 0xC2U) return byte_at(text, 1) >= 0x80U && byte_at(text, 1) < 0xA0U;
  return (byte < 0x20U && byte != '\t' && byte != '\n') || byte == 0x7FU;
}

/// "0x1F"
std::string hexadecimal(char letter) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(letter);
  return std::string("0x") + kDigits[byte >> 4U] + kDigits[byte & 0xFU];
}

/// Copies a text letter by letter and replaces what is none.
class Cleaner {
 public:
  explicit Cleaner(Faults& faults) : faults_(&faults) {}

  std::string clean(std::string_view bytes) {
    while (!bytes.empty()) bytes.remove_prefix(take(bytes));
    return std::move(text_);
  }

 private:
  /// Copies one letter; returns how many bytes it took.
  std::size_t take(std::string_view bytes) {
    if (bytes.front() == '\r') {
      const std::size_t length = byte_at(bytes, 1) == '\n' ? 2 : 1;
      add("\n");
      return length;
    }
    const std::size_t length = letter_length(bytes);
    if (length == 0) return replace(Code::not_utf8, bytes.front(), "no UTF-8 text: byte ");
    if (is_control(bytes)) {
      replace(Code::broken_yaml, bytes[length - 1], "a control character: byte ");
      return length;
    }
    add(bytes.substr(0, length));
    return length;
  }

  void add(std::string_view letter) {
    text_ += letter;
    ++at_.column;
    if (letter != "\n") return;
    ++at_.line;
    at_.column = 1;
  }

  std::size_t replace(Code code, char letter, const char* what) {
    if (++replaced_ <= kMostReported) faults_->error(code, at_, {}, what + hexadecimal(letter));
    add(kReplacement);
    return 1;
  }

  Faults* faults_;
  std::string text_{};
  Mark at_{1, 1};
  int replaced_ = 0;
};

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

}  // namespace

bool take_out_controls(std::string& text) {
  std::string cleaned;
  std::string_view rest = text;
  bool any = false;
  while (!rest.empty()) {
    const std::size_t length = std::max<std::size_t>(letter_length(rest), 1);
    const bool control = is_control(rest);
    cleaned += control ? kReplacement : rest.substr(0, length);
    any = any || control;
    rest.remove_prefix(length);
  }
  if (any) text = std::move(cleaned);
  return any;
}

SourceText prepare(const std::string& name, const std::string& bytes, Faults& faults) {
  if (bytes.size() > kMaxBytes) {
    const bool ranks = bytes.find("ranking:") != std::string::npos;
    faults.error(Code::too_large, {}, {},
                 "the file is larger than " + std::to_string(kMaxBytes >> 20U) + " MB",
                 ranks ? kRankOtherwise : "");
    return {name, {}};
  }
  if (is_utf16(bytes)) {
    faults.error(Code::not_utf8, {1, 1}, {}, "the file is UTF-16", "save it as UTF-8");
    return {name, {}};
  }
  std::string_view text = bytes;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return {name, Cleaner(faults).clean(text)};
}

}  // namespace detente::detail
