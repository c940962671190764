#include "ui/panels/knobs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "detente/core/text.hpp"
#include "detente/model/influenced.hpp"
#include "detente/model/model.hpp"
#include "detente/scenario/edit.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/widgets.hpp"

namespace detente::ui {
namespace {

std::string model_of(const Desk& desk) {
  const Branch* branch = current_branch(desk);
  if (branch != nullptr && !branch->run.model.empty()) return branch->run.model;
  const Scenario* scenario = scenario_of(desk);
  return scenario == nullptr ? std::string{} : scenario->model;
}

/// Why the field cannot be changed, or an empty text.
std::string obstacle(const Ui& ui, const Desk& desk, const Knob& knob) {
  if (!knob.why_not.empty()) return knob.why_not;
  if (model_reads(desk, knob.path)) return {};
  return ui.say("knob.not_read", {{"model", model_of(desk)}});
}

/// The first thing wrong, as a sentence without a place.
std::string told(const Diagnostics& faults) {
  const auto error = std::find_if(faults.begin(), faults.end(), [](const Diagnostic& fault) {
    return fault.severity == Severity::error;
  });
  if (error == faults.end()) return {};
  return error->hint.empty() ? error->message : error->message + "; " + error->hint;
}

void refuse(Desk& desk, const std::string& path, const std::string& fault) {
  desk.left.fault_path = path;
  desk.left.fault = fault;
}

void accept(Desk& desk) {
  refuse(desk, {}, {});
}

/// Forgets what was under the hand; after an edit only when its branch has been computed.
void release(Desk& desk, const std::string& path) {
  LeftState& left = desk.left;
  if (left.draft_path != path) return;
  if (left.settling && current_run(desk) == nullptr) return;
  left.draft_path.clear();
  left.settling = false;
}

/// What is wrong with a text as the value of a path, without changing anything.
std::string trial(Desk& desk, const std::string& path, const std::string& text) {
  const auto edit = parse_edit(path + '=' + text);
  if (!edit) return told(edit.error());
  const auto scenario = edited_scenario(desk);
  if (!scenario) return {};
  const auto changed = apply(*scenario, *edit);
  return changed ? std::string{} : told(changed.error());
}

}  // namespace

std::string plain_number(double value) {
  return fmt::format("{:.6g}", value);
}

int place_digits(const Issue& issue) {
  const double axis = issue.axis();
  if (axis >= 20.0) return 1;
  return axis >= 2.0 ? 2 : 3;
}

bool model_reads(const Desk& desk, std::string_view path) {
  const ModelInfo* const info = find_model(model_of(desk));
  if (info == nullptr) return true;
  return std::none_of(info->not_read.begin(), info->not_read.end(), [&](std::string_view pattern) {
    const Scenario* const scenario = scenario_of(desk);
    return fits_pattern(path, pattern) &&
           (scenario == nullptr || !reads_all_the_same(*scenario, info->id, pattern));
  });
}

std::shared_ptr<const Scenario> edited_scenario(Desk& desk) {
  LeftState& left = desk.left;
  if (desk.document.source == nullptr) return {};
  if (const TraceRound* round = current_round(desk); round != nullptr && round->scenario) {
    left.last = round->scenario;
    left.last_source = desk.document.source;
  }
  if (left.last && left.last_source == desk.document.source) return left.last;
  return {desk.document.source, &desk.document.source->loaded.scenario};
}

int stage_now(const Desk& desk) {
  const TraceStage* stage = current_stage(desk);
  return stage == nullptr ? 0 : stage->stage;
}

bool commit(Desk& desk, const std::string& path, const std::string& yaml) {
  const auto edit = parse_edit(path + '=' + yaml);
  const Diagnostics faults = edit ? change(desk, path, edit->value) : edit.error();
  if (has_errors(faults)) {
    refuse(desk, path, told(faults));
    return false;
  }
  accept(desk);
  desk.left.settling = true;
  return true;
}

void draw_fault(Ui& ui, const Desk& desk, const Knob& knob) {
  if (desk.left.fault_path != knob.path || desk.left.fault.empty()) return;
  ui.text(knob.id + "_fault", desk.left.fault, Tone::warning);
}

void slide(Ui& ui, Desk& desk, const Knob& knob, double value, const Span& span) {
  LeftState& left = desk.left;
  double shown = left.draft_path == knob.path ? left.draft_number : value;
  const Edited edited = ui.slider(knob.id, knob.label, shown, span.low, span.high,
                                  obstacle(ui, desk, knob), span.digits);
  if (edited.changed) {
    left.settling = false;
    left.draft_path = knob.path;
    left.draft_number = shown;
  }
  if (edited.committed) {
    const std::string text = fmt::format("{:.{}f}", shown, span.digits);
    if (text != fmt::format("{:.{}f}", value, span.digits)) commit(desk, knob.path, text);
  }
  // let go, or given up
  const bool held = edited.changed || ui.input().mouse_down;
  if (edited.committed || !held) release(desk, knob.path);
  draw_fault(ui, desk, knob);
}

void type(Ui& ui, Desk& desk, const Knob& knob, const std::string& text) {
  LeftState& left = desk.left;
  std::string shown = left.draft_path == knob.path ? left.draft_text : text;
  const Edited edited = ui.field(knob.id, knob.label, shown, 1, obstacle(ui, desk, knob));
  if (edited.changed) {
    left.settling = false;
    left.draft_path = knob.path;
    left.draft_text = shown;
    const std::string fault = trial(desk, knob.path, shown);
    fault.empty() ? accept(desk) : refuse(desk, knob.path, fault);
  }
  if (edited.committed) {
    if (shown == text) accept(desk);
    if (shown != text) commit(desk, knob.path, shown);
  }
  const bool over = edited.committed || (!edited.changed && !ui.typing());
  if (over) release(desk, knob.path);
  draw_fault(ui, desk, knob);
}

void choose(Ui& ui, Desk& desk, const Knob& knob, const Choices& choices) {
  if (!knob.label.empty()) ui.line(knob.id + "_label", knob.label, Tone::quiet);
  const auto taken = ui.choice(knob.id, choices.labels, choices.chosen, obstacle(ui, desk, knob));
  if (taken && *taken != choices.chosen) {
    commit(desk, knob.path, choices.values[static_cast<std::size_t>(*taken)]);
  }
  draw_fault(ui, desk, knob);
}

}  // namespace detente::ui
