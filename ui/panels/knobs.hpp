#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "detente/scenario/scenario.hpp"

namespace detente::ui {

struct Desk;
class Ui;

// Fields of the scenario that are edited in place: each goes through change() when it is let go,
// and says below itself why a value does not fit.

/// One field.
struct Knob {
  std::string id{};       ///< Of the widget.
  std::string label{};    ///< In the language of the desk.
  std::string path{};     ///< "actors.us.walk_away"
  std::string why_not{};  ///< Why it cannot be changed; the model's reason comes by itself.
};

/// What a slider can be moved to.
struct Span {
  double low = 0.0;
  double high = 1.0;
  int digits = 2;
};

void slide(Ui& ui, Desk& desk, const Knob& knob, double value, const Span& span = {});
/// A number or word that is typed; it is checked while one types.
void type(Ui& ui, Desk& desk, const Knob& knob, const std::string& text);
/// What a list offers to choose from.
struct Choices {
  std::vector<std::string> labels{};  ///< In the language of the desk.
  std::vector<std::string> values{};  ///< Each as YAML would write it.
  int chosen = 0;
};

void choose(Ui& ui, Desk& desk, const Knob& knob, const Choices& choices);

/// Sets a field to what YAML would write on one line. False if it does not fit; the field says why.
bool commit(Desk& desk, const std::string& path, const std::string& yaml);
/// The fault of that path below its field, if it has one.
void draw_fault(Ui& ui, const Desk& desk, const Knob& knob);

/// Whether the model of the current branch reads the path; true for unknown models.
bool model_reads(const Desk& desk, std::string_view path);

/// The scenario with the edits made so far; the last one known while a branch is computed. Empty
/// without a scenario.
std::shared_ptr<const Scenario> edited_scenario(Desk& desk);
/// The stage under the playhead, or the first.
int stage_now(const Desk& desk);

/// "0.5", "45", "0.0001": as people and YAML write it.
std::string plain_number(double value);
/// Decimals that a place on the issue's axis is worth showing with.
int place_digits(const Issue& issue);

}  // namespace detente::ui
