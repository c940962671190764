#pragma once

#include <set>
#include <string>
#include <string_view>

#include "detente/scenario/text.hpp"

namespace detente::detail {

/// Makes ids of titles, each of them new: `Сили за подкрепа` is `sili_za_podkrepa`.
class Slugs {
 public:
  /// @param otherwise  begins the ids of titles that have no letters to use: `actor`.
  Slugs(Language language, std::string_view otherwise)
      : language_(language), otherwise_(otherwise) {}

  std::string make(std::string_view title);

 private:
  Language language_;
  std::string otherwise_;
  std::set<std::string> taken_{};
};

}  // namespace detente::detail
