#include "detente/scenario/yaml_faults.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "detente/core/text.hpp"

namespace detente::detail {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

bool is_one_of(char letter, std::string_view letters) {
  return letters.find(letter) != kNowhere;
}

bool is_blank_at(std::string_view text, std::size_t place) {
  return place >= text.size() || is_one_of(text[place], " \t\n");
}

std::size_t line_start(std::string_view text, std::size_t place) {
  const std::size_t before = place == 0 ? kNowhere : text.rfind('\n', place - 1);
  return before == kNowhere ? 0 : before + 1;
}

/// The end of the quoted text that opens at `place`: behind its last quote.
std::size_t end_of_quoted(std::string_view text, std::size_t place) {
  const char quote = text[place];
  for (++place; place < text.size(); ++place) {
    if (quote == '"' && text[place] == '\\') {
      ++place;
    } else if (text[place] == quote) {
      if (quote == '"' || place + 1 >= text.size() || text[place + 1] != quote) return place + 1;
      ++place;  // '' stands for one
    }
  }
  return kNowhere;
}

/// Goes through a text with an eye for brackets only.
class BracketWalk {
 public:
  /// @param start  where something begins outside all brackets, or the first of these.
  BracketWalk(std::string_view text, std::size_t start) : text_(text), place_(start) {}

  /// The places of the brackets that are open before `end`, outermost first.
  std::vector<std::size_t> open_before(std::size_t end) {
    end = std::min(end, text_.size());
    while (place_ < end) step();
    return open_;
  }

 private:
  void step() {
    const char letter = text_[place_];
    const bool opens = is_one_of(letter, "[{");
    if (letter == '#' && (place_ == 0 || is_blank_at(text_, place_ - 1))) return skip_line();
    if (is_one_of(letter, "'\"")) {
      place_ = std::min(end_of_quoted(text_, place_), text_.size());
    } else if (opens) {
      open_.push_back(place_++);
    } else if (!open_.empty()) {
      step_inside();
    } else if (is_one_of(letter, "|>")) {
      skip_block();
    } else if (is_blank_at(text_, place_) ||
               (is_one_of(letter, "-:?") && is_blank_at(text_, place_ + 1))) {
      ++place_;
    } else {
      skip_word({});
    }
  }

  void step_inside() {
    const char letter = text_[place_];
    if (is_one_of(letter, "]}")) open_.pop_back();
    if (is_one_of(letter, "]},:? \t\n")) {
      ++place_;
    } else {
      skip_word(",[]{}");
    }
  }

  void skip_line() { place_ = std::min(text_.find('\n', place_), text_.size()); }

  void skip_word(std::string_view ends) {
    for (++place_; place_ < text_.size() && text_[place_] != '\n'; ++place_) {
      if (is_one_of(text_[place_], ends)) return;
      const bool next_blank = is_blank_at(text_, place_ + 1);
      if (text_[place_] == ':' && next_blank) return;
      if (text_[place_] == '#' && is_blank_at(text_, place_ - 1)) return;
    }
  }

  /// A block goes on over all lines that stand further in.
  void skip_block() {
    const std::size_t own = line_start(text_, place_);
    const std::size_t margin = text_.find_first_not_of(' ', own) - own;
    for (skip_line(); place_ < text_.size(); skip_line()) {
      const std::size_t letter = std::min(text_.find_first_not_of(' ', place_ + 1), text_.size());
      const bool empty = letter == text_.size() || text_[letter] == '\n';
      if (!empty && letter - place_ - 1 <= margin) return;
      ++place_;
    }
  }

  std::string_view text_;
  std::size_t place_;
  std::vector<std::size_t> open_{};
};

/// The place of the first tab that indents the line holding `place`, if one does.
std::size_t indenting_tab(std::string_view text, const BrokenAt& at) {
  const std::size_t start = line_start(text, std::min(at.place, text.size()));
  const std::size_t end = std::min(text.find_first_not_of(" \t", start), text.size());
  const std::size_t tab = std::min(text.find('\t', start), text.size());
  // within brackets it may
  const bool wrong = tab < end && BracketWalk(text, at.outside).open_before(start).empty();
  return wrong ? tab : kNowhere;
}

/// The place of the quote that opens after `reached` and is left open.
std::size_t open_quote(std::string_view text, std::size_t reached) {
  for (std::size_t place = reached; place < text.size(); ++place) {
    if (!is_one_of(text[place], "'\"")) continue;
    const bool opens = place == 0 || is_one_of(text[place - 1], " \t\n[{,");
    if (opens && !closes(text, place)) return place;
  }
  return reached;
}

std::string in_quotes(char letter) {
  return std::string("'") + letter + '\'';
}

/// "the '{' at 5:6 is still open"
std::string open_since(std::string_view text, std::size_t place, std::size_t noticed) {
  if (line_start(text, place) == line_start(text, noticed)) {
    // a text of one line may be part of a longer one, such as a cell
    return "the " + in_quotes(text[place]) + " before it is still open";
  }
  const std::string_view before = text.substr(0, place);
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const int column = count_letters(before.substr(line_start(text, place))) + 1;
  return "the " + in_quotes(text[place]) + " at " + std::to_string(line) + ':' +
         std::to_string(column) + " is still open";
}

/// A bracket that is not closed, or not by its own kind, or that nothing opened.
SyntaxFault explain_bracket(std::string_view text, const BrokenAt& at) {
  SyntaxFault fault{.place = at.place};
  const auto open = BracketWalk(text, at.outside).open_before(at.place);
  if (!open.empty()) {
    fault.message = std::string("expected ',' or ") +
                    in_quotes(text[open.back()] == '[' ? ']' : '}') + " before this";
    fault.hint = open_since(text, open.back(), at.place);
    return fault;
  }
  const char closing = at.place < text.size() ? text[at.place] : ' ';
  if (!is_one_of(closing, "]}")) {
    fault.message = "a bracket before this is not closed";
    return fault;
  }
  const char opening = closing == ']' ? '[' : '{';
  fault.message = "this " + in_quotes(closing) + " closes nothing";
  const std::size_t start = line_start(text, at.place);
  const std::string_view before = text.substr(start, at.place - start);
  const auto opened = std::count(before.begin(), before.end(), opening);
  // `us {power: 1}` and `us:{power: 1}` are words to YAML
  const bool in_word = opened > std::count(before.begin(), before.end(), closing);
  fault.hint = in_word ? std::string("write ': ' before the ") + in_quotes(opening)
                       : "leave it out, or open one with " + in_quotes(opening);
  return fault;
}

/// The last letter before a place of its line, blanks left out; 0 at the start of a line.
char letter_before(std::string_view text, std::size_t place) {
  const std::size_t start = line_start(text, place);
  const std::size_t found = text.substr(start, place - start).find_last_not_of(" \t");
  return found == kNowhere ? '\0' : text[start + found];
}

/// Of a line that stands as far in as an earlier one, but only one of them begins with a '-': what
/// to say about it.
std::string mixed_with(std::string_view text, std::size_t place) {
  const std::size_t own = line_start(text, place);
  const std::size_t margin = place - own;
  const bool item = text[place] == '-';
  for (std::size_t start = own; start > 0;) {
    start = line_start(text, start - 1);
    const std::size_t first = text.find_first_not_of(' ', start);
    if (text[first] == '\n' || text[first] == '#' || first - start > margin) continue;
    if (first - start < margin || (text[first] == '-') == item) return {};
    const auto line = std::count(text.begin(), text.begin() + static_cast<int>(start), '\n') + 1;
    return "keys and list items cannot be mixed: line " + std::to_string(line) +
           (item ? " begins without a '-'" : " begins with a '-'");
  }
  return {};
}

/// Something stands where a key or the end of the line should.
SyntaxFault explain_rest(std::string_view text, const BrokenAt& at, const char* what) {
  const char before = letter_before(text, at.place);
  if (before == '"' || before == '\'') {
    return {.place = at.place,
            .message = "text behind a closed quote",
            .hint = before == '"' ? "put all of it in quotes, with \\\" for a quote within"
                                  : "put all of it in quotes, with '' for a ' within"};
  }
  if (is_one_of(before, "]}")) {
    return {.place = at.place,
            .message = "text behind a closed " + in_quotes(before),
            .hint = "leave it out, or put all of the text in quotes"};
  }
  if (before != '\0' && before != '-') {
    return {
        .place = at.place, .message = "this cannot stand here", .hint = "put the text in quotes"};
  }
  const bool first = before == '\0' && at.place < text.size();
  const std::string mixed = first ? mixed_with(text, at.place) : std::string{};
  return {.place = at.place,
          .message = std::string("this does not continue the ") + what + " above it",
          .hint = mixed.empty() ? "check the indentation" : mixed};
}

SyntaxFault explain_colon(std::string_view text, const BrokenAt& at) {
  const std::size_t start = line_start(text, at.place);
  const std::string_view before = text.substr(start, at.place - start);
  const bool second = before.find(": ") != kNowhere;
  return {.place = at.place,
          .message = "a ':' where no key can stand",
          .hint = second ? "put text with ': ' in it in quotes"
                         : "check the indentation, and the ': ' of the line above"};
}

/// The start of what stands between separators around a place, on its line.
std::size_t item_start(std::string_view text, std::size_t place) {
  const std::size_t line = line_start(text, place);
  std::size_t start = line;
  for (std::size_t one = line; one < place; ++one) {
    const bool sign = is_one_of(text[one], ":-") && is_blank_at(text, one + 1);
    if (sign || is_one_of(text[one], ",[{")) start = one + 1;
  }
  while (start < place && is_one_of(text[start], " \t")) ++start;
  return start;
}

/// Text that begins with a sign which YAML keeps for itself.
SyntaxFault explain_sign(std::string_view text, const BrokenAt& at) {
  const std::size_t start = item_start(text, at.place);
  const char first = start < text.size() ? text[start] : ' ';
  if (is_one_of(first, "!*&")) {
    const char* const what = first == '!' ? "tags" : (first == '*' ? "aliases" : "anchors");
    return {.code = Code::not_plain,
            .place = start,
            .message = std::string(what) + " are not allowed",
            .hint = "put a text that begins with " + in_quotes(first) + " in quotes"};
  }
  return {.place = at.place,
          .message = at.place < text.size() && text[at.place] > ' '
                         ? in_quotes(text[at.place]) + " cannot begin a value"
                         : "a sign that cannot begin a value",
          .hint = "put the text in quotes"};
}

SyntaxFault explain_escape(std::string_view text, const BrokenAt& at) {
  const std::size_t sign = at.place == 0 ? kNowhere : text.rfind('\\', at.place - 1);
  const std::size_t place = sign == kNowhere ? at.place : sign;
  return {.place = place,
          .message = "a backslash that begins no letter",
          .hint = "write \\\\ for a backslash, or put the text in single quotes"};
}

/// What the library says, and what that means.
struct Wording {
  std::string_view theirs;  ///< The beginning of its words.
  const char* ours;
  const char* hint;
};

constexpr Wording kWordings[] = {
    {"illegal map key", "a '?' where no key can stand", "put text that begins with '?' in quotes"},
    {"illegal document indicator", "a line of '---' or '...' within a text in quotes",
     "close the quote, or indent the line"},
    {"unexpected character in block", "behind '|' and '>' the text begins on the next line",
     "put text that begins with such a sign in quotes"},
    {"cannot set zero indentation", "a block of text cannot stand 0 blanks in", "leave the 0 out"},
    {"YAML directives", "a line must not begin with %YAML", "leave it out"},
    {"bad YAML version", "a line must not begin with %YAML", "leave it out"},
    {"YAML major version", "a line must not begin with %YAML", "leave it out"},
    {"repeated YAML directive", "a line must not begin with %YAML", "leave it out"},
    {"TAG directives", "a line must not begin with %TAG", "leave it out"},
    {"repeated TAG directive", "a line must not begin with %TAG", "leave it out"},
};

using Explain = SyntaxFault (*)(std::string_view text, const BrokenAt& at);

/// Faults whose words depend on the text around them.
struct Explained {
  std::string_view theirs;
  Explain ours;
};

SyntaxFault explain_map_end(std::string_view text, const BrokenAt& at) {
  return explain_rest(text, at, "keys");
}
SyntaxFault explain_list_end(std::string_view text, const BrokenAt& at) {
  return explain_rest(text, at, "list");
}
SyntaxFault explain_quote(std::string_view text, const BrokenAt& at) {
  return {.place = open_quote(text, at.reached),
          .message = "the quote that opens here is never closed",
          .hint = {}};
}
SyntaxFault explain_item(std::string_view text, const BrokenAt& at) {
  const bool alone = letter_before(text, at.place) == '\0';
  return {
      .place = at.place,
      .message = "a list item where none can stand",
      .hint = alone ? "check the indentation" : "begin the list on the next line, or write [a, b]"};
}

constexpr Explained kExplained[] = {
    {"illegal flow end", explain_bracket},
    {"end of map flow not found", explain_bracket},
    {"end of sequence flow not found", explain_bracket},
    {"end of map not found", explain_map_end},
    {"end of sequence not found", explain_list_end},
    {"illegal EOF in scalar", explain_quote},
    {"illegal map value", explain_colon},
    {"illegal block entry", explain_item},
    {"unknown token", explain_sign},
    {"alias not found", explain_sign},
    {"anchor not found", explain_sign},
    {"illegal character found while scanning", explain_sign},
    {"the referenced anchor", explain_sign},
    {"cannot assign", explain_sign},
    {"aliases can't", explain_sign},
    {"tag handle with no suffix", explain_sign},
    {"end of verbatim tag", explain_sign},
    {"unknown escape", explain_escape},
    {"bad character found while scanning hex", explain_escape},
    {"invalid unicode", explain_escape},
};

}  // namespace

bool closes(std::string_view text, std::size_t place) {
  return end_of_quoted(text, place) != kNowhere;
}

SyntaxFault explain_syntax(std::string_view text, std::string_view theirs, const BrokenAt& at) {
  const std::size_t tab = indenting_tab(text, at);
  if (tab != kNowhere) {
    return {.place = tab, .message = "a tab cannot indent", .hint = "use blanks"};
  }
  const auto fits = [&](const auto& one) { return theirs.starts_with(one.theirs); };
  const auto* const own = std::find_if(std::begin(kExplained), std::end(kExplained), fits);
  if (own != std::end(kExplained)) return own->ours(text, at);
  const auto* const wording = std::find_if(std::begin(kWordings), std::end(kWordings), fits);
  if (wording != std::end(kWordings)) {
    return {.place = at.place, .message = wording->ours, .hint = wording->hint};
  }
  return {.place = at.place, .message = "no YAML: " + std::string(theirs), .hint = {}};
}

}  // namespace detente::detail
