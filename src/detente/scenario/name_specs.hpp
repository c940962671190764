#pragma once

#include <string>
#include <vector>

#include "detente/scenario/reader.hpp"

// How names decline in sentences.
namespace detente::detail {

/// The forms that a name may have in a sentence.
const std::vector<std::string>& name_cases();

/// `{en: {definite: …, plural: yes}}`
struct Declension {
  void read(Reader& reader, const Value& value, Forms& member) const;
};

}  // namespace detente::detail
