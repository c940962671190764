#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "detente/report/voice.hpp"
#include "ui/basis.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/knobs.hpp"
#include "ui/panels/panels.hpp"

namespace detente::ui {
namespace {

/// "[reported]"
std::string word_of(const Ui& ui, Basis basis) {
  return '[' + ui.say("basis." + std::to_string(static_cast<int>(basis))) + ']';
}

/// A claim in words.
struct Line {
  std::string id{};
  std::string what{};    ///< "Part of US forces"
  std::string number{};  ///< "45 / 0.9"
};

std::string numbers_of(const detail::Voice& voice, const Issue& issue, const Position& position) {
  constexpr std::size_t kMostValues = 6;
  std::string numbers;
  if (position.ideal) numbers = voice.short_number(position.ideal->on(issue), 1);
  for (std::size_t option = 0; option < std::min(kMostValues, position.values.size()); ++option) {
    if (option > 0) numbers += ' ';
    numbers += voice.short_number(position.values[option], 2);
  }
  if (position.values.size() > kMostValues) numbers += " …";
  return numbers + " / " + voice.short_number(position.salience, 2);
}

Line line_of(const Ui& ui, const detail::Voice& voice, const Claim& claim) {
  const Scenario& scenario = voice.scenario();
  if (claim.kind == Claim::Kind::tie) {
    const Tie& tie = scenario.ties[static_cast<std::size_t>(claim.tie)];
    const std::string who = voice.title_of_actor(tie.from) + (tie.symmetric ? " – " : " → ") +
                            voice.title_of_actor(tie.to);
    return {"tie_" + std::to_string(claim.tie + 1), ui.say("source.tie", {{"who", who}}),
            voice.short_number(tie.strength, 2)};
  }
  const Actor& actor = scenario.actors[static_cast<std::size_t>(claim.actor)];
  if (claim.kind == Claim::Kind::power) {
    return {actor.id + "_power", ui.say("actors.power"), voice.short_number(actor.power, 2)};
  }
  if (claim.kind == Claim::Kind::walk_away) {
    return {actor.id + "_walk_away", ui.say("actors.walk_away"),
            voice.short_number(actor.walk_away, 4)};
  }
  const auto place = static_cast<std::size_t>(claim.issue);
  const Issue& issue = scenario.issues[place];
  return {actor.id + '_' + issue.id, voice.issue(claim.issue),
          numbers_of(voice, issue, actor.positions[place])};
}

/// The reason of a claim without its tag, or that there is none.
std::string reason_of(const Ui& ui, const Scenario& scenario, const Claim& claim) {
  if (!claim.given) return ui.say("source.no_basis");
  const Position& position = scenario.actors[static_cast<std::size_t>(claim.actor)]
                                 .positions[static_cast<std::size_t>(claim.issue)];
  return read_because(position.because, ui.look().language).words;
}

void draw_counts(Ui& ui, Desk& desk, const std::vector<Claim>& claims) {
  const auto counts = count_by_basis(claims);
  const auto toggle = [&](const std::string& id, const std::string& label, int basis) {
    if (ui.toggle(id, label, desk.left.basis == basis)) desk.left.basis = basis;
  };
  toggle("all", ui.say("source.all", {{"n", static_cast<int>(claims.size())}}), -1);
  for (const Basis basis : kBases) {
    const int place = static_cast<int>(basis);
    const std::string label =
        word_of(ui, basis) + ' ' + std::to_string(counts[static_cast<std::size_t>(basis)]);
    ui.same_line();
    toggle("basis_" + std::to_string(place), label, place);
  }
}

bool is_chosen(const Desk& desk, const Claim& claim) {
  return claim.kind == Claim::Kind::position && claim.actor == desk.view.actor &&
         claim.issue == desk.view.issue;
}

/// What and number above, basis and the beginning of the reason below; side by side in a wide pane.
void draw_claim_row(Ui& ui, const Scenario& scenario, const Claim& claim, const Line& line,
                    const Box& row) {
  const Theme& theme = ui.theme();
  const float unit = ui.unit();
  const bool wide = row.width() > unit * 48.0F;
  const float left = row.min.x + unit * 0.5F;
  const float middle = wide ? row.min.x + row.width() * 0.42F : row.max.x - unit * 0.5F;
  const float number = measure(line.number, Typeface::strong).x;
  const float top = row.min.y + unit * 0.1F;
  ui.label("what_" + line.id, {left, top}, line.what, theme.text, Typeface::body,
           middle - number - left - unit);
  ui.label("number_" + line.id, {middle - number, top}, line.number, theme.text, Typeface::strong);
  const Point below = wide ? Point{middle + unit, top} : Point{left, top + unit * 1.1F};
  ui.label("because_" + line.id, below,
           word_of(ui, claim.basis) + ' ' + reason_of(ui, scenario, claim), theme.quiet,
           Typeface::small, row.max.x - unit * 0.5F - below.x);
}

void choose_claim(Desk& desk, const Claim& claim) {
  if (claim.actor < 0) return;
  const bool again = is_chosen(desk, claim);
  select_actor(desk, claim.actor);
  desk.view.issue = again ? -1 : claim.issue;
}

/// The whole sentence of the claim that is selected.
void draw_sentence(Ui& ui, const Scenario& scenario, const Claim& claim, const Line& line) {
  const Position& position = scenario.actors[static_cast<std::size_t>(claim.actor)]
                                 .positions[static_cast<std::size_t>(claim.issue)];
  ui.text("sentence_" + line.id, word_of(ui, claim.basis) + ' ' + reason_of(ui, scenario, claim));
  const int source = index_of(scenario.sources, position.source);
  if (source < 0) return;
  const detente::Source& cited = scenario.sources[static_cast<std::size_t>(source)];
  std::string title = cited.title.in(ui.look().language, cited.id);
  if (!cited.publisher.empty()) title += " (" + cited.publisher + ')';
  ui.text("source_" + line.id, ui.say("source.from", {{"source", title}}), Tone::quiet);
}

void draw_claim(Ui& ui, Desk& desk, const detail::Voice& voice, const Claim& claim) {
  const bool wide = ui.width() > ui.unit() * 48.0F;
  const Box row = ui.take(ui.unit() * (wide ? 1.4F : 2.4F));
  const bool chosen = is_chosen(desk, claim);
  // one row more on each side, for the keyboard to go to
  const Box near{{row.min.x, row.min.y - row.height() * 2},
                 {row.max.x, row.max.y + row.height() * 2}};
  if (!ui.visible(near) && !chosen) return;
  const Line line = line_of(ui, voice, claim);
  const Touch touch = ui.touch("claim_" + line.id, row, line.what + ' ' + line.number);
  if (touch.hovered) ui.canvas().rect(row, ui.theme().hovered, ui.unit() * 0.25F);
  if (chosen) ui.canvas().frame(row.inset(1.0F), ui.theme().accent, 2.0F, ui.unit() * 0.25F);
  draw_claim_row(ui, voice.scenario(), claim, line, row);
  if (chosen) draw_sentence(ui, voice.scenario(), claim, line);
  if (touch.pressed) choose_claim(desk, claim);
}

/// The mark and name of the actor that the claims below are about.
void draw_owner(Ui& ui, const Scenario& scenario, int actor) {
  const Actor& owner = scenario.actors[static_cast<std::size_t>(actor)];
  ui.skip(0.3F);
  const Box row = ui.take(ui.unit() * 1.3F);
  if (!ui.visible(row)) return;
  Canvas canvas = ui.canvas();
  draw_actor_mark(canvas, ui.theme(), actor, {row.min.x + ui.unit() * 0.8F, row.centre().y},
                  ui.unit() * 0.36F);
  const float left = row.min.x + ui.unit() * 1.6F;
  ui.label("owner_" + owner.id, {left, row.centre().y - line_height(Typeface::strong) / 2},
           owner.title.in(ui.look().language, owner.id), ui.theme().text, Typeface::strong,
           row.max.x - left);
}

void draw_numbers(Ui& ui, Desk& desk, const Scenario& scenario) {
  const std::vector<Claim> claims = claims_of(scenario);
  draw_counts(ui, desk, claims);
  ui.text("note", ui.say("source.note"), Tone::quiet);
  ui.line("pair", ui.say("source.pair"), Tone::quiet);
  const detail::Voice voice(scenario, ui.look().language);
  int owner = -1;
  for (const Claim& claim : claims) {
    if (desk.left.basis >= 0 && static_cast<int>(claim.basis) != desk.left.basis) continue;
    if (claim.actor >= 0 && claim.actor != owner) draw_owner(ui, scenario, claim.actor);
    owner = claim.actor;
    draw_claim(ui, desk, voice, claim);
  }
}

void draw_page_row(Ui& ui, const ReportRow& row, const std::string& place, bool wide) {
  const std::string sentence = row.number.empty() ? row.report : row.number + ". " + row.report;
  if (!wide) {
    ui.text("report_" + place, sentence, Tone::strong);
    ui.text("scenario_" + place, row.scenario);
    ui.text("basis_" + place, row.basis, Tone::quiet);
  } else {
    ui.columns({0.40F, 0.34F, 0.26F});
    ui.text("report_" + place, sentence);
    ui.next_column();
    ui.text("scenario_" + place, row.scenario);
    ui.next_column();
    ui.text("basis_" + place, row.basis, Tone::quiet);
    ui.end_columns();
  }
  ui.rule();
}

void draw_page(Ui& ui, const std::vector<ReportRow>& page) {
  const bool wide = ui.width() > ui.unit() * 40.0F;
  if (wide) {
    draw_page_row(ui,
                  {.report = ui.say("source.report"),
                   .scenario = ui.say("source.scenario"),
                   .basis = ui.say("source.basis")},
                  "head", wide);
  }
  for (std::size_t place = 0; place < page.size(); ++place) {
    draw_page_row(ui, page[place], std::to_string(place + 1), wide);
  }
}

/// Reads the page beside the scenario once.
const std::vector<ReportRow>& page_of(Desk& desk) {
  if (desk.left.page_of != desk.document.source) {
    desk.left.page_of = desk.document.source;
    desk.left.page = read_report_page(desk.document.source->file);
  }
  return desk.left.page;
}

}  // namespace

void draw_source(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "source", ui.say("pane.source"), area);
  const auto source = desk.document.source;
  if (source == nullptr) return ui.text("empty", ui.say("left.empty"), Tone::quiet);
  const auto& page = page_of(desk);
  if (!page.empty()) {
    const auto tab =
        ui.tabs("tab", {ui.say("source.numbers"), ui.say("source.page")}, desk.left.source_tab);
    if (tab) desk.left.source_tab = *tab;
    if (desk.left.source_tab == 1) return draw_page(ui, page);
  }
  draw_numbers(ui, desk, source->loaded.scenario);
}

}  // namespace detente::ui
