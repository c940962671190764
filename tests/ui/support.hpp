#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "support/generated.hpp"
#include "ui/headless/headless.hpp"

// What the tests of the whole window share.
namespace detente::ui::support {

/// Opens scenarios/NAME.yaml without the first cards; fails the test if it does not load.
void open_shipped(Headless& window, const std::string& name = "paris");

/// Opens generated talks in their middle, played already and with a number for "holds in N of 100",
/// for that would take seconds.
void open_generated(Headless& window, const detente::support::TalksSize& size);

constexpr detente::support::TalksSize kLarge{.actors = 12, .issues = 6, .rounds = 30};
constexpr detente::support::TalksSize kHuge{.actors = 40, .issues = 10, .rounds = 100};

/// A way to look at the talks: a workspace, a tab of it, the projector.
struct Place {
  std::string_view name;  ///< For files and messages.
  void (*go)(Desk& desk);
};

/// Every one of them, those that make branches last. None needs a scenario.
const std::vector<Place>& all_places();

/// Goes there, from any other place, and waits for what is to be computed.
void visit(Headless& window, const Place& place);
/// The same without waiting: three frames, with every branch played.
void glance(Headless& window, const Place& place);

/// Whether something is drawn inside a pane, besides its title bar.
bool has_content(const Headless& window, const std::string& pane);

/// The panes drawn in the last frame, by id.
std::vector<std::string> panes_of(const Headless& window);

}  // namespace detente::ui::support
