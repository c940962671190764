#include "ui/panels/plain.hpp"

#include <sstream>

#include "detente/report/page.hpp"
#include "detente/report/telling.hpp"

namespace detente::ui {

std::string plain(const std::string& text) {
  return detail::without_firm_blanks(text);
}

std::string one_paragraph(const std::string& told) {
  std::string text;
  bool in_list = false;
  std::istringstream lines(told);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t indent = line.find_first_not_of(' ');
    if (indent == std::string::npos) continue;
    const bool part = indent >= detail::kDeepIndent;
    if (in_list) text += part ? ";" : ".";
    if (!text.empty()) text += ' ';
    text += line.substr(indent);
    // a bare heading becomes a sentence of its own
    const char last = line.back();
    if (!part && last != '.' && last != ':') text += '.';
    in_list = part;
  }
  return in_list ? text + '.' : text;
}

}  // namespace detente::ui
