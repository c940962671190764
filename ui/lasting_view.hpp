#pragma once

#include <optional>

#include "detente/study/durability.hpp"
#include "ui/desk.hpp"

namespace detente::ui {

/// What Durability is about at the playhead.
struct LastingView {
  enum class Kind { offer, deal, in_force };

  Kind kind = Kind::offer;
  int stage = 0;
  int round = 0;  ///< Of the offer or the agreement.
  PackageLife life{};
  std::optional<PackageLife> firmer{};  ///< The same with its weakest link one option firmer.
  bool settled = true;                  ///< All that the durability depends on.
};

/// The offer selected, or else what the stage agreed up to the playhead, the last offer tabled, or
/// what an earlier stage left in force; nothing without any, or without a durability section.
std::optional<LastingView> lasting_view(const Desk& desk);

}  // namespace detente::ui
