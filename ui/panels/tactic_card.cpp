#include "ui/panels/tactic_card.hpp"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "detente/scenario/scenario.hpp"
#include "ui/panels/knobs.hpp"
#include "ui/widgets.hpp"

namespace detente::ui {
namespace {

using Kind = Tactic::Kind;
using Rule = AcceptRule::Kind;

constexpr std::array<std::pair<const char*, Kind>, 7> kKinds{
    {{"time", Kind::time},
     {"hardliner", Kind::hardliner},
     {"micro", Kind::micro},
     {"tit_for_tat", Kind::tit_for_tat},
     {"nice_tit_for_tat", Kind::nice_tit_for_tat},
     {"hybrid", Kind::hybrid},
     {"human", Kind::human}}};

constexpr std::array<std::pair<const char*, Rule>, 7> kRules{{{"own", Rule::own},
                                                              {"next", Rule::next},
                                                              {"const", Rule::constant},
                                                              {"time", Rule::time},
                                                              {"previous", Rule::previous},
                                                              {"combi", Rule::combi},
                                                              {"combi_max", Rule::combi_max}}};

/// The tactic of a card and where its fields lie.
struct Subject {
  const Tactic* tactic;
  std::string path;
};

/// The names of a table as a list to choose from; the words are `PREFIX` + name.
template <typename Table, typename Meaning>
Choices choices_of(const Ui& ui, const Table& table, const std::string& prefix, Meaning chosen) {
  Choices choices;
  for (const auto& [name, meaning] : table) {
    if (meaning == chosen) choices.chosen = static_cast<int>(choices.values.size());
    choices.labels.push_back(ui.say(prefix + name));
    choices.values.emplace_back(name);
  }
  return choices;
}

template <typename Table, typename Meaning>
std::string name_of(const Table& table, Meaning wanted) {
  for (const auto& [name, meaning] : table) {
    if (meaning == wanted) return name;
  }
  return {};
}

/// Why a field has no effect, unless it has.
std::string unless(const Ui& ui, bool counts, const char* key) {
  return counts ? std::string{} : ui.say(key);
}

void draw_time(Ui& ui, Desk& desk, const Subject& subject) {
  const Tactic& tactic = *subject.tactic;
  const std::string none = unless(ui, tactic.kind == Kind::time, "knob.time_only");
  type(ui, desk,
       {.id = "e", .label = ui.say("actors.firmness"), .path = subject.path + "e", .why_not = none},
       plain_number(tactic.e));
  slide(ui, desk,
        {.id = "start",
         .label = ui.say("actors.start"),
         .path = subject.path + "start",
         .why_not = none},
        tactic.start);
  type(ui, desk,
       {.id = "margin",
        .label = ui.say("actors.margin"),
        .path = subject.path + "margin",
        .why_not = none},
       plain_number(tactic.margin));
}

void draw_offer(Ui& ui, Desk& desk, const Subject& subject) {
  const Tactic& tactic = *subject.tactic;
  const bool chooses = tactic.kind == Kind::time || tactic.kind == Kind::tit_for_tat;
  choose(ui, desk,
         {.id = "offer",
          .label = ui.say("actors.offer"),
          .path = subject.path + "offer",
          .why_not = unless(ui, chooses, "knob.offer_only")},
         {.labels = {ui.say("actors.offer_nearest"), ui.say("actors.offer_least")},
          .values = {"nearest", "least"},
          .chosen = static_cast<int>(tactic.offer)});
}

/// What only tit for tat reads; nobody else is shown it.
void draw_mirror(Ui& ui, Desk& desk, const Subject& subject) {
  const Tactic& tactic = *subject.tactic;
  if (tactic.kind != Kind::tit_for_tat) return;
  const bool averages = tactic.mode == Tactic::Mode::average;
  choose(ui, desk, {.id = "mode", .label = ui.say("actors.mode"), .path = subject.path + "mode"},
         {.labels = {ui.say("actors.mode_relative"), ui.say("actors.mode_average")},
          .values = {"relative", "average"},
          .chosen = averages ? 1 : 0});
  type(ui, desk,
       {.id = "lag",
        .label = ui.say("actors.lag"),
        .path = subject.path + "lag",
        .why_not = unless(ui, !averages, "knob.relative_only")},
       std::to_string(tactic.lag));
  type(ui, desk,
       {.id = "window",
        .label = ui.say("actors.window"),
        .path = subject.path + "window",
        .why_not = unless(ui, averages, "knob.average_only")},
       std::to_string(tactic.window));
  slide(ui, desk,
        {.id = "kindness", .label = ui.say("actors.kindness"), .path = subject.path + "kindness"},
        tactic.kindness, {.digits = 3});
  if (tactic.kindness == 0.0) ui.text("unkind", ui.say("actors.unkind"), Tone::quiet);
}

void draw_accept_numbers(Ui& ui, Desk& desk, const Subject& subject) {
  const AcceptRule& accept = subject.tactic->accept;
  const std::string path = subject.path + "accept.";
  if (accept.kind == Rule::next || accept.kind == Rule::previous) {
    type(ui, desk, {.id = "alpha", .label = ui.say("actors.alpha"), .path = path + "alpha"},
         plain_number(accept.alpha));
    type(ui, desk, {.id = "beta", .label = ui.say("actors.beta"), .path = path + "beta"},
         plain_number(accept.beta));
  }
  if (accept.kind == Rule::constant) {
    slide(ui, desk, {.id = "theta", .label = ui.say("actors.theta"), .path = path + "theta"},
          accept.theta);
  }
  if (accept.kind == Rule::time || accept.kind == Rule::combi || accept.kind == Rule::combi_max) {
    slide(ui, desk, {.id = "tau", .label = ui.say("actors.tau"), .path = path + "tau"}, accept.tau);
  }
}

void draw_accept(Ui& ui, Desk& desk, const Subject& subject) {
  const Tactic& tactic = *subject.tactic;
  const Knob knob{.id = "accept",
                  .label = ui.say("actors.accept"),
                  .path = subject.path + "accept.rule",
                  .why_not = unless(ui, tactic.kind != Kind::human, "knob.person")};
  choose(ui, desk, knob, choices_of(ui, kRules, "actors.accept_", tactic.accept.kind));
  ui.text("accept_help", ui.say("actors.accept_help_" + name_of(kRules, tactic.accept.kind)),
          Tone::quiet);
  draw_accept_numbers(ui, desk, subject);
}

}  // namespace

std::string tactic_name(const Tactic& tactic) {
  return name_of(kKinds, tactic.kind);
}

void draw_tactic_card(Ui& ui, Desk& desk, const Scenario& scenario, int actor) {
  const Actor& own = scenario.actors[static_cast<std::size_t>(actor)];
  const Subject subject{&own.tactic, "actors." + own.id + ".tactic."};
  choose(ui, desk, {.id = "kind", .path = subject.path + "kind"},
         choices_of(ui, kKinds, "actors.kind_", own.tactic.kind));
  ui.text("kind_help", ui.say("actors.kind_help_" + name_of(kKinds, own.tactic.kind)), Tone::quiet);
  draw_time(ui, desk, subject);
  draw_mirror(ui, desk, subject);
  draw_offer(ui, desk, subject);
  draw_accept(ui, desk, subject);
  type(ui, desk,
       {.id = "leave_after",
        .label = ui.say("actors.leave_after"),
        .path = subject.path + "leave_after"},
       own.tactic.leave_after ? std::to_string(*own.tactic.leave_after) : std::string{});
}

}  // namespace detente::ui
