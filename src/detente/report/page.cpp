#include "detente/report/page.hpp"

#include <sstream>
#include <string_view>

#include "detente/core/text.hpp"

namespace detente::detail {
namespace {

constexpr std::string_view kFirmBlank = "\u00A0";

/// What a terminal takes for the start of a tone: bold, cyan, yellow.
std::string_view colour_of(Tone tone) {
  switch (tone) {
    case Tone::plain:
      return "";
    case Tone::heading:
      return "\x1b[1m";
    case Tone::accepts:
      return "\x1b[36m";
    case Tone::refuses:
      return "\x1b[33m";
  }
  return "";
}

/// Every line between a colour and its end, so that a pager that cuts lines does not bleed.
std::string painted(const std::string& lines, Tone tone) {
  std::string result;
  std::istringstream stream(lines);
  for (std::string line; std::getline(stream, line);) {
    result += std::string(colour_of(tone)) + line + "\x1b[0m\n";
  }
  return result;
}

}  // namespace

std::string without_firm_blanks(std::string text) {
  for (auto at = text.find(kFirmBlank); at != std::string::npos; at = text.find(kFirmBlank, at)) {
    text.replace(at, kFirmBlank.size(), " ");
  }
  return text;
}

std::string wrapped(const std::string& text, int width, int indent, int hanging) {
  std::istringstream stream(text);
  std::string result;
  std::string line(static_cast<std::size_t>(indent), ' ');
  bool fresh = true;
  for (std::string word; std::getline(stream, word, ' ');) {
    if (word.empty()) continue;
    if (!fresh && count_letters(line) + 1 + count_letters(word) > width) {
      result += line + '\n';
      line.assign(static_cast<std::size_t>(indent) + static_cast<std::size_t>(hanging), ' ');
      fresh = true;
    }
    if (!fresh) line += ' ';
    line += word;
    fresh = false;
  }
  return without_firm_blanks(result + line + '\n');
}

void Page::add(const std::string& text, int indent, Tone tone, int hanging) {
  const std::string lines = wrapped(text, width_, indent, hanging);
  text_ += colour_ && tone != Tone::plain ? painted(lines, tone) : lines;
}

void Page::add_row(const std::string& text, int indent) {
  text_ += std::string(static_cast<std::size_t>(indent), ' ') + without_firm_blanks(text) + '\n';
}

void Page::gap() {
  if (!text_.empty() && !text_.ends_with("\n\n")) text_ += '\n';
}

}  // namespace detente::detail
