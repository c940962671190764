#include "detente/scenario/text_file.hpp"

#include <algorithm>

#include "detente/scenario/yaml.hpp"

namespace detente::detail {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// How many bytes the line end or other byte at `place` is prepared from.
std::size_t length_at(std::string_view bytes, std::size_t place) {
  return bytes.substr(place, 2) == "\r\n" ? 2 : 1;
}

}  // namespace

TextFile::TextFile(std::string bytes) : bytes_(std::move(bytes)) {
  Faults faults;
  text_ = prepare({}, bytes_, faults).text;
}

std::size_t TextFile::place_in_bytes(std::size_t place) const {
  std::size_t found = bytes_.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  for (; place > 0; --place) found += length_at(bytes_, found);
  return found;
}

std::string TextFile::line_end_near(std::size_t place) const {
  std::size_t end = bytes_.find_first_of("\r\n", place);
  if (end == std::string::npos) end = bytes_.find_first_of("\r\n");
  if (end == std::string::npos) return "\n";
  return bytes_.substr(end, length_at(bytes_, end));
}

void TextFile::splice(std::size_t begin, std::size_t end, std::string_view fresh) {
  const std::size_t first = place_in_bytes(begin);
  const std::size_t last = place_in_bytes(end);
  const std::string line_end = line_end_near(first);
  std::string written;
  for (const char letter : fresh) {
    if (letter == '\n') {
      written += line_end;
    } else {
      written += letter;
    }
  }
  bytes_.replace(first, last - first, written);
  text_.replace(begin, end - begin, fresh);
}

}  // namespace detente::detail
