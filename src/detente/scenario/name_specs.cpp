#include "detente/scenario/name_specs.hpp"

#include <algorithm>

#include "detente/scenario/specs.hpp"

namespace detente::detail {
namespace {

/// The forms of a name in one language.
NameForms read_forms(Reader& reader, const Value& map) {
  const std::vector<std::string>& cases = name_cases();
  NameForms forms;
  const std::string holder = reader.path();
  for (const Entry& entry : map.entries) {
    reader.at(holder, entry.key);
    if (entry.key == "plural") {
      YesNo{}.read(reader, entry.value, forms.plural);
    } else if (std::find(cases.begin(), cases.end(), entry.key) != cases.end()) {
      Plain{}.read(reader, entry.value, forms.cases[entry.key]);
    } else if (!entry.key.starts_with("x-")) {
      reader.at(holder, {});
      reader.unknown(Code::unknown_key, entry.mark, "form", entry.key, cases);
    }
  }
  return forms;
}

}  // namespace

const std::vector<std::string>& name_cases() {
  static const std::vector<std::string> cases{"definite",   "nominative",   "genitive", "dative",
                                              "accusative", "instrumental", "locative"};
  return cases;
}

void Declension::read(Reader& reader, const Value& value, Forms& member) const {
  if (!reader.expect_map(value)) return;
  const std::string holder = reader.path();
  for (const Entry& entry : value.entries) {
    if (entry.key.starts_with("x-")) continue;
    const auto language = find_language(entry.key);
    reader.at(holder, language ? entry.key : std::string{});
    if (!language) {
      reader.unknown(Code::unknown_key, entry.mark, "language", entry.key, {"en", "bg", "uk"});
    } else if (reader.expect_map(entry.value)) {
      member.at(static_cast<std::size_t>(*language)) = read_forms(reader, entry.value);
    }
  }
}

}  // namespace detente::detail
