// How much say everybody has: shares of power as bars, of votes or of what an agreement needs.

#include <algorithm>

#include "ui/desk_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panels/power_scene.hpp"

namespace detente::ui {
namespace {

constexpr float kRow = 1.5F;      // units, of one bar
constexpr float kSecond = 0.55F;  // units more for the bar below it
constexpr int kDecimals = 4;
constexpr std::size_t kMostNames = 8;  // in a sentence

struct Scene {
  const PowerReport* report = nullptr;
  const detail::Voice* voice = nullptr;
  const std::vector<double>* shares = nullptr;
  const std::vector<double>* without = nullptr;  ///< Or nullptr: there is no other rule.
  double most = 1.0;                             ///< Of all that is drawn.
  float names = 0.0F;                            ///< Pixels.
  float numbers = 0.0F;
};

void draw_bar(Ui& ui, const Scene& scene, const Box& row, double share, bool second) {
  const float unit = ui.unit();
  const float left = row.min.x + scene.names;
  const float room = std::max(row.max.x - scene.numbers - left, unit);
  const float high = second ? 0.32F * unit : 0.8F * unit;
  const bool two = scene.without != nullptr;
  const float above = two ? row.min.y + 0.2F * unit : row.centre().y - high / 2;
  const float top = second ? row.max.y - 0.5F * unit : above;
  const auto wide = room * static_cast<float>(std::clamp(share / scene.most, 0.0, 1.0));
  Canvas canvas = ui.canvas();
  const Box full{{left, top}, {left + room, top + high}};
  canvas.rect(full, faded(ui.theme().edge, 0.35F), 2.0F);
  const Box filled{full.min, {left + std::max(wide, share > 0.0 ? 2.0F : 0.0F), full.max.y}};
  if (second) {
    canvas.frame(filled, ui.theme().text, 1.5F, 2.0F);
  } else {
    canvas.rect(filled, ui.theme().accent, 2.0F);
  }
}

void draw_row(Ui& ui, Desk& desk, const Scene& scene, std::size_t place) {
  const float unit = ui.unit();
  const bool two = scene.without != nullptr;
  const Box row = ui.take((kRow + (two ? kSecond : 0.0F)) * unit - 0.3F * unit);
  // one row more on each side, for the keyboard to go to
  if (!ui.visible({{row.min.x, row.min.y - kRow * unit}, {row.max.x, row.max.y + kRow * unit}})) {
    return;
  }
  const double share = (*scene.shares)[place];
  const std::string number = scene.voice->number(share, kDecimals);
  std::string value = number;
  if (two) {
    const Slots slots{{"n", number},
                      {"other", scene.voice->number((*scene.without)[place], kDecimals)}};
    value = ui.say("power.both", slots);
  }
  const Player& player = scene.report->players[place];
  draw_player(ui, desk, *scene.report, player, row, scene.names, value);
  draw_bar(ui, scene, row, share, false);
  if (two) draw_bar(ui, scene, row, (*scene.without)[place], true);
  const Point at{row.max.x - scene.numbers + 0.5F * unit,
                 (two ? row.min.y + 0.15F * unit : row.centre().y - line_height() / 2)};
  ui.canvas().text(at, number, ui.theme().text);
  if (!two) return;
  const float low = row.max.y - line_height(Typeface::small);
  ui.canvas().text({at.x, std::max(low, at.y + 0.85F * line_height())},
                   scene.voice->number((*scene.without)[place], kDecimals), ui.theme().quiet,
                   Typeface::small);
}

/// Names of those for whom it is so, at most a few.
template <typename IsSo>
std::string names_where(const Scene& scene, Language language, const IsSo& is_so) {
  std::vector<std::string> names;
  std::size_t more = 0;
  const std::vector<Player>& players = scene.report->players;
  for (std::size_t place = 0; place < players.size(); ++place) {
    if (!is_so(static_cast<int>(place))) continue;
    if (names.size() < kMostNames) {
      names.push_back(player_title(*scene.report, players[place], language));
    } else {
      ++more;
    }
  }
  const std::string text = names.empty() ? std::string() : detail::join(language, names);
  return more > 0 ? text + " … (+" + std::to_string(more) + ')' : text;
}

/// Who has most, who can stop everything, who never matters.
void draw_words(Ui& ui, const Scene& scene) {
  const PowerReport& report = *scene.report;
  const VotingPower& power = *report.power;
  const Language language = ui.look().language;
  const std::vector<double>& shares = *scene.shares;
  const double top = *std::max_element(shares.begin(), shares.end());
  const auto tell = [&](const char* id, const char* key, const std::string& names) {
    if (!names.empty()) ui.text(id, ui.say(key, {{"who", names}}));
  };
  if (top > 0.0) {
    const Slots slots{
        {"who",
         names_where(scene, language, [&](int player) { return shares[player] >= top - 1e-12; })},
        {"n", scene.voice->number(top, kDecimals)}};
    ui.text("most", ui.say("power.most", slots));
  }
  if (report.votes) {
    tell("veto", "power.veto",
         names_where(scene, language, [&](int player) { return has_veto(*report.votes, player); }));
  }
  tell("dummies", "power.dummies",
       names_where(scene, language, [&](int player) { return is_dummy(power, player); }));
  if (!power.winning_coalitions.empty()) {
    ui.text("winning", ui.say("power.winning", {{"n", power.winning_coalitions}}), Tone::quiet);
  }
  const double percent = 100.0 * power.power_to_act;
  ui.text("act", ui.say("power.act", {{"n", scene.voice->short_number(percent, 2)}}), Tone::quiet);
  ui.text("exact", ui.say(power.exact ? "power.exact" : "power.quadrature"), Tone::quiet);
  if (report.quorum_rounded) ui.text("rounded", ui.say("power.rounded"), Tone::warning);
}

/// What is counted: votes of the scenario, or a stage of the talks.
void draw_subject(Ui& ui, Desk& desk, const Scene& scene) {
  const PowerReport& report = *scene.report;
  const Scenario& opened = *scenario_of(desk);
  if ((opened.votes || opened.game) && !opened.stages.empty()) {
    const std::vector<std::string> labels{ui.say("power.of_votes"), ui.say("power.of_talks")};
    if (const auto chosen = ui.tabs("subject", labels, desk.power.talks ? 1 : 0)) {
      desk.power.talks = *chosen == 1;
    }
  }
  if (report.stage >= 0) {
    ui.text("stage", ui.say("power.stage", {{"stage", scene.voice->stage(report.stage)}}));
  } else if (report.votes) {
    std::string rules;
    for (const WeightedRule& rule : report.votes->rules) {
      std::int64_t sum = 0;
      for (const std::int64_t weight : rule.weights) sum += weight;
      const Slots slots{{"quota", std::to_string(rule.quota)}, {"sum", std::to_string(sum)}};
      rules += (rules.empty() ? "" : "; ") + ui.say("power.rule", slots);
    }
    ui.text("rules", ui.say("power.rules", {{"rules", rules}}));
  }
}

void draw_index(Ui& ui, Desk& desk) {
  const std::vector<std::string> labels{ui.say("power.shapley_shubik"), ui.say("power.banzhaf"),
                                        ui.say("power.penrose")};
  if (const auto chosen = ui.tabs("index", labels, desk.power.index)) desk.power.index = *chosen;
  constexpr std::array kHelp{"power.help_shapley_shubik", "power.help_banzhaf",
                             "power.help_penrose"};
  ui.text("help_index", ui.say(kHelp[static_cast<std::size_t>(desk.power.index)]), Tone::quiet);
}

}  // namespace

void draw_power(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "power", ui.say("pane.power"), area);
  const PowerReport* const report = shown_power(ui, desk);
  if (report == nullptr) return;
  const detail::Voice voice(*report->scenario, ui.look().language);
  Scene scene{.report = report, .voice = &voice};
  draw_subject(ui, desk, scene);
  if (!report->power) return ui.text("no_votes", ui.say("power.no_votes"), Tone::quiet);
  draw_index(ui, desk);
  scene.shares = &index_of_power(*report->power, desk.power.index);
  if (report->without_quorum) {
    scene.without = &index_of_power(*report->without_quorum, desk.power.index);
    ui.text("two", ui.say("power.two"), Tone::quiet);
  }
  scene.most = 1e-9;
  for (const std::vector<double>* const each : {scene.shares, scene.without}) {
    if (each == nullptr) continue;
    for (const double share : *each) scene.most = std::max(scene.most, share);
  }
  scene.names = 0.36F * ui.width();
  scene.numbers = measure(voice.number(0.0, kDecimals)).x + 1.0F * ui.unit();
  for (std::size_t place = 0; place < report->players.size(); ++place) {
    draw_row(ui, desk, scene, place);
  }
  ui.skip(0.3F);
  draw_words(ui, scene);
}

}  // namespace detente::ui
