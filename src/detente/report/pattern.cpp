#include "detente/report/pattern.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "detente/core/contract.hpp"
#include "detente/report/words.hpp"

namespace detente::detail {
namespace {

constexpr std::string_view kFirmBlank = "\u00A0";

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(at);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

int find_case(std::string_view name) {
  const auto* const found = std::find(kCaseNames.begin(), kCaseNames.end(), name);
  return found == kCaseNames.end() ? -1 : static_cast<int>(found - kCaseNames.begin());
}

/// A pattern taken apart.
struct Piece {
  enum class Kind { text, slot, counted, agreeing };

  Kind kind = Kind::text;
  std::string_view text{};                  ///< Of a text: itself; else the name of the slot.
  int in_case = 0;                          ///< Of a slot.
  std::vector<std::string_view> choices{};  ///< Of a counted or agreeing word.
};

/// `who`, `who.genitive` or `n:round|rounds`
Piece slot_piece(std::string_view inside) {
  const std::size_t colon = inside.find(':');
  if (colon != std::string_view::npos) {
    return {Piece::Kind::counted, inside.substr(0, colon), 0, split(inside.substr(colon + 1), '|')};
  }
  const std::size_t dot = inside.find('.');
  if (dot == std::string_view::npos) return {Piece::Kind::slot, inside, 0, {}};
  return {Piece::Kind::slot, inside.substr(0, dot), find_case(inside.substr(dot + 1)), {}};
}

/// `offers|offer:who`
Piece agreeing_piece(std::string_view inside) {
  const std::size_t colon = inside.rfind(':');
  if (colon == std::string_view::npos) return {Piece::Kind::agreeing, {}, 0, {inside}};
  return {Piece::Kind::agreeing, inside.substr(colon + 1), 0, split(inside.substr(0, colon), '|')};
}

/// The pieces of a pattern; a brace or bracket that is never closed gives an empty slot name.
std::vector<Piece> take_apart(std::string_view pattern) {
  std::vector<Piece> pieces;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find_first_of("{[");
    if (open != 0) pieces.push_back({Piece::Kind::text, pattern.substr(0, open), 0, {}});
    if (open == std::string_view::npos) return pieces;
    pattern.remove_prefix(open);
    const bool slot = pattern.front() == '{';
    const std::size_t close = pattern.find(slot ? '}' : ']');
    if (close == std::string_view::npos) {
      pieces.push_back({Piece::Kind::slot, {}, 0, {}});
      return pieces;
    }
    const std::string_view inside = pattern.substr(1, close - 1);
    pieces.push_back(slot ? slot_piece(inside) : agreeing_piece(inside));
    pattern.remove_prefix(close + 1);
  }
  return pieces;
}

const Slot& find_slot(const Slots& slots, std::string_view name) {
  const auto found = slots.find(name);
  expects(found != slots.end(), "fill: every slot of the pattern has a value");
  return found->second;
}

std::string with_firm_blanks(std::string_view text) {
  std::string result;
  for (const char letter : text) {
    if (letter == '~') {
      result += kFirmBlank;
    } else {
      result += letter;
    }
  }
  return result;
}

std::string show(const Slot& slot, int in_case) {
  if (const auto* const number = std::get_if<int>(&slot)) return std::to_string(*number);
  if (const auto* const text = std::get_if<std::string>(&slot)) return *text;
  return std::get<Name>(slot).cases.at(static_cast<std::size_t>(in_case));
}

int whole_number(const Slot& slot) {
  expects(std::holds_alternative<int>(slot), "fill: a counted word stands with a whole number");
  return std::get<int>(slot);
}

bool is_plural(const Slot& slot) {
  expects(std::holds_alternative<Name>(slot), "fill: a verb agrees with a name");
  return std::get<Name>(slot).plural;
}

std::string fault_in_piece(Language language, const Piece& piece) {
  if (piece.kind == Piece::Kind::text) return {};
  if (piece.text.empty()) return "a brace or bracket without a slot";
  if (piece.kind == Piece::Kind::slot) return piece.in_case < 0 ? "an unknown case" : "";
  const bool counted = piece.kind == Piece::Kind::counted;
  const int wanted = counted ? plural_classes(language) : 2;
  if (std::ssize(piece.choices) != wanted) return "needs " + std::to_string(wanted) + " forms";
  return {};
}

/// "Russia's", "the United States'"
std::string possessive(const std::string& name) {
  return name + (name.ends_with('s') ? "\u2019" : "\u2019s");
}

const std::string* find_form(const NameForms* forms, std::string_view name) {
  if (forms == nullptr) return nullptr;
  const auto found = forms->cases.find(name);
  return found == forms->cases.end() || found->second.empty() ? nullptr : &found->second;
}

/// "сторони «X»": a noun of ours that declines before a title that does not.
std::string apposition(Language language, std::string_view case_name, const std::string& title) {
  return fill(language, word(language, "name." + std::string(case_name)), {{"title", title}});
}

/// Bulgarian names that open with a masculine word take its short article but as a subject:
/// Съветският съюз, за Съветския съюз.
std::string with_short_article(const std::string& definite) {
  static constexpr std::array<std::array<std::string_view, 2>, 3> kEndings{
      {{"ият", "ия"}, {"ът", "а"}, {"ят", "я"}}};
  const std::string first = definite.substr(0, definite.find(' '));
  for (const auto& [full, brief] : kEndings) {
    if (!first.ends_with(full)) continue;
    const std::string stem = first.substr(0, first.size() - full.size());
    return stem + std::string(brief) + definite.substr(first.size());
  }
  return definite;
}

}  // namespace

int plural_classes(Language language) {
  return language == Language::uk ? 3 : 2;
}

int plural_class(Language language, int number) {
  if (language != Language::uk) return number == 1 ? 0 : 1;
  const int ones = number % 10;
  const bool teens = number % 100 / 10 == 1;
  if (ones == 1 && !teens) return 0;
  return ones >= 2 && ones <= 4 && !teens ? 1 : 2;
}

std::string fill(Language language, std::string_view pattern, const Slots& slots) {
  expects(fault_in_pattern(language, pattern).empty(), "fill: the pattern is well formed");
  std::string result;
  for (const Piece& piece : take_apart(pattern)) {
    if (piece.kind == Piece::Kind::text) {
      result += with_firm_blanks(piece.text);
      continue;
    }
    const Slot& slot = find_slot(slots, piece.text);
    switch (piece.kind) {
      case Piece::Kind::text:
        break;
      case Piece::Kind::slot:
        result += show(slot, piece.in_case);
        break;
      case Piece::Kind::counted:
        result += with_firm_blanks(piece.choices.at(plural_class(language, whole_number(slot))));
        break;
      case Piece::Kind::agreeing:
        result += fill(language, piece.choices.at(is_plural(slot) ? 1 : 0), slots);
        break;
    }
  }
  return result;
}

std::string fault_in_pattern(Language language, std::string_view pattern) {
  for (const Piece& piece : take_apart(pattern)) {
    std::string fault = fault_in_piece(language, piece);
    if (!fault.empty()) return fault;
  }
  return {};
}

std::vector<std::string> slots_of(std::string_view pattern) {
  std::set<std::string> names;
  for (const Piece& piece : take_apart(pattern)) {
    if (piece.kind != Piece::Kind::text) names.emplace(piece.text);
    if (piece.kind != Piece::Kind::agreeing) continue;
    for (const std::string_view choice : piece.choices) {
      for (const std::string& name : slots_of(choice)) names.insert(name);
    }
  }
  return {names.begin(), names.end()};
}

Name make_name(Language language, const std::string& title, const NameForms* forms) {
  Name name;
  const bool declines = language == Language::uk;
  const std::string* definite = find_form(forms, "definite");
  if (definite == nullptr && forms != nullptr) definite = &title;
  for (std::size_t place = 0; place < kCaseNames.size(); ++place) {
    const std::string_view wanted = kCaseNames[place];
    const std::string* given = find_form(forms, wanted);
    const bool stays = !declines || wanted == "nominative";
    if (given == nullptr && stays) given = definite;
    name.cases[place] = given != nullptr ? *given : apposition(language, wanted, title);
  }
  if (language == Language::en) name.cases[1] = possessive(name.cases[0]);
  if (language == Language::bg && find_form(forms, "definite") != nullptr) {
    for (std::size_t place = 1; place < kCaseNames.size(); ++place) {
      name.cases[place] = with_short_article(name.cases[place]);
    }
  }
  name.plural = forms != nullptr && forms->plural;
  return name;
}

Name join(Language language, const std::vector<Name>& names) {
  if (names.size() == 1) return names.front();
  Name joined;
  for (std::size_t place = 0; place < kCaseNames.size(); ++place) {
    std::vector<std::string> forms;
    forms.reserve(names.size());
    for (const Name& name : names) forms.push_back(name.cases[place]);
    joined.cases[place] = join(language, forms);
  }
  if (language == Language::en) joined.cases[1] = possessive(joined.cases[0]);
  joined.plural = true;
  return joined;
}

std::string join(Language language, const std::vector<std::string>& texts) {
  std::string joined;
  for (std::size_t place = 0; place < texts.size(); ++place) {
    const bool last = place + 1 == texts.size();
    if (place > 0) joined += word(language, last ? "list.and" : "list.comma");
    joined += texts[place];
  }
  return joined;
}

std::string capitalised(std::string text) {
  std::size_t place = 0;
  for (const std::string_view quote : {"\u201C", "\u201E", "\u00AB", "\""}) {
    if (std::string_view(text).substr(place).starts_with(quote)) place += quote.size();
  }
  if (place >= text.size()) return text;
  const auto lead = static_cast<unsigned char>(text[place]);
  if (lead >= 'a' && lead <= 'z') text[place] = static_cast<char>(lead - 'a' + 'A');
  if (place + 1 >= text.size()) return text;
  const auto second = static_cast<unsigned char>(text[place + 1]);
  const auto set = [&](unsigned first, unsigned next) {
    text[place] = static_cast<char>(first);
    text[place + 1] = static_cast<char>(next);
  };
  if (lead == 0xD0U && second >= 0xB0U) set(0xD0U, second - 0x20U);                    // а-п
  if (lead == 0xD1U && second < 0x90U) set(0xD0U, second + 0x20U);                     // р-я
  if (lead == 0xD1U && second >= 0x90U && second < 0xA0U) set(0xD0U, second - 0x10U);  // є, і, ї
  if (lead == 0xD2U && second == 0x91U) set(0xD2U, 0x90U);                             // ґ
  return text;
}

}  // namespace detente::detail
